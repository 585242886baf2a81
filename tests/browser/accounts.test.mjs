// The administrator makes an office and an account for it in the page; whoever holds it signs in with the password.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { open } from './harness.mjs'

test('an office and its account are made in the page; every field at fault says so; the new account signs in', async (t) => {
  const world = await open(t)
  const admin = await world.seat({ office: 'administrator' })
  await admin.goto('/accounts')
  await admin.getByRole('button', { name: 'Tạo chức danh' }).click()
  const dialog = admin.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Tạo chức danh' }).click()
  await dialog.getByText('Hãy chọn một đơn vị.').first().waitFor()
  await dialog.getByText('Hãy nhập tên chức danh.').first().waitFor()
  await world.axe(admin)
  await dialog.getByLabel('Quyền như').selectOption('unit_clerk')
  await dialog.getByRole('combobox', { name: 'Đơn vị' }).fill('ka long')
  await admin.getByRole('option', { name: /Ka Long/ }).click()
  await dialog.getByLabel('Tên chức danh', { exact: true }).fill('Công chức Tài chính phường Ka Long')
  await dialog.getByRole('button', { name: 'Tạo chức danh' }).click()

  // The account's form follows, with the new office chosen.
  const account = admin.getByRole('dialog').filter({ hasText: 'Tạo tài khoản' })
  await account.getByLabel('Tên đăng nhập').fill('ka-long.tai-chinh')
  await account.getByLabel('Mật khẩu mới').fill('ngắn')
  await account.getByRole('button', { name: 'Tạo tài khoản' }).click()
  await account.getByText('Mật khẩu cần ít nhất 10 ký tự.').first().waitFor()
  await account.getByLabel('Mật khẩu mới').fill('mười ký tự trở lên')
  await account.getByRole('button', { name: 'Tạo tài khoản' }).click()
  await admin.getByRole('link', { name: 'ka-long.tai-chinh' }).waitFor()
  await world.picture(admin, 'accounts')

  const clerk = await world.seat(null, { width: 390 })
  await clerk.goto('/')
  await clerk.getByText('Có tài khoản và mật khẩu').click()
  await clerk.getByLabel('Tên đăng nhập').fill('ka-long.tai-chinh')
  await clerk.getByLabel('Mật khẩu', { exact: true }).fill('sai mật khẩu rồi')
  await clerk.getByRole('button', { name: 'Đăng nhập' }).click()
  await clerk.getByRole('alert').first().waitFor()
  await clerk.getByLabel('Mật khẩu', { exact: true }).fill('mười ký tự trở lên')
  await clerk.getByLabel('Mật khẩu', { exact: true }).press('Enter')
  await clerk.getByRole('heading', { name: /tháng 4/ }).first().waitFor()
  assert.match(new URL(clerk.url()).pathname, /^\/2021-04/)
})
