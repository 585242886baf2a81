import { describe, expect, it } from 'vitest'
import { isBlock, readBlock } from './paste'

describe('a block from a spreadsheet', () => {
  it('is told from a single cell', () => {
    expect(isBlock('85,2')).toBe(false)
    expect(isBlock('85,2\r\n')).toBe(false)
    expect(isBlock('85,2\n12')).toBe(true)
    expect(isBlock('Bán lẻ\t85,2')).toBe(true)
  })
  it('gives a column, with empty rows as no figure', () => {
    expect(readBlock('85,2\r\n\r\n1.286,5\r\n')).toEqual({ values: ['85.2', null, '1286.5'], unread: [] })
  })
  it('takes the figure of each row and names rows without one', () => {
    expect(readBlock('Bán lẻ\ttỷ đồng\t85,2\nCơ sở mới\tcơ sở\tmười hai')).toEqual({ values: ['85.2', undefined], unread: ['Cơ sở mới\tcơ sở\tmười hai'] })
  })
})
