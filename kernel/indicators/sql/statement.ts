import type { World } from '@qiangxian/engines/formula/world.types'
import type { Register, RegisterField, Registers } from '../../registers/registers.ts'
import { Parameters } from '../../registers/run-sql.ts'
import { columnNames } from '../../registers/stored-record.ts'

/** What a statement is compiled for. */
export interface StatementFacts {
  readonly jurisdiction: string
  readonly registers: Registers
  readonly world: World
  /** what-if: the expected day stands for a day that is missing */
  readonly expected?: boolean
  /** as it was known at an instant, corrections later than it left aside */
  readonly knownAt?: Date | undefined
  /** tables of codes, `register.field` → its values: read before, so that they stand in the statement as constants */
  readonly codes: ReadonlyMap<string, readonly string[]>
}

/**
 * A statement as it is put together: its parameters, and the parts before it that several places share. Names come from
 * checked declarations and stand in the text; values are parameters, always. Every table carries its own jurisdiction.
 */
export class Statement {
  readonly facts: StatementFacts
  readonly parameters: Parameters
  readonly #given: Map<string, string>
  readonly #parts: Map<string, { readonly name: string; readonly text: string }>
  /** the place of the jurisdiction */
  readonly tenant: string

  constructor(facts: StatementFacts, shared?: Statement) {
    this.facts = facts
    this.parameters = shared?.parameters ?? new Parameters()
    this.#given = shared?.given() ?? new Map()
    this.#parts = shared?.parts() ?? new Map()
    this.tenant = shared?.tenant ?? this.parameters.add(facts.jurisdiction)
  }

  /** The same statement seen otherwise: as it was known at another time, or by other definitions. */
  seen(changes: Partial<Pick<StatementFacts, 'world' | 'knownAt' | 'codes' | 'expected'>>): Statement {
    return new Statement({ ...this.facts, ...changes }, this)
  }

  private given(): Map<string, string> {
    return this.#given
  }

  private parts(): Map<string, { readonly name: string; readonly text: string }> {
    return this.#parts
  }

  /** The place of a value; the same value of one type stands once. */
  value(value: unknown, type: string): string {
    const key = `${type} ${JSON.stringify(value)}`
    const place = this.#given.get(key) ?? `${this.parameters.add(value)}::${type}`
    this.#given.set(key, place)
    return place
  }

  /** A part that is computed once before the rest; equal parts are one. */
  part(text: string): string {
    const known = this.#parts.get(text)
    if (known !== undefined) return known.name
    const name = `part_${this.#parts.size}`
    this.#parts.set(text, { name, text })
    return name
  }

  register(id: string): Register {
    return this.facts.registers.get(id)
  }

  /** The records of a register under an alias, as they are known now or were known then. */
  relation(id: string, alias: string): string {
    const register = this.register(id)
    const { knownAt } = this.facts
    if (knownAt === undefined) return `${register.table} ${alias}`
    const instant = this.value(knownAt, 'timestamptz')
    const columns = columnNames(register).join(', ')
    return `(select ${columns} from ${register.table} where jurisdiction = ${this.tenant} and recorded_at <= ${instant}
      union all select ${columns} from ${register.pastTable} where jurisdiction = ${this.tenant}
        and recorded_at <= ${instant} and replaced_at > ${instant}) ${alias}`
  }

  field(register: string, name: string): RegisterField {
    const field = this.register(register).fields.get(name)
    if (field === undefined) throw new RangeError(`${register} has no field ${name}`)
    return field
  }

  /** The column that a field is computed by: of links the id. */
  column(register: string, name: string, alias: string): string {
    const { field, columns } = this.field(register, name)
    const at = field.kind === 'link' || field.kind === 'links' ? 1 : 0
    return `${alias}.${columns[at]?.name}`
  }

  /** The statement with the parts that it needs before it. */
  text(body: string): string {
    if (this.#parts.size === 0) return body
    const parts = [...this.#parts.values()].map(({ name, text }) => `${name} as materialized (${text})`)
    return `with ${parts.join(',\n')}\n${body}`
  }
}
