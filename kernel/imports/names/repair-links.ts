import type { CommandContext } from '../../operations/context.ts'
import { readRecords } from '../../registers/find-records.ts'
import type { LinkValue, StoredRecord, Value } from '../../registers/record.types.ts'
import type { Register, RegisterField, Registers } from '../../registers/registers.ts'
import { runSql } from '../../registers/run-sql.ts'
import { writeRecords } from '../../registers/write-records.ts'
import { foldName } from './fold-name.ts'
import { writtenName } from './written-name.ts'

interface Repair {
  /** the folded name that was settled */
  readonly key: string
  /** whom it was said to mean before; null: nobody yet */
  readonly from: string | null
  readonly to: string | null
}

const recordsAStep = 2_000

/**
 * Gives links that were written before a name was settled the record that it means. Each repaired record has a further
 * revision; it stays what its import made it, so that the import can still be undone.
 *
 * @returns how many records were repaired
 */
export async function repairLinks(
  context: CommandContext,
  registers: Registers,
  target: Register,
  repair: Repair,
): Promise<number> {
  if (repair.from === repair.to) return 0
  let repaired = 0
  for (const { register: registerId, field: name } of target.pointedAtBy) {
    const register = registers.get(registerId)
    const field = register.fields.get(name)
    if (field === undefined) continue
    const ids = await recordsToRepair(context, register, field, repair)
    for (let from = 0; from < ids.length; from += recordsAStep) {
      const records = await readRecords(
        context.tx,
        context.jurisdiction,
        register,
        ids.slice(from, from + recordsAStep),
        {
          lock: true,
        },
      )
      repaired += records.size
      await rewrite(context, registers, register, name, [...records.values()], repair)
    }
  }
  return repaired
}

/** Spaces and brackets may stand anywhere, so the names as they are written are asked for, and folded here. */
async function recordsToRepair(
  { tx, jurisdiction }: CommandContext,
  { table }: Register,
  { columns }: RegisterField,
  { key, from }: Repair,
): Promise<readonly string[]> {
  const [name, id] = columns
  if (name === undefined || id === undefined) return []
  const isList = id.type === 'text[]'
  const source = isList
    ? `${table} r cross join lateral unnest(r.${name.name}, r.${id.name}) as l (name, id)`
    : `(select jurisdiction, ${name.name} as name, ${id.name} as id from ${table}) l`
  const isMeant = from === null ? `coalesce(l.id, '') = ''` : 'l.id = $2'
  const parameters = from === null ? [jurisdiction] : [jurisdiction, from]
  const written = await runSql<{ name: string }>(
    tx,
    `select distinct l.name from ${source} where ${isList ? 'r' : 'l'}.jurisdiction = $1 and ${isMeant} and l.name is not null`,
    parameters,
  )
  const same = written.map((row) => row.name).filter((each) => isNamed(each, key))
  if (same.length === 0) return []
  const meant = from === null ? '' : isList ? `and ${id.name} @> array[$3::text]` : `and ${id.name} = $3`
  const rows = await runSql<{ id: string }>(
    tx,
    isList
      ? `select id from ${table} where jurisdiction = $1 and ${name.name} && $2::text[] ${meant} order by id`
      : `select id from ${table} where jurisdiction = $1 and ${name.name} = any($2::text[])
         ${from === null ? `and ${id.name} is null` : meant} order by id`,
    from === null ? [jurisdiction, same] : [jurisdiction, same, from],
  )
  return rows.map((row) => row.id)
}

function isNamed(written: string, key: string): boolean {
  return foldName(written) === key || writtenName(written)?.key === key
}

async function rewrite(
  context: CommandContext,
  registers: Registers,
  register: Register,
  field: string,
  records: readonly StoredRecord[],
  { key, from, to }: Repair,
): Promise<void> {
  const repaired = (link: LinkValue): LinkValue =>
    isNamed(link.name, key) && link.id === from ? { name: link.name, id: to } : link
  // Revisions of one origin are written together, each run's with its own.
  const byRun = new Map<string, StoredRecord[]>()
  for (const record of records) {
    const group = `${record.origin} ${record.runId ?? ''}`
    byRun.set(group, [...(byRun.get(group) ?? []), record])
  }
  for (const group of byRun.values()) {
    const [first] = group
    if (first === undefined) continue
    await writeRecords(
      context,
      registers,
      register,
      group.map((before) => {
        const value = before.values[field] ?? null
        const next = (
          Array.isArray(value) ? value.map((each) => repaired(each as LinkValue)) : repaired(value as LinkValue)
        ) as Value
        return {
          before,
          values: { ...before.values, [field]: next },
          ...(before.unitId === null ? {} : { unitId: before.unitId }),
          ...(before.sheet === null ? {} : { sheet: before.sheet }),
          ...(before.rowNumber === null ? {} : { rowNumber: before.rowNumber }),
        }
      }),
      {
        origin: first.origin,
        reason: '核对名称',
        act: 'linked',
        ...(first.runId === null ? {} : { runId: first.runId }),
      },
    )
  }
}
