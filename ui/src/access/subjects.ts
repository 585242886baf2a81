// What a journal entry is about, in words: "session/3" → "Phiên họp 3", "form/ka-long/2021-04" → "Biểu tháng 4/2021".
import { isMonth, monthName } from '../base/date'
import { messages, plain, type Text } from '../base/text.svelte'

const rooms: Record<string, Text> = messages({
  access: { vi: 'Tài khoản', en: 'Accounts' },
  conclusions: { vi: 'Kết luận', en: 'Conclusions' },
  demo: { vi: 'Bản diễn', en: 'Demo' },
  directives: { vi: 'Nhiệm vụ', en: 'Directives' },
  figures: { vi: 'Số liệu', en: 'Figures' },
  files: { vi: 'Tệp', en: 'Files' },
  press: { vi: 'Công bố', en: 'Publication' },
  report: { vi: 'Báo cáo', en: 'Report' },
  session: { vi: 'Phiên họp', en: 'Session' },
  units: { vi: 'Đơn vị', en: 'Units' },
})
const kinds: Record<string, Text> = messages({
  account: { vi: 'Tài khoản', en: 'Account' },
  clause: { vi: 'Khoản kết luận', en: 'Clause' },
  clock: { vi: 'Đồng hồ bản diễn', en: 'The demo’s clock' },
  directive: { vi: 'Nhiệm vụ', en: 'Directive' },
  figures: { vi: 'Số liệu', en: 'Figures' },
  file: { vi: 'Tệp', en: 'File' },
  form: { vi: 'Biểu', en: 'Form' },
  indicator: { vi: 'Chỉ tiêu', en: 'Indicator' },
  notice: { vi: 'Thông báo kết luận', en: 'Notice' },
  press: { vi: 'Trang công bố', en: 'Public page' },
  report: { vi: 'Báo cáo', en: 'Report' },
  seat: { vi: 'Chức danh', en: 'Office' },
  session: { vi: 'Phiên họp', en: 'Session' },
  units: { vi: 'Đơn vị', en: 'Units' },
})

export const roomName = (room: string): Text => rooms[room] ?? plain(room)

export function subjectName(subject: string): Text {
  const [kind = '', ...rest] = subject.split('/')
  const known = kinds[kind]
  if (!known) return plain(subject)
  const last = kind === 'indicator' ? '' : (rest.at(-1) ?? '')
  if (isMonth(last)) return { vi: `${known.vi}, ${monthName(last).vi.toLowerCase()}`, en: `${known.en}, ${monthName(last).en}` }
  return last ? { vi: `${known.vi} ${last}`, en: `${known.en} ${last}` } : known
}
