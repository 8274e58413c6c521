import type { CommandContext } from '../operations/context.ts'
import type { RecordValues } from './record.types.ts'
import { registerErrors } from './register-errors.ts'
import type { Register, RegisterField } from './registers.ts'
import { runSql } from './run-sql.ts'

/** longer chains than these are a circle, or as bad as one */
const longestChain = 60

interface Linking {
  readonly values: RecordValues
}

/**
 * Refuses records whose link within their own register would lead back to themselves, over however many others.
 *
 * Only links that hold one record can lead in a circle that means nothing (a part of a part of itself); lists of links
 * may name each other, as two partners do.
 *
 * @throws register.circularLink
 */
export async function refuseCircles(
  context: CommandContext,
  register: Register,
  rows: readonly Linking[],
  ids: readonly string[],
): Promise<void> {
  for (const field of register.fields.values()) {
    if (field.field.kind !== 'link' || field.field.register !== register.id) continue
    const next = new Map(rows.flatMap(({ values }, at) => pair(ids[at], idOf(values, field))))
    if (next.size > 0) await refuseCirclesOf(context, register, field, next)
  }
}

async function refuseCirclesOf(
  { tx, jurisdiction }: CommandContext,
  register: Register,
  field: RegisterField,
  next: Map<string, string>,
): Promise<void> {
  const starts = [...next.keys()]
  const column = field.columns[1]?.name
  const known = new Map(next)
  let frontier = [...new Set(next.values())].filter((id) => !known.has(id))
  for (let step = 0; step < longestChain && frontier.length > 0; step += 1) {
    const found = await runSql<{ id: string; to: string }>(
      tx,
      `select id, ${column} as "to" from ${register.table}
       where jurisdiction = $1 and id = any($2::text[]) and ${column} is not null`,
      [jurisdiction, frontier],
    )
    for (const { id, to } of found) known.set(id, to)
    frontier = [...new Set(found.map(({ to }) => to))].filter((id) => !known.has(id))
  }
  for (const start of starts) {
    let at = known.get(start)
    for (let step = 0; at !== undefined && step <= longestChain; step += 1) {
      if (at === start || step === longestChain) {
        throw registerErrors.circularLink({ label: register.declaration.recordLabel, field: field.field.label })
      }
      at = known.get(at)
    }
  }
}

function pair(id: string | undefined, to: string | undefined): [string, string][] {
  return id === undefined || to === undefined ? [] : [[id, to]]
}

function idOf(values: RecordValues, { name }: RegisterField): string | undefined {
  const value = values[name]
  return typeof value === 'object' && value !== null && 'id' in value ? (value.id ?? undefined) : undefined
}
