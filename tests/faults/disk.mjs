// A full disk and a read-only folder: refused in words, nothing lost, and on again once there is room.
// Uses a small file system in memory; where mounting is not allowed, a limit on the size of files instead.
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { atEnd, check, demoCity, exchange, expect, folder, held, Person, refusal, run, serve } from '../support/server.mjs'
import { Writer } from './load.mjs'

const city = await demoCity('disk')
const place = folder('disk')
const sizeOf = (path) => readdirSync(path, { recursive: true }).reduce((sum, f) => sum + statSync(join(path, f)).size, 0)

async function full({ serveIt, makeRoom, name }) {
  let server = await serveIt()
  const clerk = await Person.enter(server, { office: 'office_clerk' })
  const writer = new Writer(clerk, 'before')
  for (let i = 0; i < 5; i++) {
    const sent = writer.next()
    writer.acknowledged.push({ ...sent, id: expect(await writer.send(sent), 200, 'there is room at first').json().id })
  }
  // Fills up with evidence, then with the database's own growth, until nothing goes any more.
  const words = new Set()
  let refusals = 0
  for (let bytes = 512 * 1024; refusals < 20; ) {
    const sent = { ...writer.next(), content: `${writer.count}`.padEnd(bytes, 'x') }
    const answer = await writer.send(sent)
    if (answer.status === 200) {
      writer.acknowledged.push({ ...sent, id: answer.json().id })
      continue
    }
    words.add(refusal(answer, 503, `${name}: an upload that does not fit`))
    refusals++
    bytes = Math.max(1, bytes >> 2)
  }
  check([...words].every((w) => /disk|store|folder/i.test(w)), `${name}: the words say what is wrong`, [...words])
  expect(await exchange(server.address, '/healthz'), 200, `${name}: still serves`)
  expect(await clerk.read('access.me'), 200, `${name}: still reads`)
  server = (await makeRoom(server)) ?? server
  clerk.server = server
  expect(await clerk.upload('after.txt', 'after'), 200, `${name}: goes on once there is room`)
  await writer.verify()
  check((await server.stop()).code === 0, `${name}: ends cleanly`, server.log.slice(-2000))
  check((await run('verify', '--data', server.data)).code === 0, `${name}: the chain holds`)
  held(`${name}: refused in words (${[...words].join(' | ')}), all ${writer.acknowledged.length} acknowledged changes there, goes on with room`)
}

const mount = join(place, 'small')
mkdirSync(mount)
const kib = Math.ceil(sizeOf(city) / 1024) + 4096
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kib}k`, 'tmpfs', mount]).status === 0
if (mounted) {
  atEnd(() => spawnSync('umount', ['-l', mount]))
  const data = join(mount, 'data')
  cpSync(city, data, { recursive: true })
  await full({
    name: 'disk full',
    serveIt: () => serve({ data }),
    makeRoom: () => void execFileSync('mount', ['-o', `remount,size=${kib + 65536}k`, mount]),
  })
  execFileSync('mount', ['-o', 'remount,ro', mount])
  const refused = await run('serve', '--demo', '--port', '0', '--data', data)
  check(refused.code === 1 && /data folder/i.test(refused.err) && /read-only/i.test(refused.err), 'a read-only file system: refused with a sentence', refused)
  execFileSync('mount', ['-o', 'remount,rw', mount])
  check((await run('verify', '--data', data)).code === 0, 'writable again, the chain holds')
  held('read-only file system: refused with a sentence, nothing lost')
} else {
  console.log('Mounting is not allowed here: the full disk is a limit on the size of files.')
  const data = join(place, 'limited')
  cpSync(city, data, { recursive: true })
  const limit = sizeOf(city) + 256 * 1024
  await full({
    name: 'file size limit',
    serveIt: () => serve({ data, wrap: ['bash', '-c', `trap "" XFSZ; exec prlimit --fsize=${limit} "$@"`, 'limited'] }),
    makeRoom: (server) => void execFileSync('prlimit', ['--pid', String(server.pid), '--fsize=unlimited']),
  })
}

// A folder that becomes unwritable while it is served: uploads are refused in words, the rest goes on.
if (process.getuid() === 0) {
  const nobody = 65534
  const data = join(place, 'closed')
  chmodSync(place, 0o755)
  cpSync(city, data, { recursive: true })
  for (const f of ['.', ...readdirSync(data, { recursive: true })]) chownSync(join(data, f), nobody, nobody)
  const server = await serve({ data, uid: nobody })
  const clerk = await Person.enter(server, { office: 'office_clerk' })
  expect(await clerk.upload('before.txt', 'before'), 200, 'writes at first')
  chmodSync(join(data, 'files'), 0o500)
  let refused = 0
  for (let i = 0; i < 20; i++) {
    const answer = await clerk.upload(`${i}.txt`, `content ${i}`)
    if (answer.status !== 200) refusal(answer, 503, 'an upload into a closed folder'), refused++
  }
  check(refused > 0, 'uploads that need a new folder are refused')
  expect(await clerk.read('access.me'), 200, 'still reads')
  chmodSync(join(data, 'files'), 0o700)
  expect(await clerk.upload('after.txt', 'after'), 200, 'goes on once it may write')
  check((await server.stop()).code === 0, 'ends cleanly')
  for (const f of ['giaoban.db', 'lock']) chmodSync(join(data, f), 0o400)
  await serve({ data, uid: nobody }).then(
    async (s) => { await s.stop(); check(false, 'a database that may not be written is refused at start') },
    (e) => check(/read-only|Cannot write/i.test(e.message) && !/Sanitizer/.test(e.message), 'a database that may not be written: refused with a sentence', e.message),
  )
  held('a folder closed while served: refused in words; closed before: refused at start')
}
