import { sql } from 'kysely'
import type { HeldRole } from '../../accounts/actor.ts'
import type { Request } from '../../operations/execute.ts'
import { requestAs, type TestKernel } from '../../testing/test-kernel.ts'

/** A case as a queue needs it; what is left out does not matter to queues. 演示 */
export interface InventedMatter {
  readonly id: string
  readonly unit: 'a' | 'b'
  readonly handler: string | null
  readonly status: 'open' | 'suspended' | 'ended'
  readonly dueOn: string | null
  readonly warnOn: string | null
  readonly calls: readonly {
    readonly kind: 'countersign' | 'copy'
    readonly toUnit: 'a' | 'b' | null
    readonly toAccount: string | null
    readonly answered: boolean
  }[]
  readonly title?: string
}

export interface QueueHouse {
  readonly kernel: TestKernel
  /** ids of the two units */
  readonly units: Readonly<Record<'a' | 'b', string>>
  fill(matters: readonly InventedMatter[]): Promise<void>
}

export const queueDeclaration = {
  ...{ id: 'reading-card', area: 'services', systems: [], label: '阅览证办理', labelEn: 'Reading card' },
  ...{ about: '办一张阅览证', titleFrom: ['title'], initial: 'received', limits: [], documents: {}, notices: [] },
  ...{ writes: [], materials: [], entrances: ['account'], archive: { years: 10, category: '服务' }, sources: [] },
  guide: {
    ...{
      itemType: '20',
      forWhom: ['person'],
      handling: 'promised',
      conditions: [],
      steps: [],
      fee: { charged: false },
    },
    ...{ result: { label: '阅览证', kind: 'certificate', delivery: [] }, visits: 0, online: 'whole' },
    ...{ acrossRegions: 'county', likelyOutcome: '', questions: [], words: [] },
  },
  form: {
    steps: [{ id: 'first', label: '填写', fields: { title: { kind: 'text', label: '名称', labelEn: 'Title' } } }],
  },
  states: {
    received: {
      ...{ label: '待受理', labelEn: 'Received', forApplicant: '已收到' },
      acts: { finish: { label: '办结', labelEn: 'Finish', to: 'done', by: ['handler'] } },
    },
    done: { label: '办结', labelEn: 'Done', forApplicant: '已办结', outcome: 'done' },
  },
}

/** Two units of the invented county, and cases put straight into their table. */
export async function openQueueHouse(kernel: TestKernel): Promise<QueueHouse> {
  const { jurisdiction } = kernel.county
  const units = await kernel.database.inJurisdiction(jurisdiction, 'write', async (tx) => {
    const { rows } = await sql<{ id: string }>`select id from party where jurisdiction = ${jurisdiction}
      and name in ('演示县工作领导小组办公室', '云亭镇') order by name`.execute(tx)
    await sql`insert into matter_version (jurisdiction, matter_type, version, declaration, digest, published_at, reason, by_label)
      values (${jurisdiction}, 'reading-card', 1, ${JSON.stringify(queueDeclaration)}, 'x', now(), '演示', '演示')`.execute(
      tx,
    )
    return { a: rows[0]?.id ?? '', b: rows[1]?.id ?? '' }
  })
  return { kernel, units, fill: (matters) => fill(kernel, units, matters) }
}

async function fill(
  kernel: TestKernel,
  units: Readonly<Record<'a' | 'b', string>>,
  matters: readonly InventedMatter[],
): Promise<void> {
  const { jurisdiction } = kernel.county
  await kernel.test.tamper('delete from matter_call')
  await kernel.test.tamper('delete from matter')
  await kernel.database.inJurisdiction(jurisdiction, 'write', async (tx) => {
    for (const [at, each] of matters.entries()) {
      const unit = units[each.unit]
      const ended = each.status === 'ended' ? '2026-11-20' : null
      await sql`insert into matter (jurisdiction, id, number, matter_type, version, area, title, snapshot, phases, status,
          turn, unit_id, handler_account, handler_label, entrance, applicant_label, values, origins, due_on, warn_on,
          act_count, revision, submitted_at, submitted_on, ended_on, last_act_at, tokens)
        values (${jurisdiction}, ${each.id}, ${`YS-${String(at).padStart(6, '0')}`}, 'reading-card', 1, 'services',
          ${each.title ?? `第${at}件`}, '{}', array['received'], ${each.status}, 'unit', ${unit}, ${each.handler},
          ${each.handler}, 'account', '演示人', '{}', '{}', ${each.dueOn}::date, ${each.warnOn}::date, 1, 1,
          ${new Date(Date.UTC(2026, 10, 1 + (at % 20)))}, '2026-11-01', ${ended}::date,
          ${new Date(Date.UTC(2026, 10, 1 + (at % 3), at % 2))}, ${`演示 ${String(at).padStart(6, '0')}`})`.execute(tx)
      for (const [ordinal, call] of each.calls.entries()) {
        await sql`insert into matter_call (jurisdiction, id, matter_id, kind, to_unit, to_account, to_label, words,
            by_label, at, answer, answered_at)
          values (${jurisdiction}, ${`${each.id}-${ordinal}`}, ${each.id}, ${call.kind},
            ${call.toUnit === null ? null : units[call.toUnit]}, ${call.toAccount}, '演示', '请看（演示）', '演示', now(),
            ${call.answered ? 'seen' : null}, ${call.answered ? new Date('2026-11-02T00:00:00Z') : null})`.execute(tx)
      }
    }
  })
}

/** Somebody with an account and roles, over the web. */
export function readerAs(accountId: string, roles: readonly HeldRole[]): Request {
  return requestAs('public', { accountId, roles, via: 'web', label: accountId })
}
