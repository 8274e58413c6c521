import '../frame/portal.css'
import '../frame/parts.css'
import '../find/find.css'
import '../apply/apply.css'
import '../../registers/form.css'
import './window.css'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { leaveTwin, pairTwin, twinQuery } from '../../../api/applying.queries.ts'
import { Problem } from '../../../api/client.ts'
import { queryClient } from '../../../api/queries.ts'
import type { TwinPaired } from '../../../api/types.gen.ts'
import { useTexts } from '../../../i18n/language.ts'
import { Field } from '../../../ui/field.tsx'
import { usePageTitle } from '../../../ui/page.tsx'
import { Failed, Refusal, Skeleton } from '../../../ui/states.tsx'
import { usePortalType } from '../frame/portal-frame.tsx'
import { TwinForm } from './twin-form.tsx'
import { windowTexts } from './window.texts.ts'

/** 副屏: the applicant's own screen at the counter. Large, one thing on it, the same form live. */
export function TwinPage() {
  const t = useTexts(windowTexts)
  usePageTitle(t.twinTitle)
  usePortalType(true)
  const { code } = useSearch({ from: '/screen/twin' })
  const twin = useQuery({
    ...twinQuery,
    retry: false,
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const draft = twin.data?.draft
  return (
    <main className="po po-twin" id="content">
      {draft == null ? (
        twin.isPending ? (
          <Skeleton rows={4} />
        ) : twin.error instanceof Problem && ![401, 403, 404, 410].includes(twin.error.status) ? (
          <Failed alone problem={twin.error} onRetry={() => void twin.refetch()} />
        ) : (
          <Pair scanned={code ?? ''} />
        )
      ) : (
        <>
          <header className="po-twin-head">
            <h1>{draft.typeLabel}</h1>
            <button
              type="button"
              className="btn"
              onClick={() => void leaveTwin().then(() => queryClient.resetQueries({ queryKey: ['twin'] }))}
            >
              {t.twinLeave}
            </button>
          </header>
          <p className="po-lead">{t.twinTyping}</p>
          <TwinForm key={draft.id} first={draft} />
        </>
      )}
    </main>
  )
}

function Pair({ scanned }: { readonly scanned: string }) {
  const t = useTexts(windowTexts)
  const [code, setCode] = useState(scanned)
  const [tried, setTried] = useState(false)
  const pair = useMutation<TwinPaired, Problem>({
    mutationFn: () => pairTwin(code.trim()),
    onSuccess: () => queryClient.resetQueries({ queryKey: ['twin'] }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (code.trim() !== '') pair.mutate()
  }
  return (
    <form className="po-twin-pair" onSubmit={submit} noValidate>
      <h1>{t.twinTitle}</h1>
      <p className="po-lead">{t.twinLead}</p>
      <Field label={t.twinCode} id="twin-code" error={tried && code.trim() === '' ? t.needTwinCode : undefined}>
        <input
          value={code}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          onChange={(event) => setCode(event.target.value)}
        />
      </Field>
      <Refusal problem={pair.error} />
      <button type="submit" className="btn primary po-wide" disabled={pair.isPending}>
        {t.twinPair}
      </button>
    </form>
  )
}
