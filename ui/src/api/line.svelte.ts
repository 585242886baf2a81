// The state of the line to the server and of what is being saved, for the quiet words in the bar:
// "Đã lưu 08:40", "Đang lưu…", "Mất kết nối từ 11:36", "Đang nối lại…".

import { clock } from '../base/clock.svelte'

class Line {
  /** Since when the server cannot be reached; null while it can. */
  lostAt = $state<number | null>(null)
  /** An attempt to reach it again is under way. */
  reconnecting = $state(false)
  /** Changes under way. */
  saving = $state(0)
  /** Figures on this machine that the server does not have yet. */
  unsent = $state(0)
  /** When the last change was acknowledged. */
  savedAt = $state<number | null>(null)
  /** The sign-in has ended while the page was open. */
  signedOut = $state(false)

  get lost(): boolean {
    return this.lostAt !== null
  }

  drop(): void {
    this.lostAt ??= clock.at
  }

  restore(): void {
    this.lostAt = null
    this.reconnecting = false
  }
}

export const line = new Line()
