import { createHash } from 'node:crypto'
import type { Condition, Formula } from '@qiangxian/engines/formula/formula.types'
import { leavesOf } from '@qiangxian/engines/formula/leaves'
import type { Outcome } from '@qiangxian/engines/formula/outcome'
import { conditionIn } from '@qiangxian/engines/formula/parameters'
import type { Words, World } from '@qiangxian/engines/formula/world.types'
import { sql } from 'kysely'
import type { QueryContext } from '../operations/context.ts'
import type { DatedOutcome } from './light-of.ts'
import { formulaOf, parametersOf, type Workings } from './workings.ts'

/** What the values of an indicator were computed from: registers with their change numbers, and the definitions. */
export type ComputedFrom = Readonly<Record<string, number | string>>

export interface KeptState {
  readonly indicator: string
  readonly computedFrom: ComputedFrom
  readonly through: string
  readonly computedAt: Date
  readonly trouble: string | null
}

/** Which state the kept values of each indicator are of, and which state they should be of now. */
export interface Freshness {
  readonly kept: ReadonlyMap<string, KeptState>
  readonly wanted: ReadonlyMap<string, ComputedFrom>
  isFresh(id: string): boolean
}

export async function readFreshness(context: QueryContext, workings: Workings): Promise<Freshness> {
  const { tx, jurisdiction, today } = context
  const { rows: states } = await sql<KeptState>`
    select indicator, computed_from as "computedFrom", through, computed_at as "computedAt", trouble
    from computed_state where jurisdiction = ${jurisdiction}`.execute(tx)
  const { rows: changes } = await sql<{ register: string; changeNo: number }>`
    select register, change_no as "changeNo" from register_change where jurisdiction = ${jurisdiction}`.execute(tx)
  const changeOf = new Map(changes.map(({ register, changeNo }) => [register, changeNo]))
  const world = workings.worldOn(today)
  const definitions = definitionsDigest(context, workings)
  const wanted = new Map(
    workings.indicators.all.map(({ id }): [string, ComputedFrom] => [
      id,
      {
        '#definitions': definitions,
        ...Object.fromEntries(
          [...registersOf(formulaOf(world, id), world)].map((register) => [register, changeOf.get(register) ?? 0]),
        ),
      },
    ]),
  )
  const kept = new Map(states.map((state) => [state.indicator, state]))
  return {
    kept,
    wanted,
    isFresh: (id) => {
      const state = kept.get(id)
      return state !== undefined && state.through === today && sameFrom(state.computedFrom, wanted.get(id) ?? {})
    },
  }
}

/** Keys that begin with a hash sign and are no register are for notes of our own, except the definitions. */
function sameFrom(kept: ComputedFrom, wanted: ComputedFrom): boolean {
  const compared = (from: ComputedFrom) =>
    JSON.stringify(
      Object.entries(from)
        .filter(([key]) => !key.startsWith('#') || key === '#definitions')
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    )
  return compared(kept) === compared(wanted)
}

/** Changes when any formula, condition, parameter or date of the programme does: then everything is computed again. */
function definitionsDigest(context: QueryContext, { definitions, indicators, programme }: Workings): string {
  const versions = indicators.all.map(({ id, formula }) => [
    id,
    formula,
    definitions.versionsOf('indicator', id).map(({ version, validFrom }) => [version, validFrom]),
  ])
  const conditions = indicators.registers.all.map(({ id, declaration }) => [
    id,
    declaration.validity ?? null,
    Object.entries(declaration.conditions ?? {}).map(([name, { holds }]) => [
      name,
      holds,
      definitions.versionsOf('condition', `${id} ${name}`).map(({ version, validFrom }) => [version, validFrom]),
    ]),
  ])
  const parameters = [...parametersOf(context.county)].sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([versions, conditions, parameters, programme]))
    .digest('hex')
    .slice(0, 16)
}

/** Every register that a value rests on: what is counted, what points at it, tables of codes, statistics. */
export function registersOf(formula: Formula, world: World): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { formula: leaf } of leavesOf(formula, world)) {
    if (leaf.measure === 'latest') {
      if (world.statistics !== null) found.add(world.statistics)
      continue
    }
    found.add(leaf.register)
    if (leaf.where !== undefined) visit(leaf.where, leaf.register, world, found)
  }
  return found
}

function visit(condition: Condition, register: string, world: World, found: Set<string>): void {
  const plain = conditionIn(condition, world.parameters)
  if ('related' in plain) {
    found.add(plain.related)
    if (plain.where !== undefined) visit(plain.where, plain.related, world, found)
  } else if ('codes' in plain) found.add(plain.listedIn)
  else if ('all' in plain) for (const part of plain.all) visit(part, register, world, found)
  else if ('any' in plain) for (const part of plain.any) visit(part, register, world, found)
  else if ('not' in plain) visit(plain.not, register, world, found)
  else if ('named' in plain) {
    const named = world.registers.get(register)?.conditions.get(plain.named)
    if (named !== undefined) visit(named.holds, register, world, found)
  }
}

/** The values that were kept, by indicator, oldest first. */
export async function readKept(
  { tx, jurisdiction }: Pick<QueryContext, 'tx' | 'jurisdiction'>,
  ids: readonly string[],
  scopeKey: string,
): Promise<ReadonlyMap<string, readonly DatedOutcome[]>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ indicator: string; on: string; value: number | null; reason: string | null }>`
    select indicator, on_date as on, value, reason from computed_value
    where jurisdiction = ${jurisdiction} and scope_key = ${scopeKey} and indicator = any(${[...ids]}::text[])
    order by indicator, on_date`.execute(tx)
  const kept = new Map<string, DatedOutcome[]>()
  for (const { indicator, on, value, reason } of rows) {
    const outcome: Outcome = value === null ? { missing: reasonWords(reason) } : { value }
    kept.set(indicator, [...(kept.get(indicator) ?? []), { on, outcome }])
  }
  return kept
}

/** Reasons are kept in both languages. */
export function reasonText(words: Words): string {
  return JSON.stringify(words)
}

function reasonWords(reason: string | null): Words {
  try {
    return JSON.parse(reason ?? '') as Words
  } catch {
    return { zh: reason ?? '缺数', en: reason ?? 'missing' }
  }
}
