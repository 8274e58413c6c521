import { sql } from 'kysely'
import Type from 'typebox'
import type { QueryContext } from '../../operations/context.ts'
import { defineQuery } from '../../operations/operation.ts'
import { computeFormulas, isBroken } from '../compute.ts'
import type { Indicators } from '../define-indicator.ts'
import { getIndicator, scopeOf } from '../find-indicator.ts'
import { indicatorErrors } from '../indicator-errors.ts'
import { CountedRecord, RecordsPage } from '../indicators.schemas.ts'
import { type CountedLeaf, countedLeaves, getCountedLeaf, readGrounds, readLineage } from '../lineage.ts'
import type { RecordChoice } from '../sql/records-sql.ts'
import { formulaOf, readWorkings } from '../workings.ts'
import { At, Code, Day, Unit } from './inputs.ts'

const Path = Type.Optional(
  Type.String({ maxLength: 200, description: 'part of the formula, as inputs name it; the first that counts records' }),
)

const Asked = {
  code: Code,
  at: At,
  unit: Unit,
  path: Path,
  counts: Type.Optional(Type.Boolean({ description: 'false: records that would count, but for one thing' })),
}

export function showRecords(indicators: Indicators) {
  return defineQuery({
    id: 'indicator.records',
    label: { zh: '指标背后的记录', en: 'Records behind an indicator' },
    about: {
      zh: '逐页列出计入（或差一点计入）某个值的记录，每条说明凭什么计入、为什么不计入；也可列出两天之间新计入或不再计入的记录。',
      en: 'Page by page the records that count (or nearly) in a value, each with its reasons; or those of a change.',
    },
    permission: 'indicator.read',
    route: { method: 'GET', path: '/indicators/:code/records' },
    input: Type.Object({
      ...Asked,
      step: Type.Optional(Type.Enum(['joined', 'left', 'amount'])),
      from: Type.Optional(Day),
      to: Type.Optional(Day),
      q: Type.Optional(Type.String({ maxLength: 100 })),
      after: Type.Optional(Type.String({ maxLength: 64 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    }),
    output: RecordsPage,
    run: async (context, input) => {
      const { at = context.today, counts = true, step, from, to, q, after, limit = 50 } = input
      const indicator = getIndicator(indicators, context.county, input.code)
      const workings = await readWorkings(context, indicators)
      const day = step !== undefined && to !== undefined ? to : at
      const world = workings.worldOn(day)
      const leaf = getCountedLeaf(formulaOf(world, indicator.id), world, indicator.label, input.path)
      const unitId = (await scopeOf(context, indicator, input.unit))?.id ?? null
      const choice = choiceOf({ at, counts, step, from, to })
      const words = q === undefined || q.trim() === '' ? null : q.trim()
      const page = await readLineage(context, indicators.registers, {
        leaf,
        world,
        choice,
        unitId,
        after: after ?? null,
        words,
        most: limit,
      })
      if (after !== undefined || step !== undefined || words !== null) {
        return { ...page, counting: null, notCounting: null, grounds: [] }
      }
      const totals = await totalsOf(context, indicators, leaf, world, at, unitId)
      const grounds = counts ? await readGrounds(context, indicators.registers, leaf, world, at, unitId) : []
      return { ...page, ...totals, grounds }
    },
  })
}

export function listRecords(indicators: Indicators) {
  return defineQuery({
    id: 'indicator.lineage',
    label: { zh: '指标背后的全部记录', en: 'All records behind an indicator' },
    about: {
      zh: '一次列出计入某个值的记录及其理由，供脚本使用；公式有几个部分的，逐个列出。最多一万条。',
      en: 'The records that count in a value with their reasons, at once, for scripts; at most ten thousand.',
    },
    permission: 'indicator.read',
    route: { method: 'GET', path: '/indicators/:code/lineage' },
    cli: 'indicator records',
    input: Type.Object({ ...Asked, most: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })) }),
    output: Type.Array(CountedRecord),
    run: async (context, { code, at = context.today, unit, path, counts = true, most = 10_000 }) => {
      const indicator = getIndicator(indicators, context.county, code)
      const world = (await readWorkings(context, indicators)).worldOn(at)
      const formula = formulaOf(world, indicator.id)
      const leaves =
        path === undefined ? countedLeaves(formula, world) : [getCountedLeaf(formula, world, indicator.label, path)]
      const unitId = (await scopeOf(context, indicator, unit))?.id ?? null
      const records: CountedRecord[] = []
      for (const leaf of leaves) {
        let after: string | null = null
        do {
          const page = await readLineage(context, indicators.registers, {
            leaf,
            world,
            choice: { kind: counts ? 'counting' : 'nearly', on: at },
            unitId,
            after,
            words: null,
            most: Math.min(1_000, most - records.length),
          })
          records.push(...page.records)
          after = page.next
        } while (after !== null && records.length < most)
        if (records.length >= most) break
      }
      return records
    },
  })
}

function choiceOf(asked: {
  readonly at: string
  readonly counts: boolean
  readonly step: 'joined' | 'left' | 'amount' | undefined
  readonly from: string | undefined
  readonly to: string | undefined
}): RecordChoice {
  const { at, counts, step, from, to } = asked
  if (step === undefined || from === undefined || to === undefined)
    return { kind: counts ? 'counting' : 'nearly', on: at }
  if (from >= to) throw indicatorErrors.badDay({ from, to })
  // Amounts of one record do not change in time: what one says is corrected, and then it always was so.
  return { kind: step === 'left' ? 'left' : 'joined', from, to }
}

async function totalsOf(
  context: QueryContext,
  { registers }: Indicators,
  leaf: CountedLeaf,
  world: Parameters<typeof computeFormulas>[2],
  at: string,
  unitId: string | null,
): Promise<{ counting: number | null; notCounting: number | null }> {
  const { tx, jurisdiction } = context
  const computed = (await computeFormulas(context, registers, world, new Map([['part', leaf.formula]]), [at])).get(
    'part',
  )
  const first = computed === undefined || isBroken(computed) ? undefined : computed.leaves[0]
  if (computed === undefined || isBroken(computed) || first === undefined) return { counting: null, notCounting: null }
  const counting = computed.leafValues(first).records(unitId, at) ?? 0
  const register = registers.get(leaf.formula.register)
  const all = await countRecords({ tx, jurisdiction }, register.table, unitId)
  return { counting, notCounting: Math.max(0, all - counting) }
}

async function countRecords(
  { tx, jurisdiction }: Pick<QueryContext, 'tx' | 'jurisdiction'>,
  table: string,
  unitId: string | null,
): Promise<number> {
  const ofUnit = unitId === null ? sql`` : sql`and unit_id = ${unitId}`
  const { rows } = await sql<{ records: number }>`
    select count(*) as records from ${sql.table(table)} where jurisdiction = ${jurisdiction} ${ofUnit}`.execute(tx)
  return rows[0]?.records ?? 0
}
