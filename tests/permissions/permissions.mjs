// Every operation × every office, over HTTP against the running program, beside what was approved.
//   node tests/permissions/permissions.mjs             compare with approved.txt
//   node tests/permissions/permissions.mjs --approve   write approved.txt anew; its difference is then to be reviewed
// Nothing is carried out: a change is sent with a field that no operation has, which whoever may do it is told of.
import { readFileSync, writeFileSync } from 'node:fs'
import { check, demoCity, exchange, held, Person, serve } from '../support/server.mjs'

const offices = ['chair', 'vice_chair', 'head_of_office', 'office_clerk', 'unit_head', 'unit_clerk', 'quality_officer', 'editor', 'administrator']
const approved = new URL('approved.txt', import.meta.url)
const server = await serve({ data: await demoCity('permissions'), args: ['--quiet'] })
const document = (await exchange(server.address, '/api/openapi.json')).json()
const people = [{ name: 'nobody', person: null }]
for (const office of offices) people.push({ name: office, person: await Person.enter(server, { office }) })

/** "yes": may (whatever is then wrong with the request); "-": 403; "401": sign in first. */
async function asked(path, method, person) {
  const headers = person ? { cookie: person.cookie, 'x-csrf-token': person.csrf } : {}
  const answer = method === 'post'
    ? await exchange(server.address, path, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: '{"no_such_field":true}' })
    : await exchange(server.address, path, { headers })
  check(answer.status < 500, `${path} answers`, `${answer.status} ${answer.text.slice(0, 300)}`)
  if (answer.status === 401) return '401'
  if (answer.status !== 403) return 'yes'
  check(answer.json().fields.length === 0, `${path}: a refusal gives no hint`, answer.text.slice(0, 300))
  return '-'
}

const width = Math.max(...Object.keys(document.paths).map((p) => p.length)) + 2
const lines = ['# Which office may call which operation: yes, - (403), 401 (sign in first). Approved by reading, then by',
  '#   node tests/permissions/permissions.mjs --approve',
  'operation'.padEnd(width) + people.map(({ name }) => name.padEnd(16)).join('').trimEnd()]
for (const [path, methods] of Object.entries(document.paths).sort()) {
  const [method] = Object.keys(methods)
  const row = []
  for (const { person } of people) row.push((await asked(path, method, person)).padEnd(16))
  lines.push(path.padEnd(width) + row.join('').trimEnd())
}
check((await server.stop()).code === 0, 'ends cleanly', server.log)

const found = lines.join('\n') + '\n'
if (process.argv.includes('--approve')) {
  writeFileSync(approved, found)
  console.log(`written: ${lines.length - 3} operations × ${people.length}`)
} else {
  const was = readFileSync(approved, 'utf8').split('\n').map((l) => l.replace(/\s+/g, ' '))
  const is = found.split('\n').map((l) => l.replace(/\s+/g, ' '))
  const lost = was.filter((l) => !is.includes(l)), come = is.filter((l) => !was.includes(l))
  for (const l of lost) console.log(`- ${l}`)
  for (const l of come) console.log(`+ ${l}`)
  check(lost.length === 0 && come.length === 0, 'permissions are as approved. If the new ones are right: node tests/permissions/permissions.mjs --approve')
  held(`${lines.length - 3} operations × ${people.length} (nobody and ${offices.length} offices) answer as approved`)
}
