import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type Problem, put } from '../../api/client.ts'
import { organisationsQuery, seg } from '../../api/queries.ts'
import type { TaskProgress } from '../../api/types.gen.ts'
import { refreshWork } from '../../api/work.queries.ts'
import { useTexts } from '../../i18n/language.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Refusal } from '../../ui/states.tsx'
import { partsTexts } from './parts.texts.ts'

interface Draft {
  readonly key: string
  readonly partyId: string
  readonly name: string
  readonly share: 'lead' | 'support'
  readonly content: string
  readonly standard: string
  readonly person: string
  readonly weight: string
  readonly startsOn: string | null
  readonly dueOn: string
}

/** Who carries what of a task. The sum of the weights is shown as it is typed; what is missing is not hidden. */
export function PartsDialog({ task, onClose }: { readonly task: TaskProgress; readonly onClose: () => void }) {
  const t = useTexts(partsTexts)
  const [drafts, setDrafts] = useState<readonly Draft[]>(() =>
    task.parts.filter(({ status }) => status !== 'withdrawn').map(draftOf),
  )
  const units = useQuery(organisationsQuery).data?.organisations ?? []
  const save = useMutation<unknown, Problem>({
    mutationFn: () =>
      put(`/tasks/${seg(task.itemId)}/parts`, {
        parts: drafts.map((draft) => ({
          unitId: draft.partyId,
          share: draft.share,
          content: draft.content.trim(),
          standard: orNull(draft.standard),
          person: orNull(draft.person),
          weight: draft.weight.trim() === '' ? null : Number(draft.weight),
          startsOn: draft.startsOn,
          dueOn: orNull(draft.dueOn),
        })),
        seen: task.parts.map(({ id, revision }) => ({ id, revision })),
      }),
    onSuccess: async () => {
      await refreshWork()
      onClose()
    },
  })
  const change = (key: string, changes: Partial<Draft>) =>
    setDrafts(drafts.map((draft) => (draft.key === key ? { ...draft, ...changes } : draft)))
  const free = units.filter(
    (unit) =>
      unit.members.length === 0 && unit.dissolvedOn === null && !drafts.some((draft) => draft.partyId === unit.id),
  )
  const add = (partyId: string) => {
    const unit = units.find((each) => each.id === partyId)
    if (unit === undefined) return
    const empty = {
      share: 'support',
      content: '',
      standard: '',
      person: '',
      weight: '',
      startsOn: null,
      dueOn: '',
    } as const
    setDrafts([...drafts, { key: partyId, partyId, name: unit.shortName, ...empty }])
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Dialog title={t.editTitle} onClose={onClose} wide>
      <form className="form" onSubmit={submit}>
        <p className="quiet">{t.editLead}</p>
        <Refusal problem={save.error} />
        {drafts.map((draft) => (
          <fieldset key={draft.key} className="tp-draft">
            <legend>
              {draft.name}（{t.share[draft.share]}）
            </legend>
            <Field label={t.col.content}>
              <textarea
                rows={2}
                required
                maxLength={500}
                value={draft.content}
                onChange={(event) => change(draft.key, { content: event.target.value })}
              />
            </Field>
            <div className="tp-draft-row">
              <Field label={t.col.weight}>
                <input
                  type="number"
                  min={0}
                  max={100}
                  step="any"
                  inputMode="decimal"
                  value={draft.weight}
                  onChange={(event) => change(draft.key, { weight: event.target.value })}
                />
              </Field>
              <Field label={t.col.due}>
                <input
                  type="date"
                  value={draft.dueOn}
                  onChange={(event) => change(draft.key, { dueOn: event.target.value })}
                />
              </Field>
              <Field label={t.person}>
                <input
                  type="text"
                  maxLength={100}
                  value={draft.person}
                  onChange={(event) => change(draft.key, { person: event.target.value })}
                />
              </Field>
            </div>
            <Field label={t.standard}>
              <input
                type="text"
                maxLength={1000}
                value={draft.standard}
                onChange={(event) => change(draft.key, { standard: event.target.value })}
              />
            </Field>
            {draft.share === 'lead' ? null : (
              <p>
                <button
                  type="button"
                  className="text-btn"
                  onClick={() => setDrafts(drafts.filter((each) => each.key !== draft.key))}
                >
                  {t.removePart}
                </button>
              </p>
            )}
          </fieldset>
        ))}
        <Field label={t.addUnit}>
          <select value="" onChange={(event) => add(event.target.value)}>
            <option value="">{t.choose}</option>
            {free.map((unit) => (
              <option key={unit.id} value={unit.id}>
                {unit.name}
              </option>
            ))}
          </select>
        </Field>
        <div className="form-actions tp-save">
          <Sum drafts={drafts} />
          <button type="submit" className="btn primary" disabled={save.isPending}>
            {t.save}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

function draftOf(part: TaskProgress['parts'][number]): Draft {
  return {
    key: part.id,
    partyId: part.unit.id,
    name: part.unit.shortName,
    share: part.share,
    content: part.content,
    standard: part.standard ?? '',
    person: part.person ?? '',
    weight: part.weight === null ? '' : String(part.weight),
    startsOn: part.startsOn,
    dueOn: part.dueOn ?? '',
  }
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}

function Sum({ drafts }: { readonly drafts: readonly Draft[] }) {
  const t = useTexts(partsTexts)
  // Weights have few decimals; rounding here only keeps 0.1 + 0.2 from showing its tail. The server counts exactly.
  const sum = Math.round(drafts.reduce((total, draft) => total + (Number(draft.weight) || 0), 0) * 10_000) / 10_000
  const rest = Math.round((100 - sum) * 10_000) / 10_000
  return (
    <span className="tp-sum" role="status">
      {t.sum(String(sum))}
      {rest === 0 ? null : rest < 0 ? (
        <b className="light red">{t.over(String(-rest))}</b>
      ) : (
        <b className="light amber">{t.under(String(rest))}</b>
      )}
    </span>
  )
}
