import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { SetUpError } from './set-up-error.mjs'
import { digestOf } from './source-digest.mjs'

const PARTS = ['engines', 'kernel', 'modules', 'counties', 'server']
/** A server that runs since before an upgrade may still fetch a part of its own build. */
const KEPT = 3

/**
 * The server as JavaScript, in a folder of the checkout that is named by the digest of its sources and of where they
 * lie, which is written into it. It is there when its build has ended: a start reads a dozen files instead of a
 * thousand, and begins twice as soon.
 *
 * @param {string} root
 */
export function builtProgramFile(root) {
  const sources = digestOf(root, PARTS, (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  const digest = createHash('sha256').update(`${root}\n${sources}`).digest('hex')
  return join(root, '.cache', `program-${digest.slice(0, 16)}`, 'main.js')
}

/** @param {string} root */
export const programIsBuilt = (root) => existsSync(builtProgramFile(root))

/** @param {string} root */
export async function buildProgram(root) {
  const folder = join(builtProgramFile(root), '..')
  const { build } = await import('vite')
  const unfinished = mkdtempSync(join(root, '.cache', 'building-'))
  try {
    await build({
      ...{ root, configFile: false, logLevel: 'warn' },
      // The house is built in; packages stay what npm has installed.
      ssr: { noExternal: [/^@qiangxian\//] },
      plugins: [{ name: 'where-it-was-written', enforce: 'pre', transform: placed }],
      build: {
        ...{ ssr: true, outDir: unfinished, emptyOutDir: false, sourcemap: true, target: 'node20' },
        rollupOptions: {
          input: { main: join(root, 'server/main.ts') },
          output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      },
    })
    // For whoever the server runs as.
    chmodSync(unfinished, 0o755)
    rmSync(folder, { recursive: true, force: true })
    renameSync(unfinished, folder)
    forgetOlder(join(root, '.cache'))
  } catch (cause) {
    rmSync(unfinished, { recursive: true, force: true })
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new SetUpError(`程序生成失败：${why} / building the program failed, see above`)
  }
}

/**
 * What looks for a file beside itself finds it where its source lies, wherever the build is.
 *
 * @param {string} code
 * @param {string} id
 */
function placed(code, id) {
  const [file = ''] = id.split('?')
  if (!file.endsWith('.ts') || !code.includes('import.meta.url')) return undefined
  return { code: code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(file).href)), map: null }
}

/** @param {string} cache */
function forgetOlder(cache) {
  const built = readdirSync(cache)
    .filter((name) => name.startsWith('program-'))
    .map((name) => ({ path: join(cache, name), at: statSync(join(cache, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at)
  for (const { path } of built.slice(KEPT)) rmSync(path, { recursive: true, force: true })
}
