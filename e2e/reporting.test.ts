import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll, openBrowser, pictures, type Size, visit } from './kit/browser.ts'
import { quiet } from './kit/quiet.ts'
import { type RunningServer, startDemonstration } from './kit/running-server.ts'

interface Duty {
  readonly id: string
  readonly kind: string
  readonly state: string
  readonly item: { readonly kind: string; readonly name: string }
}

/** The units that have people in the demonstration: a reporter (填报) and a head (负责). */
const units = ['shijian', 'keji', 'dingshu', 'zhishi']

describe('a report from the town hall to the approval of the office (报送)', () => {
  let server: RunningServer
  let browser: Browser
  let unit: string
  let duty: Duty

  beforeAll(async () => {
    server = await startDemonstration()
    browser = await openBrowser()
    const found = await unitThatOwesTask()
    unit = found.unit
    duty = found.duty
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  it('is filled in by keys alone and saved by itself (键盘填报)', async () => {
    const { page, context, troubles } = await signedIn(`${unit}-tianbao`)
    await page.goto(`/reports/${duty.id}`)
    await page.locator('#progress').waitFor()
    expect(await page.evaluate<string>('document.activeElement?.id ?? ""')).toBe('progress')
    await page.keyboard.type('９７')
    await page.locator('#narrative').focus()
    await page.keyboard.type('走访企业12家，办结3件。')
    await page.getByText(/^已保存/).waitFor()
    await expectAccessible(page)
    await pictures(page, 'report-form')
    await page
      .locator('input[type="file"]')
      .first()
      .setInputFiles([
        { name: '签到表（演示）.txt', mimeType: 'text/plain', buffer: Buffer.from('演示') },
        { name: '空文件.txt', mimeType: 'text/plain', buffer: Buffer.from('') },
      ])
    await page.getByRole('link', { name: '签到表（演示）.txt' }).waitFor()
    await page.getByText('文件是空的，没有上传。').waitFor()
    await page.keyboard.press('Control+Enter')
    await page.waitForURL((url) => !url.pathname.endsWith(duty.id))
    expect(troubles).toEqual([])
    await context.close()
  })

  it('says what is wrong at the field, and keeps what was typed (填错)', async () => {
    const { page, context } = await signedIn(`${unit}-tianbao`)
    await page.goto(`/reports/${duty.id}`)
    await page.locator('#progress').fill('九成多')
    await page.locator('.field-error').waitFor()
    expect(await page.locator('.field-error').textContent()).toContain('九成多')
    expect(await page.locator('#progress').inputValue()).toBe('九成多')
    await page.locator('#progress').fill('97')
    await page.getByText(/^已保存/).waitFor()
    await context.close()
  })

  it('loses nothing when the line is down and the browser is closed (断网)', async () => {
    const { page, context } = await signedIn(`${unit}-tianbao`)
    await page.goto(`/reports/${duty.id}`)
    await page.locator('#narrative').waitFor()
    await quiet(page)
    await context.setOffline(true)
    await page.locator('#narrative').fill('断网时写的。')
    await page.getByText(/连不上服务器/).waitFor()
    await page.close()
    await context.setOffline(false)
    const again = await context.newPage()
    await again.goto(`/reports/${duty.id}`)
    await again.getByText(/已恢复/).waitFor()
    expect(await again.locator('#narrative').inputValue()).toBe('断网时写的。')
    await again.getByText(/^已保存/).waitFor()
    await context.close()
  })

  it('shows both versions when two people type, and saves the chosen one (两人同填)', async () => {
    const one = await signedIn(`${unit}-tianbao`)
    const other = await signedIn(`${unit}-fuze`)
    for (const { page } of [one, other]) {
      await page.goto(`/reports/${duty.id}`)
      await page.locator('#narrative').waitFor()
      await quiet(page)
    }
    await other.page.locator('#narrative').fill('负责人写的。')
    await other.page.getByText(/^已保存/).waitFor()
    await expect.poll(() => narrativeOf(other.context)).toBe('负责人写的。')
    await one.page.locator('#narrative').fill('填报人写的。')
    await one.page.getByRole('button', { name: '用我填的' }).waitFor()
    await expectAccessible(one.page)
    await pictures(one.page, 'report-conflict')
    await one.page.getByRole('button', { name: '用我填的' }).click()
    await expect.poll(() => narrativeOf(one.context)).toBe('填报人写的。')
    await one.context.close()
    await other.context.close()
  })

  it('is submitted by the head from the list, all or none (上报)', async () => {
    const { page, context } = await signedIn(`${unit}-fuze`)
    await page.goto('/work')
    await page.getByRole('checkbox', { name: new RegExp(`选择 .*${escaped(duty)}`) }).waitFor()
    const box = page.locator(`tr:has(a[href="/reports/${duty.id}"]) input[type="checkbox"]`)
    await box.check()
    await pictures(page, 'work-selected')
    await page.getByRole('button', { name: '上报所选' }).click()
    await page.getByText(/已上报 1 项/).waitFor()
    await context.close()
  })

  it('is checked at the desk by a key, and approved (审核核定)', async () => {
    const { page, context } = await signedIn('bangongshi')
    await page.goto('/reports')
    const row = page.locator(`tr:has(a[href="/reports/${duty.id}"])`)
    await row.locator('a').first().focus()
    await row.click()
    await row.locator('a').first().focus()
    await page.getByRole('region', { name: '预览' }).getByText('填报人写的。').first().waitFor()
    await expectAccessible(page)
    await pictures(page, 'report-desk')
    await row.locator('a').first().focus()
    await page.keyboard.press('a')
    await page.getByText('已审核 1 项。').waitFor()
    await page.goto('/reports?state=checked')
    await row.getByRole('checkbox').check()
    await page.getByRole('button', { name: '核定 1 项' }).click()
    await page.getByText('已核定 1 项。').waitFor()
    await context.close()
  })

  it('is corrected by the head with a reason; the approved one stays until then (更正)', async () => {
    const { page, context } = await signedIn(`${unit}-fuze`)
    await page.goto(`/reports/${duty.id}`)
    await page.getByRole('button', { name: '更正' }).click()
    await page.locator('#progress').fill('96')
    await page.getByRole('button', { name: '提交更正' }).click()
    await page.getByText('请写明更正的理由').waitFor()
    await page.getByLabel('更正理由').fill('统计时多算了一件。')
    await page.getByRole('button', { name: '提交更正' }).click()
    await page.getByText('96%').first().waitFor()
    await page.getByRole('button', { name: '撤回' }).waitFor()
    await expectNoSidewaysScroll(page)
    await context.close()
  })

  it('comes in as a table: what is wrong is told, and nothing is taken before it is decided (表格)', async () => {
    const { page, context } = await signedIn(`${unit}-tianbao`)
    await page.goto('/work')
    await page.getByRole('button', { name: '用表格填报' }).click()
    await page
      .locator('dialog input[type="file"]')
      .setInputFiles([{ name: '不是表格.xlsx', mimeType: 'text/plain', buffer: Buffer.from('不是表格') }])
    await page.getByRole('alert').waitFor()
    await context.close()
  })

  async function unitThatOwesTask(): Promise<{ unit: string; duty: Duty }> {
    for (const each of units) {
      const { context } = await signedIn(`${each}-tianbao`)
      const answer = await context.request.get(`${server.url}/api/work`)
      const { duties }: { duties: readonly Duty[] } = await answer.json()
      await context.close()
      const owed = duties.find(
        ({ kind, state, item }) =>
          kind === 'report' && item.kind === 'task' && (state === 'open' || state === 'drafted'),
      )
      if (owed !== undefined) return { unit: each, duty: owed }
    }
    throw new Error('no unit of the demonstration owes a report of a task')
  }

  async function narrativeOf(context: BrowserContext): Promise<string | undefined> {
    const answer = await context.request.get(`${server.url}/api/reports/${duty.id}`)
    const { report }: { report: { content: { narrative: string } } | null } = await answer.json()
    return report?.content.narrative
  }

  async function signedIn(login: string, size: Size = 'office') {
    const visitor = await visit(browser, server.url, size)
    const answer = await visitor.context.request.post(`${server.url}/api/session`, {
      data: { login, password: `yanshi-${login}-2026` },
    })
    expect(answer.status()).toBe(200)
    return visitor
  }
})

function escaped({ item }: Duty): string {
  return item.name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
