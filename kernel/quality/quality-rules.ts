import { checkNamedCondition } from '@qiangxian/engines/formula/check-formula'
import type { Condition } from '@qiangxian/engines/formula/formula.types'
import { isCivilDate } from '../clock/civil-date.ts'
import type { IndicatorDeclaration, QualityCheck, QualityRuleDeclaration } from '../indicators/indicator.types.ts'
import { worldOf } from '../indicators/world.ts'
import type { Field } from '../registers/field.types.ts'
import type { Registers } from '../registers/registers.ts'
import { qualityErrors } from './quality-errors.ts'

/** Every rule that the platform looks by, checked. */
export interface QualityRules {
  readonly registers: Registers
  readonly indicators: readonly IndicatorDeclaration[]
  /** in the order in which they are declared */
  readonly all: readonly QualityRuleDeclaration[]
  find(id: string): QualityRuleDeclaration | undefined
  /** @throws quality.unknownRule */
  get(id: string): QualityRuleDeclaration
}

/**
 * Puts the declared rules together and checks them: ids, registers, fields of the right kind, conditions.
 *
 * @throws quality.badDeclarations with every problem at once, each with its place
 */
export function assembleQualityRules({
  registers,
  indicators = [],
  rules,
}: {
  readonly registers: Registers
  readonly indicators?: readonly IndicatorDeclaration[]
  readonly rules: readonly QualityRuleDeclaration[]
}): QualityRules {
  const problems = rules.flatMap((rule, at) => [
    ...(/^[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)+$/.test(rule.id)
      ? []
      : [`${rule.id}: an id is register.what-is-doubtful`]),
    ...(rules.slice(0, at).some(({ id }) => id === rule.id) ? [`${rule.id}: declared twice; give one another id`] : []),
    ...(rule.withinWorkingDays === null || (Number.isInteger(rule.withinWorkingDays) && rule.withinWorkingDays >= 0)
      ? []
      : [`${rule.id}.withinWorkingDays: a whole number of days, or null`]),
    ...checkProblems(rule.finds, registers, indicators).map((problem) => `${rule.id}.finds: ${problem}`),
  ])
  if (problems.length > 0) throw qualityErrors.badDeclarations({ problems })
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  return {
    registers,
    indicators,
    all: rules,
    find: (id) => byId.get(id),
    get: (id) => {
      const rule = byId.get(id)
      if (rule === undefined) throw qualityErrors.unknownRule({ id })
      return rule
    },
  }
}

type FieldKind = Field['kind']

const dates: readonly FieldKind[] = ['date']
const numbers: readonly FieldKind[] = ['integer', 'decimal', 'share', 'money']
const linked: readonly FieldKind[] = ['link', 'links']
const compared: readonly FieldKind[] = ['text', 'choice', 'link', 'links', 'date', 'integer', 'unit']

function checkProblems(
  check: QualityCheck,
  registers: Registers,
  indicators: readonly IndicatorDeclaration[],
): readonly string[] {
  if (check.check === 'jump') {
    const isKnown = indicators.some(({ id }) => id === check.indicator)
    return [
      ...(isKnown ? [] : [`there is no indicator “${check.indicator}”`]),
      ...(check.times > 1 ? [] : ['times must be greater than 1']),
    ]
  }
  const field = (name: string, kinds: readonly FieldKind[], register = check.register) =>
    fieldProblems(registers, register, name, kinds)
  if (registers.find(check.register) === undefined) return [`there is no register “${check.register}”`]
  switch (check.check) {
    case 'records':
      return [
        ...whereProblems(check.where, check.register, registers),
        ...(check.field === undefined ? [] : field(check.field, [])),
      ]
    case 'dateOrder':
      return [...field(check.earlier, dates), ...field(check.later, dates)]
    case 'dateRange':
      return [
        ...field(check.field, dates),
        ...[check.notBefore, ...(check.notAfter === 'today' ? [] : [check.notAfter])].flatMap((day) =>
          isCivilDate(day) ? [] : [`“${day}” is no date`],
        ),
      ]
    case 'format':
      return field(check.field, ['text', 'codes'])
    case 'duplicates':
      return [...check.by.flatMap((name) => field(name, compared)), ...(check.by.length > 0 ? [] : ['names no field'])]
    case 'numberOrder':
      return [...field(check.smaller, numbers), ...field(check.larger, numbers)]
    case 'total': {
      const { register, through, field: part } = check.parts
      const target = registers.find(register)?.fields.get(through)?.field
      return [
        ...field(check.field, numbers),
        ...field(through, ['link'], register),
        ...(target?.kind === 'link' && target.register !== check.register
          ? [`${register}.${through} does not lead to “${check.register}”`]
          : []),
        ...(part === undefined ? [] : field(part, numbers, register)),
      ]
    }
    case 'namesOrganisation':
      return field(check.field, ['text', ...linked])
    case 'unknownLink':
      return field(check.field, linked)
    case 'circularLink': {
      const link = registers.get(check.register).fields.get(check.field)?.field
      return link?.kind === 'link' && link.register === check.register
        ? []
        : [`“${check.field}” is no link within “${check.register}”`]
    }
    case 'outlier':
      return [
        ...field(check.field, numbers),
        ...field(check.on, dates),
        ...check.per.flatMap((name) => field(name, compared)),
        ...(check.times > 1 ? [] : ['times must be greater than 1']),
        ...(check.where === undefined ? [] : whereProblems(check.where, check.register, registers)),
      ]
    case 'silent':
      return check.days > 0 ? [] : ['days must be greater than 0']
  }
}

function whereProblems(where: Condition, register: string, registers: Registers): readonly string[] {
  const world = worldOf({ registers, indicators: [], parameters: new Map(), programme: null })
  return checkNamedCondition(where, register, world).problems.map(({ path, message }) => `where.${path}: ${message.en}`)
}

/** @param kinds of which it may be; none: any */
function fieldProblems(
  registers: Registers,
  register: string,
  name: string,
  kinds: readonly FieldKind[],
): readonly string[] {
  const found = registers.find(register)
  if (found === undefined) return [`there is no register “${register}”`]
  const field = found.fields.get(name)?.field
  if (field === undefined) return [`“${register}” has no field “${name}”`]
  if (field.sensitivity === 'personal' || field.sensitivity === 'sensitive') {
    return [`“${register}.${name}” is personal data, which no rule looks into`]
  }
  return kinds.length === 0 || kinds.includes(field.kind)
    ? []
    : [`“${register}.${name}” is ${field.kind}, and not ${kinds.join(' or ')}`]
}
