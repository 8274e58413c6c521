import { useEffect, useState } from 'react'
import { confirmTwin, giveTwinMaterial, saveTwin, twinChanges } from '../../../api/applying.queries.ts'
import { Problem } from '../../../api/client.ts'
import type { DraftView } from '../../../api/service.types.ts'
import { useTexts } from '../../../i18n/language.ts'
import { applyTexts } from '../apply/apply.texts.ts'
import { DraftStep } from '../apply/draft-step.tsx'
import { MaterialDrop } from '../apply/material-drop.tsx'
import { SavedNote } from '../apply/saved-note.tsx'
import { type Draft, useDraft } from '../apply/use-draft.ts'
import { planOf } from '../apply/wizard-steps.ts'
import { windowTexts } from './window.texts.ts'

/** All on one page, without steps: the clerk leads, and what either types is there a moment later for both. */
export function TwinForm({ first }: { readonly first: DraftView }) {
  const t = useTexts(windowTexts)
  const apply = useTexts(applyTexts)
  const form = useDraft(first, saveTwin)
  const ended = useFollow(form)
  const { draft } = form
  const plan = planOf(draft, form.values)
  if (draft.matterId !== null)
    return (
      <div className="po-panel" role="status">
        <h2>{t.twinDone}</h2>
        <p>{t.twinDoneLead}</p>
      </div>
    )
  if (ended)
    return (
      <div className="po-panel" role="alert">
        <h2>{t.twinEnded}</h2>
        <p>{t.twinEndedLead}</p>
      </div>
    )
  return (
    <>
      <SavedNote form={form} />
      {plan.steps.map((step) => (
        <section key={step.id} className="po-panel">
          <h2>{step.label}</h2>
          <DraftStep form={form} step={step} tried={false} onConfirm={confirmTwin} />
        </section>
      ))}
      {plan.materials.length === 0 ? null : (
        <section className="po-panel">
          <h2>{apply.materials}</h2>
          <ul className="po-stack">
            {plan.materials.map((material) => (
              <li key={material.id}>
                <b>{material.label}</b>
                <MaterialDrop
                  id={material.id}
                  label={material.label}
                  several={material.several}
                  files={draft.given.filter((one) => one.material === material.id)}
                  onSend={async (file, onProgress) => form.take(await giveTwinMaterial(material.id, file, onProgress))}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** Looks every two seconds for what the other screen typed; says when the pairing is over. */
function useFollow(form: Draft): boolean {
  const [ended, setEnded] = useState(false)
  const { revision } = form.draft
  const { take } = form
  useEffect(() => {
    const look = async () => {
      try {
        const news = await twinChanges(revision)
        if (news.draft !== null) take(news.draft)
      } catch (problem) {
        if (problem instanceof Problem && [401, 403, 404, 410].includes(problem.status)) setEnded(true)
      }
    }
    const timer = window.setInterval(() => void look(), 2_000)
    return () => window.clearInterval(timer)
  }, [revision, take])
  return ended
}
