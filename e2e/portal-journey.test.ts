import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll, openBrowser, pictures, sizes, visit } from './kit/browser.ts'
import { type RunningServer, startDemonstration } from './kit/running-server.ts'

/** Pages that everybody can open without saying who they are. */
const open = [
  '/services',
  '/services/find',
  '/services/find?q=有人仿我的壶怎么办',
  '/services/find?q=今天天气怎么样',
  '/services/rights-assistance',
  '/services/rights-assistance/apply',
  '/life-events/copied',
  '/life-events/copied?answers=0-0',
  '/status',
  '/own-matters',
  '/verify',
  '/publications',
  '/policies',
  '/experts',
  '/eligibility',
  '/trainings',
  '/tickets',
  '/ticket-board',
  '/twin',
  '/kept-promises',
  '/about/map',
  '/about/privacy',
]

describe('the portal for everyone (一网通办)', () => {
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    server = await startDemonstration()
    browser = await openBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  it('lets a potter come once: find, apply, receipt, progress, rating (手机验证码办一次)', async () => {
    const { page, context, troubles } = await visit(browser, server.url, 'phone')
    await page.goto('/services')
    await page.getByLabel('您遇到什么事？').fill('有人仿我的壶怎么办')
    await page.keyboard.press('Enter')
    await page.getByText('最合适').waitFor()
    await page.getByRole('link', { name: '知识产权维权援助', exact: true }).first().click()
    await page.getByRole('heading', { name: '要准备什么' }).waitFor()
    await page.getByRole('link', { name: '我要办' }).last().click()

    await showPhone(page, '138 0013 6027')
    await page.waitForURL('**/drafts/**')
    await page.getByLabel('个人', { exact: true }).check()
    await page.getByLabel('姓名 *').fill('演示人甲')
    await page.getByText(/^已保存/).waitFor()
    await page.getByRole('button', { name: '下一步' }).click()
    // what the platform filled in is not used before it is agreed to
    await page.getByText('第 1 步').waitFor()
    await page.getByRole('button', { name: '是这样，可以用' }).click()
    await page.getByText('已确认').waitFor()
    await page.getByRole('button', { name: '下一步' }).click()

    await page.getByRole('heading', { name: '发生了什么' }).waitFor()
    await page.getByLabel('名称 *').fill('竹韵石瓢壶')
    await page.getByLabel('经过 *').fill('演示：网店在卖一样的壶。<b>不是标签</b>')
    await saved(page)
    await page.reload()
    // where one stopped, with what one typed
    await page.getByRole('heading', { name: '发生了什么' }).waitFor()
    expect(await page.getByLabel('经过 *').inputValue()).toContain('网店在卖一样的壶')
    await page.locator('#f-rightKind').selectOption({ label: '外观设计专利' })
    await page.locator('#f-foundOn').fill('2026-11-20')
    await expectAccessible(page)
    await pictures(page, 'portal-form')
    await page.getByRole('button', { name: '下一步' }).click()

    await page.getByLabel('咨询指导').check()
    await page.getByLabel('不在', { exact: true }).check()
    await page.getByLabel('没有', { exact: true }).check()
    await page.getByRole('button', { name: '下一步' }).click()

    await page.getByRole('heading', { name: '交材料' }).waitFor()
    for (const material of ['身份证明', '权利证明', '侵权线索']) {
      await page.getByLabel(`选文件：${material}`).setInputFiles({
        name: `${material}（演示）.txt`,
        mimeType: 'text/plain',
        buffer: Buffer.from(`演示${material}`),
      })
      await page.getByRole('button', { name: `去掉 ${material}（演示）.txt` }).waitFor()
    }
    await expectAccessible(page)
    await page.getByRole('button', { name: '下一步' }).click()

    await page.getByRole('heading', { name: '核对并提交' }).waitFor()
    await page.getByText('<b>不是标签</b>').waitFor()
    await page.getByRole('button', { name: '提交', exact: true }).click()
    await page.getByText('请先勾选，表示内容属实。').waitFor()
    await page.getByLabel(/以上内容属实/).check()
    await expectAccessible(page)
    await page.getByRole('button', { name: '提交', exact: true }).click()
    await page.waitForURL('**/receipts/**')
    const number = (await page.locator('.po-receipt .big dd').textContent()) ?? ''
    expect(number).toMatch(/^\S+-\d{8}-\d{6}$/)
    await page.getByRole('img', { name: '扫码查进度' }).waitFor()
    await expectAccessible(page)
    await pictures(page, 'portal-receipt')

    await looksFromElsewhere(number)

    await page.getByRole('link', { name: '看进度' }).click()
    await page.getByRole('button', { name: '一天一天看' }).first().click()
    await page.locator('.limit-calendar').first().waitFor()
    await expectAccessible(page)
    await pictures(page, 'portal-status')
    await page.getByRole('button', { name: '撤回申请' }).click()
    await page.getByRole('dialog').getByRole('textbox').fill('演示：不办了')
    await page.getByRole('dialog').getByRole('button', { name: '确定' }).click()

    await page.getByRole('heading', { name: '评一评这次办事' }).waitFor()
    // nobody chooses for the person: no level stands there beforehand
    expect(await page.locator('.po-levels :checked').count()).toBe(0)
    await page.getByRole('button', { name: '提交评价' }).click()
    await page.getByText('请先选一个满意程度。').waitFor()
    await page.getByRole('radio', { name: '满意', exact: true }).check()
    await page.getByRole('button', { name: '提交评价' }).click()
    await page.getByText('您的评价是“满意”').waitFor()
    await expectAccessible(page)
    expect(troubles).toEqual([])
    await context.close()
  })

  it('answers a life event question by question, by keyboard alone (键盘)', async () => {
    const { page, context } = await visit(browser, server.url)
    await page.goto('/life-events/copied')
    const answer = page.locator('.po-answers button').first()
    await answer.waitFor()
    for (let asked = 0; asked < 3 && (await page.locator('.po-ways').count()) === 0; asked += 1) {
      await answer.focus()
      await page.keyboard.press('Enter')
      await page.locator('.po-answered').waitFor()
    }
    await page.locator('.po-way').first().waitFor()
    expect(await page.locator('.po-way.first dt').allTextContents()).toEqual(
      expect.arrayContaining(['要多久', '花多少钱', '大概会怎样']),
    )
    await page.goBack()
    await page.locator('.po-answers').waitFor()
    await context.close()
  })

  it('keeps a wrong number and a forged code out, in words (查不到)', async () => {
    const { page, context } = await visit(browser, server.url, 'phone')
    await page.goto('/status?number=YX-IP-20261126-999999&tail=0000')
    await page.getByRole('alert').getByRole('heading', { name: '没有查到' }).waitFor()
    await page.goto('/verify?code=ABCD-EFGH-2345-6789')
    await page.getByRole('heading', { name: '查不到这个验证码' }).waitFor()
    await expectAccessible(page)
    await context.close()
  })

  describe('each page (无障碍)', () => {
    let visitor: Awaited<ReturnType<typeof visit>>

    beforeAll(async () => {
      visitor = await visit(browser, server.url)
    })

    // One browser for them all, which remembers nothing from page to page: opening one takes as long as a page.
    afterEach(async () => {
      await visitor.page.evaluate('localStorage.clear()')
      await visitor.context.clearCookies()
    })

    it.each(open)('%s reads without sight, in both sizes and in large text', async (path) => {
      const { page, troubles } = visitor
      await page.setViewportSize(sizes.office)
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
      await page.setViewportSize(sizes.phone)
      await expectNoSidewaysScroll(page)
      const large = page.getByRole('switch', { name: '大字版' })
      if ((await large.count()) > 0) {
        await large.check()
        await expectNoSidewaysScroll(page)
        expect(await smallestText(page), path).toBeGreaterThanOrEqual(24)
      }
      expect(troubles.splice(0)).toEqual([])
    })
  })

  /** Somebody else’s browser: the number and the end of the telephone number open it, anything else does not. */
  async function looksFromElsewhere(number: string): Promise<void> {
    const { page, context } = await visit(browser, server.url)
    await page.goto('/services')
    await page.getByLabel('办件编号').fill(number)
    await page.getByLabel('手机号后四位').fill('0000')
    await page.getByRole('button', { name: '查进度' }).click()
    await page.getByRole('heading', { name: '没有查到' }).waitFor()
    await page.getByLabel('手机号后四位').fill('6027')
    await page.getByRole('button', { name: '查进度' }).click()
    await page.getByText('待受理').first().waitFor()
    expect(await page.locator('main').textContent()).not.toContain('演示人甲')
    expect(await page.locator('main').textContent()).not.toContain('13800136027')
    await context.close()
  }
})

async function showPhone(page: Page, phone: string): Promise<void> {
  await page.getByLabel('手机号', { exact: true }).fill(phone)
  await page.getByRole('button', { name: '获取验证码' }).click()
  const said = await page.getByText(/^演示环境没有短信网关/).textContent()
  await page.getByLabel('短信验证码').fill(/\d{4,}/.exec(said ?? '')?.[0] ?? '')
  await page.getByRole('button', { name: '验证并继续' }).click()
}

/** What was typed has reached the server. */
async function saved(page: Page): Promise<void> {
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'PATCH' && response.url().includes('/drafts/')),
    page.keyboard.press('Tab'),
  ])
  expect(answer.status()).toBe(200)
}

/** The smallest size of any text on the page, in pixels: eighteen points are twenty-four. */
function smallestText(page: Page): Promise<number> {
  return page.evaluate<number>(`Math.min(...[...document.querySelectorAll('main *, header *, footer *')]
    .filter((element) => element.checkVisibility() && !element.closest('svg, .sr')
      && [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== ''))
    .map((element) => parseFloat(getComputedStyle(element).fontSize)))`)
}
