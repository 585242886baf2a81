// What a clerk has typed into a form: shown at once, sent as it is typed, kept on this machine until the server has
// it. One call is under way at a time; what is typed meanwhile goes with the next.
import { change } from '../api/call.svelte'
import { line } from '../api/line.svelte'
import type { Problem } from '../api/problem'
import type { FiguresForm, FiguresFormLine } from '../api/types'
import type { IsoMonth } from '../base/date'
import type { Decimal } from '../base/decimal'
import type { Text } from '../base/text.svelte'

interface Typed {
  value: Decimal | null
  reason?: string
  estimate?: boolean
}

/** A short rest, so that a pasted column or a fast typist makes one call. */
const rest_ms = 120
/** While the line is down. */
const again_ms = 3000

export class Entry {
  /** Typed and not yet acknowledged. */
  typed = $state.raw<Record<string, Typed>>({})
  /** The server did not take these. */
  faults = $state.raw<Record<string, Text>>({})
  /** The form as the last change answered it, until the live view has it too. */
  answered = $state.raw<FiguresForm | null>(null)
  /** Why the whole form was not taken (locked meanwhile). */
  problem = $state.raw<Problem | null>(null)
  #enter = change('figures.enter')
  #timer: ReturnType<typeof setTimeout> | undefined
  #sending = false
  #kept: string

  constructor(
    readonly unit: string,
    readonly month: IsoMonth,
  ) {
    this.#kept = `giaoban.entry.${unit}.${month}`
    try {
      const before = JSON.parse(localStorage.getItem(this.#kept) ?? '{}') as Record<string, Typed>
      if (Object.keys(before).length) {
        this.typed = before
        this.#later()
      }
    } catch {
      // Nothing was kept, or storage is forbidden.
    }
  }

  get unsent(): number {
    return Object.keys(this.typed).length
  }

  type(code: string, typed: Typed): void {
    this.typed = { ...this.typed, [code]: typed }
    this.faults = Object.fromEntries(Object.entries(this.faults).filter(([each]) => each !== code))
    this.problem = null
    this.#keep()
    this.#later()
  }

  /** What the cell shows: typed here, else held by a check, else the server's. */
  value(of: FiguresFormLine): Decimal | null {
    const typed = this.typed[of.indicator.code]
    return typed ? typed.value : (of.held ?? of.value ?? null)
  }

  /** Sends what waits and says whether all was taken. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer)
    await this.#send()
    return this.unsent === 0
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  #later(ms = rest_ms): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#send(), ms)
  }

  #keep(): void {
    try {
      if (this.unsent) localStorage.setItem(this.#kept, JSON.stringify(this.typed))
      else localStorage.removeItem(this.#kept)
    } catch {
      // Without storage what is typed lives as long as the page.
    }
  }

  async #send(): Promise<void> {
    if (this.#sending || !this.unsent) return
    this.#sending = true
    const batch = Object.entries(this.typed)
    const cells = batch.map(([indicator, cell]) => ({ indicator, value: cell.value, state: cell.estimate ? ('estimate' as const) : null, reason: cell.reason ?? null }))
    const form = await this.#enter.send({ unit: this.unit, month: this.month, cells })
    this.#sending = false
    if (form) {
      this.answered = form
      this.#drop(batch.filter(([code, cell]) => this.typed[code] === cell).map(([code]) => code))
    } else this.#refused(batch)
    if (this.unsent) this.#later(line.lost ? again_ms : rest_ms)
  }

  #refused(batch: [string, Typed][]): void {
    const problem = this.#enter.problem
    if (!problem || problem.type === 'offline' || problem.status >= 500) {
      this.#later(again_ms)
      return
    }
    const faults: Record<string, Text> = {}
    for (const field of problem.fields) {
      const cell = batch[Number(field.pointer.split('/')[2])]
      if (cell) faults[cell[0]] = field.message
    }
    if (Object.keys(faults).length) {
      // The rest of the batch is good: without these it goes again.
      this.faults = { ...this.faults, ...faults }
      this.#drop(Object.keys(faults))
    } else {
      this.problem = problem
      this.#drop(batch.map(([code]) => code))
    }
  }

  #drop(codes: string[]): void {
    this.typed = Object.fromEntries(Object.entries(this.typed).filter(([code]) => !codes.includes(code)))
    this.#keep()
  }
}
