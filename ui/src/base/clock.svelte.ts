// The server's clock is the clock: in the demo it stands in 2021, and a hall's PC may be minutes off.
// Each message from the server sets it; between messages it runs on by the machine's monotonic clock.

import { createSubscriber } from 'svelte/reactivity'
import { dateOf, type IsoDate } from './date'

let offset = Date.now() - performance.now()

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
    if (!Number.isNaN(ms)) offset = ms - performance.now()
  },
  /** Milliseconds since 1970; read in a template, it keeps itself up to date. */
  get now(): number {
    tick()
    return read()
  },
  /** The same, once. */
  get at(): number {
    return read()
  },
  /** Today's date here. */
  get today(): IsoDate {
    return dateOf(read())
  },
}
