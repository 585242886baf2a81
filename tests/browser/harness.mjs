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
  const server = await serve({ data: data ?? (await demoCity('browser')), args: ['--quiet'] })
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
  async axe(page, { except = [] } = {}) {
    await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'))
    const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }))
    const left = violations.filter((v) => !except.includes(v.id))
    assert.deepEqual(left.map((v) => `${v.id}: ${v.help} (${v.nodes.map((n) => n.target.join(' ')).slice(0, 3).join(', ')})`), [], 'axe finds no violation')
  }
  /** A picture of the whole page for a person to look at, and the check that nothing runs out of it sideways. */
  async picture(page, name) {
    mkdirSync(results, { recursive: true })
    // The window is made as tall as the page: Chromium's own whole-page picture passes through another width, and
    // what was laid out for that one stays in the picture.
    const window = page.viewportSize()
    const tall = await page.evaluate(() => document.documentElement.scrollHeight)
    await page.setViewportSize({ width: window.width, height: Math.max(window.height, tall) })
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
    await page.screenshot({ path: join(results, `${name}.png`) })
    await page.setViewportSize(window)
    const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
    assert.ok(wide <= seen, `${name}: ${wide - seen} px run out of the page sideways`)
  }
}
