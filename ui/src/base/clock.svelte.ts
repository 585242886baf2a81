// The server's clock is the clock: in the demo it stands in 2021, and a hall's PC may be minutes off.
// Each message from the server sets it; between messages it runs on by the machine's monotonic clock.

import { createSubscriber } from 'svelte/reactivity'
import { dateOf, type IsoDate } from './date'

// A rune, so that what depends on the day or the month follows when the server first says its time.
let offset = $state.raw(Date.now() - performance.now())
/** Smaller differences are the line's delay, not the clock's: the time shown must not jitter. */
const jitter_ms = 500

function read(): number {
  return performance.now() + offset
}

// Ticks only while something on the page shows the time.
const tick = createSubscriber((update) => {
  const timer = setInterval(update, 250)
  return () => clearInterval(timer)
})

export const clock = {
  /** Set from the `now` of a message. */
  set(iso: string): void {
    const ms = Date.parse(iso)
    const next = ms - performance.now()
    if (!Number.isNaN(next) && Math.abs(next - offset) > jitter_ms) offset = next
  },
  /** Milliseconds since 1970; read in a template, it keeps itself up to date. */
  get now(): number {
    tick()
    return read()
  },
  /** The same, once: it does not tick. */
  get at(): number {
    return read()
  },
  /** Today's date here. */
  get today(): IsoDate {
    return dateOf(read())
  },
}
