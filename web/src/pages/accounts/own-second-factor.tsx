import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../../api/client.ts'
import { queryClient } from '../../api/queries.ts'
import type { OwnAccount } from '../../api/session.types.ts'
import { instantInCounty } from '../../format/dates.ts'
import { useTexts } from '../../i18n/language.ts'
import { Card } from '../../ui/page.tsx'
import { Refusal } from '../../ui/states.tsx'
import { CodeForm } from './code-form.tsx'
import { meTexts } from './me.texts.ts'
import { QrCode } from './qr-code.tsx'
import { ChangeFactor } from './second-factor-dialogs.tsx'

interface OwnSecondFactorProps {
  readonly factor: OwnAccount['secondFactor']
  readonly onDone: (note: string) => void
  readonly onCodes: (codes: readonly string[]) => void
}

/** 验证器: none, being set up, or there. */
export function OwnSecondFactor({ factor, onDone, onCodes }: OwnSecondFactorProps) {
  const t = useTexts(meTexts)
  const on = factor.since !== null
  return (
    <Card
      title={t.factor}
      actions={<span className={on ? 'light green' : 'light grey'}>{on ? t.factorOn : t.factorOff}</span>}
    >
      <div className="card-body">
        {factor.since === null ? (
          <Enrolment onCodes={onCodes} />
        ) : (
          <>
            <p>
              {t.factorSince(instantInCounty(factor.since))}
              <span className={factor.recoveryCodesLeft < 3 ? 'light amber codes-left' : 'quiet codes-left'}>
                {t.codesLeft(factor.recoveryCodesLeft)}
              </span>
            </p>
            <ChangeFactor required={factor.required} onDone={onDone} onCodes={onCodes} />
          </>
        )}
      </div>
    </Card>
  )
}

function Enrolment({ onCodes }: Pick<OwnSecondFactorProps, 'onCodes'>) {
  const t = useTexts(meTexts)
  const begin = useMutation({ mutationFn: () => post<{ secret: string; uri: string }>('/account/second-factor') })
  const [code, setCode] = useState('')
  const confirm = useMutation({
    mutationFn: () => post<{ recoveryCodes: readonly string[] }>('/account/second-factor/confirmation', { code }),
    onSuccess: ({ recoveryCodes }) => {
      onCodes(recoveryCodes)
      void queryClient.invalidateQueries()
    },
  })
  if (begin.data === undefined) {
    return (
      <div className="enrol">
        <p>{t.factorWhy}</p>
        <p className="quiet small">{t.factorApps}</p>
        <Refusal problem={begin.error} />
        <button type="button" className="btn primary" disabled={begin.isPending} onClick={() => begin.mutate()}>
          {t.enrol}
        </button>
      </div>
    )
  }
  return (
    <ol className="enrol-steps">
      <li>
        <b>{t.step1}</b>
        <div className="enrol-scan">
          <QrCode text={begin.data.uri} label={t.qr} />
          <p className="quiet small">
            {t.step1Other}
            <code className="secret">{begin.data.secret.replaceAll(/.{4}(?=.)/g, '$& ')}</code>
          </p>
        </div>
      </li>
      <li>
        <b>{t.step2}</b>
        <Refusal problem={confirm.error} />
        <CodeForm
          code={code}
          onCode={setCode}
          action={t.confirm}
          busy={confirm.isPending}
          focus
          onSubmit={() => confirm.mutate()}
        />
      </li>
    </ol>
  )
}
