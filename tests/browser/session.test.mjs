// The session in the page: planned by the Office, led from the chair's console, seen live by a delegate and by the
// hall screen; a server that goes and comes back in between loses nothing.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { open } from './harness.mjs'

const month = '2021-04'
const done = async (promise, what) => {
  const answer = await promise
  assert.equal(answer.status, 200, `${what}: ${answer.text}`)
  return answer.json()
}

/** The Office invites and calls the roll; the sites of three communes check themselves in. */
async function invited(world) {
  const office = await world.person({ office: 'office_clerk' })
  const { sessions } = (await office.read('session.list', { month })).json()
  const session = sessions[0]?.id ?? (await done(office.change('session.plan', { month, date: '2021-05-06', from: '08:00', to: '11:00', place: { vi: 'Phòng họp số 1', en: 'Meeting room 1' } }), 'plan')).session
  await done(office.change('session.invite', { session }), 'invite')
  const { attendees } = (await office.read('session.show', { session })).json()
  await done(office.change('session.check_in', { session, seats: attendees.filter((who) => who.member && who.seat.office !== 'chair').map((who) => who.seat.id) }), 'roll')
  for (const unit of ['tra-co', 'hai-dong']) {
    const head = await world.person({ office: 'unit_head', unit })
    await done(head.change('session.check_in', { session }), 'check in')
  }
  return session
}

test('the Office plans a session in the page and sees its invitation', async (t) => {
  const world = await open(t)
  const page = await world.seat({ office: 'office_clerk' })
  await page.goto(world.address(month, 'session'))
  await page.getByLabel('Địa điểm', { exact: true }).fill('Phòng họp số 1')
  await page.getByRole('button', { name: 'Lập phiên họp' }).click()
  await page.getByRole('heading', { name: 'Phiên họp thường kỳ tháng 4/2021' }).waitFor()
  await page.getByRole('button', { name: 'Thêm nội dung' }).click()
  await page.getByLabel('Tên nội dung').fill('Giải phóng mặt bằng cầu Bắc Luân II')
  await page.getByRole('dialog').getByRole('button', { name: 'Lưu' }).click()
  await page.getByText('Giải phóng mặt bằng cầu Bắc Luân II').waitFor()
  await page.getByRole('button', { name: 'Gửi giấy mời' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Gửi giấy mời' }).click()
  await page.getByText(/Số 42\/GM-UBND/).waitFor()
  await world.picture(page, 'session-invited')
  await world.axe(page)
})

test('console, delegate and hall see each other live, also after the server was gone', async (t) => {
  const world = await open(t)
  await invited(world)
  const chair = await world.seat({ office: 'chair' }, { width: 1024, height: 768 })
  const ward = await world.seat({ office: 'unit_head', unit: 'tra-co' }, { width: 390, height: 844 })
  const hall = await world.seat({ office: 'office_clerk' }, { width: 1920, height: 1080 })
  await chair.goto(world.address('console', month))
  await ward.goto(world.address(month, 'session'))
  await hall.goto(world.address('hall', month))
  const loads = []
  for (const page of [chair, ward, hall]) page.on('load', () => loads.push(page.url()))

  await chair.getByRole('button', { name: 'Khai mạc phiên họp' }).click()
  await chair.getByRole('button', { name: 'Sang nội dung 1' }).click()
  await hall.getByText('Nội dung 1/').waitFor()
  await ward.getByLabel('Về việc gì').fill('Khách dịp lễ')
  await ward.getByRole('button', { name: 'Đăng ký phát biểu' }).click()
  await chair.getByRole('button', { name: 'Mời phường Trà Cổ phát biểu' }).click()
  await ward.getByText('Bạn đang phát biểu').waitFor()
  await hall.getByRole('heading', { name: 'phường Trà Cổ' }).waitFor()
  await chair.getByRole('button', { name: 'Nhắc giờ' }).click()
  await ward.getByText('Chủ tọa nhắc giờ').waitFor()
  for (const [page, name] of [[chair, 'console'], [ward, 'session-delegate'], [hall, 'hall']]) {
    await world.picture(page, name)
    await world.axe(page)
  }

  await world.restart()
  await ward.getByRole('button', { name: 'Kết thúc lượt' }).click()
  await chair.getByText('Chưa có ai phát biểu').waitFor()
  // By keyboard alone: on to the next item.
  await chair.getByRole('button', { name: 'Sang nội dung 2' }).focus()
  await chair.keyboard.press('Enter')
  await hall.getByText('Nội dung 2/').waitFor()
  await chair.getByRole('button', { name: 'Việc khác' }).click()
  await chair.getByRole('menuitem', { name: 'Bế mạc' }).click()
  await chair.getByRole('dialog').getByRole('button', { name: 'Bế mạc' }).click()
  await ward.getByText('Phiên họp đã bế mạc: chỉ xem.').waitFor()
  assert.deepEqual(loads, [], 'nobody reloaded')
  world.faults = world.faults.filter((fault) => !/ERR_CONNECTION|WebSocket connection/.test(fault)) // the drop itself was ours
})
