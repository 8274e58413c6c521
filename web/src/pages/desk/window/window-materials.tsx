import { giveMaterial, takeBackMaterial } from '../../../api/applying.queries.ts'
import type { MaterialSpec } from '../../../api/types.gen.ts'
import { useTexts } from '../../../i18n/language.ts'
import { MaterialDrop } from '../../portal/apply/material-drop.tsx'
import type { Draft } from '../../portal/apply/use-draft.ts'
import { windowTexts } from './window.texts.ts'

interface WindowMaterialsProps {
  readonly form: Draft
  readonly materials: readonly MaterialSpec[]
  /** material → day by which it comes */
  readonly later: Readonly<Record<string, string>>
  /** what is missing, once it was tried to submit */
  readonly owed: readonly string[]
  readonly onLater: (material: string, day: string) => void
}

/** 收材料, and 容缺受理: what may come later is accepted with its day. */
export function WindowMaterials({ form, materials, later, owed, onLater }: WindowMaterialsProps) {
  const t = useTexts(windowTexts)
  const { draft } = form
  if (materials.length === 0) return null
  return (
    <fieldset className="wn-step">
      <legend>{t.materials}</legend>
      <ul className="wn-materials">
        {materials.map((material) => {
          const known = draft.shared.find((one) => one.material === material.id)
          const files = draft.given.filter((one) => one.material === material.id)
          const day = later[material.id]
          return (
            <li key={material.id}>
              <p>
                <b>{material.label}</b> <span className="kind-tag">{t.need[material.necessity]}</span>
                {material.notes === null ? null : <span className="quiet small">　{material.notes}</span>}
              </p>
              {known === undefined ? null : (
                <p className="light green small">
                  {t.has}：{known.words}
                </p>
              )}
              <MaterialDrop
                id={`${draft.id}-${material.id}`}
                label={`${draft.typeLabel} ${material.label}`}
                several={material.several}
                files={files}
                onSend={async (file, onProgress) => {
                  await form.flush()
                  form.take(await giveMaterial(draft.id, material.id, file, onProgress))
                }}
                onTakeBack={async (givenId) => form.take(await takeBackMaterial(draft.id, givenId))}
              />
              {material.necessity === 'later' && files.length === 0 && known === undefined ? (
                <p className="wn-later">
                  <label className="check">
                    <input
                      type="checkbox"
                      checked={day !== undefined && day !== ''}
                      onChange={(event) => onLater(material.id, event.target.checked ? inWorkingWeek() : '')}
                    />
                    {t.later}
                  </label>
                  {day === undefined || day === '' ? null : (
                    <input
                      type="date"
                      aria-label={`${material.label} ${t.laterBy}`}
                      value={day}
                      onChange={(event) => onLater(material.id, event.target.value)}
                    />
                  )}
                </p>
              ) : null}
              {owed.includes(material.id) ? (
                <p className="field-error">
                  <i aria-hidden="true">■</i> {t.laterNeeded(material.label)}
                </p>
              ) : null}
            </li>
          )
        })}
      </ul>
    </fieldset>
  )
}

/** A week from today, as a first suggestion that the clerk changes. */
function inWorkingWeek(): string {
  return new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
}
