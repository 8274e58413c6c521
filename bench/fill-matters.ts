import { searchWords } from '@qiangxian/kernel/registers/search-words'
import type { OpenPlatform } from '@qiangxian/server/open-platform'
import type { Client } from 'pg'

/** What the bench asks for: types, units and words that stand in the rows. */
export interface FilledMatters {
  readonly matters: number
  readonly acts: number
  readonly types: readonly string[]
  readonly units: readonly string[]
  /** two words each that stand together in titles */
  readonly words: readonly string[]
}

const actsOfEach = 10
const rowsOfAStep = 50_000
const titles = 2_000
const vocabulary =
  '壶型 图案 商标 外观 结构 配方 网店 展会 平台 证书 培训 贯标 评议 项目 补贴 活动 咨询 投诉 举报 专家 工作站 陶瓷 电缆 环保 阀门 茶叶 设计 包装 仿冒 登记'.split(
    ' ',
  )

/**
 * Invented cases with their acts and limits, as many as are asked for, in the tables themselves with all their indexes:
 * set after set by one statement each, since what is measured is the queue and not the writing.
 *
 * One in twenty-five is open. A fifth of all lies with the unit of the demonstration's case officers, who hold what is
 * taken there; so their queues are those of a busy office, and the other units share the rest. 演示
 */
export async function fillMatters(platform: OpenPlatform, matters: number): Promise<FilledMatters> {
  const { jurisdiction } = platform.county
  return platform.database.asOwner(async (client) => {
    // An owner who is no superuser sees the rows of the county that it names, and no others.
    await client.query(`select set_config('app.jurisdiction', $1, false)`, [jurisdiction])
    const { rows: types } = await client.query<{ type: string; version: number }>(
      `select matter_type as type, max(version) as version from matter_version where jurisdiction = $1
       group by matter_type order by matter_type`,
      [jurisdiction],
    )
    if (types.length === 0) throw new Error('no matter is declared, and none can be filled')
    const busy = await busyUnit(client, jurisdiction)
    const { rows: others } = await client.query<{ id: string }>(
      `select id from party where jurisdiction = $1 and id <> $2 and dissolved_on is null order by name limit 30`,
      [jurisdiction, busy.unit],
    )
    await insertTitles(client)
    await withoutForeignKeys(client, async () => {
      const place = {
        ...{ jurisdiction, types: types.map(({ type }) => type), versions: types.map(({ version }) => version) },
        ...{ busy, others: others.map(({ id }) => id) },
      }
      for (let from = 0; from < matters; from += rowsOfAStep) {
        await insertSet(client, place, from, Math.min(matters, from + rowsOfAStep))
        process.stderr.write(`\r${Math.min(matters, from + rowsOfAStep)} matters`)
      }
      process.stderr.write('\n')
    })
    for (const table of ['matter', 'matter_act', 'matter_limit']) await client.query(`vacuum (analyze) ${table}`)
    return {
      ...{
        matters,
        acts: matters * actsOfEach,
        types: types.map(({ type }) => type),
        words: Array.from({ length: 60 }, (_, at) => `${wordOf(at * 31, 1)} ${wordOf(at * 31, 17)}`),
      },
      units: [busy.unit, ...others.map(({ id }) => id)],
    }
  })
}

interface Busy {
  readonly unit: string
  readonly accounts: readonly string[]
}

interface Place {
  readonly jurisdiction: string
  readonly types: readonly string[]
  readonly versions: readonly number[]
  readonly busy: Busy
  readonly others: readonly string[]
}

/** The unit with most case officers, and its officers. */
async function busyUnit(client: Client, jurisdiction: string): Promise<Busy> {
  const { rows } = await client.query<{ unit: string; accounts: string[] }>(
    `select party_id as unit, array_agg(account_id order by account_id) as accounts from account_role
     where jurisdiction = $1 and role = 'caseOfficer' group by party_id order by count(*) desc limit 1`,
    [jurisdiction],
  )
  const [row] = rows
  if (row === undefined) throw new Error('there is no case officer')
  return row
}

/** Checking twelve million rows against what they name would take longer than all the rest; they name what is there. */
async function withoutForeignKeys(client: Client, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ may: boolean }>(
    'select rolsuper as may from pg_roles where rolname = current_user',
  )
  const may = rows[0]?.may === true
  if (may) await client.query('set session_replication_role = replica')
  await work()
  if (may) await client.query('set session_replication_role = origin')
}

function wordOf(at: number, step: number): string {
  return vocabulary[(at * step + Math.floor(at / 7)) % vocabulary.length] ?? ''
}

async function insertTitles(client: Client): Promise<void> {
  const made = Array.from({ length: titles }, (_, at) => {
    const title = `${wordOf(at, 1)}${wordOf(at, 11)}的${wordOf(at, 17)}（演示）`
    return [title, searchWords([title]).join(' ')]
  })
  await client.query('create temporary table bench_title (place integer primary key, title text, tokens text)')
  await client.query(
    `insert into bench_title select place - 1, title, tokens
     from unnest($1::text[], $2::text[]) with ordinality u (title, tokens, place)`,
    [made.map(([title]) => title), made.map(([, tokens]) => tokens)],
  )
}

async function insertSet(
  client: Client,
  { jurisdiction, types, versions, busy, others }: Place,
  from: number,
  until: number,
): Promise<void> {
  await client.query('begin')
  await client.query(`select set_config('app.jurisdiction', $1, true)`, [jurisdiction])
  await client.query(
    `insert into matter (jurisdiction, id, number, matter_type, version, area, title, snapshot, phases, status, turn,
       outcome, unit_id, handler_account, handler_label, entrance, applicant_label, values, origins, due_on, due_limit,
       warn_on, urged, act_count, revision, submitted_at, submitted_on, accepted_on, ended_at, ended_on, last_act_at,
       tokens, demonstration)
     select $1, '01920000-0000-7000-8000-' || lpad(g.n::text, 12, '0'),
       'YX-IP-' || to_char(g.day, 'YYYYMMDD') || '-' || lpad(g.n::text, 7, '0'), ($2::text[])[g.type], ($3::integer[])[g.type],
       'services', t.title, '{"status":"active"}'::jsonb, array[case when g.open then 'received' else 'closed' end],
       case when not g.open then 'ended' when g.n % 500 = 0 then 'suspended' else 'open' end,
       case when g.open then 'unit' end, case when not g.open then (array['done', 'granted', 'refused'])[1 + g.n % 3] end,
       g.unit,
       case when g.n % 20 < 2 then null when g.busy then ($5::text[])[1 + g.n % cardinality($5::text[])] else g.unit || '-' || g.n % 4 end,
       case when g.n % 20 < 2 then null else '演示承办' end, (array['account', 'visit', 'window'])[1 + g.n % 3],
       '演示' || (array['张*', '李*', '王**', '工坊', '公司'])[1 + g.n % 5],
       '{"title":"演示","phone":{"sealed":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","masked":"138****0000"}}'::jsonb,
       '{}'::jsonb, case when g.open and g.n % 9 <> 0 then current_date - 12 + (g.n % 47)::int end,
       case when g.open then 'decide' end, case when g.open then current_date - 16 + (g.n % 47)::int end, 0, ${actsOfEach}, ${actsOfEach},
       g.day + time '01:30', g.day, g.day + 3, case when not g.open then g.day + 20 + time '03:00' end,
       case when not g.open then g.day + 20 end, (g.day + 20)::timestamptz + (g.n % 86400) * interval '1 second',
       t.tokens || ' ' || lpad((g.n % 1000000)::text, 6, '0'), true
     from (select n, n % 25 = 0 as open, 1 + (n / 7) % cardinality($2::text[]) as type, (n / 25) % 5 = 0 as busy,
         case when (n / 25) % 5 = 0 then $4::text else ($6::text[])[1 + (n / 25) % cardinality($6::text[])] end as unit,
         date '2021-01-04' + (n::bigint * 7919 % 2100)::int as day
       from generate_series($7::integer, $8::integer - 1) n) g
     join bench_title t on t.place = g.n::bigint * 31 % ${titles}`,
    [jurisdiction, types, versions, busy.unit, busy.accounts, others, from, until],
  )
  await client.query(
    `insert into matter_act (jurisdiction, matter_id, ordinal, act, label, at, on_day, by_account, by_label, by_kind,
       unit_id, from_phases, to_phases, input, opinion, for_applicant, request_key, demonstration)
     select jurisdiction, id, o, case o when 1 then 'submit' when ${actsOfEach} then 'finish' else 'note' end,
       case o when 1 then '提交' else '办理' end, submitted_at + o * interval '2 days', submitted_on + 2 * o, handler_account,
       '演示承办', case o when 1 then 'applicant' else 'handler' end, unit_id, '{received}', phases, '{}'::jsonb,
       case when o % 4 = 0 then '经核，同意（演示）' end, true, case when o = 1 then id end, true
     from matter, generate_series(1, ${actsOfEach}) o
     where jurisdiction = $1 and id >= '01920000-0000-7000-8000-' || lpad($2::text, 12, '0')
       and id < '01920000-0000-7000-8000-' || lpad($3::text, 12, '0')`,
    [jurisdiction, from, until],
  )
  await client.query(
    `insert into matter_limit (jurisdiction, id, matter_id, limit_id, kind, label, rule, rule_from, whose, length_n,
       length_unit, started_on, raw_due, due_on, is_provisional, stops, extensions, status, ended_on, demonstration)
     select jurisdiction, 'l' || id, id, 'decide', 'promised', '办理期限', 'service.handling', '2020-01-01', 'unit', 15,
       'workingDay', submitted_on, coalesce(due_on, submitted_on + 21), coalesce(due_on, submitted_on + 21), false, '[]', '[]',
       case when status = 'ended' then case when (submitted_on - date '2000-01-01') % 11 = 0 then 'missed' else 'met' end
         when due_on is null then 'stopped' else 'running' end, ended_on, true
     from matter
     where jurisdiction = $1 and id >= '01920000-0000-7000-8000-' || lpad($2::text, 12, '0')
       and id < '01920000-0000-7000-8000-' || lpad($3::text, 12, '0')`,
    [jurisdiction, from, until],
  )
  await client.query('commit')
}
