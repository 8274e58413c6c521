import type { Registers } from '../../registers/registers.ts'
import { holds } from '../form/conditions.ts'
import { formFields } from '../form/form-fields.ts'
import type { FormField, MatterDeclaration } from '../matter.types.ts'

export interface Filling {
  /** another seed fills other names and numbers; the same one always the same */
  readonly seed: number
  /** which choices are taken, and what is ticked: mostly yes; left out: by the seed */
  readonly variant?: number
  readonly today: string
  /** values that are wanted; null leaves a field empty */
  readonly values?: Readonly<Record<string, unknown>>
  /** records that links may name: register → records; without one a link names somebody whom no register knows */
  readonly records?: Readonly<Record<string, readonly { readonly id: string; readonly name: string }[]>>
  /** an organisation for fields of kind unit */
  readonly unitId?: string
  /** a file for fields of kind attachments */
  readonly evidenceId?: string
  /** false: only what is required */
  readonly withOptional?: boolean
}

/**
 * Values that a form takes, made from its declaration: for tests that walk every matter, those that do not exist yet
 * among them, and for demonstration data. 演示
 *
 * @example filledForm(registers, declaration, { seed: 3, today: '2026-11-25', values: { kind: 'trees' } })
 */
export function filledForm(
  registers: Registers,
  declaration: MatterDeclaration,
  filling: Filling,
): Readonly<Record<string, unknown>> {
  const fields = Object.fromEntries([...formFields(declaration)].map(([name, { field }]) => [name, field]))
  return filledFields(registers, fields, filling)
}

/**
 * The same for the fields of an act.
 *
 * @param beside values of the form, which conditions may look at
 */
export function filledFields(
  registers: Registers,
  fields: Readonly<Record<string, FormField>>,
  filling: Filling,
  beside: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  const wanted = filling.values ?? {}
  let values: Readonly<Record<string, unknown>> = {}
  // A condition may look at a field further down: what is asked for settles after a few rounds.
  for (let round = 0; round < 4; round += 1) {
    const known = { ...beside, ...values }
    values = Object.fromEntries(
      Object.entries(fields).flatMap(([name, field]): [string, unknown][] => {
        if (!holds(field.when, known)) return []
        if (name in wanted) return wanted[name] === null ? [] : [[name, wanted[name]]]
        if (field.required !== true && filling.withOptional === false) return []
        const value = valueFor(registers, name, field, filling)
        return value === undefined ? [] : [[name, value]]
      }),
    )
  }
  return values
}

function valueFor(registers: Registers, name: string, field: FormField, filling: Filling): unknown {
  const { seed, today, records = {}, unitId, evidenceId, variant = seed } = filling
  const pick = <Each>(list: readonly Each[]) => list[mixed(variant, name) % Math.max(1, list.length)]
  switch (field.kind) {
    case 'text':
      return textFor(registers, field, seed)
    case 'choice':
      return pick(field.choices)?.value
    case 'choices': {
      // Mostly all of them: what somebody has to do at least is then among it.
      if (variant % 3 !== 0) return field.choices.map(({ value }) => value)
      const chosen = pick(field.choices)
      return chosen === undefined ? undefined : [chosen.value]
    }
    case 'codes': {
      const example = registers.formats.get(field.format)?.example
      return example === undefined ? undefined : [example]
    }
    case 'integer':
    case 'decimal':
    case 'share':
      return between(field.least ?? (field.kind === 'share' ? 0 : 1), field.most ?? 100, seed)
    case 'money':
      return (field.least ?? 0) + 1_000_000 * (1 + (seed % 20))
    case 'flag':
      return variant % 3 !== 0 || mixed(variant, name) % 2 === 0
    case 'date':
      return today
    case 'link':
      return linkTo(field.register)
    case 'links':
      // Three: more than one, and no even number.
      return [0, 1, 2].map((at) => linkTo(field.register, at))
    case 'unit':
      return unitId === undefined ? undefined : { id: unitId }
    case 'attachments':
      return evidenceId === undefined ? undefined : [{ evidenceId }]
    case 'point':
      return { longitude: 119.8 + (seed % 10) / 100, latitude: 31.3 }
  }

  function linkTo(register: string, at = 0): { name: string; id: string | null } {
    const known = records[register] ?? []
    const record = known[(mixed(variant, name) + at) % Math.max(1, known.length)]
    return record ?? { name: `${field.label}${seed}-${at}（演示）`, id: null }
  }
}

function textFor(registers: Registers, field: FormField & { readonly kind: 'text' }, seed: number): string {
  if (field.format === 'phone') return `139${String(10_000_000 + (seed % 80_000_000))}`
  if (field.format !== undefined) return registers.formats.get(field.format)?.example ?? ''
  if (field.mask === 'phone') return `139${String(10_000_000 + (seed % 80_000_000))}`
  if (field.mask === 'name') return invented[seed % invented.length] ?? '张三'
  return `${field.label}${seed}（演示）`.slice(0, field.longest ?? 500)
}

/** Names that nobody takes for those of people. */
const invented = ['演示一', '演示二', '演示三', '演示四', '演示五', '演示六', '演示七']

function between(least: number, most: number, seed: number): number {
  const [low, high] = [Math.ceil(least), Math.floor(most)]
  return high <= low ? least : low + (seed % Math.min(high - low + 1, 50))
}

/** A number by variant and field, so that the choices of one form do not all change in step. */
function mixed(variant: number, name: string): number {
  let hash = 2_166_136_261 ^ variant
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619)
  return ((hash >>> 0) ^ (hash >>> 13)) >>> 0
}
