import type { FieldRow, Values } from '../../api/register.types.ts'
import { parseFigure } from '../../format/parse-figure.ts'
import { fenPerUnit, linkOf, linksOf, maskedOf, textsOf, unitOf } from './field-words.ts'

/** Fields whose input keeps text; the others keep their value as it travels. */
const typedKinds = new Set(['text', 'integer', 'decimal', 'share', 'money', 'date', 'codes'])

/** What stands in the inputs of a form: text where one types, else the value itself. */
export type Typed = Readonly<Record<string, unknown>>

/** What the inputs begin with. Personal data begins empty: who does not write it again leaves it as it is. */
export function typedFrom(fields: readonly FieldRow[], values: Values): Typed {
  return Object.fromEntries(fields.map((field) => [field.name, typedValue(field, values[field.name])]))
}

function typedValue(field: FieldRow, value: unknown): unknown {
  if (!typedKinds.has(field.kind)) return value ?? null
  if (value === null || value === undefined || maskedOf(value) !== null) return ''
  if (field.kind === 'money' && typeof value === 'number')
    return String(Number((value / fenPerUnit(field.unit)).toPrecision(15)))
  if (field.kind === 'codes') return textsOf(value).join('；')
  return String(value)
}

export interface TypedFault {
  readonly field: string
  readonly fault: 'required' | 'figure' | 'whole' | 'date' | 'least' | 'most' | 'longest'
}

export interface ReadForm {
  readonly values: Values
  readonly faults: readonly TypedFault[]
}

/** The values that a form says, and what is plainly wrong; the rest is checked by the server. */
export function readForm(fields: readonly FieldRow[], typed: Typed): ReadForm {
  const values: Record<string, unknown> = {}
  const faults: TypedFault[] = []
  for (const field of fields) {
    const read = readTyped(field, typed[field.name])
    if ('fault' in read) faults.push({ field: field.name, fault: read.fault })
    else {
      values[field.name] = read.value
      if (
        field.required &&
        isNothing(read.value) &&
        field.sensitivity !== 'personal' &&
        field.sensitivity !== 'sensitive'
      )
        faults.push({ field: field.name, fault: 'required' })
    }
  }
  return { values, faults }
}

type ReadValue = { readonly value: unknown } | { readonly fault: TypedFault['fault'] }

function readTyped(field: FieldRow, typed: unknown): ReadValue {
  if (!typedKinds.has(field.kind)) return { value: isNothing(typed) ? null : typed }
  const text = typeof typed === 'string' ? typed.trim() : ''
  if (text === '') return { value: null }
  switch (field.kind) {
    case 'integer':
    case 'decimal':
    case 'share':
    case 'money':
      return readFigureOf(field, text)
    case 'date':
      return readDate(field, text)
    case 'codes':
      return {
        value: text
          .split(/[;；,，、\n]/)
          .map((one) => one.trim())
          .filter((one) => one !== ''),
      }
    default:
      return field.longest !== null && text.length > field.longest ? { fault: 'longest' } : { value: text }
  }
}

function readFigureOf(field: FieldRow, text: string): ReadValue {
  const figure = parseFigure(text.replace(/[%％]$/, ''))
  if (figure === undefined || figure === null) return { fault: 'figure' }
  if (field.kind === 'integer' && !Number.isInteger(figure)) return { fault: 'whole' }
  const value = field.kind === 'money' ? Math.round(figure * fenPerUnit(field.unit)) : figure
  if (field.least !== null && value < field.least) return { fault: 'least' }
  if (field.most !== null && value > field.most) return { fault: 'most' }
  return { value }
}

const shapes = { year: /^\d{4}(-\d{2}(-\d{2})?)?$/, month: /^\d{4}-\d{2}(-\d{2})?$/, day: /^\d{4}-\d{2}-\d{2}$/ }

/** 2024.6.12, 2024年6月12日 and 2024/6/12 are read as 2024-06-12; less than the least precision is refused. */
function readDate(field: FieldRow, text: string): ReadValue {
  const plain = text
    .normalize('NFKC')
    .replace(/[年月./]/g, '-')
    .replace(/日$/, '')
    .replace(/-$/, '')
    .replace(/-(\d)(?=-|$)/g, '-0$1')
  if (!shapes[field.precision ?? 'day'].test(plain)) return { fault: 'date' }
  const whole = `${plain}-01-01`.slice(0, 10)
  const moment = new Date(`${whole}T00:00:00Z`)
  if (Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== whole) return { fault: 'date' }
  return { value: plain }
}

export function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

/** Only what was changed goes to the server, so that two people who change different fields do not meet. */
export function changedValues(fields: readonly FieldRow[], before: Values, after: Values): Values {
  return Object.fromEntries(
    fields
      .filter((field) => {
        if (maskedOf(before[field.name]) !== null) return !isNothing(after[field.name])
        return plain(field, before[field.name]) !== plain(field, after[field.name])
      })
      .map((field) => [field.name, sentValue(field, after[field.name])]),
  )
}

/** A unit is read with its name and written by its id. */
export function sentValue(field: FieldRow, value: unknown): unknown {
  return field.kind === 'unit' ? (unitOf(value)?.id ?? null) : (value ?? null)
}

function plain(field: FieldRow, value: unknown): string {
  if (isNothing(value)) return 'null'
  if (field.kind === 'link') return JSON.stringify(linkOf(value))
  if (field.kind === 'links') return JSON.stringify(linksOf(value))
  return JSON.stringify(sentValue(field, value))
}
