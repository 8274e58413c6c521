import { reasonsOf } from '@qiangxian/engines/formula/explain'
import type { Condition } from '@qiangxian/engines/formula/formula.types'
import { conditionIn } from '@qiangxian/engines/formula/parameters'
import { type PlainRecord, type Span, type Surroundings, spanOf } from '@qiangxian/engines/formula/span'
import type { World } from '@qiangxian/engines/formula/world.types'
import { codeListsOfCondition, readCodeLists } from '../indicators/code-lists.ts'
import type { QueryContext } from '../operations/context.ts'
import { registerWorld } from './condition-filter.ts'
import type { StoredRecord } from './record.types.ts'
import type { RecordDetail } from './registers.schemas.ts'
import type { Register, Registers } from './registers.ts'
import { Parameters, runSql } from './run-sql.ts'
import { linksTo, pointsAt } from './sight.ts'
import { type Row, readColumns, storedRecord } from './stored-record.ts'

type HeldCondition = RecordDetail['conditions'][number]

/** records that may prove a condition; more of one kind prove nothing new */
const mostProofs = 500

/** The named conditions of a register, whether they hold of a record on a day, and why: the same trees as in figures. */
export async function heldConditions(
  context: QueryContext,
  registers: Registers,
  register: Register,
  record: StoredRecord,
  day: string,
): Promise<HeldCondition[]> {
  const { world } = await registerWorld(context, registers, day)
  const named = world.registers.get(register.id)?.conditions ?? new Map()
  if (named.size === 0) return []
  const around = await surroundings(context, registers, register, record, world)
  const plain = plainOf(record)
  return [...named].map(([name, { label, holds }]): HeldCondition => {
    const span = spanOf(holds, register.id, plain, around)
    return {
      name,
      label,
      holds: span.from <= day && isAfter(span.until, day) && span.from !== 'infinity',
      from: asDay(span.from),
      until: asDay(span.until),
      reasons: reasonsOf(holds, register.id, plain, day, around)
        .filter((reason) => reason.holds)
        .map(({ zh, en }) => ({ zh, en })),
    }
  })
}

function isAfter(until: Span['until'], day: string): boolean {
  return until === 'infinity' || until > day
}

function asDay(day: string): string | null {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null
}

function plainOf({ id, label, unitId, expectedOn, values }: StoredRecord): PlainRecord {
  return { id, label, unitId, expectedOn, values: { ...values } }
}

/** What the conditions look at besides the record, read beforehand: records that point at it, and tables of codes. */
async function surroundings(
  context: QueryContext,
  registers: Registers,
  register: Register,
  record: StoredRecord,
  world: World,
): Promise<Surroundings> {
  const conditions = [...(world.registers.get(register.id)?.conditions.values() ?? [])].map(({ holds }) => holds)
  const related = new Map<string, readonly PlainRecord[]>()
  for (const { register: other, through } of conditions.flatMap((each) => relatedIn(each, world))) {
    const key = `${other} ${through}`
    if (!related.has(key)) {
      related.set(key, await pointingAt(context, registers.get(other), through, register, record.id))
    }
  }
  const lists = conditions.flatMap((each) => [...codeListsOfCondition(each, register.id, world)])
  const codes = await readCodeLists(
    context.tx,
    { jurisdiction: context.jurisdiction, registers, world },
    new Set(lists),
  )
  return {
    world,
    expected: false,
    related: (other, through, id) => (id === record.id ? (related.get(`${other} ${through}`) ?? []) : []),
    listed: (other, field) => codes.get(`${other}.${field}`) ?? [],
  }
}

async function pointingAt(
  { tx, jurisdiction }: QueryContext,
  other: Register,
  through: string,
  register: Register,
  id: string,
): Promise<readonly PlainRecord[]> {
  const link = linksTo(other, register).find(({ field }) => field === through)
  if (link === undefined) return []
  const parameters = new Parameters()
  const rows = await runSql<Row>(
    tx,
    `select ${readColumns(other, 'r')} from ${other.table} r where r.jurisdiction = ${parameters.add(jurisdiction)}
       and ${pointsAt(link, 'r', `${parameters.add([id])}::text[]`)} order by r.id limit ${mostProofs}`,
    parameters.values,
  )
  return rows.map((row) => plainOf(storedRecord(other, row)))
}

function relatedIn(
  condition: Condition,
  world: World,
): readonly { readonly register: string; readonly through: string }[] {
  const plain = conditionIn(condition, world.parameters)
  if ('related' in plain) return [{ register: plain.related, through: plain.through }]
  if ('all' in plain) return plain.all.flatMap((part) => relatedIn(part, world))
  if ('any' in plain) return plain.any.flatMap((part) => relatedIn(part, world))
  if ('not' in plain) return relatedIn(plain.not, world)
  return []
}
