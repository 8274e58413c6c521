import type { Localized } from '../errors/define-errors.ts'
import type { QualityCheck, QualityRuleDeclaration } from '../indicators/indicator.types.ts'
import type { Field } from '../registers/field.types.ts'
import type { Registers } from '../registers/registers.ts'

/** What a check found out about one thing, as the database told it. */
export type FindingDetail = Readonly<Record<string, unknown>>

/** What is wrong, with the values it is about; what to do about it the rule says. */
export function findingWords(rule: QualityRuleDeclaration, detail: FindingDetail, registers: Registers): Localized {
  const check = rule.finds
  const said = (name: string) => String(detail[name] ?? '')
  switch (check.check) {
    case 'records':
      return { zh: `${rule.label}。`, en: `${rule.labelEn}.` }
    case 'dateOrder': {
      const [earlier, later] = [
        labelOf(registers, check.register, check.earlier),
        labelOf(registers, check.register, check.later),
      ]
      return {
        zh: `${later.zh} ${said('later')} 早于${earlier.zh} ${said('earlier')}。`,
        en: `${later.en} ${said('later')} lies before ${earlier.en} ${said('earlier')}.`,
      }
    }
    case 'dateRange': {
      const field = labelOf(registers, check.register, check.field)
      const last = check.notAfter === 'today' ? { zh: '今天', en: 'today' } : { zh: check.notAfter, en: check.notAfter }
      return {
        zh: `${field.zh} ${said('on')} 不可能：应在 ${check.notBefore} 到${last.zh}之间。`,
        en: `${field.en} ${said('on')} cannot be: it should lie between ${check.notBefore} and ${last.en}.`,
      }
    }
    case 'format': {
      const field = labelOf(registers, check.register, check.field)
      const doubt = detail['message'] as Localized | undefined
      return {
        zh: `${field.zh} ${written(detail['written'])}：${doubt?.zh ?? ''}`,
        en: `${field.en} ${written(detail['written'])}: ${doubt?.en ?? ''}`,
      }
    }
    case 'duplicates': {
      const fields = check.by.map((name) => labelOf(registers, check.register, name))
      return {
        zh: `与另外 ${said('others')} 条记录的${fields.map(({ zh }) => zh).join('、')}相同，如“${said('like')}”。`,
        en: `The same ${fields.map(({ en }) => en).join(', ')} as ${said('others')} other records, such as “${said('like')}”.`,
      }
    }
    case 'numberOrder': {
      const [part, whole] = [
        labelOf(registers, check.register, check.smaller),
        labelOf(registers, check.register, check.larger),
      ]
      const [less, more] = [
        figure(registers, check.register, check.smaller, detail['part']),
        figure(registers, check.register, check.larger, detail['whole']),
      ]
      return {
        zh: `${part.zh} ${less} 大于${whole.zh} ${more}。`,
        en: `${part.en} ${less} is more than ${whole.en} ${more}.`,
      }
    }
    case 'total':
      return totalWords(check, detail, registers)
    case 'namesOrganisation': {
      const field = labelOf(registers, check.register, check.field)
      return {
        zh: `${field.zh}“${said('name')}”是本县（市）的镇、园区或部门，不像是权利人或企业。`,
        en: `${field.en} “${said('name')}” is a town, park or department of the county, and hardly an owner.`,
      }
    }
    case 'unknownLink': {
      const field = labelOf(registers, check.register, check.field)
      return {
        zh: `${field.zh}“${said('name')}”在名录中没有对上。`,
        en: `${field.en} “${said('name')}” leads to no record.`,
      }
    }
    case 'circularLink': {
      const field = labelOf(registers, check.register, check.field)
      return {
        zh: `沿“${field.zh}”走 ${said('steps')} 步又回到这条记录。`,
        en: `Following “${field.en}” leads back here in ${said('steps')} steps.`,
      }
    }
    case 'outlier': {
      const field = labelOf(registers, check.register, check.field)
      const [now, before] = [detail['now'], detail['before']].map((value) =>
        figure(registers, check.register, check.field, value),
      )
      return {
        zh: `${field.zh} ${now}，上年为 ${before}，相差超过 ${check.times} 倍。`,
        en: `${field.en} is ${now} after ${before} the year before: more than ${check.times} times apart.`,
      }
    }
    case 'jump':
      return {
        zh: `${said('on')} 的值 ${said('now')}，${said('since')} 为 ${said('before')}，一个月内相差超过 ${check.times} 倍。`,
        en: `${said('now')} on ${said('on')} after ${said('before')} on ${said('since')}: more than ${check.times} times apart.`,
      }
    case 'silent': {
      const last = detail['last']
      return typeof last === 'string'
        ? {
            zh: `自 ${last.slice(0, 10)} 起没有新增或更正，已超过 ${check.days} 天。`,
            en: `Nothing was added or corrected since ${last.slice(0, 10)}, for over ${check.days} days.`,
          }
        : { zh: '还没有数据。', en: 'It holds no records yet.' }
    }
  }
}

function totalWords(
  check: Extract<QualityCheck, { readonly check: 'total' }>,
  detail: FindingDetail,
  registers: Registers,
): Localized {
  const field = labelOf(registers, check.register, check.field)
  const { declaration } = registers.get(check.parts.register)
  const total = figure(registers, check.register, check.field, detail['written'])
  if (check.parts.field === undefined) {
    return {
      zh: `${field.zh} ${total}，“${declaration.label}”里有 ${String(detail['summed'])} ${declaration.countUnit}。`,
      en: `${field.en} is ${total}, and “${declaration.labelEn}” holds ${String(detail['summed'])}.`,
    }
  }
  const part = labelOf(registers, check.parts.register, check.parts.field)
  const summed = figure(registers, check.parts.register, check.parts.field, detail['summed'])
  return {
    zh: `${field.zh} ${total}，“${declaration.label}”的${part.zh}合计 ${summed}。`,
    en: `${field.en} is ${total}, and ${part.en} in “${declaration.labelEn}” adds up to ${summed}.`,
  }
}

function labelOf(registers: Registers, register: string, name: string): Localized {
  const field = registers.get(register).fields.get(name)?.field
  return { zh: field?.label ?? name, en: field?.labelEn ?? name }
}

/** Money as people write it; other numbers with their unit. */
function figure(registers: Registers, register: string, name: string, value: unknown): string {
  const field = registers.get(register).fields.get(name)?.field
  const number = Number(value)
  if (!Number.isFinite(number)) return String(value)
  if (field?.kind === 'money') return `${grouped(number / 100 / perUnit[field.writtenIn])} ${field.writtenIn}`
  const unit = unitOf(field)
  return unit === '' ? grouped(number) : `${grouped(number)} ${unit}`
}

const perUnit = { 元: 1, 万元: 1e4, 亿元: 1e8 } as const

function unitOf(field: Field | undefined): string {
  return field !== undefined && 'unit' in field ? (field.unit ?? '') : ''
}

function grouped(number: number): string {
  return number.toLocaleString('en-US', { maximumFractionDigits: 4 })
}

function written(value: unknown): string {
  return Array.isArray(value) ? value.map(String).join('、') : String(value ?? '')
}
