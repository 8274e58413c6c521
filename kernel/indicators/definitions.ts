import type { Condition, Formula } from '@qiangxian/engines/formula/formula.types'
import { sql } from 'kysely'
import type { Transaction } from '../database/database.ts'

/** A version of a formula or of a named condition, as it was decided. */
export interface DefinitionVersionRow {
  readonly kind: 'indicator' | 'condition'
  /** id of the indicator, or `register condition` */
  readonly id: string
  readonly version: number
  readonly validFrom: string
  /** the tree itself */
  readonly definition: Formula | Condition
  readonly origin: 'declared' | 'edited'
  readonly reason: string
  readonly decidedAt: Date
  readonly byLabel: string
}

/** All versions of all definitions of a county; the first of each holds for all time before the second. */
export class Definitions {
  readonly #versions = new Map<string, readonly DefinitionVersionRow[]>()

  constructor(rows: readonly DefinitionVersionRow[]) {
    for (const row of rows) {
      const key = `${row.kind} ${row.id}`
      this.#versions.set(key, [...(this.#versions.get(key) ?? []), row])
    }
  }

  /** oldest first */
  versionsOf(kind: DefinitionVersionRow['kind'], id: string): readonly DefinitionVersionRow[] {
    return this.#versions.get(`${kind} ${id}`) ?? []
  }

  /** The version by which a day is computed: the last one that was valid by then; undefined while none was written. */
  inForce(kind: DefinitionVersionRow['kind'], id: string, day: string): DefinitionVersionRow | undefined {
    const versions = this.versionsOf(kind, id)
    return versions.filter(({ validFrom }) => validFrom <= day).at(-1) ?? versions[0]
  }

  /** Everything in force on a day; a definition without versions stands as it was declared. */
  onDay(day: string): readonly DefinitionVersionRow[] {
    return [...this.#versions.values()].flatMap(([first]) => {
      const row = first === undefined ? undefined : this.inForce(first.kind, first.id, day)
      return row ?? []
    })
  }
}

/** The first version holds from the beginning. */
export const firstDay = '0001-01-01'

export async function readDefinitions(tx: Transaction, jurisdiction: string): Promise<Definitions> {
  const { rows } = await sql<DefinitionVersionRow>`
    select kind, id, version, valid_from as "validFrom", definition, origin, reason, decided_at as "decidedAt",
      by_label as "byLabel"
    from definition_version where jurisdiction = ${jurisdiction} and kind in ('indicator', 'condition')
    order by kind, id, version`.execute(tx)
  return new Definitions(rows)
}
