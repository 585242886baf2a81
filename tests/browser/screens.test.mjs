// Every screen as April fills it: nothing runs out of the page or is cut off, axe finds nothing, no number is written
// as the other language writes it. Each screen at two widths, in both themes, the languages by turns; all of them in all:
// npm --prefix ui run screens.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { look, open, show } from './harness.mjs'
import { screens } from './screens.mjs'
import { begin } from './story.mjs'

const looks = [[[1440, 'light'], [390, 'dark']], [[1024, 'dark'], [390, 'light']], [[1440, 'dark'], [1024, 'light']]]

test('every screen, from the first figure to the public page', { timeout: 1_800_000 }, async (t) => {
  const world = await open(t)
  const story = await begin(world)
  let at = 0
  for (const [moment, views] of Object.entries(screens)) {
    await story.reach(moment)
    for (const [name, screen] of Object.entries(views))
      await t.test(`${moment}: ${name}`, async () => {
        const language = at % 2 ? 'en' : 'vi'
        const widths = screen[3] === 'hall' ? [[1920, 'light'], [390, 'dark']] : looks[at % looks.length]
        at++
        const page = await show(world, screen, language)
        for (const [width, theme] of widths) {
          await world.as(page, width, theme)
          assert.deepEqual(await look(page, { language }), [], `${name} ${language} ${width} ${theme}`)
        }
        await page.context().close()
      })
  }
})
