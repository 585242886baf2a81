// Two programs on one PostgreSQL: what one commits is seen by who watches on the other, and decided upon there; one
// that is killed takes nothing with it.
//   tests/support/with-postgresql.sh node tests/faults/processes.mjs
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Live } from '../support/live.mjs'
import { check, expect, folder, held, Person, run, serve, until } from '../support/server.mjs'

const host = process.env.GIAOBAN_TEST_POSTGRESQL
check(host, 'a PostgreSQL server: run by tests/support/with-postgresql.sh')
const sql = (database, words) => execFileSync('/usr/lib/postgresql/15/bin/psql', ['-X', '-q', '-t', '-A', '-d', `${host}/${database}`, '-c', words], { encoding: 'utf8' })
sql('postgres', 'create database two')
const place = folder('processes')
const files = join(place, 'files')
mkdirSync(files)
const shared = ['--database', `${host}/two`, '--files', files, '--quiet']
let a = await serve({ data: join(place, 'a'), args: shared })
const b = await serve({ data: join(place, 'b'), args: shared })
held('two programs serve one database, each from a data folder of its own')

const onB = (person) => new Person(b, person.cookie, person.me)
const signedIn = async (person) => (await person.read('access.me')).json().signed_in
/** Someone who has signed in at the first program, once the second knows. */
async function enter(seat) {
  const person = await Person.enter(a, seat)
  await until('a sign-in on one is known on the other', 10, () => signedIn(onB(person)))
  return person
}

// ---- a figure: held in memory by each, seen by who watches on the other
const chair = await enter({ office: 'chair' })
const month = '2021-04'
const unit = 'hai-hoa'
const clerk = await enter({ office: 'unit_clerk', unit })
expect(await clerk.change('figures.take_back', { unit, month }), 200, 'a form is taken back')
const watcher = await Live.open(b, chair.cookie)
held('who signed in on one is signed in on the other')
const form = `/api/figures.form?month=${month}&unit=${unit}`
watcher.say({ watch: form })
const lines = (data) => data.groups.flatMap((g) => g.lines)
const indicator = lines(await watcher.data(form)).find((l) => /^\d+\.\d$/.test(l.last_month ?? '')).indicator.code
const shown = (value) => (data) => lines(data).find((l) => l.indicator.code === indicator).value === value
const enterFigure = (value) => clerk.change('figures.enter', { unit, month, cells: [{ indicator, value, reason: 'thử' }] })
for (const value of ['41.5', '42.5']) {
  expect(await enterFigure(value), 200, `a figure is entered on one (${indicator})`)
  await watcher.data(form, shown(value), 20)
}
const words = (answer) => answer.text.replace(/"now":"[^"]*"/g, '')
for (const operation of ['figures.table', 'home.month']) {
  const [here, there] = await Promise.all([chair.read(operation, { month }), onB(chair).read(operation, { month })])
  check(here.status === 200 && words(here) === words(there), `${operation}: the same from both`)
}
held('a figure entered on one is seen by who watches on the other; totals are the same from both')

// ---- both write: one journal, one order
const writers = []
for (const office of ['office_clerk', 'editor', 'head_of_office']) writers.push(await enter({ office }))
const kept = await Promise.all(Array.from({ length: 60 }, async (_, i) => {
  const who = writers[i % 3]
  const answer = expect(await (i % 2 ? who : onB(who)).upload(`${i}.txt`, `content ${i}`), 200, 'a change on either')
  return { id: answer.json().id, i, who }
}))
check(new Set(kept.map((k) => k.id)).size === 60, 'no two share a number')
for (const { id, i, who } of kept) check((await (i % 2 ? onB(who) : who).file(id)).text === `content ${i}`, 'a file sent to one is given by the other')
const once = await writers[0].upload('once.txt', 'once', 'a-key')
check((await onB(writers[0]).upload('once.txt', 'once', 'a-key')).text === once.text, 'sent again to the other, it is done once')
held('60 changes on both at once: none lost, none twice; files are the same from both')

// ---- signing out on one ends the live socket on the other
expect(await chair.change('access.sign_out', {}), 200, 'signs out on one')
await until('the live socket on the other is ended', 10, () => watcher.code === 4401)
check(!(await signedIn(onB(chair))), 'signed out on the other')
held('who signs out on one is out on the other, live sockets too')

// ---- the database's connections break: each comes back by itself and misses nothing
const second = await enter({ office: 'chair' })
const again = await Live.open(b, second.cookie)
again.say({ watch: form })
await again.data(form)
sql('postgres', "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'two'")
const writes = async (person) => (await person.upload('x.txt', `${Math.random()}`)).status === 200
await until('both write again', 20, async () => (await writes(clerk)) && (await writes(onB(clerk))))
expect(await enterFigure('43.5'), 200, 'a figure after the break')
await again.data(form, shown('43.5'), 20)
held('broken connections come back by themselves, and what was missed is seen')

// ---- one is killed while both write: the other goes on, and each acknowledged change is there once
const answered = new Map()
let killed = false
const burst = async (person, name) => {
  for (let i = 0; i < 200 && !(killed && i > 20); i++) {
    const answer = await person.upload(`${name}-${i}`, `${name} ${i}`).catch(() => null)
    if (answer?.status === 200) answered.set(answer.json().id, `${name} ${i}`)
    if (answered.size > 40 && !killed) (killed = true), a.kill('SIGKILL')
  }
}
await Promise.all([burst(clerk, 'a'), burst(onB(clerk), 'b'), burst(onB(writers[0]), 'c')])
check(killed, 'one was killed meanwhile', answered.size)
expect(await onB(clerk).upload('after.txt', 'after'), 200, 'the other goes on')
a = await serve({ data: join(place, 'a'), args: shared })
const back = new Person(a, clerk.cookie, clerk.me)
for (const [id, content] of answered) {
  const answer = await back.file(id)
  check(answer.status === 403 || answer.text === content, 'an acknowledged file is there', `${id} ${answer.text}`)
}
const table = async (person) => words(await person.read('figures.table', { month }))
check((await table(back)) === (await table(onB(clerk))), 'the one that came back knows what the other knows')
held(`one killed in the middle of ${answered.size} acknowledged changes: the other goes on, none is lost`)

// ---- files in another place are refused; one chain
const stray = await run('serve', '--port', '0', '--data', join(place, 'c'), '--database', `${host}/two`)
check(stray.code === 1 && stray.err.includes('--files'), 'a program with another folder of files is refused', stray)
const same = await run('serve', '--port', '0', '--data', join(place, 'a'), ...shared)
check(same.code === 1 && same.err.includes(`process ${a.pid}`), 'two programs do not share a data folder', same)
check((await a.stop()).code === 0 && (await b.stop()).code === 0, 'both end cleanly', [a.log, b.log])
const proof = await run('verify', '--data', join(place, 'a'), '--database', `${host}/two`, '--files', files)
check(proof.code === 0, 'the chain holds', proof)
const entries = Number(/Journal: (\d+) entries/.exec(proof.out)[1])
check(Number(sql('two', 'select count(distinct seq) from journal')) === entries && Number(sql('two', 'select max(seq) from journal')) === entries, 'numbered without a gap')
writeFileSync(join(files, 'belongs-to'), 'another\n')
check((await run('serve', '--port', '0', '--data', join(place, 'a'), ...shared)).code === 1, "another database's files are refused")
held('one chain, proven; a folder of files belongs to one database')
