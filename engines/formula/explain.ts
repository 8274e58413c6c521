import { beginning, compareDays, type Day, isBefore, never } from './days.ts'
import type { Condition, Source } from './formula.types.ts'
import { conditionIn, given, windowIn } from './parameters.ts'
import { conditionInWords, fieldWords, figureWords, termWords, valueWords } from './print-condition.ts'
import { ownSpan, startOf } from './source-spans.ts'
import {
  dayOf,
  isLink,
  isList,
  isMoney,
  type PlainRecord,
  relatedArrivals,
  type Span,
  type Surroundings,
  spanOf,
} from './span.ts'
import type { Words } from './world.types.ts'

/** Why a record counts, or why not: a ground that holds or fails, and the record that proves it. */
export interface Reason {
  readonly holds: boolean
  readonly zh: string
  readonly en: string
  readonly proof: { readonly register: string; readonly record: PlainRecord } | null
}

/**
 * The reasons for one record on one day: the parts of the condition as they stand side by side, then the window. Of
 * alternatives each is told, with what it stands on. The same tree says it that makes the SQL.
 */
export function explain(source: Source, record: PlainRecord, day: Day, around: Surroundings): readonly Reason[] {
  const where = source.where === undefined ? [] : reasonsOf(source.where, source.register, record, day, around)
  return [...where, ...windowReasons(source, record, day, around)]
}

export function reasonsOf(
  condition: Condition,
  register: string,
  record: PlainRecord,
  day: Day,
  around: Surroundings,
): readonly Reason[] {
  const plain = conditionIn(condition, around.world.parameters)
  const of = (part: Condition) => reasonsOf(part, register, record, day, around)
  if ('all' in plain) return plain.all.flatMap(of)
  if ('any' in plain) {
    const parts = plain.any.flatMap(of)
    if (parts.some(({ holds }) => holds)) return parts
    // None of the alternatives holds: each says why.
    return parts
  }
  if ('named' in plain) return namedReasons(plain.named, register, record, day, around)
  const span = spanOf(plain, register, record, around)
  const isHeld = holdsOn(span, day)
  const words = standsOn(plain, register, record, day, span, around)
  return [{ holds: isHeld, ...words, proof: proofOf(plain, record, day, around) }]
}

function namedReasons(
  name: string,
  register: string,
  record: PlainRecord,
  day: Day,
  around: Surroundings,
): readonly Reason[] {
  const named = around.world.registers.get(register)?.conditions.get(name)
  if (named === undefined) throw new RangeError(`${register} has no condition ${name}`)
  const inner = conditionIn(named.holds, around.world.parameters)
  // A condition of several parts is told by its parts, so that each ground stands on its own line.
  if ('all' in inner) return reasonsOf(inner, register, record, day, around)
  if ('any' in inner) return reasonsOf(inner, register, record, day, around)
  return reasonsOf(inner, register, record, day, around).map((reason) => ({
    ...reason,
    zh: `${named.label}：${reason.zh}`,
    en: `${named.labelEn}: ${reason.en}`,
  }))
}

/** What a part is, with what the record says of it. */
function standsOn(
  plain: Condition,
  register: string,
  record: PlainRecord,
  day: Day,
  span: Span,
  around: Surroundings,
): Words {
  const { world } = around
  const rule = conditionInWords(plain, register, world)
  if ('from' in plain) {
    const from = dayOf(plain.from, record, around.expected)
    const label = termWords(plain.from, register, world)
    if (from === null) {
      return { zh: `${label.zh}不详`, en: `${label.en} is not known` }
    }
    if (isBefore(day, from)) return { zh: `${label.zh}是 ${from}，尚未到`, en: `${label.en} is ${from}, still to come` }
    const ended = (plain.until ?? []).find((term) => {
      const until = dayOf(term, record, false)
      return until !== null && compareDays(until, day) <= 0
    })
    if (ended !== undefined) {
      const [words, on] = [termWords(ended, register, world), dayOf(ended, record, false)]
      return { zh: `${words.zh}是 ${on}，已经过了`, en: `${words.en} was ${on}` }
    }
    return { zh: `${label.zh}是 ${from}`, en: `${label.en} is ${from}` }
  }
  if ('related' in plain) return relatedReason(plain, rule, record, day, around)
  if ('codes' in plain) {
    const codes = record.values[plain.codes]
    const own = isList(codes) ? codes.map(String) : typeof codes === 'string' ? [codes] : []
    const looked = given(plain.which, world.parameters) === 'first' ? own.slice(0, 1) : own
    const listed = around.listed(plain.listedIn, plain.as)
    const hit = looked.find((code) => listed.some((prefix) => code.startsWith(prefix)))
    if (hit !== undefined) return { zh: `${rule.zh}：${hit}`, en: `${rule.en}: ${hit}` }
    const label = fieldWords(register, plain.codes, world)
    if (looked.length === 0) return { zh: `没有${label.zh}`, en: `no ${label.en}` }
    return { zh: `${looked.join('、')} 不在所列代码之内`, en: `${looked.join(', ')} is not among the listed codes` }
  }
  if ('field' in plain) {
    const field = world.registers.get(register)?.fields.get(plain.field)
    const value = record.values[plain.field] ?? null
    const label = fieldWords(register, plain.field, world)
    const written = writtenValue(value, isMoney(world, register, plain.field), field)
    if (written === null)
      return { zh: `${label.zh}未填写（要求：${rule.zh}）`, en: `${label.en} is not given (${rule.en})` }
    if (span.from === beginning) return { zh: `${label.zh}：${written.zh}`, en: `${label.en}: ${written.en}` }
    return {
      zh: `${label.zh}是${written.zh}（要求：${rule.zh}）`,
      en: `${label.en} is ${written.en} (needed: ${rule.en})`,
    }
  }
  return rule
}

function relatedReason(
  plain: Extract<Condition, { readonly related: string }>,
  rule: Words,
  record: PlainRecord,
  day: Day,
  around: Surroundings,
): Words {
  const arrivals = relatedArrivals(plain, record, around)
  const come = arrivals.filter(({ on }) => compareDays(on, day) <= 0)
  if (plain.sumOf !== undefined && plain.reaches !== undefined) {
    const money = isMoney(around.world, plain.related, plain.sumOf)
    const sum = come.reduce((total, { amount }) => total + amount, 0)
    const unit = money ? '元' : (around.world.registers.get(plain.related)?.fields.get(plain.sumOf)?.unit ?? '')
    const reached = figureWords(sum, unit)
    return { zh: `${rule.zh}；到 ${day} 累计 ${reached}`, en: `${rule.en}; ${reached} by ${day}` }
  }
  const [first] = come
  if (first !== undefined) {
    const label = first.record.label ?? first.record.id
    return { zh: `${rule.zh}：${label}（${first.on}）`, en: `${rule.en}: ${label} (${first.on})` }
  }
  const [later] = arrivals
  if (later !== undefined) return { zh: `${rule.zh}：要到 ${later.on}`, en: `${rule.en}: not before ${later.on}` }
  return { zh: `没有：${rule.zh}`, en: `none: ${rule.en}` }
}

function proofOf(plain: Condition, record: PlainRecord, day: Day, around: Surroundings): Reason['proof'] {
  if (!('related' in plain)) return null
  const come = relatedArrivals(plain, record, around).filter(({ on }) => compareDays(on, day) <= 0)
  const proof = plain.sumOf === undefined ? come[0] : come.at(-1)
  return proof === undefined ? null : { register: plain.related, record: proof.record }
}

function windowReasons(source: Source, record: PlainRecord, day: Day, around: Surroundings): readonly Reason[] {
  const { world } = around
  const window = windowIn(source.window, world.parameters)
  const reason = (holds: boolean, zh: string, en: string): Reason => ({ holds, zh, en, proof: null })
  if (record.expectedOn !== null && ownSpan(source, window, record, { ...around, expected: false }).from === never) {
    const own = ownSpan(source, window, record, { ...around, expected: true })
    if (own.from !== never) {
      return [
        reason(around.expected && holdsOn(own, day), `预计 ${record.expectedOn}`, `expected on ${record.expectedOn}`),
      ]
    }
  }
  if (window.kind === 'stock') return []
  const label = fieldWords(source.register, window.on, world)
  const on = dayOf(window.on, record, around.expected)
  if (on === null) return [reason(false, `${label.zh}不详，不知道何时计入`, `${label.en} is not known`)]
  if (isBefore(day, on))
    return [reason(false, `${label.zh}是 ${on}，在 ${day} 之后`, `${label.en} is ${on}, after ${day}`)]
  if (window.kind === 'sinceStart') {
    const start = startOf(window, around)
    return isBefore(on, start)
      ? [
          reason(
            false,
            `${label.zh}是 ${on}，早于 ${start}，不是新增`,
            `${label.en} is ${on}, before ${start}: not new`,
          ),
        ]
      : [reason(true, `${label.zh}是 ${on}，在 ${start} 之后，属于新增`, `${label.en} is ${on}, since ${start}: new`)]
  }
  if (window.kind === 'year' || window.kind === 'months') {
    const { until } = ownSpan({ ...source, where: { all: [] } }, window, record, around)
    const holds = isBefore(day, until)
    const span =
      window.kind === 'year'
        ? { zh: '当年', en: 'the year' }
        : { zh: `近 ${window.months} 个月`, en: `the last ${window.months} months` }
    return [
      holds
        ? reason(true, `${label.zh}是 ${on}，在${span.zh}之内`, `${label.en} is ${on}, within ${span.en}`)
        : reason(false, `${label.zh}是 ${on}，不在${span.zh}之内`, `${label.en} is ${on}, not within ${span.en}`),
    ]
  }
  return [reason(true, `${label.zh}是 ${on}`, `${label.en} is ${on}`)]
}

export function holdsOn({ from, until }: Span, day: Day): boolean {
  return compareDays(from, day) <= 0 && isBefore(day, until)
}

function writtenValue(value: unknown, money: boolean, field: Parameters<typeof valueWords>[0]): Words | null {
  if (value === null || value === undefined || value === '') return null
  if (isList(value)) {
    if (value.length === 0) return null
    const words = value.map((one) => writtenValue(one, false, field) ?? { zh: '', en: '' })
    return { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(', ') }
  }
  if (isLink(value)) return { zh: value.name, en: value.name }
  if (typeof value === 'number') {
    const text = figureWords(money ? value / 100 : value, money ? '元' : (field?.unit ?? ''))
    return { zh: text, en: text }
  }
  return valueWords(field, value)
}
