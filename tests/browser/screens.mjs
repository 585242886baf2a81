// Every screen that people see, by the moment of April at which it shows most: {name: [address, seat, prepare?]}.
// screens.test.mjs asks of each what a machine can ask; `npm --prefix ui run screens` makes pictures of all.
import { month } from './story.mjs'

const clerk = { office: 'office_clerk' }, head = { office: 'head_of_office' }, chair = { office: 'chair' }, admin = { office: 'administrator' }
const of = (office, unit) => ({ office, unit })
const at = (...parts) => '/' + [month, ...parts].join('/')
const press = (name) => (page) => page.getByRole('button', { name, exact: typeof name === 'string' }).first().click()
/** The first task of a list, shown beside it. */
const firstTask = (page) => page.locator('main table a, main ol a').first().click()

/** The server fails at one read, or never answers it. */
const problem = { type: 'internal', status: 500, title: { vi: 'Máy chủ gặp lỗi. Hãy thử lại; nếu vẫn vậy, báo quản trị hệ thống.', en: 'The server failed. Try again; if it goes on, tell the administrator.' }, fields: [] }
const live = (answer) => async (page) => {
  await page.routeWebSocket(/\/live$/, (socket) => socket.onMessage((text) => {
    const { watch } = JSON.parse(text)
    if (watch) answer(socket, watch)
  }))
  await page.reload()
}
const failing = live((socket, watch) => socket.send(JSON.stringify({ of: watch, problem })))
const silent = live(() => undefined)

export const screens = {
  first: {
    'sign-in': ['/sign-in', null],
    'sign-in-wrong': ['/sign-in', null, async (page) => {
      await page.getByText(/Có tài khoản và mật khẩu|account and a password/).click()
      await page.getByRole('button', { name: /^(Đăng nhập|Sign in)$/ }).click()
    }],
    'home-start': [at(), clerk],
    'home-ward': [at(), of('unit_clerk', 'ka-long')],
    'report-empty': [at('report'), clerk],
    'report-empty-delegate': [at('report'), of('unit_head', 'tax')],
    'session-plan': [at('session'), clerk],
    'session-none': [at('session'), of('unit_head', 'tra-co')],
    'conclusions-empty': [at('conclusions'), clerk],
    'directives-start': [at('directives'), head],
    'inbox-none': [at('directives'), of('unit_clerk', 'binh-ngoc')],
    'press-empty': [at('press'), of('editor')],
    'console-none': [`/console/${month}`, chair],
    'hall-none': [`/hall/${month}`, clerk, , 'hall'],
    accounts: ['/accounts', admin],
    'account-new': ['/accounts', admin, press(/Tạo tài khoản|Create account/)],
    journal: ['/journal', of('quality_officer')],
    'journal-refused': ['/journal', clerk],
    'accounts-refused': ['/accounts', clerk],
    'home-failed': [at(), clerk, failing],
    'home-loading': [at(), clerk, silent],
    'no-such-page': ['/2021-04/nothing', clerk],
    palette: [at(), clerk, (page) => page.keyboard.press('Control+k')],
    'palette-search': [at(), clerk, async (page) => {
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').fill('hai')
    }],
    keys: [at(), clerk, (page) => page.keyboard.press('?')],
    'past-month': ['/2021-03', clerk],
    figures: [at('figures'), clerk],
    'figures-units': [at('figures', 'units'), clerk],
    'figures-form': [at('figures', 'unit', 'ka-long'), of('unit_clerk', 'ka-long')],
  },
  before: {
    'home-before': [at(), clerk],
    'home-chair': [at(), chair],
    'home-editor': [at(), of('editor')],
    report: [at('report'), clerk],
    'report-head': [at('report'), head],
    'report-delegate': [at('report'), of('unit_head', 'tax')],
    'report-edit': [at('report'), clerk, (page) => page.locator('main').getByRole('button', { name: /^(Sửa|Edit)$/ }).first().click()],
    'session-invited': [at('session'), clerk],
    'session-invited-chair': [at('session'), chair],
    'session-invited-ward': [at('session'), of('unit_head', 'hai-son')],
    'session-agenda-item': [at('session'), clerk, press(/^(Thêm nội dung|Add an item)/)],
    'session-guests': [at('session'), clerk, press(/^(Chọn khách mời|Choose guests)$/)],
    'session-edit': [at('session'), clerk, press(/^(Sửa|Change)$/)],
    'console-before': [`/console/${month}`, chair],
    'hall-before': [`/hall/${month}`, clerk, , 'hall'],
    'directives-before': [at('directives'), head],
  },
  during: {
    'home-during': [at(), head],
    'session-secretary': [at('session'), clerk],
    'session-delegate': [at('session'), of('unit_head', 'border-gate')],
    'session-waiting': [at('session'), of('unit_head', 'hai-dong')],
    'session-speaking': [at('session'), of('unit_head', 'project-board')],
    'session-observer': [at('session'), of('quality_officer')],
    console: [`/console/${month}`, chair],
    hall: [`/hall/${month}`, clerk, , 'hall'],
    'conclusions-during': [at('conclusions'), clerk],
    'report-final': [at('report'), clerk],
  },
  after: {
    'home-after': [at(), head],
    'home-next-month': ['/2021-05', clerk],
    'session-held': [at('session'), clerk],
    conclusions: [at('conclusions'), head],
    'conclusions-delegate': [at('conclusions'), of('unit_head', 'tax')],
    directives: [at('directives'), head],
    'directives-task': [at('directives'), head, firstTask],
    inbox: [at('directives') + '?list=inbox', of('unit_head', 'tax')],
    'inbox-task': [at('directives') + '?list=inbox', of('unit_head', 'land-fund'), firstTask],
    'inbox-clerk': [at('directives') + '?list=inbox', of('unit_clerk', 'project-board')],
    press: [at('press'), of('editor')],
    'press-reader': [at('press'), chair],
    public: ['/cong-bo/2021-04', null, , 'public'],
    'public-list': ['/cong-bo', null, , 'public'],
    'hall-closed': [`/hall/${month}`, clerk, , 'hall'],
    'console-closed': [`/console/${month}`, chair],
    offline: [at(), head, async (page) => {
      await page.context().setOffline(true)
      await page.getByRole('status').first().waitFor()
    }],
  },
}
