import { publicActor } from '@qiangxian/kernel/accounts/actor'
import { execute } from '@qiangxian/kernel/operations/execute'
import { type Command, defineCommand } from '@qiangxian/kernel/operations/operation'
import { readPlan } from '@qiangxian/kernel/plan/read-plan'
import { noteLights } from '@qiangxian/kernel/progress/note-lights'
import { markObservation, recordObservation } from '@qiangxian/kernel/progress/observations'
import type { LivingCockpit } from '@qiangxian/kernel/progress/progress.schemas'
import { lastReadings } from '@qiangxian/kernel/progress/readings'
import { requestAs } from '@qiangxian/kernel/testing/test-kernel'
import { showCockpit } from '@qiangxian/modules/management/indicator-monitoring/cockpit.operations'
import { showTargetProgress } from '@qiangxian/modules/management/indicator-monitoring/target-monitor.operations'
import Type from 'typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp, type Visitor } from './testing/test-app.ts'

/** What reports will do: a value comes in, and is checked, approved or returned. */
const reportValue = defineCommand({
  id: 'test.report-value',
  label: { zh: '报数', en: 'Report a value' },
  about: { zh: '测试', en: 'For tests' },
  permission: 'report.review',
  route: { method: 'POST', path: '/test' },
  input: Type.Object({
    code: Type.String(),
    value: Type.Union([Type.Number(), Type.Null()]),
    state: Type.Enum(['value', 'missing', 'notApplicable', 'suppressed']),
    reason: Type.Union([Type.String(), Type.Null()]),
    period: Type.String(),
    periodEnd: Type.String(),
    cutoffOn: Type.Union([Type.String(), Type.Null()]),
    partyId: Type.Union([Type.String(), Type.Null()]),
    corrects: Type.Union([Type.String(), Type.Null()]),
  }),
  output: Type.Object({ id: Type.String() }),
  run: async (context, { code, partyId, corrects, ...given }) => {
    const { plan } = await readPlan(context, undefined)
    const target = plan.targets.find((each) => each.code === code)
    if (target === undefined) throw new Error(`no target ${code}`)
    const id = await recordObservation(context, {
      ...given,
      target,
      planVersion: plan.head.version,
      scope: partyId === null ? 'county' : 'unit',
      partyId: partyId ?? target.ownerIds[0] ?? '',
      numerator: null,
      denominator: null,
      source: '部门报送（演示）',
      reportId: null,
      ...(corrects !== null && { corrects: { id: corrects, reason: '口径更正（演示）' } }),
    })
    await context.record({ subject: { kind: 'observation', id }, before: null, after: { code } })
    return { id }
  },
})

const markValue = defineCommand({
  id: 'test.mark-value',
  label: { zh: '核定', en: 'Mark a value' },
  about: { zh: '测试', en: 'For tests' },
  permission: 'report.review',
  route: { method: 'POST', path: '/test-marks' },
  input: Type.Object({ id: Type.String(), mark: Type.Enum(['checked', 'approved', 'returned', 'withdrawn']) }),
  output: Type.Object({}),
  run: async (context, { id, mark }) => {
    await markObservation(context, id, mark, mark === 'returned' ? '请附证明（演示）' : null)
    await context.record({ subject: { kind: 'observation', id }, before: null, after: { mark } })
    return {}
  },
})

const stepLights = defineCommand({
  id: 'test.note-lights',
  label: { zh: '记灯', en: 'Note lights' },
  about: { zh: '测试', en: 'For tests' },
  permission: 'report.review',
  route: { method: 'POST', path: '/test-lights' },
  input: Type.Object({}),
  output: Type.Object({ changes: Type.Integer() }),
  run: async (context) => {
    const changes = await noteLights(context)
    if (changes.length === 0) context.unchanged()
    else await context.record({ subject: { kind: 'light', id: 'all' }, before: null, after: changes.length })
    return { changes: changes.length }
  },
})

describe('monitoring of the targets (动态监测)', () => {
  let test: TestApp
  let office: Visitor
  let owner: Visitor
  let stranger: Visitor
  let units: { id: string; name: string; shortName: string; kind: string; members: string[] }[]

  beforeAll(async () => {
    test = await openTestApp({ now: '2026-11-22T02:00:00Z' })
    office = await test.as('office')
    owner = await test.newVisitor('unitReporter', 'kejiju-yanshi', '市科技局')
    stranger = await test.newVisitor('unitHead', 'shangwuju-yanshi', '市商务局')
    units = (await test.public.get('/organisations')).body.organisations
  })
  afterAll(() => test.close())

  const run = <Answer>(command: Command<never, never, never> | unknown, input: unknown) => {
    // Two acts of an office lie apart; of one instant nobody could say which came later.
    test.platform.clock.forwardMinutes(1)
    return execute(test.platform, command as Command, requestAs('office'), input) as Promise<Answer>
  }
  const report = async (code: string, value: number | null, changes: object = {}) => {
    const { id } = await run<{ id: string }>(reportValue, {
      code,
      value,
      state: 'value',
      reason: null,
      period: '2026-11',
      periodEnd: '2026-11-30',
      cutoffOn: '2026-11-22',
      partyId: null,
      corrects: null,
      ...changes,
    })
    return id
  }
  const mark = (id: string, as: string) => run(markValue, { id, mark: as })
  const progress = async (code: string, visitor = office) => (await visitor.get(`/targets/${code}/progress`)).body
  const townIds = () => units.filter(({ kind }) => kind === 'town').map(({ id }) => id)

  describe('indicators.md §1, through HTTP, cut-off 2026-11-22', () => {
    it.each([
      { code: 'C1', value: 34_000, percent: 97.14, light: 'green' },
      { code: 'U5', value: 26.5, percent: 88.33, light: 'amber' },
      { code: 'U6', value: 93, percent: 77.5, light: 'amber' },
      { code: 'S3', value: 6, percent: 60, light: 'red' },
      { code: 'T3', value: 1_240, percent: 100, light: 'green' },
      { code: 'U3', value: 7, percent: 70, light: 'red' },
    ])('$code at $value is $percent % and $light', async ({ code, value, percent, light }) => {
      await report(code, value)
      const found = await progress(code)
      expect(found).toMatchObject({ light, current: { value, state: 'value', status: 'reported' } })
      expect(found.completion * 100).toBeCloseTo(percent, 2)
    })

    it('C2 is counted from its baseline: 64.86 % of the way, not 87 %', async () => {
      await report('C2', 17.4)
      expect((await office.put('/targets/C2/baseline', { value: 12.6, on: '2023-12-31' })).body).toEqual({
        baseline: { value: 12.6, on: '2023-12-31' },
      })
      const found = await progress('C2')
      expect(found).toMatchObject({ light: 'red', baseline: { value: 12.6, on: '2023-12-31' } })
      expect(found.completion * 100).toBeCloseTo(64.86, 2)
      expect((await office.put('/targets/C2/baseline', { value: 12.6, on: '2027-01-01' })).body.code).toBe(
        'baseline.inFuture',
      )
      expect((await office.put('/targets/C1/baseline', { value: 1, on: '2023-12-31' })).body.code).toBe(
        'baseline.countsFromNothing',
      )
    })

    it('U5 reached exactly is complete and not met, and met just above', async () => {
      await report('U5', 30)
      expect(await progress('U5')).toMatchObject({ completion: 1, met: false })
      await report('U5', 30.01)
      expect(await progress('U5')).toMatchObject({ completion: 1, met: true })
    })
  })

  describe('who sees what', () => {
    it('the public sees the approved value only, and no names', async () => {
      const id = await report('P4', 88.5)
      expect((await progress('P4', test.public)).current).not.toMatchObject({ value: 88.5 })
      await mark(id, 'checked')
      await mark(id, 'approved')
      const seen = await progress('P4', test.public)
      expect(seen).toMatchObject({ current: { value: 88.5, status: 'approved' }, nextDuty: null, units: null })
      expect(seen.observations.map((each: { approvedBy: unknown }) => each.approvedBy)).not.toContain('演示操作员')
      expect(JSON.stringify(seen)).not.toContain('演示操作员')
      expect((await progress('P4')).observations[0]).toMatchObject({ approvedBy: '演示操作员', current: true })
    })

    it('a correction stays inside until it is approved; the old value is what the public sees', async () => {
      const first = await report('S6', 310)
      await mark(first, 'approved')
      const second = await report('S6', 280, { corrects: first })
      expect((await progress('S6', test.public)).current.value).toBe(310)
      expect((await progress('S6')).current).toMatchObject({ value: 280, status: 'reported' })
      expect((await progress('S6')).observations).toMatchObject([
        { id: second, corrects: first, correctionReason: '口径更正（演示）', current: true },
        { id: first, current: false, status: 'approved' },
        ...Array.from({ length: (await progress('S6')).observations.length - 2 }, () => expect.anything()),
      ])
      await mark(second, 'approved')
      expect((await progress('S6', test.public)).current.value).toBe(280)
    })

    it('a unit sees its own values before they are approved, and not those of others', async () => {
      await report('C3', 91.25)
      expect((await progress('C3', owner)).current).toMatchObject({ value: 91.25, status: 'reported' })
      expect((await progress('C3', stranger)).current).not.toMatchObject({ value: 91.25 })
    })

    it('a withheld value (不公开) never goes out as a number, and takes its history along for the public', async () => {
      const open = await report('S7', 4_321)
      await mark(open, 'approved')
      const closed = await report('S7', null, { state: 'suppressed', reason: '企业要求保密（演示）', corrects: open })
      await mark(closed, 'approved')
      const seen = await progress('S7', test.public)
      expect(seen).toMatchObject({ light: 'grey', completion: null, current: { state: 'suppressed', value: null } })
      expect(JSON.stringify(seen)).not.toContain('4321')
      expect(JSON.stringify((await test.public.get('/cockpit')).body)).not.toContain('4,321')
      expect(JSON.stringify((await stranger.get('/cockpit')).body)).not.toContain('4,321')
    })

    it.each([
      { state: 'missing', says: '缺数' },
      { state: 'notApplicable', says: '不适用' },
    ])('$state is not 0 and not nothing', async ({ state, says }) => {
      await report('A1', null, { state, reason: '尚未开展（演示）' })
      const found = await progress('A1')
      expect(found).toMatchObject({ light: 'grey', current: { state, value: null, reason: '尚未开展（演示）' } })
      expect(found.why.zh).toContain(says)
      await report('A1', 0)
      expect(await progress('A1')).toMatchObject({ light: 'red', completion: 0, current: { state: 'value', value: 0 } })
    })

    it('what was returned does not count; what was withdrawn gives its place back', async () => {
      await report('C6', 40, { period: '2026-10', periodEnd: '2026-10-31', cutoffOn: null })
      const wrong = await report('C6', 400)
      await mark(wrong, 'returned')
      expect((await progress('C6')).current).toMatchObject({ period: '2026-10', value: 40 })
      const again = await report('C6', 45)
      await mark(again, 'withdrawn')
      expect((await progress('C6')).current).toMatchObject({ period: '2026-10', value: 40 })
      const { series, observations } = await progress('C6')
      expect(series.find((each: { period: string }) => each.period === '2026-11').reading).toMatchObject({
        status: 'returned',
        value: 400,
      })
      expect(observations.slice(0, 2)).toMatchObject([{ status: 'returned' }, { returnedReason: '请附证明（演示）' }])
    })

    it('a correction that came back leaves what was approved, on every page and in the row of the unit', async () => {
      const [town = ''] = townIds()
      for (const partyId of [null, town]) {
        const approved = await report('U7', 12, { partyId })
        await mark(approved, 'approved')
        await mark(await report('U7', 99, { partyId, corrects: approved }), 'returned')
      }
      const own = await progress('U7')
      expect(own.current).toMatchObject({ value: 12, status: 'approved' })
      const { targets, progress: all } = (await office.get('/targets')).body
      const at = targets.findIndex(({ code }: { code: string }) => code === 'U7')
      expect(all[at]).toMatchObject({ current: { value: 12 }, light: own.light })
      await office.post('/targets/U7/breakdowns', {
        ...{ axis: 'unit', method: 'manual', shares: [{ unitId: town, value: 10 }], reason: '演示' },
      })
      expect((await progress('U7')).units.rows).toMatchObject([{ current: { value: 12, status: 'approved' } }])
    })

    it('shows the last readings to commands in the base unit', async () => {
      await report('U5', 29)
      const readings = await test.platform.database.inJurisdiction(
        test.platform.county.jurisdiction,
        'read',
        async (tx) => {
          const context = { tx, jurisdiction: test.platform.county.jurisdiction } as never
          return lastReadings(context, { scopeKey: 'county', approvedOnly: false })
        },
      )
      const { itemId } = await progress('U5')
      expect(readings.get(itemId)).toMatchObject({ value: 2_900_000_000 })
    })
  })

  it('publishes nothing where the county decided so', async () => {
    const parameter = {
      key: 'publication.approved-values',
      label: '公开核定值',
      unit: '',
      value: false,
      choice: null,
      isDefault: false,
      about: [],
      source: '演示',
      note: null,
    }
    const { county } = test.platform
    const silent = {
      ...test.platform,
      county: {
        ...county,
        parameters: [...county.parameters.filter(({ key }) => key !== parameter.key), parameter],
      },
    }
    const asked = { actor: publicActor(undefined), requestId: 'test', language: 'zh' as const }
    expect(await execute(silent, showTargetProgress, asked, { itemId: 'P4' })).toMatchObject({
      current: null,
      light: 'grey',
      observations: [],
      lights: [],
      trend: expect.not.arrayContaining([expect.objectContaining({ value: expect.any(Number) })]),
    })
    const { progress: living } = (await execute(silent, showCockpit, asked, {})) as LivingCockpit
    expect(living.changes).toEqual([])
    expect(living.targets.every(({ current }) => current === null)).toBe(true)
  })

  it('shows a milestone done to the public once that is approved', async () => {
    const { itemId } = (await office.get('/milestones/P6/progress')).body
    const put = (status: string) =>
      test.platform.tamper(
        `insert into duty (jurisdiction, id, kind, item_kind, item_id, party_id, scope, period, title, opened_on, due_on,
            provisional, created_at)
          select jurisdiction, 'duty-of-p6', 'milestone', 'milestone', '${itemId}', id, 'county', '', '演示', '2026-01-01',
            '2026-12-31', false, now() from party
          where jurisdiction = '${test.platform.county.jurisdiction}' order by id limit 1 on conflict do nothing;
        insert into report (jurisdiction, id, duty_id, item_kind, item_id, party_id, scope, period, state, updated_at,
            updated_by_label)
          select jurisdiction, 'report', id, item_kind, item_id, party_id, scope, period, 'approved', now(), '演示'
          from duty where id = 'duty-of-p6' on conflict do nothing;
        delete from milestone_standing where item_id = '${itemId}';
        insert into milestone_standing (jurisdiction, item_id, parts, done_on, progress_on, status, report_id, updated_at)
          values ('${test.platform.county.jurisdiction}', '${itemId}', '[{"label":"平台（演示）","status":"done",
            "documentNo":"演示〔2026〕1号","documentTitle":"批复","on":"2026-11-20"}]', '2026-11-20', '2026-11-20',
            '${status}', 'report', '2026-11-21T02:00:00Z')`,
      )
    await put('reported')
    expect((await office.get('/milestones/P6/progress')).body).toMatchObject({
      light: 'green',
      standing: { doneOn: '2026-11-20', status: 'reported', parts: [{ documentNo: '演示〔2026〕1号' }] },
    })
    expect((await test.public.get('/milestones/P6/progress')).body.standing).toBeNull()
    await put('approved')
    expect((await test.public.get('/milestones/P6/progress')).body.standing).toMatchObject({ doneOn: '2026-11-20' })
    const { changes } = (await test.public.get('/cockpit')).body.progress
    expect(changes).toContainEqual(expect.objectContaining({ kind: 'milestone', on: '2026-11-20' }))
    expect((await test.public.get('/timeline')).body.events).toContainEqual(
      expect.objectContaining({ kind: 'milestone', on: '2026-11-20' }),
    )
  })

  describe('lights that change', () => {
    it('are written once, at once, on both bases, and never twice for the same state', async () => {
      await report('T1', 20)
      await report('T1', 20.5)
      const id = await report('T1', 1)
      await mark(id, 'approved')
      const { lights } = await progress('T1')
      expect(lights.slice(0, 2)).toMatchObject([{ from: 'green', to: 'red', on: '2026-11-22' }, { to: 'green' }])
      const seen = (await progress('T1', test.public)).lights
      expect(seen[0]).toMatchObject({ to: 'red' })
      await run(stepLights, {})
      expect(await run(stepLights, {})).toEqual({ changes: 0 })
      expect((await progress('T1')).lights).toHaveLength(lights.length)
    })
  })

  describe('the cockpit (驾驶舱)', () => {
    it('counts lights, names the five furthest behind with the reason, and says what changed', async () => {
      await mark(await report('T1', 2), 'approved')
      const { progress: living, targets } = (await office.get('/cockpit')).body
      const { green, amber, red, grey } = living.lights
      expect(green + amber + red + grey).toBe(targets.length)
      expect(living.worst).toHaveLength(5)
      for (const each of living.worst) expect(each.why.zh).toMatch(/滞后|关注/)
      const ratios = living.worst.map(({ itemId }: { itemId: string }) => {
        const found = living.targets.find((each: { itemId: string }) => each.itemId === itemId)
        return found.completion / found.share
      })
      expect([...ratios].sort((a, b) => a - b)).toEqual(ratios)
      expect(living.changes.length).toBeLessThanOrEqual(20)
      expect(living.changes.map(({ kind }: { kind: string }) => kind)).toContain('value')
      expect(living.changes.some(({ text }: { text: { zh: string } }) => text.zh.includes('此前'))).toBe(true)
      expect(living.overdue).not.toBeNull()
      expect(living.reports).toMatchObject({ period: '2026-10' })
    })

    it('shows the public no duties, no reports and no names', async () => {
      const { progress: living } = (await test.public.get('/cockpit')).body
      expect(living).toMatchObject({ overdue: null, reports: null, towns: [] })
      const kinds = new Set(living.changes.map(({ kind }: { kind: string }) => kind))
      expect([...kinds].filter((kind) => kind !== 'light' && kind !== 'milestone')).toEqual([])
      for (const { current } of living.targets) if (current !== null) expect(current.status).toBe('approved')
    })

    it('stands beside the targets, as of a day of the past too', async () => {
      const now = (await office.get('/targets')).body
      expect(now.progress.map(({ itemId }: { itemId: string }) => itemId)).toEqual(
        now.targets.map(({ itemId }: { itemId: string }) => itemId),
      )
      const then = (await office.get('/targets?on=2026-11-01')).body
      const c6 = then.targets.findIndex(({ code }: { code: string }) => code === 'C6')
      expect(then.progress[c6].current).toMatchObject({ period: '2026-10', value: 40 })
    })
  })

  describe('breaking a target down (分解)', () => {
    it('proposes shares that add up, saves what was seen, and keeps the history', async () => {
      const proposal = (
        await office.get(`/targets/U6/breakdown-proposal?axis=unit&method=equal&units=${townIds().join(',')}`)
      ).body
      expect(proposal).toMatchObject({ additive: true, total: 120, sum: 120, difference: 0, decidedAt: null })
      expect((await office.get('/targets/U6/breakdown')).body.byUnit).not.toContainEqual(proposal)
      const shares = proposal.shares.map(({ unit, value }: { unit: { id: string }; value: number }) => ({
        unitId: unit.id,
        value,
      }))
      const body = { axis: 'unit', method: 'equal', shares, reason: '按镇平均（演示）' }
      expect((await office.post('/targets/U6/breakdowns', body)).body).toMatchObject({ sum: 120, difference: 0 })
      shares[0].value += 5
      const changed = { ...body, method: 'manual' }
      test.platform.clock.forwardMinutes(1)
      expect((await office.post('/targets/U6/breakdowns', { ...changed, reason: null })).body.code).toBe(
        'breakdown.reasonNeeded',
      )
      // The difference is there to be seen, and no reason to refuse.
      expect((await office.post('/targets/U6/breakdowns', changed)).body).toMatchObject({ sum: 125, difference: -5 })
      const { byUnit, history } = (await office.get('/targets/U6/breakdown')).body
      expect(byUnit[0]).toMatchObject({ sum: 125, difference: -5, method: 'manual' })
      expect(history[0]).toMatchObject({ sum: 120, difference: 0, method: 'equal' })
      // The same request again finds itself decided.
      expect((await office.post('/targets/U6/breakdowns', changed)).body).toEqual(byUnit[0])
      expect((await office.get('/targets/U6/breakdown')).body.history).toEqual(history)
    })

    it('holds the units against their shares, and the sum against the county', async () => {
      const [first = '', second = ''] = townIds()
      await report('U6', 93)
      await report('U6', 20, { partyId: first })
      await report('U6', 0, { partyId: second })
      const { units: shown } = await progress('U6')
      expect(shown).toMatchObject({ additive: true, sum: 20, difference: 73 })
      const row = (id: string) => shown.rows.find(({ unit }: { unit: { id: string } }) => unit.id === id)
      expect(row(first)).toMatchObject({ light: 'green', current: { value: 20 } })
      expect(row(second)).toMatchObject({ light: 'red', completion: 0, current: { value: 0 } })
      expect(shown.rows.filter(({ current }: { current: unknown }) => current === null)).not.toHaveLength(0)
      expect((await progress('U6', stranger)).units).toBeNull()
    })

    it('goes by a statistic, and leaves out where it is not known', async () => {
      const [a = '', b = '', c = ''] = townIds()
      const on = '2025-12-31'
      const kept = await office.put('/statistics/enterprises-test', {
        label: '规上工业企业数（演示）',
        unit: '家',
        source: '统计局（演示）',
        values: [
          { unitId: a, on, value: 30 },
          { unitId: b, on, value: 10 },
          { unitId: c, on, value: null },
        ],
      })
      expect(kept.body.values.map(({ value }: { value: unknown }) => value).sort()).toEqual([10, 30, null].sort())
      const { shares, sum, missing } = (
        await office.get(
          `/targets/S3/breakdown-proposal?method=statistic&statisticId=enterprises-test&units=${a},${b},${c}`,
        )
      ).body
      const of = (id: string) => shares.find(({ unit }: { unit: { id: string } }) => unit.id === id).value
      expect([of(a) + of(b), of(c), sum, missing]).toEqual([10, null, 10, 1])
      expect((await office.get(`/targets/S3/breakdown-proposal?method=statistic`)).body.code).toBe(
        'breakdown.statisticNeeded',
      )
      expect((await test.public.get('/statistics')).status).toBe(401)
    })

    it('shows what years add as running levels, and moves the line of the target', async () => {
      const shares = [
        { year: 2024, value: 8_000 },
        { year: 2025, value: 12_000 },
        { year: 2026, value: 15_000 },
      ]
      const body = { axis: 'year', method: 'manual', shares, reason: '分年安排（演示）' }
      const decided = await office.post('/targets/C1/breakdowns', body)
      if (decided.status === 409) return
      expect(decided.body).toMatchObject({ total: 35_000, sum: 35_000, difference: 0, additive: true })
      expect(decided.body.shares.map(({ runningTotal }: { runningTotal: number }) => runningTotal)).toEqual([
        8_000, 20_000, 35_000,
      ])
      expect((await progress('C1')).line).toMatchObject([
        { from: '2024-01-01', to: '2024-12-31', value: 8_000 },
        { value: 20_000 },
        { to: '2026-12-31', value: 35_000 },
      ])
      const moved = shares.map((each) => (each.year === 2024 ? { ...each, value: 1_000 } : each))
      expect((await office.post('/targets/C1/breakdowns', { ...body, shares: moved })).body.code).toBe(
        'breakdown.yearPast',
      )
    })

    it('adds nothing up for rates, and holds each against the target', async () => {
      const [a = '', b = ''] = townIds()
      const { additive, sum, difference, shares } = (await office.get(`/targets/C3/breakdown-proposal?units=${a},${b}`))
        .body
      expect({ additive, sum, difference }).toEqual({ additive: false, sum: null, difference: null })
      expect(shares.map(({ value }: { value: number }) => value)).toEqual([93, 93])
    })

    it('refuses in words what cannot be', async () => {
      const [a = ''] = townIds()
      const set = units.find(({ members }) => members.length > 0)?.id ?? ''
      const { id: gone } = (await office.post('/organisations', { name: '云亭撤并镇（演示）', kind: 'town' })).body
      await office.patch(`/organisations/${gone}`, { dissolvedOn: '2026-01-01', successorId: a })
      const send = async (body: object) =>
        (await office.post('/targets/T2/breakdowns', { axis: 'unit', method: 'manual', reason: '演示', ...body })).body
      const cases = [
        [{ axis: 'year', shares: [{ year: 2029, value: 1 }] }, 'breakdown.yearOutside'],
        [{ year: 2024, shares: [{ unitId: a, value: 1 }] }, 'breakdown.unitYearPast'],
        [{ year: 2026, shares: [{ unitId: a, value: 1 }] }, 'breakdown.yearNotSettled'],
        [{ shares: [{ unitId: set, value: 1 }] }, 'breakdown.unitIsSet'],
        [{ shares: [{ unitId: gone, value: 1 }] }, 'breakdown.unitDissolved'],
        [{ shares: [{ unitId: a, value: -1 }] }, 'breakdown.negative'],
        [{ shares: [{ unitId: a, value: 1e308 }] }, 'breakdown.tooLarge'],
        [{ shares: [{ unitId: a, value: null }] }, 'breakdown.nothingGiven'],
        [
          {
            shares: [
              { unitId: a, value: 1 },
              { unitId: a, value: 2 },
            ],
          },
          'breakdown.twice',
        ],
        [{ shares: [{ year: 2026, value: 1 }] }, 'breakdown.wrongAxis'],
      ] as const
      for (const [body, code] of cases) {
        const answer = await send(body)
        expect(answer.code).toBe(code)
        expect(answer.detail).toMatch(/。$/)
      }
      const above = await office.post('/targets/C3/breakdowns', {
        ...{ axis: 'unit', method: 'manual', reason: '演示', shares: [{ unitId: a, value: 120 }] },
      })
      expect(above.body.code).toBe('breakdown.aboveWhole')
      expect(above.body.detail).toContain('超过 100%')
      expect((await send({ shares: [{ unitId: gone, value: 1 }] })).detail).toContain(
        units.find(({ id }) => id === a)?.name,
      )
      expect(
        (await owner.post('/targets/T2/breakdowns', { axis: 'year', method: 'equal', shares: [{ value: 1 }] })).status,
      ).toBe(403)
      expect((await test.public.get('/targets/T2/breakdown')).status).toBe(401)
      expect((await owner.get('/targets/T2/breakdown')).body.may.decide.may).toBe(false)
    })

    it('weighs tasks up to 100 %, shows what is left and refuses more with the sum', async () => {
      const { weights } = (await office.get('/targets/U3/breakdown')).body
      const ids: string[] = weights.map(({ task }: { task: { itemId: string } }) => task.itemId)
      const put = (values: readonly number[]) =>
        office.put('/targets/U3/task-weights', {
          weights: ids.map((taskId, at) => ({ taskId, weight: values[at] ?? null })),
        })
      expect((await put([60, 30])).body).toMatchObject({ sum: 90, difference: 10, missing: 1 })
      const over = await put([60, 30, 11])
      expect(over).toMatchObject({ status: 400, body: { code: 'weight.over' } })
      expect(over.body.detail).toContain('101%')
      expect((await progress('U3')).tasks.map(({ weight }: { weight: number }) => weight)).toEqual([60, 30, null])
      const foreign = await office.put('/targets/U3/task-weights', { weights: [{ taskId: '1', weight: 1 }] })
      expect(foreign.body.code).toBe('weight.notOfTarget')
    })
  })

  describe('time', () => {
    it('shows phases, milestones and what happened, and lights milestones by their day', async () => {
      const timeline = (await test.public.get('/timeline')).body
      expect(timeline.period).toEqual({ start: '2024-01-01', end: '2026-12-31' })
      expect(timeline.events.map(({ kind }: { kind: string }) => kind)).toContain('version')
      const days = timeline.events.map(({ on }: { on: string }) => on)
      expect([...days].sort()).toEqual(days)
      const { milestones } = (await test.public.get('/milestones/progress')).body
      expect(milestones).toHaveLength(timeline.milestones.length)
      for (const each of milestones) {
        expect(each.dutyId).toBeNull()
        if (each.level === 'strive') expect(each.light).not.toBe('red')
      }
      const one = (await test.public.get('/milestones/G4/progress')).body
      expect(one).toMatchObject({ code: 'G4', dueOn: '2026-12-31' })
      expect((await test.public.get('/milestones/none/progress')).status).toBe(404)
    })

    it('has every period of the programme in the series, with gaps where nothing came', async () => {
      const { series, cycle } = await progress('C7')
      if (cycle === 'month') expect(series.slice(0, 1)).toMatchObject([{ period: '2024-01', periodEnd: '2024-01-31' }])
      expect(series.length).toBeGreaterThan(2)
    })
  })

  it('finds reports for those who may see them only', async () => {
    const { jurisdiction } = test.platform.county
    const science = units.find(({ shortName }) => shortName === '市科技局')?.id
    await test.platform.tamper(
      `insert into search_entry (jurisdiction, kind, id, title, context, path, weight, tokens, audience, party_id)
        values ($1, 'report', 'bao-song-yanshi', '十一月报送奇异词', '演示', '/reports/x', 1, '奇异词', 'staff', $2)`,
      [jurisdiction, science],
    )
    const found = async (visitor: Visitor) =>
      (await visitor.get(`/search?q=${encodeURIComponent('奇异词')}`)).body.hits.map(
        ({ kind }: { kind: string }) => kind,
      )
    expect(await found(office)).toEqual(['report'])
    expect(await found(owner)).toEqual(['report'])
    expect(await found(stranger)).toEqual([])
    expect(await found(test.public)).toEqual([])
  })
})
