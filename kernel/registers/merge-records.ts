import type { Json } from '@qiangxian/engines/canonical-json/canonical-json'
import type { CommandContext } from '../operations/context.ts'
import { findByIdentity, readRecords } from './find-records.ts'
import { endRecords } from './past.ts'
import { recordPreparer } from './prepare-record.ts'
import type { LinkValue, RecordValues, StoredRecord, Value } from './record.types.ts'
import { registerErrors } from './register-errors.ts'
import type { Register, Registers } from './registers.ts'
import { Parameters, runSql } from './run-sql.ts'
import { type LinkColumn, linksTo, pointsAt } from './sight.ts'
import { writeRecords } from './write-records.ts'

/** A link that followed a merge: where it stands, and where it led before. */
export interface FollowedLink {
  readonly register: string
  readonly recordId: string
  readonly field: string
  readonly from: readonly LinkValue[]
  /** of the record after its link had followed: another one later means that somebody changed it since */
  readonly revision: number
}

/** What is needed to take a merge back; kept as it is in `record_merge.before`. */
export interface MergeMemory {
  readonly kept: { readonly revision: number; readonly changed: boolean }
  readonly merged: readonly { readonly id: string; readonly revision: number; readonly label: string }[]
  readonly links: readonly FollowedLink[]
  /** of names and accounts that stood for a merged record */
  readonly names: readonly { readonly id: string; readonly recordId: string }[]
  readonly accounts: readonly { readonly accountId: string; readonly recordId: string }[]
}

/**
 * Lets everything that points at the merged records point at the one that stays, and ends the merged ones.
 *
 * A link that would lead from the kept record to itself falls away. Records are written as a change of their own, each
 * with its history.
 */
export async function followMerge(
  context: CommandContext,
  registers: Registers,
  register: Register,
  kept: StoredRecord,
  merged: readonly StoredRecord[],
  reason: string,
): Promise<readonly FollowedLink[]> {
  const gone = new Set(merged.map(({ id }) => id))
  await endRecords(context, register, [...gone], { endedBy: 'merged', mergedInto: kept.id, reason })
  const followed: FollowedLink[] = []
  for (const other of registers.all) {
    for (const link of linksTo(other, register)) {
      const found = await pointingAt(context, other, link, [...gone])
      const writes = found.map((before) => ({
        before,
        values: {
          ...before.values,
          [link.field]: relinked(before.values[link.field] ?? null, link.isList, (each) =>
            each.id === null || !gone.has(each.id)
              ? each
              : other === register && before.id === kept.id
                ? undefined
                : { name: kept.label, id: kept.id },
          ),
        },
      }))
      await refuseClash(context, other, writes)
      const written = await writeRecords(context, registers, other, writes, { origin: 'form', reason })
      for (const [at, { before }] of writes.entries()) {
        followed.push({
          register: other.id,
          recordId: before.id,
          field: link.field,
          from: listOf(before.values[link.field] ?? null),
          revision: written[at]?.revision ?? 0,
        })
      }
    }
  }
  return followed
}

/** Where nothing but its values tells a record apart, two that point at merged records may become one and the same. */
async function refuseClash(
  { tx, jurisdiction, secrets, today }: CommandContext,
  other: Register,
  writes: readonly { readonly before: StoredRecord; readonly values: RecordValues }[],
): Promise<void> {
  const prepare = recordPreparer(other, { secrets, jurisdiction, today })
  const identities = writes.map(({ before, values }) => prepare(before.id, values).identity)
  const found = await findByIdentity(tx, jurisdiction, other, identities)
  const clashing = writes.find(({ before }, at) => {
    const taken = found.get(identities[at] ?? '')
    return (taken !== undefined && taken.id !== before.id) || identities.indexOf(identities[at] ?? '') !== at
  })
  if (clashing === undefined) return
  throw registerErrors.mergeClash({ label: clashing.before.label, register: other.declaration.label })
}

/** Lets links lead again where they led before a merge, as far as they still lead to the record that was kept. */
export async function leadBack(
  context: CommandContext,
  registers: Registers,
  keptId: string,
  links: readonly FollowedLink[],
  reason: string,
): Promise<number> {
  let count = 0
  // A record that followed by two links is written twice, each time as it stands then.
  for (const link of links.toReversed()) {
    const register = registers.find(link.register)
    const field = register?.fields.get(link.field)?.field
    if (register === undefined || field === undefined) continue
    const records = await readRecords(context.tx, context.jurisdiction, register, [link.recordId], { lock: true })
    const before = records.get(link.recordId)
    if (before === undefined) continue
    const isList = field.kind === 'links'
    const now = listOf(before.values[link.field] ?? null)
    const untouched = before.revision === link.revision
    if (!untouched && !now.some(({ id }) => id === keptId)) continue
    const value: Value = untouched ? asValue(link.from, isList) : partlyBack(now, link.from, keptId, isList)
    const values: RecordValues = { ...before.values, [link.field]: value }
    await writeRecords(context, registers, register, [{ before, values }], { origin: 'form', reason, act: 'restored' })
    count += 1
  }
  return count
}

/** Somebody changed the record since: only the place of the kept one becomes what it was. */
function partlyBack(now: readonly LinkValue[], from: readonly LinkValue[], keptId: string, isList: boolean): Value {
  const missing = from.filter(({ id }) => !now.some((each) => each.id === id))
  const wasThere = from.some(({ id }) => id === keptId)
  const back = now.flatMap((each) => (each.id === keptId ? [...(wasThere ? [each] : []), ...missing] : [each]))
  return asValue(back, isList)
}

async function pointingAt(
  { tx, jurisdiction }: CommandContext,
  other: Register,
  link: LinkColumn,
  ids: readonly string[],
): Promise<readonly StoredRecord[]> {
  const parameters = new Parameters()
  const rows = await runSql<{ id: string }>(
    tx,
    `select r.id from ${other.table} r where r.jurisdiction = ${parameters.add(jurisdiction)}
       and ${pointsAt(link, 'r', `${parameters.add([...ids])}::text[]`)} order by r.id`,
    parameters.values,
  )
  const records = await readRecords(
    tx,
    jurisdiction,
    other,
    rows.map(({ id }) => id),
    { lock: true },
  )
  return [...records.values()]
}

function relinked(value: Value, isList: boolean, change: (link: LinkValue) => LinkValue | undefined): Value {
  const links = listOf(value).flatMap((link) => change(link) ?? [])
  const once = links.filter((link, at) => link.id === null || links.findIndex(({ id }) => id === link.id) === at)
  return asValue(once, isList)
}

function listOf(value: Value): readonly LinkValue[] {
  if (value === null) return []
  return (Array.isArray(value) ? value : [value]) as readonly LinkValue[]
}

function asValue(links: readonly LinkValue[], isList: boolean): Value {
  if (links.length === 0) return null
  return isList ? links : (links[0] ?? null)
}

/** Names that were decided for a merged record, and accounts that act for it, stand for the kept one from now on. */
export async function moveNamesAndAccounts(
  { tx, jurisdiction }: CommandContext,
  register: Register,
  keptId: string,
  mergedIds: readonly string[],
): Promise<Pick<MergeMemory, 'names' | 'accounts'>> {
  const names = await runSql<{ id: string; recordId: string }>(
    tx,
    `select id, record_id as "recordId" from name_match
     where jurisdiction = $1 and register = $2 and record_id = any($3::text[]) for update`,
    [jurisdiction, register.id, [...mergedIds]],
  )
  await runSql(tx, 'update name_match set record_id = $3 where jurisdiction = $1 and id = any($2::text[])', [
    jurisdiction,
    names.map(({ id }) => id),
    keptId,
  ])
  const accounts = await runSql<{ accountId: string; recordId: string; at: Date; by: string }>(
    tx,
    `delete from account_entity where jurisdiction = $1 and register = $2 and record_id = any($3::text[])
     returning account_id as "accountId", record_id as "recordId", granted_at as at, granted_by_label as by`,
    [jurisdiction, register.id, [...mergedIds]],
  )
  for (const { accountId, at, by } of accounts) {
    await runSql(
      tx,
      `insert into account_entity (jurisdiction, account_id, register, record_id, granted_at, granted_by_label)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [jurisdiction, accountId, register.id, keptId, at, by],
    )
  }
  return { names, accounts: accounts.map(({ accountId, recordId }) => ({ accountId, recordId })) }
}

export async function moveNamesAndAccountsBack(
  { tx, jurisdiction, now, actor }: CommandContext,
  register: Register,
  keptId: string,
  { names, accounts }: Pick<MergeMemory, 'names' | 'accounts'>,
): Promise<void> {
  for (const { id, recordId } of names) {
    await runSql(tx, 'update name_match set record_id = $3 where jurisdiction = $1 and id = $2 and record_id = $4', [
      jurisdiction,
      id,
      recordId,
      keptId,
    ])
  }
  for (const { accountId, recordId } of accounts) {
    await runSql(
      tx,
      `insert into account_entity (jurisdiction, account_id, register, record_id, granted_at, granted_by_label)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [jurisdiction, accountId, register.id, recordId, now, actor.label],
    )
  }
}

export function asJson(memory: MergeMemory): Json {
  return memory as unknown as Json
}
