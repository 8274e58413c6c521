import { useState } from 'react'
import type { FlowPicture as Flow } from '../../../api/service.types.ts'
import { useTexts } from '../../../i18n/language.ts'
import { fetchedPart } from '../../../ui/fetched-part.tsx'
import { guideTexts } from './guide.texts.ts'

const FlowPicture = fetchedPart(() => import('../../../ui/flow-picture.tsx').then((file) => file.FlowPicture))

/** The flow as a picture, drawn from the declaration, and the same in words. */
export function FlowCard({ flow }: { readonly flow: unknown }) {
  const t = useTexts(guideTexts)
  // on a phone the steps in words above say it better; the picture is there for whoever opens it
  const [open, setOpen] = useState(() => window.matchMedia('(min-width: 721px)').matches)
  if (!isFlow(flow)) return null
  return (
    <section>
      <h2 className="po-h2">{t.flow}</h2>
      <p className="po-lead">{t.flowLead}</p>
      <div className="po-folds">
        <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{t.flowShow}</summary>
          {open ? (
            <div className="po-panel po-flow">
              <FlowPicture flow={flow} label={t.flow} />
            </div>
          ) : null}
        </details>
      </div>
    </section>
  )
}

function isFlow(flow: unknown): flow is Flow {
  return typeof flow === 'object' && flow !== null && 'boxes' in flow && 'arrows' in flow
}
