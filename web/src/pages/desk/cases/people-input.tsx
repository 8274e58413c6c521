import { useQuery } from '@tanstack/react-query'
import { type MatterPerson, peopleQuery } from '../../../api/matter.queries.ts'
import { useTexts } from '../../../i18n/language.ts'
import { Field } from '../../../ui/field.tsx'
import { Icon } from '../../../ui/icons.tsx'
import { Skeleton } from '../../../ui/states.tsx'
import { actTexts } from './act.texts.ts'

interface PeopleInputProps {
  readonly id: string
  readonly matterId: string
  readonly label: string
  readonly help: string | null
  readonly error: string | undefined
}

interface OfficerProps extends PeopleInputProps {
  readonly value: string
  readonly onChange: (id: string) => void
}

/** One colleague of the unit: to whom a case is handed over. */
export function OfficerInput({ id, matterId, label, help, error, value, onChange }: OfficerProps) {
  const t = useTexts(actTexts)
  const { data } = useQuery(peopleQuery(matterId))
  if (data === undefined) return <Skeleton rows={2} />
  return (
    <Field id={id} label={label} error={error} {...(help === null ? {} : { help })}>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t.choosePerson}</option>
        {data.officers.map((person) => (
          <option key={person.id} value={person.id}>
            {person.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

interface AskedProps extends PeopleInputProps {
  /** ids with ； between them, as codes are typed */
  readonly value: string
  readonly onChange: (ids: string) => void
}

/** Units and people who are asked to sign or to know: chosen one after the other. */
export function AskedInput({ id, matterId, label, help, error, value, onChange }: AskedProps) {
  const t = useTexts(actTexts)
  const { data } = useQuery(peopleQuery(matterId))
  if (data === undefined) return <Skeleton rows={2} />
  const chosen = value.split('；').filter((one) => one !== '')
  const everybody = [
    ...data.others,
    ...data.officers.filter(({ id: own }) => !data.others.some((one) => one.id === own)),
  ]
  const left = everybody.filter((person) => !chosen.includes(person.id))
  const units = [...new Set(left.map(({ unit }) => unit).filter((unit) => unit !== null))]
  return (
    <div>
      {chosen.length === 0 ? null : (
        <ul className="mc-chosen">
          {chosen.map((one) => {
            const person = everybody.find((each) => each.id === one)
            return (
              <li key={one}>
                {person === undefined ? one : nameOf(person)}
                <button
                  type="button"
                  className="ls-chip-off"
                  aria-label={t.unchoose(person?.label ?? one)}
                  onClick={() => onChange(chosen.filter((each) => each !== one).join('；'))}
                >
                  <Icon name="close" size={14} />
                </button>
              </li>
            )
          })}
        </ul>
      )}
      <Field id={id} label={label} error={error} {...(help === null ? {} : { help })}>
        <select
          value=""
          onChange={(event) => {
            if (event.target.value !== '') onChange([...chosen, event.target.value].join('；'))
          }}
        >
          <option value="">{chosen.length === 0 ? t.choosePerson : t.chooseMore}</option>
          {left
            .filter(({ unit }) => unit === null)
            .map((person) => (
              <option key={person.id} value={person.id}>
                {person.label}
              </option>
            ))}
          {units.map((unit) => (
            <optgroup key={unit} label={unit}>
              {left
                .filter((person) => person.unit === unit)
                .map((person) => (
                  <option key={person.id} value={person.id}>
                    {person.label}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </Field>
    </div>
  )
}

function nameOf({ label, unit }: MatterPerson): string {
  return unit === null ? label : `${label}（${unit}）`
}
