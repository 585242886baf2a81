// Slow lines and peers that hold a line for its own sake. What moves goes on, however long it takes; what does not is let go.
import { connect } from 'node:net'
import { check, demoCity, exchange, expect, held, Person, serve, until } from '../support/server.mjs'

const server = await serve({ data: await demoCity('slow'), args: ['--quiet'], wrap: ['prlimit', '--nofile=400:400'] })
const clerk = await Person.enter(server, { office: 'unit_clerk' })

/** A line on which things are said piece by piece. */
function line() {
  const socket = connect(server.port, '127.0.0.1')
  const it = { socket, text: '', closed: false }
  socket.on('error', () => {}).on('data', (d) => (it.text += d)).on('close', () => (it.closed = true))
  return it
}
const head = (length, more) => `POST /files HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: ${length}\r\n${more}\r\n`
const own = `Cookie: ${clerk.cookie}\r\nX-CSRF-Token: ${clerk.csrf}\r\nX-File-Name: slow.txt\r\n`

// A ward's line: 4 KiB a second, for longer than any page waits.
const seconds = 66, piece = 'x'.repeat(4096)
const slow = line()
slow.socket.write(head(seconds * piece.length, own))
let sent = 0
const pace = setInterval(() => (sent < seconds ? (slow.socket.write(piece), sent++) : clearInterval(pace)), 1000)

// One that stops in the middle of a body, one in the middle of a header, one that says nothing of who it is.
const stalled = line()
stalled.socket.write(head(1_000_000, own) + piece)
const halfway = line()
halfway.socket.write('GET /healthz HTTP/1.1\r\nX: ')
const stranger = line()
stranger.socket.write(head(20_000_000, 'X-File-Name: a\r\n') + piece)
await until('a stranger hears no before the body is read', 5, () => stranger.text.startsWith('HTTP/1.1 401'))
const large = line()
large.socket.write(`POST /api/access.sign_in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 900000\r\n\r\n{`)
await until("a stranger's large body is refused by its length", 5, () => large.text.startsWith('HTTP/1.1 413'))
held('who may not send is refused before the body is read')

await until('half a header is let go', 30, () => halfway.closed)
await until('a body that stands still is let go', 45, () => stalled.closed)
held('half a header and half a body that stand still are let go')

// One who opens many lines and sends nothing on them takes a share of the room for bodies, not all of it.
const greedy = Array.from({ length: 4 }, line)
for (const g of greedy) g.socket.write(head(20_000_000, own))
await until('the fourth large body of one account is refused', 5, () => greedy.filter((g) => g.text.startsWith('HTTP/1.1 429')).length === 1)
const other = await Person.enter(server, { office: 'editor' })
expect(await other.upload('other.txt', 'x'.repeat(100_000)), 200, 'an upload of another meanwhile')
for (const g of greedy) g.socket.destroy()
await until('the room is free again', 10, async () => (await clerk.upload('free.txt', 'x'.repeat(900_000))).status === 200)
held('one account takes a share of the room for bodies')

// More silent lines than there is room for: the longest silent gives way, and who comes is served.
const silent = []
for (let i = 0; i < 600; i++) silent.push(line())
for (const s of silent) s.socket.write('GET / HTTP/1.1\r\n')
await until('some have given way', 20, () => silent.filter((s) => s.closed).length > 200)
for (let i = 0; i < 20; i++) expect(await exchange(server.address, '/healthz', { agent: false }), 200, 'served while 600 hold a line')
expect(await clerk.read('access.me'), 200, 'reads while 600 hold a line')
for (const s of silent) s.socket.destroy()
held('when all lines are taken the longest silent gives way')

await until('the slow upload is answered', 120, () => slow.text.includes('\r\n\r\n{'))
check(slow.text.startsWith('HTTP/1.1 200'), `an upload of ${seconds} s on a slow line is kept`, slow.text)
check((await server.stop()).code === 0, 'ends cleanly', server.log)
held(`an upload of ${seconds} s at 4 KiB a second is kept`)
