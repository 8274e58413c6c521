import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll, openBrowser, picture, visit } from './kit/browser.ts'
import { isFocused, press, tabTo, typeOver } from './kit/keyboard.ts'
import { openPeople, type People } from './kit/people.ts'
import { type RunningServer, startServer } from './kit/running-server.ts'

interface Duty {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly state: string
  readonly item: { readonly kind: string; readonly code: string }
  readonly unit: { readonly name: string }
}

/**
 * A morning of the living programme in the demonstration county: the office breaks a target down, a unit reports with
 * evidence, the report comes back, is mended and approved, a light changes, a unit is urged and replies, and leader and
 * public see it. One story, told in order, by mouse; then the reporter's part once more by keyboard only. 演示
 */
describe('the living programme in a browser (分解、报送、退回、改正、核定、灯色、催办、回复、驾驶舱)', () => {
  let server: RunningServer
  let browser: Browser
  let people: People
  /** 累计海外专利授权量, which 市市场监管局 owes by the quarter, and which came back for a second time of thinking */
  let reportPath = ''
  let lightBefore = ''

  beforeAll(async () => {
    server = await startServer(['--without-records'])
    browser = await openBrowser()
    people = openPeople(browser, server.url)
    const { duties } = await ask('shijian-tianbao', '/work')
    const returned = duties.find((duty: Duty) => duty.item.code === 'C4' && duty.state === 'returned')
    expect(returned, 'the demonstration holds a returned report of C4').toBeDefined()
    reportPath = `/reports/${returned.id}`
    lightBefore = (await ask('bangongshi', '/targets/C4/progress')).light
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  it('the office breaks a target down to towns; the difference stays in sight (分解)', async () => {
    const page = await at('bangongshi', '/targets/C6/breakdown')
    await page
      .getByRole('tab', { name: '分到单位' })
      .or(page.getByText('分到单位', { exact: true }))
      .first()
      .click()
    await page
      .getByRole('button', { name: /^选择单位/ })
      .first()
      .click()
    const dialog = page.getByRole('dialog')
    for (const town of ['丁蜀', '官林', '和桥']) await dialog.getByLabel(town, { exact: true }).check()
    await dialog.getByRole('button', { name: /^确定/ }).click()
    await page.getByText('均分', { exact: true }).click()
    await page.getByRole('button', { name: '生成建议' }).click()
    const shares = page.locator('input[data-share]')
    await expect.poll(() => shares.first().inputValue()).toMatch(/\d/)
    await shares.first().fill('3')
    await page
      .getByText(/还没有分出去|超出目标/)
      .first()
      .waitFor()
    await expectAccessible(page)
    await picture(page, 'breakdown-decide')
    await page.getByLabel(/理由/).fill('三镇先行（演示）')
    await page.getByRole('button', { name: '确定分解' }).click()
    await page.getByText('已确定。各单位下一期起按此报送。').waitFor()
    const { byUnit } = await ask('lingdao', '/targets/C6/breakdown')
    expect(byUnit[0].difference).not.toBe(0)
  })

  it('the reporter opens what came back, fills it in with two files, and a closed browser loses nothing (填报)', async () => {
    const page = await at('shijian-tianbao', '/work')
    const row = page.getByRole('row', { name: /累计海外专利授权量/ }).first()
    await row.getByRole('link').first().click()
    await page.waitForURL(`**${reportPath}`)
    await page.locator('.rp-returned').waitFor()
    await fillFigure(page, 'abc', '读不出数值')
    await page.getByLabel(/^数值（件）/).fill('１２１')
    await page.getByLabel('数据截止日').fill('2026-09-30')
    await page.getByLabel(/进展情况/).fill('海外授权数据已与省局核对（演示）')
    const files = [file('授权清单.csv', '公开号,日期\nEP1,2026-09-01\n'), file('说明.txt', '核对说明（演示）')]
    await page.locator('.rp-evidence input[type=file]').first().setInputFiles(files)
    await page.getByText('授权清单.csv').waitFor()
    await page.getByText('说明.txt').waitFor()
    await page.getByText(/^已保存/).waitFor()
    await expectAccessible(page)
    await picture(page, 'report-filled-in')
    // The browser is closed; whoever comes back finds what they typed.
    await people.leave('shijian-tianbao')
    const again = await at('shijian-tianbao', reportPath)
    await expect.poll(() => again.getByLabel(/^数值（件）/).inputValue()).toBe('121')
    await again.getByText('授权清单.csv').waitFor()
  })

  it('the head signs and submits; the office returns it with a reason (上报、退回)', async () => {
    const head = await at('shijian-fuze', reportPath)
    await head.getByRole('button', { name: '上报', exact: true }).click()
    await stateIs(reportPath, 'submitted')
    const office = await at('bangongshi', '/reports')
    await office.getByRole('link', { name: '累计海外专利授权量' }).first().click()
    await office.waitForURL(`**${reportPath}`)
    // The list that is left stays until the page is there, and its reading has the same button.
    await office.getByRole('heading', { level: 1, name: '累计海外专利授权量' }).waitFor()
    await office.getByRole('button', { name: '退回', exact: true }).click()
    const dialog = office.getByRole('dialog')
    await dialog.getByRole('button', { name: '退回' }).click()
    await dialog.getByText('请填写理由').waitFor()
    await dialog.getByLabel('退回理由').fill('请附省局核对函（演示）')
    await dialog.getByRole('button', { name: '退回' }).click()
    await stateIs(reportPath, 'returned')
  })

  it('the unit is told, mends it, and submits again (消息、改正)', async () => {
    const page = await at('shijian-tianbao', '/notices')
    await page
      .getByText(/退回.*累计海外专利授权量|累计海外专利授权量.*退回/)
      .first()
      .click()
    await page.waitForURL(`**${reportPath}`)
    await page.locator('.rp-returned').getByText('请附省局核对函（演示）').waitFor()
    await page.getByLabel(/^数值（件）/).fill('122')
    await page
      .locator('.rp-evidence input[type=file]')
      .first()
      .setInputFiles([file('核对函.txt', '核对函（演示）')])
    await page.getByText('核对函.txt').waitFor()
    await expect.poll(async () => (await ask('shijian-tianbao', reportPath)).report.content.value).toBe(122)
    const head = await at('shijian-fuze', reportPath)
    await head.getByRole('button', { name: '上报', exact: true }).click()
    await stateIs(reportPath, 'submitted')
  })

  it('the office checks, and a second person approves (审核、核定)', async () => {
    const first = await at('bangongshi', reportPath)
    await first.getByRole('button', { name: '审核通过' }).click()
    await stateIs(reportPath, 'checked')
    const second = await at('fuhe', reportPath)
    await second.getByRole('button', { name: '核定', exact: true }).click()
    await stateIs(reportPath, 'approved')
    await second.getByText('核对函.txt').waitFor()
    await expectAccessible(second)
    await picture(second, 'report-approved')
  })

  it('the light of the target has changed, for leader and public alike (灯色)', async () => {
    const inside = await ask('lingdao', '/targets/C4/progress')
    expect(inside).toMatchObject({ current: { value: 122, status: 'approved' }, met: true })
    expect(inside.light).not.toBe(lightBefore)
    expect((await ask('public', '/targets/C4/progress')).current.value).toBe(122)
    for (const who of ['lingdao', 'public'] as const) {
      const page = await at(who, '/targets/C4')
      await page
        .getByText(/122 ?件/)
        .first()
        .waitFor()
      await expectNoSidewaysScroll(page)
    }
  })

  it('the office urges a unit in its own words, whose head replies; the office reads it (催办、回复)', async () => {
    const { duties } = await ask('bangongshi', '/duties?open=true&light=red&kind=part')
    const duty = duties.find((each: Duty) => each.unit.name === '丁蜀镇')
    expect(duty, 'the demonstration holds an overdue part of 丁蜀镇').toBeDefined()
    const office = await at('bangongshi', `/duties/${duty.id}`)
    await office.getByRole('button', { name: '催办', exact: true }).click()
    await office.getByRole('dialog').getByLabel('催办内容').fill('请本周内办结并附验收意见（演示）')
    await office.getByRole('dialog').getByRole('button', { name: '发出' }).click()
    await office.getByText('请本周内办结并附验收意见（演示）').waitFor()
    const head = await at('dingshu-fuze', '/notices')
    await head.getByText(`催办：${duty.title}`).first().click()
    await head.waitForURL(`**/duties/${duty.id}`)
    await head.getByRole('button', { name: '回复', exact: true }).click()
    await head.getByRole('dialog').getByLabel('回复内容').fill('消防验收排在周四，周五办结（演示）')
    await head.getByRole('dialog').getByRole('button', { name: '发出' }).click()
    await head.getByText('消防验收排在周四，周五办结（演示）').waitFor()
    await expectAccessible(head)
    await office.goto(`/duties/${duty.id}`)
    await office.getByText('消防验收排在周四，周五办结（演示）').waitFor()
    await picture(office, 'duty-with-reply')
  })

  it('the cockpit of the leader says what changed; the public sees the value and no names (驾驶舱)', async () => {
    const leader = await at('lingdao', '/')
    await leader
      .getByText(/累计海外专利授权量：核定/)
      .first()
      .waitFor()
    await expectAccessible(leader)
    const visitor = await at('public', '/')
    const text = (await visitor.locator('main').textContent()) ?? ''
    expect(text).not.toMatch(/消防验收排在周四|请附省局核对函/)
  })

  describe('by keyboard only (键盘)', () => {
    /** a report of 市科技局 on its part of a task that nobody has begun */
    let path = ''

    it('the reporter signs in, finds what is owed, fills it in, attaches a file and goes on (填报)', async () => {
      const { duties } = await ask('keji-tianbao', '/work')
      const isOpenTask = ({ kind, item, state }: Duty) => kind === 'report' && item.kind === 'task' && state === 'open'
      const duty = duties.find(isOpenTask)
      expect(duty, 'the demonstration holds an open report of 市科技局').toBeDefined()
      path = `/reports/${duty.id}`
      const { page, context, troubles } = await visit(browser, server.url)
      await page.goto('/sign-in')
      await tabTo(page, page.getByLabel('登录名'))
      await page.keyboard.type('keji-tianbao')
      await tabTo(page, page.getByLabel('密码', { exact: true }))
      await page.keyboard.type('yanshi-keji-tianbao-2026')
      await page.keyboard.press('Enter')
      await page.waitForURL((url) => url.pathname !== '/sign-in')
      await press(page, page.getByRole('navigation').getByRole('link', { name: '待办与填报' }).first())
      await page.waitForURL('**/work')
      await press(page, page.locator(`tr a[href="${path}"]`).first())
      await page.waitForURL(`**${path}`)
      // The field that matters is under the fingers.
      const progress = page.getByRole('textbox', { name: /^进度/ })
      await progress.waitFor()
      await expect.poll(() => isFocused(progress)).toBe(true)
      await typeOver(page, '64')
      await tabTo(page, page.getByLabel(/进展情况/))
      await typeOver(page, '苏知贷新增 12 户，键盘填报（演示）')
      // Listened for from here on, so that the browser asks us and no window of the system by the time of the key.
      const asked = page.waitForEvent('filechooser')
      await press(page, page.locator('.rp-evidence input[type=file]').first())
      await (await asked).setFiles([file('台账.txt', '台账（演示）')])
      await page.getByText('台账.txt').waitFor()
      await page.getByText(/^已保存/).waitFor()
      await page.keyboard.press('Control+Enter')
      await page.waitForURL((url) => url.pathname !== path)
      expect((await ask('keji-tianbao', path)).report).toMatchObject({
        state: 'draft',
        content: { progress: 64, narrative: '苏知贷新增 12 户，键盘填报（演示）' },
      })
      expect(troubles).toEqual([])
      await context.close()
    })

    it('the head submits, the office returns, the unit mends, the office checks and approves', async () => {
      const submit = async () => {
        const head = await at('keji-fuze', path)
        await press(head, head.getByRole('button', { name: '上报', exact: true }))
        await stateIs(path, 'submitted')
      }
      await submit()
      const office = await at('bangongshi', path)
      await press(office, office.getByRole('button', { name: '退回', exact: true }))
      const reason = office.getByRole('dialog').getByLabel('退回理由')
      await expect.poll(() => isFocused(reason)).toBe(true)
      await office.keyboard.type('进度请按已放款户数计（演示）')
      await press(office, office.getByRole('dialog').getByRole('button', { name: '退回' }))
      await stateIs(path, 'returned')
      const reporter = await at('keji-tianbao', path)
      await reporter.getByText('进度请按已放款户数计（演示）').first().waitFor()
      await expect.poll(() => isFocused(reporter.getByRole('textbox', { name: /^进度/ }))).toBe(true)
      await typeOver(reporter, '61')
      await reporter.keyboard.press('Control+Enter')
      await reporter.waitForURL((url) => url.pathname !== path)
      await submit()
      await office.goto(path)
      await press(office, office.getByRole('button', { name: '审核通过' }))
      await stateIs(path, 'checked')
      const second = await at('fuhe', path)
      await press(second, second.getByRole('button', { name: '核定', exact: true }))
      await stateIs(path, 'approved')
      expect((await ask('lingdao', path)).report.content.progress).toBe(61)
    })

    it('the office breaks a target down (分解)', async () => {
      const page = await at('bangongshi', '/targets/C7/breakdown?tab=unit')
      await press(page, page.getByRole('button', { name: /^选择单位/ }).first())
      const dialog = page.getByRole('dialog')
      await expect.poll(() => isFocused(dialog.getByRole('checkbox').first())).toBe(true)
      await page.keyboard.press('Space')
      await press(page, dialog.getByRole('button', { name: /^确定/ }))
      await press(page, page.getByRole('button', { name: '生成建议' }))
      const shares = page.locator('input[data-share]')
      await expect.poll(() => shares.first().inputValue()).toMatch(/\d/)
      await tabTo(page, shares.first())
      await typeOver(page, '2')
      await tabTo(page, page.getByLabel(/理由/))
      await page.keyboard.type('各镇均分（演示）')
      await press(page, page.getByRole('button', { name: '确定分解' }))
      await page.getByText('已确定。各单位下一期起按此报送。').waitFor()
      const { byUnit } = await ask('lingdao', '/targets/C7/breakdown')
      expect(byUnit[0].shares[0].value).toBe(2)
    })

    it('the office urges, and the head of the unit replies (催办、回复)', async () => {
      const { duties } = await ask('bangongshi', '/duties?open=true&light=red&kind=report')
      const duty = duties.find((each: Duty) => each.unit.name === '丁蜀镇')
      expect(duty, 'the demonstration holds an overdue report of 丁蜀镇').toBeDefined()
      const office = await at('bangongshi', `/duties/${duty.id}`)
      await press(office, office.getByRole('button', { name: '催办', exact: true }))
      await expect.poll(() => isFocused(office.getByRole('dialog').getByLabel('催办内容'))).toBe(true)
      await office.keyboard.type('请明日报送（演示）')
      await press(office, office.getByRole('dialog').getByRole('button', { name: '发出' }))
      await office.getByText('请明日报送（演示）').waitFor()
      const head = await at('dingshu-fuze', `/duties/${duty.id}`)
      await press(head, head.getByRole('button', { name: '回复', exact: true }))
      await expect.poll(() => isFocused(head.getByRole('dialog').getByLabel('回复内容'))).toBe(true)
      await head.keyboard.type('明日上午报送（演示）')
      await press(head, head.getByRole('dialog').getByRole('button', { name: '发出' }))
      await head.getByText('明日上午报送（演示）').waitFor()
    })
  })

  it('stands in the journal, which is whole; nothing was asked from outside and nothing broke (日志)', async () => {
    expect(await ask('bangongshi', '/journal/verification')).toMatchObject({ verified: true })
    expect(people.troubles()).toEqual([])
  })

  function at(login: string, path: string): Promise<Page> {
    return people.at(login, path)
  }

  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape, and tests say what they expect
  function ask(login: string, path: string): Promise<any> {
    return people.ask(login, path)
  }

  async function stateIs(path: string, state: string): Promise<void> {
    await expect.poll(async () => (await ask('lingdao', path)).report?.state).toBe(state)
  }
})

/** Types a figure that nobody can read: the field says so, and the text stays to be mended. */
async function fillFigure(page: Page, text: string, refusal: string): Promise<void> {
  await page.getByLabel(/^数值（件）/).fill(text)
  await page.getByText(new RegExp(refusal)).first().waitFor()
  expect(await page.getByLabel(/^数值（件）/).inputValue()).toBe(text)
}

function file(name: string, content: string) {
  return { name, mimeType: 'text/plain', buffer: Buffer.from(content) }
}
