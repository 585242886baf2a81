// Sends what the forms of this account owe, from whichever page is open: one letter of a form at a time, again under
// the same key until it is answered. Nothing here decides; the steps are in unsent.ts, the record on the disk.
import { deliver, newKey, read } from '../api/call.svelte'
import { line } from '../api/line.svelte'
import { asProblem, type Problem } from '../api/problem'
import type { FiguresForm } from '../api/types'
import { all, get, update } from '../offline/store'
import { me } from '../shell/me.svelte'
import { notes } from './ahead'
import * as unsent from './unsent'
import type { Unsent } from './unsent'

/** Between tries on a line that is down: the first, doubling up to the last. */
const again_ms_first = 1000
const again_ms_max = 20_000
/** A short rest, so that a pasted column or a fast typist makes one letter. */
const rest_ms = 120

type Listener = (state: Unsent | undefined, answer?: { form?: FiguresForm; problem?: Problem; submitted?: boolean }) => void

class Outbox {
  #listeners = new Map<string, Set<Listener>>()
  #busy = new Set<string>()
  #timers = new Map<string, ReturnType<typeof setTimeout>>()
  #tries = 0
  /** What the last letter of a form turned its cells into. */
  #written = new Map<string, unsent.Written>()
  #tabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('giaoban.unsent')

  constructor() {
    if (this.#tabs) this.#tabs.onmessage = (event) => void this.#tell(event.data as string[], undefined, false)
    if (typeof addEventListener === 'function') addEventListener('online', () => void this.sendAll())
  }

  async read(key: string[]): Promise<Unsent | undefined> {
    return get<Unsent>('unsent', key)
  }

  /** One step of a form's record; sent after a rest. */
  async step(key: string[], change: (now: Unsent | undefined) => Unsent | undefined): Promise<Unsent | undefined> {
    const next = await update<Unsent>('unsent', key, (now) => unsent.rebased(change(now), this.#written.get(JSON.stringify(key))))
    await this.#tell(key, next)
    if (unsent.due(next)) this.#later(key, rest_ms)
    return next
  }

  /** What was typed in a tab that was gone before its record was written. */
  async recover(account: string): Promise<void> {
    for (const { note, drop } of notes(account)) {
      const { account, unit, month, cells } = note
      await update<Unsent>('unsent', [account, unit, month], (now) => unsent.type(now, { account, unit, month }, cells)).then(drop, () => undefined)
    }
  }

  listen(key: string[], listener: Listener): () => void {
    const name = JSON.stringify(key)
    const all = this.#listeners.get(name) ?? new Set()
    this.#listeners.set(name, all.add(listener))
    return () => all.delete(listener)
  }

  /** Everything that this account's forms owe: after the start, a sign-in, a line that is back. */
  async sendAll(): Promise<void> {
    this.#tries = 0
    const account = me.known?.account
    if (!account) return
    await this.recover(account)
    for (const form of await all<Unsent>('unsent', account)) if (unsent.due(form)) void this.send([account, form.unit, form.month])
    await this.#count()
  }

  /** Sends until nothing waits; true when all was taken. A second call for the form waits for the first. */
  async send(key: string[]): Promise<boolean> {
    const name = JSON.stringify(key)
    clearTimeout(this.#timers.get(name))
    const whole = async () => {
      if (this.#busy.has(name)) return false
      this.#busy.add(name)
      try {
        return await this.#send(key)
      } finally {
        this.#busy.delete(name)
      }
    }
    // One tab at a time; without locks (no secure context) the letter's key alone keeps the server from doing it twice.
    return 'locks' in navigator ? navigator.locks.request(`giaoban.unsent.${name}`, whole) : whole()
  }

  async #send(key: string[]): Promise<boolean> {
    for (;;) {
      // Another user may have signed in: this one's figures wait for this one.
      if (me.known?.account !== key[0] || line.signedOut) return false
      // A letter is only sealed when it can go: until then what is typed over what was typed is one figure.
      const cut = line.lost || !navigator.onLine
      const state = await update<Unsent>('unsent', key, (now) => (cut ? now : unsent.seal(now, newKey())))
      if (cut && unsent.due(state)) return this.#later(key, again_ms_max), false
      if (!state || (!state.sending && !state.submit)) return unsent.count(state) === 0
      try {
        if (state.sending) await this.#letter(key, state, state.sending)
        else if (!(await this.#submit(key, state, state.submit as string))) return false
      } catch (thrown) {
        const problem = asProblem(thrown)
        if (problem.status === 401) return false
        if (problem.status === 403 && !(await this.#forbidden(key, state, problem))) return false
        if (problem.status === 403) continue
        this.#later(key, Math.min(again_ms_max, again_ms_first * 2 ** this.#tries++))
        return false
      }
      this.#tries = 0
    }
  }

  /** No right, or another user's sign-in meanwhile? Only the first is an answer to this user. */
  async #forbidden(key: string[], state: Unsent, problem: Problem): Promise<boolean> {
    const who = await read('access.me', {}).catch(() => null)
    if (who?.account !== key[0]) return false
    const letter = state.sending?.key ?? ''
    await this.#tell(key, await update<Unsent>('unsent', key, (now) => unsent.submitted(unsent.refused(now, letter, problem), now?.submit ?? '')), { problem })
    return true
  }

  async #letter(key: string[], state: Unsent, letter: unsent.Letter): Promise<void> {
    try {
      const form = await deliver('figures.enter', unsent.body(state, letter), letter.key)
      // Known from now on, though the record learns of it in a moment: what is typed in between is typed over this.
      this.#written.set(JSON.stringify(key), unsent.written(letter, form))
      await this.#tell(key, await update<Unsent>('unsent', key, (now) => unsent.acknowledged(now, letter.key, form)), { form })
    } catch (thrown) {
      const problem = asProblem(thrown)
      if (!answered(problem)) throw thrown
      await this.#tell(key, await update<Unsent>('unsent', key, (now) => unsent.refused(now, letter.key, problem)), { problem })
    }
  }

  async #submit(key: string[], state: Unsent, submit: string): Promise<boolean> {
    const done = () => update<Unsent>('unsent', key, (now) => unsent.submitted(now, submit))
    if (Object.keys(state.typed).length) return this.#tell(key, await done()).then(() => false)
    try {
      const form = await deliver('figures.submit', { unit: state.unit, month: state.month }, submit)
      await this.#tell(key, await done(), { form, submitted: true })
      return true
    } catch (thrown) {
      const problem = asProblem(thrown)
      if (!answered(problem)) throw thrown
      await this.#tell(key, await done(), { problem })
      return false
    }
  }

  #later(key: string[], ms: number): void {
    const name = JSON.stringify(key)
    clearTimeout(this.#timers.get(name))
    this.#timers.set(name, setTimeout(() => void this.send(key), ms))
  }

  async #tell(key: string[], state: Unsent | undefined, answer?: Parameters<Listener>[1] | false): Promise<void> {
    // From another tab: what it wrote is read anew.
    const now = answer === false ? await this.read(key) : state
    for (const listener of this.#listeners.get(JSON.stringify(key)) ?? []) listener(now, answer || undefined)
    if (answer !== false) this.#tabs?.postMessage(key)
    await this.#count()
  }

  async #count(): Promise<void> {
    const account = me.known?.account
    line.unsent = account ? (await all<Unsent>('unsent', account)).reduce((sum, form) => sum + unsent.count(form), 0) : 0
  }
}

/** The server has looked at it: sending the same again would only get the same answer. */
function answered(problem: Problem): boolean {
  return problem.status >= 400 && problem.status < 500 && ![401, 403, 408, 429].includes(problem.status)
}

export const outbox = new Outbox()
