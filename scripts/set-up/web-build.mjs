import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runNpm } from './npm.mjs'
import { SetUpError } from './set-up-error.mjs'
import { digestOf } from './source-digest.mjs'

/**
 * Are the built pages those of the sources as they are now?
 *
 * The digest of the sources lies in the built folder itself: Vite empties the folder first, so that a build that did
 * not end leaves none.
 *
 * @param {string} root
 */
export function webIsCurrent(root) {
  const stamp = stampFile(root)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === webDigest(root)
}

/** @param {string} root */
export async function buildWeb(root) {
  console.log('正在生成网页 / building the pages')
  const digest = webDigest(root)
  const code = await runNpm(root, ['run', '--silent', 'build', '-w', 'web', '--', '--logLevel=warn'])
  if (code !== 0) {
    throw new SetUpError('网页生成失败（npm run build -w web），原因见上 / building the pages failed, see above')
  }
  writeFileSync(stampFile(root), digest)
}

/** @param {string} root */
export const webDigest = (root) => digestOf(root, ['web'])

/** @param {string} root */
const stampFile = (root) => join(root, 'web', 'dist', '.sources')
