// What can be seen without compiling: lengths, arrows between rooms, words in both languages, and what must not be
// in the tree. Prints every finding as path:line: sentence; exit status 1 if there is one.
//   node tests/tidy.mjs [FOLDER]
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

const root = process.argv[2] ?? new URL('../', import.meta.url).pathname
const listed = execFileSync('git', ['-C', root, 'ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
const files = [...new Set(listed.split('\n').filter((f) => f && existsSync(join(root, f))))]
const findings = []
const found = (file, line, what) => findings.push(`${file}:${line}: ${what}`)
const textOf = new Map()
const text = (file) => textOf.get(file) ?? textOf.set(file, readFileSync(join(root, file), 'utf8')).get(file)
const linesOf = (file) => text(file).replace(/\n$/, '').split('\n')
const eachLine = (file, f) => linesOf(file).forEach((line, i) => f(line, i + 1))
const is = (...ends) => (file) => ends.some((end) => file.endsWith(end))
const cpp = files.filter((f) => f.startsWith('src/') && is('.cpp', '.hpp')(f))
const page = files.filter((f) => f.startsWith('ui/src/') && is('.ts', '.svelte')(f) && f !== 'ui/src/api/types.ts')
const words = files.filter(is('.cpp', '.hpp', '.ts', '.mjs', '.js', '.svelte', '.sh', '.md', '.json', '.css', '.html', '.py', '.cmake', '.txt', 'run', 'test'))
  .filter((f) => !f.endsWith('package-lock.json'))

// ---- lengths: what a reader can hold in mind
for (const f of [...cpp, ...page]) {
  const n = linesOf(f).length
  if (n > 400) found(f, n, `${n} lines; a file has at most 400`)
}

/** A function's body: opened by a line that ends in `{` after `)`, closed by a `}` at the same depth. */
function longFunctions(file) {
  const lines = linesOf(file)
  lines.forEach((line, i) => {
    const start = /^(\s*)(?!.*\b(?:namespace|struct|class|enum|union)\b)\S.*\)\s*(?:const|noexcept|override|mutable|->\s*[\w:<>&* ,]+|\s)*\{$/.exec(line)
    if (!start || /^\s*(if|for|while|switch|else|\}|describe|suite)\b/.test(line) || /^\s*(TEST_CASE|SUBCASE|TEST_SUITE)/.test(line)) return
    const end = lines.findIndex((l, j) => j > i && l.startsWith(start[1] + '}') && l.search(/\S/) === start[1].length)
    const body = lines.slice(i, end + 1).join('\n').replace(/R"(\w*)\([^]*?\)\1"/g, '""') // a text in it is not code
    const n = body.split('\n').length
    if (n > 70) found(file, i + 1, `a function of ${n} lines; at most 70`)
  })
}
for (const f of [...cpp, ...page]) longFunctions(f)

// ---- arrows go one way: a folder may include itself and what stands before it
const ground = ['base', 'db', 'journal', 'rules', 'calendar', 'operation', 'numbering', 'documents', 'spreadsheet', 'pictures', 'live']
const rooms = ['units', 'access', 'files', 'figures', 'report', 'session', 'directives', 'conclusions', 'press', 'home']
const order = [...ground, ...rooms]
// A folder of the ground may only know these; a room knows the ground and the rooms before it.
const known = {
  base: [], db: ['base'], journal: ['base', 'db'], rules: ['base'], calendar: ['base', 'rules'],
  operation: ['base', 'db', 'journal'], numbering: ['base', 'db', 'operation', 'rules', 'calendar'],
  documents: ['base', 'rules', 'calendar'], spreadsheet: ['base'], pictures: ['base'], live: ['base', 'db', 'operation'], net: ['base', 'live'],
}
const roomOf = (file) => file.split('/')[1]
function mayInclude(from, to) {
  if (from === to || from === 'app') return true
  if (known[from]) return known[from].includes(to)
  if (!rooms.includes(from)) return to !== 'app' && to !== 'net'
  return (ground.includes(to) && to !== 'live') || (rooms.includes(to) && rooms.indexOf(to) < rooms.indexOf(from))
}
for (const f of cpp) {
  const test = f.endsWith('_test.cpp')
  eachLine(f, (line, n) => {
    const at = /^#include ["<]([^">]+)[">]/.exec(line)
    if (!at) return
    const to = at[1].split('/')[0]
    if (line.includes('"') && !test && (order.includes(to) || to === 'net' || to === 'app') && !mayInclude(roomOf(f), to))
      found(f, n, `${roomOf(f)} may not include ${to}/: arrows go app, net, rooms in their order, then the ground`)
    if (/^soci\//.test(at[1]) && roomOf(f) !== 'db') found(f, n, 'SOCI stays inside src/db')
    if (/^boost\/(beast|asio)/.test(at[1]) && roomOf(f) !== 'net') found(f, n, 'Beast and Asio stay inside src/net')
    if (at[1].startsWith('../')) found(f, n, 'includes are written from src/')
  })
}

// ---- rules of the language that the compiler does not hold
for (const f of cpp) {
  eachLine(f, (line, n) => {
    const code = line.replace(/\/\/.*$/, '')
    for (const at of code.matchAll(/\bco_await\b\s*([^;]*)/g))
      if (!/^(\w+|std::move\(\w+\))\s*[;)]?$/.test(at[1].trim())) found(f, n, 'co_await takes a name or std::move(name): gcc 12 miscompiles temporaries')
    if (f.endsWith('_test.cpp') && /sleep_for|usleep\(|\bsleep\(/.test(code)) found(f, n, 'a test waits for a state, not for time')
    if (/\b(double|float)\b/.test(code) && !/^src\/(documents|net|app|calendar)\//.test(f) && !f.includes('_test')) found(f, n, 'figures are exact: no double') // moons and page measures are not figures
  })
  if (f.endsWith('.hpp') && !text(f).startsWith('#pragma once')) found(f, 1, 'a header begins with #pragma once')
  const room = roomOf(f)
  const named = [...text(f).matchAll(/^namespace ([\w:]+) \{/gm)].map((m) => m[1])
  if (named.length > 0 && !named.some((n) => n.startsWith('giaoban'))) found(f, 1, `namespace ${named[0]}: everything is in giaoban`)
  const own = named.filter((n) => n.startsWith('giaoban::'))
  if (rooms.includes(room) && own.length > 0 && !own.some((n) => n.startsWith(`giaoban::${room}`))) found(f, 1, `namespace giaoban::${room} is the room's`)
}

// ---- a test for every verb: an operation's name stands in a test of its room
const declared = cpp.filter((f) => !f.endsWith('_test.cpp') && rooms.includes(roomOf(f)))
const tests = files.filter((f) => f.endsWith('_test.cpp') || f.startsWith('tests/') || f.startsWith('scenarios/'))
const tested = tests.filter(is('_test.cpp', '.mjs', '.test', '.cpp', '.hpp')).map((f) => text(f)).join('\n')
for (const f of declared) {
  eachLine(f, (line, n) => {
    for (const at of line.matchAll(/(?:\.name = |\badd\()"(\w+\.\w+)"/g))
      if (!tested.includes(`"${at[1]}"`) && !tested.includes(`'${at[1]}'`) && !tested.includes(` ${at[1]}`)) found(f, n, `no test calls ${at[1]}`)
  })
}

// ---- words in both languages
for (const f of cpp.filter((f) => !f.endsWith('_test.cpp'))) {
  eachLine(f, (line, n) => {
    for (const at of line.matchAll(/\{"((?:[^"\\]|\\.)*)",\s*"((?:[^"\\]|\\.)*)"\}/g)) {
      const [, vi, en] = at
      if (/[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]/.test(en) && !/[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]/.test(vi) && vi !== '') found(f, n, 'languages in the wrong order: vi, en')
    }
  })
}
function bothLanguages(file, value, path) {
  if (Array.isArray(value)) return value.forEach((v, i) => bothLanguages(file, v, `${path}/${i}`))
  if (value === null || typeof value !== 'object') return
  if ('vi' in value !== 'en' in value && typeof (value.vi ?? value.en) === 'string') found(file, 1, `${path} has one language only`)
  else if ('vi' in value && (value.vi === '') !== (value.en === '')) found(file, 1, `${path} has one empty language`)
  for (const [key, v] of Object.entries(value)) bothLanguages(file, v, `${path}/${key}`)
}
for (const f of files.filter((f) => /^(rules|demo)\//.test(f) && f.endsWith('.json'))) {
  try {
    bothLanguages(f, JSON.parse(text(f)), '')
  } catch (e) {
    found(f, 1, `not JSON: ${e.message}`)
  }
}

// ---- what is not in the tree
for (const f of words) {
  if (f === 'tests/tidy.mjs') continue
  eachLine(f, (line, n) => {
    if (/\b(TODO|FIXME|XXX|HACK)\b/.test(line)) found(f, n, 'do it or file it; no notes to self')
    if (/(^|[\s"'`=(])\/(work|home\/\w+|root)\//.test(line)) found(f, n, 'a path of one machine')
  })
  if (/\.(cpp|hpp|ts|mjs|svelte|sh|md)$/.test(f) && text(f) !== '' && !text(f).endsWith('\n')) found(f, linesOf(f).length, 'the last line has no end')
}
for (const f of files) {
  if (/(^|\/)(node_modules|dist|build[^/]*)\//.test(f)) found(f, 1, 'made by a build; not kept')
  if (f.endsWith('package-lock.json') && /"resolved"/.test(text(f))) found(f, 1, 'addresses of a registry; npm ci works without')
}
for (const f of files.filter((f) => f.startsWith('tests/') && f.endsWith('.mjs') && f !== 'tests/tidy.mjs'))
  eachLine(f, (line, n) => {
    if (/waitForTimeout|setTimeout\([^)]*\d{3,}/.test(line)) found(f, n, 'a test waits for a state, not for time')
  })

findings.sort()
for (const line of findings) console.log(line)
console.log(`${files.length} files looked at, ${findings.length} finding${findings.length === 1 ? '' : 's'}`)
process.exit(findings.length ? 1 : 0)
