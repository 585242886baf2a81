// SIGTERM under load: what was accepted is finished and answered, live sockets are told, the folder is left in order.
import { connect } from 'node:net'
import { check, demoCity, held, Person, run, serve } from '../support/server.mjs'
import { Writer } from './load.mjs'

const data = await demoCity('stop')
for (let round = 1; round <= 5; round++) {
  const server = await serve({ data })
  const writers = []
  for (const office of ['office_clerk', 'unit_clerk', 'editor', 'chair']) writers.push(new Writer(await Person.enter(server, { office }), `${office}-${round}`))
  const live = connect(server.port, '127.0.0.1')
  const heard = []
  live.on('error', () => {}).on('data', (d) => {
    heard.push(d)
    if (d.at(-4) === 0x88 && d.at(-3) === 2) live.end(Buffer.from([0x88, 0x82, 0, 0, 0, 0, 3, 0xe9])) // a close is answered with a close
  })
  const liveClosed = new Promise((resolve) => live.on('close', resolve))
  live.write(`GET /live HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`)
  let left = 20
  const state = {}
  await Promise.all(writers.map((w) => w.run(state, () => { if (--left === 0) server.kill('SIGTERM') })))
  const { code } = await server.ended
  check(code === 0, `round ${round}: exit status 0`, server.log.slice(-2000))
  await liveClosed
  const last = Buffer.concat(heard).subarray(-4)
  check(last[0] === 0x88 && last.readUInt16BE(2) === 1001, `round ${round}: the live socket was told that the server goes`, last.toString('hex'))
  check((await run('verify', '--data', data)).code === 0, `round ${round}: verify passes`)
  const next = await serve({ data })
  for (const w of writers) w.person.server = next
  for (const w of writers) await w.settle()
  for (const w of writers) await w.verify()
  await next.stop()
}
held('5 times SIGTERM under load: answered work is there, exit status 0, live sockets closed with 1001')
