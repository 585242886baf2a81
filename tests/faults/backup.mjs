// Back-ups taken while people write hold everything acknowledged before they began, prove themselves, and serve.
import { existsSync } from 'node:fs'
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
const onto = await run('restore', '--from', backups[0].to, '--data', data)
check(onto.code !== 0 && existsSync(join(data, 'giaoban.db')), 'a restore never overwrites data', onto)
const nothing = await run('backup', '--data', join(place, 'nowhere'), '--to', join(place, 'x'))
check(nothing.code !== 0 && !existsSync(join(place, 'x')), 'a back-up of nothing is refused', nothing)
held('3 back-ups under load: each restored, proven, and holding all that was acknowledged before it')
