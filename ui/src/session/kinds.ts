// The room's shapes, and what several of its views compute from them.
import type { Answer } from '../api/call.svelte'
import { date, weekday } from '../base/date'
import { say, type Text, type Words } from '../base/text.svelte'
import { words } from './words'

export type View = Answer<'session.show'>
export type Item = View['items'][number]
export type Turn = View['queue'][number]
export type Attendee = View['attendees'][number]
export type Site = View['sites'][number]

/** Minutes an item has taken so far; it runs on while it is being dealt with. */
export function spentMinutes(item: Item, now: number): number {
  if (!item.running_since) return Math.round(item.spent_s / 60)
  return Math.floor((item.spent_s + Math.max(0, now - Date.parse(item.running_since)) / 1000) / 60)
}

export function siteOf(turn: { site?: string | null }): Text {
  return turn.site === 'online' ? words.atSite : words.inHall
}

export function when(view: { date: string; from: string; to: string }): Words {
  const day = weekday(view.date)
  return { vi: words.when(date(view.date), day.vi, view.from, view.to).vi, en: words.when(date(view.date), day.en, view.from, view.to).en }
}

/** "3 phút", "90 giây": the length of a turn. */
export function length(seconds: number): Text {
  return seconds % 60 ? words.secondsShort(seconds) : words.minutesShort(seconds / 60)
}

/** "Hải Đông" for "xã Hải Đông": where a row of sites needs no kind. */
export function bareName(name: Text): string {
  return say(name).replace(/^(xã|phường|thị trấn) /, '').replace(/ (commune|ward|township)$/i, '')
}

export const presenceWords = { hall: words.hall, online: words.online, absent: words.absent, substitute: words.substitute } as const

/** The address of a document of the session. */
export function paper(kind: 'session.invitation' | 'session.minutes', session: number, format: 'docx' | 'pdf' | 'html', language: string): string {
  return `/documents/${kind}?session=${session}&format=${format}&language=${language}`
}
