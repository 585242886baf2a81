// A map of tiles: where each stands, what its colour says, and what the whole of it says in a sentence.
import type { FiguresAcross, FiguresAcrossUnit, FiguresComparison, FiguresMeasure } from '../api/types'
import { add, compare, divide, drawn, type Decimal } from '../base/decimal'
import type { Text } from '../base/text.svelte'
import { words } from './lookWords'

export interface Placed {
  of: FiguresAcrossUnit
  column: number
  row: number
}

/** Where the units were placed; those that were not stand in rows below, in their order. */
export function placed(units: FiguresAcrossUnit[]): Placed[] {
  const known = units.flatMap((of) => (of.tile ? [{ of, column: of.tile.column, row: of.tile.row }] : []))
  const wide = known.length ? Math.max(...known.map((tile) => tile.column)) + 1 : Math.ceil(Math.sqrt(units.length * 1.6))
  const from = known.length ? Math.max(...known.map((tile) => tile.row)) + 1 : 0
  return [...known, ...units.filter((of) => !of.tile).map((of, at) => ({ of, column: at % wide, row: from + Math.floor(at / wide) }))]
}

/** "phường Hải Hòa" → "Hải Hòa": on a map every tile is a ward or a commune. */
export function bare(name: Text): Text {
  return { vi: name.vi.replace(/^(phường|xã|đặc khu|thị trấn) /i, ''), en: name.en.replace(/ (Ward|Commune|Special Zone|Township)$/, '') }
}

const diverging: FiguresMeasure[] = ['month_on_month', 'year_on_year', 'year_to_date_on_year']
export const diverges = (measure: FiguresMeasure) => diverging.includes(measure)
/** What a tile shows of the measure; null: nothing to colour. */
export function numberOf(of: FiguresAcrossUnit, measure: FiguresMeasure): Decimal | null {
  const shown = measure === 'month' ? of.value : of.measured
  return shown.what === 'value' || shown.what === 'level' || shown.what === 'change' || shown.what === 'points' ? shown.shown : null
}
export const has = (of: FiguresComparison) => of.what === 'value'

export interface Step {
  look: string
  label: Text
}
/** Upper bounds of up to five equal steps from the least to the greatest, on round numbers. */
function bounds(values: number[]): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  if (!(high > low)) return []
  const raw = (high - low) / 5
  const tens = 10 ** Math.floor(Math.log10(raw))
  const step = [1, 2, 2.5, 5, 10].map((each) => each * tens).find((each) => each >= raw * 0.95) as number
  const out: number[] = []
  for (let at = Math.ceil((low + step / 1e6) / step) * step; at < high && out.length < 5; at += step) out.push(Number(at.toPrecision(8)))
  return out
}

export interface Scale {
  steps: Step[]
  of: (unit: FiguresAcrossUnit) => string
}
export function scale(view: FiguresAcross): Scale {
  if (diverges(view.measure)) return changes(view)
  const numbers = view.units.flatMap((unit) => numberOf(unit, view.measure) ?? [])
  const limits = bounds(numbers.map(drawn))
  const written = limits.map((limit) => String(limit))
  const look = (at: number) => `up${limits.length < 3 ? (at + 1) * 2 : at + 1}`
  const steps = limits.length
    ? [...written.map((limit, at) => ({ look: look(at), label: at === 0 ? words.under(limit) : words.upTo(written[at - 1] as string, limit) })), { look: look(limits.length), label: words.over(written.at(-1) as string) }]
    : []
  return {
    steps,
    of: (unit) => {
      const number = numberOf(unit, view.measure)
      if (number === null) return has(unit.value) ? '' : 'none'
      return look(limits.filter((limit) => drawn(number) >= limit).length)
    },
  }
}

/** The same steps as in the table of units by indicators. */
function changes(view: FiguresAcross): Scale {
  const points = view.indicator.kind === 'ratio'
  const limits = points ? [0.2, 0.5, 1, 2] : [2, 10, 25, 50]
  const side = (up: boolean): Step[] => limits.map((limit, at) => ({ look: `${up ? 'up' : 'down'}${at + 1}`, label: at === limits.length - 1 ? words.over(String(limit)) : words.upTo(String(limit), String(limits[at + 1])) }))
  return {
    steps: [...side(false).reverse(), { look: '', label: words.under(String(limits[0])) }, ...side(true)],
    of: ({ value, measured }) => {
      if (!has(value)) return 'none'
      if (measured.what === 'times' || measured.what === 'zero_base' || measured.what === 'beyond') return 'up4'
      if (measured.what === 'vanished') return 'down4'
      if (measured.what !== 'change' && measured.what !== 'level' && measured.what !== 'points') return ''
      const change = drawn(measured.shown) - (measured.what === 'level' ? 100 : 0)
      const step = limits.filter((limit) => Math.abs(change) >= limit).length
      return step ? `${change > 0 ? 'up' : 'down'}${step}` : ''
    },
  }
}

const rose = ({ measured: of }: FiguresAcrossUnit) => of.what === 'times' || of.what === 'zero_base' || (of.what === 'change' && drawn(of.shown) > 0) || (of.what === 'points' && drawn(of.shown) > 0) || (of.what === 'level' && drawn(of.shown) > 100)
const compared = ({ measured: of }: FiguresAcrossUnit) => !['no_base', 'no_value', 'not_additive'].includes(of.what)

/** What the map shows, as its title. */
export function sentence(view: FiguresAcross): Text {
  const { indicator, month, measure } = view
  const known = view.units.filter((unit) => has(unit.value))
  if (!known.length) return words.noneOfMonth(indicator.name, month)
  const ordered = known.filter((unit) => unit.place).toSorted((a, b) => (a.place as number) - (b.place as number))
  const title = ((): Text => {
    if (diverges(measure)) {
      const all = known.filter(compared)
      return words.risen(month, indicator.name, all.filter(rose).length, all.length, measure === 'month_on_month' ? words.monthBefore : words.yearBefore)
    }
    if (measure === 'plan_share') {
      const pace = divide(String(Number(month.slice(5)) * 100), '12', 1) ?? '0'
      const all = known.filter((unit) => unit.measured.what === 'level')
      return words.planDone(indicator.name, all.filter((unit) => compare(unit.measured.shown, pace) >= 0).length, all.length, pace)
    }
    const [first, second] = ordered
    const last = ordered.at(-1)
    if (!first || !last) return { vi: indicator.name.vi, en: indicator.name.en }
    if (measure === 'share' && second && first.measured.what === 'level' && second.measured.what === 'level') return words.shares(month, indicator.name, [first.unit.name, second.unit.name], add(first.measured.shown, second.measured.shown))
    return words.highest(month, indicator.name, first.unit.name, first.value.shown, indicator.unit_of_measure, last.unit.name, last.value.shown)
  })()
  return known.length < view.units.length ? words.partly(title, known.length, view.units.length) : title
}
