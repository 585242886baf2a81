// The way in: a newcomer chooses a seat of the demo with one click, and the page is theirs; without sign-in nothing is.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { until } from '../support/server.mjs'
import { open } from './harness.mjs'

test('a newcomer enters the demo with one click and is in the month', async (t) => {
  const world = await open(t)
  const page = await world.seat(null)
  await page.goto('/')
  await page.getByRole('button', { name: /Chủ tịch UBND thành phố/ }).first().click()
  await page.getByRole('navigation').first().waitFor()
  await world.picture(page, 'entrance-after')
  assert.match(await page.title(), /\S/)
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
