/**
 * Weighs the first load: the entry script with everything that it imports statically, gzipped. Fails above the budget.
 * Pages, forms and charts are imported lazily and are listed for information.
 */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const budgetKb = 150
const dist = new URL('./dist/', import.meta.url)

interface Chunk {
  readonly file: string
  readonly isEntry?: boolean
  readonly imports?: readonly string[]
}

const manifest: Record<string, Chunk> = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'))
const weigh = (file: string) => gzipSync(readFileSync(new URL(file, dist))).length / 1000

function withImports(key: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(key)) return seen
  seen.add(key)
  for (const next of manifest[key]?.imports ?? []) withImports(next, seen)
  return seen
}

const entry = Object.entries(manifest).find(([, chunk]) => chunk.isEntry === true)
if (entry === undefined) throw new Error('The build has no entry. Run: npm run build -w web')

const first = withImports(entry[0])
const sizes = Object.entries(manifest)
  .filter(([, chunk]) => chunk.file.endsWith('.js'))
  .map(([key, chunk]) => ({ key, kb: weigh(chunk.file), first: first.has(key) }))
  .sort((a, b) => b.kb - a.kb)

for (const { key, kb, first } of sizes)
  console.log(`${kb.toFixed(1).padStart(7)} kB  ${first ? 'first' : 'later'}  ${key}`)
const total = sizes.filter((one) => one.first).reduce((sum, one) => sum + one.kb, 0)
console.log(`First load of script: ${total.toFixed(1)} kB gzip, budget ${budgetKb} kB`)
if (total > budgetKb) process.exit(1)
