import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { visit } from './browser.ts'

/** The people of the demonstration, each in a browser of their own. 演示 */
export interface People {
  /** The page of a person, signed in already, at an address; `public` has not signed in. */
  at(login: string, path: string): Promise<Page>
  /** What the interface answers to that person. */
  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape, and tests say what they expect
  ask(login: string, path: string): Promise<any>
  /** Closes the browser of a person; the next visit opens it anew. */
  leave(login: string): Promise<void>
  /** What went wrong on all the pages so far, and what was asked from outside. */
  troubles(): readonly string[]
}

export function openPeople(browser: Browser, url: string): People {
  const pages = new Map<string, Page>()
  const troubles: string[][] = []
  const pageOf = async (login: string) => {
    const known = pages.get(login)
    if (known !== undefined) return known
    const visitor = await visit(browser, url)
    if (login !== 'public') {
      const data = { login, password: `yanshi-${login}-2026` }
      const answer = await visitor.context.request.post('/api/session', { data })
      expect(answer.status(), await answer.text()).toBe(200)
    }
    troubles.push(visitor.troubles)
    pages.set(login, visitor.page)
    return visitor.page
  }
  return {
    at: async (login, path) => {
      const page = await pageOf(login)
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      return page
    },
    ask: async (login, path) => {
      const page = await pageOf(login)
      const answer = await page.context().request.get(`/api${path}`)
      expect(answer.status(), `${path} ${await answer.text()}`).toBe(200)
      return answer.json()
    },
    leave: async (login) => {
      await pages.get(login)?.context().close()
      pages.delete(login)
    },
    troubles: () => troubles.flat(),
  }
}
