import { checkFormula, checkNamedCondition, type FormulaFindings } from '@qiangxian/engines/formula/check-formula'
import type { Condition, Formula } from '@qiangxian/engines/formula/formula.types'
import type { World } from '@qiangxian/engines/formula/world.types'
import { cautionsFor } from './define-indicator.ts'
import type { Caution, IndicatorDeclaration } from './indicator.types.ts'

/** The same findings for a tree that came from outside: what is no tree at all is a problem, and not a failure. */
export function checkGivenFormula(
  formula: unknown,
  world: World,
  indicator: Pick<IndicatorDeclaration, 'id' | 'unit'>,
  cautions: readonly Caution[],
): FormulaFindings {
  try {
    const tree = formula as Formula
    const found = checkFormula(tree, world, indicator.id)
    if (found.problems.length > 0) return found
    const unfit =
      found.unit === indicator.unit
        ? []
        : [
            {
              path: '',
              message: {
                zh: `公式算出来的单位是“${found.unit}”，指标的单位是“${indicator.unit}”。请换算成同一单位。`,
                en: `the formula comes out in “${found.unit}”, the indicator is in “${indicator.unit}”`,
              },
            },
          ]
    const warned = cautionsFor(tree, world, cautions).map(({ message, messageEn }) => ({
      path: '',
      message: { zh: message, en: messageEn },
    }))
    return { ...found, problems: unfit, warnings: [...found.warnings, ...warned] }
  } catch {
    return { problems: [notATree], warnings: [], unit: '' }
  }
}

export function checkGivenCondition(
  condition: unknown,
  register: string,
  world: World,
  name: string,
): Pick<FormulaFindings, 'problems' | 'warnings'> {
  try {
    return checkNamedCondition(condition as Condition, register, world, name)
  } catch {
    return { problems: [notATree], warnings: [] }
  }
}

const notATree = {
  path: '',
  message: { zh: '这不是一个完整的公式或条件。请从编辑器中重新选择。', en: 'this is no whole formula or condition' },
}
