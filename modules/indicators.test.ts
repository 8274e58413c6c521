import { checkFormula } from '@qiangxian/engines/formula/check-formula'
import { combine } from '@qiangxian/engines/formula/combine'
import { evaluate } from '@qiangxian/engines/formula/evaluate'
import { leavesOf } from '@qiangxian/engines/formula/leaves'
import { isMissing, type Outcome } from '@qiangxian/engines/formula/outcome'
import { parametersIn } from '@qiangxian/engines/formula/parameters'
import { caseRecords } from '@qiangxian/kernel/indicators/case-records'
import { codeListsOf, readCodeLists } from '@qiangxian/kernel/indicators/code-lists'
import type { IndicatorCase, IndicatorDeclaration } from '@qiangxian/kernel/indicators/indicator.types'
import { leafValues } from '@qiangxian/kernel/indicators/leaf-values'
import { putRecords } from '@qiangxian/kernel/indicators/put-records.fixture'
import { compileValues, type ValueRow } from '@qiangxian/kernel/indicators/sql/values-sql'
import { worldOf } from '@qiangxian/kernel/indicators/world'
import { assembleRegisters } from '@qiangxian/kernel/registers/define-register'
import { generalFormats } from '@qiangxian/kernel/registers/formats/general-formats'
import { runSql } from '@qiangxian/kernel/registers/run-sql'
import { openTestKernel, type TestKernel } from '@qiangxian/kernel/testing/test-kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registers as declared, formats, indicators } from './declarations.gen.ts'

const registers = assembleRegisters({ registers: declared, formats: [...generalFormats, ...formats] })
const programme = { start: '2024-01-01', end: '2026-12-31' }
const cases = indicators.flatMap((indicator) =>
  indicator.cases.map((one): [string, string, IndicatorDeclaration, IndicatorCase] => [
    indicator.id,
    one.name,
    indicator,
    one,
  ]),
)
const statistics = { series: 'series', value: 'value', on: 'on', publishedOn: 'publishedOn' }

function worldFor(parameters: IndicatorCase['parameters'] = {}) {
  return worldOf({ registers, indicators, parameters: new Map(Object.entries(parameters)), programme })
}

describe('declared indicators 指标', () => {
  it.each(indicators.map((indicator) => [indicator.id, indicator] as const))(
    '%s is sound, and comes out in its unit',
    (id, { formula, unit }) => {
      const { problems, unit: found } = checkFormula(formula, worldFor(), id)
      expect(problems).toEqual([])
      expect(found).toBe(unit)
    },
  )

  it.each(indicators.map((indicator) => [indicator.id, indicator] as const))(
    '%s says what it means, where it comes from and what to mind',
    (_, indicator) => {
      expect(indicator.meaning.length).toBeGreaterThan(8)
      expect(indicator.source).not.toBe('')
      expect(indicator.caveats.length).toBeGreaterThan(0)
      expect(indicator.cases.length).toBeGreaterThan(0)
    },
  )

  it('have ids and labels of their own', () => {
    expect(new Set(indicators.map(({ id }) => id)).size).toBe(indicators.length)
    expect(new Set(indicators.map(({ label }) => label)).size).toBe(indicators.length)
  })

  it.each(cases)('%s: %s', (_, __, { formula }, { on, given, parameters, expect: expected }) => {
    const outcome = evaluate(formula, {
      world: worldFor(parameters),
      records: caseRecords(given, registers),
      statistics,
      day: on,
      unitId: null,
    })
    expect(plain(outcome)).toBe(expected)
  })

  it('take every parameter that they name to another value in a case', () => {
    const named = new Set(
      parametersIn([indicators.map(({ formula }) => formula), declared.map(({ conditions }) => conditions ?? {})]),
    )
    const tried = new Set(
      indicators.flatMap((indicator) => indicator.cases.flatMap((one) => Object.keys(one.parameters ?? {}))),
    )
    expect([...named].filter((key) => !tried.has(key))).toEqual([])
  })
})

describe('declared indicators in the database', () => {
  let kernel: TestKernel
  let filled: readonly string[] = []

  /** Only the tables of this case and of the one before are touched: there are many. */
  async function putCase(given: IndicatorCase['given']): Promise<void> {
    const touched = new Set([...filled, ...Object.keys(given)])
    const all = registers.all.filter(({ id }) => touched.has(id))
    await putRecords(kernel, { ...registers, all }, caseRecords(given, registers))
    filled = Object.keys(given)
  }

  beforeAll(async () => {
    kernel = await openTestKernel({}, { registers })
  })
  afterAll(() => kernel.close())

  it.each(cases)('%s: %s', async (_, __, { formula }, { on, given, parameters, expect: expected }) => {
    await putCase(given)
    const world = worldFor(parameters)
    const leaves = leavesOf(formula, world)
    const { jurisdiction } = kernel.county
    const outcome = await kernel.database.inJurisdiction(jurisdiction, 'read', async (tx) => {
      const facts = { jurisdiction, registers, world }
      const formulas = leaves.map(({ formula: leaf }) => leaf)
      if (formulas.length === 0) return combine(formula, world, on, () => ({ value: 0 }))
      const codes = await readCodeLists(tx, facts, codeListsOf(formulas, world))
      const compiled = compileValues(formulas, [on], { ...facts, codes })
      const rows = await runSql<ValueRow>(tx, compiled.text, compiled.parameters)
      const holds = new Set(
        rows.flatMap(({ leaf, records }) => (leaf < 0 && records > 0 ? [compiled.registers[-1 - leaf]] : [])),
      )
      return combine(formula, world, on, ({ path }, day) => {
        const at = leaves.findIndex((leaf) => leaf.path === path)
        const leaf = formulas[at]
        if (leaf === undefined) throw new Error(`no leaf at ${path}`)
        const own = rows.filter((row) => row.leaf === at)
        return leafValues(leaf, own, [on], world, leaf.measure === 'latest' || holds.has(leaf.register)).outcome(
          null,
          day,
        )
      })
    })
    expect(plain(outcome)).toBe(expected)
  })
})

function plain(outcome: Outcome): number | string {
  return isMissing(outcome) ? 'missing' : Number(outcome.value.toPrecision(11))
}
