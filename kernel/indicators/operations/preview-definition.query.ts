import type { Condition, Formula } from '@qiangxian/engines/formula/formula.types'
import { conditionInWords } from '@qiangxian/engines/formula/print-condition'
import type { World } from '@qiangxian/engines/formula/world.types'
import Type, { type Static } from 'typebox'
import type { QueryContext } from '../../operations/context.ts'
import { defineQuery } from '../../operations/operation.ts'
import type { Indicators } from '../define-indicator.ts'
import { getIndicator } from '../find-indicator.ts'
import { getCondition } from '../get-condition.ts'
import { DefinitionPreview } from '../indicators.schemas.ts'
import { formulaWords } from '../present.ts'
import { previewFigures, type Reading, recordsApart } from '../preview.ts'
import { checkGivenCondition, checkGivenFormula } from '../safe-check.ts'
import { formulaOf, readWorkings, type Workings } from '../workings.ts'
import { worldWithCondition, worldWithFormula } from '../world.ts'
import { At, Code } from './inputs.ts'

export function previewDefinition(indicators: Indicators) {
  return defineQuery({
    id: 'indicator.preview',
    label: { zh: '试算公式或口径', en: 'Preview a definition' },
    about: {
      zh: '不保存，先看一个拟改的公式或条件：说人话是什么、哪里不对、值会怎么变、哪些记录会计入或不再计入。',
      en: 'What a proposed formula or condition would change, without saving it: words, problems, values, records.',
    },
    permission: 'indicator.define',
    route: { method: 'POST', path: '/definition-previews' },
    cli: 'indicator preview',
    input: Type.Object({
      indicator: Type.Optional(Code),
      formula: Type.Optional(Type.Unknown()),
      register: Type.Optional(Type.String({ maxLength: 64 })),
      condition: Type.Optional(Type.String({ maxLength: 64 })),
      holds: Type.Optional(Type.Unknown()),
      at: At,
    }),
    output: DefinitionPreview,
    run: async (context, { indicator, formula, register, condition, holds, at = context.today }) => {
      const workings = await readWorkings(context, indicators)
      const world = workings.worldOn(at)
      if (register !== undefined && condition !== undefined) {
        return previewCondition(context, workings, world, { register, name: condition, holds }, at)
      }
      const declared = getIndicator(indicators, context.county, indicator ?? '')
      const proposed = worldWithFormula(world, declared.id, formula as Formula)
      const found = checkGivenFormula(formula, proposed, declared, indicators.cautions)
      if (found.problems.length > 0) return refused(found)
      const now: Reading = { formula: formulaOf(world, declared.id), world }
      const then: Reading = { formula: formula as Formula, world: proposed }
      return {
        ...(await compared(context, workings, [now, then], at)),
        ...formulaWords(formula as Formula, proposed),
        unit: found.unit,
        problems: [],
        warnings: found.warnings.map(({ message }) => message),
      }
    },
  })
}

/** A condition is previewed by what it selects: a count of the records for which it holds. */
async function previewCondition(
  context: QueryContext,
  workings: Workings,
  world: World,
  { register, name, holds }: { readonly register: string; readonly name: string; readonly holds: unknown },
  at: string,
): Promise<Static<typeof DefinitionPreview>> {
  getCondition(world, register, name)
  const found = checkGivenCondition(holds, register, world, name)
  if (found.problems.length > 0) return refused(found)
  const proposed = worldWithCondition(world, register, name, holds)
  const unit = world.registers.get(register)?.countUnit ?? ''
  const formula: Formula = { measure: 'count', unit, register, where: { named: name }, window: { kind: 'stock' } }
  const sentence = conditionInWords(holds as Condition, register, proposed)
  return {
    ...(await compared(
      context,
      workings,
      [
        { formula, world },
        { formula, world: proposed },
      ],
      at,
    )),
    formula: sentence.zh,
    sentence,
    unit,
    problems: [],
    warnings: found.warnings.map(({ message }) => message),
  }
}

async function compared(
  context: QueryContext,
  { indicators, programme }: Workings,
  [now, proposed]: readonly [Reading, Reading],
  at: string,
) {
  return {
    ...(await previewFigures(context, indicators, programme, [now, proposed], at)),
    joining: await recordsApart(context, indicators, proposed, now, at),
    leaving: await recordsApart(context, indicators, now, proposed, at),
  }
}

function refused({
  problems,
  warnings,
}: Pick<ReturnType<typeof checkGivenFormula>, 'problems' | 'warnings'>): Static<typeof DefinitionPreview> {
  const none = { count: 0, some: [] }
  return {
    formula: '',
    sentence: { zh: '', en: '' },
    unit: '',
    problems: [...problems],
    warnings: warnings.map(({ message }) => message),
    points: [],
    units: [],
    joining: none,
    leaving: none,
  }
}
