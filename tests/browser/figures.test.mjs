// A ward's clerk types on a cut line, closes the tab, comes back: nothing is lost, nothing is written twice, nothing
// is sent as somebody else, and nothing that came meanwhile is overwritten unseen. Then a correction moves the
// dashboard and the report's sentence on other screens.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { until } from '../support/server.mjs'
import { open } from './harness.mjs'

const month = '2021-04'
const ward = 'binh-ngoc'
const form = `/${month}/figures/unit/${ward}`

async function done(answer, what) {
  const got = await answer
  assert.equal(got.status, 200, `${what}: ${got.status} ${got.text.slice(0, 400)}`)
  return got.json()
}
const cell = (page, code) => page.locator(`tr[data-code="${code}"] input`)
const button = (page, name) => page.getByRole('button', { name, exact: typeof name === 'string' })
async function type(page, code, value) {
  await cell(page, code).fill(value)
  await cell(page, code).press('Enter')
}
/** Cells that wait on this machine. */
const waiting = (page) => page.locator('tr[data-code] span.cell.unsent').count()
const allSent = (page) => until('what was typed is sent', 30, async () => (await waiting(page)) === 0)
const lineOf = (view, code) => view.groups.flatMap((g) => g.lines).find((l) => l.indicator.code === code)
/** The worker is there and has the whole shell: from now on the page opens without a line. */
const kept = (page) => page.evaluate(async () => {
  await navigator.serviceWorker.ready
  await new Promise((ready) => (navigator.serviceWorker.controller ? ready() : navigator.serviceWorker.addEventListener('controllerchange', ready)))
})
/** Every figure that the ward has given for a cell, newest first. */
const vintages = async (office, indicator) => (await done(office.read('figures.explain', { indicator, month }), 'figures.explain')).vintages.filter((v) => v.unit.code === ward)

test('a clerk types on a cut line, closes the tab and comes back', async (t) => {
  const world = await open(t)
  const office = await world.person({ office: 'office_clerk' })
  const clerk = await world.seat({ office: 'unit_clerk', unit: ward })
  await clerk.goto(form)
  await cell(clerk, 'retail_sales').waitFor()
  await kept(clerk)

  await clerk.context().setOffline(true)
  await type(clerk, 'retail_sales', '62,4')
  await type(clerk, 'industrial_output', '1,9')
  await type(clerk, 'complaints', '2')
  await until('three cells wait', 10, async () => (await waiting(clerk)) === 3)
  await world.picture(clerk, 'figures-offline')
  // The tab is closed on the cut line; another opens what was kept.
  await clerk.close()
  const again = await world.again(clerk)
  await again.goto(form)
  await again.getByText('xem lần cuối').waitFor()
  await until('three cells still wait', 10, async () => (await waiting(again)) === 3)
  assert.equal(await cell(again, 'retail_sales').inputValue(), '62,4')
  await type(again, 'retail_sales', '62,5')
  await again.reload()
  await until('the newest is kept', 10, async () => (await cell(again, 'retail_sales').inputValue()) === '62,5')
  // A second tab on the same machine sees it too, and both come back to the line at once.
  const second = await world.again(clerk)
  await second.goto(form)
  await until('the other tab has them', 10, async () => (await waiting(second)) === 3)
  assert.equal((await vintages(office, 'retail_sales')).length, 0, 'nothing has been sent')

  await again.context().setOffline(false)
  await Promise.all([allSent(again), allSent(second)])
  const view = await done(office.read('figures.form', { unit: ward, month }), 'figures.form')
  for (const [code, value] of [['retail_sales', '62.5'], ['industrial_output', '1.9'], ['complaints', '2']]) {
    const { value: stored, held } = lineOf(view, code)
    assert.equal(stored ?? held, value, code)
    assert.ok((await vintages(office, code)).length <= 1, `${code} was written once`)
  }
  await again.getByText('xem lần cuối').waitFor({ state: 'detached' })
})

test('an answer that is lost on the way is asked for again, not written again', async (t) => {
  const world = await open(t)
  const office = await world.person({ office: 'office_clerk' })
  const clerk = await world.seat({ office: 'unit_clerk', unit: ward })
  const keys = []
  let losing = true
  await clerk.context().route('**/api/figures.enter', async (route) => {
    keys.push(route.request().headers()['idempotency-key'])
    if (!losing) return route.continue()
    await route.fetch()  // the server does it …
    await route.abort()  // … and nobody hears of it
  })
  await clerk.goto(form)
  await type(clerk, 'complaints', '3')
  await until('it was tried', 20, async () => keys.length >= 2)
  // Closed in the middle of it, and typed over in the next tab.
  await clerk.close()
  const again = await world.again(clerk)
  await again.goto(form)
  await until('it still waits', 10, async () => (await waiting(again)) === 1)
  await type(again, 'complaints', '4')
  losing = false
  await allSent(again)
  assert.equal(new Set(keys).size, 2, 'one key for each letter, however often it was sent')
  assert.deepEqual((await vintages(office, 'complaints')).map((v) => v.value), ['4', '3'])
})

test('what waits is never sent as another user, and goes when its own comes back', async (t) => {
  const world = await open(t)
  const office = await world.person({ office: 'office_clerk' })
  const clerk = await world.seat({ office: 'unit_clerk', unit: ward })
  await clerk.goto(form)
  await cell(clerk, 'complaints').waitFor()
  await kept(clerk)
  await clerk.context().setOffline(true)
  await type(clerk, 'complaints', '5')
  await until('it waits', 10, async () => (await waiting(clerk)) === 1)
  // Meanwhile another ward's clerk has signed in on this machine, in another tab.
  await world.sit(clerk, { office: 'unit_clerk', unit: 'ka-long' })
  await clerk.context().setOffline(false)
  const other = await world.again(clerk)
  await other.goto(`/${month}/figures/unit/ka-long`)
  await cell(other, 'complaints').waitFor()
  assert.equal(await cell(other, 'complaints').inputValue(), '')
  await type(other, 'complaints', '1')
  await allSent(other)
  const own = await done(office.read('figures.form', { unit: 'ka-long', month }), 'figures.form')
  assert.equal(lineOf(own, 'complaints').value, '1')
  assert.equal((await vintages(office, 'complaints')).length, 0, 'the first clerk’s figure was not sent')
  await other.close()
  // The first clerk signs in again.
  await world.sit(clerk, { office: 'unit_clerk', unit: ward })
  await clerk.goto(form)
  await until('it is sent', 30, async () => (await vintages(office, 'complaints')).length === 1)
  assert.equal((await vintages(office, 'complaints'))[0].value, '5')
})

test('a figure that came meanwhile stands beside the cell, and the clerk chooses', async (t) => {
  const world = await open(t)
  const head = await world.person({ office: 'unit_head', unit: ward })
  const clerk = await world.seat({ office: 'unit_clerk', unit: ward })
  await clerk.goto(form)
  await cell(clerk, 'complaints').waitFor()
  await clerk.context().setOffline(true)
  await type(clerk, 'complaints', '2')
  await type(clerk, 'poor_households', '1')
  await until('they wait', 10, async () => (await waiting(clerk)) === 2)
  await done(head.change('figures.enter', { unit: ward, month, cells: [{ indicator: 'complaints', value: '4' }] }), 'figures.enter')
  await clerk.context().setOffline(false)
  await clerk.getByText('Trong lúc đó ô này đã có 4.').waitFor()
  await world.axe(clerk)
  await world.picture(clerk, 'figures-conflict')
  const now = async (code) => lineOf(await done(head.read('figures.form', { unit: ward, month }), 'figures.form'), code)
  await until('the other cell is sent all the same', 20, async () => (await now('poor_households')).value === '1')
  assert.equal((await now('complaints')).value, '4', 'not overwritten')
  await button(clerk, 'Giữ 2 của tôi').click()
  await until('the clerk’s stands', 20, async () => (await now('complaints')).value === '2')
})

/** As from a spreadsheet: tabs between cells, a line end after each row. */
const paste = (page, selector, text) => page.evaluate(([where, block]) => {
  const input = document.querySelector(where)
  input.focus()
  const data = new DataTransfer()
  data.setData('text/plain', block)
  input.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
}, [selector, text])

test('a form is filled in by keyboard: arrows, a question, a block from a spreadsheet, undo', async (t) => {
  const world = await open(t)
  const office = await world.person({ office: 'office_clerk' })
  const clerk = await world.seat({ office: 'unit_clerk', unit: ward })
  const keys = (...names) => names.reduce((before, name) => before.then(() => clerk.keyboard.press(name)), Promise.resolve())
  const on = () => clerk.evaluate(() => document.activeElement.closest('tr')?.dataset.code)
  const now = async (code) => lineOf(await done(office.read('figures.form', { unit: ward, month }), 'figures.form'), code)
  await clerk.goto(form)
  await cell(clerk, 'retail_sales').waitFor()
  await kept(clerk)
  await cell(clerk, 'retail_sales').focus()
  await keys('ArrowDown', 'ArrowDown')
  assert.equal(await on(), 'visitors')
  await keys('Control+Home')
  assert.equal(await on(), 'retail_sales')
  // The question is asked at once, on a cut line too, in the server's words; corrected in one press.
  await clerk.context().setOffline(true)
  await clerk.keyboard.type('312')
  await keys('Enter')
  await clerk.getByText('Gấp 10 lần tháng 3.').waitFor()
  await world.picture(clerk, 'figures-question-offline')
  await button(clerk, 'Sửa thành 31,2').click()
  await clerk.getByText('Gấp 10 lần tháng 3.').waitFor({ state: 'detached' })
  await clerk.context().setOffline(false)
  await until('the corrected one is sent, and only that', 30, async () => (await now('retail_sales')).value === '31.2')
  assert.equal((await vintages(office, 'retail_sales')).length, 1)

  await paste(clerk, 'tr[data-code="industrial_output"] input', 'Chỉ tiêu\tTháng 4\r\nGiá trị sản xuất công nghiệp\t3,1\r\nLượt khách du lịch\tbốn nghìn\r\nCơ sở kinh doanh đăng ký mới\t2\r\n')
  const dialog = clerk.getByRole('dialog')
  await dialog.getByText('1 ô không dán được.').waitFor()
  await world.axe(clerk)
  await world.picture(clerk, 'figures-paste')
  await dialog.getByRole('button', { name: 'Điền 2 ô' }).click()
  await until('both are sent', 20, async () => (await now('industrial_output')).value === '3.1' && (await now('new_businesses')).value === '2')
  await until('the last of them has the focus', 10, async () => (await on()) === 'new_businesses')
  await keys('Control+z')
  await until('both are taken back', 20, async () => !(await now('industrial_output')).value && !(await now('new_businesses')).value)
  await keys('Control+y')
  await until('and given again', 20, async () => (await now('industrial_output')).value === '3.1')
  // A word about a cell.
  await cell(clerk, 'visitors').focus()
  await keys('Control+;')
  await clerk.getByRole('textbox', { name: 'Ghi chú', exact: true }).fill('Chờ số của Đồn Biên phòng.')
  await keys('Enter')
  await clerk.getByText('Chờ số của Đồn Biên phòng.').waitFor()
})

test('the Office enters for several units in one table, and sees the month in charts', async (t) => {
  const world = await open(t)
  const desk = await world.seat({ office: 'office_clerk' })
  await desk.goto(`/${month}/figures/grid`)
  const at = (unit, indicator) => desk.getByRole('textbox', { name: `${unit}, ${indicator}` })
  await at('Bình Ngọc', 'Bán lẻ').or(desk.locator('td[data-at] input').first()).first().waitFor()
  const grid = await done((await world.person({ office: 'office_clerk' })).read('figures.grid', { month }), 'figures.grid')
  const units = ['binh-ngoc', 'ka-long'].map((code) => grid.units.findIndex((u) => u.unit.code === code))
  const column = grid.indicators.findIndex((i) => i.code === 'complaints')
  await desk.locator(`td[data-at="${units[0]} ${column}"] input`).fill('2')
  await desk.keyboard.press('Enter')
  const office = await world.person({ office: 'office_clerk' })
  const state = async (unit) => lineOf(await done(office.read('figures.form', { unit, month }), 'figures.form'), 'complaints')
  await until('it is the Office’s estimate', 20, async () => (await state('binh-ngoc')).state === 'stand_in')
  const names = units.map((at) => grid.units[at].unit.name.vi)
  await paste(desk, `td[data-at="${units[0]} ${column}"] input`, `${names[0]}\t3\r\n${names[1]}\t1\r\n`)
  await desk.getByRole('dialog').getByRole('button', { name: 'Điền 2 ô' }).click()
  await until('both units have it', 20, async () => (await state('binh-ngoc')).value === '3' && (await state('ka-long')).value === '1')
  await world.axe(desk)
  await world.picture(desk, 'figures-grid')
  await desk.goto(`/${month}/figures/dashboard`)
  await desk.getByRole('img').nth(7).waitFor()
  await desk.locator('td.up1, td.up2, td.up3, td.up4').first().waitFor()
  await world.axe(desk)
  await world.picture(desk, 'figures-dashboard')
})

test('a correction moves the dashboard and the report’s sentence on other screens', async (t) => {
  const world = await open(t)
  const desk = await world.seat({ office: 'office_clerk' })
  await desk.goto(`/${month}/report`)
  await button(desk, 'Soạn báo cáo từ số liệu').click()
  const sentence = desk.getByText(/bán lẻ/).first()
  await sentence.waitFor()
  const before = await sentence.innerText()
  const chair = await world.seat({ office: 'chair' })
  await chair.goto(`/${month}/figures/table`)
  const total = chair.locator('tr', { hasText: 'Tổng mức bán lẻ hàng hóa' }).locator('td.v')
  await total.waitFor()
  const stood = await total.innerText()
  const charts = await world.again(chair)
  await charts.goto(`/${month}/figures/dashboard`)
  const drawn = charts.locator('figure', { hasText: 'Tổng mức bán lẻ hàng hóa' }).locator('svg text.value')
  await drawn.waitFor()
  const stoodDrawn = await drawn.textContent()
  // The ward had sent its form: it takes it back, corrects, sends again.
  const clerk = await world.seat({ office: 'unit_clerk', unit: 'hai-hoa' })
  await clerk.goto(`/${month}/figures/unit/hai-hoa`)
  await button(clerk, 'Lấy lại để sửa').click()
  await cell(clerk, 'retail_sales').waitFor()
  await until('the form is open', 10, async () => cell(clerk, 'retail_sales').isEditable())
  await type(clerk, 'retail_sales', '95,2')
  await until('the chair sees it', 20, async () => (await total.innerText()) !== stood)
  await until('the dashboard draws it', 20, async () => (await drawn.textContent()) !== stoodDrawn)
  await until('the report says it', 20, async () => (await sentence.innerText()) !== before)
  await world.picture(chair, 'figures-corrected')
})
