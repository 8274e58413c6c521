import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible, openBrowser, pictures, visit } from './kit/browser.ts'
import { type RunningServer, startServer } from './kit/running-server.ts'

const document = fileURLToPath(new URL('../docs/examples/yunting-plan.docx', import.meta.url))
const amendedDocument = fileURLToPath(new URL('../docs/examples/yunting-plan-amended.docx', import.meta.url))

/**
 * The morning of the office: nothing is there yet; the plan comes as a Word file, is read, reviewed, corrected and
 * adopted; later it is amended, and the two versions are compared. One story, told in order.
 */
describe('a plan from upload to comparison (方案：上传、核对、采纳、修订、对比)', () => {
  let server: RunningServer
  let browser: Browser
  let page: Page
  let troubles: string[]

  beforeAll(async () => {
    server = await startServer(['--empty'])
    browser = await openBrowser()
    const visitor = await visit(browser, server.url)
    page = visitor.page
    troubles = visitor.troubles
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  it('begins with the first administrator (首次设置)', async () => {
    await page.goto('/')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForURL('**/setup')
    await pictures(page, 'setup')
    await expectAccessible(page)
    await page.getByLabel('姓名').fill('甲负责（演示）')
    await page.getByLabel('登录名').fill('fuzeren')
    await page.getByLabel('密码').fill('太湖之滨的陶都宜兴2026')
    await page.getByRole('button', { name: '建立管理员并登录' }).click()
    await page.waitForURL((url) => url.pathname !== '/setup')
  })

  it('shows how to begin while there is no programme', async () => {
    await page.goto('/')
    await page.getByRole('link', { name: '上传方案' }).waitFor()
    await pictures(page, 'no-programme')
    await expectAccessible(page)
  })

  it('refuses a file that is no plan, with words, and keeps nothing', async () => {
    await page.goto('/imports')
    await page.locator('input[type=file]').setInputFiles({
      name: '方案.docx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('PK\u0003\u0004 broken'),
    })
    await page.getByRole('alert').first().waitFor()
    expect(await page.getByRole('alert').first().textContent()).toMatch(/方案\.docx/)
  })

  it('reads the plan and shows its words beside what was read (上传、核对)', async () => {
    await page.locator('input[type=file]').setInputFiles(document)
    await page.waitForURL('**/imports/*')
    await page.getByRole('tab', { name: /目标/ }).waitFor()
    await pictures(page, 'review')
    await expectAccessible(page)
    const target = page.locator('.rv-item').first()
    await target.click()
    await page.locator('[aria-current=true]').first().waitFor()
  })

  it('corrects a target by keyboard (改正)', async () => {
    await page.getByRole('tab', { name: /目标/ }).click()
    const first = page.locator('.rv-item').first()
    await first.getByRole('button').first().focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('e')
    const name = page.getByLabel('名称')
    await name.waitFor()
    await name.fill('县级知识产权联席会议（改）')
    await page.keyboard.press('Control+Enter')
    await page.getByText('县级知识产权联席会议（改）').first().waitFor()
    await page.getByText('已改正').first().waitFor()
  })

  it('settles what is open: units, questions, unread quantities (待定)', async () => {
    await page.getByRole('tab', { name: /单位/ }).click()
    await page.getByRole('button', { name: /其余.*新建/ }).click()
    await page
      .getByText(/采纳时新建/)
      .first()
      .waitFor()
    await settleAll(page, '疑问', async (item) => {
      await item.getByLabel('答复').fill('以工作目标为准。')
      await item.getByRole('button', { name: '保存答复' }).click()
    })
    await settleAll(page, '未读', async (item) => {
      await item.getByRole('button', { name: '不是目标' }).click()
    })
    await page.getByRole('button', { name: '确认其余全部' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('checkbox').uncheck()
    await dialog.getByRole('button', { name: '确认其余全部' }).click()
    await page
      .getByText(/可以采纳/)
      .first()
      .waitFor()
  })

  it('adopts version 1 (采纳)', async () => {
    await page.getByRole('button', { name: '采纳', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('施行日期').fill('2025-01-01')
    await dialog.getByRole('button', { name: '采纳为正式方案' }).click()
    await page.getByRole('heading', { name: /第 1 版/ }).waitFor()
    await page.getByRole('link', { name: '看驾驶舱' }).click()
    await page.getByText('云汀县').first().waitFor()
    await pictures(page, 'cockpit-of-an-uploaded-plan')
  })

  it('amends it with a new document and a reason (修订)', async () => {
    await page.goto('/imports')
    await page.locator('input[type=file]').setInputFiles(amendedDocument)
    await page.waitForURL('**/imports/*')
    await page.getByRole('tab', { name: /目标/ }).waitFor()
    await page
      .getByRole('radio', { name: /只看变化/ })
      .or(page.getByRole('button', { name: /只看变化/ }))
      .first()
      .click()
    await pictures(page, 'review-amendment')
    await page.getByRole('tab', { name: /单位/ }).click()
    // One unit is new in the amended document: 县数据局 is created by hand.
    const unit = page.locator('.rv-item', { hasText: '还没有对应到机构' })
    await unit.getByRole('button').first().click()
    await unit.locator('summary', { hasText: '新建机构' }).click()
    await unit.getByRole('button', { name: '新建机构' }).click()
    await page.getByText(/采纳时新建“县数据局”/).waitFor()
    await settleAll(page, '疑问', async (item) => {
      await item.getByLabel('答复').fill('以工作目标为准。')
      await item.getByRole('button', { name: '保存答复' }).click()
    })
    await settleAll(page, '未读', async (item) => {
      await item.getByRole('button', { name: '不是目标' }).click()
    })
    await page.getByRole('button', { name: '确认其余全部' }).click()
    await page.getByRole('dialog').getByRole('checkbox').uncheck()
    await page.getByRole('dialog').getByRole('button', { name: '确认其余全部' }).click()
    await page
      .getByText(/可以采纳/)
      .first()
      .waitFor()
    await page.getByRole('button', { name: '采纳', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '采纳为正式方案' }).click()
    await dialog.getByText('修订须写明理由').first().waitFor()
    await dialog.getByLabel('施行日期').fill('2026-07-01')
    await dialog.getByLabel('修订理由').fill('县政府第 12 次常务会议')
    await dialog.getByRole('button', { name: '采纳为正式方案' }).click()
    await page.getByRole('heading', { name: /第 2 版/ }).waitFor()
  })

  it('compares the two versions side by side (对比)', async () => {
    await page.getByRole('link', { name: '与上一版对照' }).click()
    await page.waitForURL('**/plan/compare*')
    await page.getByText(/另有 \d+ 项未变/).waitFor()
    await pictures(page, 'compare')
    await expectAccessible(page)
  })

  it('keeps the target of earlier months, and verifies the journal (日志)', async () => {
    const versions = await page.evaluate<{ before: number; after: number }>(`(async () => {
      const on = async (day) => (await (await fetch('/api/targets?on=' + day)).json()).version
      return { before: await on('2026-06-30'), after: await on('2026-07-01') }
    })()`)
    expect(versions).toEqual({ before: 1, after: 2 })
    await page.goto('/journal')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await pictures(page, 'journal')
    await expectAccessible(page)
    const verified = await page.evaluate<boolean>(
      `fetch('/api/journal/verification').then((answer) => answer.json()).then((answer) => answer.verified)`,
    )
    expect(verified).toBe(true)
  })

  it('asked nothing from outside and broke nowhere', () => {
    expect(troubles).toEqual([])
  })
})

/** Works off one tab: opens each item that is still open and settles it. */
async function settleAll(page: Page, tab: string, settle: (item: ReturnType<Page['locator']>) => Promise<void>) {
  // A tab is there when it has something: a document without unread quantities has no such tab.
  const choice = page.getByRole('tab', { name: new RegExp(tab) })
  if ((await choice.count()) === 0) return
  await choice.click()
  for (;;) {
    const open = page.locator('.rv-item.pending').first()
    if ((await open.count()) === 0) return
    const id = await open.getAttribute('id')
    const item = page.locator(`#${id}`)
    if ((await item.getAttribute('aria-current')) !== 'true') await item.getByRole('button').first().click()
    await settle(item)
    await page.locator(`#${id}:not(.pending)`).waitFor()
  }
}
