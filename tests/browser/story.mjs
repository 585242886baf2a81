// April as it is at four moments, made by the operations without a page: for looking at screens that are full.
//   const story = await begin(world)
//   await story.reach('before')     // 'first' 28/4 · 'before' 05/5 · 'during' 06/5 in the session · 'after' 20/5
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'

export const month = '2021-04'
const data = (name) => JSON.parse(readFileSync(new URL(`../../demo/mong-cai/${name}`, import.meta.url), 'utf8'))
const april = data('april-2021.json')
const moments = ['first', 'before', 'during', 'after']

export async function begin(world) {
  const people = new Map()
  const as = async (office, unit) => {
    const key = `${office} ${unit ?? ''}`
    if (!people.has(key)) people.set(key, await world.person({ office, unit }))
    return people.get(key)
  }
  const call = async (how, who, name, body = {}) => {
    const answer = await (await as(...who))[how](name, body)
    assert.equal(answer.status, 200, `${name}: ${answer.status} ${answer.text.slice(0, 300)}`)
    return answer.json()
  }
  const of = { month }
  const told = {
    change: (who, name, body) => call('change', who, name, body),
    read: (who, name, query) => call('read', who, name, query),
    person: as,
    async clock(day, time) {
      await call('change', office, 'demo.advance_clock', { to: new Date(`${day}T${time}:00+07:00`).toISOString() })
      people.clear() // who has done nothing for hours signs in again
    },
    of,
  }
  told.units = Object.fromEntries((await told.read(office, 'units.list')).units.map((unit) => [unit.code, unit.id]))
  let at = 0
  return {
    ...told,
    async reach(moment) {
      for (const to = moments.indexOf(moment); at < to; ) await steps[moments[++at]](told)
    },
  }
}
const office = ['office_clerk'], head = ['head_of_office'], chair = ['chair']
const unitHead = (unit) => (unit === 'office' ? head : ['unit_head', unit])

const steps = {
  async before(told) {
    told.session = await plan(told)
    await told.clock('2021-05-04', '09:00')
    await report(told)
    await told.clock('2021-05-05', '16:00')
    await answers(told)
  },
  async during(told) {
    for (const comment of (await told.read(office, 'report.show', told.of)).comments)
      if (!comment.answer) await told.change(office, 'report.answer', { comment: comment.id, answer: 'absorbed', text: 'Tiếp thu.' })
    await told.change(office, 'report.draft', told.of)
    await told.change(head, 'report.finalise', told.of)
    await told.clock('2021-05-06', '07:50')
    await open(told)
    await told.clock('2021-05-06', '08:42')
  },
  async after(told) {
    await told.change(chair, 'session.end_floor', { session: told.session })
    for (const item of told.items.slice(2)) await told.change(chair, 'session.go_to_item', { session: told.session, item: item.id })
    await takeDown(told, april.conclusion.clauses.slice(taken_in_session))
    await told.clock('2021-05-06', '10:55')
    await told.change(chair, 'session.close', { session: told.session })
    await told.change(office, 'session.number_minutes', { session: told.session })
    await told.clock('2021-05-10', '09:00')
    await told.change(head, 'conclusions.issue', { session: told.session })
    await publish(told)
    await work(told)
  },
}

async function report(told) {
  let shown = await told.change(office, 'report.draft', told.of)
  const add = async (section, text) => (shown = await told.change(office, 'report.edit', { month, action: 'add', section, ...text }))
  await add('opening', april.report.opening)
  for (const text of april.report.shortcomings) await add('shortcomings', text)
  for (const text of april.report.tasks) await add('tasks', text)
  const first = (name) => shown.sections.find((section) => section.section === name).groups.flatMap((group) => group.paragraphs)
  for (const [n, { by, about, text }] of april.comments.entries()) {
    const [name, at] = about.split('/')
    const all = first(name === 'sections' ? 'results' : name)
    const paragraph = all[Math.min(Number(at), all.length - 1)].id
    const view = await told.change(unitHead(by), 'report.comment', { month, paragraph, text: text.vi, text_en: text.en })
    // The last three still wait for an answer.
    const mine = view.comments.find((comment) => comment.text.vi === text.vi)
    const { answer, answer_text } = april.comments[n]
    if (n < april.comments.length - 3) await told.change(office, 'report.answer', { comment: mine.id, answer, text: answer_text.vi, text_en: answer_text.en })
  }
}

async function plan(told) {
  const { seats } = await told.read(office, 'demo.seats')
  const { session } = await told.change(office, 'session.plan', {
    month, date: april.session.date, from: april.session.from, to: april.session.to, place: april.session.place, requirements: april.session.requirements,
    chair: seats.find(({ seat }) => seat.office === 'chair').seat.id,
    items: april.agenda.map((item) => ({ title: item.title, presenter: told.units[item.presenter], minutes: item.minutes, kind: item.number === 1 ? 'report' : item.kind })),
  })
  await told.change(head, 'session.invite', { session })
  return session
}

/** Most have answered; one stays away, one sends someone else. */
async function answers(told) {
  const { attendees } = await told.read(office, 'session.show', { session: told.session })
  for (const [n, { seat }] of attendees.entries()) {
    if (n % 6 === 5) continue
    const unit = seat.unit.code
    const presence = april.session.absent_with_leave.includes(unit) ? 'absent' : april.session.substitutes.includes(unit) ? 'substitute' : /^(phường|xã)/.test(seat.unit.name.vi) ? 'online' : 'hall'
    await told.change(office, 'session.confirm', { session: told.session, seat: seat.id, presence, note: { absent: 'Dự họp tại tỉnh', substitute: 'Phó Trưởng phòng dự thay' }[presence] })
  }
}

const taken_in_session = 5

async function open(told) {
  const { session } = told
  const { attendees } = await told.read(office, 'session.show', { session })
  const far = attendees.filter(({ seat }) => /^(phường|xã)/.test(seat.unit.name.vi))
  const here = attendees.filter((who) => who.presence !== 'absent' && !far.includes(who))
  await told.change(office, 'session.check_in', { session, here: true, seats: here.map(({ seat }) => seat.id) })
  for (const { seat } of far.slice(2)) {
    const there = await told.read(unitHead(seat.unit.code), 'session.show', { session })
    if (!there.attendees.find((who) => who.id === there.me)?.here) await told.change(unitHead(seat.unit.code), 'session.check_in', { session, site: 'online' })
  }
  await told.clock('2021-05-06', '08:02')
  await told.change(chair, 'session.open', { session })
  told.items = (await told.read(office, 'session.show', { session })).items
  await told.change(chair, 'session.go_to_item', { session, item: told.items[0].id })
  await told.clock('2021-05-06', '08:27')
  await told.change(chair, 'session.go_to_item', { session, item: told.items[1].id })
  const wants = [['project-board', 'Dự án giải ngân chậm'], ['hai-dong', 'Đường vào khu nuôi trồng thủy sản'], ['tax', 'Thu nợ đọng thuế'], ['ninh-duong', '']]
  for (const [unit, note] of wants) await told.change(unitHead(unit), 'session.ask_floor', { session, note })
  await told.clock('2021-05-06', '08:40')
  await told.change(chair, 'session.give_floor', { session, seconds: 600 })
  await takeDown(told, april.conclusion.clauses.slice(0, taken_in_session))
}

async function takeDown(told, clauses) {
  const { session } = told
  for (const c of clauses)
    await told.change(office, 'conclusions.take_down', { session, clause: {
      section: 'tasks', topic: april.conclusion.sections[c.section], text: c.text, lead: told.units[c.lead], partners: c.cooperating.map((unit) => told.units[unit]),
      with_wards: c.with_communes, due: c.due, deliverable: c.deliverable, figures: c.figures ?? [], ...(c.agenda_item ? { item: told.items[c.agenda_item - 1].id } : {}),
    } })
  if (clauses.length > taken_in_session)
    for (const text of april.conclusion.assessment) await told.change(office, 'conclusions.take_down', { session, clause: { section: 'assessment', text } })
}

async function publish(told) {
  const { story } = april
  const joined = (language) => story.paragraphs.map((text) => text[language]).join('\n\n')
  await told.change(['editor'], 'press.edit', { month, story: { title: story.title, lead: story.lead, body: { vi: joined('vi'), en: joined('en') }, figures: story.figures, picture_text: { vi: '', en: '' } } })
  await told.change(['editor'], 'press.publish', told.of)
}

/** Tasks received, worked on, handed in, returned, accepted, late: every state is somewhere. */
async function work(told) {
  const board = await told.read(head, 'directives.board')
  const rows = board.groups.flatMap((group) => group.rows.map((row) => ({ ...row, unit: row.lead.code }))).filter((row) => row.session === told.session)
  const row = (mark) => rows.find((each) => each.mark === mark)
  for (const [n, each] of rows.entries()) if (n % 5) await told.change(unitHead(each.unit), 'directives.receive', { id: each.id })
  for (const { clause, by, on, text, evidence, done } of april.follow_up.toSorted((a, b) => a.on.localeCompare(b.on))) {
    await told.clock(on, '10:00')
    const id = row(clause)?.id
    if (!id) continue
    const who = (await as_clerk(told, by)) ?? unitHead(by)
    await told.change(who, 'directives.report_progress', { id, text, ...(clause === 'II.5.đ' ? { done: 5, total: 11 } : {}) })
    if (!evidence) continue
    const { id: file } = (await (await told.person(...who)).upload(evidence.vi, Buffer.from(`Minh chứng: ${text.vi}`))).json()
    await told.change(who, 'directives.add_evidence', { id, file })
    if (done) {
      await told.change(unitHead(by), 'directives.submit', { id, text })
      await told.change(head, 'directives.accept', { id })
    }
  }
  await told.clock('2021-05-20', '08:30')
}
const as_clerk = async (told, unit) => {
  try {
    await told.person('unit_clerk', unit)
    return ['unit_clerk', unit]
  } catch {
    return null
  }
}
