import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requestAs } from '../testing/test-kernel.ts'
import { assembleMatters } from './assemble-matters.ts'
import type { MatterDeclaration } from './matter.types.ts'
import type { Matters } from './matters.ts'
import { matterOperations } from './operations/matter.operations.ts'
import {
  gardenAdoption,
  hallBooking,
  inventedGuards,
  inventedMatterRegisters,
  inventedRules,
} from './testing/invented-matters.ts'
import { type MatterKernel, openMatterKernel, putEvidence } from './testing/matter-kernel.ts'
import { syncMatterVersions } from './version-change/sync-versions.command.ts'
import { matterVersion } from './versions.ts'

const assemble = (...matters: readonly MatterDeclaration[]): Matters =>
  assembleMatters({
    ...{ matters, guards: inventedGuards, rules: inventedRules, registers: inventedMatterRegisters, effects: [] },
  })

/** The garden with a material more, without the state in which it is examined, and with a shorter promise. */
const next = (() => {
  const { received, waiting, deciding, granted, refused, lapsed } = gardenAdoption.states
  const { sendBack: _gone, ...decisions } = deciding.acts
  const { accept, ...others } = received.acts
  return {
    ...gardenAdoption,
    states: {
      received: { ...received, acts: { accept: { ...accept, to: 'deciding' }, ...others } },
      ...{ waiting, granted, refused, lapsed },
      deciding: { ...deciding, acts: decisions },
    },
    limits: gardenAdoption.limits.map((limit) =>
      limit.id === 'decide' ? { ...limit, promised: { n: 5, unit: 'workingDay' as const } } : limit,
    ),
    materials: [
      ...gardenAdoption.materials,
      { id: 'oath', label: '爱护承诺', kind: 'electronic', copies: 1, necessity: 'required', origin: 'applicant' },
    ],
    withdrawal: { in: ['received', 'waiting'] },
    reopening: { from: ['refused', 'withdrawn'], to: 'deciding' },
  } satisfies MatterDeclaration
})()

describe('versions of a matter', () => {
  let kernel: MatterKernel
  let first: string
  beforeAll(async () => {
    kernel = await openMatterKernel({ matters: assemble(gardenAdoption, hallBooking) })
    await putEvidence(kernel, 'e-walk')
    const sketch = { material: 'sketch', evidenceId: 'e-walk', fileName: 'a.txt', origin: 'applicant' as const }
    const { id } = await kernel.begin('resident', {
      ...{ type: 'garden-adoption', materials: [sketch] },
      values: { applicant: '张三', phone: '13900000000', bed: '西门', kind: 'flowers' },
    })
    first = id
    await kernel.act('officer', { matterId: id, act: 'accept' })
  }, 60_000)
  afterAll(() => kernel.close())

  const run = (matters: Matters, id: string, input: unknown) => {
    const operation = matterOperations(matters).find((each) => each.id === id)
    if (operation === undefined) throw new Error(id)
    return kernel.run('office', operation, input)
  }
  const sync = (matters: Matters) => kernel.run(requestAs('administrator').actor, syncMatterVersions(matters), {})
  const setParameter = (value: boolean) => {
    const parameter = {
      ...{ key: 'matter.publish-at-start', label: '', unit: '', value, choice: null, isDefault: false, about: [] },
      ...{ source: '演示', note: null },
    }
    Object.assign(kernel.county, { parameters: [parameter] })
  }

  it('keeps a declaration in the order in which it was written', async () => {
    const stored = await kernel.command('office', async (context) => {
      context.unchanged()
      return matterVersion(context, 'garden-adoption', 1)
    })
    expect(JSON.stringify(stored)).toBe(JSON.stringify(gardenAdoption))
  })

  it('writes nothing at a start at which nothing changed', async () => {
    expect(await sync(kernel.matters)).toEqual({ written: 0 })
  })

  it('shows what a change means for what is in hand before it is published, and publishes what was seen', async () => {
    setParameter(false)
    const changed = assemble(next, hallBooking)
    expect(await sync(changed)).toEqual({ written: 0 })
    const effect = await run(changed, 'matterType.effect', { type: 'garden-adoption', version: 'next' })
    expect(effect).toMatchObject({
      ...{ fromVersion: 1, toVersion: null, drafts: 0 },
      inHand: [{ version: 1, phase: 'examining', label: '审查中', count: 1, isGone: true }],
      words: [
        '在办 1 件按第 1 版办完，表单、环节和时限都不变。',
        '其中 1 件在“审查中”，新版本没有这一环节；它们仍按原版本办完。',
      ],
    })
    const words = (effect['differences'] as unknown as { words: string }[]).map((each) => each.words)
    expect(words).toEqual(
      expect.arrayContaining([
        ...[
          '取消环节“审查中”',
          '调整操作“受理”（审查中 → 待决定）',
          '取消操作“退回重审”',
          '新增材料“爱护承诺”（必交）',
        ],
        '调整时限“办理期限”（garden.decide，承诺 10 个工作日 → garden.decide，承诺 5 个工作日）',
      ]),
    )
    const publish = { type: 'garden-adoption', reason: '少走一步（演示）' }
    await expect(run(changed, 'matterType.publish', { ...publish, seen: 'something-else' })).rejects.toMatchObject({
      code: 'matter.effectUnseen',
    })
    expect(await run(changed, 'matterType.publish', { ...publish, seen: effect['seen'] })).toEqual({ version: 2 })
    await expect(run(changed, 'matterType.publish', { ...publish, seen: effect['seen'] })).rejects.toMatchObject({
      code: 'matter.versionStands',
    })
  })

  it('ends a matter in hand on the version on which it began, and begins new ones on the new version', async () => {
    await kernel.act('officer', { matterId: first, act: 'propose', opinion: '拟同意' })
    expect(await kernel.act('head', { matterId: first, act: 'sendBack', opinion: '再看看' })).toMatchObject({
      phases: ['examining'],
    })
    const sketch = { material: 'sketch', evidenceId: 'e-walk', fileName: 'a.txt', origin: 'applicant' as const }
    const values = { applicant: '李四', phone: '13900000001', bed: '南门', kind: 'flowers' }
    const application = { type: 'garden-adoption', values, materials: [sketch] }
    await expect(kernel.begin('resident', application)).rejects.toThrow(/爱护承诺/)
    // A draft that was begun before is submitted on its own version.
    const draft = await kernel.begin('resident', { ...application, version: 1 })
    const fresh = await kernel.begin('resident', {
      ...application,
      materials: [sketch, { ...sketch, material: 'oath' }],
    })
    expect(await kernel.act('officer', { matterId: draft.id, act: 'accept' })).toMatchObject({ phases: ['examining'] })
    expect(await kernel.act('officer', { matterId: fresh.id, act: 'accept' })).toMatchObject({ phases: ['deciding'] })
  })

  it('goes on with a matter that the program no longer declares, and takes no new ones', async () => {
    const without = assemble(hallBooking)
    const types = await run(without, 'matterType.list', {})
    expect(types['rows']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: 'garden-adoption', isDeclared: false, isOpen: false, version: 2 }),
      ]),
    )
    const operation = matterOperations(without).find(({ id }) => id === 'matter.act')
    if (operation === undefined) throw new Error('no matter.act')
    const { rows } = await kernel.test.tamper('select revision from matter where id = $1', [first])
    const { revision } = rows[0] as { revision: number }
    expect(
      await kernel.run('officer', operation, {
        ...{ matterId: first, act: 'propose', revision, opinion: '拟同意' },
      }),
    ).toMatchObject({ phases: ['deciding'] })
    await expect(
      run(without, 'matterType.close', { type: 'garden-adoption', reason: '不再办理' }),
    ).rejects.toMatchObject({ code: 'matter.typeUnknown' })
  })

  it('writes the next version at a start by itself, where the county does not ask to see it first', async () => {
    setParameter(true)
    expect(await sync(assemble(gardenAdoption, hallBooking))).toEqual({ written: 1 })
    const { rows } = await kernel.test.tamper(
      `select version, reason from matter_version where matter_type = 'garden-adoption' order by version`,
    )
    expect(rows).toEqual([
      { version: 1, reason: '首次登记' },
      { version: 2, reason: '少走一步（演示）' },
      { version: 3, reason: '平台升级' },
    ])
  })
})
