// Quiet confirmations: a word where "saved" stands, read out politely, gone by itself. Never a toast over
// the work, and never the only place where something is said.

import type { Words } from './text.svelte'

const shown_ms = 6000

class Announcer {
  words = $state.raw<Words | null>(null)
  /** Read out at once: a failure, a countdown that ends. */
  urgent = $state.raw<Words | null>(null)
  #timer: ReturnType<typeof setTimeout> | undefined

  say(words: Words): void {
    this.words = words
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => (this.words = null), shown_ms)
  }

  warn(words: Words): void {
    this.urgent = words
    setTimeout(() => {
      if (this.urgent === words) this.urgent = null
    }, shown_ms)
  }
}

export const announcer = new Announcer()
/** "Đã gửi Văn phòng", "Đã chép địa chỉ": said quietly in the bar and by screen readers. */
export const announce = (words: Words) => announcer.say(words)
