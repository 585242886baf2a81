// Figures looked at: the map of tiles by keyboard and as a table, series as published and as revised, the acts that
// changed units with their weights, the month in other boundaries, a figure opened to who gave and who approved it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { until } from '../support/server.mjs'
import { open } from './harness.mjs'

const month = '2021-04'
async function done(answer, what) {
  const got = await answer
  assert.equal(got.status, 200, `${what}: ${got.status} ${got.text.slice(0, 400)}`)
  return got.json()
}
const addressOf = (page) => page.evaluate(() => location.pathname + location.search)
const link = (page, name) => page.getByRole('link', { name, exact: typeof name === 'string' })

/** Two communes become one, on the 1st of May. */
const merger = {
  effective: '2021-05-01',
  acts: [{
    number: '12/NQ', title: { vi: 'Nhập hai xã', en: 'Merger of two communes' }, source: { vi: 'thử', en: 'a test' },
    new_units: [{ code: 'bien-gioi', name: { vi: 'UBND xã Biên Giới', en: 'Biên Giới' }, short_name: { vi: 'xã Biên Giới', en: 'Biên Giới Commune' }, kind: 'commune', parent: 'mong-cai', place: { vi: 'x', en: 'x' }, notation: 'UBND' }],
    parts: [{ from: 'bac-son', to: 'bien-gioi', basis: 'population', numerator: 1300, denominator: 1300 }, { from: 'hai-son', to: 'bien-gioi', basis: 'population', numerator: 1100, denominator: 1100 }],
  }],
}

test('a map of the units is walked by arrows and read as a table, and a tile opens its series', async (t) => {
  const world = await open(t)
  const chair = await world.seat({ office: 'chair' })
  await chair.goto(`/2021-03/figures/map/retail_sales?by=share`)
  const tiles = chair.locator('a[data-unit]')
  await until('sixteen tiles', 20, async () => (await tiles.count()) === 16)
  assert.match(await chair.getByRole('heading', { level: 1 }).innerText(), /chiếm \d+,\d% toàn địa bàn/)
  await world.axe(chair)
  await world.picture(chair, 'figures-map')
  await chair.locator('[data-unit="tran-phu"]').focus()
  await chair.keyboard.press('ArrowRight')
  assert.equal(await chair.evaluate(() => document.activeElement.dataset.unit), 'hai-hoa')
  // The same in a table, the greatest first.
  const first = chair.getByRole('table').getByRole('row').nth(1)
  assert.match(await first.innerText(), /^1\s/)
  await chair.locator('[data-unit="hai-hoa"]').press('Enter')
  await until('its series', 10, async () => (await addressOf(chair)) === '/2021-03/figures/series/retail_sales?unit=hai-hoa')
  // On a phone, in English, dark.
  const phone = await world.seat({ office: 'chair' }, { width: 390, theme: 'dark', language: 'en' })
  await phone.goto(`/2021-03/figures/map/retail_sales?by=year_on_year`)
  await phone.locator('a[data-unit]').first().waitFor()
  await world.axe(phone)
  await world.picture(phone, 'figures-map-phone')
})

test('tiles are arranged by whoever defines figures', async (t) => {
  const world = await open(t)
  const office = await world.person({ office: 'office_clerk' })
  const desk = await world.seat({ office: 'office_clerk' })
  await desk.goto(`/2021-03/figures/map/retail_sales`)
  await desk.getByRole('button', { name: 'Xếp vị trí' }).click()
  const tile = desk.locator('[data-unit="tra-co"]')
  await tile.click()
  await tile.press('ArrowDown')
  const placed = async () => (await done(office.read('figures.across', { indicator: 'retail_sales', month }), 'figures.across')).units.find((unit) => unit.unit.code === 'tra-co').tile
  await until('it is kept', 20, async () => (await placed()).row === 4)
  await world.axe(desk)
})

test('a series stands as published and as revised, one click from each other', async (t) => {
  const world = await open(t)
  const desk = await world.seat({ office: 'office_clerk' })
  await desk.goto(`/2021-03/figures/series/retail_sales`)
  const march = desk.getByRole('row', { name: /Tháng 3\/2021/ }).getByRole('cell')
  await march.first().waitFor()
  const [revised, published] = [await march.nth(0).innerText(), await march.nth(1).innerText()]
  assert.notEqual(revised, published, 'March was revised after it was published')
  await world.axe(desk)
  await world.picture(desk, 'figures-series')
  await link(desk, 'Như đã công bố').click()
  await until('the published figure stands', 20, async () => (await march.nth(0).innerText()) === published)
  await link(desk, 'Theo số sửa đổi').click()
  await until('the revised one is back', 20, async () => (await march.nth(0).innerText()) === revised)
  // A figure opens to who gave it and who approved the form.
  await desk.goto(`/2021-03/figures/table/retail_sales`)
  await desk.getByText('Nguồn gốc').click()
  await desk.getByText(/duyệt \d\d:\d\d/).first().waitFor()
  await world.axe(desk)
})

test('an act that changed units is listed with its weights, and figures are read in its boundaries', async (t) => {
  const world = await open(t)
  const admin = await world.person({ office: 'administrator' })
  await done(admin.change('units.reorganise', merger), 'units.reorganise')
  const desk = await world.seat({ office: 'office_clerk' })
  await desk.goto(`/2021-03/figures/acts`)
  await link(desk, /12\/NQ/).click()
  await desk.getByRole('cell', { name: '1.300 người' }).waitFor()
  await desk.getByRole('cell', { name: /54,2/ }).waitFor()
  await world.axe(desk)
  await world.picture(desk, 'figures-acts')
  await link(desk, 'Số liệu theo đơn vị sau đó').click()
  await desk.getByText(/tính theo các đơn vị ngày 01\/5\/2021/).waitFor()
  await link(desk, 'Bản đồ').click()
  await link(desk, /Địa giới từ 01\/5\/2021/).click()
  await desk.locator('[data-unit="bien-gioi"]').waitFor()
  assert.equal(await desk.locator('a[data-unit]').count(), 15)
  // The figures of both, whole: by the act, in the figure that is opened.
  await desk.goto(`/2021-03/figures/table/retail_sales?frame=2021-05-01`)
  await desk.getByText(/12\/NQ/).first().waitFor()
  await world.axe(desk)
})
