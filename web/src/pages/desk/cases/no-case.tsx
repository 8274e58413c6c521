import { useMay } from '../../../api/queries.ts'
import { useTexts } from '../../../i18n/language.ts'
import { Empty } from '../../../ui/states.tsx'
import { deskTexts } from './desk.texts.ts'

/** The place of the case while none is chosen. */
export function NoCase() {
  const t = useTexts(deskTexts)
  const handles = useMay('matter.handle')
  return (
    <div className="mc-empty">
      <Empty icon="inbox" title={t.chooseFirst}>
        {handles ? t.chooseLead : t.readLead}
      </Empty>
    </div>
  )
}
