import type { CommandContext } from '../operations/context.ts'
import type { PastRecord } from './record.types.ts'
import { bumpRegister } from './register-change.ts'
import type { Register } from './registers.ts'
import { runSql } from './run-sql.ts'
import { columnNames } from './stored-record.ts'

export interface Ending {
  readonly endedBy: PastRecord['endedBy']
  readonly reason: string | null
  /** of merged records: the one that stays */
  readonly mergedInto?: string
}

/** Moves the living revisions of records to the past; what takes their place is written next, if anything does. */
export async function moveToPast(
  { tx, jurisdiction, now, actor }: CommandContext,
  register: Register,
  ids: readonly string[],
  { endedBy, reason, mergedInto }: Ending,
): Promise<void> {
  if (ids.length === 0) return
  const names = columnNames(register).join(', ')
  await runSql(
    tx,
    `with gone as (delete from ${register.table} where jurisdiction = $1 and id = any($2::text[]) returning ${names})
     insert into ${register.pastTable} (${names}, replaced_at, ended_by, merged_into, ended_by_label, ended_reason)
     select ${names}, $3, $4, $5, $6, $7 from gone`,
    [jurisdiction, [...ids], now, endedBy, mergedInto ?? null, actor.label, reason],
  )
}

/** Ends records: they stay readable with their history, and are in no list. The caller records the journal entry. */
export async function endRecords(
  context: CommandContext,
  register: Register,
  ids: readonly string[],
  ending: Ending,
): Promise<void> {
  if (ids.length === 0) return
  await moveToPast(context, register, ids, ending)
  await bumpRegister(context, register)
}

/**
 * Takes back the last act on each of these records: a changed one says again what it said before, as a further revision;
 * a new one ends. Nothing of the history is lost.
 */
export async function undoRecords(
  context: CommandContext,
  register: Register,
  ids: readonly string[],
  reason: string | null,
): Promise<void> {
  if (ids.length === 0) return
  await moveToPast(context, register, ids, { endedBy: 'undone', reason })
  await restoreRecords(context, register, ids, { reason, beforeLast: true })
}

/**
 * Brings ended records back as they were: the last revision in the past, or the one before it, as a new revision. One
 * without such a revision stays ended.
 */
export async function restoreRecords(
  context: CommandContext,
  register: Register,
  ids: readonly string[],
  { reason, beforeLast = false }: { readonly reason: string | null; readonly beforeLast?: boolean },
): Promise<void> {
  if (ids.length === 0) return
  const { tx, jurisdiction, now, actor } = context
  const replaced: Readonly<Record<string, string>> = {
    revision: 'p.last + 1',
    recorded_at: '$3',
    recorded_by: '$4',
    act: "'restored'",
    reason: '$5',
  }
  const names = columnNames(register)
  await runSql(
    tx,
    `insert into ${register.table} (${names.join(', ')})
     select ${names.map((name) => replaced[name] ?? `p.${name}`).join(', ')}
     from (select *, row_number() over (partition by id order by revision desc) as place,
         max(revision) over (partition by id) as last
       from ${register.pastTable} where jurisdiction = $1 and id = any($2::text[])) p
     where p.place = ${beforeLast ? 2 : 1}`,
    [jurisdiction, [...ids], now, actor.label, reason],
  )
  await bumpRegister(context, register)
}
