// Who is signed in. Asked once at the start and after each sign-in; the answer carries the token that every
// change must show.
import { read, renewCsrfWith, setCsrf } from '../api/call.svelte'
import { wire } from '../api/live.svelte'
import { asProblem, type Problem } from '../api/problem'
import type { Operations } from '../api/types'

type Answer = Operations['access.me']['response']

class Me {
  known = $state.raw<Answer | null>(null)
  problem = $state.raw<Problem | null>(null)

  get signedIn(): boolean {
    return this.known?.signed_in ?? false
  }

  async load(): Promise<void> {
    try {
      const answer = await read('access.me', {})
      setCsrf(answer.csrf)
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

renewCsrfWith(async () => (await read('access.me', {})).csrf)
