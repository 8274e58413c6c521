import type { Plugin } from 'vite'
import { findTexts } from './src/pages/portal/find/find.texts.ts'
import { eligibilityTexts } from './src/pages/portal/guide/eligibility.texts.ts'
import { homeWords } from './src/pages/portal/home/home-words.ts'
import { publicTexts } from './src/pages/portal/public/public.texts.ts'
import { statusTexts } from './src/pages/portal/status/status.texts.ts'
import { trainingTexts } from './src/pages/portal/training/training.texts.ts'
import { windowTexts } from './src/pages/portal/window/window.texts.ts'

/** A page for everyone that people come to from outside, and what it needs at once. */
interface FirstPage {
  /** as in the table of routes: /services/$type */
  readonly path: string
  /** its file below src/pages/portal */
  readonly page: string
  /** what it asks the server; a piece of its own address stands as in `path` */
  readonly asks: readonly string[]
  /** its title and first sentence; null where they are those of what is shown, which the server knows */
  readonly words: { readonly title: string; readonly lead: string } | null
}

const find = findTexts.zh
const { title: findTitle } = find
const records = publicTexts.zh
const page = (path: string, file: string, asks: readonly string[], words: FirstPage['words']): FirstPage => ({
  ...{ path, page: file, words },
  asks: ['/session', ...asks],
})

const pages: readonly FirstPage[] = [
  page('/services', 'home/home-page', ['/services', '/life-events'], {
    title: homeWords.heading.join(''),
    lead: homeWords.lead,
  }),
  page('/services/find', 'find/find-page', [], { title: findTitle, lead: find.allLead }),
  page('/services/$type', 'guide/guide-page', ['/services/$type'], null),
  page('/life-events/$event', 'guide/life-event-page', ['/life-events'], null),
  page('/status', 'status/status-page', [], { title: statusTexts.zh.title, lead: statusTexts.zh.lead }),
  page('/policies', 'public/policies-page', ['/policies'], { title: records.policies, lead: records.policiesLead }),
  page('/publications', 'public/publications-page', [], {
    title: records.publications,
    lead: records.publicationsLead,
  }),
  page('/experts', 'public/experts-page', [], { title: records.experts, lead: records.expertsLead }),
  page('/eligibility', 'guide/eligibility-page', ['/grant-calls/eligibility'], {
    title: eligibilityTexts.zh.title,
    lead: eligibilityTexts.zh.lead,
  }),
  page('/trainings', 'training/trainings-page', ['/training-sessions'], {
    title: trainingTexts.zh.title,
    lead: trainingTexts.zh.lead,
  }),
  page('/tickets', 'window/tickets-page', ['/halls'], { title: windowTexts.zh.title, lead: windowTexts.zh.lead }),
]

/** What of the build is looked at: the printed scripts, with what they need. */
type Bundle = Readonly<
  Record<
    string,
    | { readonly type: 'asset' }
    | {
        readonly type: 'chunk'
        readonly fileName: string
        readonly facadeModuleId: string | null
        readonly moduleIds: readonly string[]
        readonly imports: readonly string[]
        readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> }
      }
  >
>

/**
 * So that a page for everyone is read early on a slow line: keeps a place for its first words in index.html, and prints
 * first-load.json, by which the server puts those words, and the scripts, styles and answers that the page needs, into
 * the page itself (server/page-shell.ts). Without that file everything works, a few moments later.
 */
export function firstLoad(): Plugin {
  const place = '<div id="app"></div>'
  const words = '<div class="first-say"><p class="first-heading"></p><p class="first-lead"></p></div>'
  const shell = `<div id="first-paint"><div class="first-head"></div>${words}</div>`
  return {
    name: 'first-load',
    transformIndexHtml: (html) => {
      if (!html.includes(place)) throw new Error(`index.html has no ${place}`)
      return html.replace(place, `${place}\n    ${shell}`)
    },
    // after the scripts that held nothing but styles are gone
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const printed = pages.map(({ path, page, asks, words }) => ({
          ...{ path, asks, words },
          files: [...new Set(['frame/portal-frame', page].flatMap((file) => filesOf(file, bundle)))],
        }))
        this.emitFile({ type: 'asset', fileName: 'first-load.json', source: JSON.stringify({ pages: printed }) })
      },
    },
  }
}

/** The script that holds a page, with all that it imports, and their styles. */
function filesOf(file: string, bundle: Bundle): readonly string[] {
  const ending = `/src/pages/portal/${file}.tsx`
  const home = Object.values(bundle).find(
    (one) => one.type === 'chunk' && one.moduleIds.some((id) => id.endsWith(ending)),
  )
  if (home?.type !== 'chunk') throw new Error(`The build has no ${ending}`)
  const seen = new Set<string>()
  const styles = new Set<string>()
  const visit = (name: string) => {
    const one = bundle[name]
    if (seen.has(name) || one?.type !== 'chunk') return
    seen.add(name)
    for (const style of one.viteMetadata?.importedCss ?? []) styles.add(style)
    for (const next of one.imports) visit(next)
  }
  visit(home.fileName)
  return [...styles, ...seen]
}
