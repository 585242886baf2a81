// Exact decimals. Figures and money travel as strings ("386.4": a dot, no grouping) and stay exact:
// a floating-point number would make 0.1 + 0.2 out of a budget. Only drawing (charts) uses numbers.

export type Decimal = string

const shape = /^-?\d+(\.\d+)?$/

export function isDecimal(text: string): boolean {
  return shape.test(text)
}

interface Parts {
  units: bigint
  scale: number
}

function parts(value: Decimal): Parts {
  if (!isDecimal(value)) throw new Error(`not a decimal: ${value}`)
  const [whole = '0', fraction = ''] = value.split('.')
  return { units: BigInt(whole + fraction), scale: fraction.length }
}

function text(units: bigint, scale: number): Decimal {
  const minus = units < 0n
  const digits = (minus ? -units : units).toString().padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  return (minus ? '-' : '') + whole + (scale ? '.' + digits.slice(digits.length - scale) : '')
}

function aligned(a: Decimal, b: Decimal): { a: bigint; b: bigint; scale: number } {
  const left = parts(a)
  const right = parts(b)
  const scale = Math.max(left.scale, right.scale)
  return {
    a: left.units * 10n ** BigInt(scale - left.scale),
    b: right.units * 10n ** BigInt(scale - right.scale),
    scale,
  }
}

export function add(a: Decimal, b: Decimal): Decimal {
  const at = aligned(a, b)
  return text(at.a + at.b, at.scale)
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  const at = aligned(a, b)
  return text(at.a - at.b, at.scale)
}

/** −1, 0 or 1. */
export function compare(a: Decimal, b: Decimal): number {
  const at = aligned(a, b)
  return at.a < at.b ? -1 : at.a > at.b ? 1 : 0
}

/** 1 for above zero, 0 for zero, −1 for below. */
export function sign(value: Decimal): number {
  return compare(value, '0')
}

/** To so many places, halves away from zero, as figures are rounded in reports. */
export function round(value: Decimal, places: number): Decimal {
  const { units, scale } = parts(value)
  if (scale <= places) return text(units * 10n ** BigInt(places - scale), places)
  const step = 10n ** BigInt(scale - places)
  const size = units < 0n ? -units : units
  const kept = (size + step / 2n) / step
  return text(units < 0n ? -kept : kept, places)
}

/** a / b to so many places, halves away from zero; null when b is zero. */
export function divide(a: Decimal, b: Decimal, places: number): Decimal | null {
  const at = aligned(a, b)
  if (at.b === 0n) return null
  const minus = at.a < 0n !== at.b < 0n
  const over = (at.a < 0n ? -at.a : at.a) * 10n ** BigInt(places)
  const under = at.b < 0n ? -at.b : at.b
  const units = (2n * over + under) / (2n * under)
  return text(minus ? -units : units, places)
}

/** How many places stand behind the point. */
export function scaleOf(value: Decimal): number {
  return parts(value).scale
}

/** For drawing only. */
export function drawn(value: Decimal): number {
  return Number(value)
}
