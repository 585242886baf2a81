import { describe, expect, it } from 'vitest'
import { abbreviated, readConclusion, type NamedFigure, type NamedUnit } from './parse'

const units: NamedUnit[] = [
  { id: 1, names: ['Ban Quản lý dự án đầu tư xây dựng', 'Ban QLDA', 'Ban Quản lý dự án'] },
  { id: 2, names: ['Phòng Tài chính – Kế hoạch', 'Phòng TC-KH'] },
  { id: 3, names: ['Trung tâm Phát triển quỹ đất', 'Trung tâm PTQĐ'] },
  { id: 4, names: ['UBND phường Hải Hòa', 'phường Hải Hòa'] },
  { id: 0, names: ['các xã, phường', '16 xã, phường'] },
]
const figures: NamedFigure[] = [{ code: 'capital_disbursement', name: 'Giải ngân vốn XDCB' }, { code: 'tax_debt', name: 'Nợ đọng thuế' }]
const read = (text: string) => readConclusion(text, units, figures, '2021-05-06')

describe('names as they are shortened', () => {
  it('takes the first letters after the kind of unit', () => {
    expect(['Phòng Tài chính – Kế hoạch', 'Phòng Giáo dục và Đào tạo', 'Ban Quản lý dự án', 'Trung tâm Phát triển quỹ đất', 'Phòng Lao động – Thương binh và Xã hội'].map(abbreviated)).toEqual(['Phòng TC-KH', 'Phòng GD-ĐT', 'Ban QLDA', 'Trung tâm PTQĐ', 'Phòng LĐ-TB-XH'])
    expect(abbreviated('Chi cục Thuế')).toBeUndefined()
    expect(abbreviated('Trung tâm Y tế')).toBeUndefined()
  })
})

describe('reading a spoken conclusion', () => {
  it('finds who leads, with whom, by when, and on which figure', () => {
    expect(read('Giao Ban Quản lý dự án chủ trì, phòng TC-KH phối hợp, rà soát dự án giải ngân dưới 25 %, báo cáo trước 20/5')).toEqual({
      lead: 1, partners: [2], due: '2021-05-20', deliverable: 'Báo cáo', figures: ['capital_disbursement'], text: 'Rà soát dự án giải ngân dưới 25 %',
    })
  })
  it('reads it typed without accents, with partners in a row', () => {
    const found = read('giao ban qlda chu tri, phoi hop voi phong tc-kh, trung tam ptqd va phuong hai hoa thu hoi dat truoc ngay 31/5')
    expect([found.lead, found.partners, found.due]).toEqual([1, [2, 3, 4], '2021-05-31'])
    expect(found.text).toBe('Thu hoi dat')
  })
  it('takes the dash that was typed for the one in the name, and no product from a name', () => {
    const found = read('Giao Ban Quản lý dự án chủ trì, phòng Tài chính - Kế hoạch phối hợp, rà soát dự án chậm trước 20/5')
    expect([found.lead, found.partners, found.deliverable]).toEqual([1, [2], ''])
    expect(found.text).toBe('Rà soát dự án chậm')
  })
  it('takes a whole month, and all wards', () => {
    const found = read('Phòng TC-KH chủ trì, phối hợp với các xã, phường đôn đốc thu nợ đọng thuế trong tháng 6')
    expect([found.lead, found.partners, found.due, found.figures]).toEqual([2, [0], '2021-06-30', ['tax_debt']])
  })
  it('leaves a unit that is merely spoken of in the text', () => {
    const found = read('Giao Trung tâm PTQĐ chủ trì, chi trả cho các hộ ở phường Hải Hòa trước 31/5')
    expect([found.lead, found.partners]).toEqual([3, []])
    expect(found.text).toBe('Chi trả cho các hộ ở phường Hải Hòa')
  })
  it('understands nothing where nothing is said', () => {
    expect(read('Thống nhất với báo cáo.')).toEqual({ lead: null, partners: [], due: null, deliverable: 'Báo cáo', figures: [], text: 'Thống nhất với báo cáo' })
  })
})
