import type { MatterDetail, NextAct } from '../../../api/types.gen.ts'
import { instantInCounty } from '../../../format/dates.ts'
import { useTexts } from '../../../i18n/language.ts'
import { Field } from '../../../ui/field.tsx'
import { actTexts } from './act.texts.ts'
import { ActField } from './act-field.tsx'
import { OpinionTemplates } from './opinion-templates.tsx'
import type { ActForm } from './use-act-form.ts'

interface ActFieldsProps {
  readonly act: NextAct
  readonly form: ActForm
  /** matter type, for the opinions at hand */
  readonly type: string | undefined
  readonly matter?: MatterDetail
  /** whose people may be chosen */
  readonly matterId: string
}

/** What an act asks for: its fields, an opinion, and what it will do. */
export function ActFields({ act, form, type, matter, matterId }: ActFieldsProps) {
  const t = useTexts(actTexts)
  return (
    <>
      {form.restoredAt === null ? null : (
        <p className="done-note" role="status">
          {t.restored(instantInCounty(form.restoredAt))}{' '}
          <button type="button" className="text-btn" onClick={form.clear}>
            {t.discard}
          </button>
        </p>
      )}
      {act.asksForSupplement ? <p className="mc-caution">{t.supplement}</p> : null}
      {form.fields.map((field) => (
        <ActField
          key={field.name}
          act={act}
          field={field}
          matter={matter}
          matterId={matterId}
          value={form.typed[field.name]}
          error={form.errorOf(`f-${field.name}`)}
          onChange={(value) => form.setField(field.name, value)}
        />
      ))}
      {act.opinion === 'none' ? null : (
        <div className="mc-opinion">
          <Field
            id="act-opinion"
            label={act.opinion === 'required' ? `${t.opinion} *` : t.opinion}
            help={t.opinionHelp}
            error={form.errorOf('act-opinion')}
          >
            <textarea
              rows={5}
              maxLength={4000}
              value={form.opinion}
              onChange={(event) => form.changeOpinion(event.target.value)}
            />
          </Field>
          <OpinionTemplates act={act.act} type={type} opinion={form.opinion} onUse={form.changeOpinion} />
        </div>
      )}
      {act.issues === null ? null : <p className="quiet small">{t.issues(act.issues)}</p>}
    </>
  )
}
