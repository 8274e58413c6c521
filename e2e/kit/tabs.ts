import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { visit } from './browser.ts'
import { countTraffic } from './quiet.ts'

/** The people of the demonstration, each with one browser and as many pages beside each other as they need. 演示 */
export interface Tabs {
  /** A new page of a person who is signed in; `public` has not signed in, and keeps what it was given. */
  open(login: string): Promise<Page>
  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape, and tests say what they expect
  ask(login: string, path: string): Promise<any>
  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape, and tests say what they expect
  send(login: string, path: string, data: unknown): Promise<any>
  /** What went wrong on all the pages so far, and what was asked from outside. */
  troubles(): readonly string[]
}

export function openTabs(browser: Browser, url: string): Tabs {
  const contexts = new Map<string, Promise<BrowserContext>>()
  const troubles: string[] = []
  const contextOf = (login: string) => {
    const known = contexts.get(login) ?? begin(login)
    contexts.set(login, known)
    return known
  }
  const begin = async (login: string) => {
    const { context } = await visit(browser, url)
    if (login === 'public') return context
    const data = { login, password: `yanshi-${login}-2026` }
    const answer = await context.request.post('/api/session', { data })
    expect(answer.status(), await answer.text()).toBe(200)
    return context
  }
  return {
    open: async (login) => {
      const page = await (await contextOf(login)).newPage()
      countTraffic(page)
      page.on('pageerror', (error) => troubles.push(`${page.url()}: ${error.message}`))
      return page
    },
    ask: async (login, path) => {
      const answer = await (await contextOf(login)).request.get(`/api${path}`)
      expect(answer.status(), `${path} ${await answer.text()}`).toBe(200)
      return answer.json()
    },
    send: async (login, path, data) => {
      const answer = await (await contextOf(login)).request.post(`/api${path}`, { data })
      expect(answer.status(), `${path} ${await answer.text()}`).toBe(200)
      return answer.json()
    },
    troubles: () => troubles,
  }
}
