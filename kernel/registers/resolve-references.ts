import type { QueryContext } from '../operations/context.ts'
import { findUnits } from '../parties/unit-ref.ts'
import { problem } from './check-value.ts'
import type { ValueProblem } from './check-values.ts'
import { foldedKey } from './prepare-record.ts'
import type { LinkValue, RecordValues, Value } from './record.types.ts'
import type { Register, RegisterField, Registers } from './registers.ts'
import { runSql } from './run-sql.ts'

/**
 * What the values of one record point at, asked of the database: a link by id gets the name of its record, a link by
 * name gets its record where one has exactly that key or name; units and files must be there.
 *
 * Names that are written otherwise are matched by the import (`kernel/imports/names`); here they stay names.
 */
export async function resolveReferences(
  context: QueryContext,
  registers: Registers,
  register: Register,
  values: RecordValues,
  changed: (field: string) => boolean = () => true,
): Promise<{ readonly values: RecordValues; readonly problems: readonly ValueProblem[] }> {
  const resolved: Record<string, Value> = { ...values }
  const problems: ValueProblem[] = []
  for (const field of register.fields.values()) {
    const value = values[field.name] ?? null
    if (value === null || !changed(field.name)) continue
    const { kind } = field.field
    if (kind === 'link' || kind === 'links') {
      const given = (kind === 'links' ? value : [value]) as readonly LinkValue[]
      const found = await resolveLinks(context, registers.get(field.field.register), given)
      for (const unknown of found.unknown) problems.push(notThere(field, unknown))
      resolved[field.name] = kind === 'links' ? found.links : (found.links[0] ?? null)
    } else if (kind === 'unit') {
      const units = await findUnits(context.tx, context.jurisdiction, [value as string])
      if (!units.has(value as string)) problems.push(notThere(field, value as string))
    } else if (kind === 'attachments') {
      for (const missing of await missingFiles(context, value as readonly string[])) {
        problems.push(notThere(field, missing))
      }
    }
  }
  return { values: resolved, problems }
}

function notThere({ name, field }: RegisterField, id: string): ValueProblem {
  return problem(
    name,
    'unknownLink',
    `“${field.label}”所指的“${id}”不存在。`,
    `“${field.labelEn}” points at “${id}”, which does not exist.`,
    '请重新选择。',
    'Choose again.',
  )
}

async function resolveLinks(
  { tx, jurisdiction }: QueryContext,
  target: Register,
  links: readonly LinkValue[],
): Promise<{ readonly links: readonly LinkValue[]; readonly unknown: readonly string[] }> {
  const ids = links.flatMap(({ id }) => id ?? [])
  const names = links.flatMap(({ name, id }) => (id === null ? [name] : []))
  const byName = target.declaration.key.length === 1 ? names.map(foldedKey) : []
  const rows = await runSql<{ id: string; identity: string; label: string }>(
    tx,
    `select id, identity, label from ${target.table}
     where jurisdiction = $1 and (id = any($2::text[]) or identity = any($3::text[]))`,
    [jurisdiction, ids, byName],
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  const byIdentity = new Map(rows.map((row) => [row.identity, row]))
  return {
    links: links.map((link) => {
      const found = link.id === null ? byIdentity.get(foldedKey(link.name)) : byId.get(link.id)
      return found === undefined ? link : { name: found.label, id: found.id }
    }),
    unknown: ids.filter((id) => !byId.has(id)),
  }
}

async function missingFiles({ tx, jurisdiction }: QueryContext, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('evidence')
    .select('id')
    .where('jurisdiction', '=', jurisdiction)
    .where('id', 'in', ids)
    .execute()
  const known = new Set(rows.map(({ id }) => id))
  return ids.filter((id) => !known.has(id))
}
