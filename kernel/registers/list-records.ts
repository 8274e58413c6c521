import { civilDateInChina } from '../clock/civil-date.ts'
import type { QueryContext } from '../operations/context.ts'
import { conditionFacts } from './condition-filter.ts'
import { type Counted, countRecords } from './count-records.ts'
import { type FilterContext, filterSql, parseFilters } from './filters.ts'
import { cursorAfter, type Order, orderOf, pageSql } from './list-order.ts'
import type { StoredRecord } from './record.types.ts'
import type { Register, Registers } from './registers.ts'
import { Parameters, runSql } from './run-sql.ts'
import { searchSql } from './search-sql.ts'
import type { Sight } from './sight.ts'
import { type Row, readColumns, storedRecord } from './stored-record.ts'

/** Which records of a register. */
export interface Selection {
  /** JSON text, as it stands in an address */
  readonly filters?: string | undefined
  readonly q?: string | undefined
  /** a unit, or `none` */
  readonly unit?: string | undefined
  /** the list as we knew it at the end of that day */
  readonly asOf?: string | undefined
}

export interface PageAsked extends Selection {
  /** `-grantedOn`: the latest first */
  readonly sort?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

export interface ListedPage {
  readonly records: readonly StoredRecord[]
  readonly next: string | null
  /** with the first page only */
  readonly counted: Counted | undefined
}

/** The rows that a selection is taken from, with the condition that selects them. */
export interface SelectedRows {
  /** a table or a query, with the alias `r` */
  readonly from: string
  readonly where: string
  readonly parameters: Parameters
}

/**
 * One page of the records that the reader sees and that are asked for. The place after a page is a value and an id, so
 * that pages neither repeat nor skip what stays in place while others write.
 *
 * @throws register.badFilter, register.badCursor
 */
export async function listRecords(
  context: QueryContext,
  registers: Registers,
  register: Register,
  sight: Sight,
  asked: PageAsked,
): Promise<ListedPage> {
  const order = orderOf(register, sight, asked.sort)
  const records = await readPage(context, registers, register, sight, asked, order)
  const next = records.length > asked.limit ? cursorAfter(order, records[asked.limit - 1]) : null
  const counted =
    asked.after === undefined
      ? await countRecords(context, register, sight, asked, () => selected(context, registers, register, sight, asked))
      : undefined
  return { records: records.slice(0, asked.limit).map(({ record }) => record), next, counted }
}

export interface OrderedRecord {
  readonly record: StoredRecord
  /** what it was ordered by */
  readonly by: string | number | boolean | null
}

async function readPage(
  context: QueryContext,
  registers: Registers,
  register: Register,
  sight: Sight,
  asked: PageAsked,
  order: Order,
): Promise<readonly OrderedRecord[]> {
  const columns = readColumns(register, 'r')
  const read = async (part: 'valued' | 'empty', limit: number): Promise<OrderedRecord[]> => {
    const rows = await selected(context, registers, register, sight, asked)
    const text = pageSql(rows, columns, order, part, asked.after, limit)
    if (text === undefined) return []
    const found = await runSql<Row>(context.tx, text, rows.parameters.values)
    return found.map((row) => ({
      record: storedRecord(register, row),
      by: row['order_by'] as OrderedRecord['by'],
    }))
  }
  // Those without a value stand at the end, whichever way the list goes.
  const valued = await read('valued', asked.limit + 1)
  if (valued.length > asked.limit || !order.mayBeEmpty) return valued
  return [...valued, ...(await read('empty', asked.limit + 1 - valued.length))]
}

/** What is selected, with the parameters of its own: a statement begins with it. */
export async function selected(
  context: QueryContext,
  registers: Registers,
  register: Register,
  sight: Sight,
  selection: Selection,
): Promise<SelectedRows> {
  const filters = parseFilters(selection.filters)
  const knownAt = isPast(selection, context) ? endOfDay(selection.asOf ?? '') : undefined
  const parameters = new Parameters()
  const jurisdiction = parameters.add(context.jurisdiction)
  const day = selection.asOf ?? context.today
  const filterContext: FilterContext = {
    registers,
    register,
    jurisdiction: context.jurisdiction,
    secrets: context.secrets,
    day,
    visible: sight.fields,
    conditions: await conditionFacts(context, registers, register, filters, day),
    knownAt,
  }
  const conditions = [
    `r.jurisdiction = ${jurisdiction}`,
    sight.where('r', parameters),
    ...filters.map((filter) => filterSql(filter, 'r', parameters, filterContext)),
    ...unitSql(selection.unit, parameters),
    ...searchSql(selection.q, 'r', parameters, filterContext),
  ].filter((each) => each !== 'true')
  const from = knownAt === undefined ? register.table : asKnownAt(register, parameters.add(knownAt), jurisdiction)
  return { from: `${from} r`, where: conditions.join(' and '), parameters }
}

function isPast({ asOf }: Selection, { now }: QueryContext): boolean {
  return asOf !== undefined && asOf < civilDateInChina(now)
}

/** Living and earlier revisions that were known at an instant. */
function asKnownAt(register: Register, instant: string, jurisdiction: string): string {
  const end = `${instant}::timestamptz`
  const columns = [...new Set([...readColumns(register, 'k').split(', '), 'k.jurisdiction', 'k.tokens'])].join(', ')
  const search = `array_to_tsvector(string_to_array(k.tokens, ' ')) as search`
  return `(select ${columns}, ${search} from ${register.table} k
      where k.jurisdiction = ${jurisdiction} and k.recorded_at < ${end}
    union all
    select ${columns}, ${search} from ${register.pastTable} k
      where k.jurisdiction = ${jurisdiction} and k.recorded_at < ${end} and k.replaced_at >= ${end})`
}

/** The instant at which a civil day of the county ends. */
export function endOfDay(day: string): Date {
  return new Date(Date.parse(`${day}T16:00:00Z`))
}

function unitSql(unit: string | undefined, parameters: Parameters): readonly string[] {
  if (unit === undefined) return []
  return [unit === 'none' ? 'r.unit_id is null' : `r.unit_id = ${parameters.add(unit)}`]
}

/**
 * Everything that is selected, page by page, in the order of the list: for exports.
 *
 * All pages are read in the caller's transaction; each statement sees what was committed when it began, so the caller
 * who needs one moment opens a transaction that repeats its reads.
 */
export async function* listForExport(
  context: QueryContext,
  registers: Registers,
  register: Register,
  sight: Sight,
  asked: Selection & { readonly sort?: string | undefined },
  pageRows = 1_000,
): AsyncGenerator<readonly StoredRecord[]> {
  const order = orderOf(register, sight, asked.sort)
  for (let after: string | undefined; ; ) {
    const page: PageAsked = { ...asked, limit: pageRows, ...(after === undefined ? {} : { after }) }
    const records = await readPage(context, registers, register, sight, page, order)
    if (records.length > 0) yield records.slice(0, pageRows).map(({ record }) => record)
    if (records.length <= pageRows) return
    after = cursorAfter(order, records[pageRows - 1])
  }
}
