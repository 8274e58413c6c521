import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

/** WCAG 2.2 AA and what axe knows to be good practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** A rule that the page breaks, and the elements that break it. */
export interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string }[]
}

/**
 * What axe finds against the page as it stands.
 *
 * Run in the page itself: the usual builder runs every rule in the page and then opens a second one to put the parts of
 * all frames together, and reads axe twice for each look. Our pages have no frames, and one that had would be refused.
 *
 * @throws where the page has a frame, into which this does not look
 */
export async function violationsOn(page: Page): Promise<readonly Violation[]> {
  if (page.frames().length > 1) throw new Error(`${page.url()} has a frame, into which axe would not look`)
  if (!(await page.evaluate<boolean>('typeof axe === "object"'))) await page.evaluate(`${source()}\n${rememberColours}`)
  return page.evaluate<readonly Violation[]>(look)
}

// What passes is found too, but not written down node by node: on a long page that took most of the time.
const options = { reporter: 'no-passes', resultTypes: ['violations'], runOnly: { type: 'tag', values: tags } }
const look = `axe.run(document, ${JSON.stringify(options)})
  .then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) })))`

/** The same few colours stand on every element, and reading one takes longer than anything else that axe does. */
const rememberColours = `(() => {
  const colour = axe.commons.color.Color.prototype
  const read = colour.parseString
  const known = new Map()
  colour.parseString = function (words) {
    const { r, g, b, alpha } = known.get(words) ?? read.call(this, words)
    known.set(words, { r, g, b, alpha })
    return Object.assign(this, { r, g, b, alpha })
  }
})()`

const require = createRequire(import.meta.url)
let read: string | undefined

function source(): string {
  read ??= readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
  return read
}
