import { useMutation, useQuery } from '@tanstack/react-query'
import type { Problem } from '../../../api/client.ts'
import { addOpinion, opinionsQuery, removeOpinion } from '../../../api/matter.queries.ts'
import { queryClient, useMay } from '../../../api/queries.ts'
import { useTexts } from '../../../i18n/language.ts'
import { Icon } from '../../../ui/icons.tsx'
import { Refusal } from '../../../ui/states.tsx'
import { actTexts } from './act.texts.ts'

interface OpinionTemplatesProps {
  readonly act: string
  readonly type: string | undefined
  readonly opinion: string
  readonly onUse: (words: string) => void
}

/** 常用意见: one press puts the words into the field; what is written can be kept for the next time. */
export function OpinionTemplates({ act, type, opinion, onUse }: OpinionTemplatesProps) {
  const t = useTexts(actTexts)
  const decides = useMay('matter.decide')
  const query = useQuery(opinionsQuery)
  const refresh = () => queryClient.invalidateQueries({ queryKey: opinionsQuery.queryKey })
  const keep = useMutation<unknown, Problem, boolean>({
    mutationFn: (forUnit) =>
      addOpinion({
        words: opinion.trim(),
        act,
        ...(type === undefined ? {} : { type }),
        ...(forUnit ? { shared: true } : {}),
      }),
    onSuccess: refresh,
  })
  const drop = useMutation<unknown, Problem, string>({ mutationFn: removeOpinion, onSuccess: refresh })
  const fitting = (query.data?.templates ?? [])
    .filter((one) => (one.type === null || one.type === type) && (one.act === null || one.act === act))
    .slice(0, 12)
  return (
    <details className="mc-templates" open={fitting.length > 0 && opinion === ''}>
      <summary>{t.templates}</summary>
      <Refusal problem={keep.error ?? drop.error} />
      {fitting.length === 0 ? <p className="quiet small">{t.templatesNone}</p> : null}
      <ul>
        {fitting.map((template) => (
          <li key={template.id}>
            <button
              type="button"
              className="mc-template"
              onClick={() => onUse(opinion.trim() === '' ? template.words : `${opinion.trimEnd()}\n${template.words}`)}
            >
              {template.words}
            </button>
            {template.unit === null ? null : <span className="kind-tag">{t.unitTemplate}</span>}
            {template.isOwn ? (
              <button
                type="button"
                className="ls-chip-off"
                aria-label={`${t.removeTemplate}：${template.words.slice(0, 20)}`}
                disabled={drop.isPending}
                onClick={() => drop.mutate(template.id)}
              >
                <Icon name="close" size={14} />
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {opinion.trim().length < 4 ? null : (
        <p className="mc-template-keep">
          <button type="button" className="text-btn small" disabled={keep.isPending} onClick={() => keep.mutate(false)}>
            {keep.isSuccess ? t.kept : t.keepAsTemplate}
          </button>
          {decides ? (
            <button
              type="button"
              className="text-btn small"
              disabled={keep.isPending}
              onClick={() => keep.mutate(true)}
            >
              {t.keepForUnit}
            </button>
          ) : null}
        </p>
      )}
    </details>
  )
}
