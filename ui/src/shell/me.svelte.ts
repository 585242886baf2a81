// Who is signed in. Asked once at the start and after each sign-in; the answer carries the token that every
// change must show. The only file that knows the shape of access.me.
import { read, renewCsrfWith, setCsrf } from '../api/call.svelte'
import { wire } from '../api/live.svelte'
import { asProblem, Failure, offline, type Problem } from '../api/problem'
import type { Office, Operations, Right } from '../api/types'
import { line } from '../api/line.svelte'
import { clock } from '../base/clock.svelte'
import { forgetPresence, forgetSeen, keepPresence, lastPresence, seenBy } from '../offline/seen'
import type { Text } from '../base/text.svelte'

type Answer = Operations['access.me']['response']

/** Between questions to a server that cannot be reached. */
const again_ms = 5000

class Me {
  known = $state.raw<Answer | null>(null)
  problem = $state.raw<Problem | null>(null)

  get signedIn(): boolean {
    return this.known?.signed_in ?? false
  }
  /** Demo mode: one press takes a seat. */
  get demo(): boolean {
    return this.known?.demo ?? false
  }
  /** The body whose sessions these are: "UBND thành phố Móng Cái". */
  get body(): Text | null {
    return this.known?.body_name ?? null
  }
  /** The unit the office is held in, as other rooms know it. */
  get unit(): { id: number; code: string; name: Text } | null {
    return this.known?.seat?.unit ?? null
  }
  get office(): Office | null {
    return this.known?.seat?.office ?? null
  }
  /** The office held, and in which unit, in words. */
  get seat(): { title: Text; unit: Text } | null {
    const seat = this.known?.seat
    return seat ? { title: seat.title, unit: seat.unit.name } : null
  }
  /** Whether a button is worth showing; the server decides all the same. */
  may(right: Right): boolean {
    return this.known?.rights.includes(right) ?? false
  }

  async load(): Promise<void> {
    let answer: Answer
    try {
      answer = await read('access.me', {})
    } catch (thrown) {
      const problem = asProblem(thrown)
      if (problem.type === 'offline' && (this.known ? this.#recalled : await this.#recall())) this.#askAgain()
      else this.problem = problem
      return
    }
    clock.set(answer.now)
    this.problem = null
    const before = this.known
    if (this.#recalled && before?.signed_in && !answer.signed_in) {
      // Shown from before: the work stays in sight, and signing in brings it on.
      line.signedOut = true
      return
    }
    this.#recalled = false
    setCsrf(answer.csrf_token)
    seenBy(answer.signed_in ? answer.account : '')
    this.known = answer
    if (answer.signed_in) await keepPresence({ ...answer, csrf_token: '' }, clock.at)
    else await forgetPresence()
  }

  // A page opened on a cut line: who was here last, until the server can be asked.
  #recalled = false

  async #recall(): Promise<boolean> {
    const found = await lastPresence<Answer>()
    if (!found) return false
    this.#recalled = true
    clock.set(new Date(found.at).toISOString())
    seenBy(found.who.account)
    line.drop()
    this.known = found.who
    return true
  }
  #askAgain(): void {
    const again = () => {
      clearTimeout(timer)
      removeEventListener('online', again)
      void this.load()
    }
    const timer = setTimeout(again, again_ms)
    addEventListener('online', again)
  }

  /** What this machine keeps of the views seen goes with the one who signs out; figures not sent stay, for them alone. */
  async leave(): Promise<void> {
    if (this.known) await forgetSeen(this.known.account)
    await this.renew()
  }

  /** After signing in or out: other rights, so other views. */
  async renew(): Promise<void> {
    this.#recalled = false
    await this.load()
    wire.restart()
  }
}

export const me = new Me()

// Another user may have signed in, in another tab: with their token this page would write as them.
renewCsrfWith(async () => {
  const answer = await read('access.me', {})
  if (answer.account === me.known?.account) return answer.csrf_token
  if (answer.signed_in) void me.renew()
  else line.signedOut = true
  throw new Failure(offline)
})
