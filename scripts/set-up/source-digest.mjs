import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

const NOT_SOURCES = new Set(['dist', 'node_modules', '.cache'])

/**
 * Over every file of some folders of the checkout, and what else decides about what is built from them: the locked
 * packages and the compiler options. Times of files are not asked, because git sets them as it likes.
 *
 * @param {string} root
 * @param {string[]} folders from the root
 * @param {(name: string) => boolean} [counts] which files, by name; all without it
 */
export function digestOf(root, folders, counts = () => true) {
  const hash = createHash('sha256')
  for (const file of [
    ...folders.flatMap((folder) => sourceFiles(join(root, folder), counts)),
    join(root, 'package-lock.json'),
    join(root, 'tsconfig.json'),
  ]) {
    const content = readFileSync(file)
    hash.update(`${relative(root, file).split(sep).join('/')}\n${content.length}\n`).update(content)
  }
  return hash.digest('hex')
}

/**
 * @param {string} folder
 * @param {(name: string) => boolean} counts
 * @returns {string[]}
 */
function sourceFiles(folder, counts) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !NOT_SOURCES.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return sourceFiles(path, counts)
      return counts(entry.name) ? [path] : []
    })
}
