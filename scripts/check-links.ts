/** Fails when a document links to a file that is not there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { deadLinks } from './documents/dead-links.ts'
import { ROOT } from './set-up/set-up.mjs'

/** Below what the house has: a check that finds almost nothing has stopped looking. */
const LEAST_DOCUMENTS = 12
const NOT_OURS = new Set(['node_modules', 'dist', 'data', '.git', '.cache'])

function documentsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !NOT_OURS.has(entry.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return documentsIn(path)
      return entry.name.endsWith('.md') ? [relative(ROOT, path).split(sep).join('/')] : []
    })
}

const documents = documentsIn(ROOT)
const problems = documents.flatMap((document) =>
  deadLinks(document, readFileSync(join(ROOT, document), 'utf8'), (path) => existsSync(join(ROOT, path))).map(
    ({ line, target }) => `${document}:${line}: there is no ${target}`,
  ),
)
for (const problem of problems) console.error(problem)
if (documents.length < LEAST_DOCUMENTS) console.error(`only ${documents.length} documents were found`)
if (problems.length > 0 || documents.length < LEAST_DOCUMENTS) process.exitCode = 1
console.log(`${documents.length} documents: ${problems.length} problems`)
