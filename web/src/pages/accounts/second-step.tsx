import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Problem, post, remove } from '../../api/client.ts'
import { queryClient } from '../../api/queries.ts'
import type { Session } from '../../api/session.types.ts'
import { useTexts } from '../../i18n/language.ts'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/states.tsx'
import { accountsTexts } from './accounts.texts.ts'
import { CodeInput } from './code-form.tsx'

/** The second step of a sign-in. It takes the focus: the hands are on the keyboard already. */
export function SecondStep({ onEntered }: { readonly onEntered: (session: Session) => void }) {
  const t = useTexts(accountsTexts)
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const again = () => queryClient.invalidateQueries({ queryKey: ['session'] })
  const enter = useMutation({
    mutationFn: () => post<Session>('/session/second-step', { code }),
    onSuccess: onEntered,
    onError: (problem) => {
      setCode('')
      form.current?.querySelector('input')?.focus()
      if (problem instanceof Problem && problem.code === 'account.secondStepOver') void again()
    },
  })
  const back = useMutation({ mutationFn: () => remove('/session'), onSettled: again })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (code.trim() !== '') enter.mutate()
  }
  return (
    <>
      <h1>{t.secondTitle}</h1>
      <p className="lead">{t.secondLead}</p>
      <form className="form" onSubmit={submit} noValidate ref={form}>
        <Refusal problem={enter.error} />
        <Field
          label={t.secondCode}
          help={t.secondHelp}
          error={tried && code.trim() === '' && enter.error === null ? t.secondNeeded : undefined}
        >
          <CodeInput code={code} onCode={setCode} />
        </Field>
        <div className="form-actions">
          <button type="submit" className="btn primary wide-btn" disabled={enter.isPending}>
            {t.secondAction}
          </button>
          <button type="button" className="btn quiet-btn" disabled={back.isPending} onClick={() => back.mutate()}>
            {t.secondBack}
          </button>
        </div>
      </form>
    </>
  )
}
