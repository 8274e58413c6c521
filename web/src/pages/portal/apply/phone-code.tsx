import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useState } from 'react'
import { askCode, openVisit } from '../../../api/applying.queries.ts'
import type { Problem } from '../../../api/client.ts'
import { queryClient } from '../../../api/queries.ts'
import type { CodeAsked, VisitView } from '../../../api/types.gen.ts'
import { useTexts } from '../../../i18n/language.ts'
import { Field } from '../../../ui/field.tsx'
import { Refusal } from '../../../ui/states.tsx'
import { applyTexts } from './apply.texts.ts'

/** Who came once shows that a telephone number is theirs: a code is sent, and typed here. */
export function PhoneCode({ onOpened }: { readonly onOpened: () => void }) {
  const t = useTexts(applyTexts)
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [tried, setTried] = useState<'none' | 'phone' | 'code'>('none')
  const ask = useMutation<CodeAsked, Problem>({ mutationFn: () => askCode(plain(phone)) })
  const open = useMutation<VisitView, Problem>({
    mutationFn: () => openVisit(plain(phone), plain(code)),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['own'] })
      onOpened()
    },
  })
  const wait = useCountdown(ask.data, ask.submittedAt)
  const phoneWrong = !/^(\+?86)?1\d{10}$/.test(plain(phone))
  const codeWrong = plain(code).length < 4
  const send = () => {
    setTried('phone')
    if (!phoneWrong) ask.mutate()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ask.data === undefined) return send()
    setTried('code')
    if (!phoneWrong && !codeWrong) open.mutate()
  }
  return (
    <form className="po-code" onSubmit={submit} noValidate>
      <Field
        label={t.phone}
        id="visit-phone"
        help={t.phoneHelp}
        error={tried !== 'none' && phoneWrong ? t.needPhone : undefined}
      >
        <input
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          maxLength={20}
          value={phone}
          onChange={(event) => setPhone(event.target.value)}
        />
      </Field>
      <button type="button" className="btn" disabled={ask.isPending || wait > 0} onClick={send}>
        {wait > 0 ? t.again(wait) : t.sendCode}
      </button>
      <Refusal problem={ask.error} />
      {ask.data === undefined ? null : (
        <>
          {ask.data.demonstrationCode === null ? null : (
            <p className="po-demo-code" role="status">
              {t.demoCode(ask.data.demonstrationCode)}
            </p>
          )}
          <Field
            label={t.code}
            id="visit-code"
            help={t.codeHelp(ask.data.validMinutes)}
            error={tried === 'code' && codeWrong ? t.needCode : undefined}
          >
            <input
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={12}
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          </Field>
          <Refusal problem={open.error} />
          <button type="submit" className="btn primary" disabled={open.isPending}>
            {t.confirmCode}
          </button>
        </>
      )}
    </form>
  )
}

/** Seconds until another code may be asked for. */
function useCountdown(asked: CodeAsked | undefined, at: number): number {
  const [now, setNow] = useState(() => Date.now())
  const until = asked === undefined ? 0 : at + asked.againInSeconds * 1000
  const left = Math.max(0, Math.ceil((until - now) / 1000))
  useEffect(() => {
    if (until === 0) return
    setNow(Date.now())
    const tick = window.setInterval(() => setNow(Date.now()), 1000)
    return () => window.clearInterval(tick)
  }, [until])
  return left
}

/** Full-width digits, spaces and hyphens come from phones and from copying. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/g, '')
}
