import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The title and the first sentence of a page for everyone. */
export interface FirstWords {
  readonly title: string
  readonly lead: string
}

/** As the web build prints it: web/first-load.ts. */
interface FirstPage {
  readonly path: string
  readonly asks: readonly string[]
  readonly files: readonly string[]
  readonly words: FirstWords | null
}

/** The words of what is shown: of a service, of an occasion; undefined where there is none of that name. */
export type WordsOf = (kind: 'service' | 'event', id: string) => FirstWords | undefined

/**
 * The one page of the web build, as each address gets it: for everyone's pages with their title and first sentence, the
 * scripts and styles that they will need, and what they will ask, so that nothing waits for the program to find that
 * out. Every other address gets it as it was built.
 */
export function pageShell(folder: string, wordsOf: WordsOf): (path: string) => string {
  const file = join(folder, 'index.html')
  let built = readBuilt(folder)
  return (path) => {
    // A new build is served without a start of the server.
    if (statSync(file).mtimeMs !== built.at) built = readBuilt(folder)
    const { html, pages } = built
    const place = placeOf(path, pages)
    if (place === undefined) return html
    const { page, pieces } = place
    const words =
      page.words ?? wordsOf(pieces['type'] === undefined ? 'event' : 'service', Object.values(pieces)[0] ?? '')
    // What is not there is said by the page itself.
    return words === undefined ? html : filled(html, page, words, pieces)
  }
}

interface Built {
  readonly at: number
  readonly html: string
  readonly pages: readonly FirstPage[]
}

function readBuilt(folder: string): Built {
  const file = join(folder, 'index.html')
  const list = join(folder, 'first-load.json')
  return {
    at: statSync(file).mtimeMs,
    html: readFileSync(file, 'utf8'),
    pages: existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')).pages : [],
  }
}

type Pieces = Readonly<Record<string, string>>

/** The first page of the list that the address is one of: what stands for itself comes before what stands for anything. */
function placeOf(path: string, pages: readonly FirstPage[]): { page: FirstPage; pieces: Pieces } | undefined {
  for (const page of pages) {
    const wanted = page.path.split('/')
    const given = path.split('/')
    if (wanted.length !== given.length) continue
    const pieces: Record<string, string> = {}
    const fits = wanted.every((piece, at) => {
      const is = given[at] ?? ''
      if (!piece.startsWith('$')) return piece === is
      pieces[piece.slice(1)] = is
      return /^[a-z0-9-]+$/.test(is)
    })
    if (fits) return { page, pieces }
  }
  return undefined
}

function filled(html: string, page: FirstPage, words: FirstWords, pieces: Pieces): string {
  const asks = page.asks.map((ask) => ask.replace(/\$(\w+)/g, (_, name: string) => pieces[name] ?? ''))
  const files = page.files
    // what every page loads stands there already
    .filter((file) => !html.includes(`"/${file}"`))
    .map((file) =>
      file.endsWith('.css')
        ? // fetched, and put to use by the page: the first words wait for none of it
          `<link rel="preload" as="style" crossorigin href="/${file}">`
        : `<link rel="modulepreload" fetchpriority="low" crossorigin href="/${file}">`,
    )
  const title = escaped(words.title)
  return (
    html
      .replace(/<title>[^<]*/, () => `<title>${title}`)
      .replace(/(name="description"\s+content=")[^"]*/, (_, before: string) => `${before}${escaped(words.lead)}`)
      .replace(
        / *<script src="\/before-paint/,
        (script) => `<meta name="qx-asks" content="${asks.join(' ')}">\n${script}`,
      )
      // on a slow line the words come before the program
      .replaceAll('<script type="module"', '<script type="module" fetchpriority="low"')
      .replaceAll('<link rel="modulepreload" crossorigin', '<link rel="modulepreload" fetchpriority="low" crossorigin')
      .replace('</head>', () => `${files.join('\n')}\n</head>`)
      .replace('<p class="first-heading">', (start) => `${start}${inParts(title)}`)
      .replace('<p class="first-lead">', (start) => `${start}${escaped(words.lead)}`)
  )
}

/** A long title breaks after a comma rather than anywhere. */
function inParts(title: string): string {
  return title
    .split(/(?<=，)/)
    .map((part) => `<span>${part}</span>`)
    .join('')
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
