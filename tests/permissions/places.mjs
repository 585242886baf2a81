// Rights end at the unit: what a seat may do for its own unit is refused for another's, with no hint of what is there.
import { check, demoCity, expect, held, Person, serve } from '../support/server.mjs'

const server = await serve({ data: await demoCity('places'), args: ['--quiet'] })
const chair = await Person.enter(server, { office: 'chair' })
const units = expect(await chair.read('units.list'), 200, 'units').json().units
const wards = units.filter((u) => ['ward', 'commune'].includes(u.kind)).map((u) => u.code)
check(wards.length >= 16, 'sixteen wards and communes', units.map((u) => `${u.code} ${u.kind}`))
const month = '2021-04'
const own = await Person.enter(server, { office: 'unit_clerk', unit: wards[0] })
const stranger = await Person.enter(server, { office: 'unit_clerk', unit: wards[1] })
let refused = 0
/** Refused, and in the very words that what is not there is refused with. */
function same(there, missing, what) {
  expect(there, 403, what)
  check(there.text === missing.text, `${what}: no hint of what exists`, [there.text, missing.text])
  refused++
}

expect(await own.read('figures.form', { month, unit: wards[0] }), 200, 'the own form')
same(await stranger.read('figures.form', { month, unit: wards[0] }), await stranger.read('figures.form', { month, unit: 'no-such-unit' }), "another ward's form")
for (const operation of ['figures.enter', 'figures.submit']) {
  const request = (unit) => ({ unit, month, ...(operation === 'figures.enter' ? { cells: [] } : {}) })
  same(await stranger.change(operation, request(wards[0])), await stranger.change(operation, request('no-such-unit')), `${operation} for another ward`)
}

const file = expect(await own.upload('own.txt', 'own'), 200, 'an upload').json()
expect(await own.file(file.id), 200, 'the own file')
expect(await chair.file(file.id), 200, "a unit's file for the chair")
same(await stranger.file(file.id), await stranger.file(999_999), "another unit's file")

// Every directive, for a unit that neither leads it nor shares in it.
const board = expect(await chair.read('directives.board'), 200, 'the board').json()
const directives = board.groups.flatMap((g) => g.directives ?? g.items ?? g.rows ?? [])
check(directives.length > 0, 'the demo city has directives', Object.keys(board.groups[0] ?? {}))
const words = { vi: 'Lý do', en: 'Reason' }
const requests = {
  'directives.receive': {}, 'directives.report_progress': { text: words }, 'directives.submit': {},
  'directives.ask_extension': { due: '2021-06-30', reason: words }, 'directives.add_evidence': { file: file.id },
}
let strange = 0
for (const { id } of directives) {
  const seen = await stranger.read('directives.show', { id })
  if (seen.status === 200) continue // it shares in this one
  strange++
  same(seen, await stranger.read('directives.show', { id: 999_999 }), `directive ${id} of others`)
  for (const [operation, request] of Object.entries(requests))
    same(await stranger.change(operation, { id, ...request }), await stranger.change(operation, { id: 999_999, ...request }), `${operation} on directive ${id} of others`)
}
check(strange > 0, 'there are directives that this ward has no part in', directives.length)
check((await server.stop()).code === 0, 'ends cleanly', server.log)
held(`${refused} refusals at the unit's border, each in the words that answer what does not exist`)
