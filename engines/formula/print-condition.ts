import type { Condition, DateTerm } from './formula.types.ts'
import { conditionIn, given } from './parameters.ts'
import { isMoney } from './span.ts'
import type { Words, World, WorldField } from './world.types.ts'

/** A condition in words, as a part of a sentence: 专利类型为发明专利，且自授权公告日起至终止日止. */
export function conditionInWords(condition: Condition, register: string, world: World): Words {
  const plain = conditionIn(condition, world.parameters)
  const of = (part: Condition) => conditionInWords(part, register, world)
  const field = (name: string) => fieldWords(register, name, world)
  if ('all' in plain) {
    if (plain.all.length === 0) return { zh: '不限', en: 'anything' }
    return joined(plain.all.map(of), '，且', ' and ')
  }
  if ('any' in plain) {
    if (plain.any.length === 0) return { zh: '无', en: 'nothing' }
    const parts = joined(plain.any.map(of), '；或', '; or ')
    return plain.any.length === 1 ? parts : { zh: `下列任一（${parts.zh}）`, en: `any of (${parts.en})` }
  }
  if ('not' in plain) {
    const inner = of(plain.not)
    return { zh: `不属于（${inner.zh}）`, en: `not (${inner.en})` }
  }
  if ('named' in plain) {
    const named = world.registers.get(register)?.conditions.get(plain.named)
    return { zh: `“${named?.label ?? plain.named}”`, en: `“${named?.labelEn ?? plain.named}”` }
  }
  if ('from' in plain) {
    const from = termWords(plain.from, register, world)
    const until = (plain.until ?? []).map((term) => termWords(term, register, world))
    if (until.length === 0) return { zh: `自${from.zh}起`, en: `from ${from.en} on` }
    const ends = joined(until, '、', ', ')
    const first = until.length > 1
    return {
      zh: `自${from.zh}起，至${ends.zh}${first ? '中最早的一天' : ''}止`,
      en: `from ${from.en} until ${first ? 'the first of ' : ''}${ends.en}`,
    }
  }
  if ('related' in plain) return relatedWords(plain, world)
  if ('codes' in plain) {
    const listed = world.registers.get(plain.listedIn)
    const first = given(plain.which, world.parameters) === 'first'
    const codes = field(plain.codes)
    return {
      zh: `${first ? '第一个' : '任一'}${codes.zh}属于“${listed?.label ?? plain.listedIn}”所列`,
      en: `${first ? 'the first' : 'any'} ${codes.en} is listed in “${listed?.labelEn ?? plain.listedIn}”`,
    }
  }
  if ('field' in plain) return fieldConditionWords(plain, register, world)
  return { zh: '（看不懂的条件）', en: '(no condition)' }
}

function fieldConditionWords(
  plain: Extract<Condition, { readonly field: string }>,
  register: string,
  world: World,
): Words {
  const label = fieldWords(register, plain.field, world)
  const field = world.registers.get(register)?.fields.get(plain.field)
  if ('isSet' in plain) {
    return plain.isSet
      ? { zh: `${label.zh}已填写`, en: `${label.en} is given` }
      : { zh: `${label.zh}未填写`, en: `${label.en} is not given` }
  }
  if ('is' in plain) {
    const { is } = plain
    const values = Array.isArray(is)
      ? (is as readonly (string | number)[])
      : [given(is as Exclude<typeof is, readonly unknown[]>, world.parameters)]
    const words = joined(
      values.map((value) => valueWords(field, value)),
      '或',
      ' or ',
    )
    return { zh: `${label.zh}为${words.zh}`, en: `${label.en} is ${words.en}` }
  }
  if ('startsWith' in plain) {
    const prefixes = plain.startsWith.join('、')
    return { zh: `${label.zh}以 ${prefixes} 开头`, en: `${label.en} begins with ${prefixes}` }
  }
  if ('holds' in plain) {
    const words = joined(
      plain.holds.map((value) => valueWords(field, value)),
      '或',
      ' or ',
    )
    return { zh: `${label.zh}含${words.zh}`, en: `${label.en} holds ${words.en}` }
  }
  const unit = field?.kind === 'money' ? '元' : field?.kind === 'share' ? '%' : (field?.unit ?? '')
  if ('atLeast' in plain) {
    const least = figureWords(given(plain.atLeast, world.parameters), unit)
    return { zh: `${label.zh}不少于 ${least}`, en: `${label.en} is at least ${least}` }
  }
  const most = figureWords(given(plain.atMost, world.parameters), unit)
  return { zh: `${label.zh}不超过 ${most}`, en: `${label.en} is at most ${most}` }
}

function relatedWords(plain: Extract<Condition, { readonly related: string }>, world: World): Words {
  const there = world.registers.get(plain.related)
  const where = plain.where === undefined ? undefined : conditionInWords(plain.where, plain.related, world)
  const on = fieldWords(plain.related, plain.on, world)
  const which = { zh: where === undefined ? '' : `${where.zh}的`, en: where === undefined ? '' : ` with ${where.en}` }
  const named = { zh: `“${there?.label ?? plain.related}”`, en: `“${there?.labelEn ?? plain.related}”` }
  if (plain.sumOf === undefined || plain.reaches === undefined) {
    return {
      zh: `有${which.zh}${named.zh}记录（自${on.zh}起）`,
      en: `has a record in ${named.en}${which.en} (from ${on.en} on)`,
    }
  }
  const summed = fieldWords(plain.related, plain.sumOf, world)
  const amount = figureWords(
    given(plain.reaches, world.parameters),
    isMoney(world, plain.related, plain.sumOf) ? '元' : (there?.fields.get(plain.sumOf)?.unit ?? ''),
  )
  return {
    zh: `${which.zh}${named.zh}的${summed.zh}累计达到 ${amount}（按${on.zh}）`,
    en: `${summed.en} in ${named.en}${which.en} adds up to ${amount} (by ${on.en})`,
  }
}

export function termWords(term: DateTerm, register: string, world: World): Words {
  if (typeof term === 'string') return fieldWords(register, term, world)
  if ('day' in term) {
    if (term.of === undefined) return { zh: ` ${term.day}`, en: term.day }
    const only = fieldConditionWords({ field: term.of.field, is: term.of.is }, register, world)
    return { zh: ` ${term.day}（只限${only.zh}的）`, en: `${term.day} (only where ${only.en})` }
  }
  const label = fieldWords(register, term.field, world)
  const { years = 0, months = 0, days = 0 } = term
  const parts = [
    ...(years === 0 ? [] : [{ zh: `${Math.abs(years)} 年`, en: `${Math.abs(years)} years` }]),
    ...(months === 0 ? [] : [{ zh: `${Math.abs(months)} 个月`, en: `${Math.abs(months)} months` }]),
    ...(days === 0 ? [] : [{ zh: `${Math.abs(days)} 天`, en: `${Math.abs(days)} days` }]),
  ]
  if (parts.length === 0) return label
  const words = joined(parts, ' ', ' ')
  const isBackwards = years + months + days < 0 || (years <= 0 && months <= 0 && days <= 0)
  return isBackwards
    ? { zh: `${label.zh}之前 ${words.zh}`, en: `${words.en} before ${label.en}` }
    : { zh: `${label.zh}满 ${words.zh}`, en: `${words.en} after ${label.en}` }
}

export function fieldWords(register: string, name: string, world: World): Words {
  const field = world.registers.get(register)?.fields.get(name)
  return { zh: field?.label ?? name, en: field?.labelEn ?? name }
}

export function valueWords(field: WorldField | undefined, value: unknown): Words {
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }
  const choice = field?.choices?.find((one) => one.value === value)
  return { zh: choice?.label ?? String(value), en: choice?.labelEn ?? String(value) }
}

/** 10,000,000 元 is 1,000 万元 to whoever reads it. */
export function figureWords(amount: number, unit: string): string {
  if (unit === '元' && Math.abs(amount) >= 1e8 && amount % 1e6 === 0) return `${grouped(amount / 1e8)} 亿元`
  if (unit === '元' && Math.abs(amount) >= 1e4 && amount % 100 === 0) return `${grouped(amount / 1e4)} 万元`
  return unit === '' ? grouped(amount) : `${grouped(amount)} ${unit}`
}

function grouped(amount: number): string {
  const [whole = '', decimals] = String(amount).split('.')
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return decimals === undefined ? thousands : `${thousands}.${decimals}`
}

export function joined(parts: readonly Words[], zh: string, en: string): Words {
  return { zh: parts.map((part) => part.zh).join(zh), en: parts.map((part) => part.en).join(en) }
}
