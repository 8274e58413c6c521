import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { patch, post } from '../../api/client.ts'
import { queryClient, seg } from '../../api/queries.ts'
import type { AccountRow, RoleToGive } from '../../api/session.types.ts'
import { useCommon } from '../../i18n/common.texts.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorSummary, Field, type FieldError } from '../../ui/field.tsx'
import { Refusal } from '../../ui/states.tsx'
import { AccountEntities } from './account-entities.tsx'
import { AccountSecurity } from './account-security.tsx'
import { accountsTexts } from './accounts.texts.ts'
import { leastPassword, loginPattern } from './login-pattern.ts'
import { RoleFields, type RoleLine, unitFieldOf } from './role-fields.tsx'

interface AccountDialogProps {
  /** null for a new one */
  readonly account: AccountRow | null
  /** what can be given */
  readonly roles: readonly RoleToGive[]
  readonly onClose: () => void
  readonly onDone: (message: string) => void
}

/** Creates an account, or changes its roles, password and state, and looks after how it signs in. */
export function AccountDialog({ account, roles, onClose, onDone }: AccountDialogProps) {
  const t = useTexts(accountsTexts)
  const common = useCommon()
  const language = useLanguage()
  const [values, setValues] = useState({ displayName: account?.displayName ?? '', login: '', password: '' })
  const [lines, setLines] = useState<readonly RoleLine[]>(() => linesOf(account))
  const [tried, setTried] = useState(false)
  const save = useMutation({
    mutationFn: (change: object) =>
      account === null ? post('/accounts', change) : patch(`/accounts/${seg(account.id)}`, change),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['accounts'] })
      onDone(account === null ? t.created(values.displayName) : t.saved(values.displayName))
    },
  })
  const { displayName, login, password } = values
  const check = (): readonly FieldError[] => {
    const errors: FieldError[] = []
    if (displayName.trim() === '') errors.push({ id: 'ac-name', message: t.needed.displayName })
    if (account === null && !loginPattern.test(login)) {
      errors.push({ id: 'ac-login', message: login === '' ? t.needed.login : t.loginBad })
    }
    if ((account === null || password !== '') && password.length < leastPassword) {
      errors.push({ id: 'ac-password', message: t.passwordShort })
    }
    for (const line of lines) {
      const role = roles.find((one) => one.role === line.role)
      if (role?.forUnit !== true || line.partyId !== null) continue
      errors.push({ id: unitFieldOf(line.key), message: t.unitNeeded(language === 'zh' ? role.label : role.labelEn) })
    }
    return errors
  }
  const errors = tried ? check() : []
  const errorOf = (id: string) => errors.find((error) => error.id === id)?.message
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (check().length > 0) return
    const given = lines.map(({ role, partyId }) => ({ role, partyId }))
    const shared = { displayName: displayName.trim(), roles: given, ...(password === '' ? {} : { password }) }
    save.mutate(account === null ? { ...shared, login } : shared)
  }
  const set = (key: keyof typeof values) => (event: { target: { value: string } }) =>
    setValues({ ...values, [key]: event.target.value })
  return (
    <Dialog title={account === null ? t.createTitle : t.manageOf(account.displayName)} onClose={onClose} wide>
      <form className="form" onSubmit={submit} noValidate>
        <ErrorSummary errors={errors} />
        <Refusal problem={save.error} />
        <Field id="ac-name" label={t.displayName} error={errorOf('ac-name')}>
          <input value={displayName} onChange={set('displayName')} />
        </Field>
        {account === null ? (
          <Field id="ac-login" label={t.login} help={t.loginHelp} error={errorOf('ac-login')}>
            <input autoCapitalize="none" spellCheck={false} value={login} onChange={set('login')} />
          </Field>
        ) : null}
        <Field
          id="ac-password"
          label={account === null ? t.password : t.newPassword}
          help={account === null ? t.passwordHelp : t.newPasswordHelp}
          error={errorOf('ac-password')}
        >
          <input type="password" autoComplete="new-password" value={password} onChange={set('password')} />
        </Field>
        <RoleFields lines={lines} roles={roles} errorOf={errorOf} onChange={setLines} />
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
      {account === null ? null : <AccountEntities account={account} />}
      {account === null ? null : <AccountSecurity account={account} />}
    </Dialog>
  )
}

/** A new account most often reports for a unit. */
function linesOf(account: AccountRow | null): readonly RoleLine[] {
  const held = account?.roles ?? []
  if (held.length === 0) return [{ key: 1, role: 'unitReporter', partyId: null }]
  return held.map(({ role, unit }, index) => ({ key: index + 1, role, partyId: unit?.id ?? null }))
}
