// Figures by file: a form's template is taken away, filled in and read back; a sheet of somebody's own is told which
// column is what. Every cell at fault is named by its address, and nothing is written unasked.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { exchange, until } from '../support/server.mjs'
import { filled, workbook } from '../support/workbook.mjs'
import { open } from './harness.mjs'

const month = '2021-04'
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const button = (page, name) => page.getByRole('button', { name, exact: typeof name === 'string' })

async function done(answer, what) {
  const got = await answer
  assert.equal(got.status, 200, `${what}: ${got.status} ${got.text.slice(0, 400)}`)
  return got.json()
}
const take = (page, name, buffer) => page.locator('input[type="file"]').first().setInputFiles({ name, mimeType: xlsx, buffer })
async function valueOf(person, unit, indicator) {
  const form = await done(person.read('figures.form', { unit, month }), 'figures.form')
  const line = form.groups.flatMap((group) => group.lines).find((each) => each.indicator.code === indicator)
  return line.held ?? line.value ?? null
}

test('a form’s template is downloaded, filled in and read back', async (t) => {
  const world = await open(t)
  const unit = 'binh-ngoc'
  const person = await world.person({ office: 'unit_clerk', unit })
  const clerk = await world.seat({ office: 'unit_clerk', unit })
  await clerk.goto(`/${month}/figures/unit/${unit}`)
  const [download] = await Promise.all([clerk.waitForEvent('download'), clerk.getByRole('link', { name: 'Tải biểu Excel' }).click()])
  const template = readFileSync(await download.path())

  // One cell is no figure: it is named by its address, and what is right waits for a word.
  await take(clerk, 'bieu.xlsx', filled(template, { retail_sales: 31.4, visitors: 4.02, complaints: 'không rõ' }))
  const dialog = clerk.getByRole('dialog')
  await dialog.getByText('1 ô cần sửa').waitFor()
  await dialog.getByRole('rowheader', { name: /D\d+/ }).waitFor()
  await world.axe(clerk)
  await world.picture(clerk, 'figures-template-fault')
  assert.equal(await valueOf(person, unit, 'retail_sales'), null, 'nothing is written before it is asked for')
  await button(dialog, 'Không ghi').click()

  await take(clerk, 'bieu.xlsx', filled(template, { retail_sales: 31.4, visitors: 4.02, complaints: 2 }))
  await button(dialog, 'Ghi 3 số').click()
  await until('the form has them', 20, async () => (await valueOf(person, unit, 'retail_sales')) === '31.4' && (await valueOf(person, unit, 'complaints')) === '2')
  // What was read back and is there already changes nothing.
  await take(clerk, 'bieu.xlsx', filled(template, { retail_sales: 31.4 }))
  await dialog.getByText('Không có gì thay đổi.').waitFor()
  // Another unit's template is not this form.
  await button(dialog, 'Không ghi').click()
  const other = await world.person({ office: 'unit_clerk', unit: 'ka-long' })
  const theirs = await exchange(world.server.address, `/documents/figures.template?unit=ka-long&month=${month}`, { headers: { cookie: other.cookie } })
  await take(clerk, 'ka-long.xlsx', theirs.bytes)
  await dialog.getByText(/không phải biểu đang mở/).waitFor()
})

test('a sheet of somebody’s own is told which column is what, and its faults by their addresses', async (t) => {
  const world = await open(t)
  const desk = await world.seat({ office: 'office_clerk' })
  const person = await world.person({ office: 'office_clerk' })
  await desk.goto(`/${month}/figures/units`)
  await button(desk, 'Nạp từ Excel').waitFor()
  await take(desk, 'tong-hop.xlsx', workbook({
    Bìa: [['Tổng hợp số liệu các phường']],
    'Số liệu': [
      ['Số liệu tháng 4 các phường'],
      ['TT', 'Đơn vị', 'Doanh thu bán lẻ', 'Đơn thư nhận', 'Ghi chú'],
      [1, 'phường Bình Ngọc', 31.1, 2, 'gọi lại'],
      [2, 'P. Ka Long', 58.9, 'bốn', null],
      [3, 'xã Vạn Ninh', 24.6, 1, null],
      [null, 'Tổng cộng', 114.6, 7, null],
    ],
  }))
  const dialog = desk.getByRole('dialog')
  await dialog.getByLabel('Trang', { exact: true }).selectOption('Số liệu')
  const column = (letters) => dialog.getByRole('combobox', { name: new RegExp(`^Cột ${letters}\\b`) })
  await until('the headings are found', 10, async () => (await column('B').inputValue()) === 'unit')
  assert.equal(await dialog.getByLabel('Dòng tiêu đề', { exact: true }).inputValue(), '2')
  await column('C').selectOption('indicator:retail_sales')
  await column('D').selectOption('indicator:complaints')
  await world.axe(desk)
  await world.picture(desk, 'figures-mapping')
  await button(dialog, 'Đọc trang này').click()

  await dialog.getByRole('rowheader', { name: 'Số liệu!D4' }).waitFor()
  await dialog.getByRole('rowheader', { name: 'Số liệu!B4' }).waitFor()
  // The sum's row is nobody's; what the other name is, the Office says.
  await dialog.getByRole('combobox', { name: /“P. Ka Long”/ }).fill('ka long')
  await dialog.getByRole('option', { name: 'phường Ka Long' }).click()
  await button(dialog, 'Đọc lại').click()
  await dialog.getByText('1 ô cần sửa').waitFor()
  await world.axe(desk)
  await world.picture(desk, 'figures-mapping-faults')
  await button(dialog, 'Chỉ ghi 5 số đúng').click()
  await until('what was right is written', 20, async () => (await valueOf(person, 'ka-long', 'retail_sales')) === '58.9' && (await valueOf(person, 'van-ninh', 'complaints')) === '1')
  assert.equal(await valueOf(person, 'ka-long', 'complaints'), null, 'what was at fault is not')
})
