import { noticesEffect } from '@qiangxian/kernel/channels/notices-effect'
import { documentsEffect } from '@qiangxian/kernel/documents/documents-effect'
import { assembleMatters } from '@qiangxian/kernel/matters/assemble-matters'
import { statesOf } from '@qiangxian/kernel/matters/chart/states'
import { limitsEffect } from '@qiangxian/kernel/matters/limits/limits-effect'
import { publicationEffect } from '@qiangxian/kernel/matters/publication'
import { registerEntriesEffect } from '@qiangxian/kernel/matters/register-entries'
import { type MatterKernel, openMatterKernel, putEvidence } from '@qiangxian/kernel/matters/testing/matter-kernel'
import { transitionsOf, walkMatter } from '@qiangxian/kernel/matters/testing/walk-matter'
import { assembleRegisters } from '@qiangxian/kernel/registers/define-register'
import { generalFormats } from '@qiangxian/kernel/registers/formats/general-formats'
import { assembleRules } from '@qiangxian/kernel/rules/define-rule'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  matters as declaredMatters,
  registers as declaredRegisters,
  formats,
  guards,
  rules,
} from './declarations.gen.ts'
import { WALK_NOW, walkHints } from './matters.fixture.ts'

/** Together as the program has them at start; what does not fit is refused here with all its problems. */
const matters = assembleMatters({
  ...{ matters: declaredMatters, guards },
  rules: assembleRules(rules),
  registers: assembleRegisters({ registers: declaredRegisters, formats: [...generalFormats, ...formats] }),
  effects: [limitsEffect, documentsEffect, registerEntriesEffect, publicationEffect, noticesEffect],
})

describe('every path of every matter of the subjects', () => {
  let kernel: MatterKernel
  beforeAll(async () => {
    kernel = await openMatterKernel({ matters })
    await putEvidence(kernel, 'e-walk')
  }, 120_000)
  beforeEach(() => kernel.setNow(WALK_NOW))
  afterAll(() => kernel.close())

  it('has matters to walk', () => {
    expect(declaredMatters.length).toBeGreaterThan(0)
  })

  it.each(declaredMatters.map((declaration) => [declaration.id, declaration] as const))(
    '%s: every act is done, every end reached, every document issued, every register written',
    async (_, declaration) => {
      const walk = await walkMatter(kernel, declaration, walkHints[declaration.id])
      expect(walk.missed).toEqual([])
      expect([...walk.done].sort()).toEqual([...transitionsOf(declaration)].sort())
      const ends = Object.entries(declaration.states).flatMap(([name, { outcome }]) =>
        outcome === undefined ? [] : [name],
      )
      expect([...walk.ends].sort()).toEqual(ends.sort())
      for (const { on } of declaration.writes) expect(walk.written).toContain(on)
      const issued = [...statesOf(declaration).values()].flatMap(({ state }) =>
        Object.values(state.acts ?? {}).flatMap(({ issues }) => issues ?? []),
      )
      for (const document of issued) expect(walk.documents).toContain(document)
    },
    300_000,
  )
})
