import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { county } from '@qiangxian/counties/yixing/county'
import { oneTimeCodes } from '@qiangxian/kernel/accounts/one-time-code'
import { oneTimeCodeAt } from '@qiangxian/kernel/testing/one-time-code-at'
import {
  startIdentityProvider,
  type TestIdentityProvider,
  testClient,
} from '@qiangxian/server/testing/identity-provider'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  openBrowser,
  picture,
  pictures,
  sizes,
  visit,
} from './kit/browser.ts'
import { isFocused } from './kit/keyboard.ts'
import { type RunningServer, startServer } from './kit/running-server.ts'

const first = 'shouci-mima-2026'
const own = 'zijide-yi-ju-hua'

describe('people: first password, authenticator, devices, identity service (账号)', () => {
  let service: TestIdentityProvider
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    const port = await freePort()
    const url = `http://127.0.0.1:${port}`
    service = await startIdentityProvider(`${url}/api/oidc/callback`)
    const identityService = [
      ...['--oidc-issuer', service.issuer, '--oidc-client-id', testClient.clientId],
      ...['--oidc-client-secret', testClient.clientSecret, '--oidc-label', '省统一身份（演示）'],
    ]
    server = await startServer(['--without-records', '--port', String(port), '--public-url', url, ...identityService])
    browser = await openBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await service?.close()
  })

  it('an administrator gives an account two roles in two units, by keyboard', async () => {
    const { page, context } = await signedIn('guanliyuan', 'yanshi-guanliyuan-2026')
    await page.goto('/accounts')
    await page.getByRole('button', { name: '新增账号' }).focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('姓名').waitFor()
    await expect.poll(() => isFocused(page.getByLabel('姓名'))).toBe(true)
    await page.keyboard.type('周填报（演示）')
    await page.keyboard.press('Tab')
    await page.keyboard.type('zhoutianbao')
    await page.keyboard.press('Tab')
    await page.keyboard.type(first)
    await page.getByRole('button', { name: '新增账号' }).last().press('Enter')
    await page.getByText('请为“单位填报人”选择单位').first().waitFor()
    const unit = page.getByLabel('第 1 行的代表单位')
    // the units come after the form: before them the key would choose nothing
    await unit.locator('option').nth(3).waitFor({ state: 'attached' })
    await unit.focus()
    await page.keyboard.press('ArrowDown')
    expect(await unit.inputValue()).not.toBe('')
    await page.getByRole('button', { name: '再加一个角色' }).press('Enter')
    await page.getByLabel('第 2 行的角色').selectOption({ label: '单位负责人' })
    await page.getByLabel('第 2 行的代表单位').selectOption({ index: 3 })
    await expectAccessible(page)
    await pictures(page, 'account-roles')
    await page.getByLabel('第 2 行的代表单位').press('Tab')
    await page.getByRole('button', { name: '新增账号' }).last().press('Enter')
    await page.getByText('已为 周填报（演示） 建立账号').waitFor()
    const row = page.getByRole('row', { name: /周填报/ })
    await expect.poll(() => row.textContent()).toMatch(/单位填报人（.+）、单位负责人（/)
    await context.close()
  })

  it('the first sign-in leads to a password of one’s own, and nowhere else', async () => {
    const { page, context } = await visit(browser, server.url)
    await page.goto('/sign-in')
    await page.getByLabel('登录名').fill('zhoutianbao')
    await page.getByLabel('密码', { exact: true }).fill(first)
    await page.keyboard.press('Enter')
    await page.getByText('管理员为您设置了临时密码').waitFor()
    await pictures(page, 'me-first-password')
    await page.goto('/targets')
    await page.waitForURL(`${server.url}/me`)
    await page.getByLabel('现在的密码').focus()
    for (const text of [first, own, own]) {
      await page.keyboard.type(text)
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
    await page.getByText('密码已修改').waitFor()
    await page.getByRole('link', { name: '进入平台' }).click()
    await page.waitForURL(`${server.url}/`)
    await context.close()
  })

  let secret = ''

  it('an authenticator is set up with QR code or key, and gives recovery codes once, by keyboard', async () => {
    const { page, context } = await signedIn('zhoutianbao', own)
    await page.goto('/me')
    await page.getByRole('button', { name: '绑定验证器' }).press('Enter')
    await page.getByRole('img', { name: '验证器的二维码' }).waitFor()
    secret = ((await page.locator('.secret').textContent()) ?? '').replaceAll(' ', '')
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
    await expectAccessible(page)
    await pictures(page, 'me-enrol')
    await page.keyboard.type('000000')
    await page.keyboard.press('Enter')
    await page.getByText('验证码不对').waitFor()
    await page.getByLabel('验证码').fill(oneTimeCodeAt(secret, new Date()))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '请保存这十个恢复码' }).waitFor()
    expect(await page.locator('.recovery-codes code').count()).toBe(10)
    await expectAccessible(page)
    await pictures(page, 'me-recovery-codes')
    await page.getByRole('button', { name: '我已保存' }).press('Enter')
    await page.getByText('还有 10 个恢复码').waitFor()
    await pictures(page, 'me-with-authenticator')
    await page.reload()
    await page.getByText('还有 10 个恢复码').waitFor()
    expect(await page.locator('.recovery-codes').count()).toBe(0)
    await context.close()
  })

  it('the second step of the sign-in asks for a code, says when it is wrong, and goes on to the page', async () => {
    const { page, context } = await visit(browser, server.url)
    await page.goto('/sign-in?next=/tasks')
    await page.getByLabel('登录名').fill('zhoutianbao')
    await page.getByLabel('密码', { exact: true }).fill(own)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '动态验证码' }).waitFor()
    await expectAccessible(page)
    await pictures(page, 'sign-in-second-step')
    await page.keyboard.type('000000')
    await page.keyboard.press('Enter')
    await page.getByText('验证码不对').waitFor()
    await page.reload()
    await page.getByRole('heading', { name: '动态验证码' }).waitFor()
    await page.keyboard.type(oneTimeCodeAt(secret, nextStep()))
    await page.keyboard.press('Enter')
    await page.waitForURL(`${server.url}/tasks`)
    await page.goto('/me')
    await page.getByText('登录着的设备').waitFor()
    await page.getByRole('button', { name: '结束其他全部' }).press('Enter')
    await page.getByText(/已结束其他 \d+ 个会话/).waitFor()
    await context.close()
  }, 180_000)

  it('whose cookie turns up in another browser is told so at the next sign-in', async () => {
    const { context } = await signedIn('bangongshi', 'yanshi-bangongshi-2026')
    const [cookie] = (await context.cookies()).filter(({ name }) => name === 'qx_session')
    const answer = await fetch(`${server.url}/api/plan-imports`, { headers: { cookie: `qx_session=${cookie?.value}` } })
    expect(answer.status).toBe(401)
    await context.close()
    const owner = await visit(browser, server.url)
    await owner.page.goto('/sign-in')
    await owner.page
      .getByRole('button', { name: /填入 .*/ })
      .first()
      .waitFor()
    await owner.page.getByLabel('登录名').fill('bangongshi')
    await owner.page.getByLabel('密码', { exact: true }).fill('yanshi-bangongshi-2026')
    await owner.page.keyboard.press('Enter')
    await owner.page.getByRole('heading', { name: '有人在另一个浏览器上使用过您的登录会话' }).waitFor()
    await expectAccessible(owner.page)
    await pictures(owner.page, 'me-stolen-session')
    await owner.page.getByRole('button', { name: '我已知悉' }).press('Enter')
    await owner.page.locator('.stolen').waitFor({ state: 'detached' })
    await owner.context.close()
  })

  it('an identity without an account gets a number, an administrator links it, and it signs in', async () => {
    service.person = 'person-of-the-province'
    const { page, context } = await visit(browser, server.url)
    await page.goto('/sign-in?next=/targets')
    await page.getByRole('button', { name: '用省统一身份（演示）登录' }).press('Enter')
    await page.getByText('还没有与本平台的账号关联').waitFor()
    const reference = (await page.locator('.reference b').textContent()) ?? ''
    expect(reference).toMatch(/^\d{8}$/)
    await expectAccessible(page)
    await pictures(page, 'sign-in-unknown-identity')
    const administrator = await signedIn('guanliyuan', 'yanshi-guanliyuan-2026')
    await administrator.page.goto('/accounts')
    await administrator.page
      .getByRole('button', { name: /管理 .*办/ })
      .first()
      .click()
    await administrator.page.getByLabel('关联号').fill(reference)
    await administrator.page.keyboard.press('Enter')
    await administrator.page.getByText('已关联。').waitFor()
    await expectAccessible(administrator.page)
    await pictures(administrator.page, 'account-security')
    await administrator.context.close()
    await page.getByRole('button', { name: '用省统一身份（演示）登录' }).press('Enter')
    await page.waitForURL(`${server.url}/targets`)
    await context.close()
  })

  it('an administrator resets a lost authenticator and ends the sessions of an account', async () => {
    const { page, context } = await signedIn('guanliyuan', 'yanshi-guanliyuan-2026')
    await page.goto('/accounts')
    await page.getByRole('button', { name: '管理 周填报（演示）' }).press('Enter')
    await page.getByRole('button', { name: '重置验证器' }).press('Enter')
    await page.getByText('验证器已重置').waitFor()
    await page.getByText('现在没有设备登录着').waitFor()
    await context.close()
    const { page: again, context: whose } = await signedIn('zhoutianbao', own)
    await again.goto('/me')
    await again.getByText('未绑定').waitFor()
    await whose.close()
  })

  it('all of it reads in English too, on a phone', async () => {
    const { page, context } = await visit(browser, server.url, 'phone')
    await page.goto('/sign-in')
    await page.evaluate("localStorage.setItem('qx.language', 'en')")
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    await picture(page, 'sign-in-english')
    const data = { login: 'guanliyuan', password: 'yanshi-guanliyuan-2026' }
    expect((await context.request.post(`${server.url}/api/session`, { data })).status()).toBe(200)
    await page.goto('/me')
    await page.getByRole('button', { name: 'Set it up' }).press('Enter')
    await page.getByText('Scan this with your authenticator').waitFor()
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    await picture(page, 'me-english')
    await page.goto('/accounts')
    await page.getByRole('button', { name: 'Add an account' }).press('Enter')
    await page.getByLabel('Role in line 1').waitFor()
    expect(await page.getByLabel('Role in line 1').textContent()).toContain('Reporter of a unit')
    await picture(page, 'account-roles-english')
    await context.close()
  })

  async function signedIn(login: string, password: string): Promise<{ page: Page; context: BrowserContext }> {
    const { page, context } = await visit(browser, server.url)
    const answer = await context.request.post(`${server.url}/api/session`, { data: { login, password } })
    expect(answer.status(), await answer.text()).toBe(200)
    expect(page.viewportSize()).toEqual(sizes.office)
    return { page, context }
  }
})

describe('a county in which everybody needs a second factor', () => {
  let server: RunningServer
  let browser: Browser
  const folder = mkdtempSync(join(tmpdir(), 'qx-county-'))

  beforeAll(async () => {
    const parameters = county.parameters.map((one) =>
      one.key === 'account.second-factor-required' ? { ...one, value: 'everyone', isDefault: false } : one,
    )
    writeFileSync(join(folder, 'county.json'), JSON.stringify({ ...county, parameters }))
    server = await startServer(['--without-records', '--county', folder])
    browser = await openBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('leads to the authenticator after the sign-in, and nowhere else before it is set up', async () => {
    const { page, context } = await visit(browser, server.url)
    await page.goto('/sign-in?next=/tasks')
    await page.getByLabel('登录名').fill('bangongshi')
    await page.getByLabel('密码', { exact: true }).fill('yanshi-bangongshi-2026')
    await page.keyboard.press('Enter')
    await page.getByText('您的角色要求登录时使用动态验证码').waitFor()
    await page.goto('/tasks')
    await page.waitForURL(`${server.url}/me`)
    expect((await context.request.get(`${server.url}/api/plan-imports`)).status()).toBe(403)
    await expectAccessible(page)
    await pictures(page, 'me-must-enrol')
    await page.getByRole('button', { name: '绑定验证器' }).press('Enter')
    const secret = ((await page.locator('.secret').textContent()) ?? '').replaceAll(' ', '')
    await page.getByLabel('验证码').fill(oneTimeCodeAt(secret, new Date()))
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '我已保存' }).press('Enter')
    await page.goto('/imports')
    await page.getByRole('heading', { level: 1, name: /导入/ }).waitFor()
    await context.close()
  })
})

/** When the next code stands on an authenticator: one that was used is not taken again, one that is early by a step is. */
function nextStep(): Date {
  return new Date(Date.now() + oneTimeCodes.periodSeconds * 1000)
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port is free')
  return address.port
}
