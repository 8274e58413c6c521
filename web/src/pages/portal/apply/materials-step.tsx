import { giveMaterial, takeBackMaterial } from '../../../api/applying.queries.ts'
import type { MaterialSpec } from '../../../api/service.types.ts'
import { useTexts } from '../../../i18n/language.ts'
import { applyTexts } from './apply.texts.ts'
import { MaterialDrop } from './material-drop.tsx'
import type { Draft } from './use-draft.ts'

interface MaterialsStepProps {
  readonly form: Draft
  readonly materials: readonly MaterialSpec[]
}

/** What to hand in: what the platform has already is not asked for. */
export function MaterialsStep({ form, materials }: MaterialsStepProps) {
  const t = useTexts(applyTexts)
  const { draft } = form
  return (
    <>
      <p className="po-lead">{t.materialsLead}</p>
      <ul className="po-stack po-fields">
        {materials.map((material) => {
          const known = draft.shared.find((one) => one.material === material.id)
          return (
            <li key={material.id} className="po-panel">
              <p>
                <b>{material.label}</b>
                <span className={material.necessity === 'required' ? 'po-must' : 'po-may'}>
                  {t.need[material.necessity]}
                </span>
              </p>
              {material.notes === null ? null : <p className="quiet">{material.notes}</p>}
              {material.isSealed ? <p className="po-fine">{t.sealed}</p> : null}
              {known === undefined ? null : (
                <p className="light green">
                  {t.has}：{known.words}
                </p>
              )}
              <MaterialDrop
                id={material.id}
                label={material.label}
                several={material.several}
                files={draft.given.filter((one) => one.material === material.id)}
                onSend={async (file, onProgress) => {
                  await form.flush()
                  form.take(await giveMaterial(draft.id, material.id, file, onProgress))
                }}
                onTakeBack={async (givenId) => form.take(await takeBackMaterial(draft.id, givenId))}
              />
            </li>
          )
        })}
      </ul>
    </>
  )
}
