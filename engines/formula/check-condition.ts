import { checkChoice, fieldOfKind } from './check-field.ts'
import { compareDays, isDay, shifted } from './days.ts'
import type { Condition, DateTerm } from './formula.types.ts'
import { caseOf } from './parameters.ts'
import type { FormulaProblem, World, WorldField } from './world.types.ts'

type Report = (problem: FormulaProblem) => void

export interface ConditionCheck {
  readonly world: World
  readonly problem: Report
  readonly warning: Report
}

/** What a condition turned out to be. */
export interface ConditionNature {
  /** whether it depends on a day at all */
  readonly isDated: boolean
  /** whether it may stop holding */
  readonly ends: boolean
  /** of every record, of none, or of some */
  readonly matches: 'all' | 'none' | 'some'
}

const unknownNature: ConditionNature = { isDated: false, ends: false, matches: 'some' }
const timeless: ConditionNature = { isDated: false, ends: false, matches: 'some' }

/**
 * Checks a condition on the records of a register: fields that do not exist, values that are not among the choices,
 * named conditions in a circle, spans that end before they begin, alternatives that end.
 */
export function checkCondition(
  condition: Condition,
  register: string,
  check: ConditionCheck,
  path = '',
  within: readonly string[] = [],
): ConditionNature {
  const say = (report: Report, zh: string, en: string, at = path) => report({ path: at, message: { zh, en } })
  const { world, problem } = check
  const found = world.registers.get(register)
  if (found === undefined) {
    say(problem, `没有名录“${register}”。请从名录列表中选择。`, `there is no register “${register}”`)
    return unknownNature
  }
  const inner = (part: Condition, name: string) =>
    checkCondition(part, register, check, path === '' ? name : `${path}.${name}`, within)
  const field = (name: string, kinds: readonly WorldField['kind'][], what: { zh: string; en: string }) =>
    fieldOfKind(name, register, kinds, what, check, path)

  if ('parameter' in condition) {
    const natures = Object.entries(condition.cases).map(([name, part]) => inner(part, `cases.${name}`))
    if (caseOf(condition, new Map()) === undefined) {
      say(
        problem,
        `参数“${condition.parameter}”的默认值“${condition.otherwise}”没有对应的情形。`,
        `the parameter “${condition.parameter}” has no case “${condition.otherwise}”`,
      )
    }
    return mixed(natures)
  }
  if ('all' in condition) {
    const natures = condition.all.map((part, at) => inner(part, `all.${at}`))
    return {
      isDated: natures.some(({ isDated }) => isDated),
      ends: natures.some(({ ends }) => ends),
      matches: natures.some(({ matches }) => matches === 'none')
        ? 'none'
        : natures.every(({ matches }) => matches === 'all')
          ? 'all'
          : 'some',
    }
  }
  if ('any' in condition) {
    const natures = condition.any.map((part, at) => inner(part, `any.${at}`))
    for (const [at, { ends }] of natures.entries()) {
      if (!ends) continue
      say(
        problem,
        '“任一”的各项不能有截止日期。请把截止条件放到外层的“同时”里。',
        'a part of “any” may not end; put what ends it beside the “any”, in an “all”',
        `${path === '' ? '' : `${path}.`}any.${at}`,
      )
    }
    return {
      isDated: natures.some(({ isDated }) => isDated),
      ends: false,
      matches: natures.some(({ matches }) => matches === 'all')
        ? 'all'
        : natures.every(({ matches }) => matches === 'none')
          ? 'none'
          : 'some',
    }
  }
  if ('not' in condition) {
    const { isDated, matches } = inner(condition.not, 'not')
    if (isDated) {
      say(
        problem,
        '“不是”只能用于与日期无关的条件。与日期有关的请改用起止日期表达。',
        '“not” applies only to what does not depend on a day; say it with from and until',
      )
    }
    return { ...timeless, matches: matches === 'all' ? 'none' : matches === 'none' ? 'all' : 'some' }
  }
  if ('named' in condition) return checkNamed(condition.named, register, check, path, within)
  if ('from' in condition) {
    const dated = { zh: '日期', en: 'a date' }
    const terms = [condition.from, ...(condition.until ?? [])]
    for (const term of terms) checkTerm(term, register, check, path, dated)
    for (const until of condition.until ?? []) checkOrder(condition.from, until, say, problem)
    return { isDated: true, ends: (condition.until ?? []).length > 0, matches: 'some' }
  }
  if ('related' in condition) {
    const there = world.registers.get(condition.related)
    if (there === undefined) {
      say(problem, `没有名录“${condition.related}”。`, `there is no register “${condition.related}”`)
      return { isDated: true, ends: false, matches: 'some' }
    }
    const link = fieldOfKind(
      condition.through,
      condition.related,
      ['link', 'links'],
      { zh: '关联', en: 'a link' },
      check,
      path,
    )
    if (link !== undefined && link.register !== register) {
      say(
        problem,
        `“${there.label}”的“${link.label}”指向别的名录，不指向“${found.label}”。`,
        `“${link.labelEn}” of “${there.labelEn}” does not lead to “${found.labelEn}”`,
      )
    }
    fieldOfKind(condition.on, condition.related, ['date'], { zh: '日期', en: 'a date' }, check, path)
    if (condition.sumOf !== undefined) {
      fieldOfKind(condition.sumOf, condition.related, numbers, { zh: '数', en: 'a number' }, check, path)
    }
    if ((condition.sumOf === undefined) !== (condition.reaches === undefined)) {
      say(problem, '累计的字段和要达到的数须一并给出。', 'sumOf and reaches belong together')
    }
    if (condition.where !== undefined) {
      checkCondition(condition.where, condition.related, check, path === '' ? 'where' : `${path}.where`, [])
    }
    return { isDated: true, ends: false, matches: 'some' }
  }
  if ('codes' in condition) {
    field(condition.codes, ['codes', 'text'], { zh: '代码', en: 'codes' })
    fieldOfKind(condition.as, condition.listedIn, ['text', 'codes'], { zh: '代码', en: 'a code' }, check, path)
    return timeless
  }
  if ('isSet' in condition) {
    const known = field(condition.field, every, { zh: '字段', en: 'a field' })
    if (known?.required !== true) return timeless
    return { ...timeless, matches: condition.isSet ? 'all' : 'none' }
  }
  if ('is' in condition) {
    const known = field(condition.field, comparable, { zh: '可比较的字段', en: 'something that can be compared' })
    const { is } = condition
    const values = Array.isArray(is)
      ? (is as readonly (string | number)[])
      : [typeof is === 'object' && 'otherwise' in is ? is.otherwise : is]
    for (const value of values) checkChoice(known, value, say, problem)
    const isWhole =
      known?.required === true &&
      known.choices !== undefined &&
      known.choices.every(({ value }) => values.some((one) => one === value))
    return { ...timeless, matches: values.length === 0 ? 'none' : isWhole ? 'all' : 'some' }
  }
  if ('startsWith' in condition) {
    field(condition.field, ['text', 'choice'], { zh: '文字', en: 'a text' })
    return { ...timeless, matches: condition.startsWith.length === 0 ? 'none' : 'some' }
  }
  if ('holds' in condition) {
    const known = field(condition.field, ['codes', 'choices', 'links'], { zh: '列表', en: 'a list' })
    for (const value of condition.holds) checkChoice(known, value, say, problem)
    return { ...timeless, matches: condition.holds.length === 0 ? 'none' : 'some' }
  }
  if ('atLeast' in condition || 'atMost' in condition) {
    field(condition.field, numbers, { zh: '数', en: 'a number' })
    return timeless
  }
  say(problem, '看不懂这个条件。', 'this is no condition')
  return unknownNature
}

const numbers = ['integer', 'decimal', 'share', 'money'] as const
const comparable = ['text', 'choice', 'flag', ...numbers, 'link', 'unit', 'date'] as const
const every = [...comparable, 'choices', 'codes', 'links', 'attachments', 'point'] as const

function checkNamed(
  name: string,
  register: string,
  check: ConditionCheck,
  path: string,
  within: readonly string[],
): ConditionNature {
  const named = check.world.registers.get(register)?.conditions.get(name)
  if (named === undefined) {
    const label = check.world.registers.get(register)?.label ?? register
    check.problem({
      path,
      message: {
        zh: `“${label}”没有名为“${name}”的条件。请先定义，或改用已有的条件。`,
        en: `“${register}” has no condition “${name}”; define it first`,
      },
    })
    return unknownNature
  }
  if (within.includes(name)) {
    const circle = [...within.slice(within.indexOf(name)), name].join(' → ')
    check.problem({
      path,
      message: {
        zh: `条件互相引用成环：${circle}。请去掉其中一处引用。`,
        en: `conditions refer to each other: ${circle}`,
      },
    })
    return unknownNature
  }
  // Whoever uses a condition cannot be computed while that one is wrong; one problem says so, where it is used.
  const inside: FormulaProblem[] = []
  const quiet: ConditionCheck = { world: check.world, problem: (found) => inside.push(found), warning: () => {} }
  const nature = checkCondition(named.holds, register, quiet, path, [...within, name])
  const [first] = inside
  const isCircle = first?.message.en.startsWith('conditions refer to each other') === true
  if (first !== undefined) {
    const { zh, en } = first.message
    const message = isCircle
      ? first.message
      : { zh: `条件“${named.label}”有误：${zh}`, en: `in the condition “${named.labelEn}”: ${en}` }
    check.problem({ path, message })
  }
  return nature
}

function checkOrder(
  from: DateTerm,
  until: DateTerm,
  say: (report: Report, zh: string, en: string) => void,
  problem: Report,
): void {
  const some = '2001-01-01'
  const [starts, ends] = [from, until].map((term) =>
    typeof term === 'string' ? some : 'day' in term ? term.day : shifted(some, term),
  )
  // Two days can be compared where both are fixed, or count from the same field.
  if (fieldOf(from) !== fieldOf(until)) return
  if (starts === undefined || ends === undefined || compareDays(starts, ends) < 0) return
  say(
    problem,
    '截止日期不晚于起始日期，这个条件永远不成立。请核对起止。',
    'it ends no later than it begins, so it never holds; check from and until',
  )
}

function checkTerm(
  term: DateTerm,
  register: string,
  check: ConditionCheck,
  path: string,
  dated: { readonly zh: string; readonly en: string },
): void {
  if (typeof term === 'string' || 'field' in term) {
    fieldOfKind(fieldOf(term) ?? '', register, ['date'], dated, check, path)
    const shifts = typeof term === 'string' ? [] : [term.years ?? 0, term.months ?? 0, term.days ?? 0]
    if (!shifts.every((number) => Number.isInteger(number) && Math.abs(number) <= 100_000)) {
      check.problem({ path, message: { zh: '年、月、天须是整数。', en: 'years, months and days are whole numbers' } })
    }
    return
  }
  if (!isDay(term.day)) {
    check.problem({ path, message: { zh: `“${term.day}”不是日期。`, en: `“${term.day}” is not a date` } })
  }
  if (term.of === undefined) return
  const say = (report: Report, zh: string, en: string) => report({ path, message: { zh, en } })
  const known = fieldOfKind(
    term.of.field,
    register,
    ['choice', 'text'],
    { zh: '文字或选项', en: 'a text or choice' },
    check,
    path,
  )
  for (const value of term.of.is) checkChoice(known, value, say, check.problem)
}

/** The field that a day counts from; undefined for a day that is fixed. */
function fieldOf(term: DateTerm): string | undefined {
  if (typeof term === 'string') return term
  return 'field' in term ? term.field : undefined
}

function mixed(natures: readonly ConditionNature[]): ConditionNature {
  const [first] = natures
  return {
    isDated: natures.some(({ isDated }) => isDated),
    ends: natures.some(({ ends }) => ends),
    matches: natures.every(({ matches }) => matches === first?.matches) ? (first?.matches ?? 'none') : 'some',
  }
}
