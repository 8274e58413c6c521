import type { Localized } from '../errors/define-errors.ts'
import { checkValues } from '../registers/check-values.ts'
import type { LinkValue, RecordValues, StoredRecord } from '../registers/record.types.ts'
import type { Register } from '../registers/registers.ts'
import type { DraftRow, JudgeContext } from './judge.types.ts'
import { columnFault, type RowFault, rowFault, type SheetColumn } from './row-faults.ts'
import type { ChunkLinks } from './run-links.ts'
import type { ReadRow, SheetReader } from './sheet-reader.ts'

/** Checks a row by itself: its values, links and units. */
export function draftOf(
  context: JudgeContext,
  { columns }: SheetReader,
  row: ReadRow,
  { before, identity, links }: { before: StoredRecord | undefined; identity: string | undefined; links: ChunkLinks },
): DraftRow {
  const { registers, register, today, unitOf } = context
  const faults: RowFault[] = [...row.faults]
  const doubtful: RowFault[] = []
  const openNames: DraftRow['openNames'][number][] = []
  const { unitId, expectedOn, ...given } = links.filled(row, before, ({ field, value, code, words, open }) => {
    doubtful.push(columnFault(columns.get(field), field, value, { code, ...words }))
    if (open !== undefined) openNames.push(open)
  })
  for (const name of unitFields(register)) {
    const written = given[name]
    if (typeof written !== 'string') continue
    given[name] = unitOf(written) ?? null
    if (given[name] === null) faults.push(unknownUnit(columns.get(name), name, written))
  }
  const expected = typeof expectedOn === 'string' ? expectedOn : undefined
  const checked = checkValues(registers, register, given, {
    today,
    ...(before === undefined ? {} : { before: before.values }),
    ...(expected === undefined && (before?.expectedOn ?? null) === null ? {} : { expected: true }),
  })
  // A cell that could not be read has been told of already; that its field is empty follows from it.
  const told = new Set(faults.map(({ field }) => field))
  for (const problem of checked.problems) {
    const { field } = problem
    if (!told.has(field)) faults.push(columnFault(columns.get(field), field, writtenIn(row, columns, field), problem))
  }
  for (const { field, message } of checked.doubts) {
    const doubt = { code: 'checkMismatch', message, remedy: doubtRemedy }
    doubtful.push(columnFault(columns.get(field), field, writtenIn(row, columns, field), doubt))
  }
  const unit = typeof unitId === 'string' ? unitOf(unitId) : undefined
  if (typeof unitId === 'string' && unit === undefined)
    faults.push(unknownUnit(columns.get('unitId'), 'unitId', unitId))
  const counted = unitFor(context, before, unit)
  if (counted === 'foreign') faults.push(foreignUnit)
  return {
    row,
    before,
    identity,
    values: checked.values,
    doubts: checked.doubts,
    unitId: counted === 'foreign' ? undefined : counted,
    expectedOn: expected,
    isFaulty: faults.length > 0,
    faults: faults.length > 0 ? faults : doubtful,
    openNames,
    label: before?.label ?? labelOf(register, checked.values),
    isThere: false,
    verdict: 'faulty',
    changed: [],
  }
}

const unitFieldsOf = new WeakMap<Register, readonly string[]>()

function unitFields(register: Register): readonly string[] {
  const known = unitFieldsOf.get(register)
  if (known !== undefined) return known
  const names = [...register.fields.values()].filter(({ field }) => field.kind === 'unit').map(({ name }) => name)
  unitFieldsOf.set(register, names)
  return names
}

/** The unit that the record is to count for; `foreign` where a unit would write the record of another. */
function unitFor(
  { allowedUnits }: JudgeContext,
  before: StoredRecord | undefined,
  said: string | undefined,
): string | undefined | 'foreign' {
  if (allowedUnits === null) return said
  const isOwn = (unit: string | null) => unit !== null && allowedUnits.includes(unit)
  if (before !== undefined && !isOwn(before.unitId)) return 'foreign'
  if (said !== undefined) return isOwn(said) ? said : 'foreign'
  return before === undefined ? allowedUnits[0] : undefined
}

function labelOf({ declaration }: Register, values: RecordValues): string {
  const title = values[declaration.title]
  const first = Array.isArray(title) ? (title[0] as string | LinkValue | undefined) : title
  const text = typeof first === 'object' && first !== null && 'name' in first ? first.name : first
  if (typeof text === 'string' && text !== '') return text.slice(0, 300)
  const key = declaration.key.map((name) => values[name]).find((value) => typeof value === 'string')
  return typeof key === 'string' ? key : ''
}

function writtenIn(row: ReadRow, columns: SheetReader['columns'], field: string): string {
  return row.cells[columns.get(field)?.index ?? -1]?.text ?? ''
}

const doubtRemedy: Localized = {
  zh: '请与证书核对；按原样导入，并标记为存疑。',
  en: 'Compare it with the certificate; it is taken as written, and marked.',
}

function unknownUnit(column: SheetColumn | undefined, field: string, value: string): RowFault {
  return columnFault(column, field, value, {
    code: 'unknownUnit',
    message: { zh: `组织机构里没有“${value}”。`, en: `There is no unit “${value}”.` },
    remedy: {
      zh: '请写单位的全称或简称；新单位请先在组织机构里新建。',
      en: 'Write its name as it is in the list of units, or add it there first.',
    },
  })
}

const foreignUnit: RowFault = rowFault(
  'foreignUnit',
  { zh: '这一行不归您的单位。', en: 'This row is not of your unit.' },
  {
    zh: '请只导入本单位的记录；其他单位的请交给办公室。',
    en: 'Import the records of your own unit; hand those of others to the office.',
  },
)
