// Exact numbers as the server's rules reckon with them, and how it writes them into its sentences.
import type { FiguresComparison, RulesWording } from '../api/types'
import type { Decimal } from '../base/decimal'
import { at, minus, order, times, type Number_, type Value } from './expression'

export type Language = 'vi' | 'en'

export const zero: Number_ = { units: 0n, scale: 0 }
/** The server's limit of a figure. */
export const units_max = 2n ** 63n - 1n

export function numberOf(text: Decimal, scale?: number): Number_ {
  const [whole = '0', fraction = ''] = text.split('.')
  const number = { units: BigInt(whole + fraction), scale: fraction.length }
  return scale === undefined ? number : { units: at(number, Math.max(scale, number.scale)) ?? 0n, scale: Math.max(scale, number.scale) }
}
export function plain(n: Number_): Decimal {
  const digits = (n.units < 0n ? -n.units : n.units).toString().padStart(n.scale + 1, '0')
  return (n.units < 0n ? '-' : '') + digits.slice(0, digits.length - n.scale) + (n.scale ? '.' + digits.slice(-n.scale) : '')
}
/** "1.214,8" in Vietnamese, "1,214.8" in English: as the server writes it into its sentences. */
export function written(n: Number_, language: Language, drop: boolean): string {
  let { units, scale } = n
  while (drop && scale > 0 && units % 10n === 0n) [units, scale] = [units / 10n, scale - 1]
  const [whole = '', fraction] = plain({ units: units < 0n ? -units : units, scale }).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, language === 'vi' ? '.' : ',')
  return (units < 0n ? '−' : '') + grouped + (fraction ? (language === 'vi' ? ',' : '.') + fraction : '')
}
export function divided(above: bigint, below: bigint): bigint {
  return (2n * above + below) / (2n * below)
}
/** a / b to so many places, rounded half up once. */
export function quotient(a: Value, b: Value, factor: bigint, places: number): Number_ | null {
  if (!a || !b || a.units < 0n || b.units <= 0n) return null
  const scale = Math.max(a.scale, b.scale)
  const above = a.units * 10n ** BigInt(scale - a.scale)
  const below = b.units * 10n ** BigInt(scale - b.scale)
  if (above > (units_max * below) / factor / 10n ** BigInt(places + 1)) return null
  return { units: divided(above * factor * 10n ** BigInt(places), below), scale: places }
}

/** A figure against another, for what the server has not seen yet: as src/figures/compare.cpp does it. */
export function compared(value: Decimal | null, base: Decimal | null, wording: RulesWording): Pick<FiguresComparison, 'what' | 'shown'> {
  const says = (what: FiguresComparison['what'], shown: Number_ | null = null) => ({ what, shown: shown ? plain(shown) : '0' })
  if (value === null) return says('no_value')
  if (base === null) return says('no_base')
  const [a, b] = [numberOf(value), numberOf(base)]
  if (a.units < 0n || b.units < 0n) return says('difference', minus(a, b))
  if (b.units === 0n) return says(a.units === 0n ? 'both_zero' : 'zero_base')
  if (a.units === 0n) return says('vanished')
  const change = minus(a, b)
  const size = change && change.units < 0n ? minus(zero, change) : change
  const less = (x: Value, y: Value) => x !== null && y !== null && order(x, y) === -1
  if (size && (size.units === 0n || less(times(size, { units: 100n, scale: 0 }), times(b, numberOf(wording.flat_below))))) return says('flat')
  if (!less(a, times(b, numberOf(wording.times_from)))) return says('times', quotient(a, b, 1n, wording.decimals))
  const percent = quotient(size, b, 100n, wording.decimals)
  return says('change', percent && change && change.units < 0n ? { ...percent, units: -percent.units } : percent)
}
