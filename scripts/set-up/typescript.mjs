import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * Imports a TypeScript program of the checkout into this process. Only after the packages are installed.
 *
 * @param {string} root
 * @param {string} file from the root
 * @returns {Promise<any>} the module
 */
export async function runTypeScript(root, file) {
  const { register } = await import('tsx/esm/api')
  // Named, because tsx looks for it in the current folder, and the server may be started from any.
  register({ tsconfig: join(root, 'tsconfig.json') })
  return import(pathToFileURL(join(root, file)).href)
}
