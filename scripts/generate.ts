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
import { generatedFiles } from './generate/generated-files.ts'

const root = new URL('../', import.meta.url)
const isCheck = process.argv.includes('--check')
const stale: string[] = []

for (const { path, text } of await generatedFiles()) {
  const file = fileURLToPath(new URL(path, root))
  if (readOrEmpty(file) === text) continue
  if (isCheck) {
    stale.push(path)
    continue
  }
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  console.log(`${path} written, ${text.split('\n').length} lines`)
}
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

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
