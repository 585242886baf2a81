// The page in Debian's Chromium against a real server with a fresh demo city. One browser, a context for each seat.
//
//   import { test } from 'node:test'
//   import { open } from './harness.mjs'
//   test('…', async (t) => {
//     const world = await open(t)                                     // ends by itself with the test
//     const chair = await world.seat({ office: 'chair' })             // a page, signed in
//     const ward = await world.seat({ office: 'unit_clerk', unit: 'ka-long' }, { width: 390, theme: 'dark', language: 'en' })
//     await chair.goto(world.address('2021-04', 'session'))
//     await world.axe(chair)                                          // no violation, or it throws with a list
//     await world.picture(chair, 'session-open')                      // tests/browser/results/session-open.png
//   })
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { demoCity, Person, serve } from '../support/server.mjs'

// The page's packages are installed once, in ui/.
const require = createRequire(new URL('../../ui/package.json', import.meta.url))
const { chromium } = require('playwright-core')
const results = new URL('results/', import.meta.url).pathname

/** What a browser says by itself when nothing is wrong, or what a test provokes on purpose. */
const expected = [/^Failed to load resource: .* (401|403|404|409|422)\b/, /net::ERR_(INTERNET_DISCONNECTED|FAILED)\b/, /^An unknown error occurred when fetching the script\.$/]

export async function open(t, { data, settings = {} } = {}) {
  const page = process.env.PAGE ? ['--page', process.env.PAGE] : []
  const server = await serve({ data: data ?? (await demoCity('browser')), args: ['--quiet', ...page] })
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--font-render-hinting=none'],
  })
  const world = new World(server, browser, settings)
  t.after(async () => {
    await browser.close()
    const { code } = await world.server.stop()
    assert.equal(code, 0, `the server ended with ${code}: ${world.server.log.slice(-3000)}`)
    assert.deepEqual(world.faults, [], 'the page reported no fault')
  })
  return world
}

class World {
  faults = []
  constructor(server, browser, settings) {
    Object.assign(this, { server, browser, settings })
  }
  address(...parts) {
    return '/' + parts.join('/')
  }
  /** A person in a seat for calls without a page: read(), change(), upload(). */
  person(seat) {
    return Person.enter(this.server, seat)
  }
  /** A page, signed in to a seat; null: nobody signed in. */
  async seat(seat, { width = 1440, height = 900, theme = 'light', language = 'vi', motion = 'reduce' } = {}) {
    const context = await this.browser.newContext({
      baseURL: this.server.address, viewport: { width, height }, colorScheme: theme, reducedMotion: motion,
      locale: language === 'vi' ? 'vi-VN' : 'en-GB', timezoneId: 'Asia/Ho_Chi_Minh', ...this.settings,
    })
    context.setDefaultTimeout(20_000)
    await context.addInitScript((chosen) => localStorage.setItem('giaoban.language', localStorage.getItem('giaoban.language') ?? chosen), language)
    if (seat) await this.sit({ context: () => context }, seat)
    return this.#page(context, seat?.office ?? 'nobody')
  }
  /** Another tab of the same browser, after one was closed or beside it. */
  again(page) {
    return this.#page(page.context(), 'again')
  }
  /** Another sign-in in the same browser. */
  async sit(page, seat) {
    const person = await Person.enter(this.server, seat)
    const [name, value] = person.cookie.split('=')
    await page.context().addCookies([{ name, value, url: this.server.address, httpOnly: true, sameSite: 'Strict' }])
  }
  async #page(context, who) {
    const page = await context.newPage()
    page.on('pageerror', (e) => this.faults.push(`${who}: ${e.message}`))
    page.on('console', (m) => {
      if (m.type() === 'error' && !expected.some((e) => e.test(m.text()))) this.faults.push(`${who}: ${m.text()}`)
    })
    return page
  }
  /** The server goes without warning and comes back on the same port and folder. */
  async restart() {
    const { port, data } = this.server
    await this.server.kill('SIGKILL')
    this.server = await serve({ data, args: ['--quiet', '--port', String(port)] })
  }
  /** What was asked for has come, and it has been drawn. */
  async settled(page) {
    await page.getByRole('heading').first().waitFor()
    await page.waitForLoadState('networkidle')
    await page.evaluate(() => document.fonts.ready)
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
    // A colour on its way from one theme to the other is nobody's choice.
    await page.waitForFunction(() => document.getAnimations().every((a) => a.playState !== 'running' || a.effect.getComputedTiming().endTime === Infinity))
  }
  /** In another window and theme, without being loaded anew. */
  async as(page, width, theme) {
    await page.setViewportSize({ width, height: { 1920: 1080, 1024: 768, 390: 844 }[width] ?? 900 })
    await page.emulateMedia({ colorScheme: theme })
    await this.settled(page)
  }
  async axe(page, { except = [] } = {}) {
    const left = (await violations(page)).filter((v) => !except.some((id) => v.startsWith(`${id}:`)))
    assert.deepEqual(left, [], 'axe finds no violation')
  }
  /** A picture of the whole page for a person to look at, and the check that nothing runs out of it sideways. */
  async picture(page, name) {
    mkdirSync(results, { recursive: true })
    await this.shoot(page, join(results, `${name}.png`))
    const beyond = await page.evaluate(sideways)
    assert.ok(beyond <= 0, `${name}: ${beyond} px run out of the page sideways`)
  }
  /** The window is made as tall as the page: Chromium's own whole-page picture passes through another width, and
      what was laid out for that one stays in the picture. */
  async shoot(page, path) {
    const window = page.viewportSize()
    const tall = await page.evaluate(() => document.documentElement.scrollHeight)
    await page.setViewportSize({ width: window.width, height: Math.max(window.height, tall) })
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
    await page.screenshot({ path })
    await page.setViewportSize(window)
  }
}

/** Opens one of screens.mjs and brings it to what is to be seen. */
export async function show(world, [address, seat, prepare, kind], language = 'vi') {
  const page = await world.seat(seat, { language })
  // The public pages are of the server; their English ones stand at addresses of their own.
  await page.goto(kind === 'public' && language === 'en' ? address.replace('/cong-bo', '/en/public') : address)
  await world.settled(page)
  if (prepare) {
    await prepare(page)
    await world.settled(page)
  }
  return page
}

/** What a machine can say of a page as it stands: each sentence is something to mend. */
export async function look(page, { language = 'vi', axe = true } = {}) {
  const beyond = await page.evaluate(sideways)
  return [
    ...(beyond > 0 ? [`${beyond} px run out of the page sideways`] : []),
    ...(await page.evaluate(cut)).map((text) => `cut off: ${text}`),
    ...(await page.evaluate(numbers, language)).map((text) => `a number of the other language: ${text}`),
    ...(axe ? await violations(page) : []),
  ]
}
async function violations(page) {
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'))
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }))
  return violations.map((v) => `${v.id}: ${v.help} (${v.nodes.map((n) => n.target.join(' ')).slice(0, 3).join(', ')})`)
}

// In the page:

const sideways = () => document.documentElement.scrollWidth - innerWidth

/** Text that does not fit what holds it: hidden, or past an edge that cuts. What scrolls or is for a reader's ear is left out. */
function cut() {
  const found = []
  const shown = (style) => style.display !== 'none' && style.visibility !== 'hidden'
  for (const element of document.body.querySelectorAll('*')) {
    const text = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent.trim()).join('')
    if (!text || element.closest('.vh, svg, script, style, noscript, [aria-hidden=true]') || !shown(getComputedStyle(element))) continue
    const range = document.createRange()
    range.selectNodeContents(element)
    const at = range.getBoundingClientRect()
    if (!at.width) continue
    for (let box = element; box && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box)
      if (style.overflowX === 'auto' || style.overflowX === 'scroll') break
      if (style.clip !== 'auto' || box.clientWidth <= 1) break
      if (style.webkitLineClamp !== 'none') break // a few lines of what stands in full where it leads
      if (style.overflowX !== 'hidden' && style.overflowX !== 'clip') continue
      const edge = box.getBoundingClientRect()
      if (at.left >= edge.right || at.top >= edge.bottom) break // not begun: there is no room for it at all
      if (at.right > edge.right + 1 || at.left < edge.left - 1 || (style.overflowY !== 'auto' && style.overflowY !== 'scroll' && at.bottom > edge.bottom + 2)) found.push(`“${text.slice(0, 60)}”`)
      break
    }
  }
  return [...new Set(found)]
}
/** 1.214,8 in English, 1,214.8 in Vietnamese; a decimal comma in English. What people have typed is as they typed it. */
function numbers(language) {
  const wrong = language === 'en' ? /\d\.\d{3},\d|(?<![\d,])\d+,\d{1,2}(?![\d,])/g : /\d,\d{3}\.\d/g
  return [...new Set(document.body.innerText.match(wrong) ?? [])]
}
