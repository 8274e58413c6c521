import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { violationsOn } from './axe.ts'
import { countTraffic, quiet } from './quiet.ts'

/** The sizes in which every page is looked at: an office computer, a wall, a phone. */
export const sizes = {
  office: { width: 1366, height: 768 },
  wall: { width: 1920, height: 1080 },
  phone: { width: 390, height: 844 },
} as const

export type Size = keyof typeof sizes

/** milliseconds that a page has for anything: two journeys share the two cores of a machine that may be slow */
const patience = 45_000

/** Chromium as a test wants it: nothing fetched, nothing phoned home. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** A visitor of one size, with nothing remembered. Failing requests and errors of the page are kept in `troubles`. */
export async function visit(
  browser: Browser,
  url: string,
  size: Size = 'office',
): Promise<{ page: Page; context: BrowserContext; troubles: string[] }> {
  const context = await browser.newContext({
    viewport: sizes[size],
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    baseURL: url,
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(patience)
  context.on('page', countTraffic)
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url())) troubles.push(`asked ${request.url()}`)
  })
  return { page, context, troubles }
}

/** Asserts that axe finds nothing against WCAG 2.2 AA on the page, once all of it is there. */
export async function expectAccessible(page: Page): Promise<void> {
  await quiet(page)
  const found = (await violationsOn(page)).map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`,
  )
  expect(found, page.url()).toEqual([])
}

/** Nothing sticks out to the right: a page is scrolled down, never sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const over = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  expect(over, page.url()).toBeLessThanOrEqual(0)
}

const shots = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url))

/** The page as it stands, at an office computer and on a phone. */
export async function pictures(page: Page, name: string): Promise<void> {
  await picture(page, name)
  const before = page.viewportSize()
  await page.setViewportSize(sizes.phone)
  await expectNoSidewaysScroll(page)
  await picture(page, name)
  if (before !== null) await page.setViewportSize(before)
}

/** A picture for docs/screenshots, taken only when QX_SCREENSHOTS is set: tests must not change the checkout. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env['QX_SCREENSHOTS'] === undefined) return
  mkdirSync(shots, { recursive: true })
  const size = page.viewportSize()
  await page.screenshot({ path: `${shots}${name}-${size?.width}x${size?.height}.jpg`, type: 'jpeg', quality: 82 })
}
