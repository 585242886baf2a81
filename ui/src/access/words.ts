import { messages } from '../base/text.svelte'

export const words = messages({
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  account: { vi: 'Tên đăng nhập', en: 'Account' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  show: { vi: 'Hiện mật khẩu', en: 'Show password' },
  lead: { vi: 'Phiên họp hằng tháng, từ số liệu đến kết quả.', en: 'The monthly session, from figures to follow-up.' },
  demo: { vi: 'Bản trình diễn: vào bằng một chức vụ', en: 'Demonstration: enter as an office' },
  demoWhy: { vi: 'Không cần mật khẩu. Số liệu minh họa, dữ liệu chỉ ở máy này.', en: 'No password. The figures are illustrative, and the data stays on this machine.' },
  find: { vi: 'Tìm chức vụ hoặc đơn vị', en: 'Find an office or unit' },
  nothing: { vi: 'Không có chức vụ nào khớp.', en: 'No office fits.' },
  forgotten: { vi: 'Quên mật khẩu, hỏi người quản trị của Văn phòng.', en: 'Forgot the password? Ask the Office’s administrator.' },
  public: { vi: 'Trang công bố, không cần đăng nhập', en: 'Public page, no sign-in needed' },
})
