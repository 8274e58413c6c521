import { explain } from '@qiangxian/engines/formula/explain'
import type { Condition, Source } from '@qiangxian/engines/formula/formula.types'
import { conditionIn } from '@qiangxian/engines/formula/parameters'
import { isLink, isList, type PlainRecord, type Surroundings } from '@qiangxian/engines/formula/span'
import type { World } from '@qiangxian/engines/formula/world.types'
import type { QueryContext } from '../operations/context.ts'
import { findUnits } from '../parties/unit-ref.ts'
import type { Registers } from '../registers/registers.ts'
import { Parameters, runSql } from '../registers/run-sql.ts'
import { type Row, readColumns } from '../registers/stored-record.ts'
import type { CountedRecord } from './indicators.schemas.ts'
import { plainRecord } from './plain-record.ts'
import type { RecordRow } from './sql/records-sql.ts'

/**
 * The rows as records with their reasons. The records that bear on them are read at once for all; the same tree that
 * chose the rows says why.
 */
export async function explainRecords(
  context: QueryContext,
  registers: Registers,
  facts: {
    readonly world: World
    readonly codes: ReadonlyMap<string, readonly string[]>
    readonly source: Source
    readonly day: string
    readonly counts: boolean
    readonly expected: boolean
    /** of a sum: amounts in 元 where the field is money */
    readonly isMoney: boolean
  },
  rows: readonly RecordRow[],
): Promise<CountedRecord[]> {
  const { source, day, counts } = facts
  const ids = rows.map(({ id }) => id)
  const records = await readPlain(context, registers, source.register, 'id', ids)
  const byId = new Map(records.map((record) => [record.id, record]))
  const around = await surroundings(context, registers, facts, ids)
  const units = await findUnits(
    context.tx,
    context.jurisdiction,
    rows.flatMap(({ unit_id }) => unit_id ?? []),
  )
  return rows.flatMap((row): CountedRecord[] => {
    const record = byId.get(row.id)
    if (record === undefined) return []
    const reasons = explain(source, record, day, around).map(({ holds, zh, en, proof }) => ({
      holds,
      zh,
      en,
      record:
        proof === null
          ? null
          : { register: proof.register, id: proof.record.id, label: proof.record.label ?? proof.record.id },
    }))
    const standsAside =
      !counts && source.once !== undefined && reasons.every(({ holds }) => holds)
        ? [
            {
              holds: false,
              zh: '与另一条已计入的记录相同，只计一次',
              en: 'another record like it counts already',
              record: null,
            },
          ]
        : !counts && reasons.every(({ holds }) => holds)
          ? [{ holds: false, zh: `在 ${day} 已有更近的一条计入`, en: `a later one counts on ${day}`, record: null }]
          : []
    const weight = row.weight === null ? 1 : facts.isMoney ? row.weight / 100 : row.weight
    return [
      {
        register: source.register,
        id: row.id,
        label: record.label ?? row.id,
        counts,
        weight,
        unit: row.unit_id === null ? null : (units.get(row.unit_id) ?? null),
        from: row.from_date,
        until: row.until_date,
        reasons: [...reasons, ...standsAside],
      },
    ]
  })
}

interface RelatedPart {
  readonly related: string
  readonly through: string
}

async function surroundings(
  context: QueryContext,
  registers: Registers,
  {
    world,
    codes,
    source,
    expected,
  }: {
    readonly world: World
    readonly codes: ReadonlyMap<string, readonly string[]>
    readonly source: Source
    readonly expected: boolean
  },
  ids: readonly string[],
): Promise<Surroundings> {
  const parts = new Map<string, RelatedPart>()
  if (source.where !== undefined) visit(source.where, source.register, world, parts)
  const related = new Map<string, ReadonlyMap<string, readonly PlainRecord[]>>()
  await readRelated(context, registers, [...parts.values()], ids, related)
  return {
    world,
    expected,
    related: (register, through, id) => related.get(`${register} ${through}`)?.get(id) ?? [],
    listed: (register, field) => codes.get(`${register}.${field}`) ?? [],
  }
}

async function readRelated(
  context: QueryContext,
  registers: Registers,
  parts: readonly RelatedPart[],
  ids: readonly string[],
  read: Map<string, ReadonlyMap<string, readonly PlainRecord[]>>,
): Promise<void> {
  for (const { related, through } of parts) {
    const records = await readPlain(context, registers, related, through, ids)
    const byId = new Map<string, PlainRecord[]>()
    for (const record of records) {
      const value = record.values[through]
      for (const one of isList(value) ? value : [value]) {
        if (!isLink(one) || one.id === null) continue
        byId.set(one.id, [...(byId.get(one.id) ?? []), record])
      }
    }
    read.set(`${related} ${through}`, byId)
  }
}

/** Records by their ids, or those whose link leads to one of the ids. */
async function readPlain(
  { tx, jurisdiction }: QueryContext,
  registers: Registers,
  id: string,
  by: string,
  ids: readonly string[],
): Promise<readonly PlainRecord[]> {
  if (ids.length === 0) return []
  const register = registers.get(id)
  const parameters = new Parameters()
  const tenant = parameters.add(jurisdiction)
  const wanted = `${parameters.add(ids)}::text[]`
  const field = by === 'id' ? undefined : register.fields.get(by)
  const column = field?.columns[1]?.name
  const condition =
    field === undefined
      ? `r.id = any(${wanted})`
      : field.field.kind === 'links'
        ? `r.${column} && ${wanted}`
        : `r.${column} = any(${wanted})`
  const rows = await runSql<Row>(
    tx,
    `select ${readColumns(register, 'r')} from ${register.table} r where r.jurisdiction = ${tenant} and ${condition}`,
    parameters.values,
  )
  return rows.map((row) => plainRecord(register, row))
}

function visit(condition: Condition, register: string, world: World, found: Map<string, RelatedPart>): void {
  const plain = conditionIn(condition, world.parameters)
  if ('related' in plain) found.set(`${plain.related} ${plain.through}`, plain)
  else if ('all' in plain) for (const part of plain.all) visit(part, register, world, found)
  else if ('any' in plain) for (const part of plain.any) visit(part, register, world, found)
  else if ('not' in plain) visit(plain.not, register, world, found)
  else if ('named' in plain) {
    const named = world.registers.get(register)?.conditions.get(plain.named)
    if (named !== undefined) visit(named.holds, register, world, found)
  }
}
