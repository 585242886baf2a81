// Looks at the gallery of parts as people see it: three widths, both themes, pictures in ui/look/, and the
// accessibility rules of axe-core on each. Exit status 1 when a rule is broken.
//   npm run look [-- /gallery]      needs Debian's chromium, or CHROMIUM=path
import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'
import { createServer } from 'vite'

const require = createRequire(import.meta.url)
const address = process.argv[2] ?? '/gallery'
mkdirSync('look', { recursive: true })

const server = await createServer({ server: { port: 5199, strictPort: true, hmr: false }, logLevel: 'error' })
await server.listen()
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] })
let broken = 0
try {
  for (const theme of ['light', 'dark']) {
    for (const width of [1440, 1024, 390]) {
      const page = await browser.newPage({ viewport: { width, height: width === 390 ? 844 : 900 }, colorScheme: theme, reducedMotion: 'reduce' })
      page.on('pageerror', (error) => { broken++; console.log('error on the page:', error.message) })
      // The parts need no server; who is signed in is nobody.
      await page.route((url) => url.pathname.startsWith('/api/'), (route) => route.fulfill({ json: { signed_in: false, csrf_token: '', body_name: { vi: 'UBND thành phố Móng Cái', en: 'People’s Committee of Móng Cái City' }, rights: [], now: '2021-05-06T01:42:00.000Z' } }))
      await page.goto(`http://localhost:5199${address}`)
      await page.waitForSelector('h1')
      await page.waitForLoadState('networkidle')
      await page.evaluate(() => document.fonts.ready)
      // Two frames on: what is measured when it is first laid out has been drawn.
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
      await page.screenshot({ path: `look/${address.replaceAll('/', '-').slice(1)}-${width}-${theme}.png`, fullPage: true })
      await page.addScriptTag({ path: require.resolve('axe-core/axe.min.js') })
      const found = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      if (sideways > 0) { broken++; console.log(`${width} ${theme}: the page scrolls sideways by ${sideways} px`) }
      for (const violation of found.violations) {
        broken++
        console.log(`${width} ${theme}: ${violation.id} (${violation.impact}): ${violation.help}`)
        for (const node of violation.nodes.slice(0, 4)) console.log('   ', node.target.join(' '), '·', node.html.slice(0, 140), node.any[0]?.message ?? '')
      }
      await page.close()
    }
  }
} finally {
  await browser.close()
  await server.close()
}
console.log(broken ? `${broken} broken` : 'no rule broken')
process.exit(broken ? 1 : 0)
