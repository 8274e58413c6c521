import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawOperations } from '../draws/draw.operations.ts'
import type { DrawDetail } from '../draws/draws.schemas.ts'
import { assembleMatters } from '../matters/assemble-matters.ts'
import { defineMatter } from '../matters/define-matter.ts'
import { gardenAdoption } from '../matters/testing/invented-matters.ts'
import { type MatterKernel, openMatterKernel, type Somebody } from '../matters/testing/matter-kernel.ts'
import type { Operation } from '../operations/operation.ts'
import { assembleRegisters, defineRegister } from '../registers/define-register.ts'
import { text } from '../registers/fields.ts'
import { generalFormats } from '../registers/formats/general-formats.ts'
import { writeRecords } from '../registers/write-records.ts'
import { assembleRules } from '../rules/define-rule.ts'
import { askWhoWasDrawn, reviewOperations } from './review.operations.ts'
import { asideBecause, reviewSubject } from './review-panel.ts'
import type { MatterReviews, OwnReview } from './reviews.schemas.ts'

const tasters = defineRegister({
  ...{ id: 'taster', area: 'services', systems: ['S99'], label: '品评员', labelEn: 'Tasters', recordLabel: '品评员' },
  ...{ countUnit: '人', about: '演示。', source: '演示', key: ['name'], title: 'name', columns: ['name'] },
  fields: {
    name: text('姓名', 'Name', { required: true }),
    employer: text('单位', 'Employer'),
  },
  access: { public: 'none', units: 'all', editedBy: 'office' },
  retentionYears: null,
})

const registers = assembleRegisters({ registers: [tasters], formats: generalFormats })

const contest = defineMatter({
  ...{ id: 'contest-entry', area: 'services', systems: ['S99'], label: '评选报名', labelEn: 'Contest entry' },
  ...{ about: '演示。', titleFrom: ['club'], guide: gardenAdoption.guide, materials: [], limits: [], documents: {} },
  ...{ notices: [], writes: [], archive: gardenAdoption.archive, sources: gardenAdoption.sources },
  form: {
    steps: [
      {
        id: 'entry',
        label: '作品',
        fields: {
          club: text('报名单位', 'Club', { required: true }),
          idea: text('构思', 'Idea', { required: true }),
        },
      },
    ],
  },
  entrances: ['account'],
  initial: 'judging',
  states: {
    judging: {
      ...{ label: '评审中', labelEn: 'Judging', forApplicant: '正在评审。', turn: 'expert' },
      acts: {
        award: { label: '入选', labelEn: 'Award', to: 'chosen', by: ['handler'], guards: ['reviews-complete'] },
      },
    },
    chosen: { label: '入选', labelEn: 'Chosen', forApplicant: '入选。', outcome: 'granted' },
  },
  review: {
    in: ['judging'],
    criteria: [
      { id: 'taste', label: '味', labelEn: 'Taste', most: 60 },
      { id: 'look', label: '相', labelEn: 'Look', most: 40 },
    ],
    ...{ experts: 3, least: 3, combine: 'mean', within: { n: 5, unit: 'workingDay' }, shows: ['idea'], materials: [] },
    from: { register: 'taster', employer: 'employer' },
  },
})

const matters = assembleMatters({
  ...{ matters: [contest], guards: [], rules: assembleRules([]), registers, effects: [] },
})

const operations: readonly Operation[] = [
  ...drawOperations(registers, { [reviewSubject]: askWhoWasDrawn }),
  ...reviewOperations({ registers }),
]

describe('blind review (专家评审)', () => {
  let kernel: MatterKernel
  let matterId = ''
  /** records of tasters by name */
  const records = new Map<string, string>()

  beforeAll(async () => {
    kernel = await openMatterKernel({ matters })
    await kernel.command('office', async (context) => {
      const rows = ['甲', '乙', '丙', '丁', '戊', '己'].map((name) => ({
        values: { name: `${name}品（演示）`, employer: name === '己' ? '青 藤社（演示）' : '别处（演示）' },
      }))
      const written = await writeRecords(context, registers, registers.get('taster'), rows, {
        origin: 'form',
        reason: null,
      })
      for (const { id, label } of written) records.set(label, id)
      await context.record({ subject: { kind: 'taster', id: 'all' }, before: null, after: { count: rows.length } })
    })
    const begun = await kernel.begin('resident', {
      type: 'contest-entry',
      values: { club: '青藤社（演示）', idea: '用竹（演示）' },
      applicant: { label: '青藤社（演示）', account: 'acc-resident' },
    })
    matterId = begun.id
  }, 60_000)
  afterAll(() => kernel.close())

  const run = <Answer>(who: Somebody, id: string, input: object): Promise<Answer> => {
    const operation = operations.find((each) => each.id === id)
    if (operation === undefined) throw new Error(id)
    return kernel.run(who, operation, input) as Promise<unknown> as Promise<Answer>
  }
  /** The one expert account of the test acts for whichever record is asked for. */
  const judgeIs = (record: string) =>
    kernel.test.tamper(`delete from account_entity where account_id = 'acc-judge'`).then(() =>
      kernel.test.tamper(
        `insert into account_entity (jurisdiction, account_id, register, record_id, granted_at, granted_by_label)
           values ('yanshi', 'acc-judge', 'taster', $1, '2026-11-25', '演示')`,
        [record],
      ),
    )
  const reviews = () => run<MatterReviews>('officer', 'review.ofMatter', { matterId })
  const ownReview = async () => {
    const { reviews: own } = await run<{ reviews: { id: string; status: string }[] }>('judge', 'review.list', {})
    return own[0]?.id ?? 'none'
  }

  it('fixes list and commitment first, and leaves out who is employed by the applicant', async () => {
    const fixed = await run<DrawDetail>('officer', 'review.draw', { matterId, reserves: 2 })
    expect(fixed.inputs.candidates).toHaveLength(6)
    expect(fixed.inputs.excluded).toEqual([{ id: records.get('己品（演示）'), reason: '任职单位是申请人' }])
    expect(fixed).toMatchObject({ wanted: 3, reserves: 2, result: null, faults: null, drawnAt: null })
    const { rows } = await kernel.test.tamper('select seed_cipher from draw')
    expect(String(rows[0]?.['seed_cipher'])).not.toMatch(/[0-9a-f]{64}/)

    const drawn = await run<DrawDetail>('officer', 'draw.reveal', { drawId: fixed.id, publicValue: '0817' })
    expect(drawn.result?.drawn).toHaveLength(3)
    expect(drawn.faults).toEqual([])
    const again = await run<DrawDetail>('officer', 'draw.reveal', { drawId: fixed.id, publicValue: '9999' })
    expect(again.result).toEqual(drawn.result)
    expect((await reviews()).reviews.map(({ status }) => status)).toEqual(['asked', 'asked', 'asked'])
  })

  it('shows an expert what is to be judged, and nothing of who applied', async () => {
    const [first] = (await reviews()).reviews
    await judgeIs(first?.expertRecord ?? '')
    const review = await run<OwnReview>('judge', 'review.show', { reviewId: await ownReview() })
    expect(review.shown).toEqual([{ label: '构思', words: '用竹（演示）' }])
    expect(JSON.stringify(review)).not.toMatch(/青藤|YA-IP|resident/)
    expect(review.code).toMatch(/^P[0-9A-F]{6}$/)
  })

  it('does not open the review of another, to anybody', async () => {
    const [, second] = (await reviews()).reviews
    await expect(run('judge', 'review.show', { reviewId: second?.id ?? '' })).rejects.toMatchObject({
      code: 'review.unknown',
    })
    await expect(run('stranger', 'review.ofMatter', { matterId })).rejects.toMatchObject({ code: 'matter.unknown' })
    await expect(run('resident', 'review.list', {})).rejects.toMatchObject({ code: 'operation.notAllowed' })
  })

  it('takes points for every criterion within its bounds, with every mistake at once', async () => {
    const reviewId = await ownReview()
    const bad = run('judge', 'review.submit', { reviewId, scores: { taste: 61, pepper: 1 }, opinion: '好（演示）' })
    await expect(bad).rejects.toMatchObject({
      code: 'review.badScores',
      problems: [{ path: '/scores/taste' }, { path: '/scores/look' }, { path: '/scores/pepper' }],
    })
  })

  it('asks the next reserve when somebody stands aside', async () => {
    const reviewId = await ownReview()
    await run('judge', 'review.recuse', { reviewId, reason: '师徒（演示）' })
    const { reviews: after } = await reviews()
    expect(after.map(({ status }) => status).sort()).toEqual(['asked', 'asked', 'asked', 'recused'])
    await expect(
      run('judge', 'review.submit', { reviewId, scores: { taste: 1, look: 1 }, opinion: '晚（演示）' }),
    ).rejects.toMatchObject({ code: 'review.closed' })
  })

  it('holds scores back until all have judged, and the award with them', async () => {
    const asked = (await reviews()).reviews.filter(({ status }) => status === 'asked')
    const points = [
      { taste: 50, look: 30 },
      { taste: 55, look: 35 },
      { taste: 40, look: 30 },
    ]
    for (const [at, { expertRecord, id }] of asked.entries()) {
      const award = kernel.act('officer', { matterId, act: 'award' })
      await expect(award).rejects.toMatchObject({ code: 'matter.refusedByGuard' })
      expect((await reviews()).reviews.every(({ total }) => total === null)).toBe(true)
      await judgeIs(expertRecord)
      await run('judge', 'review.submit', { reviewId: id, scores: points[at] ?? {}, opinion: '可（演示）' })
    }
    expect((await reviews()).result).toEqual({ score: 80, of: 3, counted: 3, words: '3 位专家评分取平均' })
    const told = await kernel.test.tamper(
      `select payload->>'title' as title from outbox where topic = 'review.complete'`,
    )
    expect(told.rows).toHaveLength(1)
    expect(await kernel.act('officer', { matterId, act: 'award' })).toMatchObject({ status: 'ended' })
  })
})

describe('who stands aside (回避)', () => {
  const given = { acts: false, asked: false }
  const applicants = new Set(['青藤社(演示)'])
  it.each([
    [{ employer: '青藤社（演示）' }, given, '任职单位是申请人'],
    [{ employer: { name: '青藤社 （演示）', id: null } }, given, '任职单位是申请人'],
    [{ employer: '别处' }, { ...given, acts: true }, '申请人本人'],
    [{ employer: null }, { ...given, asked: true }, '已抽中过'],
    [{ employer: '别处' }, given, undefined],
    [{}, given, undefined],
  ])('%j', (values, facts, because) => {
    expect(asideBecause({ values }, contest.review, applicants, facts)).toBe(because)
  })
})
