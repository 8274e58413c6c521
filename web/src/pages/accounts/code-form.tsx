import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTexts } from '../../i18n/language.ts'
import { Field } from '../../ui/field.tsx'
import { meTexts } from './me.texts.ts'

interface CodeFormProps {
  readonly code: string
  readonly onCode: (code: string) => void
  readonly action: string
  readonly busy: boolean
  /** takes the focus when it appears */
  readonly focus?: boolean
  readonly onSubmit: () => void
}

/** One code of the authenticator and one button. */
export function CodeForm({ code, onCode, action, busy, focus = false, onSubmit }: CodeFormProps) {
  const t = useTexts(meTexts)
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (focus) form.current?.querySelector('input')?.focus()
  }, [focus])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (code.trim() !== '') onSubmit()
  }
  return (
    <form className="code-form" onSubmit={submit} noValidate ref={form}>
      <Field label={t.code} error={tried && code.trim() === '' ? t.codeNeeded : undefined}>
        <CodeInput code={code} onCode={onCode} />
      </Field>
      <button type="submit" className="btn primary" disabled={busy}>
        {action}
      </button>
    </form>
  )
}

interface CodeInputProps {
  readonly code: string
  readonly onCode: (code: string) => void
  readonly id?: string
}

/** Offers the phone's keys for digits, and what a password manager knows; a recovery code fits too. */
export function CodeInput({ code, onCode, ...rest }: CodeInputProps) {
  return (
    <input
      {...rest}
      className="code-input"
      autoComplete="one-time-code"
      autoCapitalize="characters"
      spellCheck={false}
      maxLength={40}
      value={code}
      onChange={(event) => onCode(event.target.value)}
    />
  )
}
