// Six offices carry April through the page: a ward's clerk, the synthesis officer, the head of Office, the chair, a
// unit's head, the editor. The chair's console and a delegate's page see each other's changes as they happen. What
// the other units do meanwhile goes through the same operations without a page.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { open } from './harness.mjs'

const month = '2021-04'
const data = (name) => JSON.parse(readFileSync(new URL(`../../demo/mong-cai/${name}`, import.meta.url), 'utf8'))
const april = data('april-2021.json')

/** What each unit reports for April in the end: {unit: {indicator: "29.8"}}. */
function reported() {
  const out = {}
  for (const { indicator, unit, vintages } of data('figures.json').series)
    for (const v of vintages) if (v.month === month && v.state !== 'stand_in') (out[unit] ??= {})[indicator] = v.value
  return out
}
async function done(answer, what) {
  const got = await answer
  assert.equal(got.status, 200, `${what}: ${got.status} ${got.text.slice(0, 400)}`)
  return got.json()
}
const advance = (person, to) => done(person.change('demo.advance_clock', { to }), 'demo.advance_clock')
const button = (page, name) => page.getByRole('button', { name, exact: typeof name === 'string' })

/** On a busy machine a page may take its time; what counts is that it comes. */
async function sit(world, seat, look) {
  const page = await world.seat(seat, look)
  page.setDefaultTimeout(60_000)
  return page
}

async function figures(world, office) {
  const values = reported()
  const coverage = await done(office.read('figures.coverage', { month }), 'figures.coverage')
  const left = coverage.units.filter((u) => u.state === 'open').map((u) => u.unit.code)
  const wards = new Set(data('units.json').units.filter((u) => u.kind === 'ward' || u.kind === 'commune').map((u) => u.code))
  const ward = left.find((code) => wards.has(code))
  assert.ok(ward, 'a ward has not reported yet')

  // The ward's clerk types its month; three zeros too many are caught.
  const clerk = await sit(world, { office: 'unit_clerk', unit: ward })
  await clerk.goto(world.address(month, 'figures', 'unit', ward))
  const cell = (code) => clerk.locator(`tr[data-code="${code}"] input`)
  await cell('retail_sales').waitFor()
  const entries = Object.entries(values[ward])
  for (const [code, value] of entries) {
    await cell(code).fill((code === 'retail_sales' ? String(Math.round(Number(value) * 1000)) : value).replace('.', ','))
    await cell(code).press('Enter')
  }
  await button(clerk, /^Sửa thành/).first().click()
  await world.picture(clerk, 'april-1-form')
  await button(clerk, 'Gửi Văn phòng').click()
  await button(clerk, 'Gửi Văn phòng').waitFor({ state: 'detached' })

  // All others meanwhile.
  for (const unit of left.filter((code) => code !== ward)) {
    const person = await world.person({ office: 'unit_clerk', unit })
    const cells = Object.entries(values[unit]).map(([indicator, value]) => ({ indicator, value, reason: 'Đã đối chiếu với sổ gốc.' }))
    await done(person.change('figures.enter', { unit, month, cells }), `figures.enter of ${unit}`)
    await done(person.change('figures.submit', { unit, month }), `figures.submit of ${unit}`)
  }
  // The synthesis officer approves the ward's form on the page.
  const desk = await sit(world, { office: 'office_clerk' })
  await desk.goto(world.address(month, 'figures', 'unit', ward))
  await button(desk, 'Duyệt biểu').click()
  await button(desk, 'Mở lại').waitFor()
  for (const { unit, state } of (await done(office.read('figures.coverage', { month }), 'figures.coverage')).units)
    if (state === 'submitted') await done(office.change('figures.approve', { unit: unit.code, month }), `figures.approve of ${unit.code}`)
  await clerk.context().close()
  return desk
}

async function report(world, desk) {
  await desk.goto(world.address(month, 'report'))
  await button(desk, 'Soạn báo cáo từ số liệu').click()
  await desk.getByText('26%').first().waitFor()
  for (const ratio of ['4,3%', '1,3%', '104,9%', '36,6%', '120%', '232,7%']) await desk.getByText(ratio).first().waitFor()
  await world.picture(desk, 'april-2-report')

  // A delegate's comment arrives on the Office's page by itself.
  const delegate = await sit(world, { office: 'unit_head', unit: 'tax' })
  await delegate.goto(world.address(month, 'report'))
  await button(delegate, 'Góp ý toàn văn').click()
  await delegate.getByLabel('Ý kiến của bạn').fill('Đề nghị nêu rõ khoản thu có nguy cơ không đạt.')
  await button(delegate, 'Gửi góp ý').click()
  await desk.getByText('Đề nghị nêu rõ khoản thu có nguy cơ không đạt.').first().waitFor()
  await button(desk, 'Trả lời').first().click()
  await desk.locator('article.card textarea').first().fill('Tiếp thu, bổ sung tên khoản thu.')
  await desk.locator('article.card form').getByRole('button', { name: 'Trả lời' }).click()
  await delegate.getByText('Tiếp thu, bổ sung tên khoản thu.').first().waitFor()
  await delegate.context().close()

  const head = await sit(world, { office: 'head_of_office' })
  await head.goto(world.address(month, 'report'))
  await button(head, 'Chốt báo cáo').click()
  await button(head, 'Chốt báo cáo').waitFor({ state: 'detached' })
  return head
}

async function invitation(world, head, office) {
  const seats = (await done(office.read('demo.seats'), 'demo.seats')).seats
  const chair = seats.find(({ seat }) => seat.office === 'chair').seat.id
  const units = Object.fromEntries((await done(office.read('units.list'), 'units.list')).units.map((u) => [u.code, u.id]))
  const { session } = await done(office.change('session.plan', {
    month, date: april.session.date, from: april.session.from, to: april.session.to, place: april.session.place, chair,
    items: april.agenda.slice(0, 3).map((item) => ({ title: item.title, presenter: units[item.presenter], minutes: item.minutes, kind: item.number === 1 ? 'report' : item.kind })),
  }), 'session.plan')
  await head.goto(world.address(month, 'session'))
  await button(head, 'Gửi giấy mời').click()
  await head.getByRole('dialog').getByRole('button', { name: 'Gửi giấy mời' }).click()
  await head.getByText('42/GM-UBND').first().waitFor()
  await world.picture(head, 'april-3-invitation')
  return { session, units }
}

async function meeting(world, office, { session, units }) {
  await advance(office, '2021-05-06T00:45:00.000Z')
  const chair = await sit(world, { office: 'chair' })
  const delegate = await sit(world, { office: 'unit_head', unit: 'border-gate' }, { width: 1024 })
  const view = await done(office.read('session.show', { session }), 'session.show')
  const mine = view.attendees.find((a) => a.seat.unit.code === 'border-gate').seat.id
  await done(office.change('session.check_in', { session, here: true, seats: view.attendees.map((a) => a.seat.id).filter((id) => id !== mine) }), 'session.check_in')
  await delegate.goto(world.address(month, 'session'))
  await button(delegate, 'Tôi dự trực tuyến').click()
  await chair.goto(`/console/${month}`)
  await button(chair, 'Khai mạc phiên họp').click()
  await delegate.getByText('Đang họp').first().waitFor()

  await button(chair, 'Sang nội dung 1').click()
  await delegate.getByText(/Nội dung 1\//).first().waitFor()
  // The delegate asks; the chair sees it and gives the floor; the delegate sees that.
  await delegate.getByLabel('Về việc gì').fill('Giờ thông quan')
  await button(delegate, 'Đăng ký phát biểu').click()
  await world.picture(delegate, 'april-4-delegate')
  await button(chair, /^Mời .* phát biểu$/).click()
  await button(delegate, 'Kết thúc lượt').click()
  await chair.getByText('Chưa có ai phát biểu').first().waitFor()
  await world.picture(chair, 'april-5-console')

  // The line drops on one side; the session goes on; back again, the page catches up without being loaded anew.
  await delegate.evaluate(() => (window.stayed = true))
  await delegate.context().setOffline(true)
  await button(chair, 'Sang nội dung 2').click()
  await chair.getByRole('button', { name: 'Sang nội dung 3' }).waitFor()
  await delegate.context().setOffline(false)
  await delegate.getByText(/Nội dung 2\//).first().waitFor()
  assert.equal(await delegate.evaluate(() => window.stayed), true, 'the page was not loaded anew')

  // The chair says a conclusion in one line; the Office completes it.
  const line = chair.getByLabel('Ghi kết luận').first()
  await line.fill('Giao Chi cục Thuế chủ trì, thu hồi nợ đọng thuế, báo cáo trước 20/5')
  await line.press('Enter')
  await chair.getByText('Vừa ghi').or(chair.getByText('II.1')).first().waitFor()
  const { clauses } = await done(office.read('conclusions.show', { session }), 'conclusions.show')
  assert.equal(clauses.length, 1, 'the clause is taken down once')
  const [clause] = clauses
  await done(office.change('conclusions.revise', { id: clause.id, version: clause.version, clause: {
    section: 'tasks', text: { vi: 'Thu hồi nợ đọng thuế, giảm số nợ ít nhất 25%.', en: 'Collect tax arrears; cut them by a quarter at least.' }, lead: units.tax, due: '2021-05-20',
    deliverable: { vi: 'Báo cáo kết quả thu nợ', en: 'Report on the arrears' }, figures: ['tax_debt'],
  } }), 'conclusions.revise')
  await done(office.change('conclusions.take_down', { session, clause: { section: 'assessment', text: april.conclusion.assessment[0] } }), 'conclusions.take_down')

  for (let next = 3; ; next++) {
    const to = button(chair, `Sang nội dung ${next}`)
    if (!(await to.isVisible())) break
    await to.click()
    await delegate.getByText(new RegExp(`Nội dung ${next}/`)).first().waitFor()
    await to.waitFor({ state: 'detached' })
  }
  await button(chair, 'Bế mạc').last().click()
  await chair.getByRole('dialog').getByRole('button', { name: 'Bế mạc' }).click()
  await delegate.getByText('Đã bế mạc').first().waitFor()
  await chair.context().close()
  await delegate.context().close()
}

async function notice(world, head) {
  await head.goto(world.address(month, 'conclusions'))
  await button(head, 'Ban hành').click()
  await head.getByRole('dialog').getByRole('button', { name: 'Ban hành' }).click()
  await head.getByText('96/TB-VP').first().waitFor()
  await world.picture(head, 'april-6-notice')
}

async function task(world, head) {
  const lead = await sit(world, { office: 'unit_head', unit: 'tax' }, { width: 390 })
  await lead.goto(world.address(month, 'directives') + '?list=inbox')
  await lead.getByRole('link', { name: /Thu hồi nợ đọng thuế, giảm số nợ/ }).first().click()
  await button(lead, 'Nhận việc').click()
  await button(lead, 'Tệp minh chứng').click()
  await lead.locator('input[type=file]').setInputFiles({ name: 'Báo cáo thu nợ.pdf', mimeType: 'application/pdf', buffer: Buffer.from('Đã thu 25% số nợ.') })
  await lead.getByText('Báo cáo thu nợ.pdf').first().waitFor()
  await button(lead, 'Nộp nghiệm thu').click()
  await button(lead, 'Nộp nghiệm thu').waitFor({ state: 'detached' })
  await world.picture(lead, 'april-7-task-390')
  await head.goto(new URL(lead.url()).pathname)
  await button(head, 'Nghiệm thu').click()
  await button(head, 'Nghiệm thu').waitFor({ state: 'detached' })
  await lead.context().close()
}

async function press(world) {
  const editor = await sit(world, { office: 'editor' })
  await editor.goto(world.address(month, 'press'))
  await button(editor, 'Soạn từ phiên họp').click()
  await button(editor, 'Công bố').click()
  await editor.getByRole('link', { name: 'Mở trang công bố' }).waitFor()
  await world.picture(editor, 'april-8-press')
  const reader = await sit(world, null)
  await reader.goto('/cong-bo/2021-04')
  await reader.getByText('96/TB-VP').first().waitFor()
  await reader.getByText('Thu hồi nợ đọng thuế, giảm số nợ ít nhất 25%.').first().waitFor()
  await world.axe(reader)
  await world.picture(reader, 'april-9-public')
  await editor.context().close()
  await reader.context().close()
}

test('six offices carry April through the page', { timeout: 900_000 }, async (t) => {
  const world = await open(t)
  const office = await world.person({ office: 'office_clerk' })
  let stopped = false // what follows stands on what went before
  const step = (name, run) =>
    t.test(name, { skip: stopped }, async (part) => {
      stopped = true
      try {
        await run(part)
      } catch (e) {
        for (const [n, context] of world.browser.contexts().entries()) for (const page of context.pages()) await page.screenshot({ path: new URL(`results/stopped-${n}.png`, import.meta.url).pathname }).catch(() => {})
        throw e
      }
      stopped = false
    })
  let desk, head, planned
  await step('a ward enters, a slip is caught, the Office approves', async () => (desk = await figures(world, office)))
  await step('the report drafts itself, a comment arrives live, is answered; final', async () => (head = await report(world, desk)))
  await step('the invitation goes out', async () => (planned = await invitation(world, head, office)))
  await step('chair and delegate see each other live, also after a dropped line', () => meeting(world, office, planned))
  await step('the notice is issued', async () => {
    await advance(office, '2021-05-10T02:00:00.000Z')
    await notice(world, head)
  })
  await step('the unit hands in, the Office accepts', () => task(world, head))
  await step('the editor publishes, anyone reads', () => press(world))
})
