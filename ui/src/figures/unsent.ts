// What one form owes the server, as pure steps from one state to the next. The state is one record on this machine,
// changed in one transaction each time, so two tabs, a reload and a lost answer all lead through the same steps:
//
//   typed ──seal──► sending (under one key, body fixed) ──acknowledged──► gone
//     ▲                          └──refused──► typed again, with what is wrong
//     └── typed over: goes with the next letter
//
// A letter is sent again under its key until it is answered. The server does a key once, so nothing is written
// twice; and what is typed says over which version of the cell, so nothing is silently overwritten.
import type { Asked } from '../api/call.svelte'
import type { Problem } from '../api/problem'
import type { FiguresForm } from '../api/types'
import type { IsoMonth } from '../base/date'
import type { Decimal } from '../base/decimal'
import type { Text } from '../base/text.svelte'

export interface Typed {
  value: Decimal | null
  reason?: string
  estimate?: boolean
  /** The cell's version that it was typed over. */
  seen: number
  /** Not sent again before the user has looked at it. */
  fault?: Text
  /** Somebody wrote another figure meanwhile: which of the two stands? */
  conflict?: boolean
}

export interface Letter {
  key: string
  cells: Record<string, Typed>
}

export interface Unsent {
  account: string
  unit: string
  month: IsoMonth
  typed: Record<string, Typed>
  sending: Letter | null
  /** "Send to the Office" was pressed on a cut line: under this key, after the cells. */
  submit?: string
}

type State = Unsent | undefined

/** Nothing owed: no record. */
function kept(state: Unsent): State {
  return state.sending || state.submit || Object.keys(state.typed).length ? state : undefined
}
function without(cells: Record<string, Typed>, code: string): Record<string, Typed> {
  const { [code]: _, ...rest } = cells
  return rest
}
const waits = (cell: Typed) => !cell.fault && !cell.conflict

export function type(state: State, form: Pick<Unsent, 'account' | 'unit' | 'month'>, cells: Record<string, Typed>): State {
  const now = state ?? { ...form, typed: {}, sending: null }
  return { ...now, typed: { ...now.typed, ...cells }, submit: undefined }
}

/** Takes back what was typed: the server's figure stands. */
export function drop(state: State, code: string): State {
  return state && kept({ ...state, typed: without(state.typed, code) })
}

/** What waits becomes a letter, unless one is under way: that one goes first, as it is. */
export function seal(state: State, key: string): State {
  if (!state || state.sending) return state
  const cells = Object.fromEntries(Object.entries(state.typed).filter(([, cell]) => waits(cell)))
  if (!Object.keys(cells).length) return state
  return { ...state, typed: Object.fromEntries(Object.entries(state.typed).filter(([, cell]) => !waits(cell))), sending: { key, cells } }
}

/** Whether anything would be sent now. */
export function due(state: State): boolean {
  return Boolean(state && (state.sending || state.submit || Object.values(state.typed).some(waits)))
}

/** The letter's cells in the order that faults point to. */
export function body(state: Unsent, letter: Letter): Asked<'figures.enter'> {
  const cells = Object.entries(letter.cells).map(([indicator, cell]) => ({
    indicator,
    value: cell.value,
    state: cell.estimate ? ('estimate' as const) : null,
    reason: cell.reason ?? null,
    seen: cell.seen,
  }))
  return { unit: state.unit, month: state.month, cells }
}

function versions(form: FiguresForm): Map<string, number> {
  return new Map(form.groups.flatMap((group) => group.lines).map((line) => [line.indicator.code, line.version]))
}

/** By cell: the version that a letter was written over, and the one it made. */
export type Written = Map<string, { from: number; to: number }>

export function written(letter: Letter, form: FiguresForm): Written {
  const version = versions(form)
  return new Map(Object.entries(letter.cells).map(([code, cell]) => [code, { from: cell.seen, to: version.get(code) ?? cell.seen }]))
}

/** What was typed over the version that a letter of one's own has just replaced was typed over what it wrote. */
export function rebased(state: State, by: Written | undefined): State {
  if (!state || !by) return state
  const typed = Object.entries(state.typed).map(([code, cell]): [string, Typed] => {
    const step = by.get(code)
    return [code, step && step.from === cell.seen && !cell.conflict ? { ...cell, seen: step.to } : cell]
  })
  return { ...state, typed: Object.fromEntries(typed) }
}

/** The server has the letter. What was typed over it meanwhile was typed over what it wrote. */
export function acknowledged(state: State, key: string, form: FiguresForm): State {
  if (state?.sending?.key !== key) return state
  const now = rebased(state, written(state.sending, form)) as Unsent
  return kept({ ...now, sending: null })
}

const stopped: Text = { vi: 'Máy chủ không nhận số này.', en: 'The server did not take this figure.' }

/**
 * The server did not take the letter, and so none of its cells. Those at fault wait for the user, the others go with
 * the next letter. Without a cell at fault (the form is locked) all wait: what was typed is never thrown away.
 */
export function refused(state: State, key: string, problem: Problem): State {
  if (state?.sending?.key !== key) return state
  const codes = Object.keys(state.sending.cells)
  const marks = new Map<string, Partial<Typed>>()
  for (const field of problem.fields) {
    const [, cells, place, what] = field.pointer.split('/')
    const code = cells === 'cells' ? codes[Number(place)] : undefined
    if (code) marks.set(code, what === 'seen' ? { conflict: true } : { fault: field.message })
  }
  if (!marks.size) for (const code of codes) marks.set(code, { fault: problem.title ?? stopped })
  const back = Object.fromEntries(Object.entries(state.sending.cells).map(([code, cell]) => [code, { ...cell, ...marks.get(code) }]))
  // What was typed meanwhile is newer.
  return kept({ ...state, typed: { ...back, ...state.typed }, sending: null, submit: undefined })
}

/** The form can be entered again (returned, reopened, taken back): what waited because it was locked goes now. */
export function unlocked(state: State): State {
  if (!state) return state
  return { ...state, typed: Object.fromEntries(Object.entries(state.typed).map(([code, { fault: _, ...cell }]) => [code, cell])) }
}

export function submitted(state: State, key: string): State {
  return state?.submit === key ? kept({ ...state, submit: undefined }) : state
}

/** What a cell shows: typed last, else under way. */
export function cellOf(state: State, code: string): Typed | undefined {
  return state?.typed[code] ?? state?.sending?.cells[code]
}

export function count(state: State): number {
  return state ? new Set([...Object.keys(state.typed), ...Object.keys(state.sending?.cells ?? {})]).size : 0
}
