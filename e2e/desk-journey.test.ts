import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll, openBrowser, pictures, visit } from './kit/browser.ts'
import { press } from './kit/keyboard.ts'
import { openPeople, type People } from './kit/people.ts'
import { type RunningServer, startDemonstration } from './kit/running-server.ts'

const phone = '139 0013 9027'

/**
 * A potter comes to the window and types part of the form on a screen of their own; an officer takes the case, asks once
 * for what is missing, accepts it and ends it with a document, by keyboard; register and figure follow. 演示
 */
describe('one matter from the window to the figures (窗口、同屏、办件、文书、名录、指标)', () => {
  let server: RunningServer
  let browser: Browser
  let people: People
  let number = ''
  let matterId = ''

  beforeAll(async () => {
    server = await startDemonstration()
    browser = await openBrowser()
    people = openPeople(browser, server.url)
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  it('is received at the window while the applicant types on the other screen (窗口收件、同屏)', async () => {
    const page = await people.at('chuangkou', '/window')
    await page.locator('.wn-new summary').click()
    await page.getByLabel('姓名或单位名称 *').fill('演示人乙')
    await page.getByLabel('手机号', { exact: true }).fill(phone)
    await page.getByRole('button', { name: '就是他', exact: true }).click()
    await page.getByRole('checkbox', { name: /维权援助/ }).check()
    await expectAccessible(page)
    await pictures(page, 'window-desk')
    await page.getByRole('button', { name: '开始填表，1 项' }).click()
    const form = page.getByRole('region', { name: '知识产权维权援助' })
    await form.getByRole('button', { name: '请对方同屏填' }).click()
    const code = (await page.locator('.wn-code strong').textContent()) ?? ''

    const twin = await visit(browser, server.url)
    await twin.page.goto('/twin')
    await twin.page.getByRole('textbox').first().fill(code)
    await twin.page.keyboard.press('Enter')
    await form.getByText('对方屏已连上').waitFor()
    await twin.page.getByLabel('经过 *').fill('演示：对方网店卖同款，主图用了我的照片。')
    // what the applicant types is on the clerk's screen within seconds, and says whose words it is
    await form.getByText(/^申请人填写/).waitFor()
    expect(await form.getByLabel('经过 *').inputValue()).toContain('主图用了我的照片')

    await form.getByRole('radio', { name: '个人' }).check()
    await form.getByLabel('什么权利被侵犯 *').selectOption({ label: '外观设计专利' })
    await form.getByLabel('名称 *', { exact: true }).fill('演示提梁壶外形')
    await form.getByLabel('什么时候发现的 *').fill('2026-02-02')
    await form.getByRole('checkbox', { name: '咨询指导' }).check()
    await form.getByRole('radio', { name: '不在' }).check()
    await form.getByRole('radio', { name: '没有', exact: true }).check()
    await form
      .getByText(/^窗口填写/)
      .first()
      .waitFor()
    for (const material of ['身份证明', '权利证明', '侵权线索']) await hand(form, material)
    while ((await form.getByRole('button', { name: '已当面核对' }).count()) > 0) {
      const left = await form.getByRole('button', { name: '已当面核对' }).count()
      await form.getByRole('button', { name: '已当面核对' }).first().click()
      const now = () => form.getByRole('button', { name: '已当面核对' }).count()
      await expect.poll(now, { timeout: 15_000 }).toBeLessThan(left)
    }
    await page.getByText('可以提交').waitFor()
    await expectAccessible(page)
    await pictures(page, 'window-form')
    await page.getByRole('button', { name: '提交并打印凭证' }).click()
    await page.getByRole('heading', { name: '已收 1 件' }).waitFor()
    number = (await page.locator('.wn-receipts code').textContent()) ?? ''
    expect(number).toMatch(/-\d{8}-\d{6}$/)
    expect(twin.troubles).toEqual([])
    await twin.context.close()
  })

  it('is found in the queue and taken by two keys (本岗待领、领办)', async () => {
    const page = await people.at('chengban', '/notices')
    await page.goto('/desk?view=untaken')
    await page.getByLabel('编号、名称、申请人').fill('演示提梁壶外形')
    await page.keyboard.press('Enter')
    await page.locator('.mq-link', { hasText: '演示提梁壶外形' }).click()
    await page.getByRole('heading', { level: 1, name: '演示提梁壶外形' }).waitFor()
    matterId = /desk\/([^?]+)/.exec(page.url())?.[1] ?? ''
    await page.getByRole('table').first().waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await pictures(page, 'case-desk')
    await actByKey(page, '领办')
    // the demonstration is still being loaded by a job: the first act may wait for it
    await page.getByText('已办理：领办').waitFor({ timeout: 60_000 })
    await page.locator('.mc-facts', { hasText: '未承办' }).waitFor()
  })

  it('tells a colleague who acted meanwhile, and loses nothing that was typed (同时办理)', async () => {
    const mine = await people.at('chengban', `/desk/${matterId}`)
    const head = await people.at('shijian-fuze', `/desk/${matterId}`)
    await mine.keyboard.press('s')
    const dialog = mine.getByRole('dialog')
    await dialog.getByLabel('要补正的内容 *').fill('演示：请补交购买凭证。')
    await openMore(head, '记录')
    await head.getByRole('dialog').getByLabel('意见 *').fill('演示：请尽快办理。')
    await head.getByRole('dialog').getByRole('button', { name: '记录', exact: true }).click()
    await head.getByText('已办理：记录').waitFor()
    await dialog.getByRole('button', { name: '要求补正' }).click()
    const moved = dialog.getByRole('alert', { name: '别人刚办过这一件' })
    await moved.waitFor()
    expect(await moved.textContent()).toContain('记录')
    expect(await dialog.getByLabel('要补正的内容 *').inputValue()).toBe('演示：请补交购买凭证。')
    await expectAccessible(mine)
    await dialog.getByRole('button', { name: '按现在的情况办理' }).click()
    await mine.getByText('已办理：要求补正').waitFor()
    await mine.getByRole('link', { name: '补正告知书 PDF' }).waitFor()
    await supplementAsApplicant()
  })

  it('is accepted, planned and ended with documents, by keyboard only (受理、办结、文书)', async () => {
    const page = await people.at('chengban', `/desk/${matterId}`)
    await actByKey(page, '受理')
    await page.getByText('已办理：受理').waitFor()
    await actByKey(page, '确定方案', {
      '援助方案 *': '演示：比对、取证指导，两周内完成。',
      '承办专家或者单位 *': '演示专家甲',
    })
    await page.getByText('已办理：确定方案').waitFor()
    await page
      .getByRole('button', { name: /^结束援助/ })
      .first()
      .waitFor()
    await page
      .getByRole('button', { name: /^结束援助/ })
      .first()
      .click()
    const dialog = page.getByRole('dialog')
    await choose(dialog, '结果 *')
    await dialog.getByLabel('办理情况 *').fill('演示：已指导取证并说明后续途径。')
    await press(page, dialog.getByRole('button', { name: '结束援助' }))
    await page.getByText('已办理：结束援助').waitFor()
    const detail = await people.ask('chengban', `/matters/${matterId}`)
    const labels = detail.documents.map((one: { label: string }) => one.label)
    expect(labels).toEqual(expect.arrayContaining(['补正告知书', '受理通知书']))
    const { id } = detail.documents[0]
    for (const format of ['docx', 'pdf']) {
      const file = await page.context().request.get(`/api/documents/${id}/file?format=${format}`)
      expect(file.status()).toBe(200)
      expect((await file.body()).length).toBeGreaterThan(5_000)
    }
  })

  it('stands in the register and in the figure (名录、指标)', async () => {
    const page = await people.at('chengban', `/desk/${matterId}`)
    await page.locator('.mc-more').getByRole('link').first().waitFor()
    const detail = await people.ask('chengban', `/matters/${matterId}`)
    expect(detail.registerEntries).toEqual([expect.objectContaining({ register: 'rights-assistance-case' })])
    const [entry] = detail.registerEntries
    await page.getByRole('link', { name: entry.label }).click()
    await page.waitForURL(`**/registers/rights-assistance-case/records/${entry.recordId}`)
    await page.getByRole('main').getByText(number).filter({ visible: true }).first().waitFor({ timeout: 60_000 })
    const value = async () => {
      const answer = await people.ask('bangongshi', '/indicators/rights-assistance-case.accepted/value')
      return answer.value ?? 0
    }
    await expect.poll(value, { timeout: 60_000, interval: 2_000 }).toBeGreaterThanOrEqual(1)
  })

  it('keeps internal comments inside (内部批注)', async () => {
    const page = await people.at('chengban', `/desk/${matterId}`)
    await page.getByRole('region', { name: '经过' }).waitFor()
    await page.keyboard.press('c')
    await page.keyboard.type('演示：对方态度较好。<b>不是粗体</b>')
    await page.getByRole('button', { name: '记下' }).click()
    await page.locator('.mc-said', { hasText: '<b>不是粗体</b>' }).waitFor()
    const answer = await visitor.get(`/api/own-matters/${matterId}`)
    expect(answer.status()).toBe(200)
    expect(await answer.text()).not.toContain('对方态度')
  })

  it('opens every other desk without a fault, at an office and on a phone (各页)', { timeout: 240_000 }, async () => {
    const desks: readonly (readonly [string, readonly string[]])[] = [
      ['bangongshi', ['/desk', '/draws', '/ratings', '/ratings?tab=figures']],
      ['guanliyuan', ['/matter-types', '/matter-types/rights-assistance', '/deliveries']],
      ['zhuanjia', ['/reviews']],
    ]
    for (const [login, paths] of desks) {
      for (const path of paths) {
        const page = await people.at(login, path)
        await expectAccessible(page)
        await expectNoSidewaysScroll(page)
        await pictures(page, `desk${path.replaceAll(/[^a-z]+/g, '-')}`)
      }
    }
    expect(people.troubles()).toEqual([])
  })

  it('of an enterprise is seen by the account that an administrator links to it (账号代表的主体)', async () => {
    const { accounts } = await people.ask('guanliyuan', '/accounts')
    const { displayName } = accounts.find(({ login }: { login: string }) => login === 'qiye')
    const page = await people.at('guanliyuan', '/accounts')
    await page.getByRole('button', { name: `管理 ${displayName}` }).click()
    const dialog = page.getByRole('dialog')
    const entities = dialog.getByRole('region', { name: '代表的主体' })
    const name = (await entities.locator('li b').first().textContent()) ?? ''
    expect(name).toContain('演示')
    await expectAccessible(page)
    await pictures(page, 'account-entities')
    await entities.getByRole('button', { name: `解除与 ${name} 的关联` }).click()
    await entities.getByText(name).waitFor({ state: 'detached' })
    expect((await people.ask('qiye', '/own-entities')).entities).toEqual([])
    await entities.getByRole('combobox', { name: '加一个主体' }).fill(name)
    await entities.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await entities.locator('li').getByText(name).waitFor()
    const own = await people.ask('qiye', '/own-entities')
    expect(own.entities.map((one: { record: { label: string } }) => one.record.label)).toEqual([name])
    await page.keyboard.press('Escape')
  })

  const visitor = {
    get: async (path: string) => (await applicant()).context().request.get(path),
  }

  /** The page of whoever came to the window, with their telephone shown to be theirs. */
  async function applicant(): Promise<Page> {
    const page = await people.at('public', '/services')
    const { request } = page.context()
    const current = await (await request.get('/api/visits/current')).json()
    if (current.visit !== null) return page
    const asked = await (await request.post('/api/visits/codes', { data: { phone } })).json()
    const opened = await request.post('/api/visits', { data: { phone, code: asked.demonstrationCode } })
    expect(opened.status(), await opened.text()).toBe(200)
    return page
  }

  async function supplementAsApplicant(): Promise<void> {
    const page = await applicant()
    const answer = await page.context().request.post(`/api/own-matters/${matterId}/acts`, {
      data: { act: 'supplement', input: { supplementWords: '演示：已补交。' }, requestKey: 'journey-supplement' },
    })
    expect(answer.status(), await answer.text()).toBe(200)
  }
})

/** Gives a material of the form as a file. */
async function hand(form: Locator, material: string): Promise<void> {
  const place = form.locator('.wn-materials > li', { has: form.page().getByText(material, { exact: true }) })
  const buffer = Buffer.from(`演示材料：${material}`)
  const name = `演示${material}.txt`
  await place
    .locator('input[type="file"]')
    .first()
    .setInputFiles([{ name, mimeType: 'text/plain', buffer }])
  await place.getByText(name).waitFor()
}

/** Presses the letter that stands on the button, fills what is asked for, and sends it by Enter. */
async function actByKey(page: Page, label: string, fields: Readonly<Record<string, string>> = {}): Promise<void> {
  const button = page.locator('.mc-acts').getByRole('button', { name: new RegExp(`^${label}`) })
  await button.waitFor()
  const key = (await button.getAttribute('aria-keyshortcuts')) ?? ''
  expect(key, label).toMatch(/^[a-z]$/)
  await page.keyboard.press(key)
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  for (const [field, words] of Object.entries(fields)) await dialog.getByLabel(field).fill(words)
  await press(page, dialog.getByRole('button', { name: label, exact: true }))
}

async function openMore(page: Page, label: string): Promise<void> {
  await page.locator('.mc-more-btn').waitFor()
  await page.keyboard.press('m')
  await page.locator('.mc-menu').getByRole('button', { name: label, exact: true }).click()
}

/** The first of a few, as radios or as a list. */
async function choose(dialog: Locator, label: string): Promise<void> {
  const group = dialog.getByRole('group', { name: label })
  if ((await group.count()) > 0) await group.getByRole('radio').first().check()
  else await dialog.getByLabel(label).selectOption({ index: 1 })
}
