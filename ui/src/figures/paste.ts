// What is pasted from a spreadsheet: cells divided by tabs, rows by line ends. Which figure would go into which cell
// is planned and shown before anything is written; what cannot be read is named by its row and column.
import type { FiguresFormLine } from '../api/types'
import { scaleOf, sign, type Decimal } from '../base/decimal'
import { fold } from '../base/fold'
import { readFigure } from '../base/format'
import { words as parts } from '../parts/words'
import { language, type Language, type Words } from '../base/text.svelte'
import { words } from './words'

/** More than one cell? A single one is left to the field. */
export function isBlock(text: string): boolean {
  return /[\t\n\r]/.test(text.replace(/[\r\n]+$/, ''))
}

export interface PlannedRow {
  /** As a spreadsheet counts: "dòng 3". */
  row: number
  /** What stood there. */
  text: string
  /** Where it goes; none: beyond the form, or a name that the form does not have. */
  line?: FiguresFormLine
  /** null: an empty cell, which leaves the form's cell as it is. */
  value: Decimal | null
  /** Why it cannot go there. */
  fault?: Words
}
export interface Plan {
  /** The columns that hold figures, counted from 0, and the one that is taken. */
  columns: number[]
  column: number
  /** By the indicators' names in the block, rather than downwards from the cell. */
  byName: boolean
  /** Whose signs for decimals and between thousands the block has. */
  written: Language
  rows: PlannedRow[]
}

export function cellsOf(text: string): string[][] {
  return text
    .replace(/(\r\n|\n|\r)+$/, '')
    .split(/\r\n|\n|\r/)
    .map((row) => row.split('\t').map((cell) => cell.trim()))
}

/** "1,286.5" or "1,286,000" can only be English; then "1,286" beside it is too. Where nothing tells: the page's. */
export function writtenIn(block: string[][]): Language {
  const has = (pattern: RegExp) => block.flat().some((cell) => pattern.test(cell))
  if (has(/^[-−]?\d{1,3}(,\d{3})+\.\d+$|^[-−]?\d{1,3}(,\d{3}){2,}$/)) return 'en'
  if (has(/^[-−]?\d{1,3}(\.\d{3})+,\d+$|^[-−]?\d{1,3}(\.\d{3}){2,}$/)) return 'vi'
  return language.now
}

/** Rows numbered 1, 2, 3 … are a numbering, not figures. */
function isNumbering(block: string[][], column: number): boolean {
  const cells = block.map((row) => row[column] ?? '').filter(Boolean)
  return cells.length > 1 && block[0] !== undefined && block[0].length > 1 && cells.every((cell, at) => /^\d+\.?$/.test(cell) && Number.parseInt(cell, 10) === Number.parseInt(cells[0] as string, 10) + at)
}

function named(row: string[], lines: FiguresFormLine[]): FiguresFormLine | undefined {
  const texts = row.map((cell) => fold(cell))
  return lines.find(({ indicator: { code, name, short_name } }) => [code, name.vi, name.en, short_name.vi, short_name.en].some((word) => texts.includes(fold(word))))
}

/** `from`: the place of the cell that was pasted into; `column`: which column of the block, if not the first of figures. */
export function plan(text: string, lines: FiguresFormLine[], from: number, column?: number): Plan {
  const block = cellsOf(text)
  const written = writtenIn(block)
  const readable = (row: string[], at: number) => Boolean(row[at]) && readFigure(row[at] as string, written) !== undefined
  const width = Math.max(...block.map((row) => row.length))
  const columns = Array.from({ length: width }, (_, at) => at).filter((at) => block.some((row) => readable(row, at)) && !isNumbering(block, at))
  const best = (at: number) => block.filter((row) => readable(row, at)).length
  const chosen = column ?? columns.toSorted((a, b) => best(b) - best(a) || a - b)[0] ?? 0
  const found = block.map((row) => named(row, lines))
  const byName = width > 1 && found.filter(Boolean).length * 2 >= block.filter((row) => row.some(Boolean)).length
  const rows = block.map((row, at): PlannedRow => {
    const cell = row[chosen] ?? ''
    const line = byName ? found[at] : lines[from + at]
    const value = readFigure(cell, written)
    const planned = { row: at + 1, text: cell || row.filter(Boolean).join(' · '), line, value: value ?? null }
    if (value === null && !byName) return planned
    if (!line) return { ...planned, fault: byName ? words.noSuchIndicator : words.beyondForm }
    if (value === undefined) return { ...planned, fault: parts.notAFigure }
    if (value !== null && scaleOf(value) > line.indicator.scale) return { ...planned, fault: parts.tooManyPlaces(line.indicator.scale) }
    if (value !== null && sign(value) < 0) return { ...planned, fault: parts.notNegative }
    return planned
  })
  // Headings and empty rows of a named block are no faults: they simply go nowhere.
  return { columns, column: chosen, byName, written, rows: rows.filter((row) => row.line || row.value !== null || (row.fault && !byName)) }
}

/** What would be written. */
export function taken(of: Plan): { line: FiguresFormLine; value: Decimal }[] {
  return of.rows.flatMap((row) => (row.line && row.value !== null && !row.fault ? [{ line: row.line, value: row.value }] : []))
}
