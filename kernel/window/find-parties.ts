import { sql } from 'kysely'
import { matterVersion } from '../matters/versions.ts'
import type { QueryContext } from '../operations/context.ts'
import { mask } from '../personal-data/mask.ts'
import { isPersonal } from '../registers/columns.ts'
import type { Register, Registers } from '../registers/registers.ts'
import { Parameters, runSql } from '../registers/run-sql.ts'
import { searchSql } from '../registers/search-sql.ts'
import { entityRegister, sightOf } from '../registers/sight.ts'
import type { WindowParty } from './window.schemas.ts'
import { windowErrors } from './window-errors.ts'

const shown = 20

/**
 * Enterprises and persons of the register by name, former name, pinyin or code.
 *
 * @throws window.personalInSearch for what looks like a telephone or identity number: addresses are kept in many places
 */
export async function findByName(
  context: QueryContext,
  registers: Registers,
  q: string,
): Promise<readonly WindowParty[]> {
  const asked = q.normalize('NFKC').replaceAll(/[\s-]/g, '')
  if (/^(?:\+?86)?1\d{10}$/.test(asked) || /^\d{17}[\dXx]$/.test(asked)) throw windowErrors.personalInSearch({})
  const register = entityRegister(registers)
  if (register === undefined) return []
  const plain = new Set([...register.fields.values()].flatMap(({ name, field }) => (isPersonal(field) ? [] : [name])))
  return entitiesWhere(context, registers, register, (parameters) => {
    const { secrets, jurisdiction, today } = context
    const asking = { registers, register, jurisdiction, secrets, day: today, visible: plain, conditions: undefined }
    const words = searchSql(q, 'r', parameters, { ...asking, knownAt: undefined })
    return words.length === 0 ? 'false' : words.join(' and ')
  })
}

/** Whoever has this number: in the register, by its blind index, and of earlier matters. It is never read in clear. */
export async function findByNumber(
  context: QueryContext,
  registers: Registers,
  { phone, idNumber }: { readonly phone?: string | undefined; readonly idNumber?: string | undefined },
): Promise<readonly WindowParty[]> {
  const number = phone ?? idNumber
  if (number === undefined || number.trim() === '') throw windowErrors.notANumber({})
  const blind = context.secrets.blind(number, context.jurisdiction)
  const register = entityRegister(registers)
  const personal = [...(register?.fields.values() ?? [])].filter(({ field }) => isPersonal(field))
  const entities =
    register === undefined || personal.length === 0
      ? []
      : await entitiesWhere(context, registers, register, (parameters) => {
          const given = parameters.add(blind)
          return `(${personal.map(({ columns }) => `r.${columns[0]?.name} = ${given}`).join(' or ')})`
        })
  return phone === undefined ? entities : [...entities, ...(await personOf(context, phone, blind))]
}

async function entitiesWhere(
  context: QueryContext,
  registers: Registers,
  register: Register,
  where: (parameters: Parameters) => string,
): Promise<readonly WindowParty[]> {
  const { tx, jurisdiction } = context
  const sight = await sightOf(context, registers, register)
  if (sight === undefined) return []
  const parameters = new Parameters()
  const own = parameters.add(jurisdiction)
  const codeField = register.declaration.naming?.code
  const code = codeField === undefined ? undefined : register.fields.get(codeField)?.columns[0]?.name
  const rows = await runSql<{ id: string; label: string; code: string | null }>(
    tx,
    `select r.id, r.label, ${code === undefined ? 'null' : `r.${code}`} as code from ${register.table} r
     where r.jurisdiction = ${own} and ${sight.where('r', parameters)} and ${where(parameters)}
     order by r.label, r.id limit ${shown}`,
    parameters.values,
  )
  const filed = await filedBy(
    context,
    rows.map(({ id }) => id),
  )
  return rows.map(({ id, label, code: shownCode }) => ({
    ...{ kind: 'entity' as const, recordId: id, label, code: shownCode, phoneMasked: null },
    ...(filed.get(id) ?? { matters: 0, latest: null }),
  }))
}

interface FiledRow {
  readonly of: string
  readonly matters: number
  readonly number: string
  readonly type: string
  readonly version: number
  readonly submittedOn: string
}

async function filedBy(context: QueryContext, records: readonly string[]) {
  const filed = new Map<string, Filed>()
  if (records.length === 0) return filed
  const { tx, jurisdiction } = context
  const { rows } = await sql<FiledRow>`
    select distinct on (m.applicant_record) m.applicant_record as of, m.number, m.submitted_on as "submittedOn",
      count(*) over (partition by m.applicant_record)::integer as matters, m.matter_type as type, m.version
    from matter m
    where m.jurisdiction = ${jurisdiction} and m.applicant_record = any(${[...records]})
    order by m.applicant_record, m.submitted_at desc`.execute(tx)
  for (const row of rows) filed.set(row.of, await presentFiled(context, row))
  return filed
}

async function personOf(context: QueryContext, phone: string, blind: string): Promise<readonly WindowParty[]> {
  const { tx, jurisdiction } = context
  const { rows } = await sql<FiledRow & { label: string }>`
    select distinct on (m.applicant_label) m.applicant_label as label, m.number, m.submitted_on as "submittedOn",
      count(*) over (partition by m.applicant_label)::integer as matters, m.matter_type as type, m.version, '' as of
    from matter m
    where m.jurisdiction = ${jurisdiction} and m.phone_blind = ${blind} and m.applicant_record is null
    order by m.applicant_label, m.submitted_at desc limit ${shown}`.execute(tx)
  const phoneMasked = mask(phone.normalize('NFKC').replaceAll(/[\s-]/g, ''), 'phone')
  const people: WindowParty[] = []
  for (const row of rows) {
    people.push({
      ...{ kind: 'person', recordId: null, label: row.label, code: null, phoneMasked },
      ...(await presentFiled(context, row)),
    })
  }
  return people
}

type Filed = Pick<WindowParty, 'matters' | 'latest'>

async function presentFiled(
  context: QueryContext,
  { matters, number, type, version, submittedOn }: FiledRow,
): Promise<Filed> {
  const { label } = await matterVersion(context, type, version)
  return { matters, latest: { number, typeLabel: label, submittedOn } }
}
