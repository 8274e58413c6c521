import { useState } from 'react'
import type { RecordDetail, RegisterDescription } from '../../api/register.types.ts'
import { instantInCounty } from '../../format/dates.ts'
import { sameValue } from '../../format/differences.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { labelOf, valueWords } from './field-words.ts'
import { formTexts } from './form.texts.ts'
import { registersTexts } from './registers.texts.ts'
import { readForm, type Typed, typedFrom } from './typed-values.ts'

interface RecordConflictProps {
  readonly description: RegisterDescription
  /** what the person began with */
  readonly base: RecordDetail
  readonly theirs: RecordDetail
  readonly typed: Typed
  readonly onSettled: (typed: Typed) => void
}

/** Somebody else changed the record in between: both versions side by side, and one choice per field. */
export function RecordConflict({ description, base, theirs, typed, onSettled }: RecordConflictProps) {
  const t = useTexts(formTexts)
  const words = useTexts(registersTexts)
  const language = useLanguage()
  const mine = readForm(description.fields, typed).values
  const fresh = typedFrom(description.fields, theirs.values)
  // what only they changed is taken over without asking
  const asked = description.fields.filter(
    ({ name }) => !sameValue(mine[name], theirs.values[name]) && !sameValue(mine[name], base.values[name]),
  )
  const [own, setOwn] = useState<ReadonlySet<string>>(new Set(asked.map(({ name }) => name)))
  const settle = (chosen: ReadonlySet<string>) =>
    onSettled(
      Object.fromEntries(description.fields.map(({ name }) => [name, chosen.has(name) ? typed[name] : fresh[name]])),
    )
  const pick = (name: string, isMine: boolean) => {
    const next = new Set(own)
    if (isMine) next.add(name)
    else next.delete(name)
    setOwn(next)
  }
  const last = theirs.revisions.find(({ revision }) => revision === theirs.revision)
  return (
    <section className="card fm-conflict" role="alert" aria-label={t.conflictTitle}>
      <h2>{t.conflictTitle}</h2>
      <p>
        {t.conflictLead}{' '}
        <span className="quiet">
          {last?.byLabel} {instantInCounty(theirs.recordedAt)}
        </span>
      </p>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{t.mine}</th>
            <th scope="col">{t.theirs}</th>
          </tr>
        </thead>
        <tbody>
          {asked.map((field) => (
            <tr key={field.name}>
              <th scope="row">{labelOf(field, language)}</th>
              {[true, false].map((isMine) => (
                <td key={String(isMine)}>
                  <label className="check">
                    <input
                      type="radio"
                      name={`conflict-${field.name}`}
                      checked={own.has(field.name) === isMine}
                      onChange={() => pick(field.name, isMine)}
                    />
                    {valueWords(field, isMine ? mine[field.name] : theirs.values[field.name], language) || words.given}
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="form-actions">
        <button type="button" className="btn primary" onClick={() => settle(own)}>
          {t.settle}
        </button>
        <button type="button" className="btn" onClick={() => settle(new Set())}>
          {t.useTheirs}
        </button>
      </div>
    </section>
  )
}
