// Reading a spoken conclusion: "Giao Ban Quản lý dự án chủ trì, phòng TC-KH phối hợp, rà soát dự án giải ngân dưới
// 25%, báo cáo trước 20/5" → who leads, with whom, by when, on which figures. Only a help: what it finds is shown
// beside what was typed, and everything can be put right by hand.
import { readDate, type IsoDate } from '../base/date'
import { fold } from '../base/fold'

export interface NamedUnit {
  id: number
  names: string[]
}
export interface NamedFigure {
  code: string
  name: string
}
export interface Reading {
  lead: number | null
  partners: number[]
  due: IsoDate | null
  deliverable: string
  figures: string[]
  /** What is left to be done, without the words that were understood. */
  text: string
}

interface Mention {
  id: number
  from: number
  to: number
}

const withoutTone = (letter: string) => letter.normalize('NFD').replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '').normalize('NFC')

/** As names are shortened in speech and in notes: "Phòng Tài chính – Kế hoạch" → "Phòng TC-KH", "Ban Quản lý dự án" → "Ban QLDA". */
export function abbreviated(name: string): string | undefined {
  const [, kind, rest] = /^(Phòng|Ban|Trung tâm) (.+)$/.exec(name) ?? []
  const parts = rest?.split(/ – | và /).map((part) => part.split(' ').map((word) => withoutTone(word[0] ?? '').toUpperCase()).join(''))
  if (!parts || parts.join('').length < 3) return undefined
  return `${kind} ${parts.join('-')}`
}

const letter = /[\p{L}\p{N}]/u

/** Without accents, and every dash the keyboard's own: names are printed with another one than is typed. */
const plain = (text: string) => fold(text.normalize('NFC')).replace(/[\u2010-\u2014]/g, '-')

/** Where units are named, the longest name first, so that "phường Hải Hòa" is not found inside another. */
function mentions(folded: string, units: NamedUnit[]): Mention[] {
  const names = units.flatMap((unit) => unit.names.map((name) => ({ id: unit.id, name: plain(name) })))
  names.sort((a, b) => b.name.length - a.name.length)
  const found: Mention[] = []
  for (const { id, name } of names) {
    if (name.length < 3) continue
    for (let at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + 1)) {
      const to = at + name.length
      if (letter.test(folded[at - 1] ?? ' ') || letter.test(folded[to] ?? ' ')) continue
      if (found.some((other) => at < other.to && to > other.from)) continue
      found.push({ id, from: at, to })
    }
  }
  return found.sort((a, b) => a.from - b.from)
}

const dueWords = /(?:^|[,;.]?\s+)(?:hoan thanh|xong|bao cao|trinh(?: ubnd thanh pho)?|nop)?\s*(?:cham nhat|truoc|den|han|xong)(?: la)?(?: ngay)?\s+(\d{1,2}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{2,4})?)/
const monthWords = /(?:^|[,;.]?\s+)(?:hoan thanh|xong)?\s*(?:trong|het|truoc het|cuoi)\s+thang\s+(\d{1,2})(?!\s*[/\d])/

/** "trước 20/5", "trong tháng 5": the day, and where the words stand. */
function dueIn(folded: string, today: IsoDate): { day: IsoDate; from: number; to: number } | null {
  const day = dueWords.exec(folded)
  if (day?.[1]) {
    const read = readDate(day[1].replace(/\s/g, ''), today)
    if (read) return { day: read, from: day.index, to: day.index + day[0].length }
  }
  const month = monthWords.exec(folded)
  const number = Number(month?.[1])
  if (!month || number < 1 || number > 12) return null
  const year = Number(today.slice(0, 4)) + (number < Number(today.slice(5, 7)) ? 1 : 0)
  const last = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
  return { day: last, from: month.index, to: month.index + month[0].length }
}

const products = ['Tờ trình', 'Báo cáo', 'Phương án', 'Kế hoạch', 'Danh sách', 'Danh mục', 'Biên bản', 'Quyết định', 'Hồ sơ']

/** Not "Kế hoạch" in the name of the unit for finance and planning: `named` is passed over. */
function productIn(folded: string, named: Mention[]): string {
  for (const each of named) folded = folded.slice(0, each.from) + ' '.repeat(each.to - each.from) + folded.slice(each.to)
  const found = products.map((name) => ({ name, at: folded.indexOf(fold(name)) })).filter((each) => each.at >= 0)
  found.sort((a, b) => a.at - b.at)
  return found[0]?.name ?? ''
}

/** An indicator is meant when the first two words of its name are said: "giải ngân" for "Giải ngân vốn XDCB". */
function figuresIn(folded: string, figures: NamedFigure[]): string[] {
  return figures.filter((figure) => folded.includes(fold(figure.name).split(/\s+/).slice(0, 2).join(' '))).map((figure) => figure.code)
}

/** Takes pieces out of the text and closes the gaps. */
function without(text: string, pieces: { from: number; to: number }[]): string {
  let out = text
  for (const piece of [...pieces].sort((a, b) => b.from - a.from)) out = out.slice(0, piece.from) + ' ' + out.slice(piece.to)
  const tidy = out.replace(/\s+/g, ' ').replace(/\s+([,;.])/g, '$1').replace(/([,;])(?:\s*[,;])+/g, '$1').replace(/^[\s,;.:–-]+|[\s,;.]+$/g, '')
  return tidy.charAt(0).toUpperCase() + tidy.slice(1)
}

export function readConclusion(typed: string, units: NamedUnit[], figures: NamedFigure[], today: IsoDate): Reading {
  const text = typed.normalize('NFC')
  const folded = plain(text)
  const named = mentions(folded, units)
  const reading: Reading = { lead: null, partners: [], due: null, deliverable: productIn(folded, named), figures: figuresIn(folded, figures), text: '' }
  const pieces: { from: number; to: number }[] = []
  const begin = /^\s*(de nghi|giao|yeu cau)\s+/.exec(folded)
  const first = named[0]
  if (first && (begin ? first.from <= begin[0].length + 1 : /^\s*$/.test(folded.slice(0, first.from)))) {
    reading.lead = first.id
    const after = /^\s*chu tri(?:\s+thuc hien)?\s*,?/.exec(folded.slice(first.to))
    pieces.push({ from: 0, to: first.to + (after?.[0].length ?? 0) })
  }
  for (const mention of named) {
    if (mention.id === reading.lead) continue
    // "phối hợp với A, B và C" or "A phối hợp": only units said there co-ordinate, others are merely spoken of.
    const before = /phoi hop(?: voi| cung)?\s*$/.exec(folded.slice(0, mention.from))
    const after = /^\s*phoi hop\s*,?/.exec(folded.slice(mention.to))
    const previous = reading.partners.length ? pieces.at(-1) : undefined
    const joined = previous && /^\s*(?:,|va|,\s*va)\s*$/.test(folded.slice(previous.to, mention.from))
    if (!before && !after && !joined) continue
    reading.partners.push(mention.id)
    pieces.push({ from: before ? before.index : joined ? (previous?.to ?? mention.from) : mention.from, to: mention.to + (after?.[0].length ?? 0) })
  }
  const due = dueIn(folded, today)
  if (due) {
    reading.due = due.day
    pieces.push(due)
  }
  reading.text = without(text, pieces)
  return reading
}
