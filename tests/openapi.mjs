// The API's document: complete in itself, in both languages, and true: what the program answers fits its schemas.
import { check, demoCity, exchange, expect, held, Person, serve } from './support/server.mjs'

const server = await serve({ data: await demoCity('openapi'), args: ['--quiet'] })
const api = (await exchange(server.address, '/api/openapi.json')).json()
check(/^3\.1\./.test(api.openapi), 'OpenAPI 3.1', api.openapi)
const at = (ref) => ref.split('/').slice(1).reduce((v, key) => v?.[key], api)
;(function refs(value, path) {
  if (value === null || typeof value !== 'object') return
  if (typeof value.$ref === 'string') check(at(value.$ref), `${path}: ${value.$ref} is there`)
  for (const [key, v] of Object.entries(value)) refs(v, `${path}/${key}`)
})(api, '')

const operations = Object.entries(api.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, o]) => ({ path, method, ...o })))
const names = operations.map((o) => o.operationId)
check(new Set(names).size === names.length, 'every operation has a name of its own')
for (const o of operations) {
  check(/^[a-z_]+\.[a-z_]+$/.test(o.operationId) && o.path.endsWith('/' + o.operationId), `${o.path}: its name is <room>.<verb>`, o.operationId)
  check(o.summary && o['x-summary-vi'] && o.summary !== o['x-summary-vi'], `${o.operationId}: summarised in both languages`)
  check(o['x-right'], `${o.operationId}: says what right it needs`)
}

const formats = { date: /^\d{4}-\d\d-\d\d$/, month: /^\d{4}-\d\d$/, 'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, decimal: /^-?\d+(\.\d+)?$/ }
/** What is wrong with a value, as a sentence; nothing if it fits. */
function wrong(schema, value, path) {
  if (schema.$ref) return wrong(at(schema.$ref), value, path)
  if (schema.anyOf) return schema.anyOf.every((s) => wrong(s, value, path)) ? `${path} fits none of its forms` : null
  if (schema.enum) return schema.enum.includes(value) ? null : `${path}: ${JSON.stringify(value)} is none of its words`
  const type = value === null ? 'null' : Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value
  if (schema.type && schema.type !== type && !(schema.type === 'number' && type === 'integer')) return `${path} is ${type}, not ${schema.type}`
  if (schema.format && formats[schema.format] && !formats[schema.format].test(value)) return `${path}: ${value} is no ${schema.format}`
  if (type === 'array') return value.map((v, i) => wrong(schema.items, v, `${path}/${i}`)).find(Boolean) ?? null
  if (type !== 'object' || !schema.type) return null
  for (const name of schema.required ?? []) if (!(name in value)) return `${path}/${name} is missing`
  for (const [name, v] of Object.entries(value)) {
    const inner = schema.properties?.[name] ?? (typeof schema.additionalProperties === 'object' ? schema.additionalProperties : null)
    if (!inner) return `${path}/${name} is not declared`
    const fault = wrong(inner, v, `${path}/${name}`)
    if (fault) return fault
  }
  return null
}

// What a read may be asked with, by the name of its field, in the demo city.
const values = { month: '2021-04', session: 1, unit: 1, language: 'vi', format: 'html', version: 1, directive: 1, notice: 1, id: 1, indicator: 'import-export' }
const problem = { $ref: '#/components/schemas/Problem' }
let answered = 0, refused = 0
for (const office of ['chair', 'office_clerk', 'unit_clerk', 'administrator']) {
  const person = await Person.enter(server, { office })
  for (const o of operations.filter((o) => o.method === 'get' && o.path.startsWith('/api/'))) {
    const query = Object.fromEntries((o.parameters ?? []).filter((p) => p.required && p.name in values).map((p) => [p.name, values[p.name]]))
    const answer = await person.read(o.operationId, query)
    check(answer.status < 500, `${o.operationId} answers`, `${answer.status} ${answer.text.slice(0, 300)}`)
    const schema = answer.status === 200 ? o.responses['200'].content['application/json'].schema : problem
    const fault = wrong(schema, answer.json(), '')
    check(!fault, `${o.operationId} as ${office} answers what is declared (${answer.status})`, fault)
    answer.status === 200 ? answered++ : refused++
  }
}
// The seed's indicators and five more; and the public's pages, which need no sign-in.
const clerk = await Person.enter(server, { office: 'unit_clerk' })
const { indicators } = expect(await clerk.read('figures.indicators'), 200, 'the indicators').json()
check(indicators.length >= 10, 'ten indicators at least', indicators.length)
const page = expect(await exchange(server.address, '/documents/press.page?' + new URLSearchParams({ path: '/cong-bo' })), 200, 'press.page')
check(/<html lang="vi"/.test(page.text) && !/<script/.test(page.text), "the public's page is in Vietnamese and needs no script", page.text.slice(0, 200))
for (const path of ['/cong-bo', '/en/public']) check((await exchange(server.address, path)).text.includes('</html>'), `${path} is a page`)
check((await exchange(server.address, '/documents/press.page?' + new URLSearchParams({ path: '/../giaoban.db' }))).status >= 400, 'press.page gives nothing else')

check((await server.stop()).code === 0, 'ends cleanly', server.log)
held(`${operations.length} operations declared in both languages; ${answered} answers and ${refused} refusals fit their schemas`)
