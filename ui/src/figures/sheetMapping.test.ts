import { describe, expect, it } from 'vitest'
import type { FiguresExchangeFilePreview } from '../api/types'
import { guess, namesOf, requestOf, unclear } from './sheetMapping'

const preview = (columns: FiguresExchangeFilePreview['columns']): FiguresExchangeFilePreview => ({ kind: 'workbook', sheets: ['Biểu', 'Phụ lục'], sheet: 'Biểu', header_row: 3, rows_in_all: 20, columns, rows: [] })
const column = (letters: string, heading: string, more: Partial<FiguresExchangeFilePreview['columns'][number]> = {}) => ({ letters, heading, ...more })

describe('which column of a free sheet is what', () => {
  it('takes a list by its usual headings', () => {
    const chosen = guess(preview([column('A', 'TT'), column('B', 'Đơn vị', { means: 'unit' }), column('C', 'Chỉ tiêu', { means: 'indicator' }), column('D', 'Giá trị', { means: 'value' })]), { month: '2021-04' })
    expect(chosen.columns).toEqual({ A: '', B: 'unit', C: 'indicator', D: 'value' })
    expect(unclear(chosen)).toEqual({ missing: [], mixed: false })
    expect(requestOf(7, chosen)).toMatchObject({ file: 7, sheet: 'Biểu', header_row: 3, unit: 'B', indicator: 'C', value: 'D', month: '=2021-04', across: undefined, columns: undefined })
  })
  it('takes headings that name indicators as columns of values, and leaves the others alone', () => {
    const chosen = guess(preview([column('A', 'Đơn vị', { means: 'unit' }), column('B', 'Bán lẻ', { indicator: 'retail_sales' }), column('C', 'Khách', { indicator: 'visitors' }), column('D', 'Ghi chú')]), { month: '2021-04' })
    expect(chosen.columns).toEqual({ A: 'unit', B: 'indicator:retail_sales', C: 'indicator:visitors', D: '' })
    expect(requestOf(7, chosen)).toMatchObject({ across: 'indicator', unit: 'A', indicator: undefined, value: undefined, columns: 'A=\nB=retail_sales\nC=visitors\nD=' })
  })
  it('takes months over an indicator’s rows', () => {
    const chosen = guess(preview([column('A', 'Chỉ tiêu', { means: 'indicator' }), column('B', 'T3/2021', { month: '2021-03' }), column('C', 'T4/2021', { month: '2021-04' })]), { unit: 'hai-hoa', month: '2021-04' })
    expect(requestOf(7, chosen)).toMatchObject({ across: 'month', indicator: 'A', unit: '=hai-hoa', month: undefined, columns: 'A=\nB=2021-03\nC=2021-04' })
  })
  it('says what is still unclear, and refuses two kinds of values side by side', () => {
    const nothing = guess(preview([column('A', 'x'), column('B', 'y')]), {})
    expect(unclear(nothing)).toEqual({ missing: ['indicator', 'unit', 'month', 'value'], mixed: false })
    expect(unclear({ ...nothing, columns: { A: 'indicator:a', B: 'unit:b' } }).mixed).toBe(true)
    expect(unclear({ ...nothing, columns: { A: 'indicator:a', B: 'value' } }).mixed).toBe(true)
  })
  it('leaves out rows of sums, and says so as any other word', () => {
    const names = namesOf([{ what: 'unit', word: 'Tổng cộng', times: 1 }, { what: 'unit', word: 'Hải Hoà', times: 1 }])
    expect(names).toEqual({ 'Tổng cộng': '' })
    expect(requestOf(7, { ...guess(preview([column('A', 'x')]), {}), names: { ...names, 'Hải Hoà': 'hai-hoa' } }).names).toBe('Tổng cộng=\nHải Hoà=hai-hoa')
  })
})
