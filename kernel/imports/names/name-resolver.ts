import type { Transaction } from '../../database/database.ts'
import type { CountyFacts } from '../../jurisdiction/county-facts.ts'
import { listOrganisations, type OrganisationRow } from '../../parties/party.operations.ts'
import type { Register } from '../../registers/registers.ts'
import { runSql } from '../../registers/run-sql.ts'
import { foldName } from './fold-name.ts'
import { type Candidate, type NamedRecord, NameIndex } from './name-index.ts'
import { placeStem } from './name-parts.ts'
import { type WrittenName, writtenName } from './written-name.ts'

/**
 * What a written name means in one register.
 *
 * - known: this record
 * - nobody: it stands for nobody, or a person said that it means none of the register; it stays as text
 * - unit: a town or department of the county is called so, and no record is
 * - doubtful: one of the candidates, or none; a person says which
 * - unknown: nobody is called so, or nearly so
 */
export type NameMeaning =
  | { readonly kind: 'known'; readonly recordId: string; readonly confidence: number }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'unit'; readonly written: WrittenName; readonly unit: string }
  | { readonly kind: 'doubtful'; readonly written: WrittenName; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'unknown'; readonly written: WrittenName }

/** meanings that are kept at hand, by the text of the cell: files name the same few thousand over and over */
const mostAtHand = 50_000

/** Reads names against the records of one register, the decisions of people, and the units of the county. */
export class NameResolver {
  readonly register: Register
  readonly #index: NameIndex
  readonly #decisions: ReadonlyMap<string, string | null>
  readonly #units: ReadonlyMap<string, string>
  #atHand = new Map<string, NameMeaning>()
  /** which records and decisions are known here */
  state: string

  private constructor(
    register: Register,
    index: NameIndex,
    decisions: ReadonlyMap<string, string | null>,
    units: ReadonlyMap<string, string>,
    state: string,
  ) {
    this.register = register
    this.#index = index
    this.#decisions = decisions
    this.#units = units
    this.state = state
  }

  static async load(
    tx: Transaction,
    county: Pick<CountyFacts, 'jurisdiction' | 'label'>,
    register: Register,
  ): Promise<NameResolver> {
    const { jurisdiction } = county
    const organisations = await listOrganisations(tx, jurisdiction)
    // Read first: what changes in between makes it stale, and never the other way round.
    const state = await namesState(tx, jurisdiction, register)
    const records = await namedRecords(tx, jurisdiction, register)
    const index = new NameIndex(records, placesOf(county, organisations))
    const decisions = await decisionsFor(tx, jurisdiction, register)
    return new NameResolver(register, index, decisions, unitNames(organisations), state)
  }

  /** Whether records or decisions may have changed since it was loaded. */
  async isStale(tx: Transaction, jurisdiction: string): Promise<boolean> {
    return (await namesState(tx, jurisdiction, this.register)) !== this.state
  }

  read(text: string): NameMeaning {
    const known = this.#atHand.get(text)
    if (known !== undefined) return known
    const meaning = this.#meaningOf(text)
    if (this.#atHand.size >= mostAtHand) this.#atHand = new Map()
    this.#atHand.set(text, meaning)
    return meaning
  }

  candidates(key: string): readonly Candidate[] {
    return this.#index.candidates(key)
  }

  /** Records that were made meanwhile are meant from now on. */
  add(records: readonly NamedRecord[]): void {
    if (records.length === 0) return
    for (const record of records) this.#index.add(record)
    this.#atHand = new Map()
  }

  #meaningOf(text: string): NameMeaning {
    const written = writtenName(text)
    if (written === undefined) return { kind: 'nobody' }
    const decided = this.#decisions.get(written.key)
    if (decided !== undefined && written.code === undefined) {
      return decided === null ? { kind: 'nobody' } : { kind: 'known', recordId: decided, confidence: 1 }
    }
    const reading = this.#index.read(written)
    if (reading.kind === 'known') {
      return { kind: 'known', recordId: reading.match.recordId, confidence: reading.match.confidence }
    }
    const unit = this.#units.get(written.key)
    if (unit !== undefined) return { kind: 'unit', written, unit }
    return reading.kind === 'doubtful'
      ? { kind: 'doubtful', written, candidates: reading.candidates }
      : { kind: 'unknown', written }
  }
}

/** What each of many names means; for those who ask once. */
export async function resolveNames(
  tx: Transaction,
  county: Pick<CountyFacts, 'jurisdiction' | 'label'>,
  register: Register,
  names: readonly string[],
): Promise<ReadonlyMap<string, NameMeaning>> {
  const resolver = await NameResolver.load(tx, county, register)
  return new Map(names.map((name) => [name, resolver.read(name)]))
}

/** Tells one state of the records and decisions of a register from another. */
export async function namesState(tx: Transaction, jurisdiction: string, register: Register): Promise<string> {
  const [row] = await runSql<{ change: number | null; decided: string | null }>(
    tx,
    `select (select change_no from register_change where jurisdiction = $1 and register = $2) as change,
       (select max(decided_at)::text from name_match where jurisdiction = $1 and register = $2) as decided`,
    [jurisdiction, register.id],
  )
  return `${row?.change ?? 0} ${row?.decided ?? ''}`
}

async function namedRecords(
  tx: Transaction,
  jurisdiction: string,
  register: Register,
): Promise<readonly NamedRecord[]> {
  const { naming } = register.declaration
  if (naming === undefined) throw new Error(`the records of ${register.id} are not found by name`)
  const column = (field: string | undefined) =>
    (field === undefined ? undefined : register.fields.get(field)?.columns[0]?.name) ?? 'null'
  const rows = await runSql<{ id: string; name: string | null; former: string | null; code: string | null }>(
    tx,
    `select id, ${column(naming.name)} as name, ${column(naming.formerNames)}::text as former,
       ${column(naming.code)}::text as code
     from ${register.table} where jurisdiction = $1`,
    [jurisdiction],
  )
  return rows.map(({ id, name, former, code }) => ({
    id,
    name: name ?? '',
    formerNames: (former ?? '').split(/[；;、\n]/).filter((each) => each.trim() !== ''),
    code,
  }))
}

async function decisionsFor(
  tx: Transaction,
  jurisdiction: string,
  register: Register,
): Promise<ReadonlyMap<string, string | null>> {
  const rows = await tx
    .selectFrom('name_match')
    .select(['written_key', 'record_id'])
    .where('jurisdiction', '=', jurisdiction)
    .where('register', '=', register.id)
    .where('status', 'in', ['decided', 'none'])
    .execute()
  return new Map(rows.map((row) => [row.written_key, row.record_id]))
}

function unitNames(organisations: readonly OrganisationRow[]): ReadonlyMap<string, string> {
  return new Map(
    organisations.flatMap((unit) =>
      [unit.name, unit.shortName, ...unit.aliases, `${unit.name}人民政府`].map((name) => [foldName(name), unit.name]),
    ),
  )
}

function placesOf(
  { label }: Pick<CountyFacts, 'label'>,
  organisations: readonly OrganisationRow[],
): ReadonlySet<string> {
  const towns = organisations.filter(({ kind }) => ['town', 'subdistrict', 'park'].includes(kind))
  const names = [label, ...towns.flatMap(({ name, shortName }) => [name, shortName])]
  return new Set(names.map((name) => placeStem(foldName(name))).filter((stem) => stem.length >= 2))
}
