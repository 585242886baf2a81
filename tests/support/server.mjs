// A real server for a test: the program itself, on a free port, on a data folder of its own; ended by its process
// number. Nothing here sleeps: a test waits for a state and gives up after a stated time.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'

const root = new URL('../../', import.meta.url).pathname
export const program = process.env.GIAOBAN ?? join(root, 'build-fast/giaoban')

/** A temporary folder that goes when the test ends, however it ends. */
export function folder(name) {
  const path = mkdtempSync(join(tmpdir(), `giaoban-${name}-`))
  atEnd(() => rmSync(path, { recursive: true, force: true }))
  return path
}
const ends = []
/** Runs when the test ends, however it ends; the last one said, first. */
export function atEnd(f) {
  ends.unshift(f)
}

/** Runs a command of the program to its end. */
export async function run(...args) {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let out = '', err = ''
  child.stdout.on('data', (d) => (out += d))
  child.stderr.on('data', (d) => (err += d))
  const [code, signal] = await once(child, 'close')
  return { code, signal, out, err }
}

/** Asks until the answer is true; an error once `seconds` have passed. */
export async function until(what, seconds, ask) {
  const end = Date.now() + seconds * 1000
  for (;;) {
    const answer = await ask()
    if (answer) return answer
    if (Date.now() > end) throw new Error(`not within ${seconds} s: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

const running = new Set()
process.on('exit', () => {
  running.forEach((child) => child.kill('SIGKILL'))
  ends.forEach((f) => f())
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1))

/**
 * Starts `giaoban serve` and gives its address once it listens.
 * `wrap`: a command put before the program's own (["prlimit", "--fsize=…"]).
 */
export async function serve({ data, demo = true, args = [], wrap = [], uid } = {}) {
  const command = [...wrap, program, 'serve', '--data', data, ...(args.includes('--port') ? [] : ['--port', '0']), ...(demo ? ['--demo'] : []), ...args]
  const child = spawn(command[0], command.slice(1), { stdio: ['ignore', 'pipe', 'pipe'], uid, gid: uid })
  running.add(child)
  const server = { pid: child.pid, data, log: '', port: 0, address: '' }
  server.ended = new Promise((resolve) =>
    child.once('close', (code, signal) => {
      running.delete(child)
      resolve({ code, signal })
    }),
  )
  server.kill = async (signal = 'SIGKILL') => {
    child.kill(signal)
    return server.ended
  }
  server.stop = () => server.kill('SIGTERM')
  child.stderr.on('data', (d) => (server.log = (server.log + d).slice(-100_000)))
  server.address = await new Promise((resolve, reject) => {
    let out = ''
    child.stdout.on('data', (d) => {
      out += d
      const found = /http:\/\/[^\s]+:(\d+)/.exec(out)
      if (found) resolve(found[0])
    })
    child.once('error', reject)
    server.ended.then(({ code, signal }) => reject(new Error(`the server ended (${code ?? signal}) before it listened: ${out}${server.log}`)))
  })
  server.port = Number(new URL(server.address).port)
  return server
}

/** A copy of one loaded demo city, so that each test does not load it again. */
export async function demoCity(name) {
  const data = join(folder(name), 'data')
  const ready = process.env.GIAOBAN_DEMO_DATA
  if (ready) {
    cpSync(ready, data, { recursive: true })
    return data
  }
  const server = await serve({ data, args: ['--quiet'] })
  await server.stop()
  return data
}

/** One HTTP exchange. Gives {status, headers, text, json()}; throws when the line broke before the whole answer. */
export function exchange(address, path, { method = 'GET', headers = {}, body, agent } = {}) {
  return new Promise((resolve, reject) => {
    const asked = request(address + path, { method, headers, agent }, (answer) => {
      const parts = []
      answer.on('data', (d) => parts.push(d))
      answer.once('error', reject)
      answer.once('aborted', () => reject(new Error('aborted')))
      answer.once('end', () => {
        const bytes = Buffer.concat(parts)
        const text = bytes.toString('utf8')
        resolve({ status: answer.statusCode, headers: answer.headers, bytes, text, json: () => JSON.parse(text) })
      })
    })
    asked.once('error', reject)
    asked.end(body)
  })
}

/** Someone in a seat, as a browser would hold it: cookie and CSRF token outlive a restart of the server. */
export class Person {
  constructor(server, cookie, me) {
    Object.assign(this, { server, cookie, me, csrf: me.csrf_token })
  }
  /** Enters the demo in the first seat that fits: {office: 'unit_clerk', unit: 'phong-kinh-te'}. */
  static async enter(server, { office, unit } = {}) {
    const { seats } = (await exchange(server.address, '/api/demo.seats')).json()
    const found = seats.find(({ seat }) => (!office || seat.office === office) && (!unit || seat.unit.code === unit))
    if (!found) throw new Error(`no seat of ${office} in ${unit ?? 'any unit'}`)
    const answer = await exchange(server.address, '/api/demo.enter', {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ seat: found.seat.id }),
    })
    if (answer.status !== 200) throw new Error(`demo.enter: ${answer.status} ${answer.text}`)
    const cookie = answer.headers['set-cookie'][0].split(';')[0]
    return new Person(server, cookie, answer.json())
  }
  read(operation, query = {}) {
    const words = new URLSearchParams(query).toString()
    return exchange(this.server.address, `/api/${operation}${words ? '?' + words : ''}`, { headers: { cookie: this.cookie } })
  }
  change(operation, body, key = randomUUID(), agent) {
    return exchange(this.server.address, `/api/${operation}`, {
      method: 'POST', agent,
      headers: { cookie: this.cookie, 'x-csrf-token': this.csrf, 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
    })
  }
  upload(name, bytes, key = randomUUID()) {
    return exchange(this.server.address, '/files', {
      method: 'POST',
      headers: { cookie: this.cookie, 'x-csrf-token': this.csrf, 'x-file-name': encodeURIComponent(name), 'idempotency-key': key },
      body: bytes,
    })
  }
  file(id) {
    return exchange(this.server.address, `/files/${id}`, { headers: { cookie: this.cookie } })
  }
}

/** Says that something held, or ends the test naming what did not. */
export function check(held, what, found) {
  if (held) return
  console.error(`FAILED: ${what}${found === undefined ? '' : `\n  found: ${typeof found === 'string' ? found : JSON.stringify(found)}`}`)
  process.exit(1)
}
export function expect(answer, status, what) {
  check(answer.status === status, `${what}: expected ${status}`, `${answer.status} ${answer.text.slice(0, 500)}`)
  return answer
}
/** A refusal in words: problem JSON with both languages. */
export function refusal(answer, status, what) {
  expect(answer, status, what)
  const { title } = answer.json()
  check(title?.vi && title?.en, `${what}: words in both languages`, answer.text)
  return title.en
}
export function held(what) {
  console.log(`held: ${what}`)
}
