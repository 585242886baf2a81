// The way in: a newcomer chooses a seat of the demo with one click, and the page is theirs; without sign-in nothing is.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { until } from '../support/server.mjs'
import { open } from './harness.mjs'

test('a newcomer enters the demo with one click and is in the month', async (t) => {
  const world = await open(t)
  const page = await world.seat(null)
  await page.goto('/')
  await page.getByLabel('Tìm chức vụ hoặc đơn vị').fill('chu tich thanh pho')
  await world.picture(page, 'entrance')
  await world.axe(page)
  await page.getByRole('region', { name: 'Hoặc vào bằng chức vụ bất kỳ' }).getByRole('button', { name: /^Chủ tịch UBND thành phố/ }).click()
  await page.getByRole('heading', { name: /xã, phường đã gửi số liệu tháng 4/ }).waitFor() // April is what 28/4 works on
  await world.picture(page, 'entrance-after')
})

test('the walk leads to each step in its seat and on its day; the rest of the city reports meanwhile', async (t) => {
  const world = await open(t)
  const page = await world.seat(null)
  await page.goto('/')
  await page.getByRole('button', { name: /Nhập và gửi số liệu của một phường/ }).click()
  await page.getByRole('heading', { name: /Số liệu tháng 4\/2021 của phường Ka Long/ }).waitFor()
  // On to 5 May by the clock in the bar, past the next step's day; 04/5 and what follows are offered no more.
  await page.getByRole('button', { name: 'Tôi và trang này' }).click()
  await page.getByRole('menuitem', { name: 'Vào bằng chức vụ khác' }).click()
  await page.getByRole('button', { name: /soạn báo cáo từ số liệu/ }).click()
  await page.getByRole('button', { name: 'Sang 04/5 rồi vào' }).click()
  await page.getByRole('button', { name: 'Soạn báo cáo từ số liệu' }).waitFor()
  await page.getByRole('link', { name: /^(.*: )?Số liệu/ }).first().click()
  await page.getByRole('heading', { name: '14/16 xã, phường đã gửi số liệu tháng 4/2021' }).waitFor()
  for (const [next, day] of [[/Sáng hôm sau/, '05/5/2021'], [/Một tuần sau/, '12/5/2021'], [/Theo dõi nhiệm vụ/, '17/5/2021'], [/Một tuần sau/, '24/5/2021']]) {
    await page.getByRole('button', { name: /^Bản diễn/ }).first().click()
    await page.getByRole('menuitem', { name: next }).click()
    await page.getByRole('button', { name: `Bản diễn: ${day}` }).first().waitFor()
  }
  await page.getByRole('heading', { name: '16/16 xã, phường đã gửi số liệu tháng 4/2021' }).waitFor()
})

test('two languages, two themes, four widths: nothing runs out, axe finds nothing', async (t) => {
  const world = await open(t)
  for (const [width, theme, language] of [[1440, 'light', 'vi'], [1024, 'dark', 'en'], [390, 'light', 'en'], [1920, 'dark', 'vi']]) {
    const page = await world.seat({ office: 'office_clerk' }, { width, theme, language })
    await page.goto('/')
    await page.getByRole('main').waitFor()
    await page.waitForLoadState('networkidle')
    assert.equal(await page.evaluate(() => document.documentElement.lang), language)
    await world.picture(page, `home-${width}-${theme}-${language}`)
    await world.axe(page)
    await page.context().close()
  }
})

test('the page comes back by itself when the server does', async (t) => {
  const world = await open(t)
  const page = await world.seat({ office: 'chair' })
  let frames = 0
  page.on('websocket', (socket) => socket.on('framereceived', () => frames++))
  await page.goto('/')
  await page.getByRole('main').waitFor()
  await until('the page watches', 60, () => frames > 0)
  await world.restart()
  const before = frames
  await until('the page watches again', 60, () => frames > before)
  await page.getByRole('main').waitFor()
  world.faults = world.faults.filter((f) => !/ERR_CONNECTION|ERR_EMPTY|WebSocket connection/.test(f)) // the drop itself was ours
})
