import type { Formula } from '@qiangxian/engines/formula/formula.types'
import { type Leaf, type LeafFormula, leavesOf } from '@qiangxian/engines/formula/leaves'
import { conditionIn, formulaIn } from '@qiangxian/engines/formula/parameters'
import type { World } from '@qiangxian/engines/formula/world.types'
import type { QueryContext } from '../operations/context.ts'
import type { Registers } from '../registers/registers.ts'
import { runSql } from '../registers/run-sql.ts'
import { sightOf } from '../registers/sight.ts'
import { codeListsOf, readCodeLists } from './code-lists.ts'
import { explainRecords } from './explain-records.ts'
import { indicatorErrors } from './indicator-errors.ts'
import type { CountedRecord } from './indicators.schemas.ts'
import { groundsSql, type RecordChoice, type RecordRow, recordsSql, sideBySide } from './sql/records-sql.ts'
import { isAlone } from './sql/source-sql.ts'
import { Statement } from './sql/statement.ts'

export type CountedLeaf = Leaf & { readonly formula: Exclude<LeafFormula, { readonly measure: 'latest' }> }

/** The parts of a formula that have records behind them. */
export function countedLeaves(formula: Formula, world: World): readonly CountedLeaf[] {
  return leavesOf(formula, world).filter((leaf): leaf is CountedLeaf => leaf.formula.measure !== 'latest')
}

/**
 * The part that a path names; without a path the first one that has records.
 *
 * @throws indicator.unknownPart
 */
export function getCountedLeaf(formula: Formula, world: World, label: string, path: string | undefined): CountedLeaf {
  const leaves = countedLeaves(formula, world)
  const found = path === undefined ? leaves[0] : leaves.find((leaf) => leaf.path === path)
  if (found === undefined) {
    throw indicatorErrors.unknownPart({ label, path: path ?? '', paths: leaves.map((leaf) => leaf.path) })
  }
  return found
}

export interface LineageQuery {
  readonly leaf: CountedLeaf
  readonly world: World
  readonly choice: RecordChoice
  readonly unitId: string | null
  readonly after: string | null
  readonly words: string | null
  readonly most: number
  readonly expected?: boolean
}

export interface LineagePage {
  readonly records: CountedRecord[]
  /** give it as `after` for the next page; null at the end */
  readonly next: string | null
}

/** Which records are behind a part of a figure, and why each counts or does not: one page, in the order of their ids. */
export async function readLineage(
  context: QueryContext,
  registers: Registers,
  query: LineageQuery,
): Promise<LineagePage> {
  const { tx, jurisdiction } = context
  const { leaf, world, choice, expected = false } = query
  const facts = { jurisdiction, registers, world, expected }
  const codes = await readCodeLists(tx, facts, codeListsOf([leaf.formula], world))
  const statement = new Statement({ ...facts, codes })
  const sight = await sightOf(context, registers, registers.get(leaf.formula.register))
  const page = {
    unitId: query.unitId,
    after: query.after,
    words: query.words,
    // Who sees nothing of a register sees how many records count, and none of them.
    sight: sight === undefined ? 'false' : sight.where('v', statement.parameters),
    most: query.most + 1,
  }
  const field = fieldOf(leaf)
  const body = recordsSql(leaf.formula, field, choice, page, statement)
  const rows = await runSql<RecordRow>(tx, statement.text(body), statement.parameters.values)
  const shown = rows.slice(0, query.most)
  const day = 'to' in choice ? choice.to : choice.on
  const records = await explainRecords(
    context,
    registers,
    {
      world,
      codes,
      source: leaf.formula,
      day,
      expected,
      counts: choice.kind === 'counting' || choice.kind === 'joined',
      isMoney: field !== undefined && world.registers.get(leaf.formula.register)?.fields.get(field)?.kind === 'money',
    },
    shown,
  )
  return { records, next: rows.length > shown.length ? (shown.at(-1)?.id ?? null) : null }
}

/** How many of the counting records meet each of the grounds of an alternative, and how many that one only. */
export interface GroundCount {
  readonly zh: string
  readonly en: string
  readonly records: number
  readonly alone: number
}

export async function readGrounds(
  { tx, jurisdiction }: QueryContext,
  registers: Registers,
  leaf: CountedLeaf,
  world: World,
  on: string,
  unitId: string | null,
): Promise<GroundCount[]> {
  const facts = { jurisdiction, registers, world }
  const codes = await readCodeLists(tx, facts, codeListsOf([leaf.formula], world))
  const statement = new Statement({ ...facts, codes })
  const grounds = groundsOf(leaf, world, statement)
  // Where records stand for others, whom a ground belongs to would need all of them.
  if (grounds.length === 0 || !isAlone(leaf.formula, statement)) return []
  const body = groundsSql(leaf.formula, grounds, on, unitId, statement)
  const [row] = await runSql<Record<string, number>>(tx, statement.text(body), statement.parameters.values)
  const conditions = world.registers.get(leaf.formula.register)?.conditions
  return grounds.map((name, at) => ({
    zh: conditions?.get(name)?.label ?? name,
    en: conditions?.get(name)?.labelEn ?? name,
    records: row?.[`met_${at}`] ?? 0,
    alone: row?.[`alone_${at}`] ?? 0,
  }))
}

function groundsOf({ formula }: CountedLeaf, world: World, statement: Statement): readonly string[] {
  if (formula.where === undefined) return []
  const conditions = world.registers.get(formula.register)?.conditions
  for (const part of sideBySide(formula.where, formula.register, { statement })) {
    const inner = 'named' in part ? conditions?.get(part.named)?.holds : part
    const plain = inner === undefined ? undefined : conditionIn(inner, world.parameters)
    if (plain === undefined || !('any' in plain)) continue
    const named = plain.any.flatMap((one) => ('named' in one ? [one.named] : []))
    if (named.length > 1) return named
  }
  return []
}

export function fieldOf({ formula }: CountedLeaf): string | undefined {
  const plain = formulaIn(formula, new Map())
  return plain.measure === 'sum' || plain.measure === 'average' ? plain.field : undefined
}
