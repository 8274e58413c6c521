import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inventedMatters } from './testing/invented-matters.ts'
import { type MatterKernel, openMatterKernel, putEvidence } from './testing/matter-kernel.ts'
import { transitionsOf, walkMatter } from './testing/walk-matter.ts'

describe('every path of invented matters', () => {
  let kernel: MatterKernel
  beforeAll(async () => {
    kernel = await openMatterKernel()
    await putEvidence(kernel, 'e-walk')
  }, 60_000)
  afterAll(() => kernel.close())

  it.each(inventedMatters.map((declaration) => [declaration.id, declaration] as const))(
    '%s: every act is done, every end is reached',
    async (_, declaration) => {
      const walk = await walkMatter(kernel, declaration)
      expect(walk.missed).toEqual([])
      expect([...walk.done].sort()).toEqual([...transitionsOf(declaration)].sort())
      const ends = Object.entries(declaration.states).flatMap(([name, { outcome }]) =>
        outcome === undefined ? [] : [name],
      )
      expect([...walk.ends].sort()).toEqual(ends.sort())
      for (const { on } of declaration.writes) expect(walk.written).toContain(on)
    },
    60_000,
  )

  it('says what cannot be done, and why, where a guard never opens', async () => {
    kernel.setNow(new Date('2026-11-29T02:00:00Z'))
    const [garden] = inventedMatters
    if (garden === undefined) throw new Error('no invented matter')
    const walk = await walkMatter(kernel, garden)
    const why = expect.stringMatching(/matter\.refusedByGuard: .*星期日不作决定/)
    expect(walk.missed).toEqual([
      { transition: 'deciding.grant', why },
      { transition: 'end granted', why },
    ])
  }, 60_000)
})
