// A changed byte in the journal, or in a kept file, is found and named.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { check, demoCity, expect, held, Person, run, serve } from '../support/server.mjs'

const data = await demoCity('journal')
const server = await serve({ data })
const clerk = await Person.enter(server, { office: 'office_clerk' })
const mark = 'minh-chung-khong-doi'
const kept = expect(await clerk.upload(`${mark}.txt`, 'evidence as it was handed in'), 200, 'upload').json()
await clerk.upload('another.txt', 'another')
check((await server.stop()).code === 0, 'ends cleanly')
const whole = await run('verify', '--data', data)
check(whole.code === 0 && /chain holds/.test(whole.out), 'untouched, it holds', whole)

const path = join(data, 'giaoban.db')
const before = readFileSync(path)
/** The journal keeps the request as it was sent; the name stands in it in a way that no other table has. */
const at = before.indexOf(`{"name":"${mark}.txt"`)
check(at > 0, 'the entry is in the file')
const altered = Buffer.from(before)
altered[at + '{"name":"'.length] ^= 1
writeFileSync(path, altered)
const found = await run('verify', '--data', data)
check(found.code === 2, 'a changed byte is found', found)
check(/Entry \d+ of the journal \(files\.keep, file\/\d+\) was altered/.test(found.out) && /Mục \d+ của nhật ký/.test(found.out), 'and named in both languages', found.out)
writeFileSync(path, before)
check((await run('verify', '--data', data)).code === 0, 'put back, it holds again')
held('one changed bit in a journal entry is found and the entry named')

const files = readdirSync(join(data, 'files'), { recursive: true }).filter((f) => f.length > 64)
const evidence = files.map((f) => join(data, 'files', f)).find((f) => readFileSync(f, 'utf8').startsWith('evidence'))
const content = readFileSync(evidence)
content[0] ^= 1
writeFileSync(evidence, content)
const damaged = await run('verify', '--data', data)
check(damaged.code === 2 && damaged.out.includes(evidence), 'a changed byte in a kept file is found and the file named', damaged)
check(kept.size === content.length, 'its length was the same')
held('one changed bit in a kept file is found and the file named')
