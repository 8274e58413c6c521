import { leafLabel } from '@qiangxian/engines/formula/write-formula'
import { readAllBytes } from '@qiangxian/engines/tabular/all-bytes'
import { type CellPlan, type SheetPlan, writeWorkbook } from '@qiangxian/engines/tabular/write-workbook'
import Type from 'typebox'
import type { QueryContext } from '../../operations/context.ts'
import { fileAnswer } from '../../operations/file-answer.ts'
import { defineQuery } from '../../operations/operation.ts'
import type { UnitRef } from '../../parties/unit-ref.ts'
import { type Computed, isBroken } from '../compute.ts'
import type { Indicators } from '../define-indicator.ts'
import { getIndicator, scopeOf, targetOf } from '../find-indicator.ts'
import type { IndicatorDeclaration } from '../indicator.types.ts'
import { indicatorErrors } from '../indicator-errors.ts'
import type { CountedRecord } from '../indicators.schemas.ts'
import { countedLeaves, readLineage } from '../lineage.ts'
import { formulaWords, inputsOf, presentOutcome } from '../present.ts'
import { indicatorValues } from '../values.ts'
import { readWorkings, type Workings } from '../workings.ts'
import { At, Code, Unit } from './inputs.ts'

const spreadsheetMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** records a part in the workbook; a figure that rests on more says so */
const mostRecords = 50_000

export function exportLineage(indicators: Indicators) {
  return defineQuery({
    id: 'indicator.export',
    label: { zh: '导出指标及其依据', en: 'Export a figure with its lineage' },
    about: {
      zh: '导出一个值的工作簿：值、公式、各部分，以及计入的每一条记录和计入的理由。',
      en: 'A workbook of a figure: the value, its formula and parts, and each record that counts, with the reasons.',
    },
    permission: 'indicator.read',
    route: { method: 'GET', path: '/indicators/:code/export' },
    cli: 'indicator export',
    input: Type.Object({ code: Code, at: At, unit: Unit }),
    output: fileAnswer(spreadsheetMediaType),
    run: async (context, { code, at = context.today, unit }) => {
      const indicator = getIndicator(indicators, context.county, code)
      const workings = await readWorkings(context, indicators)
      const scope = await scopeOf(context, indicator, unit)
      const computed = (await indicatorValues(context, workings, [indicator.id], [at])).get(indicator.id)?.on(at)
      if (computed === undefined) throw indicatorErrors.unknown({ code })
      if (isBroken(computed)) throw indicatorErrors.broken({ label: indicator.label, why: computed.broken.zh })
      const sheets = [
        figureSheet(context, workings, indicator, computed, code, scope, at),
        ...(await recordSheets(context, indicators, computed, scope, at)),
      ]
      return {
        fileName: `${indicator.label}${scope === null ? '' : `-${scope.shortName}`}-${at}.xlsx`,
        content: await readAllBytes(writeWorkbook(sheets)),
      }
    },
  })
}

function figureSheet(
  context: QueryContext,
  workings: Workings,
  indicator: IndicatorDeclaration,
  computed: Computed,
  code: string,
  scope: UnitRef | null,
  at: string,
): SheetPlan {
  const { value, missing } = presentOutcome(computed.outcome(scope?.id ?? null, at))
  const { formula, sentence } = formulaWords(computed.formula, computed.world)
  const target = scope === null ? targetOf(workings, context.county, indicator.id, code) : undefined
  const facts: readonly (readonly CellPlan[])[] = [
    ['指标', indicator.label],
    ['编号', indicator.id],
    ['范围', scope?.name ?? context.county.label],
    ['数据截止日', at],
    ['值', value ?? '缺数'],
    ['单位', indicator.unit],
    ...(missing === null ? [] : [['缺数原因', missing.zh]]),
    ...(target === undefined ? [] : [['目标', target.value]]),
    ['公式', formula],
    ['口径', sentence.zh],
    ['公式版本', workings.definitions.inForce('indicator', indicator.id, at)?.version ?? 1],
    ['来源', indicator.source],
    ['数据来自', indicator.dataFrom],
    ...indicator.caveats.map((caveat) => ['注意', caveat]),
    ['导出时间', context.now.toISOString()],
    ['导出人', context.actor.label],
    [],
    ['各部分', '位置', '值', '单位', '记录数'],
    ...inputsOf(computed, scope?.id ?? null, at).map((input) => [
      input.label.zh,
      input.path,
      input.value ?? `缺数：${input.missing?.zh ?? ''}`,
      input.unit,
      input.records,
    ]),
  ]
  return {
    name: '指标',
    columns: [{ width: 24 }, { width: 60 }, { width: 18 }, { width: 12 }, { width: 12 }],
    rows: facts,
  }
}

async function recordSheets(
  context: QueryContext,
  { registers }: Indicators,
  computed: Computed,
  scope: UnitRef | null,
  at: string,
): Promise<readonly SheetPlan[]> {
  const sheets: SheetPlan[] = []
  for (const leaf of countedLeaves(computed.formula, computed.world)) {
    const label = leafLabel(leaf.formula, computed.world).zh
    const rows: (readonly CellPlan[])[] = [['记录', '编号', '计入', '归属单位', '自', '至', '理由', '依据']]
    let after: string | null = null
    do {
      const page = await readLineage(context, registers, {
        leaf,
        world: computed.world,
        choice: { kind: 'counting', on: at },
        unitId: scope?.id ?? null,
        after,
        words: null,
        most: 1_000,
      })
      rows.push(...page.records.map(recordCells))
      after = page.next
    } while (after !== null && rows.length <= mostRecords)
    if (after !== null) rows.push([`只列出前 ${mostRecords} 条；全部记录请在名录中导出。`])
    sheets.push({
      name: label,
      columns: [
        { width: 30 },
        { width: 38 },
        { width: 10 },
        { width: 16 },
        { width: 12 },
        { width: 12 },
        { width: 60 },
        { width: 30 },
      ],
      rows,
      frozenRows: 1,
    })
  }
  return sheets
}

function recordCells({ label, id, weight, unit, from, until, reasons }: CountedRecord): readonly CellPlan[] {
  const held = reasons.filter(({ holds }) => holds)
  return [
    label,
    id,
    weight,
    unit?.name ?? '',
    from ?? '',
    until ?? '',
    held.map(({ zh }) => zh).join('；'),
    held.flatMap(({ record }) => record?.label ?? []).join('；'),
  ]
}
