import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  openBrowser,
  picture,
  type Size,
  sizes,
  visit,
} from './kit/browser.ts'
import { quiet } from './kit/quiet.ts'
import { type RunningServer, startDemonstration } from './kit/running-server.ts'

interface Visited {
  readonly name: string
  /** `:name` stands for something that the demonstration holds; see `findThings` */
  readonly path: string
  /** the login of who looks; the public where nobody is named */
  readonly as?: string
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
  { name: 'timeline', path: '/timeline' },
  { name: 'cockpit-office', path: '/', as: 'bangongshi' },
  { name: 'cockpit-leader', path: '/', as: 'lingdao' },
  { name: 'target-office', path: '/targets/C4', as: 'bangongshi' },
  { name: 'breakdown', path: '/targets/C4/breakdown', as: 'bangongshi' },
  { name: 'report-fill', path: '/reports/:returned', as: 'shijian-tianbao' },
  { name: 'report-review', path: '/reports/:submitted', as: 'bangongshi' },
  { name: 'sheet', path: '/work/sheets/:sheet', as: 'shijian-tianbao' },
  { name: 'duty', path: '/duties/:overdue', as: 'dingshu-fuze' },
  { name: 'notices', path: '/notices', as: 'dingshu-fuze' },
  { name: 'indicators', path: '/indicators', as: 'lingdao' },
  { name: 'indicator', path: '/indicators/C2', as: 'bangongshi' },
  { name: 'indicator-records', path: '/indicators/C2?records=all', as: 'bangongshi' },
  { name: 'indicator-amount', path: '/indicators/U5', as: 'dingshu-fuze' },
  { name: 'indicator-definition', path: '/indicators/C2/definition', as: 'bangongshi' },
  { name: 'condition-definition', path: '/conditions/patent/high-value', as: 'bangongshi' },
  { name: 'target-computed', path: '/targets/C2', as: 'bangongshi' },
  { name: 'findings', path: '/findings', as: 'bangongshi' },
  { name: 'registers', path: '/registers', as: 'bangongshi' },
  { name: 'registers-public', path: '/registers' },
  { name: 'register-list', path: '/registers/patent', as: 'bangongshi' },
  { name: 'register-as-of', path: '/registers/pledge?asOf=2026-11-24&density=tight', as: 'dingshu-fuze' },
  { name: 'register-missing', path: '/registers/nothing', as: 'bangongshi' },
  { name: 'record', path: '/registers/patent/records/:patent', as: 'bangongshi' },
  { name: 'record-form', path: '/registers/patent/records/:patent/edit', as: 'bangongshi' },
  { name: 'duplicates', path: '/registers/market-entity/duplicates', as: 'bangongshi' },
  { name: 'entity', path: '/entities/:entity', as: 'bangongshi' },
  { name: 'my-enterprise', path: '/my-enterprise', as: 'qiye' },
  { name: 'import-start', path: '/registers/workstation/import', as: 'bangongshi' },
  { name: 'import-run', path: '/register-imports/:run', as: 'bangongshi' },
  { name: 'register-imports', path: '/register-imports', as: 'bangongshi' },
  { name: 'names', path: '/names', as: 'bangongshi' },
  { name: 'mistakes', path: '/mistakes', as: 'bangongshi' },
]

describe('every page, at an office computer and on a phone', () => {
  let server: RunningServer
  let browser: Browser
  let things: Readonly<Record<string, string>>
  const sessions = new Map<string, Cookies>()
  /** as many as the configuration lets run beside each other; each has its own browser windows */
  const seats = [0, 1]
  const visitors = new Map<string, Visitor>()

  beforeAll(async () => {
    server = await startDemonstration()
    browser = await openBrowser()
    things = await findThings((login) => visitAs('office', login))
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  // Two at a time: one is drawn while the other is looked through.
  it.concurrent.each(pages)('$name fits, says 演示, has one heading and no barrier', async ({ name, path, as }) => {
    const seat = seats.pop() ?? 0
    try {
      await lookAt(await known(seat, as), name, path)
    } finally {
      seats.push(seat)
    }
  })

  async function lookAt({ page, troubles }: Visitor, name: string, path: string): Promise<void> {
    await page.setViewportSize(sizes.office)
    await page.goto(path.replace(/:(\w+)/, (_all, thing: string) => things[thing] ?? `no-${thing}`))
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    for (const size of ['office', 'phone'] as const) {
      await page.setViewportSize(sizes[size])
      await expectAccessible(page)
      expect(await page.getByRole('heading', { level: 1 }).count(), size).toBe(1)
      expect(await page.getByText('演示').count(), size).toBeGreaterThan(0)
      await expectNoSidewaysScroll(page)
      await picture(page, name)
    }
    expect(troubles.splice(0)).toEqual([])
  }

  it('the wall shows the cockpit whole, and the dark scheme has no barrier either', async () => {
    const { page, context } = await visitAs('wall', 'lingdao')
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.goto('/?wall=1')
    await quiet(page)
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    await picture(page, 'cockpit-wall-dark')
    await context.close()
  })

  it.each([
    { what: 'the cockpit of the public', path: '/', as: undefined, landscape: true },
    { what: 'the cockpit of a leader', path: '/', as: 'lingdao', landscape: true },
    { what: 'a target', path: '/targets/C4', as: 'lingdao', landscape: false },
    { what: 'an indicator', path: '/indicators/C2', as: 'lingdao', landscape: false },
  ])('$what prints on one A4 page', async ({ path, as, landscape }) => {
    const { page, context } = await visitAs('office', as)
    await page.goto(path)
    await quiet(page)
    const pdf = await page.pdf({ format: 'A4', landscape, preferCSSPageSize: true })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBe(1)
    await context.close()
  })

  it('is found and opened by keyboard alone: skip link, search, a target, its table (键盘)', async () => {
    const { page, context } = await visit(browser, server.url)
    await page.goto('/')
    await quiet(page)
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

  it('goes where one presses, although the typing before had not rested (查找、点开)', async () => {
    const { page, context } = await visitAs('office', 'bangongshi')
    await page.goto('/registers/pledge')
    await quiet(page)
    // On a slow line the list stands until the page of the record is there.
    await context.route(/assets\/record-page/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_000))
      await route.continue()
    })
    await page.getByRole('searchbox').fill('演示')
    await page.locator('tbody a[href*="/records/"]').first().click()
    await page.locator('.rc-page').waitFor()
    expect(new URL(page.url()).pathname).toMatch(/^\/registers\/pledge\/records\//)
    await context.close()
  })

  it('speaks English when asked, and Chinese again', async () => {
    const { page, context } = await visit(browser, server.url)
    await page.goto('/targets')
    await quiet(page)
    await page.getByRole('button', { name: /账号与设置/ }).click()
    await page.getByText('English', { exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Targets' }).waitFor()
    expect(await page.getAttribute('html', 'lang')).toBe('en')
    await context.close()
  })

  /** Each person looks at all their pages in one browser, as people do. */
  async function known(seat: number, login: string | undefined): Promise<Visitor> {
    const place = `${seat} ${login ?? ''}`
    const visitor = visitors.get(place) ?? (await visitAs('office', login))
    visitors.set(place, visitor)
    return visitor
  }

  /** A password is checked with care, so each person signs in once. */
  async function visitAs(size: Size, login: string | undefined): Promise<Visitor> {
    const visitor = await visit(browser, server.url, size)
    if (login === undefined) return visitor
    const session = sessions.get(login)
    if (session !== undefined) {
      await visitor.context.addCookies(session)
      return visitor
    }
    const answer = await visitor.context.request.post('/api/session', {
      data: { login, password: `yanshi-${login}-2026` },
    })
    expect(answer.status(), await answer.text()).toBe(200)
    sessions.set(login, await visitor.context.cookies())
    return visitor
  }

  it('tells the truth when the server is away, with a way to try again', async () => {
    const { page, context } = await visit(browser, server.url)
    await page.goto('/targets')
    await quiet(page)
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

type Visitor = Awaited<ReturnType<typeof visit>>
type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>

/** What the pages of the living programme are about: a report that came back, one to review, a sheet, something late. */
async function findThings(
  visitorOf: (login: string) => Promise<{ context: BrowserContext }>,
): Promise<Readonly<Record<string, string>>> {
  const unit = (await visitorOf('shijian-tianbao')).context
  const office = (await visitorOf('bangongshi')).context
  const { duties } = await answerOf(unit, '/work')
  const { reports } = await answerOf(office, '/reports?state=submitted')
  const late = await answerOf(office, '/duties?open=true&light=red')
  const download = await unit.request.get('/api/work/sheet')
  expect(download.status()).toBe(200)
  const upload = await unit.request.post('/api/work/sheets', {
    multipart: { file: { name: '填报表.xlsx', mimeType: 'application/octet-stream', buffer: await download.body() } },
  })
  expect(upload.status(), await upload.text()).toBe(200)
  const { rows } = await answerOf(office, '/registers/patent/records?limit=1')
  const run = await office.request.post('/api/registers/workstation/imports', {
    multipart: { file: { name: '工作站.csv', mimeType: 'text/csv', buffer: Buffer.from('站名,备忘\n演示甲站,无\n') } },
  })
  expect(run.status(), await run.text()).toBe(200)
  const found = {
    patent: rows[0]?.id,
    entity: rows[0]?.values.owners[0]?.id,
    run: (await run.json()).id,
    returned: duties.find(({ state }: { state: string }) => state === 'returned')?.id,
    submitted: reports[0]?.duty.id,
    overdue: late.duties.find(({ unit: { name } }: { unit: { name: string } }) => name === '丁蜀镇')?.id,
    sheet: (await upload.json()).id,
  }
  for (const [thing, id] of Object.entries(found)) expect(id, `the demonstration has no ${thing}`).toBeDefined()
  await Promise.all([unit.close(), office.close()])
  return found
}

async function answerOf(context: BrowserContext, path: string) {
  const answer = await context.request.get(`/api${path}`)
  expect(answer.status(), path).toBe(200)
  return answer.json()
}
