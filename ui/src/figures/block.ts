// A block of a spreadsheet over the grid of units and indicators: which figure goes into which cell, before anything
// is written. Rows whose first cells name units of the grid go to those; otherwise downwards from the cell.
import type { FiguresGrid } from '../api/types'
import { scaleOf, sign, type Decimal } from '../base/decimal'
import { fold } from '../base/fold'
import { readFigure } from '../base/format'
import type { Words } from '../base/text.svelte'
import { words as parts } from '../parts/words'
import { cellsOf, writtenIn } from './paste'
import { words } from './words'

export interface BlockCell {
  /** As a spreadsheet names it, within the block: "B3". */
  address: string
  text: string
  /** Places in the grid. */
  unit: number
  indicator: number
  value: Decimal | null
  fault?: Words
}

const letters = (at: number): string => (at < 26 ? String.fromCharCode(65 + at) : letters(Math.floor(at / 26) - 1) + letters(at % 26))
const named = (cell: string, of: { vi: string; en: string }) => fold(cell) === fold(of.vi) || fold(cell) === fold(of.en)

export function planBlock(text: string, grid: FiguresGrid, from: { unit: number; indicator: number }): BlockCell[] {
  const block = cellsOf(text)
  const written = writtenIn(block)
  const unitOf = (row: string[]) => grid.units.findIndex((unit) => row.some((cell) => cell && (cell === unit.unit.code || named(cell, unit.unit.name))))
  const units = block.map(unitOf)
  const byName = units.filter((at) => at >= 0).length * 2 > block.length
  // In a block with names, the columns of figures begin where the first figure stands.
  const first = byName ? Math.min(...block.map((row) => row.findIndex((cell) => cell && readFigure(cell, written) !== undefined)).filter((at) => at >= 0), Number.MAX_SAFE_INTEGER) : 0
  const out: BlockCell[] = []
  block.forEach((row, down) => {
    const unit = byName ? (units[down] as number) : from.unit + down
    if (byName && unit < 0) return
    row.slice(first).forEach((cell, right) => {
      if (!cell) return
      const indicator = from.indicator + right
      const value = readFigure(cell, written)
      const planned = { address: `${letters(first + right)}${down + 1}`, text: cell, unit, indicator, value: value ?? null }
      out.push({ ...planned, fault: faultOf(grid, unit, indicator, value) })
    })
  })
  return out
}

function faultOf(grid: FiguresGrid, unit: number, indicator: number, value: Decimal | null | undefined): Words | undefined {
  const [row, column] = [grid.units[unit], grid.indicators[indicator]]
  if (!row || !column) return words.beyondGrid
  if (!row.cells[indicator]) return words.notReported
  if (!row.may_enter) return words.unitLocked
  if (value === undefined || value === null) return parts.notAFigure
  if (scaleOf(value) > column.scale) return parts.tooManyPlaces(column.scale)
  if (sign(value) < 0) return parts.notNegative
  return undefined
}
