import { randomUUID } from 'node:crypto'
import { fastify } from 'fastify'
import pg from 'pg'

/**
 * The baseline of the submission of a report, a process of its own: bare Fastify and pg, the rows that a submission
 * reads and writes by plain SQL in one transaction. No session, no role, no check, no hash of the journal's chain.
 * Prints its port.
 */
const [url = '', jurisdiction = ''] = process.argv.slice(2)
const pool = new pg.Pool({ connectionString: url, max: 10 })
const app = fastify()

app.post('/submission', async (request) => {
  const { dutyId } = request.body as { dutyId: string }
  const client = await pool.connect()
  try {
    await client.query('begin')
    await submit(client, dutyId)
    await client.query('commit')
    return { dutyId, state: 'submitted' }
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
})

interface Owed {
  id: string
  item_id: string
  party_id: string
  scope: string
  period: string
  period_end: Date
  title: string
}

interface Said {
  id: string
  value: string
  narrative: string
}

async function submit(client: pg.PoolClient, dutyId: string): Promise<void> {
  const of = [jurisdiction, dutyId]
  const { rows: duties } = await client.query<Owed>(
    'select * from duty where jurisdiction = $1 and id = $2 for update',
    of,
  )
  const { rows: reports } = await client.query<Said>(
    'select * from report where jurisdiction = $1 and duty_id = $2 for update',
    of,
  )
  const [duty, report] = [duties[0], reports[0]]
  if (duty === undefined || report === undefined) throw new Error(`no duty ${dutyId}`)
  const { item_id, party_id, scope, period, period_end } = duty
  await client.query('select * from plan_version where jurisdiction = $1', [jurisdiction])
  await client.query('select * from party where jurisdiction = $1 order by ordinal', [jurisdiction])
  await client.query(
    `select r.* from duty d join report r on r.jurisdiction = d.jurisdiction and r.duty_id = d.id
     where d.jurisdiction = $1 and d.item_id = $2 and d.party_id = $3 and d.scope = $4 and d.period_end < $5
     order by d.period_end desc limit 3`,
    [jurisdiction, item_id, party_id, scope, period_end],
  )
  await client.query('select count(*) from report_evidence where jurisdiction = $1 and report_id = $2', [
    jurisdiction,
    report.id,
  ])
  const seen = randomUUID()
  await client.query(
    `insert into observation (jurisdiction, id, item_id, scope_key, party_id, period, period_end, value_state, value,
       cutoff_on, source, report_id, plan_version, at, by_label)
     values ($1, $2, $3, $4, $4, $5, $6, 'value', $7, $6, '单位报送', $8, 1, now(), '演示')`,
    [jurisdiction, seen, item_id, party_id, period, period_end, report.value, report.id],
  )
  await client.query(
    `insert into indicator_value (jurisdiction, item_id, scope_key, period, period_end, observation_id, value_state,
       value, cutoff_on, status, status_at) values ($1, $2, $3, $4, $5, $6, 'value', $7, $5, 'reported', now())
     on conflict (jurisdiction, item_id, scope_key, period) do update set observation_id = excluded.observation_id,
       value = excluded.value, status = excluded.status, status_at = excluded.status_at`,
    [jurisdiction, item_id, party_id, period, period_end, seen, report.value],
  )
  await client.query(
    `update report set state = 'submitted', revision = revision + 1, observation_id = $3, updated_at = now(),
       submitted_at = now() where jurisdiction = $1 and id = $2`,
    [jurisdiction, report.id, seen],
  )
  await client.query(
    `insert into report_act (jurisdiction, id, report_id, act, on_date, at, by_label, snapshot)
     values ($1, $2, $3, 'submit', current_date, now(), '演示', $4)`,
    [jurisdiction, randomUUID(), report.id, JSON.stringify({ value: report.value, narrative: report.narrative })],
  )
  await client.query(
    `update duty set answered_on = current_date, next_act_on = null, revision = revision + 1
     where jurisdiction = $1 and id = $2`,
    of,
  )
  await client.query(
    `insert into search_entry (jurisdiction, kind, id, title, context, path, weight, tokens, audience, party_id)
     values ($1, 'report', $2, $3, $4, '/reports/' || $5::text, 1, '按 计划 推进 佐证 归档 指标', 'staff', $6)
     on conflict (jurisdiction, kind, id) do update set tokens = excluded.tokens`,
    [jurisdiction, report.id, duty.title, report.narrative, dutyId, party_id],
  )
  await client.query(
    `insert into outbox (jurisdiction, id, topic, payload, created_at) values ($1, $2, 'report.submitted', $3, now())`,
    [jurisdiction, randomUUID(), JSON.stringify({ to: { roles: ['office'] }, title: duty.title })],
  )
  const { rows: heads } = await client.query<{ sequence: string; hash: string }>(
    'select sequence, hash from journal_head where jurisdiction = $1 for update',
    [jurisdiction],
  )
  const [head] = heads
  await client.query(
    `insert into journal (jurisdiction, sequence, at, actor_label, roles, via, request_id, command, subject_kind,
       subject_id, after, previous_hash, hash)
     values ($1, $2::bigint + 1, now(), '演示', 'unitHead', 'web', $3, 'bench', 'report', $4, $5, $6, $6)`,
    [jurisdiction, head?.sequence, randomUUID(), report.id, JSON.stringify({ value: report.value }), head?.hash],
  )
  await client.query('update journal_head set sequence = sequence + 1 where jurisdiction = $1', [jurisdiction])
}

await app.listen({ port: 0, host: '127.0.0.1' })
const [address] = app.addresses()
process.stdout.write(`listening ${typeof address === 'object' ? address.port : ''}\n`)
