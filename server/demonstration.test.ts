import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { addDays } from '@qiangxian/engines/indicator/days'
import type { Actor } from '@qiangxian/kernel/accounts/actor'
import type { Role } from '@qiangxian/kernel/accounts/roles'
import { verifyJournal } from '@qiangxian/kernel/journal/journal.operations'
import { execute } from '@qiangxian/kernel/operations/execute'
import { readPlan } from '@qiangxian/kernel/plan/read-plan'
import { ladderOf } from '@qiangxian/kernel/progress/duty-clock'
import { progressOfTargets } from '@qiangxian/kernel/progress/programme-progress'
import { calendarOf, progressSettings } from '@qiangxian/kernel/progress/settings'
import { removeDemonstration } from '@qiangxian/modules/management/demonstration/remove-demonstration.command'
import { stepClock } from '@qiangxian/modules/management/supervision/clock.command'
import { keyOf, readOwing } from '@qiangxian/modules/management/supervision/open-duties'
import { owedDuties } from '@qiangxian/modules/management/supervision/owed-duties'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp, type Visitor } from './testing/test-app.ts'
import { openTestPlatform, type TestPlatform } from './testing/test-platform.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform({ reports: true })
})
afterAll(() => platform.close())

async function rowsOf(sql: string, values: readonly unknown[] = []) {
  return (await platform.tamper(sql, values)).rows
}

function request(role: Role, via: Actor['via'] = 'job') {
  const actor: Actor = {
    accountId: undefined,
    sessionId: undefined,
    label: '系统任务',
    roles: [{ role, partyId: undefined }],
    via,
    address: undefined,
  }
  return { actor, requestId: 'test', language: 'zh' as const }
}

async function inQuery<Result>(
  work: (context: Parameters<typeof readPlan>[0]) => Promise<Result>,
  today = '2026-11-25',
): Promise<Result> {
  const { county, database, secrets, outside } = platform
  const { jurisdiction } = county
  return database.inJurisdiction(jurisdiction, 'read', (tx) =>
    work({ ...request('office'), tx, jurisdiction, county, secrets, outside, today, now: platform.now() }),
  )
}

describe('the rows of the story (演示数据)', () => {
  it('show every state of a value, of a report, of a part, and every step of the ladder', async () => {
    const distinct = async (column: string, table: string) =>
      (await rowsOf(`select distinct ${column} as it from ${table} order by 1`)).map(({ it: value }) => value)
    expect(await distinct('value_state', 'indicator_value')).toEqual([
      'missing',
      'notApplicable',
      'suppressed',
      'value',
    ])
    expect(
      await rowsOf(`select 1 as zero from indicator_value where value = 0 and scope_key = 'county' limit 1`),
    ).toHaveLength(1)
    expect(await distinct('status', 'indicator_value')).toEqual(['approved', 'checked', 'reported', 'returned'])
    expect(await distinct('state', 'report')).toEqual(['approved', 'checked', 'draft', 'returned', 'submitted'])
    expect(await distinct('status', 'task_part')).toEqual(['closed', 'done', 'ongoing', 'reported', 'waiting'])
    expect(await distinct('step', 'urging')).toEqual([
      'circular',
      'reminder:-1',
      'reminder:-5',
      'reminderLetter',
      'supervisionNotice',
      'talk',
    ])
    expect(await rowsOf(`select decision from extension_request group by 1 order by 1`)).toEqual([
      { decision: 'granted' },
      { decision: 'refused' },
      { decision: null },
    ])
  })

  it('are a county in the phase of evaluation: 17 of 37 met, 6 red, 7 amber, 2 grey', async () => {
    const progress = await inQuery(async (context) => {
      const { plan } = await readPlan(context, undefined)
      return progressOfTargets(context, plan)
    })
    const lit = (light: string) => progress.filter((each) => each.light === light).length
    expect([progress.filter(({ met }) => met).length, lit('red'), lit('amber'), lit('grey')]).toEqual([17, 6, 7, 2])
  })

  it('break targets down to years and units so that nothing is left over, but for what the story leaves open', async () => {
    const rows = await rowsOf(`
      select t.code, b.axis, b.total - sum(s.value) as difference from breakdown b
      join breakdown_share s on s.breakdown_id = b.id join plan_target t on t.item_id = b.item_id
      where t.kind not in ('ratio', 'survey', 'annual') group by t.code, b.axis, b.total having b.total <> sum(s.value)`)
    expect(rows).toEqual([{ code: 'C4', axis: 'unit', difference: 4 }])
  })

  it('are all marked, and the journal says once what was loaded', async () => {
    for (const table of [
      'duty',
      'report',
      'report_act',
      'observation',
      'urging',
      'light_change',
      'notice',
      'evidence',
    ]) {
      expect(await rowsOf(`select count(*)::int as real from ${table} where not demonstration`), table).toEqual([
        { real: 0 },
      ])
    }
    const entries = await rowsOf(`select after from journal where command = 'demonstration.load'`)
    expect(entries).toHaveLength(1)
    expect(entries[0].after).toMatchObject({ seed: 320_282, until: '2026-11-25' })
    expect(await execute(platform, verifyJournal, request('auditor', 'qx'), {})).toMatchObject({ verified: true })
  })

  it('speak of files that are there', async () => {
    const blobs = await rowsOf('select sha256 from evidence_blob')
    expect(blobs.length).toBeGreaterThan(3)
    for (const { sha256 } of blobs) await platform.store.verify(sha256)
  })
})

describe('the rows of the story are such as the platform makes itself', () => {
  it('values can be made again from observations and marks', async () => {
    const wrong = await rowsOf(`
      with last as (
        select distinct on (o.item_id, o.scope_key, o.period) o.*,
          coalesce((select m.mark from observation_mark m where m.observation_id = o.id
            order by array_position(array['approved', 'returned', 'checked'], m.mark) limit 1), 'reported') as made_status
        from observation o order by o.item_id, o.scope_key, o.period, o.at desc, o.id desc
      ), approved as (
        select distinct on (o.item_id, o.scope_key, o.period) o.item_id, o.scope_key, o.period, o.id, o.value
        from observation o join observation_mark m on m.observation_id = o.id and m.mark = 'approved'
        order by o.item_id, o.scope_key, o.period, m.at desc
      )
      select coalesce(v.item_id, last.item_id) as item, coalesce(v.period, last.period) as period
      from indicator_value v
      full join last on (last.item_id, last.scope_key, last.period) = (v.item_id, v.scope_key, v.period)
      left join approved a on (a.item_id, a.scope_key, a.period) = (v.item_id, v.scope_key, v.period)
      where v.observation_id is distinct from last.id or v.value is distinct from last.value
        or v.value_state is distinct from last.value_state or v.status is distinct from last.made_status
        or v.approved_observation_id is distinct from a.id or v.approved_value is distinct from a.value`)
    expect(wrong).toEqual([])
  })

  it('duties stand as their reports do', async () => {
    const wrong = await rowsOf(`
      select d.title, d.answered_on::text, d.closed_on::text, r.state
      from duty d left join report r on r.duty_id = d.id
      where d.kind = 'report' and case
        when d.closed_on is not null then r.state is distinct from 'approved' or d.outcome <> 'met'
        when d.answered_on is not null then r.state not in ('submitted', 'checked')
        else coalesce(r.state, 'draft') not in ('draft', 'returned') end`)
    expect(wrong).toEqual([])
    const acts = await rowsOf(`
      select r.id from report r where r.state <> 'draft' and r.state is distinct from (
        select case a.act when 'check' then 'checked' when 'approve' then 'approved' when 'return' then 'returned'
          else 'submitted' end from report_act a where a.report_id = r.id order by a.at desc limit 1)`)
    expect(acts).toEqual([])
    expect(
      await rowsOf(`select r.id from report r join observation o on o.id = r.observation_id
        where o.value is distinct from r.value or o.value_state is distinct from r.value_state`),
    ).toEqual([])
  })

  it('nobody approves what they submitted, and no act lies before the one it follows or after today', async () => {
    expect(
      await rowsOf(`select s.report_id from report_act s join report_act a on a.report_id = s.report_id
        where s.act in ('submit', 'correct') and a.act = 'approve' and s.by_label = a.by_label`),
    ).toEqual([])
    expect(
      await rowsOf(`select a.id from report_act a join report r on r.id = a.report_id join duty d on d.id = r.duty_id
        where a.on_date > '2026-11-25' or a.on_date < d.opened_on`),
    ).toEqual([])
  })

  it('urgings lie on the ladder of their duty', async () => {
    const settings = progressSettings(platform.county)
    const calendar = calendarOf(platform.county)
    const urgings = await rowsOf(`
      select u.step, u.on_date::text as on, u.due_on::text as due, d.opened_on::text as opened
      from urging u join duty d on d.id = u.duty_id`)
    const off = urgings.filter(({ step, on, due, opened }) => {
      const duty = { dueOn: due, extendedTo: null, returnDueOn: null, openedOn: opened }
      return !ladderOf(duty, settings, calendar).some((each) => each.step === step && each.on === on)
    })
    expect(off).toEqual([])
    const numbers = await rowsOf(`select number from urging where number is not null group by 1 having count(*) > 1`)
    expect(numbers).toEqual([])
  })

  it('duties are those that the clock opens, with its titles and its due days', async () => {
    const opened = '2026-10-01'
    // As it was on that night: what was handed out later was not there.
    const later = (await rowsOf('select id from task_part where created_at >= $1', [opened])).map(({ id }) => id)
    const owed = await inQuery(async (context) => {
      const owing = await readOwing(context, await readPlan(context, undefined))
      const parts = owing.parts.filter(({ id }) => !later.includes(id))
      return owedDuties({ ...owing, parts }, addDays(opened, -1)).filter(({ kind }) => kind === 'report')
    }, opened)
    const told = await rowsOf(
      `select kind, item_id as "itemId", party_id as "partyId", scope, period, title, due_on::text as "dueOn", provisional
       from duty where kind = 'report' and opened_on = $1`,
      [opened],
    )
    const described = (duty: (typeof owed)[number]) => `${keyOf(duty)} ${duty.title} ${duty.dueOn} ${duty.provisional}`
    const left = owed.map(described)
    // Parts that were completed since do not owe any more; what is owed was told.
    expect(left.filter((each) => !told.map(described).includes(each))).toEqual([])
    expect(told.length - left.length).toBeLessThan(10)
    expect(left.length).toBeGreaterThan(150)
  })

  it('the clock finds nothing to do on the day of the story, and only what is due on the days after', async () => {
    const step = () => execute(platform, stepClock, request('administrator'), { limit: 5_000 })
    expect(await step()).toMatchObject({ opened: 0, reminded: 0, escalated: 0, withdrawn: 0, lights: 0, held: null })
    platform.clock.set('2026-11-26T01:00:00Z')
    const due = await rowsOf(`select count(*)::int as due from duty where next_act_on = '2026-11-26'`)
    expect(await step()).toMatchObject({ opened: 0, reminded: due[0].due, escalated: 0, skipped: 0, held: null })
    platform.clock.set('2026-11-27T01:00:00Z')
    // G3 is due on the Monday after; three reports that came back were due the day before.
    expect(await step()).toMatchObject({ reminded: 1, escalated: 3, skipped: 0 })
    expect(await step()).toMatchObject({ reminded: 0, escalated: 0 })
  })
})

describe('removing the demonstration (清除演示数据)', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await openTestApp({ reports: true })
  })
  afterAll(() => test.close())

  it('is refused over the web while all administrators are invented, and says what to do first', async () => {
    const administrator = await test.as('administrator')
    const shown = await administrator.get('/demonstration')
    expect(shown.body).toMatchObject({ demonstration: true, accounts: 25, realAdministrators: 0 })
    expect(shown.body.obstacle.zh).toContain('建立一个真实的平台管理员')
    const refused = await administrator.post('/demonstration/removal', {})
    expect(refused).toMatchObject({ status: 409, body: { code: 'demonstration.noRealAdministrator' } })
  })

  it('takes invented rows, people and files, keeps the plan and what is real, and the mark goes from every page', async () => {
    await test.newVisitor('administrator', 'zhenshi')
    await workInTheDemonstration(test)
    // A duty that the clock opens from the plan is real, and a report on it stays.
    test.platform.clock.set('2026-12-01T01:00:00Z')
    await execute(test.platform, stepClock, request('administrator'), { limit: 5_000 })
    const real = await test.signIn('zhenshi')
    const answer = await real.post('/demonstration/removal', {})
    expect(answer).toMatchObject({ status: 200, body: { removed: true, accounts: 25, kept: {} } })
    const counts = await test.platform.tamper(`select
      (select count(*)::int from report) as reports, (select count(*)::int from duty where demonstration) as invented,
      (select count(*)::int from duty where kind = 'report' and period = '2026-11' and closed_on is null) as real,
      (select count(*)::int from plan_version) as versions, (select count(*)::int from account) as accounts,
      (select count(*)::int from breakdown) + (select count(*)::int from breakdown_share)
        + (select count(*)::int from item_setting) + (select count(*)::int from unit_statistic)
        + (select count(*)::int from target_task_weight)
        + (select count(*)::int from task_part where content like '%演示%') as decisions,
      (select count(*)::int from evidence_blob) as blobs, (select count(*)::int from clock_state) as clocks`)
    expect(counts.rows[0]).toMatchObject({ reports: 0, decisions: 0, invented: 0, versions: 1, accounts: 1 })
    expect(counts.rows[0]).toMatchObject({ blobs: 0, clocks: 0 })
    expect(counts.rows[0].real).toBeGreaterThan(0)
    const session = await real.get('/session')
    expect(session.body).toMatchObject({ demonstration: false, demoAccounts: [] })
    expect(await test.platform.tamper(`select from journal where command = 'demonstration.remove'`)).toMatchObject({
      rowCount: 1,
    })
    const files = join(test.platform.dataDir, 'files', 'sha256')
    expect(existsSync(files)).toBe(true)
    expect(await test.platform.sweepFiles(new Date(Date.now() + 7_200_000))).toBeGreaterThan(3)
  })

  it('once more changes nothing, and a later start tells no story again', async () => {
    const again = await execute(test.platform, removeDemonstration, request('administrator', 'qx'), {})
    expect(again).toMatchObject({ removed: false, rows: {} })
    expect(await execute(test.platform, verifyJournal, request('auditor', 'qx'), {})).toMatchObject({ verified: true })
  })
})

/** What a visitor tries: a file and a report on a duty of the story, and the office checks another. */
async function workInTheDemonstration({ platform: { tamper }, signIn }: TestApp): Promise<void> {
  const dutyOf = async (title: string) =>
    (await tamper('select d.id, r.revision from duty d join report r on r.duty_id = d.id where d.title = $1', [title]))
      .rows[0]
  const person = (login: string) => signIn(login, `yanshi-${login}-2026`)
  const drafted = await dutyOf('2026年10月 任务 9 进展：快速维权中心场地改造并通过消防验收')
  const head = await person('dingshu-fuze')
  const file = { name: '消防验收意见（演示）.txt', content: '演示：验收通过' }
  expect(await head.upload(`/reports/${drafted.id}/evidence`, file)).toMatchObject({ status: 200 })
  const items = [{ dutyId: drafted.id, revision: drafted.revision }]
  expect(await head.post('/reports/submission', { items })).toMatchObject({ status: 200 })
  const submitted = await dutyOf('2026年10月 建设期内新增知识产权质押融资')
  const office = await person('fuhe')
  const checked = [{ dutyId: submitted.id, revision: submitted.revision }]
  expect(await office.post('/reports/check', { items: checked })).toMatchObject({ status: 200 })
  await decideInTheDemonstration(office)
}

/** What the office decides: how targets are broken down, weighed, counted and reported, and who carries a part. */
async function decideInTheDemonstration(office: Visitor): Promise<void> {
  const unitId = (await office.get('/organisations')).body.organisations.find(
    ({ name }: { name: string }) => name === '张渚镇',
  ).id
  const { targets } = (await office.get('/targets')).body
  const of = (code: string) => targets.find((target: { code: string }) => target.code === code)
  const [patents, held] = [of('C1'), of('C2')]
  const task = patents.tasks[0]
  const parts = (await office.get(`/tasks/${task.itemId}/progress`)).body.parts
  const kept = parts.map(({ unit, ...part }: { unit: { id: string } }) => ({ ...part, unitId: unit.id }))
  const asPart = ({ unitId: id, share, content, standard, person, startsOn, dueOn }: Record<string, unknown>) => ({
    ...{ unitId: id, share, content, standard, person, startsOn, dueOn },
  })
  const seen = parts.map(({ id, revision }: { id: string; revision: number }) => ({ id, revision }))
  const added = { unitId, share: 'support', content: '建工作站（演示）', dueOn: '2026-12-20' }
  const breakdown = { axis: 'unit', year: 2026, method: 'manual', shares: [{ unitId, value: 3 }], reason: '试分解' }
  const answers = [
    await office.post(`/targets/${patents.itemId}/breakdowns`, breakdown),
    await office.put(`/targets/${held.itemId}/baseline`, { value: 3, on: '2023-12-31' }),
    await office.put(`/items/target/${patents.itemId}/cycle`, { cycle: 'quarter' }),
    await office.put(`/targets/${patents.itemId}/task-weights`, { weights: [{ taskId: task.itemId, weight: 40 }] }),
    await office.put('/statistics/shiyan', {
      ...{ label: '试登记', unit: '家', source: '演示', values: [{ unitId, on: '2025-12-31', value: 5 }] },
    }),
    await office.put(`/tasks/${task.itemId}/parts`, { parts: [...kept.map(asPart), added], seen }),
  ]
  for (const answer of answers) expect(answer, answer.text).toMatchObject({ status: 200 })
}
