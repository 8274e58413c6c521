import type { HeadField } from './recognise-head.ts'

interface ChoiceWords {
  readonly value: string
  readonly label: string
  readonly labelEn: string
  readonly aliases?: readonly string[]
}

/** What a declared field says about itself. */
export interface DeclaredField {
  readonly kind: string
  readonly label: string
  readonly labelEn: string
  readonly aliases?: readonly string[]
  readonly required?: boolean
  readonly choices?: readonly ChoiceWords[]
}

/** A declared field, as headings are compared with it. */
export function headFieldOf(name: string, declared: DeclaredField, fits?: (text: string) => boolean): HeadField {
  const choices = declared.choices?.flatMap(({ value, label, labelEn, aliases = [] }) => [
    value,
    label,
    labelEn,
    ...aliases,
  ])
  return {
    field: name,
    labels: [declared.label, declared.labelEn, name],
    aliases: declared.aliases ?? [],
    kind: declared.kind,
    required: declared.required === true,
    ...(choices === undefined ? {} : { choices }),
    ...(fits === undefined ? {} : { fits }),
  }
}
