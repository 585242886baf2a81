import { messages } from '../base/text.svelte'

export const words = messages({
  download: { vi: 'Tải biểu Excel', en: 'Download for Excel' },
  upload: { vi: 'Nạp từ Excel', en: 'Read from Excel' },
  title: (name: string) => ({ vi: `Nạp ${name}`, en: `Read ${name}` }),
  reading: { vi: 'Đang đọc tệp…', en: 'Reading the file…' },
  wrong: (count: number) => ({ vi: `${count} ô cần sửa`, en: count === 1 ? '1 cell to correct' : `${count} cells to correct` }),
  mend: { vi: 'Sửa trong Excel, lưu, rồi nạp lại. Chưa có gì được ghi.', en: 'Correct them in Excel, save, and send the file again. Nothing was saved.' },
  more: (count: number) => ({ vi: `… và ${count} ô nữa`, en: `… and ${count} more` }),
  changes: { vi: 'Các số sẽ đổi', en: 'Figures that will change' },
  cell: { vi: 'Ô', en: 'Cell' },
  indicator: { vi: 'Chỉ tiêu', en: 'Indicator' },
  before: { vi: 'Đang có', en: 'Now' },
  after: { vi: 'Trong tệp', en: 'In the file' },
  formula: { vi: 'kết quả của công thức', en: 'a formula’s result' },
  same: { vi: 'Không có gì thay đổi.', en: 'Nothing changes.' },
  sameHint: { vi: 'Các số trong tệp đã có trong biểu; ô trống không đổi gì.', en: 'The form has the file’s figures already; empty cells change nothing.' },
  write: (count: number) => ({ vi: `Ghi ${count} số`, en: count === 1 ? 'Enter 1 figure' : `Enter ${count} figures` }),
  writeGood: (count: number) => ({ vi: `Chỉ ghi ${count} số đúng`, en: `Enter only the ${count} that are right` }),
  leave: { vi: 'Không ghi', en: 'Leave it' },
  entered: (count: number) => ({ vi: `Đã ghi ${count} số từ tệp`, en: `${count} figures entered from the file` }),
})
