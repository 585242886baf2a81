// Calling the server's operations by name, with their types. Reads and changes of a room:
//
//   const units = await read('units.list', {})                    throws Failure
//
//   const assign = change('directives.assign')                    one per form or button
//   const made = await assign.send({ clause: 3, unit: 7 })        undefined when it did not succeed
//   assign.busy · assign.waiting · assign.problem                 runes for the template
//
// A change carries a key of its own (Idempotency-Key). After a dropped line it is sent again under the
// same key, so the server does it once however often it hears of it.

import { clock } from '../base/clock.svelte'
import { line } from './line.svelte'
import { Failure, asProblem, offline, problemOf, unreadable, type Problem } from './problem'
import type { Change as ChangeName, Operations, Read as ReadName } from './types'

export type { ChangeName, ReadName }
export type Asked<N extends ReadName | ChangeName> = Operations[N]['request']
export type Answer<N extends ReadName | ChangeName> = Operations[N]['response']

/** Longest wait for an answer: after that the line counts as lost. */
const answer_ms_max = 20_000
/** Waits between tries of a change whose answer got lost: about two minutes in all. */
const tries_ms = [500, 1000, 2000, 4000, 8000, 15_000, 30_000, 60_000]

let csrf = ''
export function setCsrf(token: string): void {
  csrf = token
}
export function csrfToken(): string {
  return csrf
}

/** The address of a read: what GET fetches and the live line watches. */
export function addressOf(name: string, request: object): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(request as Record<string, unknown>)) {
    if (value === null || value === undefined) continue
    for (const one of Array.isArray(value) ? value : [value]) query.append(key, String(one))
  }
  const text = query.toString()
  return `/api/${name}${text ? '?' + text : ''}`
}

async function ask(url: string, how: RequestInit): Promise<unknown> {
  let answer: Response
  try {
    answer = await fetch(url, { ...how, credentials: 'same-origin', signal: how.signal ?? AbortSignal.timeout(answer_ms_max) })
  } catch {
    throw new Failure(offline)
  }
  if (answer.status === 401) line.signedOut = true
  if (!answer.ok) throw new Failure(await problemOf(answer))
  if (answer.status === 204) return {}
  try {
    return await answer.json()
  } catch {
    throw new Failure(unreadable)
  }
}

export async function read<N extends ReadName>(name: N, request: Asked<N>): Promise<Answer<N>> {
  return (await ask(addressOf(name, request as object), { headers: { Accept: 'application/json' } })) as Answer<N>
}

/** One POST, no second try. Prefer change(). */
async function post(name: string, body: unknown, key: string): Promise<unknown> {
  return ask(`/api/${name}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-CSRF-Token': csrf, 'Idempotency-Key': key },
    body: JSON.stringify(body),
  })
}

/** One try of a change under a key that the caller keeps, until it is answered: for what must outlive the page. */
export async function deliver<N extends ChangeName>(name: N, body: Asked<N>, key: string): Promise<Answer<N>> {
  line.saving++
  try {
    const answer = await post(name, body, key).catch(async (thrown: unknown) => {
      if (asProblem(thrown).status === 403 && (await renewCsrf())) return post(name, body, key)
      throw thrown
    })
    line.savedAt = clock.at
    return answer as Answer<N>
  } finally {
    line.saving--
  }
}

/** randomUUID needs a secure context; a hall's PC may reach the server by plain HTTP and a local name. */
export function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** The answer may have been lost on the way: the same key may be tried again. */
function worthAnotherTry(problem: Problem): boolean {
  return problem.type === 'offline' || [502, 503, 504].includes(problem.status)
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(finish, ms)
    function finish() {
      clearTimeout(timer)
      removeEventListener('online', finish)
      done()
    }
    addEventListener('online', finish)
  })
}

export class Change<N extends ChangeName> {
  /** Under way. */
  busy = $state(false)
  /** The line is down; it will be sent as soon as it is back. */
  waiting = $state(false)
  problem = $state.raw<Problem | null>(null)
  #name: N
  #key: string | null = null
  #body = ''

  constructor(name: N) {
    this.#name = name
  }

  /** The answer, or undefined with .problem set. While one is under way, a second call does nothing. */
  async send(body: Asked<N>): Promise<Answer<N> | undefined> {
    if (this.busy) return undefined
    // The same body after a lost answer is the same intent, and keeps its key.
    const text = JSON.stringify(body)
    if (!this.#key || text !== this.#body) this.#key = newKey()
    this.#body = text
    this.busy = true
    this.problem = null
    line.saving++
    try {
      const answer = await this.#persist(body, this.#key)
      this.#key = null
      line.savedAt = clock.at
      return answer as Answer<N>
    } catch (thrown) {
      this.problem = asProblem(thrown)
      if (!worthAnotherTry(this.problem)) this.#key = null
      return undefined
    } finally {
      this.busy = false
      this.waiting = false
      line.saving--
    }
  }

  async #persist(body: unknown, key: string): Promise<unknown> {
    let renewed = false
    for (let turn = 0; ; turn++) {
      try {
        return await post(this.#name, body, key)
      } catch (thrown) {
        const problem = asProblem(thrown)
        if (problem.status === 403 && !renewed && (await renewCsrf())) {
          renewed = true
          continue
        }
        const wait = tries_ms[turn]
        if (!worthAnotherTry(problem) || wait === undefined) throw thrown
        this.waiting = true
        await pause(wait)
      }
    }
  }

  /** Takes back the words about the last failure, e.g. when the form is closed. */
  clear(): void {
    this.problem = null
  }
}

export function change<N extends ChangeName>(name: N): Change<N> {
  return new Change(name)
}

// A token outlives neither its sign-in nor a restart of the server; a refused change asks for a new one, once.
let renew: () => Promise<string> = async () => csrf
export function renewCsrfWith(fetchToken: () => Promise<string>): void {
  renew = fetchToken
}
async function renewCsrf(): Promise<boolean> {
  const before = csrf
  try {
    csrf = await renew()
  } catch {
    return false
  }
  return csrf !== before
}
