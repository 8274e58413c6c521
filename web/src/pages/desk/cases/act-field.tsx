import type { FormFieldRow, MatterDetail, NextAct } from '../../../api/types.gen.ts'
import { dayInWords } from '../../../format/dates.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { Field } from '../../../ui/field.tsx'
import { LinkChoice } from '../../portal/apply/link-choice.tsx'
import { FieldInput } from '../../registers/field-input.tsx'
import { labelOf } from '../../registers/field-words.ts'
import { actTexts } from './act.texts.ts'
import { caseTexts } from './case.texts.ts'
import { AskedInput, OfficerInput } from './people-input.tsx'

interface ActFieldProps {
  readonly act: NextAct
  readonly field: FormFieldRow
  /** undefined: for many cases at once */
  readonly matter: MatterDetail | undefined
  /** whose people may be chosen */
  readonly matterId: string
  readonly value: unknown
  readonly error: string | undefined
  readonly onChange: (value: unknown) => void
}

/** A field of an act. Acts that every case knows ask for people, limits and calls: these are chosen, never typed. */
export function ActField({ act, field, matter, matterId, value, error, onChange }: ActFieldProps) {
  const t = useTexts(actTexts)
  const words = useTexts(caseTexts)
  const language = useLanguage()
  const text = typeof value === 'string' ? value : ''
  const label = `${labelOf(field, language)}${field.required ? ' *' : ''}`
  const people = { id: `f-${field.name}`, matterId, label, help: field.help, error, value: text, onChange }
  if (act.kind === 'common' && field.name === 'account') return <OfficerInput {...people} />
  if (act.kind === 'common' && field.name === 'to') return <AskedInput {...people} />
  if (act.kind === 'common' && matter !== undefined && field.name === 'limit')
    return (
      <Choice
        {...{ id: people.id, label, help: field.help, error, value: text, onChange, none: t.chooseOne }}
        choices={[...new Map(matter.limits.map((one) => [one.limit, one])).values()].map((one) => ({
          value: one.limit,
          label: `${one.label}（${dayInWords(one.dueOn, language)}）`,
        }))}
      />
    )
  if (act.kind === 'common' && matter !== undefined && field.name === 'call')
    return (
      <Choice
        {...{ id: people.id, label, help: field.help, error, value: text, onChange, none: t.chooseOne }}
        choices={matter.calls
          .filter(({ answer }) => answer === null)
          .map((call) => ({
            value: call.id,
            label: `${words.callKinds[call.kind]} ${call.to}：${call.words.slice(0, 40)}`,
          }))}
      />
    )
  if (field.kind === 'link') return <LinkChoice field={field} value={value} error={error} onChange={onChange} />
  return <FieldInput field={field} value={value} error={error} onChange={onChange} />
}

interface ChoiceProps {
  readonly id: string
  readonly label: string
  readonly help: string | null
  readonly error: string | undefined
  readonly value: string
  readonly none: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
}

function Choice({ id, label, help, error, value, none, choices, onChange }: ChoiceProps) {
  return (
    <Field id={id} label={label} error={error} {...(help === null ? {} : { help })}>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{none}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
