// The examples of docs/*.md are run as they stand: in a ```console block, a line "$ giaoban …" and what it prints.
//   node tests/docs/examples.mjs             compare
//   node tests/docs/examples.mjs --approve   write what is printed into the documents; the difference is then read
// Commands run in docs/. A command that ends otherwise than with 0 says so in its last line: "exit status 2".
import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'

const docs = new URL('../../docs/', import.meta.url).pathname
const program = process.env.GIAOBAN ?? new URL('../../build-fast/giaoban', import.meta.url).pathname
const approve = process.argv.includes('--approve')
let run = 0
let wrong = 0

/** The words of a command line: only plain ones and "quoted" ones stand in the documents, and one "< file". */
function words(line) {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((m) => m[1] ?? m[2])
}
function printed(command) {
  const [name, ...rest] = words(command)
  if (name !== 'giaoban') throw new Error(`${command}: examples call giaoban`)
  const from = rest.indexOf('<')
  const input = from < 0 ? '' : readFileSync(docs + rest[from + 1])
  const args = from < 0 ? rest : rest.slice(0, from)
  const result = spawnSync(program, args, { cwd: docs, input, encoding: 'utf8', timeout: 60_000 })
  const status = result.status === 0 ? '' : `exit status ${result.status}\n`
  return (result.stdout + result.stderr).replaceAll('\r\n', '\n') + status // CSV's lines end as its standard says
}

for (const file of readdirSync(docs).filter((f) => f.endsWith('.md'))) {
  const before = readFileSync(docs + file, 'utf8')
  const after = before.replace(/```console\n([^]*?)```/g, (_, block) => {
    const commands = block.split('\n').filter((line) => line.startsWith('$ '))
    return '```console\n' + commands.map((line) => {
      ++run
      return line + '\n' + printed(line.slice(2))
    }).join('') + '```'
  })
  if (after === before) continue
  if (approve) writeFileSync(docs + file, after)
  else {
    ++wrong
    const [a, b] = [before.split('\n'), after.split('\n')]
    const at = a.findIndex((line, i) => line !== b[i])
    console.error(`docs/${file}:${at + 1}\n  says   ${a[at]}\n  prints ${b[at]}`)
  }
}
console.log(`${run} examples of docs run${wrong ? `; ${wrong} documents differ. If what is printed is right: node tests/docs/examples.mjs --approve` : ', each prints what its document says'}`)
process.exit(wrong ? 1 : 0)
