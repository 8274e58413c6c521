import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { doOwnAct, giveMatterMaterial, newRequestKey } from '../../../api/applying.queries.ts'
import type { Problem } from '../../../api/client.ts'
import { queryClient } from '../../../api/queries.ts'
import type { FormFieldRow, MatterStatus, NextAct } from '../../../api/service.types.ts'
import { useCommon } from '../../../i18n/common.texts.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { Refusal } from '../../../ui/states.tsx'
import { FieldInput, faultWords } from '../../registers/field-input.tsx'
import { labelOf } from '../../registers/field-words.ts'
import { formTexts } from '../../registers/form.texts.ts'
import { readForm, sentValue, type Typed } from '../../registers/typed-values.ts'
import { statusTexts } from './status.texts.ts'

/** How an act is sent, and what is read again afterwards: one's own page, or the window at which one stands. */
export interface ActingThrough {
  readonly act: typeof doOwnAct
  readonly give: typeof giveMatterMaterial
  readonly refresh: (matterId: string) => Promise<void>
}

export const ownDoor: ActingThrough = {
  act: doOwnAct,
  give: giveMatterMaterial,
  refresh: () => queryClient.invalidateQueries({ queryKey: ['own'] }),
}

interface OwnActsProps {
  readonly matter: MatterStatus
  readonly through?: ActingThrough
  /** over the buttons, where it is not the applicant who presses them */
  readonly lead?: string
}

/** What the applicant may do now: hand in, answer, withdraw. One that may not be done says why. */
export function OwnActs({ matter, through = ownDoor, lead }: OwnActsProps) {
  const t = useTexts(statusTexts)
  const language = useLanguage()
  const [open, setOpen] = useState<NextAct | null>(null)
  if (matter.next.length === 0) return null
  return (
    <section className="po-panel no-print">
      <h2>{t.toDo}</h2>
      {lead === undefined ? null : <p className="quiet">{lead}</p>}
      <ul className="po-acts">
        {matter.next.map((act) => (
          <li key={act.act}>
            <button
              type="button"
              className={act.isMain ? 'btn primary' : 'btn'}
              disabled={act.refusal !== null}
              onClick={() => setOpen(act)}
            >
              {language === 'zh' ? act.label : act.labelEn}
            </button>
            {act.refusal === null ? null : <span className="po-fine">{act.refusal}</span>}
          </li>
        ))}
      </ul>
      {open === null ? null : <ActDialog matter={matter} act={open} through={through} onClose={() => setOpen(null)} />}
    </section>
  )
}

interface ActDialogProps {
  readonly matter: MatterStatus
  readonly through: ActingThrough
  readonly act: NextAct
  readonly onClose: () => void
}

function ActDialog({ matter, act, through, onClose }: ActDialogProps) {
  const t = useTexts(statusTexts)
  const common = useCommon()
  const words = useTexts(formTexts)
  const language = useLanguage()
  const [typed, setTyped] = useState<Typed>({})
  const [opinion, setOpinion] = useState('')
  const [tried, setTried] = useState(false)
  const key = useRef(newRequestKey())
  const fields = act.fields.map((field) => fieldHere(act, field, matter))
  const { values, faults } = readForm(fields, typed)
  const needsOpinion = act.opinion === 'required' && opinion.trim() === ''
  const perform = useMutation<unknown, Problem>({
    mutationFn: () =>
      through.act(matter.id, {
        act: act.act,
        requestKey: key.current,
        ...(fields.length === 0
          ? {}
          : {
              input: Object.fromEntries(fields.map((field) => [field.name, sentValue(field, values[field.name])])),
            }),
        ...(opinion.trim() === '' ? {} : { opinion: opinion.trim() }),
      }),
    onSuccess: async () => {
      await through.refresh(matter.id)
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (faults.length === 0 && !needsOpinion) perform.mutate()
  }
  return (
    <Dialog title={language === 'zh' ? act.label : act.labelEn} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <div className="dialog-body po-fields">
          {fields.map((field) => {
            const fault = tried ? faults.find((one) => one.field === field.name) : undefined
            return (
              <FieldInput
                key={field.name}
                field={field}
                value={typed[field.name]}
                error={fault === undefined ? undefined : faultWords(words, field, fault.fault)}
                onChange={(value) => setTyped((before) => ({ ...before, [field.name]: value }))}
              />
            )
          })}
          {act.opinion === 'none' ? null : (
            <Field
              label={act.opinion === 'required' ? `${t.opinion} *` : t.opinion}
              id="act-opinion"
              error={tried && needsOpinion ? words.faults.required(t.opinion) : undefined}
            >
              <textarea
                rows={3}
                maxLength={4000}
                value={opinion}
                onChange={(event) => setOpinion(event.target.value)}
              />
            </Field>
          )}
          <p className="quiet">
            {matter.number} {labelOf({ label: matter.typeLabel, labelEn: matter.typeLabel }, language)}
          </p>
          <Refusal problem={perform.error} />
        </div>
        <footer className="dialog-foot">
          <button type="button" className="btn" onClick={onClose}>
            {common.cancel}
          </button>
          <button type="submit" className="btn primary" disabled={perform.isPending}>
            {t.confirm}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}

/** Which document is handed over is chosen from those of the case, and not typed by its number. */
function fieldHere(act: NextAct, field: FormFieldRow, { documents }: MatterStatus): FormFieldRow {
  if (act.act !== 'collect' || field.name !== 'document') return field
  const choices = documents
    .filter(({ revokedAt }) => revokedAt === null)
    .map(({ number, title }) => ({ value: number, label: `${title} ${number}`, labelEn: `${title} ${number}` }))
  return { ...field, kind: 'choice', choices, help: null }
}
