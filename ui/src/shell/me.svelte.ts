// Who is signed in. Asked once at the start and after each sign-in; the answer carries the token that every
// change must show. The only file that knows the shape of access.me.
import { read, renewCsrfWith, setCsrf } from '../api/call.svelte'
import { wire } from '../api/live.svelte'
import { asProblem, type Problem } from '../api/problem'
import type { Office, Operations, Right } from '../api/types'
import { clock } from '../base/clock.svelte'
import type { Text } from '../base/text.svelte'

type Answer = Operations['access.me']['response']

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
    try {
      const answer = await read('access.me', {})
      setCsrf(answer.csrf_token)
      clock.set(answer.now)
      this.problem = null
      this.known = answer
    } catch (thrown) {
      this.problem = asProblem(thrown)
    }
  }

  /** After signing in or out: other rights, so other views. */
  async renew(): Promise<void> {
    await this.load()
    wire.restart()
  }
}

export const me = new Me()

renewCsrfWith(async () => (await read('access.me', {})).csrf_token)
