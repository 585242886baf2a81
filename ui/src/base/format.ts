// How figures and dates are written, as Vietnamese administration writes them: decimal comma, dots between
// thousands, 06/5/2021. Both languages of the page share this: a figure that reads 1.286 in one language
// and 1,286 in the other would sooner or later be typed into the wrong one.

import { isDecimal, round, sign, type Decimal } from './decimal'
import type { Text } from './text.svelte'

/** Between a figure and its percent sign: narrow, and no line break. */
export const narrow = '\u202f'
const minus = '\u2212'

/** "1214.8" → "1.214,8"; with places, rounded: figure("29.249", 1) → "29,2". */
export function figure(value: Decimal, places?: number): string {
  const rounded = places === undefined ? value : round(value, places)
  const negative = rounded.startsWith('-')
  const [whole = '', fraction] = (negative ? rounded.slice(1) : rounded).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, '.')
  const zero = /^[0.]*$/.test(rounded.replace('-', ''))
  return (negative && !zero ? minus : '') + grouped + (fraction ? ',' + fraction : '')
}

/** With its sign: "+26,0", "−2,3"; zero has none. */
export function signed(value: Decimal, places?: number): string {
  const rounded = places === undefined ? value : round(value, places)
  return (sign(rounded) > 0 ? '+' : '') + figure(rounded)
}

/** "29,2 %" */
export function percent(value: Decimal, places = 1): string {
  return figure(value, places) + narrow + '%'
}

/** A rise or fall: "+26,0 %", "−2,3 %" */
export function change(value: Decimal, places = 1): string {
  return signed(value, places) + narrow + '%'
}

/** A level: "bằng 104,9 %" */
export function level(value: Decimal, places = 1): Text {
  const words = percent(value, places)
  return { vi: `bằng ${words}`, en: `${words} of` }
}

/** Times as much: "gấp 10,1 lần" */
export function times(value: Decimal, places = 1): Text {
  const words = figure(value, places)
  return { vi: `gấp ${words} lần`, en: `${words} times` }
}

/**
 * What was typed, as an exact decimal: "1.286,5" → "1286.5". Empty → null. Not a figure → undefined.
 * Dots group thousands. One dot that cannot group ("84.6") is taken for the comma it stands for.
 */
export function readFigure(typed: string): Decimal | null | undefined {
  let text = typed.replace(/[\s\u00a0\u202f\u2009]/g, '').replace(/[\u2212\u2013]/g, '-')
  if (text.startsWith('+')) text = text.slice(1)
  if (!text) return null
  const negative = text.startsWith('-')
  if (negative) text = text.slice(1)
  if (!/^[\d.,]+$/.test(text)) return undefined
  let [whole = '', fraction, ...rest] = text.split(',')
  if (rest.length) return undefined
  if (whole.includes('.')) {
    if (/^\d{1,3}(\.\d{3})+$/.test(whole)) whole = whole.replaceAll('.', '')
    else if (fraction === undefined && /^\d+\.\d+$/.test(whole)) [whole = '', fraction] = whole.split('.')
    else return undefined
  }
  whole = whole.replace(/^0+(?=\d)/, '') || '0'
  const value = whole + (fraction ? '.' + fraction : '')
  if (!isDecimal(value) || (text.startsWith(',') && !fraction)) return undefined
  return negative && sign(value) !== 0 ? '-' + value : value
}
