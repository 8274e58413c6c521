import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { documentsEffect } from '@qiangxian/kernel/documents/documents-effect'
import { assembleMatters } from '@qiangxian/kernel/matters/assemble-matters'
import { limitsEffect } from '@qiangxian/kernel/matters/limits/limits-effect'
import type { MatterDeclaration } from '@qiangxian/kernel/matters/matter.types'
import { matterOperations } from '@qiangxian/kernel/matters/operations/matter.operations'
import { publicationEffect } from '@qiangxian/kernel/matters/publication'
import { registerEntriesEffect } from '@qiangxian/kernel/matters/register-entries'
import { type MatterKernel, openMatterKernel, putEvidence } from '@qiangxian/kernel/matters/testing/matter-kernel'
import { transitionsOf, walkMatter } from '@qiangxian/kernel/matters/testing/walk-matter'
import { assembleRegisters } from '@qiangxian/kernel/registers/define-register'
import { generalFormats } from '@qiangxian/kernel/registers/formats/general-formats'
import { assembleRules } from '@qiangxian/kernel/rules/define-rule'
import { registers as declaredRegisters, formats, guards, rules } from '@qiangxian/modules/declarations.gen'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printDeclarations } from './generate/print-declarations.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const text = readFileSync(join(root, 'docs/how-to-add-a-matter.md'), 'utf8')

describe('how to add a matter, step by step', () => {
  const folder = mkdtempSync(join(tmpdir(), 'qx-how-to-matter-'))
  const { path, code } = fileOfStepTwo()
  let kernel: MatterKernel
  let declaration: MatterDeclaration
  let index: string

  beforeAll(async () => {
    // Steps 1 and 2, in a copy of the modules: the file is new, and nothing else is touched.
    const modules = join(folder, 'modules')
    cpSync(join(root, 'modules'), modules, { recursive: true, filter: (from) => !from.includes('node_modules') })
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), code)
    const written = (await import(pathToFileURL(join(folder, path)).href)) as { readingSeat: MatterDeclaration }
    declaration = written.readingSeat
    // Steps 3 and 4: found by its ending, checked with everything that it names, in a county that offers it.
    index = await printDeclarations(modules)
    const matters = assembleMatters({
      ...{ matters: [declaration], guards, rules: assembleRules(rules) },
      registers: assembleRegisters({ registers: declaredRegisters, formats: [...generalFormats, ...formats] }),
      effects: [limitsEffect, documentsEffect, registerEntriesEffect, publicationEffect],
    })
    kernel = await openMatterKernel({ matters })
    await putEvidence(kernel, 'e-walk')
  }, 120_000)
  afterAll(async () => {
    await kernel.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('has five steps and no more', () => {
    expect(text.match(/^\d+\. \*\*/gm)).toHaveLength(5)
  })

  it('finds the new file by its ending', () => {
    expect(index).toContain(`import { readingSeat } from './${path.replace('modules/', '')}'`)
    expect(/export const matters[^=]*= \[([^\]]*)\]/.exec(index)?.[1]).toContain('\n  readingSeat,\n')
  })

  it('is offered with its form, its flow and its first version', async () => {
    const show = matterOperations(kernel.matters).find(({ id }) => id === 'matterType.show')
    if (show === undefined) throw new Error('no matterType.show')
    const shown = await kernel.run('neighbour', show, { type: 'reading-seat' })
    expect(shown).toMatchObject({
      ...{ version: 1, isOpen: true, isDeclared: true },
      form: [{ fields: [{ name: 'name' }, { name: 'purpose' }, { name: 'when' }] }],
      flow: { boxes: expect.arrayContaining([expect.objectContaining({ id: 'received', kind: 'start' })]) },
    })
  })

  it('walks every path, to each end and its document', async () => {
    const walk = await walkMatter(kernel, declaration)
    expect(walk.missed).toEqual([])
    expect([...walk.done].sort()).toEqual([...transitionsOf(declaration)].sort())
    expect([...walk.ends].sort()).toEqual(['declined', 'reserved'])
    expect([...walk.documents]).toEqual(['pass'])
  })

  it('refuses a slip in the file with its place', () => {
    const { received, ...others } = declaration.states
    const slip = { ...declaration, states: { ...others, received: { ...received, acts: {} } } } as MatterDeclaration
    const together = () =>
      assembleMatters({ ...kernel.matters, matters: [slip], guards: [], rules: kernel.matters.rules, effects: [] })
    expect(together).toThrow(/reading-seat\.states\.received: an end needs an outcome/)
    expect(together).toThrow(/reading-seat\.states\.reserved: nothing leads there/)
  })
})

/** The file that step 2 writes: its first line says where. */
function fileOfStepTwo(): { path: string; code: string } {
  const block = /```ts\n([\s\S]*?)```/.exec(text)?.[1]?.replaceAll(/^ {3}/gm, '') ?? ''
  const path = /^\/\/ (modules\/\S+\.matter\.ts)$/m.exec(block)?.[1]
  if (path === undefined) throw new Error('step 2 does not say where the file goes')
  return { path, code: block.slice(block.indexOf('\n') + 1) }
}
