import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installPackages, packagesAreInstalled } from './installed-packages.mjs'
import { takeLock } from './lock.mjs'
import { buildProgram, programIsBuilt } from './program-build.mjs'
import { buildWeb, webIsCurrent } from './web-build.mjs'

/** The checkout that these scripts belong to, wherever they are called from. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/**
 * @typedef {object} Part  one thing that must be there before a program can run
 * @property {(root: string) => boolean} isReady
 * @property {(root: string) => Promise<void>} prepare
 */

/** @type {Part} */
export const packages = { isReady: packagesAreInstalled, prepare: installPackages }

/** @type {Part} */
export const builtProgram = { isReady: programIsBuilt, prepare: buildProgram }

/** @type {Part} */
export const builtWeb = { isReady: webIsCurrent, prepare: buildWeb }

/**
 * Prepares what is missing. Writes nothing when nothing is, so that a finished checkout can be read-only.
 *
 * @param {Part[]} parts in the order in which they need each other
 * @throws SetUpError
 */
export async function setUp(parts, root = ROOT) {
  if (parts.every((part) => part.isReady(root))) return
  const giveBack = await takeLock(join(root, '.cache', 'set-up.lock'), () =>
    console.log('另一个程序正在准备，等它完成 / another program is setting up, waiting for it'),
  )
  try {
    for (const part of parts) {
      // Asked again: whoever had the lock before may have done it.
      if (!part.isReady(root)) await part.prepare(root)
    }
  } finally {
    giveBack()
  }
}
