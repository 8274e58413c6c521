import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { patch, post } from '../../api/client.ts'
import { organisationsQuery, queryClient } from '../../api/queries.ts'
import type { AccountRow } from '../../api/session.types.ts'
import { useCommon } from '../../i18n/common.texts.ts'
import { useTexts } from '../../i18n/language.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorSummary, Field, type FieldError } from '../../ui/field.tsx'
import { Refusal } from '../../ui/states.tsx'
import { accountsTexts } from './accounts.texts.ts'
import { leastPassword, loginPattern } from './login-pattern.ts'

interface AccountDialogProps {
  /** null for a new one */
  readonly account: AccountRow | null
  readonly onClose: () => void
  readonly onDone: (message: string) => void
}

interface HeldRole {
  readonly role: string
  readonly partyId: string | null
}

const roleNames = ['office', 'administrator', 'public'] as const

/** Creates an account, or changes its roles, password and state. */
export function AccountDialog({ account, onClose, onDone }: AccountDialogProps) {
  const t = useTexts(accountsTexts)
  const common = useCommon()
  const [displayName, setDisplayName] = useState(account?.displayName ?? '')
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [roles, setRoles] = useState<readonly HeldRole[]>(
    account?.roles.map(({ role, unit }) => ({ role, partyId: unit?.id ?? null })) ?? [
      { role: 'office', partyId: null },
    ],
  )
  const [tried, setTried] = useState(false)
  const save = useMutation({
    mutationFn: (change: object) =>
      account === null ? post('/accounts', change) : patch(`/accounts/${encodeURIComponent(account.id)}`, change),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['accounts'] })
      onDone(account === null ? t.created(displayName) : t.saved(displayName))
    },
  })
  const check = (): readonly FieldError[] => {
    const errors: FieldError[] = []
    if (displayName.trim() === '') errors.push({ id: 'ac-name', message: t.needed.displayName })
    if (account === null && !loginPattern.test(login)) {
      errors.push({ id: 'ac-login', message: login === '' ? t.needed.login : t.loginBad })
    }
    if ((account === null || password !== '') && password.length < leastPassword) {
      errors.push({ id: 'ac-password', message: t.passwordShort })
    }
    return errors
  }
  const errors = tried ? check() : []
  const errorOf = (id: string) => errors.find((error) => error.id === id)?.message
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (check().length > 0) return
    const shared = { displayName: displayName.trim(), roles, ...(password === '' ? {} : { password }) }
    save.mutate(account === null ? { ...shared, login } : shared)
  }
  return (
    <Dialog title={account === null ? t.createTitle : t.manageOf(account.displayName)} onClose={onClose}>
      <form className="form" onSubmit={submit} noValidate>
        <ErrorSummary errors={errors} />
        <Refusal problem={save.error} />
        <Field id="ac-name" label={t.displayName} error={errorOf('ac-name')}>
          <input value={displayName} onChange={(event) => setDisplayName(event.target.value)} />
        </Field>
        {account === null ? (
          <Field id="ac-login" label={t.login} help={t.loginHelp} error={errorOf('ac-login')}>
            <input
              autoCapitalize="none"
              spellCheck={false}
              value={login}
              onChange={(event) => setLogin(event.target.value)}
            />
          </Field>
        ) : null}
        <Field
          id="ac-password"
          label={account === null ? t.password : t.newPassword}
          help={account === null ? t.passwordHelp : t.newPasswordHelp}
          error={errorOf('ac-password')}
        >
          <input
            type="password"
            autoComplete="new-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
        <RoleFields roles={roles} onChange={setRoles} />
        <div className="form-actions">
          <button type="submit" className="btn primary" disabled={save.isPending}>
            {account === null ? t.create : common.save}
          </button>
          {account === null ? null : (
            <button
              type="button"
              className={account.disabledAt === null ? 'btn danger' : 'btn'}
              title={t.disableHelp}
              disabled={save.isPending}
              onClick={() => save.mutate({ disabled: account.disabledAt === null })}
            >
              {account.disabledAt === null ? t.disable : t.enable}
            </button>
          )}
        </div>
        {account?.disabledAt === null ? <p className="field-help">{t.disableHelp}</p> : null}
      </form>
    </Dialog>
  )
}

interface RoleFieldsProps {
  readonly roles: readonly HeldRole[]
  readonly onChange: (roles: readonly HeldRole[]) => void
}

function RoleFields({ roles, onChange }: RoleFieldsProps) {
  const t = useTexts(accountsTexts)
  const { data } = useQuery(organisationsQuery)
  return (
    <fieldset className="role-fields">
      <legend>{t.roleLegend}</legend>
      {roleNames.map((role) => {
        const held = roles.find((one) => one.role === role)
        return (
          <div key={role}>
            <label className="check">
              <input
                type="checkbox"
                checked={held !== undefined}
                onChange={(event) =>
                  onChange(
                    event.target.checked
                      ? [...roles, { role, partyId: null }]
                      : roles.filter((one) => one.role !== role),
                  )
                }
              />
              {t.roles[role]}
              <span className="quiet small">{t.rolesAbout[role]}</span>
            </label>
            {held === undefined || role === 'public' ? null : (
              <select
                aria-label={`${t.roles[role]}：${t.unit}`}
                value={held.partyId ?? ''}
                onChange={(event) => {
                  const partyId = event.target.value === '' ? null : event.target.value
                  onChange(roles.map((one) => (one.role === role ? { role, partyId } : one)))
                }}
              >
                <option value="">{t.noUnit}</option>
                {data?.organisations
                  .filter((one) => one.kind !== 'collective' && one.dissolvedOn === null)
                  .map((one) => (
                    <option key={one.id} value={one.id}>
                      {one.name}
                    </option>
                  ))}
              </select>
            )}
          </div>
        )
      })}
    </fieldset>
  )
}
