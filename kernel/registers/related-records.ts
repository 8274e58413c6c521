import type { QueryContext } from '../operations/context.ts'
import { presentRecords } from './present-records.ts'
import type { RecordDetail } from './registers.schemas.ts'
import type { Register, Registers } from './registers.ts'
import { Parameters, runSql } from './run-sql.ts'
import { linksTo, pointsAt, type Sight, sightOf } from './sight.ts'
import { type Row, readColumns, storedRecord } from './stored-record.ts'

type Related = RecordDetail['related'][number]

/** how many of each kind are shown beside a record; the rest stand in the list */
const shownOfEach = 5
/** counting stops there: who has more looks at the list */
const countedOfEach = 10_000

/** Everything that points at a record, by register and link: the newest few, and how many there are. */
export async function relatedRecords(
  context: QueryContext,
  registers: Registers,
  register: Register,
  id: string,
  shown: number = shownOfEach,
): Promise<Related[]> {
  const related: Related[] = []
  for (const other of registers.all) {
    const links = linksTo(other, register)
    const sight = links.length === 0 ? undefined : await sightOf(context, registers, other)
    if (sight === undefined) continue
    for (const link of links) {
      if (!sight.fields.has(link.field)) continue
      const found = await pointing(context, other, sight, id, link, shown)
      if (found.count === 0) continue
      const field = other.declaration.fields[link.field]
      related.push({
        register: other.id,
        registerLabel: other.declaration.label,
        field: link.field,
        fieldLabel: field?.label ?? link.field,
        ...found,
      })
    }
  }
  return related
}

async function pointing(
  context: QueryContext,
  other: Register,
  sight: Sight,
  id: string,
  link: ReturnType<typeof linksTo>[number],
  shown: number,
): Promise<Pick<Related, 'count' | 'rows'>> {
  const where = (parameters: Parameters) =>
    `r.jurisdiction = ${parameters.add(context.jurisdiction)}
     and ${pointsAt(link, 'r', `${parameters.add([id])}::text[]`)} and ${sight.where('r', parameters)}`
  const counting = new Parameters()
  const [counted] = await runSql<{ count: number }>(
    context.tx,
    `select count(*) as count from (select 1 from ${other.table} r where ${where(counting)} limit ${countedOfEach}) c`,
    counting.values,
  )
  if (counted === undefined || counted.count === 0) return { count: 0, rows: [] }
  const reading = new Parameters()
  const rows = await runSql<Row>(
    context.tx,
    `select ${readColumns(other, 'r')} from ${other.table} r where ${where(reading)} order by r.id desc limit ${shown}`,
    reading.values,
  )
  return {
    count: counted.count,
    rows: await presentRecords(
      context,
      other,
      sight,
      rows.map((row) => storedRecord(other, row)),
    ),
  }
}
