// kill -9 while six writers write, fifty times. After each: the chain holds; every acknowledged change is there, whole;
// what was in flight, sent again with its Idempotency-Key, is there once; sign-ins go on.
//   node tests/faults/kill.mjs [ROUNDS]
import { check, demoCity, held, Person, run, serve } from '../support/server.mjs'
import { noneTwice, numberNow, Writer } from './load.mjs'

const rounds = Number(process.argv[2] ?? 50)
const data = await demoCity('kill')
let server = await serve({ data })
const writers = []
for (const [i, office] of ['chair', 'head_of_office', 'office_clerk', 'unit_head', 'unit_clerk', 'editor'].entries())
  writers.push(new Writer(await Person.enter(server, { office }), `w${i}`))

const first = await numberNow(writers[0].person, 'first.txt')
let unknown = 0
for (let round = 1; round <= rounds; round++) {
  // The plug is pulled at another moment each time: after so many acknowledgements, with six requests under way.
  let left = 1 + ((round * 17) % 40)
  const state = {}
  const from = writers.map((w) => w.acknowledged.length)
  const writing = writers.map((w) => w.run(state, () => { if (--left === 0) server.kill('SIGKILL') }))
  await Promise.all(writing)
  const { signal } = await server.ended
  check(signal === 'SIGKILL', `round ${round}: ended by the kill`, server.log.slice(-2000))
  unknown += writers.filter((w) => w.unknown).length
  const proof = await run('verify', '--data', data)
  check(proof.code === 0, `round ${round}: verify passes`, proof)
  server = await serve({ data })
  for (const w of writers) w.person.server = server
  await Promise.all(writers.map((w) => w.settle()))
  await Promise.all(writers.map((w, i) => w.verify(from[i])))
}
await Promise.all(writers.map((w) => w.verify()))
const done = await noneTwice(writers[0].person, writers, first)
check((await server.stop()).code === 0, 'ends cleanly')
check((await run('verify', '--data', data)).code === 0, 'verify passes at the end')
held(`${rounds} kills, ${done} changes acknowledged or settled, ${unknown} in flight at a kill: each there once, chain whole each time`)
