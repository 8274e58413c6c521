import type {
  AttachmentsField,
  Choice,
  ChoiceField,
  ChoicesField,
  CodesField,
  DateField,
  FlagField,
  LinkField,
  LinksField,
  MoneyField,
  NumberField,
  PointField,
  TextField,
  UnitField,
} from './field.types.ts'

/** The words by which a register's fields are declared. Each gives plain data. */

type Rest<Kind extends { label: string; labelEn: string; kind: string }> = Omit<Kind, 'label' | 'labelEn' | 'kind'>

export function text(label: string, labelEn: string, rest: Rest<TextField> = {}): TextField {
  return { kind: 'text', label, labelEn, ...rest }
}

export function choice(
  label: string,
  labelEn: string,
  choices: readonly Choice[],
  rest: Omit<Rest<ChoiceField>, 'choices'> = {},
): ChoiceField {
  return { kind: 'choice', label, labelEn, choices, ...rest }
}

export function choices(
  label: string,
  labelEn: string,
  allowed: readonly Choice[],
  rest: Omit<Rest<ChoicesField>, 'choices'> = {},
): ChoicesField {
  return { kind: 'choices', label, labelEn, choices: allowed, ...rest }
}

/** One of the values of a choice. */
export function oneOf(value: string, label: string, labelEn: string, ...aliases: readonly string[]): Choice {
  return aliases.length === 0 ? { value, label, labelEn } : { value, label, labelEn, aliases }
}

export function codes(
  label: string,
  labelEn: string,
  format: string,
  rest: Omit<Rest<CodesField>, 'format'> = {},
): CodesField {
  return { kind: 'codes', label, labelEn, format, ...rest }
}

export function integer(label: string, labelEn: string, rest: Rest<NumberField> = {}): NumberField {
  return { kind: 'integer', label, labelEn, ...rest }
}

export function decimal(label: string, labelEn: string, rest: Rest<NumberField> = {}): NumberField {
  return { kind: 'decimal', label, labelEn, ...rest }
}

/** In percent: 12.5 is 12.5 %. */
export function share(label: string, labelEn: string, rest: Rest<NumberField> = {}): NumberField {
  return { kind: 'share', label, labelEn, unit: '%', ...rest }
}

/** Kept in fen 分. */
export function money(label: string, labelEn: string, rest: Rest<MoneyField>): MoneyField {
  return { kind: 'money', label, labelEn, ...rest }
}

export function flag(label: string, labelEn: string, rest: Rest<FlagField> = {}): FlagField {
  return { kind: 'flag', label, labelEn, ...rest }
}

export function date(label: string, labelEn: string, rest: Rest<DateField> = {}): DateField {
  return { kind: 'date', label, labelEn, ...rest }
}

export function link(
  label: string,
  labelEn: string,
  register: string,
  rest: Omit<Rest<LinkField>, 'register'> = {},
): LinkField {
  return { kind: 'link', label, labelEn, register, ...rest }
}

export function links(
  label: string,
  labelEn: string,
  register: string,
  rest: Omit<Rest<LinksField>, 'register'> = {},
): LinksField {
  return { kind: 'links', label, labelEn, register, ...rest }
}

export function unit(label: string, labelEn: string, rest: Rest<UnitField> = {}): UnitField {
  return { kind: 'unit', label, labelEn, ...rest }
}

export function attachments(label: string, labelEn: string, rest: Rest<AttachmentsField> = {}): AttachmentsField {
  return { kind: 'attachments', label, labelEn, ...rest }
}

export function point(label: string, labelEn: string, rest: Rest<PointField> = {}): PointField {
  return { kind: 'point', label, labelEn, ...rest }
}
