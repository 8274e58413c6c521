import { civilDateInChina } from '@qiangxian/kernel/clock/civil-date'
import type { OpenPlatform } from '@qiangxian/server/open-platform'

/** What the benches of the living programme stand on. */
export interface TenYears {
  readonly units: number
  readonly targets: number
  readonly tasks: number
  readonly months: number
  readonly reports: number
  readonly openDuties: number
  readonly seconds: number
}

const unitCount = 60
const targetCount = 45
const taskCount = 25
const openDuties = 10_000

/**
 * Fills a platform with ten years of monthly reports: 60 units on 45 targets and 25 tasks, 504,000 reports of units with
 * their duties, values with observations, and those of the county besides. The newest 10,000 duties are open, with a
 * draft each, and everything before is approved.
 *
 * By set-based SQL of the owner, with references unchecked while it runs: it takes minutes at most, and nobody should do
 * this to a database that is kept.
 */
export async function fillTenYears(platform: OpenPlatform, months = 120): Promise<TenYears> {
  const { jurisdiction } = platform.county
  const begun = Date.now()
  await platform.database.asOwner(async (client) => {
    await client.query(`set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB'`)
    for (const statement of statements(civilDateInChina(platform.now()), months)) {
      await client.query(statement.replaceAll('$J', `'${jurisdiction}'`))
    }
  })
  const reports = unitCount * (targetCount + taskCount) * months
  const seconds = Math.round((Date.now() - begun) / 1_000)
  return { units: unitCount, targets: targetCount, tasks: taskCount, months, reports, openDuties, seconds }
}

/** In their order; `$J` is the jurisdiction. */
function statements(today: string, months: number): readonly string[] {
  const head = `(select plan_id, version from plan_version where jurisdiction = $J order by version desc limit 1)`
  return [
    // Eight targets and some units more than Yixing has.
    `insert into plan_target select t.jurisdiction, t.plan_id, t.version, 'bench-target-' || n, 1000 + n, 'B' || n,
        '指标 ' || n, '指标 ' || n, t.area, 'cumulativeSinceStart', 'gte', 1000, null, '件', 1000, null, '件', t.deadline,
        null, null, null, null
      from (select * from plan_target where jurisdiction = $J order by ordinal limit 1) t,
        generate_series(1, ${targetCount} - (select count(*)::int from plan_target where jurisdiction = $J)) n`,
    `insert into plan_item_owner select o.jurisdiction, o.plan_id, o.version, t.item_id, o.party_id, 1
      from plan_target t, (select * from plan_item_owner where jurisdiction = $J limit 1) o
      where t.jurisdiction = $J and t.item_id like 'bench-target-%'`,
    `insert into party (jurisdiction, id, parent_id, name, short_name, kind, ordinal, pinyin, created_at)
      select $J, 'bench-unit-' || n, null, '单位 ' || n, '单位 ' || n, 'department', 1000 + n, 'danwei ' || n, now()
      from generate_series(1, 20) n`,
    `create temp table unit as select id, row_number() over (order by ordinal, id) as n from party
      where jurisdiction = $J and kind in ('department', 'partyOrgan', 'town', 'subdistrict', 'park')
      order by ordinal, id limit ${unitCount}`,
    `create temp table target as select t.item_id, t.name, row_number() over (order by t.ordinal) as n,
        (select o.party_id from plan_item_owner o where o.jurisdiction = $J and o.item_id = t.item_id
          order by o.ordinal limit 1) as owner
      from plan_target t join ${head} h on (h.plan_id, h.version) = (t.plan_id, t.version) where t.jurisdiction = $J`,
    `create temp table task as select t.item_id, t.title, t.number as n
      from plan_task t join ${head} h on (h.plan_id, h.version) = (t.plan_id, t.version) where t.jurisdiction = $J`,
    `create temp table month as select n, to_char(first, 'YYYY-MM') as key, first::date as first,
        (first + interval '1 month - 1 day')::date as last
      from generate_series(1, ${months}) n,
        lateral (select date_trunc('month', '${today}'::date) - (${months} + 1 - n) * interval '1 month' as first) f`,
    `insert into task_part (jurisdiction, id, task_item_id, party_id, share, content, status, progress, progress_status,
        progress_on, created_at)
      select $J, 'bench-part-' || task.n || '-' || unit.n, task.item_id, unit.id, 'support', task.title, 'ongoing', 80,
        'approved', '${today}', now() from task, unit`,
    `insert into breakdown (jurisdiction, id, item_id, axis, year, method, statistic_id, total, decided_at, decided_by_label)
      select $J, 'bench-breakdown-' || n, item_id, 'unit', null, 'equal', null, 600, now(), '演示' from target`,
    `insert into breakdown_share (jurisdiction, breakdown_id, ordinal, year, party_id, value)
      select $J, 'bench-breakdown-' || target.n, unit.n, null, unit.id, 10 from target, unit`,
    `create temp table owed as
      select row_number() over (order by month.n, kind, item, unit_n) as n, month.n as month_n, month.key, month.first,
        month.last, what.*
      from month, (
        select 'target' as kind, item_id as item, target.n as item_n, unit.id as party, unit.n as unit_n, 'unit' as scope,
          null as part, target.name as title from target, unit
        union all
        select 'task', item_id, task.n, unit.id, unit.n, 'unit', 'bench-part-' || task.n || '-' || unit.n, task.title
          from task, unit
        union all
        select 'target', item_id, target.n, owner, 0, 'county', null, target.name from target
      ) what`,
    `create temp table open as select n from owed where scope = 'unit' order by n desc limit ${openDuties}`,
    `create unique index on owed (n); create unique index on open (n); analyze owed; analyze open`,
    `insert into duty (jurisdiction, id, kind, item_kind, item_id, part_id, party_id, scope, period, period_start,
        period_end, title, opened_on, due_on, provisional, answered_on, closed_on, outcome, next_act_on, created_at)
      select $J, 'bench-duty-' || owed.n, 'report', kind, item, part, party, scope, key, first, last,
        key || ' ' || title, last + 1, case when open.n is null then last + 7 else '${today}'::date + 1 end, false,
        case when open.n is null then last + 4 end, case when open.n is null then last + 6 end,
        case when open.n is null then 'met' end, null, last + 1
      from owed left join open on open.n = owed.n`,
    `insert into report (jurisdiction, id, duty_id, item_kind, item_id, party_id, scope, period, period_end, state,
        progress, narrative, value_state, value, cutoff_on, observation_id, revision, updated_at, updated_by_label,
        submitted_at)
      select $J, 'bench-report-' || owed.n, 'bench-duty-' || owed.n, kind, item, party, scope, key, last,
        case when open.n is null then 'approved' else 'draft' end, case when kind = 'task' then month_n * 0.8 end,
        '按计划推进，佐证已归档', case when kind = 'target' then 'value' end, case when kind = 'target' then month_n end,
        case when kind = 'target' then last end, case when kind = 'target' and open.n is null then 'bench-seen-' || owed.n end,
        2, last + 4 + time '09:00', '演示', case when open.n is null then last + 4 + time '09:00' end
      from owed left join open on open.n = owed.n`,
    `insert into report_act (jurisdiction, id, report_id, act, on_date, at, by_label, snapshot)
      select $J, 'bench-act-' || owed.n, 'bench-report-' || owed.n, 'approve', last + 6, last + 6 + time '10:00', '演示',
        '{"progress": null, "narrative": "按计划推进", "problems": "", "nextSteps": "", "valueState": null, "value": null, "numerator": null, "denominator": null, "valueReason": null, "cutoffOn": null, "parts": null}'
      from owed left join open on open.n = owed.n where open.n is null`,
    `insert into observation (jurisdiction, id, item_id, scope_key, party_id, period, period_end, value_state, value,
        cutoff_on, source, report_id, plan_version, at, by_label)
      select $J, 'bench-seen-' || owed.n, item, case scope when 'county' then 'county' else party end, party, key, last,
        'value', month_n, last, '单位报送', 'bench-report-' || owed.n, 1, last + 4 + time '09:00', '演示'
      from owed left join open on open.n = owed.n where open.n is null and kind = 'target'`,
    `insert into observation_mark (jurisdiction, observation_id, mark, at, by_label)
      select $J, id, 'approved', at + interval '2 days', '演示' from observation where jurisdiction = $J`,
    `insert into indicator_value (jurisdiction, item_id, scope_key, period, period_end, observation_id, value_state, value,
        cutoff_on, status, status_at, approved_observation_id, approved_state, approved_value, approved_cutoff_on)
      select $J, item_id, scope_key, period, period_end, id, value_state, value, cutoff_on, 'approved',
        at + interval '2 days', id, value_state, value, cutoff_on from observation where jurisdiction = $J`,
    // The clock has worked through yesterday and finds nothing to do until a bench gives it something.
    `insert into clock_state (jurisdiction, last_on, last_at) values ($J, '${today}', now())
      on conflict (jurisdiction) do update set last_on = excluded.last_on`,
    ...['duty', 'report', 'report_act', 'observation', 'observation_mark', 'indicator_value', 'task_part'].map(
      (table) => `vacuum analyze ${table}`,
    ),
  ]
}
