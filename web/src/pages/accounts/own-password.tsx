import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { put } from '../../api/client.ts'
import { queryClient } from '../../api/queries.ts'
import { useTexts } from '../../i18n/language.ts'
import { ErrorSummary, Field, type FieldError } from '../../ui/field.tsx'
import { Card } from '../../ui/page.tsx'
import { Refusal } from '../../ui/states.tsx'
import { leastPassword } from './login-pattern.ts'
import { meTexts } from './me.texts.ts'

interface OwnPasswordProps {
  /** it is what has to be done on the page */
  readonly due?: boolean
  readonly onDone: (note: string) => void
}

export function OwnPassword({ due = false, onDone }: OwnPasswordProps) {
  const t = useTexts(meTexts)
  const [values, setValues] = useState({ current: '', next: '', repeat: '' })
  const [tried, setTried] = useState(false)
  const change = useMutation({
    mutationFn: () => put('/account/password', { current: values.current, next: values.next }),
    onSuccess: () => {
      setValues({ current: '', next: '', repeat: '' })
      setTried(false)
      onDone(t.passwordChanged)
      void queryClient.invalidateQueries()
    },
  })
  const check = (): readonly FieldError[] => {
    const errors: FieldError[] = []
    if (values.current === '') errors.push({ id: 'pw-current', message: t.passwordNeeded })
    if (values.next.length < leastPassword) errors.push({ id: 'pw-next', message: t.passwordShort })
    if (values.next !== values.repeat) errors.push({ id: 'pw-repeat', message: t.repeatBad })
    return errors
  }
  const errors = tried ? check() : []
  const errorOf = (id: string) => errors.find((error) => error.id === id)?.message
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (check().length === 0) change.mutate()
  }
  const set = (key: keyof typeof values) => (event: { target: { value: string } }) =>
    setValues({ ...values, [key]: event.target.value })
  return (
    <Card title={t.password}>
      <form className="form card-body" onSubmit={submit} noValidate>
        <ErrorSummary errors={errors} />
        <Refusal problem={change.error} />
        <Field id="pw-current" label={t.currentPassword} error={errorOf('pw-current')}>
          <input type="password" autoComplete="current-password" value={values.current} onChange={set('current')} />
        </Field>
        <Field id="pw-next" label={t.nextPassword} help={t.passwordHelp} error={errorOf('pw-next')}>
          <input type="password" autoComplete="new-password" value={values.next} onChange={set('next')} />
        </Field>
        <Field id="pw-repeat" label={t.repeat} error={errorOf('pw-repeat')}>
          <input type="password" autoComplete="new-password" value={values.repeat} onChange={set('repeat')} />
        </Field>
        <div className="form-actions">
          <button type="submit" className={due ? 'btn primary' : 'btn'} disabled={change.isPending}>
            {t.password}
          </button>
        </div>
      </form>
    </Card>
  )
}
