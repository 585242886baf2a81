// Dates, months and moments. The server speaks ISO ("2021-05-06", "2021-04", "2021-05-06T01:00:00.000Z");
// people read 06/5/2021, in English 6 May 2021 as in the documents, and 08:40. Local time is UTC+7, fixed: Vietnam has one zone and no summer time.

import { language, type Language, type Text } from './text.svelte'

export type IsoDate = string
export type IsoMonth = string
export type IsoInstant = string

const zone = 7 * 60 * 60 * 1000
const day = 24 * 60 * 60 * 1000

const two = (n: number | string) => String(n).padStart(2, '0')

/** Decree 30/2020: days under 10 and the months 1 and 2 carry a zero, other months do not. */
const monthNumber = (m: number) => (m < 3 ? two(m) : String(m))

function split(date: IsoDate): { y: number; m: number; d: number } {
  const [y = 0, m = 0, d = 0] = date.split('-').map(Number)
  return { y, m, d }
}

/** "2021-05-06" → "06/5/2021", "6 May 2021" */
export function date(iso: IsoDate, written: Language = language.now): string {
  const { y, m, d } = split(iso)
  return written === 'vi' ? `${two(d)}/${monthNumber(m)}/${y}` : `${d} ${englishMonths[m - 1]} ${y}`
}

/** "2021-05-06" → "06/5", "6 May": where the year is plain from the page. */
export function shortDate(iso: IsoDate, written: Language = language.now): string {
  const { m, d } = split(iso)
  return written === 'vi' ? `${two(d)}/${monthNumber(m)}` : `${d} ${englishMonths[m - 1]?.slice(0, 3)}`
}

const weekdays: Text[] = [
  { vi: 'Chủ nhật', en: 'Sunday' },
  { vi: 'Thứ Hai', en: 'Monday' },
  { vi: 'Thứ Ba', en: 'Tuesday' },
  { vi: 'Thứ Tư', en: 'Wednesday' },
  { vi: 'Thứ Năm', en: 'Thursday' },
  { vi: 'Thứ Sáu', en: 'Friday' },
  { vi: 'Thứ Bảy', en: 'Saturday' },
]

export function weekday(iso: IsoDate): Text {
  return weekdays[new Date(iso + 'T00:00:00Z').getUTCDay()] as Text
}

export function addDays(iso: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(iso + 'T00:00:00Z') + days * day).toISOString().slice(0, 10)
}

/** Calendar days from one date to another; negative when it is past. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to + 'T00:00:00Z') - Date.parse(from + 'T00:00:00Z')) / day)
}

/** The local date of a moment. */
export function dateOf(moment: IsoInstant | number): IsoDate {
  const ms = typeof moment === 'number' ? moment : Date.parse(moment)
  return new Date(ms + zone).toISOString().slice(0, 10)
}

/** "08:40" */
export function time(moment: IsoInstant | number): string {
  const ms = typeof moment === 'number' ? moment : Date.parse(moment)
  return new Date(ms + zone).toISOString().slice(11, 16)
}

/** "08:40, 04/5/2021", "08:40, 4 May 2021" */
export function moment(at: IsoInstant | number): string {
  return `${time(at)}, ${date(dateOf(at))}`
}

/** A local date and time as the server wants it: ("2021-05-06", "08:00") → "2021-05-06T01:00:00.000Z" */
export function instant(onDate: IsoDate, at: string): IsoInstant {
  return new Date(Date.parse(`${onDate}T${at}:00.000Z`) - zone).toISOString()
}

/** Seconds as a clock: 134 → "02:14", 4000 → "1:06:40" */
export function clockwork(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const h = Math.floor(whole / 3600)
  const m = Math.floor((whole % 3600) / 60)
  const s = whole % 60
  return h ? `${h}:${two(m)}:${two(s)}` : `${two(m)}:${two(s)}`
}

// Months

export function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text)
}

export function addMonths(month: IsoMonth, count: number): IsoMonth {
  const [y = 0, m = 1] = month.split('-').map(Number)
  const index = y * 12 + m - 1 + count
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${two((index % 12) + 1)}`
}

const englishMonths = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** "Tháng 4/2021" */
export function monthName(month: IsoMonth): Text {
  const [y = 0, m = 1] = month.split('-').map(Number)
  return { vi: `Tháng ${m}/${y}`, en: `${englishMonths[m - 1] ?? ''} ${y}` }
}

/** "tháng 4", inside a sentence. */
export function monthInText(month: IsoMonth): Text {
  const [, m = 1] = month.split('-').map(Number)
  return { vi: `tháng ${m}`, en: englishMonths[m - 1] ?? '' }
}

/**
 * A typed date: 6/5/2021, 06.5.2021, 6-5, 06052021, 6/5/21, 6 May 2021, 6 may. Without a year, the year that puts it nearest
 * to the day given. Empty → null. Not a date → undefined.
 */
export function readDate(typed: string, near: IsoDate): IsoDate | null | undefined {
  const text = typed.trim()
  if (!text) return null
  const found = /^(\d{1,2})[/.\-\s](\d{1,2})(?:[/.\-\s](\d{2}|\d{4}))?$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text) ?? /^(\d{1,2})\s([a-z]{3,9})(?:\s(\d{2}|\d{4}))?$/i.exec(text)
  if (!found) return undefined
  const d = Number(found[1])
  const m = Number(found[2]) || 1 + englishMonths.findIndex((name) => name.toLowerCase().startsWith((found[2] ?? '').toLowerCase()))
  const given = found[3]
  const thisYear = split(near).y
  const build = (y: number): IsoDate | undefined => {
    const iso = `${String(y).padStart(4, '0')}-${two(m)}-${two(d)}`
    const parsed = new Date(iso + 'T00:00:00Z')
    return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === iso ? iso : undefined
  }
  if (given) return build(given.length === 2 ? 2000 + Number(given) : Number(given))
  const candidates = [thisYear - 1, thisYear, thisYear + 1].map(build).filter((iso): iso is IsoDate => iso !== undefined)
  candidates.sort((a, b) => Math.abs(daysBetween(near, a)) - Math.abs(daysBetween(near, b)))
  return candidates[0]
}
