// How figures are written: 1.214,8 in Vietnamese, 1,214.8 in English, as the documents and sentences in each language
// write them. What is typed is read by the same language's signs.

import { isDecimal, round, sign, type Decimal } from './decimal'
import { language, type Language, type Text } from './text.svelte'

const minus = '\u2212'
const signs = {
  vi: { group: '.', point: ',' },
  en: { group: ',', point: '.' },
}

/** "1214.8" → "1.214,8" or "1,214.8"; with places, rounded: figure("29.249", 1) → "29,2". */
export function figure(value: Decimal, places?: number, written: Language = language.now): string {
  const rounded = places === undefined ? value : round(value, places)
  const negative = rounded.startsWith('-')
  const [whole = '', fraction] = (negative ? rounded.slice(1) : rounded).split('.')
  const { group, point } = signs[written]
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, group)
  const zero = /^[0.]*$/.test(rounded.replace('-', ''))
  return (negative && !zero ? minus : '') + grouped + (fraction ? point + fraction : '')
}

/** With its sign: "+26,0", "−2,3"; zero has none. */
export function signed(value: Decimal, places?: number, written: Language = language.now): string {
  const rounded = places === undefined ? value : round(value, places)
  return (sign(rounded) > 0 ? '+' : '') + figure(rounded, undefined, written)
}

/** "29,2%", without a space as in the documents */
export function percent(value: Decimal, places = 1, written: Language = language.now): string {
  return figure(value, places, written) + '%'
}

/** A rise or fall: "+26,0%", "−2,3%" */
export function change(value: Decimal, places = 1, written: Language = language.now): string {
  return signed(value, places, written) + '%'
}

/** A level: "bằng 104,9%" */
export function level(value: Decimal, places = 1): Text {
  return { vi: `bằng ${percent(value, places, 'vi')}`, en: `${percent(value, places, 'en')} of` }
}

/** Times as much: "gấp 10,1 lần" */
export function times(value: Decimal, places = 1): Text {
  return { vi: `gấp ${figure(value, places, 'vi')} lần`, en: `${figure(value, places, 'en')} times` }
}

/**
 * What was typed, as an exact decimal: in Vietnamese "1.286,5" → "1286.5", in English "1,286.5". Empty → null. Not a
 * figure → undefined. One sign between thousands that cannot group ("84.6", in English "84,6") is taken for the
 * decimal sign that it stands for.
 */
export function readFigure(typed: string, written: Language = language.now): Decimal | null | undefined {
  let text = typed.replace(/[\s\u00a0\u202f\u2009]/g, '').replace(/[\u2212\u2013]/g, '-')
  if (text.startsWith('+')) text = text.slice(1)
  if (!text) return null
  const negative = text.startsWith('-')
  if (negative) text = text.slice(1)
  if (!/^[\d.,]+$/.test(text)) return undefined
  const { group, point } = signs[written]
  let [whole = '', fraction, ...rest] = text.split(point)
  if (rest.length) return undefined
  if (whole.includes(group)) {
    const parts = whole.split(group)
    if (/^\d{1,3}$/.test(parts[0] ?? '') && parts.slice(1).every((part) => /^\d{3}$/.test(part))) whole = parts.join('')
    else if (fraction === undefined && parts.length === 2 && parts.every((part) => /^\d+$/.test(part))) [whole = '', fraction] = parts
    else return undefined
  }
  whole = whole.replace(/^0+(?=\d)/, '') || '0'
  const value = whole + (fraction ? '.' + fraction : '')
  if (!isDecimal(value) || (text.startsWith(point) && !fraction)) return undefined
  return negative && sign(value) !== 0 ? '-' + value : value
}
