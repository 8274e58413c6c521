import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll, openBrowser, picture } from './kit/browser.ts'
import { isFocused, press, tabTo } from './kit/keyboard.ts'
import { openPeople, type People } from './kit/people.ts'
import { type RunningServer, startDemonstration } from './kit/running-server.ts'

/**
 * A figure is asked where it comes from: from the cockpit to the target, to its formula, to the records that count and
 * why, to one record, and to the entry of the journal that made it; by mouse and by keyboard only. Then its definition
 * is changed with a trial, by two people at once. 演示
 */
describe('a computed figure in a browser (驾驶舱、目标、公式、记录、日志、口径)', () => {
  let server: RunningServer
  let browser: Browser
  let people: People

  beforeAll(async () => {
    server = await startDemonstration()
    browser = await openBrowser()
    people = openPeople(browser, server.url)
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  it('is computed by itself after the program started, and then read at once (自动测算)', {
    timeout: 240_000,
  }, async () => {
    const page = await at('bangongshi', '/indicators')
    const secondsToRead = async () => {
      const asked = performance.now()
      const answer = await page.context().request.get('/api/indicators/C2', { timeout: 120_000 })
      expect(answer.status()).toBe(200)
      return (performance.now() - asked) / 1000
    }
    await expect.poll(secondsToRead, { timeout: 220_000, interval: 2_000 }).toBeLessThan(4)
  })

  it('opens from the cockpit into its formula, each part with its own number (公式)', async () => {
    const page = await at('bangongshi', '/')
    await page
      .getByRole('link', { name: /高价值发明专利/ })
      .first()
      .click()
    await page.waitForURL('**/targets/*')
    await page.getByRole('heading', { name: '测算依据' }).waitFor()
    await page.getByRole('link', { name: '测算指标页' }).click()
    await page.waitForURL('**/indicators/C2')
    await page.getByRole('heading', { level: 1, name: /高价值发明专利/ }).waitFor()
    const { inputs, value } = await ask('bangongshi', '/indicators/C2/value')
    expect(inputs).toHaveLength(2)
    // A share never without its two numbers: what stands above the line, divided by what stands below, is the figure.
    const [above, below] = inputs
    expect((above.value / below.value) * 10_000).toBeCloseTo(value, 6)
    await page.locator('.in-result').getByText(value.toFixed(2)).waitFor()
    await expectNoSidewaysScroll(page)
  })

  it('in three clicks from a town to the record that counts, and to the entry that made it (记录、日志)', async () => {
    const page = await at('bangongshi', '/indicators/C2')
    await page.locator('.value-tiles').getByRole('button', { name: /^丁蜀/ }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByText(/丁蜀，截至/).waitFor()
    await drawer.locator('.in-records > li').first().waitFor()
    await drawer.locator('.ground.met').first().waitFor()
    await expectAccessible(page)
    await picture(page, 'indicator-town-records')
    // What is open stands in the address: somebody else sees the same.
    const shared = new URL(page.url())
    const leader = await at('lingdao', `${shared.pathname}${shared.search}`)
    await leader
      .getByRole('dialog')
      .getByText(/丁蜀，截至/)
      .waitFor()
    await drawer.locator('.in-record-name').first().click()
    await page.waitForURL('**/registers/patent/records/*')
    await page.getByText('高价值', { exact: false }).first().waitFor()
    await page
      .getByRole('link', { name: /^日志第 \d+ 号$/ })
      .first()
      .click()
    await page.waitForURL('**/journal?entry=*')
    await page.locator('.entries details[open]').waitFor()
  })

  it('says of what does not count what it lacks (不计入)', async () => {
    const page = await at('bangongshi', '/indicators/C2?records=all')
    const drawer = page.getByRole('dialog')
    await drawer.getByRole('button', { name: /^不计入/ }).click()
    await drawer.locator('.in-records .not .ground.unmet').first().waitFor()
    expect(new URL(page.url()).searchParams.get('counts')).toBe('no')
  })

  it('the same by keyboard only; Escape closes and the focus is where it was (键盘)', async () => {
    const page = await at('bangongshi', '/indicators?q=万人高价值')
    await page.getByRole('row', { name: /万人高价值/ }).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/indicators/C2*')
    await page.getByRole('heading', { level: 1, name: /高价值/ }).waitFor()
    const part = page.locator('.in-part .in-part-btn').first()
    await press(page, part)
    await page.getByRole('dialog').locator('.in-records > li').first().waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await isFocused(part)).toBe(true)
    expect(new URL(page.url()).searchParams.has('records')).toBe(false)
    await page.keyboard.press('Enter')
    await press(page, page.getByRole('dialog').locator('.in-record-name').first())
    await page.waitForURL('**/registers/patent/records/*')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.goBack()
    await page.getByRole('dialog').locator('.in-records > li').first().waitFor()
  })

  it('says how it came from one day to another, step by step (瀑布)', async () => {
    const page = await at('bangongshi', '/indicators/C2')
    const steps = page.locator('.waterfall .opens')
    await steps.first().waitFor()
    const {
      start,
      end,
      steps: changes,
    } = await ask('bangongshi', '/indicators/C2/waterfall?from=2025-12-31&to=2026-10-31')
    const sum = changes.reduce((total: number, { change }: { change: number }) => total + change, start)
    expect(sum).toBeCloseTo(end, 6)
    await tabTo(page, steps.first())
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').locator('.in-records > li').first().waitFor()
    expect(new URL(page.url()).searchParams.has('step')).toBe(true)
    await page.keyboard.press('Escape')
  })

  it('its definition is changed with a trial before it counts; two people at once are told of each other (口径)', async () => {
    const path = '/indicators/C11/definition'
    const first = await at('bangongshi', path)
    const second = await at('guanliyuan', path)
    const { label } = await ask('bangongshi', '/indicators/C11')
    for (const page of [first, second]) await page.getByRole('heading', { level: 1, name: new RegExp(label) }).waitFor()
    await changeWindow(first)
    await first.getByText('公式完整，单位相合').waitFor()
    await expectAccessible(first)
    await picture(first, 'definition-trial')
    await first.getByRole('button', { name: '存为新版' }).click()
    await first.getByText('请写明理由').waitFor()
    await first.getByLabel('理由').fill('按历年累计口径核对（演示）')
    await first.getByRole('button', { name: '存为新版' }).click()
    const note = (await first.getByText(/已存为第 \d+ 版/).textContent()) ?? ''
    const version = Number(/\d+/.exec(note)?.[0])
    // The other one began from the version before, and loses nothing of what was typed.
    await changeWindow(second)
    await second.getByText('公式完整，单位相合').waitFor()
    await second.getByLabel('理由').fill('另一人的改动（演示）')
    await second.getByRole('button', { name: '存为新版' }).click()
    await second.getByText(`已存了第 ${version} 版`, { exact: false }).waitFor()
    await second.getByRole('button', { name: '改用最新版，放弃我的改动' }).click()
    await first.goto('/indicators/C11')
    await first.getByText('按历年累计口径核对（演示）').waitFor()
    expect((await ask('bangongshi', '/indicators/C11')).versions).toHaveLength(version)
  })

  it('what is doubtful in the data has an owner, a deadline and a remedy, and can be explained (数据问题)', {
    timeout: 240_000,
  }, async () => {
    const page = await at('bangongshi', '/findings')
    await page.getByRole('button', { name: '立即检查' }).click()
    await page.getByText('检查完成，下面是最新结果。').waitFor({ timeout: 100_000 })
    const rows = page.locator('.fd-row')
    await rows.first().waitFor()
    await page.locator('.fd-rule').first().click()
    expect(new URL(page.url()).searchParams.has('rule')).toBe(true)
    const subject = (await rows.first().locator('.fd-subject').textContent()) ?? ''
    await rows.first().getByRole('button', { name: '说明原因' }).click()
    await page.getByRole('dialog').getByLabel('为什么没有错').fill('已与登记簿核对无误（演示）')
    await page.getByRole('dialog').getByRole('button', { name: '记下说明' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '已说明', exact: true }).click()
    await page.getByText('说明：已与登记簿核对无误（演示）').first().waitFor()
    await page.getByText(subject).first().waitFor()
  })

  it('stands in the journal, which is whole; nothing was asked from outside and nothing broke (日志)', async () => {
    expect(await ask('bangongshi', '/journal/verification')).toMatchObject({ verified: true })
    expect(people.troubles()).toEqual([])
  })

  /** Counts whatever was ever approved instead of what is in force. */
  async function changeWindow(page: Page): Promise<void> {
    await page.locator('.df-window select').first().selectOption({ label: '历年累计' })
  }

  function at(login: string, path: string): Promise<Page> {
    return people.at(login, path)
  }

  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape, and tests say what they expect
  function ask(login: string, path: string): Promise<any> {
    return people.ask(login, path)
  }
})
