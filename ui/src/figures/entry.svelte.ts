// A form as it is being filled in: what was typed is shown at once, is on this machine's disk before anything is
// sent (outbox.ts), and can be undone step by step.
import { newKey } from '../api/call.svelte'
import type { Problem } from '../api/problem'
import type { FiguresForm, FiguresFormLine } from '../api/types'
import type { IsoMonth } from '../base/date'
import type { Decimal } from '../base/decimal'
import { note } from './ahead'
import { outbox } from './outbox'
import * as unsent from './unsent'
import type { Typed, Unsent } from './unsent'

export interface Given {
  value: Decimal | null
  reason?: string
  estimate?: boolean
}
/** What an entry needs to know of a cell: a form's line, or a cell of the grid. */
export type Line = Pick<FiguresFormLine, 'value' | 'held' | 'version'> & { indicator: { code: string } }
type Step = { code: string; before: Decimal | null; after: Decimal | null }[]

/** More than anyone takes back one by one. */
const steps_max = 200

export class Entry {
  /** Typed and not yet acknowledged, here or in another tab. */
  unsent = $state.raw<Unsent | undefined>(undefined)
  /** The form as the last change answered it, until the live view has it too. */
  answered = $state.raw<FiguresForm | null>(null)
  /** Why the form as a whole was not taken (locked meanwhile). */
  problem = $state.raw<Problem | null>(null)
  /** The record on the disk has been read. */
  ready = $state(false)
  #done = $state.raw<Step[]>([])
  #undone = $state.raw<Step[]>([])
  #pending = 0
  /** Versions that this form's own letters were answered with: a live view that is a moment behind must not make one's
      own figure look like another's. */
  #written = new Map<string, number>()
  #form: Pick<Unsent, 'account' | 'unit' | 'month'>
  #key: string[]
  #stop: () => void
  onsubmitted: ((form: FiguresForm) => void) | undefined

  constructor(account: string, unit: string, month: IsoMonth) {
    this.#form = { account, unit, month }
    this.#key = [account, unit, month]
    this.#stop = outbox.listen(this.#key, (state, answer) => {
      if (answer?.form) {
        this.answered = answer.form
        for (const { lines } of answer.form.groups) for (const line of lines) this.#written.set(line.indicator.code, line.version)
      }
      if (answer?.form && answer.submitted) this.onsubmitted?.(answer.form)
      if (answer?.problem) this.problem = answer.problem.fields.some((field) => field.pointer.startsWith('/cells/')) ? null : answer.problem
      if (!this.#pending) this.unsent = state
    })
    void outbox.recover(account).then(() => outbox.read(this.#key)).then((state) => {
      if (!this.#pending) this.unsent = state
      this.ready = true
      if (unsent.due(state)) void outbox.send(this.#key)
    })
  }

  stop(): void {
    this.#stop()
  }

  cell(code: string): Typed | undefined {
    return unsent.cellOf(this.unsent, code)
  }
  /** What the cell shows: typed here, else held by a check, else the server's. */
  value(of: Line): Decimal | null {
    const cell = this.cell(of.indicator.code)
    return cell ? cell.value : (of.held ?? of.value ?? null)
  }
  get waiting(): number {
    return unsent.count(this.unsent)
  }
  /** "Send" was pressed on a cut line. */
  get sendsLater(): boolean {
    return this.unsent?.submit !== undefined
  }

  /** One act of the user, however many cells: it is undone as one. */
  type(given: { line: Line; cell: Given }[]): void {
    const step = given.map(({ line, cell }) => ({ code: line.indicator.code, before: this.value(line), after: cell.value }))
    this.#done = [...this.#done.slice(-steps_max + 1), step]
    this.#undone = []
    this.#put(given)
  }
  get canUndo(): boolean {
    return this.#done.length > 0
  }
  undo(lines: Line[], estimate: boolean): string[] {
    return this.#walk('before', lines, estimate)
  }
  redo(lines: Line[], estimate: boolean): string[] {
    return this.#walk('after', lines, estimate)
  }
  /** The figures of the step, once more; gives its cells. */
  #walk(to: 'before' | 'after', lines: Line[], estimate: boolean): string[] {
    const step = (to === 'before' ? this.#done : this.#undone).at(-1)
    if (!step) return []
    if (to === 'before') [this.#done, this.#undone] = [this.#done.slice(0, -1), [...this.#undone, step]]
    else [this.#undone, this.#done] = [this.#undone.slice(0, -1), [...this.#done, step]]
    const given = step.flatMap((cell) => {
      const line = lines.find((each) => each.indicator.code === cell.code)
      return line ? [{ line, cell: { value: cell[to], estimate } }] : []
    })
    this.#put(given)
    return step.map((cell) => cell.code)
  }

  #put(given: { line: Line; cell: Given }[]): void {
    const cells = Object.fromEntries(
      given.map(({ line, cell }) => {
        const under = this.cell(line.indicator.code)
        // Over what is not sent yet: over the same version as that, unless it was a conflict that has now been seen.
        const { code } = line.indicator
        return [code, { ...cell, seen: under && !under.conflict ? under.seen : Math.max(line.version, this.#written.get(code) ?? 0) }]
      }),
    )
    this.problem = null
    const drop = note({ ...this.#form, cells })
    void this.#step((now) => unsent.type(now, this.#form, cells)).then((written) => written && drop())
  }

  /** The figure that came meanwhile stands. */
  giveWay(code: string): void {
    void this.#step((now) => unsent.drop(now, code))
  }
  /** The form takes figures again: what waited for that goes. */
  unlocked(): void {
    if (Object.values(this.unsent?.typed ?? {}).some((cell) => cell.fault)) void this.#step(unsent.unlocked)
  }

  async #step(change: (now: Unsent | undefined) => Unsent | undefined): Promise<boolean> {
    this.unsent = change(this.unsent)
    this.#pending++
    let written = true
    const next = await outbox.step(this.#key, change).catch(() => {
      written = false
      return this.unsent
    })
    if (--this.#pending === 0) this.unsent = next
    return written
  }

  /** Sends what waits and says whether all was taken. */
  async flush(): Promise<boolean> {
    return outbox.send(this.#key)
  }
  /** To be sent to the Office as soon as there is a line. */
  async submitLater(): Promise<void> {
    const key = newKey()
    await this.#step((now) => ({ ...(now ?? { ...this.#form, typed: {}, sending: null }), submit: key }))
  }
}
