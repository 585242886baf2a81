// Pictures of every screen × width × theme × language, for a person to look at, and what a machine finds beside them.
//   npm --prefix ui run screens [-- --only report,press --widths 390 --languages en --out DIR --no-axe]
// A server built with optimisation is quicker: GIAOBAN=build/giaoban. The page is the one it finds (PAGE=ui/dist).
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { look, open, show } from './harness.mjs'
import { screens } from './screens.mjs'
import { begin } from './story.mjs'

const { values: asked } = parseArgs({ options: {
  only: { type: 'string', default: '' }, widths: { type: 'string', default: '1440,1024,390' }, themes: { type: 'string', default: 'light,dark' },
  languages: { type: 'string', default: 'vi,en' }, out: { type: 'string', default: new URL('results/screens', import.meta.url).pathname }, 'no-axe': { type: 'boolean', default: false },
} })
const list = (words) => words.split(',').filter(Boolean)
const only = list(asked.only)
const wanted = (name) => !only.length || only.some((part) => (part.endsWith('*') ? name.startsWith(part.slice(0, -1)) : name === part))

const ends = []
const world = await open({ after: (f) => ends.push(f) })
let found = 0, pictures = 0
const says = (name, what) => {
  found++
  console.log(`${name}: ${what}`)
}
try {
  const story = await begin(world)
  for (const [moment, views] of Object.entries(screens)) {
    const names = Object.keys(views).filter(wanted)
    if (only.length && !names.length) continue
    await story.reach(moment)
    for (const name of names)
      for (const language of list(asked.languages)) await walk(name, views[name], language)
  }
} finally {
  for (const f of ends) await f().catch((e) => says('end', e.message))
}
console.log(`${pictures} pictures in ${asked.out}; ${found ? `${found} to look into` : 'nothing found'}`)
process.exit(found ? 1 : 0)

async function walk(name, screen, language) {
  const widths = (screen[3] === 'hall' ? ['1920'] : []).concat(list(asked.widths)).map(Number)
  const folder = join(asked.out, name)
  mkdirSync(folder, { recursive: true })
  const began = world.faults.length
  let page
  try {
    page = await show(world, screen, language)
    for (const width of widths)
      for (const theme of list(asked.themes)) {
        await world.as(page, width, theme)
        await world.shoot(page, join(folder, `${language}-${width}-${theme}.png`))
        pictures++
        for (const what of await look(page, { language, axe: !asked['no-axe'] })) says(`${name} ${language} ${width} ${theme}`, what)
      }
    writeFileSync(join(folder, `${language}.txt`), await page.evaluate(() => document.body.innerText))
  } catch (e) {
    says(`${name} ${language}`, e.message.split('\n').slice(0, 4).join(' '))
  }
  for (const fault of world.faults.splice(began)) says(name, fault)
  await page?.context().close()
}
