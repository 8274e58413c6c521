import type { Page, Request } from 'playwright-core'
import { expect } from 'vitest'

/** What a page has asked the server for. */
interface Traffic {
  /** how many requests it has made so far */
  begun: number
  /** those without an answer yet */
  readonly waiting: Set<Request>
}

const trafficOf = new WeakMap<Page, Traffic>()

/** Counts what the page asks for from now on; every page of a test is, from its first request. */
export function countTraffic(page: Page): void {
  const traffic: Traffic = { begun: 0, waiting: new Set() }
  trafficOf.set(page, traffic)
  page.on('request', (request) => {
    // Nobody waits any more for what the page before had asked for.
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) traffic.waiting.clear()
    traffic.begun += 1
    traffic.waiting.add(request)
  })
  page.on('requestfinished', (request) => void traffic.waiting.delete(request))
  page.on('requestfailed', (request) => void traffic.waiting.delete(request))
}

/** milliseconds in which a page that is ready asks for nothing */
const breath = 100
const patience = 60_000

/**
 * Nothing is on its way any more: no request, and no skeleton in place of what was asked for. Playwright waits half a
 * second for that, a sixth of all the time; here the page itself says that it has nothing left to do or to draw.
 *
 * @throws after a minute, with what was still awaited
 */
export async function quiet(page: Page): Promise<void> {
  const traffic = trafficOf.get(page)
  if (traffic === undefined) throw new Error('the traffic of this page is not counted')
  for (const until = Date.now() + patience; ; ) {
    const { begun } = traffic
    await page.waitForTimeout(breath)
    await page.evaluate('new Promise((done) => requestIdleCallback(done, { timeout: 2_000 }))')
    const skeletons = await page.locator('.skeleton, [aria-busy=true]').count()
    if (traffic.begun === begun && traffic.waiting.size === 0 && skeletons === 0) return
    if (Date.now() > until) {
      const waiting = [...traffic.waiting].map((request) => request.url())
      expect({ waiting, skeletons, begun: traffic.begun - begun }, page.url()).toEqual('nothing')
    }
  }
}
