// A sheet that nobody made for us: which of its columns is what. Pure: from what the server has seen of it to a first
// guess, and from what a person chose to the request that reads it so.
import type { FiguresExchangeAcross, FiguresExchangeFilePreview, FiguresExchangeFileRequest, FiguresExchangeStranger } from '../api/types'

/** What a column is: nothing, one of the dimensions, or values of one indicator, unit or month ("indicator:visitors"). */
export type Means = '' | 'indicator' | 'unit' | 'month' | 'value' | 'state' | 'reason' | `${FiguresExchangeAcross}:${string}`
export type Dimension = 'indicator' | 'unit' | 'month'
export const dimensions: Dimension[] = ['indicator', 'unit', 'month']

export interface Chosen {
  sheet: string
  headerRow: number
  /** By the column's letters. */
  columns: Record<string, Means>
  /** What the whole sheet is one of, where no column says it. */
  whole: Partial<Record<Dimension, string>>
  /** What words of the sheet mean that are nobody's name; '' leaves their rows out. */
  names: Record<string, string>
}

const over = (means: Means): FiguresExchangeAcross | null => (means.includes(':') ? (means.split(':')[0] as FiguresExchangeAcross) : null)
export const acrossOf = (columns: Record<string, Means>): FiguresExchangeAcross[] => [...new Set(Object.values(columns).flatMap((means) => over(means) ?? []))]

/** Headings that name indicators, units or months stand over values, as soon as there are more of them than of other kinds. */
export function guess(preview: FiguresExchangeFilePreview, whole: Partial<Record<Dimension, string>>): Chosen {
  const named = { indicator: 0, unit: 0, month: 0 }
  for (const column of preview.columns) for (const each of dimensions) if (column[each]) named[each]++
  const across = dimensions.toSorted((a, b) => named[b] - named[a])[0] as Dimension
  const wide = named[across] > 0 && !preview.columns.some((column) => column.means === 'value')
  const columns: Record<string, Means> = {}
  for (const column of preview.columns) {
    const value = wide ? column[across] : null
    // Each dimension once: the first column that is called so.
    const means = column.means && !Object.values(columns).includes(column.means as Means) && column.means !== across ? (column.means as Means) : ''
    columns[column.letters] = value ? `${across}:${value}` : wide || column.means !== across ? means : (column.means as Means)
  }
  return { sheet: preview.sheet, headerRow: preview.header_row, columns, whole, names: {} }
}

export interface Unclear {
  /** No column and no word for the whole sheet. */
  missing: (Dimension | 'value')[]
  /** Values of two kinds side by side. */
  mixed: boolean
}
export function unclear({ columns, whole }: Chosen): Unclear {
  const across = acrossOf(columns)
  const all = Object.values(columns)
  const missing = dimensions.filter((each) => !across.includes(each) && !all.includes(each) && !whole[each])
  return { missing: all.includes('value') || across.length ? missing : [...missing, 'value'], mixed: across.length > 1 || (across.length === 1 && all.includes('value')) }
}

const columnOf = (columns: Record<string, Means>, means: Means) => Object.keys(columns).find((letters) => columns[letters] === means)

/** The mapping as the server takes it: a column by its letters, "=x" where the whole sheet is x. */
export function requestOf(file: number, of: Chosen): FiguresExchangeFileRequest {
  const across = acrossOf(of.columns)[0] ?? null
  const where = (each: Dimension) => {
    if (across === each) return undefined
    const letters = columnOf(of.columns, each)
    return letters ?? (of.whole[each] ? `=${of.whole[each]}` : undefined)
  }
  const lines = (pairs: [string, string][]) => (pairs.length ? pairs.map(([word, code]) => `${word}=${code}`).join('\n') : undefined)
  return {
    file,
    sheet: of.sheet || undefined,
    header_row: of.headerRow,
    indicator: where('indicator'),
    unit: where('unit'),
    month: where('month'),
    value: across ? undefined : columnOf(of.columns, 'value'),
    state: columnOf(of.columns, 'state'),
    reason: columnOf(of.columns, 'reason'),
    across: across ?? undefined,
    columns: across ? lines(Object.entries(of.columns).map(([letters, means]) => [letters, over(means) ? means.slice(means.indexOf(':') + 1) : ''])) : undefined,
    names: lines(Object.entries(of.names)),
  }
}

/** Words like these stand before rows that add up what is above them. */
const sums = /^(tổng|cộng|toàn|total|sum)/i
export function namesOf(strangers: FiguresExchangeStranger[]): Record<string, string> {
  return Object.fromEntries(strangers.filter(({ word }) => sums.test(word)).map(({ word }) => [word, '']))
}
