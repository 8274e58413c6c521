import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll, openBrowser, picture, type Size, visit } from './kit/browser.ts'
import { type RunningServer, startServer } from './kit/running-server.ts'

interface Visited {
  readonly name: string
  readonly path: string
  /** who looks; the public where nobody is named */
  readonly as?: 'bangongshi' | 'guanliyuan' | 'dingshu-fuze'
}

/** Every page of the platform, as the person it is for sees it. */
const pages: readonly Visited[] = [
  { name: 'cockpit', path: '/' },
  { name: 'plan', path: '/plan' },
  { name: 'targets', path: '/targets' },
  { name: 'target', path: '/targets/C2' },
  { name: 'tasks', path: '/tasks' },
  { name: 'task', path: '/tasks/5' },
  { name: 'milestones', path: '/milestones' },
  { name: 'milestone', path: '/milestones/M3' },
  { name: 'organisations', path: '/organisations' },
  { name: 'organisation', path: '/organisations/市科技局' },
  { name: 'versions', path: '/plan/versions' },
  { name: 'parameters', path: '/parameters' },
  { name: 'sign-in', path: '/sign-in' },
  { name: 'not-found', path: '/nowhere' },
  { name: 'not-allowed', path: '/imports' },
  { name: 'imports', path: '/imports', as: 'bangongshi' },
  { name: 'work', path: '/work', as: 'dingshu-fuze' },
  { name: 'work-units', path: '/work', as: 'bangongshi' },
  { name: 'reports', path: '/reports', as: 'bangongshi' },
  { name: 'reports-approved', path: '/reports?state=approved', as: 'bangongshi' },
  { name: 'supervision', path: '/supervision', as: 'bangongshi' },
  { name: 'task-parts', path: '/tasks/5', as: 'bangongshi' },
  { name: 'jobs', path: '/jobs', as: 'guanliyuan' },
  { name: 'journal', path: '/journal', as: 'bangongshi' },
  { name: 'me', path: '/me', as: 'bangongshi' },
  { name: 'accounts', path: '/accounts', as: 'guanliyuan' },
]

describe('every page, at an office computer and on a phone', () => {
  let server: RunningServer
  let browser: Browser

  beforeAll(async () => {
    server = await startServer()
    browser = await openBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  for (const size of ['office', 'phone'] as const) {
    it.each(pages)(`$name fits, says 演示, has one heading and no barrier (${size})`, async ({ name, path, as }) => {
      const { page, context, troubles } = await visitAs(browser, server.url, size, as)
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await settled(page)
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
      expect(await page.getByText('演示').count()).toBeGreaterThan(0)
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
      await picture(page, name)
      expect(troubles).toEqual([])
      await context.close()
    })
  }

  it('the wall shows the cockpit whole, and the dark scheme has no barrier either', async () => {
    const { page, context } = await visit(browser, server.url, 'wall')
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.goto('/?wall=1')
    await settled(page)
    await expectAccessible(page)
    await picture(page, 'cockpit-wall-dark')
    await context.close()
  })

  it('the cockpit prints on one A4 page', async () => {
    const { page, context } = await visit(browser, server.url)
    await page.goto('/')
    await settled(page)
    const pdf = await page.pdf({ format: 'A4', landscape: true, preferCSSPageSize: true })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBe(1)
    await context.close()
  })

  it('is found and opened by keyboard alone: skip link, search, a target, its table (键盘)', async () => {
    const { page, context } = await visit(browser, server.url)
    await page.goto('/')
    await settled(page)
    await page.keyboard.press('Tab')
    expect(await page.evaluate<string>('document.activeElement?.textContent ?? ""')).toMatch(/跳/)
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').waitFor()
    await page.keyboard.type('高价值发明')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/targets/*')
    await page.getByRole('heading', { level: 1, name: /高价值发明专利/ }).waitFor()
    await context.close()
  })

  it('speaks English when asked, and Chinese again', async () => {
    const { page, context } = await visit(browser, server.url)
    await page.goto('/targets')
    await settled(page)
    await page.getByRole('button', { name: /账号与设置/ }).click()
    await page.getByText('English', { exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Targets' }).waitFor()
    expect(await page.getAttribute('html', 'lang')).toBe('en')
    await context.close()
  })

  it('tells the truth when the server is away, with a way to try again', async () => {
    const { page, context } = await visit(browser, server.url)
    await page.goto('/targets')
    await settled(page)
    await context.route('**/api/tasks/*', (route) => route.abort())
    await page.goto('/tasks/5')
    await page.getByRole('button', { name: '再试一次' }).waitFor()
    await picture(page, 'failed')
    await context.unroute('**/api/tasks/*')
    await page.getByRole('button', { name: '再试一次' }).click()
    await page.getByRole('heading', { level: 1, name: /高价值专利培育/ }).waitFor()
    await context.close()
  })
})

/** Nothing is on its way any more: no request, and no skeleton in place of what was asked for. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForFunction('document.querySelector(".skeleton, [aria-busy=true]") === null')
}

async function visitAs(
  browser: Browser,
  url: string,
  size: Size,
  login: string | undefined,
): Promise<{ page: Page; context: BrowserContext; troubles: string[] }> {
  const visitor = await visit(browser, url, size)
  if (login !== undefined) {
    const answer = await visitor.context.request.post(`${url}/api/session`, {
      data: { login, password: `yanshi-${login}-2026` },
    })
    expect(answer.status()).toBe(200)
  }
  return visitor
}
