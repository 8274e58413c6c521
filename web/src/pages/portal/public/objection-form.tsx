import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { visitQuery } from '../../../api/applying.queries.ts'
import type { Problem } from '../../../api/client.ts'
import { queryClient, useSession } from '../../../api/queries.ts'
import { objectTo } from '../../../api/service.queries.ts'
import { useTexts } from '../../../i18n/language.ts'
import { Field } from '../../../ui/field.tsx'
import { Refusal } from '../../../ui/states.tsx'
import { PhoneCode } from '../apply/phone-code.tsx'
import { publicTexts } from './public.texts.ts'

/** Objecting asks for a telephone number that is shown to be one's own, so that the answer finds its way. */
export function ObjectionForm({ publicationId }: { readonly publicationId: string }) {
  const t = useTexts(publicTexts)
  const signedIn = useSession()?.account != null
  const visit = useQuery({ ...visitQuery, enabled: !signedIn }).data?.visit ?? null
  const [words, setWords] = useState('')
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const send = useMutation<unknown, Problem>({
    mutationFn: () =>
      objectTo(publicationId, { words: words.trim(), ...(name.trim() === '' ? {} : { name: name.trim() }) }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['services', 'publications'] }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (words.trim() !== '') send.mutate()
  }
  if (send.isSuccess) {
    return (
      <div className="po-panel" role="status">
        <h2>{t.sent}</h2>
        <p>{t.sentLead}</p>
      </div>
    )
  }
  return (
    <section className="po-panel no-print">
      <h2>{t.object}</h2>
      <p className="quiet">{t.objectLead}</p>
      {!signedIn && visit === null ? (
        <PhoneCode onOpened={() => undefined} />
      ) : (
        <form className="po-fields" onSubmit={submit} noValidate>
          <Field
            label={`${t.objectWords} *`}
            id="objection"
            error={tried && words.trim() === '' ? t.needWords : undefined}
          >
            <textarea rows={5} maxLength={4000} value={words} onChange={(event) => setWords(event.target.value)} />
          </Field>
          <Field label={t.objectName} id="objection-name" help={t.objectPhoneHelp}>
            <input maxLength={50} value={name} autoComplete="name" onChange={(event) => setName(event.target.value)} />
          </Field>
          <Refusal problem={send.error} />
          <p>
            <button type="submit" className="btn primary" disabled={send.isPending}>
              {t.send}
            </button>
          </p>
        </form>
      )}
    </section>
  )
}
