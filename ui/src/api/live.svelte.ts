// Reads that keep themselves up to date, over one WebSocket for the whole page:
//
//   const session = live('session.show', () => ({ session: id }))
//   {#if session.data} … {session.data.title} …
//
// Called while a component is set up; it watches as long as the component is there, and follows what its
// request depends on. The same address watched twice is watched once. After a drop the line comes back by
// itself and asks for each view with the version it has, so only what was missed is sent.

import { untrack } from 'svelte'
import { clock } from '../base/clock.svelte'
import { isKept, keepSeen, lastSeen } from '../offline/seen'
import { addressOf, type Answer, type Asked, type ReadName } from './call.svelte'
import { line } from './line.svelte'
import { offline, problemOf, type Problem } from './problem'

interface Message {
  hello?: { now: string }
  of?: string
  version?: number
  now?: string
  data?: unknown
  unchanged?: boolean
  problem?: Problem
}

/** First wait before connecting again, doubling up to the last; jitter keeps a hall from returning at once. */
const wait_ms_first = 400
const wait_ms_max = 15_000
/** How long a view no longer shown is kept, so that Back shows it at once. */
const keep_ms = 60_000
/** No answer over the socket in this time: fetch the view by plain HTTP (a proxy may refuse WebSockets). */
const socket_ms_max = 3000
/** Between plain fetches while the socket cannot be had. */
const poll_ms = 15_000
/** Shorter drops are not worth a word. */
const quiet_ms = 1500

const SIGNED_OUT = 4401

class Watched {
  data = $state.raw<unknown>(undefined)
  problem = $state.raw<Problem | null>(null)
  /** Shown from before the line dropped. */
  stale = $state(false)
  /** When what is shown was last seen, by the server's clock; null while it is what is. */
  seenAt = $state<number | null>(null)
  version: number | undefined
  watchers = 0
  letGo: ReturnType<typeof setTimeout> | undefined
  constructor(readonly address: string) {}

  take(message: Message): void {
    this.stale = false
    this.seenAt = null
    if (message.problem) {
      this.problem = { ...message.problem, fields: message.problem.fields ?? [] }
      return
    }
    this.problem = null
    if (message.version !== undefined) this.version = message.version
    if (!message.unchanged && message.data !== undefined) this.data = message.data
    if (isKept(this.address)) void keepSeen(this.address, { data: this.data, version: this.version, at: clock.at })
  }

  /** Without a line: as it was last seen on this machine. Whether there was anything to show. */
  async recall(): Promise<boolean> {
    if (this.data !== undefined) return true
    const seen = await lastSeen(this.address)
    if (!seen || this.data !== undefined) return this.data !== undefined
    this.data = seen.data
    this.version = seen.version
    this.stale = true
    this.seenAt = seen.at
    this.problem = null
    return true
  }
}

class Wire {
  #socket: WebSocket | null = null
  #open = false
  #tries = 0
  #again: ReturnType<typeof setTimeout> | undefined
  #poll: ReturnType<typeof setInterval> | undefined
  #views = new Map<string, Watched>()

  constructor() {
    if (typeof window === 'undefined') return
    addEventListener('online', () => this.#hurry())
    // A socket on a cut line hears of it after minutes; the browser knows at once.
    addEventListener('offline', () => this.#socket?.close())
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.#hurry()
    })
  }

  watch(address: string): Watched {
    let view = this.#views.get(address)
    if (!view) {
      view = new Watched(address)
      this.#views.set(address, view)
    }
    clearTimeout(view.letGo)
    if (view.watchers++ === 0) {
      if (this.#open) this.#ask(view)
      else {
        this.#connect()
        const started = view
        setTimeout(() => {
          if (!this.#open && started.watchers && started.data === undefined) void this.#fetch(started)
        }, socket_ms_max)
      }
    }
    return view
  }

  leave(view: Watched): void {
    if (--view.watchers > 0) return
    view.letGo = setTimeout(() => {
      if (view.watchers) return
      this.#views.delete(view.address)
      if (this.#open) this.#say({ unwatch: view.address })
    }, keep_ms)
  }

  /** A new sign-in sees other things: forget everything and begin anew. */
  restart(): void {
    line.signedOut = false
    for (const view of this.#views.values()) {
      view.version = undefined
      if (!view.watchers) this.#views.delete(view.address)
    }
    const socket = this.#socket
    this.#socket = null
    this.#open = false
    socket?.close()
    this.#tries = 0
    if ([...this.#views.values()].some((view) => view.watchers)) this.#connect()
  }

  /** Asks again for a view that failed. */
  retry(address: string): void {
    const view = this.#views.get(address)
    if (!view) return
    view.problem = null
    view.version = undefined
    if (this.#open) this.#ask(view)
    else this.#hurry()
  }

  #say(words: object): void {
    this.#socket?.send(JSON.stringify(words))
  }

  #ask(view: Watched): void {
    this.#say(view.version === undefined ? { watch: view.address } : { watch: view.address, version: view.version })
  }

  #hurry(): void {
    if (this.#open || line.signedOut) return
    this.#tries = 0
    clearTimeout(this.#again)
    this.#again = undefined
    this.#connect()
  }

  #connect(): void {
    if (this.#socket || this.#again || line.signedOut) return
    const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:'
    const socket = new WebSocket(`${scheme}//${location.host}/live`)
    this.#socket = socket
    socket.onopen = () => {
      if (socket !== this.#socket) return
      this.#open = true
      this.#tries = 0
      clearInterval(this.#poll)
      this.#poll = undefined
      line.restore()
      for (const view of this.#views.values()) if (view.watchers) this.#ask(view)
    }
    socket.onmessage = (event) => {
      if (socket !== this.#socket) return
      let message: Message
      try {
        message = JSON.parse(String(event.data)) as Message
      } catch {
        return
      }
      const now = message.hello?.now ?? message.now
      if (now) clock.set(now)
      if (message.of) this.#views.get(message.of)?.take(message)
    }
    socket.onclose = (event) => {
      if (socket !== this.#socket) return
      this.#socket = null
      this.#open = false
      if (event.code === SIGNED_OUT) {
        line.signedOut = true
        return
      }
      this.#dropped()
    }
  }

  #dropped(): void {
    for (const view of this.#views.values()) {
      view.stale = view.data !== undefined
      if (view.stale) view.seenAt ??= clock.at
      else if (view.watchers) void view.recall()
    }
    const lostAt = clock.at
    setTimeout(() => {
      if (!this.#open && !line.lostAt && !this.#poll) line.lostAt = lostAt
    }, quiet_ms)
    line.reconnecting = true
    const wait = Math.min(wait_ms_max, wait_ms_first * 2 ** this.#tries++)
    this.#again = setTimeout(
      () => {
        this.#again = undefined
        this.#connect()
      },
      wait * (0.5 + Math.random() / 2),
    )
  }

  // Plain HTTP, where the socket cannot be had.

  async #fetch(view: Watched): Promise<void> {
    let answer: Response
    try {
      answer = await fetch(view.address, { credentials: 'same-origin' })
    } catch {
      line.drop()
      if (!(await view.recall()) && !this.#open) view.problem = offline
      return
    }
    if (answer.status === 401) line.signedOut = true
    if (this.#open) return
    const date = answer.headers.get('X-Now')
    if (date) clock.set(date)
    if (!answer.ok) {
      view.take({ problem: await problemOf(answer) })
      return
    }
    view.take({ data: await answer.json() })
    line.restore()
    this.#poll ??= setInterval(() => {
      for (const each of this.#views.values()) if (each.watchers && document.visibilityState === 'visible') void this.#fetch(each)
    }, poll_ms)
  }
}

export const wire = new Wire()

/** What a component holds of a watched view. */
export class Live<T> {
  #view = $state.raw<Watched | null>(null)
  /** What was shown for the address before, until the new one answers: a list does not blink. */
  #before = $state.raw<T | undefined>(undefined)

  constructor(address: () => string | null, keepOld: boolean) {
    $effect.pre(() => {
      const wanted = address()
      untrack(() => {
        this.#before = keepOld ? this.data : undefined
        this.#view = wanted ? wire.watch(wanted) : null
      })
      const watched = untrack(() => this.#view)
      return () => {
        if (watched) wire.leave(watched)
      }
    })
  }

  get data(): T | undefined {
    return (this.#view?.data as T | undefined) ?? this.#before
  }
  get problem(): Problem | null {
    return this.#view?.problem ?? null
  }
  /** Nothing yet: neither data nor a problem. */
  get loading(): boolean {
    return this.data === undefined && this.problem === null
  }
  /** The data is from before the line dropped. */
  get stale(): boolean {
    return this.#view?.stale ?? false
  }
  /** … and when it was last seen, in milliseconds of the server's clock. */
  get seenAt(): number | null {
    return this.#view?.seenAt ?? null
  }
  get version(): number | undefined {
    return this.#view?.version
  }
  retry(): void {
    if (this.#view) wire.retry(this.#view.address)
  }
}

/**
 * Watches a read as long as the component is there. The request may be a function of runes; null = not now.
 * keepOld shows the last answer while a changed request is on its way (filters, another detail).
 */
export function live<N extends ReadName>(name: N, request: Asked<N> | (() => Asked<N> | null), keepOld = false): Live<Answer<N>> {
  return new Live<Answer<N>>(() => {
    const asked = typeof request === 'function' ? (request as () => Asked<N> | null)() : request
    return asked === null ? null : addressOf(name, asked as object)
  }, keepOld)
}
