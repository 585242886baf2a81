// Back-ups taken while people write hold everything acknowledged before they began, prove themselves, and serve.
import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { check, demoCity, expect, exchange, folder, held, Person, run, serve, until } from '../support/server.mjs'
import { Writer } from './load.mjs'

const data = await demoCity('backup')
const place = folder('backups')
const server = await serve({ data })
const writers = []
for (const office of ['office_clerk', 'unit_clerk', 'editor']) writers.push(new Writer(await Person.enter(server, { office }), office))
const state = {}
const writing = writers.map((w) => w.run(state))

const backups = []
for (let n = 1; n <= 3; n++) {
  const sofar = writers.map((w) => w.acknowledged.length + 5)
  await until('some more is written', 60, () => writers.every((w, i) => w.acknowledged.length >= sofar[i]))
  const before = writers.map((w) => w.acknowledged.length)
  const to = join(place, `backup-${n}`)
  const done = await run('backup', '--data', data, '--to', to)
  check(done.code === 0, `back-up ${n} while served`, done)
  backups.push({ to, before })
}
const again = await run('backup', '--data', data, '--to', backups[0].to)
check(again.code !== 0 && again.err.includes(backups[0].to), 'a back-up never overwrites one', again)
state.stopping = true
await Promise.all(writing)
check((await server.stop()).code === 0, 'ends cleanly')

for (const [n, { to, before }] of backups.entries()) {
  const restored = join(place, `restored-${n}`)
  const done = await run('restore', '--from', to, '--data', restored)
  check(done.code === 0 && /chain holds/.test(done.out), `back-up ${n + 1} is restored and proves itself`, done)
  const second = await serve({ data: restored })
  for (const [i, w] of writers.entries()) {
    w.person.server = second
    await w.verify(0, before[i])
  }
  expect(await exchange(second.address, '/healthz'), 200, 'serves')
  check((await second.stop()).code === 0, 'ends cleanly')
}
check((statSync(backups[0].to).mode & 0o077) === 0, "a back-up is its owner's alone")
const onto = await run('restore', '--from', backups[0].to, '--data', data)
check(onto.code !== 0 && existsSync(join(data, 'giaoban.db')), 'a restore never overwrites data', onto)
const nothing = await run('backup', '--data', join(place, 'nowhere'), '--to', join(place, 'x'))
check(nothing.code !== 0 && !existsSync(join(place, 'x')), 'a back-up of nothing is refused', nothing)
held('3 back-ups under load: each restored, proven, and holding all that was acknowledged before it')

// ---- a back-up of another's making: nothing of it lies outside the new folder, and what was altered is not put in place
const secret = join(place, 'secret')
writeFileSync(secret, 'what lies elsewhere on the machine')
const shelf = (at) => join(at, 'files', readdirSync(join(at, 'files'))[0])
const hostile = [
  ['a link in place of a file', /missing|altered/i, (at) => { const f = join(shelf(at), readdirSync(shelf(at))[0]); rmSync(f); symlinkSync(secret, f) }],
  ['a link in place of the database', /No giaoban\.db/, (at) => { rmSync(join(at, 'giaoban.db')); symlinkSync(join(data, 'giaoban.db'), join(at, 'giaoban.db')) }],
  ['a changed file', /altered/, (at) => { const f = join(shelf(at), readdirSync(shelf(at))[0]); chmodSync(f, 0o600); writeFileSync(f, 'other') }],
  ['a missing file', /missing/, (at) => rmSync(shelf(at), { recursive: true })],
  ['statements that run by themselves', /triggers/, (at) => execFileSync('sqlite3', [join(at, 'giaoban.db'), 'create trigger t after insert on file begin delete from journal; end'])],
  ['no database at all', /giaoban\.db|not a database/, (at) => writeFileSync(join(at, 'giaoban.db'), 'x'.repeat(8192))],
]
for (const [name, words, alter] of hostile) {
  const from = join(place, 'hostile'), to = join(place, 'from-hostile')
  for (const path of [from, to, to + '.part']) rmSync(path, { recursive: true, force: true })
  cpSync(backups[0].to, from, { recursive: true })
  alter(from)
  const refused = await run('restore', '--from', from, '--data', to)
  check(refused.code !== 0 && !existsSync(to), `${name}: not put in place`, refused)
  check(words.test(refused.out + refused.err), `${name}: named`, refused)
  const copied = existsSync(to + '.part') ? readdirSync(to + '.part', { recursive: true }).map((f) => join(to + '.part', f)).filter((f) => statSync(f).isFile()) : []
  check(copied.every((f) => !readFileSync(f).includes('what lies elsewhere')), `${name}: nothing from elsewhere came in`)
}
const strange = join(place, 'strange'), plain = join(place, 'from-strange')
cpSync(backups[0].to, strange, { recursive: true })
writeFileSync(join(strange, 'cron'), 'run me')
writeFileSync(join(shelf(strange), '.hidden'), 'run me')
mkdirSync(join(strange, 'files', 'bin'))
symlinkSync('/etc', join(strange, 'files', 'zz'))
check((await run('restore', '--from', strange, '--data', plain)).code === 0, 'what is strange beside a whole back-up is left behind')
check(!existsSync(join(plain, 'cron')) && !existsSync(join(plain, 'files', 'zz')) && !readdirSync(join(plain, 'files'), { recursive: true }).some((f) => f.endsWith('.hidden')), 'only its own files are taken')
held(`${hostile.length} altered back-ups are named and not put in place`)
