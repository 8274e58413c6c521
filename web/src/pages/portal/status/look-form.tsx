import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../../i18n/language.ts'
import { Field } from '../../../ui/field.tsx'
import { statusTexts } from './status.texts.ts'

interface LookFormProps {
  readonly number?: string
  readonly tail?: string
  readonly onAsk: (number: string, tail: string) => void
}

export function LookForm({ number = '', tail = '', onAsk }: LookFormProps) {
  const t = useTexts(statusTexts)
  const [typed, setTyped] = useState({ number, tail })
  const [asked, setAsked] = useState(false)
  const wrongNumber = typed.number.trim() === ''
  const wrongTail = !/^\d{4}$/.test(plain(typed.tail))
  const ask = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(true)
    const form = event.currentTarget
    if (wrongNumber) form.querySelector<HTMLInputElement>('#look-number')?.focus()
    else if (wrongTail) form.querySelector<HTMLInputElement>('#look-tail')?.focus()
    else onAsk(plain(typed.number), plain(typed.tail))
  }
  return (
    <form className="po-look" onSubmit={ask} noValidate>
      <Field
        label={t.number}
        id="look-number"
        help={t.numberHelp}
        error={asked && wrongNumber ? t.needNumber : undefined}
      >
        <input
          value={typed.number}
          autoComplete="off"
          spellCheck={false}
          maxLength={60}
          placeholder={t.numberExample}
          onChange={(event) => setTyped({ ...typed, number: event.target.value })}
        />
      </Field>
      <Field label={t.tail} id="look-tail" help={t.tailHelp} error={asked && wrongTail ? t.needTail : undefined}>
        <input
          value={typed.tail}
          inputMode="numeric"
          maxLength={8}
          autoComplete="off"
          onChange={(event) => setTyped({ ...typed, tail: event.target.value })}
        />
      </Field>
      <button className="btn primary" type="submit">
        {t.ask}
      </button>
      <p className="po-fine">
        <Link to="/verify">{t.byCode}</Link>
      </p>
    </form>
  )
}

/** As it was meant: full-width digits and spaces come from phones and from copying. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toUpperCase()
}
