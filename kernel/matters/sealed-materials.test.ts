import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { showEvidence } from '../evidence/evidence.operations.ts'
import { actOnMatter } from './act-on-matter.ts'
import { assembleMatters } from './assemble-matters.ts'
import type { MaterialDeclaration } from './matter.types.ts'
import type { MatterDetail } from './matters.schemas.ts'
import { matterOperations } from './operations/matter.operations.ts'
import { matterDetail } from './reading/matter-detail.ts'
import { gardenAdoption, inventedGuards, inventedMatterRegisters, inventedRules } from './testing/invented-matters.ts'
import { type MatterKernel, openMatterKernel, putEvidence, type Somebody } from './testing/matter-kernel.ts'

const letter: MaterialDeclaration = {
  ...{ id: 'letter', label: '身份证件', kind: 'copy', copies: 1, necessity: 'optional', origin: 'applicant' },
  sealed: true,
}
const matters = assembleMatters({
  matters: [{ ...gardenAdoption, materials: [...gardenAdoption.materials, letter] }],
  guards: inventedGuards,
  rules: inventedRules,
  registers: inventedMatterRegisters,
  effects: [],
})
const values = { applicant: '张三丰', phone: '13800000000', bed: '东坡书院花圃（演示）', kind: 'flowers' }
const unseal = matterOperations(matters).find(({ id }) => id === 'matter.unseal')

let kernel: MatterKernel
beforeAll(async () => {
  kernel = await openMatterKernel({ matters })
})
afterAll(() => kernel.close())

let count = 0
async function begun(entrance: 'account' | 'window' = 'account') {
  count += 1
  const [identity, sketch] = [`identity-${count}`, `sketch-${count}`]
  for (const id of [identity, sketch]) await putEvidence(kernel, id)
  // The clerk scanned both: of what is not sealed, who gave it goes on reading it.
  if (entrance === 'window') {
    await kernel.test.tamper(`update evidence set given_by = 'acc-clerk' where id = any($1)`, [[identity, sketch]])
  }
  const { id } = await kernel.begin(entrance === 'window' ? 'clerk' : 'resident', {
    ...{ type: 'garden-adoption', values, entrance },
    ...(entrance === 'window' ? { applicant: { label: '张*', account: 'acc-resident' } } : {}),
    materials: [
      { material: 'sketch', evidenceId: sketch, fileName: 's.png', origin: 'applicant' },
      { material: 'letter', evidenceId: identity, fileName: '张三丰.png', origin: 'applicant' },
    ],
  })
  return { id, identity, sketch }
}
const reads = (who: Somebody, evidenceId: string) =>
  kernel.run(who, showEvidence, { evidenceId }).then(
    () => true,
    (error: { code?: string }) => {
      expect(error.code).toBe('operation.notFound')
      return false
    },
  )
const detail = (who: Somebody, id: string): Promise<MatterDetail> =>
  kernel.command(who, async (context) => {
    context.unchanged()
    return matterDetail(context, matters, id)
  })
const open = (who: Somebody, matterId: string) => {
  if (unseal === undefined) throw new Error('no operation')
  return kernel.run(who, unseal, { matterId, reason: '核对身份' })
}

describe('a material under seal (封存材料)', () => {
  it('is read by who applied, and by nobody else, whoever gave it and whatever they read besides', async () => {
    const { identity, sketch } = await begun('window')
    const readers = ['resident', 'officer', 'head', 'clerk', 'office', 'stranger'] as const
    const read: Record<string, boolean[]> = {}
    for (const who of readers) read[who] = [await reads(who, sketch), await reads(who, identity)]
    expect(read).toEqual({
      resident: [true, true],
      officer: [true, false],
      head: [true, false],
      clerk: [true, false],
      office: [true, false],
      stranger: [false, false],
    })
  })

  it('stands in the case of those who may open it as a thing under seal, and of others not at all', async () => {
    const { id } = await begun()
    const row = (await detail('officer', id)).materials.find(({ material }) => material === 'letter')
    expect(row).toMatchObject({ isSealed: true, evidenceId: null, fileName: null, byLabel: '', bytes: null })
    expect((await detail('office', id)).materials.map(({ material }) => material)).toEqual(['sketch'])
    expect(JSON.stringify(await detail('office', id))).not.toContain('张三丰.png')
  })

  it('is opened with the fields, for a reason that the journal keeps, and closes after an hour', async () => {
    kernel.setNow(new Date('2026-11-26T09:00:00+08:00'))
    const { id, identity } = await begun()
    await expect(open('stranger', id)).rejects.toMatchObject({ code: 'matter.unknown' })
    const opened = (await open('officer', id)) as unknown as { materials: { id: string; evidenceId: string }[] }
    expect(opened.materials).toMatchObject([{ label: '身份证件', evidenceId: identity, fileName: '张三丰.png' }])
    expect([await reads('officer', identity), await reads('colleague', identity)]).toEqual([true, false])
    const { rows } = await kernel.test.tamper(
      'select reason, after from journal where subject_id = $1 order by sequence',
      [id],
    )
    expect(rows.at(-1)).toMatchObject({ reason: '核对身份' })
    expect(JSON.stringify(rows.at(-1))).toContain(opened.materials[0]?.id)
    kernel.setNow(new Date('2026-11-26T10:01:00+08:00'))
    expect(await reads('officer', identity)).toBe(false)
  })

  it('closes to an officer whose unit handed the matter on', async () => {
    kernel.setNow(new Date('2026-11-26T11:00:00+08:00'))
    const { id, identity } = await begun()
    await open('officer', id)
    await kernel.command('head', (context) =>
      actOnMatter(context, matters, {
        ...{ matterId: id, act: 'transfer', opinion: '归云亭镇办' },
        input: { unit: kernel.units['云亭镇'] },
      }),
    )
    expect([await reads('officer', identity), await reads('stranger', identity)]).toEqual([false, false])
  })

  it('is not declared where experts would read it', () => {
    const withReview = {
      ...gardenAdoption,
      materials: [...gardenAdoption.materials, letter],
      review: { ...({} as object), materials: ['letter'] },
    }
    expect(() =>
      assembleMatters({
        ...{ matters: [withReview as never], guards: inventedGuards, rules: inventedRules, effects: [] },
        registers: inventedMatterRegisters,
      }),
    ).toThrow(/letter: it is sealed, and experts would read it/)
  })
})
