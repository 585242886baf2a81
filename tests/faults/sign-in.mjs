// Strangers at the door: guessing, flooding, asking who is there. Whoever works inside does not notice.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Live } from '../support/live.mjs'
import { check, demoCity, exchange, expect, folder, held, Person, refusal, run, serve, until } from '../support/server.mjs'

const data = await demoCity('sign-in')
const words = join(folder('words'), 'password')
writeFileSync(words, 'mật khẩu dài 1\n')
for (const name of ['mot', 'hai', 'ba', 'bon']) check((await run('user', name, '--seat', '1', '--data', data, '--password-file', words)).code === 0, 'an account')
const server = await serve({ data, args: ['--quiet'] })

/** As a proxy on this machine hands it on, for whoever stands at `from`. */
function signIn(name, password, from) {
  return exchange(server.address, '/api/access.sign_in', {
    method: 'POST', headers: { 'content-type': 'application/json', 'x-forwarded-for': from }, body: JSON.stringify({ name, password }),
  })
}
const inside = await Person.enter(server, { office: 'office_clerk' })

// ---- a flood: passwords take long to reckon, and are reckoned in a line of their own
let answered = 0
const flood = Array.from({ length: 40 }, (_, i) => signIn('khong-co', 'sai', `10.0.0.${i}`).then((a) => (answered++, a.status)))
expect(await inside.upload('during.txt', 'written while strangers knock'), 200, 'a change while strangers knock')
expect(await inside.read('home.month', { month: '2021-04' }), 200, 'a read while strangers knock')
check(answered < 20, 'work inside does not wait for strangers', answered)
const statuses = await Promise.all(flood)
check(statuses.every((s) => s === 200 || s === 429), 'each stranger is answered', statuses)
const crowd = await Promise.all(Array.from({ length: 25 }, () => signIn('khong-co', 'sai', '10.0.1.1')))
check(crowd.some((a) => a.status === 429), 'one address does not fill the line', crowd.map((a) => a.status))
refusal(crowd.find((a) => a.status === 429), 429, 'a full line')
held('a flood of sign-ins keeps nobody inside waiting')

// ---- guessing: by address, whatever the names
let refused
for (let i = 0; i < 40 && !refused; i++) {
  const answer = await signIn(`nguoi-${i}`, 'sai', '10.0.2.1')
  if (answer.status !== 200) refused = { i, answer }
}
check(refused?.i === 30, 'an address is heard no more after 30 wrong passwords', refused?.i)
refusal(refused.answer, 429, 'too many from one place')
expect(await signIn('mot', 'mật khẩu dài 1', '10.0.2.1'), 429, 'from there not even with the right one')
check((await signIn('mot', 'mật khẩu dài 1', '10.0.2.2')).json().ok, 'from elsewhere it lets in')
held('an address that guesses is heard no more for a while, others are')

// ---- who is there: the same words for a name that is there, that is not, that rests
const unknown = (await signIn('khong-co', 'sai', '10.0.3.1')).text
for (let i = 0; i < 7; i++) check((await signIn('ba', 'sai', '10.0.3.1')).text === unknown, 'a name that is there')
check((await signIn('ba', 'mật khẩu dài 1', '10.0.3.1')).text === unknown, 'an account that rests')
held('a refused sign-in does not tell who has an account')

// ---- who knows a name cannot keep its owner out: a device on which he has signed in counts for itself
const atHisDesk = (cookie) => exchange(server.address, '/api/access.sign_in', {
  method: 'POST', headers: { 'content-type': 'application/json', 'x-forwarded-for': '10.0.5.1', cookie }, body: JSON.stringify({ name: 'mot', password: 'mật khẩu dài 1' }),
})
const deviceOf = (answer) => answer.headers['set-cookie'].find((c) => c.startsWith('giaoban_device='))
const device = deviceOf(await atHisDesk(''))
check(/^giaoban_device=[0-9a-f]{64}; Path=\/api\/access\.sign_in; HttpOnly; SameSite=Strict; Max-Age=\d{8}/.test(device), 'the device cookie', device)
for (let i = 0; i < 6; i++) await signIn('mot', 'sai', '10.0.5.9')
check((await signIn('mot', 'mật khẩu dài 1', '10.0.5.2')).text === unknown, 'for strangers the account rests')
const again = await atHisDesk(device.split(';')[0])
check(again.json().ok && deviceOf(again) !== device, 'its owner comes in at his desk, under a new device cookie', again.text)
held('who knows a name cannot keep its owner out')

// ---- two people in one seat: what is personal stays so, however its address is spelt
const people = []
for (const name of ['bon', 'hai']) {
  const answer = await signIn(name, 'mật khẩu dài 1', '10.0.4.1')
  const [cookie] = answer.headers['set-cookie']
  check(/; HttpOnly; SameSite=Strict/.test(cookie) && /^giaoban=[0-9a-f]{64};/.test(cookie), 'the cookie', cookie)
  people.push(new Person(server, cookie.split(';')[0], answer.json().me))
}
for (const spelling of ['/api/access.me', '/api/access%2Eme', '/api/access%2eme', '/api/%61ccess.me'])
  for (const [i, name] of ['bon', 'hai'].entries()) {
    const answer = await exchange(server.address, spelling, { headers: { cookie: people[i].cookie } })
    check(answer.status === 404 || answer.json().account === name, `${spelling} tells each who they are`, answer.text)
  }
held('nobody is given what was rendered for another in the same seat')

// ---- a new password ends the account's other sign-ins and their live sockets
const elsewhere = new Person(server, (await signIn('hai', 'mật khẩu dài 1', '10.0.4.2')).headers['set-cookie'][0].split(';')[0], people[1].me)
const live = await Live.open(server, elsewhere.cookie)
expect(await people[1].change('access.change_password', { current: 'mật khẩu dài 1', wanted: 'mật khẩu dài 2' }), 200, 'a new password')
check((await elsewhere.read('access.me')).json().signed_in === false, 'signed in elsewhere no longer')
check((await people[1].read('access.me')).json().signed_in, 'who changed it goes on')
await until('the live socket elsewhere is ended', 10, () => live.code === 4401)
held("a new password ends the account's other sign-ins")

check((await exchange(server.address, '/metrics', { headers: { 'x-forwarded-for': '203.0.113.9' } })).status === 404, 'metrics are not for the world')
check((await exchange(server.address, '/metrics', { headers: { 'x-forwarded-for': ['127.0.0.1', '203.0.113.9'] } })).status === 404,
  'who names itself before the proxy names it is who the proxy says')
check((await exchange(server.address, '/metrics')).status === 200, 'metrics are for the machine')
check((await server.stop()).code === 0, 'ends cleanly', server.log)
check(!/mật khẩu|giaoban=|[0-9a-f]{64}/.test(server.log), 'no password and no token in the log')
held('metrics for the machine alone; no secret in the log')
