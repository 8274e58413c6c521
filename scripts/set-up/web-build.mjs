import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { runNpm } from './npm.mjs'
import { SetUpError } from './set-up-error.mjs'

const NOT_SOURCES = new Set(['dist', 'node_modules', '.cache'])

/**
 * Are the built pages those of the sources as they are now?
 *
 * The digest of the sources lies in the built folder itself: Vite empties the folder first, so that a build that did
 * not end leaves none. Times of files are not asked, because git sets them as it likes.
 *
 * @param {string} root
 */
export function webIsCurrent(root) {
  const stamp = stampFile(root)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sourceDigest(root)
}

/** @param {string} root */
export async function buildWeb(root) {
  console.log('正在生成网页 / building the pages')
  const digest = sourceDigest(root)
  const code = await runNpm(root, ['run', '--silent', 'build', '-w', 'web', '--', '--logLevel=warn'])
  if (code !== 0) {
    throw new SetUpError('网页生成失败（npm run build -w web），原因见上 / building the pages failed, see above')
  }
  writeFileSync(stampFile(root), digest)
}

/**
 * Over every file of the web workspace and what else decides about the result: the locked packages and the compiler
 * options.
 *
 * @param {string} root
 */
export function sourceDigest(root) {
  const hash = createHash('sha256')
  for (const file of [
    ...sourceFiles(join(root, 'web')),
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
 * @returns {string[]}
 */
function sourceFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !NOT_SOURCES.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? sourceFiles(path) : [path]
    })
}

/** @param {string} root */
const stampFile = (root) => join(root, 'web', 'dist', '.sources')
