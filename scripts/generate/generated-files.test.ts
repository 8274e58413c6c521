import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { generatedFiles } from './generated-files.ts'

describe('files printed from the programs', async () => {
  const files = await generatedFiles()

  it.each(files.map(({ path, text }) => [path, text]))('%s is what the programs say now', (path, text) => {
    const committed = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
    expect(committed, 'run: npx tsx scripts/generate.ts').toBe(text)
  })

  it('no file is printed twice or empty', () => {
    expect(new Set(files.map((file) => file.path)).size).toBe(files.length)
    for (const { path, text } of files) expect(text.length, path).toBeGreaterThan(200)
  })
})
