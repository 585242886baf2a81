// Requests that no browser makes. Each is refused or its connection closed, nobody else notices, and the server
// still answers afterwards. What two servers might read in two ways (request smuggling) is never carried out.
import { readdirSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { check, demoCity, exchange, held, Person, serve, until } from '../support/server.mjs'

const server = await serve({ data: await demoCity('http') })
const clerk = await Person.enter(server, { office: 'unit_clerk' })

/** Sends bytes as they are; gives the statuses of all answers, and whether the server closed the line. */
function raw(bytes, { wait = 5000, then } = {}) {
  return new Promise((resolve) => {
    const socket = connect(server.port, '127.0.0.1')
    let text = ''
    const end = (closed) => {
      socket.destroy()
      resolve({ statuses: [...text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map((m) => Number(m[1])), closed, text })
    }
    socket.setTimeout(wait, () => end(false))
    socket.on('data', (d) => {
      text += d.toString('latin1')
      if (d.at(-4) === 0x88 && d.at(-3) === 2) end(true) // the live socket's own "closed"
      if (then && text.includes('"hello"')) socket.write(then, 'latin1'), (then = undefined) // a live socket is spoken to once it is open
    })
    socket.on('close', () => end(true))
    socket.on('error', () => end(true))
    socket.on('connect', () => socket.write(bytes, 'latin1'))
  })
}

const host = 'Host: 127.0.0.1\r\n'
/** What a smuggler would hide behind a body: if it is ever carried out, two answers come. */
const hidden = `GET /healthz HTTP/1.1\r\n${host}\r\n`
const post = (headers, body = '') => `POST /api/demo.enter HTTP/1.1\r\n${host}Content-Type: application/json\r\n${headers}\r\n${body}`

// name, bytes, what the first answer may be (none = just closed); never a second answer
const refused = [
  ['two lengths', post('Content-Length: 5\r\nContent-Length: 45\r\n', hidden)],
  ['a length and chunks', post('Content-Length: 5\r\nTransfer-Encoding: chunked\r\n', `0\r\n\r\n${hidden}`)],
  ['chunks and a length', post('Transfer-Encoding: chunked\r\nContent-Length: 5\r\n', `0\r\n\r\n${hidden}`)],
  ['chunked, in two fields', post('Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n', `0\r\n\r\n${hidden}`)],
  ['an unknown coding', post('Transfer-Encoding: xchunked\r\n', `0\r\n\r\n${hidden}`)],
  ['identity', post('Transfer-Encoding: identity\r\n', hidden)],
  ['gzip before chunked', post('Transfer-Encoding: gzip, chunked\r\n', `0\r\n\r\n${hidden}`)],
  ['chunked before gzip', post('Transfer-Encoding: chunked, gzip\r\n', `0\r\n\r\n${hidden}`)],
  ['a space before the colon', post('Transfer-Encoding : chunked\r\n', `0\r\n\r\n${hidden}`)],
  ['a tab in the coding', post('Transfer-Encoding:\tchunked\x0b\r\n', `0\r\n\r\n${hidden}`)],
  ['a folded header', post('Transfer-Encoding:\r\n chunked\r\nContent-Length: 5\r\n', `0\r\n\r\n${hidden}`)],
  ['chunks in HTTP/1.0', post('Transfer-Encoding: chunked\r\n', `0\r\n\r\n${hidden}`).replace('HTTP/1.1', 'HTTP/1.0')],
  ['a negative length', post('Content-Length: -1\r\n', hidden)],
  ['a signed length', post('Content-Length: +5\r\n', `12345${hidden}`)],
  ['a length in hex', post('Content-Length: 0x05\r\n', `12345${hidden}`)],
  ['a length with words', post('Content-Length: 5 bytes\r\n', `12345${hidden}`)],
  ['a list of lengths', post('Content-Length: 5, 5\r\n', `12345${hidden}`)],
  ['a length beyond 64 bits', post('Content-Length: 99999999999999999999\r\n', hidden)],
  ['a chunk size that is no number', post('Transfer-Encoding: chunked\r\n', `zz\r\n{}\r\n0\r\n\r\n${hidden}`)],
  ['a negative chunk size', post('Transfer-Encoding: chunked\r\n', `-1\r\n{}\r\n0\r\n\r\n${hidden}`)],
  ['a chunk size beyond 64 bits', post('Transfer-Encoding: chunked\r\n', `fffffffffffffffff\r\n{}\r\n0\r\n\r\n${hidden}`)],
  ['a chunk without its end', post('Transfer-Encoding: chunked\r\n', `2\r\n{}xx0\r\n\r\n${hidden}`)],
  ['fields behind the chunks', post('Transfer-Encoding: chunked\r\n', `a\r\n{"seat":1}\r\n0\r\nX-Forwarded-For: 203.0.113.7\r\n\r\n`)],
  ['lines ended by LF alone', `GET /healthz HTTP/1.1\nHost: 127.0.0.1\n\n`],
  ['a bare LF in a header', `GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\nX: y\r\n\r\n`],
  ['a bare CR in a header', `GET /healthz HTTP/1.1\r\n${host}X: a\rb\r\n\r\n`],
  ['a null in a header', `GET /healthz HTTP/1.1\r\n${host}X: a\0b\r\n\r\n`],
  ['a null in the address', `GET /health\0z HTTP/1.1\r\n${host}\r\n`],
  ['no Host', 'GET /healthz HTTP/1.1\r\n\r\n'],
  ['two Hosts', `GET /healthz HTTP/1.1\r\n${host}Host: other\r\n\r\n`],
  ["another's name, pointed here", 'GET /healthz HTTP/1.1\r\nHost: evil.example:8080\r\n\r\n'],
  ["another's name before ours", 'GET /healthz HTTP/1.1\r\nHost: evil.example@127.0.0.1\r\n\r\n'],
  ["another's live socket", 'GET /live HTTP/1.1\r\nHost: evil.example\r\nOrigin: http://evil.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n'],
  ['no version', `GET /healthz\r\n${host}\r\n`],
  ['HTTP/2 spoken', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['HTTP/9.9', `GET /healthz HTTP/9.9\r\n${host}\r\n`],
  ['an absolute address', `GET http://127.0.0.1/healthz HTTP/1.1\r\n${host}\r\n`],
  ['CONNECT', `CONNECT example.org:443 HTTP/1.1\r\n${host}\r\n`],
  ['TRACE', `TRACE / HTTP/1.1\r\n${host}\r\n`],
  ['PUT', `PUT /files HTTP/1.1\r\n${host}Content-Length: 0\r\n\r\n`],
  ['DELETE', `DELETE /files/1 HTTP/1.1\r\n${host}\r\n`],
  ['a made-up method', `STEAL / HTTP/1.1\r\n${host}\r\n`],
  ['a header without a colon', `GET /healthz HTTP/1.1\r\n${host}nonsense\r\n\r\n`],
  ['an empty header name', `GET /healthz HTTP/1.1\r\n${host}: x\r\n\r\n`],
  ['TLS spoken to a plain port', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03' + '\x7f'.repeat(500)],
  ['noise', Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919 + 13) % 251)).toString('latin1')],
  ['an address of 100 KiB', `GET /${'a'.repeat(100_000)} HTTP/1.1\r\n${host}\r\n`],
  ['a header of 100 KiB', `GET /healthz HTTP/1.1\r\n${host}X: ${'a'.repeat(100_000)}\r\n\r\n`],
  ['ten thousand headers', `GET /healthz HTTP/1.1\r\n${host}${Array.from({ length: 10_000 }, (_, i) => `X${i}: y\r\n`).join('')}\r\n`],
  ['a body of 2 MiB by its length', post('Content-Length: 2097152\r\n')],
  ['a body of 2 MiB in chunks', post('Transfer-Encoding: chunked\r\n', `200000\r\n${'a'.repeat(0x200000)}\r\n0\r\n\r\n`)],
]

for (const [name, bytes] of refused) {
  const { statuses, closed, text } = await raw(bytes)
  check(statuses.length <= 1, `${name}: at most one answer`, text.slice(0, 600))
  check(statuses.every((s) => s >= 400), `${name}: refused`, text.slice(0, 600))
  check(closed, `${name}: the line is closed afterwards`, text.slice(0, 600))
  check(!text.includes('\r\n\r\nok'), `${name}: what was hidden is not carried out`, text.slice(0, 600))
}
held(`${refused.length} malformed, ambiguous and oversized requests are refused, each with at most one answer`)

// ---- well-formed requests that ask for what must not be given
async function status(path, options) {
  return (await exchange(server.address, path, options)).status
}
for (const path of ['/../../etc/passwd', '/..%2f..%2fetc%2fpasswd', '/assets/../../../etc/passwd', '/files/../giaoban.db', '/files/..%2fgiaoban.db', '/%00', '/documents/../giaoban.db']) {
  const answer = await exchange(server.address, path)
  check(!answer.text.includes('root:') && !answer.text.startsWith('SQLite'), `${path} gives nothing of the disk`, answer.text.slice(0, 200))
}
held('no address leads out of the page and the API')

const signedIn = { cookie: clerk.cookie, 'content-type': 'application/json' }
check((await status('/api/access.sign_out', { method: 'POST', headers: signedIn, body: '{}' })) === 403, 'a change without the CSRF token is refused')
check((await status('/api/access.sign_out', { method: 'POST', headers: { ...signedIn, 'x-csrf-token': 'wrong' }, body: '{}' })) === 403, 'a change with a wrong CSRF token is refused')
check((await status('/api/access.sign_out', { method: 'POST', headers: { ...signedIn, 'x-csrf-token': clerk.csrf, origin: 'http://elsewhere.example' }, body: '{}' })) === 403, "a change from another site's page is refused")
check((await status('/api/access.sign_out', { method: 'POST', headers: { cookie: clerk.cookie, 'x-csrf-token': clerk.csrf, 'content-type': 'text/plain' }, body: '{}' })) >= 400, 'a change that is not JSON is refused')
check((await status('/files', { method: 'POST', headers: { cookie: clerk.cookie, 'x-file-name': 'a.txt' }, body: 'a' })) === 403, 'an upload without the CSRF token is refused')
check((await status('/files', { method: 'POST', headers: { 'x-file-name': 'a.txt' }, body: 'a' })) === 401, 'an upload without sign-in is refused')
check((await clerk.read('access.me')).json().signed_in, 'nobody was signed out by these')
check((await status('/files', { method: 'POST', headers: { cookie: clerk.cookie, 'x-csrf-token': clerk.csrf, origin: 'null', 'x-file-name': 'a.txt' }, body: 'a' })) === 403, 'an upload from no site is refused')
held('changes need the CSRF token, the own site and JSON')

// ---- names of files: what would lie when it is shown or saved
for (const name of ['a%FF%FEb.txt', 'hoa-don%E2%80%AEfdp.exe', 'a%00b', 'a%0Ab', '..%2Fa', 'a%5Cb', '%3Cb%3E', '..', '', '%ED%A0%80', 'x'.repeat(300), '%zz']) {
  const answer = await exchange(server.address, '/files', { method: 'POST', headers: { cookie: clerk.cookie, 'x-csrf-token': clerk.csrf, 'x-file-name': name }, body: `named ${name}` })
  check(answer.status === 422 && answer.json().fields[0].pointer === '/name', `a file named ${name} is refused`, `${answer.status} ${answer.text.slice(0, 200)}`)
}
const page = '<html><script>alert(1)</script>'
for (const name of ['page.html', 'drawing.svg', 'picture.jpg']) {
  const kept = await clerk.upload(name, page)
  const given = await clerk.file(kept.json().id)
  check(given.text === page && given.headers['content-type'] === 'application/octet-stream' && /^attachment/.test(given.headers['content-disposition']) &&
    given.headers['x-content-type-options'] === 'nosniff' && given.headers['content-security-policy'] === 'sandbox', `${name} is given as bytes to save, never as a page`, given.headers)
}
held('names that would lie are refused; what is uploaded never runs on our address')

// ---- an Idempotency-Key is one request's, and one account's
const other = await Person.enter(server, { office: 'editor' })
const once = await clerk.upload('once.txt', 'once', 'the-key')
check((await clerk.upload('once.txt', 'once', 'the-key')).text === once.text, 'the same request again gets the first answer')
const kept = () => readdirSync(join(server.data, 'files'), { recursive: true }).length
const before = kept()
check((await clerk.upload('once.txt', 'something else', 'the-key')).status === 409, 'another request under the same key is refused')
check(kept() === before, 'and its bytes are not kept: nobody would count them', [before, kept()])
check((await other.upload('once.txt', 'once', 'the-key')).json().id !== once.json().id, "another's key is another key")
check((await clerk.upload('long.txt', 'long', 'k'.repeat(101))).status === 422, 'a key without end is refused')
held("an Idempotency-Key is one request's and one account's")

// ---- JSON that is not what was declared: every field at fault is named, in words
const bad = ['', '[]', 'null', '{', '{"seat":1', '{"seat":"1"}', '{"seat":1.5}', '{"seat":1,"seat":2}', '{"seat":1e400}', '{"seat":99999999999999999999}',
  '{"seat":1,"more":2}', '{"seat":null}', '{"seat":1}}', '\ufeff{"seat":1}', '{"seat":1,}', "{'seat':1}", '{"seat":NaN}', '['.repeat(100_000), '{"a":'.repeat(100_000), '{"seat":"\ud800"}', '{"\\ud800":1}']
for (const body of bad) {
  const answer = await exchange(server.address, '/api/demo.enter', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  check(answer.status >= 400 && answer.status < 500, `JSON ${body.slice(0, 40)} is refused`, `${answer.status} ${answer.text.slice(0, 300)}`)
  check(answer.json().title?.vi && answer.json().title?.en, `JSON ${body.slice(0, 40)}: in words`, answer.text.slice(0, 300))
}
held(`${bad.length} wrong bodies are refused in words`)

// ---- the live socket: garbage ends that socket and nothing else
const upgrade = (more = '') => `GET /live HTTP/1.1\r\n${host}Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n${more}\r\n`
const mask = [1, 2, 3, 4]
function frame(first, payload, { masked = true, length } = {}) {
  const data = Buffer.from(payload, 'latin1')
  const head = data.length < 126 ? [first, (masked ? 128 : 0) | (length ?? data.length)] : [first, (masked ? 128 : 0) | 126, data.length >> 8, data.length & 255]
  return Buffer.from([...head, ...(masked ? [...mask, ...data.map((b, i) => b ^ mask[i % 4])] : data)]).toString('latin1')
}
const garbage = [
  ['an unmasked frame', frame(0x81, '{}', { masked: false })],
  ['reserved bits', frame(0xf1, '{}')],
  ['a reserved operation', frame(0x83, '{}')],
  ['a ping of 126 bytes', frame(0x89, 'a'.repeat(126))],
  ['a message beyond its limit', Buffer.concat([Buffer.from([0x81, 255, 0, 0, 0, 1, 0, 0, 0, 0]), Buffer.from(mask)]).toString('latin1')],
  ['text that is not UTF-8', frame(0x81, '\xff\xfe')],
  ['not JSON', frame(0x81, 'watch me')],
  ['noise', '\xff'.repeat(500)],
]
for (const [name, bytes] of garbage) {
  const { closed, text } = await raw(upgrade(), { then: bytes })
  check(closed, `live socket, ${name}: closed`, text.slice(0, 300))
}
const stranger = await raw(upgrade('Origin: http://elsewhere.example\r\n'), { wait: 1000 })
check(!stranger.statuses.includes(101), "another site's page gets no live socket", stranger.text.slice(0, 200))
const many = Array.from({ length: 200 }, (_, i) => frame(0x81, JSON.stringify({ watch: `/api/demo.seats?x=${i}` }))).join('')
check((await raw(upgrade(), { then: many })).closed, 'a socket that watches without end is closed')
const odd = ['{"watch":"/api/access.me?a=%zz"}', '{"watch":""}', '{"watch":"http://elsewhere"}', '{"watch":"/api/no.such"}', '{"watch":"/api/access.sign_out"}', '{"watch":1}', '{"unwatch":"/never"}', '{}'].map((t) => frame(0x81, t)).join('')
await raw(upgrade(), { then: odd + frame(0x88, '\x03\xe8') })
held(`${garbage.length + 3} kinds of garbage end their own live socket only`)

// ---- what is watched without sense leaves nothing behind: neither views nor work
for (let round = 0; round < 20; round++) {
  const watches = Array.from({ length: 60 }, (_, i) => frame(0x81, JSON.stringify({ watch: `/api/no.such?round=${round}&i=${i}` }))).join('')
  await raw(upgrade(), { then: watches + frame(0x81, '{"unwatch":"/api/no.such?round=0&i=0"}') + frame(0x88, '\x03\xe8') })
}
await until('views that were only refused are not kept', 10, async () => {
  const text = (await exchange(server.address, '/metrics')).text
  return Number(/giaoban_views (\d+)/.exec(text)[1]) < 50 && /giaoban_watches 0\b/.test(text)
})
const restless = Array.from({ length: 150 }, (_, i) => frame(0x81, JSON.stringify(i % 2 ? { unwatch: '/api/demo.seats' } : { watch: '/api/demo.seats' }))).join('')
check((await raw(upgrade(), { then: restless })).closed, 'a socket that talks without end is closed')
held('1200 senseless watches leave nothing behind; who talks without end is let go')

// ---- slow and silent peers keep nobody waiting
const slow = Array.from({ length: 300 }, () => connect(server.port, '127.0.0.1').on('error', () => {}))
for (const s of slow) s.write('GET /healthz HTTP/1.1\r\nX-Slow: ')
check((await status('/healthz')) === 200, 'answers while 300 peers send half a header')
check((await clerk.read('access.me')).status === 200, 'reads the store while 300 peers send half a header')
for (const s of slow) s.destroy()
held('300 peers with half a header keep nobody waiting')

const metrics = await until('the server is idle', 20, async () => {
  const text = (await exchange(server.address, '/metrics')).text
  return /live_sockets 0\b/.test(text) ? text : null
})
check(metrics.includes('giaoban'), 'metrics are given', metrics.slice(0, 200))
check((await server.stop()).code === 0, 'ends cleanly after all this', server.log.slice(-500))
check(!/AddressSanitizer|runtime error|LeakSanitizer/.test(server.log), 'no sanitizer spoke', server.log.slice(-3000))
for (const line of server.log.trim().split('\n').slice(1)) {
  let event
  try { event = JSON.parse(line) } catch { check(false, 'every line of the log is JSON', line) }
  check(event.at && event.level && event.event !== undefined, 'a line says when, how grave and what', line)
}
held('every line of the log is JSON')
