import type { Localized } from '../errors/define-errors.ts'
import { checkDate } from './check-date.ts'
import type { ValueProblem } from './check-values.ts'
import { isPersonal } from './columns.ts'
import type { Choice, Field, Format, NumberField, TextField } from './field.types.ts'
import { type LinkValue, Sealed, type Value } from './record.types.ts'
import type { Registers } from './registers.ts'

/** What came of looking at one value: it is kept, refused, or kept with a doubt. */
export interface ValueReading {
  readonly value: Value
  readonly problem?: ValueProblem
  readonly doubt?: Localized
}

const usualLength = 500
const longLength = 20_000
const mostInAList = 200

/** Looks at one value by itself: its kind, form and range. Rules between fields stand in `checkValues`. */
export function checkValue(registers: Registers, name: string, field: Field, given: unknown): ValueReading {
  if (given === null || given === undefined || given === '') return { value: null }
  switch (field.kind) {
    case 'text':
      if (given instanceof Sealed && isPersonal(field)) return { value: given }
      if (typeof given !== 'string') return wrong(name, field, given, '文字', 'text')
      return checkText(registers, name, field, given)
    case 'choice': {
      const choice = typeof given === 'string' ? choiceOf(field.choices, given) : undefined
      return choice === undefined ? notAChoice(name, field, field.choices, given) : { value: choice.value }
    }
    case 'choices': {
      if (!isTexts(given)) return wrong(name, field, given, '选项的列表', 'a list of choices')
      const unknown = given.find((each) => choiceOf(field.choices, each) === undefined)
      if (unknown !== undefined) return notAChoice(name, field, field.choices, unknown)
      const values = given.flatMap((each) => choiceOf(field.choices, each)?.value ?? [])
      return { value: values.length === 0 ? null : [...new Set(values)] }
    }
    case 'codes': {
      if (!isTexts(given)) return wrong(name, field, given, '代码的列表', 'a list of codes')
      return checkCodes(name, field, registers.formats.get(field.format), given)
    }
    case 'integer':
    case 'decimal':
    case 'share':
      if (typeof given !== 'number' || !Number.isFinite(given)) return wrong(name, field, given, '数', 'a number')
      if (field.kind === 'integer' && !Number.isInteger(given))
        return wrong(name, field, given, '整数', 'a whole number')
      return checkRange(name, field, given)
    case 'money':
      if (!Number.isSafeInteger(given))
        return wrong(name, field, given, '以分为单位的整数金额', 'an amount in whole fen')
      return checkRange(name, { ...field, least: field.least ?? 0 }, given as number, 100)
    case 'flag':
      return typeof given === 'boolean' ? { value: given } : wrong(name, field, given, '“是”或“否”', 'true or false')
    case 'date':
      return typeof given === 'string'
        ? checkDate(name, field, given.trim())
        : wrong(name, field, given, '日期', 'a date')
    case 'link': {
      const link = linkOf(given)
      return link === undefined ? wrong(name, field, given, '名称或所指的记录', 'a name or a record') : { value: link }
    }
    case 'links': {
      const list = Array.isArray(given) && given.length <= mostInAList ? given.map(linkOf) : [undefined]
      const links = list.filter((each): each is LinkValue => each !== undefined)
      if (links.length < list.length) return wrong(name, field, given, '名称的列表', 'a list of names')
      return { value: links.length === 0 ? null : links }
    }
    case 'unit': {
      const id = typeof given === 'string' ? given : idIn(given, 'id')
      return id === undefined ? wrong(name, field, given, '本县的单位', 'a unit of the county') : { value: id }
    }
    case 'attachments': {
      const ids = Array.isArray(given)
        ? given.map((each) => (typeof each === 'string' ? each : idIn(each, 'evidenceId')))
        : [undefined]
      const known = ids.filter((each): each is string => each !== undefined)
      if (known.length < ids.length || ids.length > mostInAList)
        return wrong(name, field, given, '附件的列表', 'a list of files')
      return { value: known.length === 0 ? null : [...new Set(known)] }
    }
    case 'point': {
      const point = given as { longitude?: unknown; latitude?: unknown }
      const { longitude, latitude } = point
      const isPoint = typeof longitude === 'number' && typeof latitude === 'number'
      if (!isPoint || Math.abs(longitude) > 180 || Math.abs(latitude) > 90) {
        return wrong(name, field, given, '经纬度', 'a longitude and latitude')
      }
      return { value: { longitude, latitude } }
    }
  }
}

function wrong(name: string, field: Field, given: unknown, zh: string, en: string): ValueReading {
  return {
    value: null,
    problem: problem(
      name,
      'wrongKind',
      `“${field.label}”${shown(given)}不是${zh}。`,
      `“${field.labelEn}” ${shown(given)} is not ${en}.`,
      '请按要求填写。',
      'Write it as asked.',
    ),
  }
}

export function problem(
  field: string,
  code: string,
  zh: string,
  en: string,
  remedyZh: string,
  remedyEn: string,
): ValueProblem {
  return { field, code, message: { zh, en }, remedy: { zh: remedyZh, en: remedyEn } }
}

/** The choice that is meant by its value, its label or another word for it; undefined when none is. */
export function choiceOf(choices: readonly Choice[], written: string): Choice | undefined {
  return (
    choices.find(({ value }) => value === written) ??
    choices.find(({ label, labelEn, aliases = [] }) => {
      const asked = written.trim()
      return label === asked || labelEn.toLowerCase() === asked.toLowerCase() || aliases.includes(asked)
    })
  )
}

function checkText(registers: Registers, name: string, field: TextField, given: string): ValueReading {
  const text = field.multiline === true ? given.trim() : given.replaceAll(/\s+/g, ' ').trim()
  if (text === '') return { value: null }
  const longest = field.longest ?? (field.multiline === true ? longLength : usualLength)
  if (text.length > longest) {
    return {
      value: null,
      problem: problem(
        name,
        'tooLong',
        `“${field.label}”有 ${text.length} 个字，最多 ${longest} 个。`,
        `“${field.labelEn}” has ${text.length} characters; ${longest} at most.`,
        '请缩短。',
        'Shorten it.',
      ),
    }
  }
  const format = field.format === undefined ? undefined : registers.formats.get(field.format)
  if (format === undefined) return { value: text }
  const reading = format.read(text)
  if (reading.outcome === 'invalid')
    return { value: null, problem: badFormat(name, field, format, text, reading.reason) }
  return reading.outcome === 'valid'
    ? { value: reading.normalized }
    : { value: reading.normalized, doubt: reading.reason }
}

function badFormat(name: string, field: Field, format: Format, written: string, reason: Localized): ValueProblem {
  return problem(
    name,
    'format',
    `“${field.label}”${shown(written)}：${reason.zh}`,
    `“${field.labelEn}” ${shown(written)}: ${reason.en}`,
    `应写成${format.label.zh}，例如 ${format.example}。`,
    `It is written as ${format.label.en}, such as ${format.example}.`,
  )
}

function checkCodes(name: string, field: Field, format: Format | undefined, given: readonly string[]): ValueReading {
  const codes: string[] = []
  let doubt: Localized | undefined
  for (const each of given) {
    if (each.trim() === '') continue
    const reading = format?.read(each.trim()) ?? { outcome: 'valid' as const, normalized: each.trim() }
    if (reading.outcome === 'invalid') {
      const found = format === undefined ? undefined : badFormat(name, field, format, each, reading.reason)
      return found === undefined ? { value: null } : { value: null, problem: found }
    }
    if (reading.outcome === 'checkMismatch') doubt ??= reading.reason
    if (!codes.includes(reading.normalized)) codes.push(reading.normalized)
  }
  const value = codes.length === 0 ? null : codes
  return doubt === undefined ? { value } : { value, doubt }
}

function checkRange(
  name: string,
  field: Pick<NumberField, 'least' | 'most' | 'decimals'> &
    Pick<Field, 'label' | 'labelEn'> & { readonly kind: Field['kind'] },
  value: number,
  times = 1,
): ValueReading {
  const { least, most, decimals } = field
  const isShare = field.kind === 'share'
  const [low, high] = [least ?? (isShare ? 0 : undefined), most ?? (isShare ? 100 : undefined)]
  const outside = (low !== undefined && value < low) || (high !== undefined && value > high)
  const tooFine = decimals !== undefined && !isWithinDecimals(value, decimals)
  if (!outside && !tooFine) return { value }
  const number = String(value / times)
  const bounds = outside
    ? {
        zh: rangeWords(low, high, times, '不小于', '不大于'),
        en: rangeWords(low, high, times, 'at least ', 'at most '),
      }
    : { zh: `最多 ${decimals} 位小数`, en: `at most ${decimals} decimals` }
  return {
    value: null,
    problem: problem(
      name,
      'outOfRange',
      `“${field.label}”${number} 不在允许的范围内（${bounds.zh}）。`,
      `“${field.labelEn}” ${number} is outside of what is allowed (${bounds.en}).`,
      '请核对数值和单位。',
      'Check the number and its unit.',
    ),
  }
}

function isWithinDecimals(value: number, decimals: number): boolean {
  const scaled = value * 10 ** decimals
  return Math.abs(scaled - Math.round(scaled)) < 1e-6 * Math.max(1, Math.abs(scaled) * 1e-6)
}

function rangeWords(
  low: number | undefined,
  high: number | undefined,
  times: number,
  least: string,
  most: string,
): string {
  const words = [
    ...(low === undefined ? [] : [`${least}${low / times}`]),
    ...(high === undefined ? [] : [`${most}${high / times}`]),
  ]
  return words.join('、')
}

function notAChoice(name: string, field: Field, choices: readonly Choice[], given: unknown): ValueReading {
  const labels = choices.slice(0, 12).map(({ label }) => label)
  const english = choices.slice(0, 12).map(({ labelEn }) => labelEn)
  return {
    value: null,
    problem: problem(
      name,
      'notAChoice',
      `“${field.label}”${shown(given)}不在可选项中。`,
      `“${field.labelEn}” ${shown(given)} is not one of the choices.`,
      `可填：${labels.join('、')}${choices.length > 12 ? '……' : ''}。`,
      `Choose of: ${english.join(', ')}${choices.length > 12 ? '…' : ''}.`,
    ),
  }
}

function linkOf(given: unknown): LinkValue | undefined {
  if (typeof given === 'string') return given.trim() === '' ? undefined : { name: tidy(given), id: null }
  if (typeof given !== 'object' || given === null) return undefined
  const { name, id } = given as { name?: unknown; id?: unknown }
  const knownId = typeof id === 'string' && id !== '' && id.length <= 64 ? id : null
  if (typeof name === 'string' && name.trim() !== '') return { name: tidy(name), id: knownId }
  return knownId === null ? undefined : { name: '', id: knownId }
}

function tidy(name: string): string {
  return name.replaceAll(/\s+/g, ' ').trim().slice(0, usualLength)
}

function idIn(given: unknown, property: 'id' | 'evidenceId'): string | undefined {
  if (typeof given !== 'object' || given === null) return undefined
  const id = (given as Readonly<Record<string, unknown>>)[property]
  return typeof id === 'string' && id !== '' ? id : undefined
}

function isTexts(given: unknown): given is readonly string[] {
  return Array.isArray(given) && given.length <= mostInAList && given.every((each) => typeof each === 'string')
}

export function shown(given: unknown): string {
  const text = typeof given === 'string' ? given : (JSON.stringify(given) ?? '')
  return `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`
}
