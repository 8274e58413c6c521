import { useQuery } from '@tanstack/react-query'
import { organisationsQuery } from '../../api/queries.ts'
import type { RoleToGive } from '../../api/session.types.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Icon } from '../../ui/icons.tsx'
import { accountsTexts } from './accounts.texts.ts'

export interface RoleLine {
  /** tells the lines apart while they are edited */
  readonly key: number
  readonly role: string
  readonly partyId: string | null
}

interface RoleFieldsProps {
  readonly lines: readonly RoleLine[]
  readonly roles: readonly RoleToGive[]
  /** the ids of unit fields that are missing something, each with its message */
  readonly errorOf: (id: string) => string | undefined
  readonly onChange: (lines: readonly RoleLine[]) => void
}

export const unitFieldOf = (key: number) => `ac-unit-${key}`

/** The roles of an account: a line for each role and unit. */
export function RoleFields({ lines, roles, errorOf, onChange }: RoleFieldsProps) {
  const t = useTexts(accountsTexts)
  const change = (key: number, to: Partial<RoleLine>) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...to } : line)))
  const add = () => {
    const key = Math.max(0, ...lines.map((line) => line.key)) + 1
    onChange([...lines, { key, role: 'unitReporter', partyId: null }])
  }
  return (
    <fieldset className="role-fields">
      <legend>{t.roleLegend}</legend>
      <p className="field-help">{t.rolesHelp}</p>
      {lines.map((line, index) => (
        <Line
          key={line.key}
          number={index + 1}
          line={line}
          roles={roles}
          error={errorOf(unitFieldOf(line.key))}
          onChange={(to) => change(line.key, to)}
          onRemove={lines.length === 1 ? undefined : () => onChange(lines.filter(({ key }) => key !== line.key))}
        />
      ))}
      <button type="button" className="btn small-btn" onClick={add} disabled={lines.length >= 20}>
        <Icon name="plus" />
        {t.addRole}
      </button>
    </fieldset>
  )
}

interface LineProps {
  readonly number: number
  readonly line: RoleLine
  readonly roles: readonly RoleToGive[]
  readonly error: string | undefined
  readonly onChange: (to: Partial<RoleLine>) => void
  /** undefined for the only line */
  readonly onRemove: (() => void) | undefined
}

function Line({ number, line, roles, error, onChange, onRemove }: LineProps) {
  const t = useTexts(accountsTexts)
  const language = useLanguage()
  const { data } = useQuery(organisationsQuery)
  const role = roles.find((one) => one.role === line.role)
  const field = unitFieldOf(line.key)
  return (
    <div className={error === undefined ? 'role-line' : 'role-line field bad'}>
      <select
        aria-label={t.roleOf(number)}
        value={line.role}
        onChange={(event) => onChange({ role: event.target.value })}
      >
        {roles.map((one) => (
          <option key={one.role} value={one.role}>
            {language === 'zh' ? one.label : one.labelEn}
          </option>
        ))}
      </select>
      <select
        id={field}
        aria-label={t.unitOf(number)}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : `${field}-error`}
        value={line.partyId ?? ''}
        onChange={(event) => onChange({ partyId: event.target.value === '' ? null : event.target.value })}
      >
        <option value="">{role?.forUnit === true ? t.chooseUnit : t.noUnit}</option>
        {data?.organisations
          .filter(({ id, kind, dissolvedOn }) => (kind !== 'collective' && dissolvedOn === null) || id === line.partyId)
          .map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
      </select>
      {onRemove === undefined ? null : (
        <button type="button" className="btn icon-only quiet-btn" aria-label={t.removeRole(number)} onClick={onRemove}>
          <Icon name="close" />
        </button>
      )}
      <p className="field-help">{language === 'zh' ? role?.about : role?.aboutEn}</p>
      {error === undefined ? null : (
        <p className="field-error" id={`${field}-error`}>
          <i aria-hidden="true">■</i> {error}
        </p>
      )}
    </div>
  )
}
