import { sql } from 'kysely'
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
    const { naming } = register.declaration
    const code = naming?.code === undefined ? undefined : register.fields.get(naming.code)?.columns[0]?.name
    const byCode = code === undefined ? [] : [`r.${code} = ${parameters.add(asked.toUpperCase())}`]
    return `(${[...words, ...byCode].join(' or ')})`
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
  readonly typeLabel: string
  readonly submittedOn: string
}

async function filedBy({ tx, jurisdiction }: QueryContext, records: readonly string[]) {
  if (records.length === 0) return new Map<string, Pick<WindowParty, 'matters' | 'latest'>>()
  const { rows } = await sql<FiledRow>`
    select distinct on (m.applicant_record) m.applicant_record as of, m.number, m.submitted_on as "submittedOn",
      count(*) over (partition by m.applicant_record)::integer as matters, v.declaration ->> 'label' as "typeLabel"
    from matter m join matter_version v on v.jurisdiction = ${jurisdiction} and v.jurisdiction = m.jurisdiction
      and v.matter_type = m.matter_type and v.version = m.version
    where m.jurisdiction = ${jurisdiction} and m.applicant_record = any(${[...records]})
    order by m.applicant_record, m.submitted_at desc`.execute(tx)
  return new Map(rows.map((row) => [row.of, presentFiled(row)]))
}

async function personOf(
  { tx, jurisdiction }: QueryContext,
  phone: string,
  blind: string,
): Promise<readonly WindowParty[]> {
  const { rows } = await sql<FiledRow & { label: string }>`
    select distinct on (m.applicant_label) m.applicant_label as label, m.number, m.submitted_on as "submittedOn",
      count(*) over (partition by m.applicant_label)::integer as matters, v.declaration ->> 'label' as "typeLabel", '' as of
    from matter m join matter_version v on v.jurisdiction = ${jurisdiction} and v.jurisdiction = m.jurisdiction
      and v.matter_type = m.matter_type and v.version = m.version
    where m.jurisdiction = ${jurisdiction} and m.phone_blind = ${blind} and m.applicant_record is null
    order by m.applicant_label, m.submitted_at desc limit ${shown}`.execute(tx)
  const phoneMasked = mask(phone.normalize('NFKC').replaceAll(/[\s-]/g, ''), 'phone')
  return rows.map((row) => ({
    ...{ kind: 'person' as const, recordId: null, label: row.label, code: null, phoneMasked },
    ...presentFiled(row),
  }))
}

function presentFiled({ matters, number, typeLabel, submittedOn }: FiledRow): Pick<WindowParty, 'matters' | 'latest'> {
  return { matters, latest: { number, typeLabel, submittedOn } }
}
