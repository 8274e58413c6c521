import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { rateMatter } from '../../../api/applying.queries.ts'
import type { Problem } from '../../../api/client.ts'
import { queryClient } from '../../../api/queries.ts'
import type { MatterStatus } from '../../../api/service.types.ts'
import type { Rated } from '../../../api/types.gen.ts'
import { dateInWords } from '../../../format/dates.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { Refusal } from '../../../ui/states.tsx'
import { RateForm, type RateValues } from './rate-form.tsx'
import { statusTexts } from './status.texts.ts'

/** 好差评 of a case: voluntary, once, and nothing chosen beforehand. */
export function Rating({ matter }: { readonly matter: MatterStatus }) {
  const t = useTexts(statusTexts)
  const language = useLanguage()
  const [values, setValues] = useState<RateValues>({ level: null, dimensions: {}, words: '' })
  const [tried, setTried] = useState(false)
  const rate = useMutation<Rated, Problem>({
    mutationFn: () =>
      rateMatter(matter.id, {
        level: values.level ?? 0,
        ...(Object.keys(values.dimensions).length === 0 ? {} : { dimensions: values.dimensions }),
        ...(values.words.trim() === '' ? {} : { words: values.words.trim() }),
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['own', 'matters'] }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (values.level !== null) rate.mutate()
  }
  const given = matter.rating
  if (given !== null || rate.data !== undefined) {
    const level = t.levels[(given?.level ?? rate.data?.level ?? 3) - 1] ?? ''
    return (
      <section className="po-panel" role="status">
        <h2>{t.rated(level)}</h2>
        {rate.data?.contactBy == null ? null : (
          <p>
            {t.contact(dateInWords(rate.data.contactBy, language))}
            {rate.data.rectifyBy === null ? '' : t.rectify(dateInWords(rate.data.rectifyBy, language))}
          </p>
        )}
        {given?.answer == null ? null : (
          <p>
            {t.answer}
            {given.answer}
          </p>
        )}
      </section>
    )
  }
  if (!matter.mayRate) return null
  return (
    <section className="po-panel no-print" id="rate">
      <h2>{t.rate}</h2>
      <p className="quiet">{t.rateLead}</p>
      <form onSubmit={submit} noValidate>
        <RateForm
          values={values}
          error={tried && values.level === null ? t.needLevel : undefined}
          onChange={setValues}
        />
        <Refusal problem={rate.error} />
        <p className="po-actions">
          <button type="submit" className="btn primary" disabled={rate.isPending}>
            {t.rateSend}
          </button>
        </p>
      </form>
    </section>
  )
}
