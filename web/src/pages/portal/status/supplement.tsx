import type { MatterStatus } from '../../../api/service.types.ts'
import { dateInWords } from '../../../format/dates.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { MaterialDrop } from '../apply/material-drop.tsx'
import { type ActingThrough, ownDoor } from './own-acts.tsx'
import { statusTexts } from './status.texts.ts'

interface SupplementProps {
  readonly matter: MatterStatus
  readonly through?: ActingThrough
}

/** What is missing, all told at once; it is given right here. */
export function Supplement({ matter, through = ownDoor }: SupplementProps) {
  const t = useTexts(statusTexts)
  const language = useLanguage()
  if (matter.status === 'ended' || matter.missing.length === 0) return null
  return (
    <section className="po-panel po-urgent">
      <h2>{t.supplement}</h2>
      <p className="quiet">{t.supplementLead}</p>
      <ul className="po-stack">
        {matter.missing.map((missing) => (
          <li key={missing.material}>
            <p>
              <b>{missing.label}</b>
              {missing.laterBy === null ? null : (
                <span className="light amber"> {t.laterBy(dateInWords(missing.laterBy, language))}</span>
              )}
            </p>
            <MaterialDrop
              id={missing.material}
              label={missing.label}
              several
              files={matter.materials
                .filter((one) => one.material === missing.material && one.status === 'given')
                .map((one) => ({ id: one.id, fileName: one.fileName ?? one.label }))}
              onSend={async (file, onProgress) => {
                await through.give(matter.id, missing.material, file, onProgress)
                await through.refresh(matter.id)
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
