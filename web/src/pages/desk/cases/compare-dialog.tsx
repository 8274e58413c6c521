import { useEffect, useState } from 'react'
import type { MatterDetail } from '../../../api/types.gen.ts'
import { useTexts } from '../../../i18n/language.ts'
import { Drawer } from '../../../ui/drawer.tsx'
import { Skeleton } from '../../../ui/states.tsx'
import { caseTexts } from './case.texts.ts'
import { FormValues } from './case-form.tsx'
import { contentOf, isPicture } from './case-materials.tsx'

type Material = MatterDetail['materials'][number]

/** What stands on either side: the form, or a material by its id. */
export interface Compared {
  readonly left: string
  readonly right: string
}

interface CompareDialogProps {
  readonly matter: MatterDetail
  readonly compared: Compared
  readonly onChange: (compared: Compared) => void
  readonly onClose: () => void
}

/** 对照查看: the form beside a material, or two materials beside each other. */
export function CompareDialog({ matter, compared, onChange, onClose }: CompareDialogProps) {
  const t = useTexts(caseTexts)
  return (
    <Drawer title={`${t.compareTitle}　${matter.title}`} onClose={onClose}>
      <div className="mc-compare">
        {(['left', 'right'] as const).map((side) => (
          <section key={side} aria-label={side === 'left' ? t.compareLeft : t.compareRight}>
            <select
              aria-label={side === 'left' ? t.compareLeft : t.compareRight}
              value={compared[side]}
              onChange={(event) => onChange({ ...compared, [side]: event.target.value })}
            >
              <option value="form">{t.compareForm}</option>
              {matter.materials
                .filter(({ evidenceId }) => evidenceId !== null)
                .map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.label}
                    {one.fileName === null ? '' : `（${one.fileName}）`}
                  </option>
                ))}
            </select>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
            <div className="mc-compare-side" tabIndex={0} role="document">
              {compared[side] === 'form' ? (
                <FormValues values={matter.values} />
              ) : (
                <Shown material={matter.materials.find(({ id }) => id === compared[side])} />
              )}
            </div>
          </section>
        ))}
      </div>
    </Drawer>
  )
}

function Shown({ material }: { readonly material: Material | undefined }) {
  const t = useTexts(caseTexts)
  if (material === undefined || material.evidenceId === null) return <p className="mc-none">{t.noFile}</p>
  const address = contentOf(material.evidenceId)
  if (isPicture(material)) return <img className="mc-large" src={address} alt={material.fileName ?? material.label} />
  if (material.mediaType?.startsWith('text/') ?? false) return <TextFile address={address} />
  return (
    <div className="mc-none">
      <p>
        {material.fileName} {t.noPreview}
      </p>
      <a className="btn" href={address} target="_blank" rel="noreferrer">
        {t.openFile}
      </a>
    </div>
  )
}

/** Fetched and shown as text, whatever is in it. */
function TextFile({ address }: { readonly address: string }) {
  const t = useTexts(caseTexts)
  const [text, setText] = useState<string | null | undefined>(undefined)
  useEffect(() => {
    const stop = new AbortController()
    fetch(address, { credentials: 'same-origin', signal: stop.signal })
      .then(async (answer) => setText(answer.ok ? await answer.text() : null))
      .catch(() => setText(null))
    return () => stop.abort()
  }, [address])
  if (text === undefined) return <Skeleton rows={4} />
  return text === null ? <p className="mc-none">{t.noPreview}</p> : <pre className="mc-text">{text}</pre>
}
