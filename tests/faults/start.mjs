// What is wrong is said at the start, in a sentence, and before anything is touched.
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { check, demoCity, folder, held, run, serve } from '../support/server.mjs'

const root = new URL('../../', import.meta.url).pathname
const home = folder('home')
for (const part of ['rules', 'demo']) cpSync(join(root, part), join(home, part), { recursive: true })
for (const file of readdirSync(join(home, 'rules'))) {
  const path = join(home, 'rules', file)
  const good = readFileSync(path, 'utf8')
  writeFileSync(path, good.replace('"rules"', '"rulez"').replace('"rights"', '"rightz"'))
  process.env.GIAOBAN_HOME = home
  const refused = await run('serve', '--port', '0', '--data', join(home, 'data'))
  check(refused.code === 1 && refused.err.includes(file), `a broken ${file} is named at the start`, refused)
  writeFileSync(path, good)
}
delete process.env.GIAOBAN_HOME
held('every broken rule file is named at the start')

const others = join(folder('others'), 'documents')
mkdirSync(others, { mode: 0o755 })
writeFileSync(join(others, 'letter.txt'), 'mine')
const refused = await run('serve', '--port', '0', '--data', others)
check(refused.code === 1 && /holds other things/.test(refused.err) && refused.err.includes('--data'), "another's folder is refused", refused)
check((statSync(others).mode & 0o777) === 0o755 && readdirSync(others).length === 1, 'and left as it was')
const nowhere = join(others, '..', 'nowhere')
check((await run('verify', '--data', nowhere)).code === 1 && !existsSync(nowhere), 'verify makes no folder where there is none')
held("another's folder is refused and left as it was")

const real = join(folder('real'), 'data')
const server = await serve({ data: await demoCity('demo'), demo: false, args: ['--quiet'] })
check((await fetch(server.address + '/api/demo.seats')).status === 403, 'no demo operation outside demo mode')
for (const operation of ['demo.enter', 'demo.advance_clock']) {
  const answer = await fetch(`${server.address}/api/${operation}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"seat":1,"to":"2030-01-01T00:00:00Z"}' })
  check(answer.status === 403, `${operation} outside demo mode`, answer.status)
}
await server.stop()
// A body's own data: a store with units that no demo made. Its mark, the demo's clock, is taken out of a copy.
cpSync(server.data, real, { recursive: true })
execFileSync('sqlite3', [join(real, 'giaoban.db'), 'delete from demo_clock'])
const opened = await run('serve', '--demo', '--port', '0', '--data', real)
check(opened.code === 1 && /real body/.test(opened.err), "a real body's data is not opened in demo mode", opened)
for (const file of ['giaoban.db', 'lock']) check((statSync(join(server.data, file)).mode & 0o077) === 0, `${file} is its owner's alone`)
held('no demo operation outside demo mode; no real data in it')
