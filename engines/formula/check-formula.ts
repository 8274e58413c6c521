import { type ConditionCheck, checkCondition } from './check-condition.ts'
import { fieldOfKind } from './check-field.ts'
import { compareDays, isDay, never } from './days.ts'
import type { Condition, Formula, Source, Window } from './formula.types.ts'
import { below } from './leaves.ts'
import { caseOf, given } from './parameters.ts'
import { unitOf } from './units.ts'
import type { FormulaProblem, World } from './world.types.ts'

export interface FormulaFindings {
  /** with any of these a formula cannot be computed */
  readonly problems: readonly FormulaProblem[]
  readonly warnings: readonly FormulaProblem[]
  /** in which it comes out; '' where it cannot be said */
  readonly unit: string
}

/**
 * Checks a whole formula: registers, fields and conditions that do not exist, circles, units that do not fit, windows
 * that end before they start, division by a constant zero; and warns of rules that match everything or nothing.
 *
 * @param id of the indicator that it defines, so that a circle through itself is found
 */
export function checkFormula(formula: Formula, world: World, id?: string): FormulaFindings {
  const problems: FormulaProblem[] = []
  const warnings: FormulaProblem[] = []
  const check: ConditionCheck = {
    world,
    problem: (problem) => problems.push(problem),
    warning: (warning) => warnings.push(warning),
  }
  walk(formula, check, '', id === undefined ? [] : [id])
  // Units are reckoned only through a tree that is whole.
  const unit = problems.length > 0 ? '' : unitOf(formula, world, (problem) => problems.push(problem))
  return { problems: unique(problems), warnings: unique(warnings), unit }
}

/** A condition on its own, as it is edited: problems, and whether it matches everything or nothing. */
export function checkNamedCondition(
  condition: Condition,
  register: string,
  world: World,
  name?: string,
): Pick<FormulaFindings, 'problems' | 'warnings'> {
  const problems: FormulaProblem[] = []
  const warnings: FormulaProblem[] = []
  const check = {
    world,
    problem: (one: FormulaProblem) => problems.push(one),
    warning: (one: FormulaProblem) => warnings.push(one),
  }
  const nature = checkCondition(condition, register, check, '', name === undefined ? [] : [name])
  if (problems.length === 0) warnOfReach(nature.matches, check, '')
  return { problems: unique(problems), warnings: unique(warnings) }
}

function walk(formula: Formula, check: ConditionCheck, path: string, within: readonly string[]): void {
  const { world, problem } = check
  const say = (zh: string, en: string) => problem({ path, message: { zh, en } })
  if ('parameter' in formula) {
    if (caseOf(formula, new Map()) === undefined) {
      say(
        `参数“${formula.parameter}”的默认值“${formula.otherwise}”没有对应的公式。`,
        `the parameter “${formula.parameter}” has no case “${formula.otherwise}”`,
      )
    }
    for (const [name, part] of Object.entries(formula.cases)) walk(part, check, below(path, `cases.${name}`), within)
    return
  }
  const part = (inner: Formula, name: string) => walk(inner, check, below(path, name), within)
  switch (formula.measure) {
    case 'count':
      checkSource(formula, check, path)
      return
    case 'sum':
    case 'average':
      fieldOfKind(
        formula.field,
        formula.register,
        ['integer', 'decimal', 'share', 'money'],
        { zh: '数', en: 'a number' },
        check,
        path,
      )
      checkSource(formula, check, path)
      return
    case 'latest':
      if (world.statistics === null) say('本程序没有统计数名录。', 'the program has no register of statistics')
      if (formula.notBefore !== undefined && !isDay(formula.notBefore)) {
        say(`“${formula.notBefore}”不是日期。`, `“${formula.notBefore}” is not a date`)
      }
      return
    case 'number':
      if (!Number.isFinite(given(formula.value, world.parameters))) say('这不是一个数。', 'this is not a number')
      return
    case 'indicator': {
      const other = world.indicators.get(formula.id)
      if (other === undefined) {
        say(`没有指标“${formula.id}”。请从指标列表中选择。`, `there is no indicator “${formula.id}”`)
        return
      }
      if (within.includes(formula.id)) {
        const circle = [...within.slice(within.indexOf(formula.id)), formula.id].join(' → ')
        say(`指标互相引用成环：${circle}。请去掉其中一处引用。`, `indicators refer to each other: ${circle}`)
        return
      }
      walk(other.formula, check, below(path, 'formula'), [...within, formula.id])
      return
    }
    case 'ratio':
    case 'share':
      part(formula.of, 'of')
      part(formula.to, 'to')
      if (isZero(formula.to)) say('分母是常数 0，不能相除。', 'the denominator is the constant 0')
      return
    case 'per':
      part(formula.of, 'of')
      part(formula.residents, 'residents')
      if (!(formula.per > 0)) say('“每 N”的 N 须大于 0。', 'per must be greater than 0')
      if (isZero(formula.residents)) say('分母是常数 0，不能相除。', 'the denominator is the constant 0')
      return
    case 'growth':
      part(formula.of, 'of')
      if (!Number.isInteger(formula.months) || formula.months <= 0) {
        say('增长率要与若干个月前相比，月数须是正整数。', 'growth compares with a whole number of months before')
      }
      return
    case 'add':
      for (const [at, inner] of formula.parts.entries()) part(inner, `parts.${at}`)
      if (formula.parts.length === 0) say('没有可以相加的部分。', 'there is nothing to add')
      return
    case 'subtract':
      part(formula.of, 'of')
      part(formula.take, 'take')
      return
    case 'scale':
      part(formula.of, 'of')
      if (!(formula.by > 0)) say('换算的倍数须大于 0。', 'the factor must be greater than 0')
      return
    default:
      say('看不懂这个公式。', 'this is no formula')
  }
}

function isZero(formula: Formula): boolean {
  return 'measure' in formula && formula.measure === 'number' && formula.value === 0
}

function checkSource(source: Source, check: ConditionCheck, path: string): void {
  const register = check.world.registers.get(source.register)
  const say = (zh: string, en: string) => check.problem({ path, message: { zh, en } })
  if (register === undefined) {
    say(`没有名录“${source.register}”。请从名录列表中选择。`, `there is no register “${source.register}”`)
    return
  }
  const nature =
    source.where === undefined ? undefined : checkCondition(source.where, source.register, check, below(path, 'where'))
  checkWindow(source.window, source.register, check, below(path, 'window'))
  for (const name of source.once ?? []) {
    fieldOfKind(name, source.register, keys, { zh: '可以归并的字段', en: 'something to tell records by' }, check, path)
  }
  if (source.once?.length === 0) {
    say('“只计一次”须说明按哪些字段。', '“once” must name the fields by which records are the same')
  }
  if (nature !== undefined) warnOfReach(nature.matches, check, below(path, 'where'))
  else if ('kind' in source.window && source.window.kind === 'stock') warnOfReach('all', check, path)
}

const keys = ['text', 'choice', 'link', 'links', 'unit', 'date', 'integer', 'codes'] as const

const kinds: readonly string[] = ['stock', 'sinceStart', 'ever', 'year', 'months', 'latest']

function warnOfReach(matches: 'all' | 'none' | 'some', { warning }: ConditionCheck, path: string): void {
  if (matches === 'all') {
    warning({
      path,
      message: {
        zh: '这个条件对所有记录都成立，等于统计整个名录。请确认是否如此。',
        en: 'this matches every record of the register; make sure that it is meant',
      },
    })
  }
  if (matches === 'none') {
    warning({
      path,
      message: {
        zh: '这个条件对任何记录都不成立，结果永远是 0。',
        en: 'this matches no record, so the result is always 0',
      },
    })
  }
}

function checkWindow(window: Window, register: string, check: ConditionCheck, path: string): void {
  const say = (zh: string, en: string) => check.problem({ path, message: { zh, en } })
  if ('parameter' in window) {
    if (caseOf(window, new Map()) === undefined) {
      say(
        `参数“${window.parameter}”的默认值“${window.otherwise}”没有对应的统计期。`,
        `the parameter “${window.parameter}” has no case “${window.otherwise}”`,
      )
    }
    for (const [name, one] of Object.entries(window.cases))
      checkWindow(one, register, check, below(path, `cases.${name}`))
    return
  }
  if (window.kind === 'stock') return
  if (!kinds.includes(window.kind)) {
    say(
      `没有统计期“${String(window.kind)}”。可选：${kinds.join('、')}。`,
      `there is no window “${String(window.kind)}”`,
    )
    return
  }
  fieldOfKind(window.on, register, ['date'], { zh: '日期', en: 'a date' }, check, path)
  if (window.kind === 'months' && (!Number.isInteger(window.months) || window.months <= 0)) {
    say(
      '统计期在开始之前就结束了：月数须是正整数。',
      'the window ends before it starts: months must be a whole number above 0',
    )
  }
  if (window.kind === 'sinceStart' && window.from !== undefined) {
    if (!isDay(window.from)) say(`“${window.from}”不是日期。`, `“${window.from}” is not a date`)
    else if (compareDays(window.from, check.world.programmeEnd ?? never) > 0) {
      say(
        '统计期在开始之前就结束了：起始日期晚于建设期的最后一天。',
        'the window ends before it starts: it begins after the last day of the programme',
      )
    }
  }
  if (window.kind === 'latest') {
    for (const name of window.per) {
      fieldOfKind(name, register, keys, { zh: '可以归并的字段', en: 'something to tell records by' }, check, path)
    }
  }
}

function unique(problems: readonly FormulaProblem[]): readonly FormulaProblem[] {
  const seen = new Set<string>()
  return problems.filter((problem) => {
    const key = JSON.stringify(problem)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
