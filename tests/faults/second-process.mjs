// One data folder, one process: a second one is refused with a sentence and disturbs nothing.
import { check, demoCity, exchange, expect, held, run, serve } from '../support/server.mjs'

const data = await demoCity('second')
const first = await serve({ data })
for (const command of [['serve', '--demo', '--port', '0', '--data', data], ['verify', '--data', data], ['user', '--list', '--data', data]]) {
  const second = await run(...command)
  check(second.code !== 0, `a second ${command[0]} on the same folder is refused`, second)
  check(second.err.includes(`process ${first.pid}`) && second.err.includes('--data'), 'it says which process holds the folder and what to do', second.err)
}
expect(await exchange(first.address, '/healthz'), 200, 'the first goes on')
const taken = await run('serve', '--data', data + '-other', '--port', String(first.port))
check(taken.code !== 0 && taken.err.includes(String(first.port)) && taken.err.includes('--port'), 'a taken port is named, with what to do', taken)
held('a second process is refused with a sentence that names the first')

await first.kill()
const next = await serve({ data })
expect(await exchange(next.address, '/healthz'), 200, 'after a kill the folder is free')
check((await next.stop()).code === 0, 'ends cleanly')
check((await run('verify', '--data', data)).code === 0, 'the journal holds')
held('a killed process leaves no lock behind')
