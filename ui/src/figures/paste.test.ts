import { describe, expect, it } from 'vitest'
import type { FiguresFormLine } from '../api/types'
import { isBlock, plan, taken } from './paste'

const line = (code: string, vi: string, scale = 1) => ({ indicator: { code, name: { vi, en: code }, short_name: { vi, en: code }, scale } }) as FiguresFormLine
const lines = [line('retail', 'Tổng mức bán lẻ'), line('visitors', 'Lượt khách', 2), line('shops', 'Cơ sở mới', 0), line('fish', 'Sản lượng thủy sản')]
const given = (text: string, from = 0, column?: number) => taken(plan(text, lines, from, column)).map((each) => [each.line.indicator.code, each.value])
const faults = (text: string, from = 0) => plan(text, lines, from).rows.filter((row) => row.fault).map((row) => row.row)

describe('a block from a spreadsheet', () => {
  it('is told from a single cell', () => {
    expect(isBlock('85,2')).toBe(false)
    expect(isBlock('85,2\r\n')).toBe(false)
    expect(isBlock('85,2\n12')).toBe(true)
    expect(isBlock('Bán lẻ\t85,2')).toBe(true)
  })
  it('goes down from the cell; an empty row leaves its cell as it is', () => {
    expect(given('85,2\r\n\r\n12\r\n1.286,5\r\n')).toEqual([['retail', '85.2'], ['shops', '12'], ['fish', '1286.5']])
    expect(given('2,35\n12', 1)).toEqual([['visitors', '2.35'], ['shops', '12']])
  })
  it('reads spaces and dots between thousands', () => {
    expect(given('1 286,5\n2,35\n1.286\n1\u00a0286,5')).toEqual([['retail', '1286.5'], ['visitors', '2.35'], ['shops', '1286'], ['fish', '1286.5']])
  })
  it('reads a whole block as English where one of its figures can be nothing else', () => {
    expect(given('1,286.5\n2.35\n1,286')).toEqual([['retail', '1286.5'], ['visitors', '2.35'], ['shops', '1286']])
    expect(plan('1,286\n2', lines, 0).written).toBe('vi')
  })
  it('goes by the names where it has them, in whatever order', () => {
    expect(given('Chỉ tiêu\tĐơn vị\tTháng 4\nCơ sở mới\tcơ sở\t12\ntong muc ban le\ttỷ đồng\t85,2')).toEqual([['shops', '12'], ['retail', '85.2']])
  })
  it('takes the chosen of several columns, and no numbering', () => {
    const block = '1\tTổng mức bán lẻ\t85,2\t84,6\n2\tLượt khách\t2,35\t2,1'
    expect(plan(block, lines, 0).columns).toEqual([2, 3])
    expect(given(block)).toEqual([['retail', '85.2'], ['visitors', '2.35']])
    expect(given(block, 0, 3)).toEqual([['retail', '84.6'], ['visitors', '2.1']])
  })
  it('names what cannot be read, has too many decimals, is below zero or lies beyond the form', () => {
    expect(faults('mười hai\n2,355\n-1\n4\n5')).toEqual([1, 2, 3, 5])
  })
})
