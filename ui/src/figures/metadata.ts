// Words for what an indicator is: its kind, how it adds, when and by whom it is reported.
import type { FiguresIndicator } from '../api/types'
import { monthInText, type IsoMonth } from '../base/date'
import { messages, type Text } from '../base/text.svelte'

const overTime: Record<string, Text> = {
  sum: { vi: 'cộng các tháng', en: 'months are added' },
  last: { vi: 'lấy số cuối kỳ', en: 'the last month stands' },
  mean: { vi: 'bình quân các tháng', en: 'months are averaged' },
  none: { vi: 'không cộng', en: 'not added' },
}
const kinds: Record<string, Text> = {
  flow: { vi: 'phát sinh trong kỳ', en: 'flow' }, stock: { vi: 'số cuối kỳ', en: 'stock' }, average: { vi: 'bình quân', en: 'average' },
  ratio: { vi: 'tỷ lệ', en: 'ratio' }, index: { vi: 'chỉ số', en: 'index' },
}
const fields: Record<string, Text> = {
  name: { vi: 'tên', en: 'name' }, short_name: { vi: 'tên ngắn', en: 'short name' }, explanation: { vi: 'giải thích', en: 'explanation' }, formula: { vi: 'công thức', en: 'formula' },
  due_days: { vi: 'hạn gửi', en: 'limit' }, window: { vi: 'kỳ số liệu', en: 'window' }, reporting_units: { vi: 'đơn vị báo cáo', en: 'reporting units' }, until: { vi: 'tháng cuối', en: 'last month' },
  plan: { vi: 'kế hoạch', en: 'plan' }, weight: { vi: 'trọng số', en: 'weight' }, breakdowns: { vi: 'phân tổ', en: 'breakdowns' }, decimals: { vi: 'chữ số lẻ', en: 'decimals' },
  source: { vi: 'nguồn', en: 'source' }, key: { vi: 'nhóm chỉ tiêu chính', en: 'among the key ones' }, kind: { vi: 'loại', en: 'kind' }, unit_of_measure: { vi: 'đơn vị tính', en: 'unit' },
}
const monthOf = (month: IsoMonth): Text => ({ vi: `${Number(month.slice(5))}/${month.slice(0, 4)}`, en: monthInText(month).en + ' ' + month.slice(0, 4) })

export const meta = messages({
  kind: { vi: 'Loại', en: 'Kind' },
  kindOf: (kind: string): Text => kinds[kind] ?? { vi: kind, en: kind },
  overUnits: { vi: 'Giữa các đơn vị', en: 'Over units' },
  overTime: { vi: 'Theo thời gian', en: 'Over time' },
  addsOver: (i: FiguresIndicator): Text =>
    i.formula || i.numerator ? { vi: 'tính từ tổng các thành phần', en: 'from the totals of its parts' }
    : i.weight ? { vi: 'bình quân có trọng số', en: 'weighted average' }
    : i.kind === 'flow' || i.kind === 'stock' ? { vi: 'cộng', en: 'added' } : { vi: 'không cộng', en: 'not added' },
  addsIn: (i: FiguresIndicator): Text =>
    i.formula || i.numerator ? { vi: 'tính từ lũy kế các thành phần', en: 'from its parts to date' }
    : (overTime[i.over_time_as ?? (i.kind === 'flow' ? 'sum' : i.kind === 'stock' ? 'last' : i.kind === 'average' ? 'mean' : 'none')] as Text),
  window: { vi: 'Kỳ số liệu', en: 'Window' },
  windowOf: (i: FiguresIndicator): Text =>
    !i.window ? { vi: 'theo biểu', en: 'as its form' }
    : i.window.kind === 'calendar_month' ? { vi: 'tháng dương lịch', en: 'calendar month' }
    : i.window.kind === 'from_15th_to_14th' ? { vi: 'từ 15 tháng trước đến 14', en: '15th of the month before to the 14th' }
    : { vi: `từ ngày ${i.window.from_day} đến ngày ${i.window.to_day}`, en: `day ${i.window.from_day} to day ${i.window.to_day}` },
  dueOf: (i: FiguresIndicator): Text => (i.due_days === null || i.due_days === undefined ? { vi: 'hạn theo quy định chung', en: 'limit by the common rule' } : { vi: `hạn ${i.due_days} ngày làm việc sau khi chốt`, en: `due ${i.due_days} working days after the cut-off` }),
  decimals: (shown: number, kept: number) => ({ vi: shown === kept ? `${shown} chữ số lẻ` : `${shown} chữ số lẻ, giữ ${kept}`, en: `${shown} ${shown === 1 ? 'decimal' : 'decimals'}${shown === kept ? '' : ` shown, ${kept} kept`}` }),
  formula: { vi: 'Công thức', en: 'Formula' },
  formulaNote: { vi: 'Không có giá trị khi thiếu một thành phần hoặc chia cho 0. Đơn vị được tính khi có đủ các thành phần.', en: 'No value where a part is missing or it is divided by 0. A unit counts when it gave every part.' },
  parts: { vi: 'Thành phần', en: 'Parts' },
  breakdown: { vi: 'Phân tổ', en: 'Breakdown' },
  sumsUp: { vi: 'các phần cộng lại bằng tổng', en: 'its parts sum to the total' },
  who: { vi: 'Báo cáo', en: 'Reported by' },
  communes: { vi: 'mọi xã, phường', en: 'every ward and commune' },
  nobodyNow: { vi: 'chưa có đơn vị nào', en: 'no unit at present' },
  plan: { vi: 'Kế hoạch', en: 'Plan' },
  yearly: { vi: 'theo năm', en: 'by year' },
  quarterly: { vi: 'theo năm và quý', en: 'by year and quarter' },
  shareOf: { vi: 'tỷ lệ so với', en: 'shares are of the' },
  time: { vi: 'Thời gian', en: 'Time' },
  from: (since: IsoMonth, until: IsoMonth | null): Text => (until ? { vi: `từ ${monthOf(since).vi} đến ${monthOf(until).vi}`, en: `${monthOf(since).en} to ${monthOf(until).en}` } : { vi: `từ tháng ${monthOf(since).vi}`, en: `since ${monthOf(since).en}` }),
  wording: { vi: 'Cách viết', en: 'Wording' },
  style: (i: FiguresIndicator): Text => ({ vi: `tháng: ${i.month_style === 'change' ? 'tăng, giảm' : 'bằng'}; lũy kế: ${i.year_style === 'change' ? 'tăng, giảm' : 'bằng'}`, en: `month: ${i.month_style === 'change' ? 'up, down' : 'equal to'}; to date: ${i.year_style === 'change' ? 'up, down' : 'equal to'}` }),
  usedBy: { vi: 'Dùng trong', en: 'Used by' },
  source: { vi: 'Nguồn', en: 'Source' },
  code: { vi: 'Mã', en: 'Code' },
  plans: { vi: 'Kế hoạch, các lần giao', en: 'Plans and their versions' },
  period: { vi: 'Kỳ', en: 'Period' },
  planOf: (year: number, quarter: number): Text => (quarter ? { vi: `Quý ${quarter}/${year}`, en: `Q${quarter} ${year}` } : { vi: `Năm ${year}`, en: String(year) }),
  version: { vi: 'Lần giao', en: 'Version' },
  versionAt: (version: number, on: string): Text => ({ vi: `lần ${version}, ${on}`, en: `no. ${version}, ${on}` }),
  versions: { vi: 'Các lần sửa định nghĩa', en: 'Versions of the definition' },
  versionNo: (version: number): Text => ({ vi: `Bản ${version}`, en: `Version ${version}` }),
  neverRevised: { vi: 'Chưa sửa lần nào từ khi thiết lập.', en: 'Not revised since it was set up.' },
  changedFields: { vi: 'Đổi:', en: 'Changed:' },
  field: (name: string): Text => fields[name] ?? { vi: name, en: name },
  revise: { vi: 'Sửa định nghĩa', en: 'Revise' },
  reviseTitle: (name: Text): Text => ({ vi: `Sửa định nghĩa: ${name.vi}`, en: `Revise: ${name.en}` }),
  revised: { vi: 'Đã ghi bản mới của định nghĩa', en: 'The new version is kept' },
  nameVi: { vi: 'Tên, tiếng Việt', en: 'Name in Vietnamese' },
  nameEn: { vi: 'Tên, tiếng Anh', en: 'Name in English' },
  explanationVi: { vi: 'Giải thích, tiếng Việt', en: 'Explanation in Vietnamese' },
  explanationEn: { vi: 'Giải thích, tiếng Anh', en: 'Explanation in English' },
  dueDays: { vi: 'Hạn gửi, ngày làm việc sau khi chốt', en: 'Due, working days after the cut-off' },
  dueDaysHint: { vi: 'Để trống: theo quy định chung.', en: 'Empty: by the common rule.' },
  save: { vi: 'Ghi bản mới', en: 'Keep the new version' },
})
