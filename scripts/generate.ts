/**
 * Writes the files that are printed from the programs themselves.
 *
 *   npx tsx scripts/generate.ts           writes them
 *   npx tsx scripts/generate.ts --check   changes nothing; exits with 1 when one is not what would be written
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { printDeclarations } from './generate/print-declarations.ts'

const root = new URL('../', import.meta.url)
const isCheck = process.argv.includes('--check')
const stale: string[] = []

// The index of declarations comes first: everything after it is printed from programs that read it.
keep('modules/declarations.gen.ts', await printDeclarations(fileURLToPath(new URL('modules', root))))
const { generatedFiles } = await import('./generate/generated-files.ts')
for (const { path, text } of await generatedFiles()) keep(path, text)
if (stale.length > 0) {
  console.error(`Not what the programs say: ${stale.join(', ')}. Run: npx tsx scripts/generate.ts`)
  process.exitCode = 1
}

// The types of the pages have a program of their own, since those who write pages run it often.
const types = fileURLToPath(new URL('generate-api-types.ts', import.meta.url))
try {
  execFileSync(process.execPath, ['--import', 'tsx', types, ...(isCheck ? ['--check'] : [])], { stdio: 'inherit' })
} catch {
  process.exitCode = 1
}

function keep(path: string, text: string): void {
  const file = fileURLToPath(new URL(path, root))
  if (readOrEmpty(file) === text) return
  if (isCheck) {
    stale.push(path)
    return
  }
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  console.log(`${path} written, ${text.split('\n').length} lines`)
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
