// Where the month stands in the loop: what the rail draws, in every room. To be set from the shell by whatever
// watches the month's state; a room not named here is ahead.
import type { Room } from '../base/place.svelte'
import type { Words } from '../base/text.svelte'

export interface LoopStep {
  state: 'done' | 'now' | 'ahead'
  /** The small word at the right: "14/16", "bản 3", "06/5". */
  count?: Words
}

class Loop {
  steps = $state.raw<Partial<Record<Room, LoopStep>>>({})
}

export const loop = new Loop()
