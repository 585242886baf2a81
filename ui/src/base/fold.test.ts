import { describe, expect, it } from 'vitest'
import { fit, fold, search } from './fold'

const units = ['phường Hải Hòa', 'xã Hải Đông', 'phòng Tài chính – Kế hoạch', 'Trung tâm Phát triển quỹ đất', 'Đội Quản lý thị trường']

describe('finding Vietnamese names', () => {
  it('needs no accents', () => {
    expect(fold('Đường dẫn cầu Bắc Luân II')).toBe('duong dan cau bac luan ii')
    expect(search('hai hoa', units, (u) => [u])[0]).toBe('phường Hải Hòa')
    expect(search('doi', units, (u) => [u])[0]).toBe('Đội Quản lý thị trường')
  })
  it('takes accents seriously when they are typed', () => {
    expect(fit('Hải', 'xã Hải Đông')).toBeGreaterThan(0)
    expect(fit('hái', 'xã Hải Đông')).toBe(0)
  })
  it('knows abbreviations by first letters', () => {
    expect(search('tckh', units, (u) => [u])).toEqual(['phòng Tài chính – Kế hoạch'])
    expect(search('ptqđ', units, (u) => [u])).toEqual([])
    expect(search('ptqd', units, (u) => [u])).toEqual(['Trung tâm Phát triển quỹ đất'])
  })
  it('ranks beginnings before middles', () => {
    expect(search('hải', units, (u) => [u]).map((u) => u.slice(-7))).toEqual(['Hải Hòa', 'ải Đông'])
  })
})
