import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll, openBrowser, pictures } from './kit/browser.ts'
import { openPeople, type People } from './kit/people.ts'
import { type RunningServer, startDemonstration } from './kit/running-server.ts'

/** 演示: two stations that nobody has heard of, and a third whose day is impossible. */
const head = '工作站名称,挂牌日期,依托单位,备忘'
const good = ['演示甲镇知识产权工作站,2025.3.12,演示甲镇人民政府,', '演示乙园区知识产权工作站,2025年6月1日,演示乙园区,']
const wrong = '演示丙镇知识产权工作站,0204-05-06,演示丙镇人民政府,'
const fixed = '演示丙镇知识产权工作站,2024-05-06,演示丙镇人民政府,'

describe('stations from a spreadsheet into the figures, and back (导入)', () => {
  let server: RunningServer
  let browser: Browser
  let people: People
  let before: { readonly count: number; readonly value: number | null }

  beforeAll(async () => {
    server = await startDemonstration()
    browser = await openBrowser()
    people = openPeople(browser, server.url)
    before = { count: await stations(), value: await figure() }
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  it('says what is wrong in which cell and how to put it right, and writes nothing (预览)', async () => {
    const page = await importFile([head, ...good, wrong])
    expect(await counted(page)).toEqual({ new: '2', changed: '0', same: '0', doubtful: '0', faulty: '1' })
    const fault = page.getByRole('table', { name: '有错的行' }).getByRole('row').nth(1)
    expect(await fault.textContent()).toMatch(/第 4 行[\s\S]*B 挂牌日期[\s\S]*0204-05-06[\s\S]*核对年份/)
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    await pictures(page, 'import-preview')
    await page.getByRole('button', { name: '放弃这次导入' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '放弃这次导入' }).click()
    await page.getByText('已放弃').first().waitFor()
    expect(await stations()).toBe(before.count)
  })

  it('writes the corrected file as one batch, and the figure follows within seconds (写入)', async () => {
    const page = await importFile([head, ...good, fixed])
    await page.getByRole('button', { name: '写入 3 条' }).click()
    await page.getByText('已写入：新增 3 条').waitFor()
    await expectAccessible(page)
    expect(await stations()).toBe(before.count + 3)
    await expect.poll(figure, { timeout: 10_000 }).toBe((before.value ?? 0) + 3)
    await page.getByRole('link', { name: '看工作站名录' }).click()
    await page.getByRole('searchbox').fill('演示丙镇')
    await page.getByRole('link', { name: '演示丙镇知识产权工作站' }).click()
    await page.getByRole('heading', { level: 1, name: '演示丙镇知识产权工作站' }).waitFor()
    await page.getByText('工作站.csv').first().waitFor()
    expect(await page.getByText('第 4 行').count()).toBeGreaterThan(0)
  })

  it('has nothing to write when the same file comes a second time (再导入)', async () => {
    const page = await importFile([head, ...good, fixed])
    expect(await counted(page)).toEqual({ new: '0', changed: '0', same: '3', doubtful: '0', faulty: '0' })
    expect(await page.getByRole('button', { name: '没有可写入的内容' }).isDisabled()).toBe(true)
  })

  it('is undone as a whole, with a reason, and the figure is as before (撤销)', async () => {
    const page = await people.at('bangongshi', '/register-imports')
    await page
      .getByRole('row', { name: /已写入/ })
      .getByRole('link')
      .first()
      .click()
    await page.getByRole('button', { name: '整批撤销' }).click()
    await page.getByRole('dialog').getByLabel('理由').fill('演示结束，恢复原样。')
    await page.getByRole('dialog').getByRole('button', { name: '整批撤销' }).click()
    await page.getByText('这次导入已撤销。').waitFor()
    expect(await stations()).toBe(before.count)
    await expect.poll(figure, { timeout: 10_000 }).toBe(before.value)
    expect(people.troubles()).toEqual([])
  })

  /** Drops the rows as a file, and waits for what they turn out to be. */
  async function importFile(lines: readonly string[]): Promise<Page> {
    const page = await people.at('bangongshi', '/registers/workstation/import')
    const buffer = Buffer.from(`${lines.join('\r\n')}\r\n`)
    await page.locator('input[type="file"]').setInputFiles([{ name: '工作站.csv', mimeType: 'text/csv', buffer }])
    await page.waitForURL('**/register-imports/*')
    await page.locator('.ru-commit').waitFor()
    return page
  }

  async function counted(page: Page): Promise<Record<string, string>> {
    const kinds = ['new', 'changed', 'same', 'doubtful', 'faulty']
    const figures = await Promise.all(
      kinds.map((kind) => page.locator(`.ru-figures [data-kind="${kind}"] dd`).first().textContent()),
    )
    return Object.fromEntries(kinds.map((kind, index) => [kind, figures[index] ?? '']))
  }

  async function stations(): Promise<number> {
    const { count } = await people.ask('bangongshi', '/registers/workstation/records?limit=1')
    return count
  }

  /** 知识产权工作站（新增）, as the platform computes it today; null while there is nothing to count. */
  async function figure(): Promise<number | null> {
    const { value } = await people.ask('bangongshi', '/indicators/workstation.new/value')
    return value
  }
})
