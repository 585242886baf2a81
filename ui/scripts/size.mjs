// What a first visit to the month costs: the page, the code and style its view needs, and the faces, as they
// travel (gzip; woff2 is compressed already). After it the service worker fetches what else opens without a line (the
// form): marked "offline". Exit status 1 if all of it is above the budget of 150 KiB.
//   npm run build && npm run size
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const budget_bytes = 150 * 1024
const dist = new URL('../dist/', import.meta.url)
const page = readFileSync(new URL('index.html', dist), 'utf8')
const needed = new Set(['index.html', 'theme.js'])

function follow(file) {
  if (needed.has(file)) return
  needed.add(file)
  if (!file.endsWith('.js')) return
  const code = readFileSync(new URL(file, dist), 'utf8')
  for (const found of code.matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g)) follow('assets/' + found[1])
}
for (const found of page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)) follow(found[1])

// The home view is a chunk of its own, with the list of what it needs beside its import.
const entry = [...needed].find((file) => /assets\/index-.*\.js$/.test(file))
const code = readFileSync(new URL(entry, dist), 'utf8')
const home = /"\.\/(Home-[^"]+\.js)"/.exec(code) ?? /(Home-[\w-]+\.js)/.exec(code)
follow('assets/' + home[1])
// Styles of the chunks followed so far come by their own names.
for (const found of code.matchAll(/assets\/((?:Home|Page)-[\w-]+\.css)/g)) needed.add('assets/' + found[1])
for (const weight of [400, 500, 600]) {
  needed.add(`fonts/be-vietnam-pro-${weight}.woff2`)
  needed.add(`fonts/be-vietnam-pro-figures-${weight}.woff2`)
}

const shown = new Set(needed)
const worker = readFileSync(new URL('worker.js', dist), 'utf8')
needed.add('worker.js')
for (const path of /`(\/ \/assets[^`]+)`/.exec(worker)[1].split(' ')) needed.add(path === '/' ? 'index.html' : path.slice(1))

let sum = 0
let first = 0
for (const file of [...needed].sort()) {
  const bytes = readFileSync(new URL(file, dist))
  const size = file.endsWith('.woff2') ? bytes.length : gzipSync(bytes, { level: 9 }).length
  sum += size
  if (shown.has(file)) first += size
  console.log(String(size).padStart(8), file + (shown.has(file) ? '' : '  (offline)'))
}
console.log(`${(first / 1024).toFixed(1)} KiB to see the month, with what opens offline ${(sum / 1024).toFixed(1)} KiB of ${budget_bytes / 1024} KiB`)
process.exit(sum > budget_bytes ? 1 : 0)
