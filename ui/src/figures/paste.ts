// What is pasted from a spreadsheet: cells divided by tabs, rows by line ends.
import { readFigure } from '../base/format'
import type { Decimal } from '../base/decimal'

export interface Pasted {
  /** Row by row from where it was pasted; undefined = could not be read (what it was is in `unread`). */
  values: (Decimal | null | undefined)[]
  unread: string[]
}

/** More than one cell? A single one is left to the field. */
export function isBlock(text: string): boolean {
  return /[\t\n\r]/.test(text.replace(/[\r\n]+$/, ''))
}

/**
 * The one column of figures in the block: the last cell of each row that is a figure ("Bán lẻ ⇥ tỷ đồng ⇥ 85,2"
 * gives 85,2). A row without any is unread; an empty row is no figure.
 */
export function readBlock(text: string): Pasted {
  const rows = text.replace(/(\r\n|\n|\r)+$/, '').split(/\r\n|\n|\r/)
  const unread: string[] = []
  const values = rows.map((row) => {
    const cells = row.split('\t').map((cell) => cell.trim())
    for (const cell of cells.toReversed()) {
      const value = cell ? readFigure(cell) : undefined
      if (value !== undefined && value !== null) return value
    }
    if (cells.every((cell) => !cell)) return null
    unread.push(row.trim())
    return undefined
  })
  return { values, unread }
}
