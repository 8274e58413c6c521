import type { FieldProblem, Localized } from '../errors/define-errors.ts'
import { checkValue, problem } from './check-value.ts'
import type { DateField } from './field.types.ts'
import type { Doubt, RecordValues, Value } from './record.types.ts'
import type { Register, Registers } from './registers.ts'

/** One thing wrong with one value: which, what, and what to do about it. */
export interface ValueProblem {
  readonly field: string
  /** stable: required · wrongKind · format · tooLong · notAChoice · outOfRange · notADate · implausible · future · dateOrder · unknownField · unknownLink */
  readonly code: string
  readonly message: Localized
  readonly remedy: Localized
}

export interface CheckOptions {
  /** the civil date in the county */
  readonly today: string
  /** of what is expected and not there yet: its days may lie ahead */
  readonly expected?: boolean
  /** the record as it stands: values that are not given stay, and what is wrong with them already is not held against this change */
  readonly before?: RecordValues
}

export interface CheckedValues {
  /** of every field; complete when there are no problems */
  readonly values: RecordValues
  readonly problems: readonly ValueProblem[]
  /** kept as they are, and marked */
  readonly doubts: readonly Doubt[]
}

/**
 * The one check of values, for the form, the import, the command line and what is made for a demonstration.
 *
 * @param given as they travel (field.types.ts); whether what links, units and attachments name is there, is asked of the
 *   database afterwards (`resolveReferences`)
 */
export function checkValues(
  registers: Registers,
  register: Register,
  given: Readonly<Record<string, unknown>>,
  options: CheckOptions,
): CheckedValues {
  const { before } = options
  const problems: ValueProblem[] = []
  const doubts: Doubt[] = []
  const values: Record<string, Value> = {}
  // Whoever is named may have no code: a person, or a firm of which a file gives the name alone.
  const key = new Set(register.declaration.naming === undefined ? register.declaration.key : [])
  const changed = new Set<string>()
  for (const { name, field } of register.fields.values()) {
    const isGiven = name in given
    if (!isGiven && before !== undefined) {
      values[name] = before[name] ?? null
      continue
    }
    changed.add(name)
    const reading = checkValue(registers, name, field, given[name] ?? null)
    values[name] = reading.value
    if (reading.problem !== undefined) problems.push(reading.problem)
    else if (reading.value === null && (field.required === true || key.has(name)))
      problems.push(missing(name, field.label, field.labelEn))
    if (reading.doubt !== undefined) doubts.push({ field: name, message: reading.doubt })
  }
  for (const name of Object.keys(given)) {
    if (!register.fields.has(name)) problems.push(unknownField(name, register))
  }
  for (const { name, field } of register.fields.values()) {
    if (field.kind === 'date') problems.push(...dayProblems(register, name, field, values, changed, options))
  }
  return { values, problems, doubts }
}

/** Problems as the answer of a form has them. */
export function asFieldProblems(problems: readonly ValueProblem[]): readonly FieldProblem[] {
  return problems.map(({ field, message, remedy }) => ({
    path: `/values/${field}`,
    message: { zh: `${message.zh}${remedy.zh}`, en: `${message.en} ${remedy.en}` },
  }))
}

function missing(name: string, label: string, labelEn: string): ValueProblem {
  return problem(name, 'required', `“${label}”没有填写。`, `“${labelEn}” is missing.`, '请补填。', 'Fill it in.')
}

function unknownField(name: string, { declaration }: Register): ValueProblem {
  return problem(
    name,
    'unknownField',
    `${declaration.label}没有“${name}”这个字段。`,
    `“${declaration.labelEn}” has no field “${name}”.`,
    '请核对字段名。',
    'Check the name of the field.',
  )
}

function dayProblems(
  register: Register,
  name: string,
  field: DateField,
  values: RecordValues,
  changed: ReadonlySet<string>,
  { today, expected }: CheckOptions,
): readonly ValueProblem[] {
  const value = values[name]
  if (typeof value !== 'string') return []
  const problems: ValueProblem[] = []
  if (changed.has(name) && field.mayLieAhead !== true && expected !== true && firstDayOf(value) > today) {
    problems.push(
      problem(
        name,
        'future',
        `“${field.label}”${value} 晚于今天（${today}）。`,
        `“${field.labelEn}” ${value} lies after today (${today}).`,
        '请核对日期；如是预计的日期，请填“预计日期”。',
        'Check the date; if it is expected only, set the expected date of the record.',
      ),
    )
  }
  for (const other of field.notBefore ?? []) {
    const earlier = values[other]
    if (typeof earlier !== 'string' || !(changed.has(name) || changed.has(other))) continue
    // Days known to their month only are compared by what is known of both.
    const length = Math.min(earlier.length, value.length)
    if (value.slice(0, length) >= earlier.slice(0, length)) continue
    const otherField = register.fields.get(other)?.field
    problems.push(
      problem(
        name,
        'dateOrder',
        `“${field.label}”${value} 早于“${otherField?.label ?? other}”${earlier}。`,
        `“${field.labelEn}” ${value} lies before “${otherField?.labelEn ?? other}” ${earlier}.`,
        '请核对这两个日期。',
        'Check both dates.',
      ),
    )
  }
  return problems
}

/** @example firstDayOf('2026-11') // '2026-11-01' */
export function firstDayOf(date: string): string {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date
}
