import { useTexts } from '../../../i18n/language.ts'
import { Empty } from '../../../ui/states.tsx'
import { deskTexts } from './desk.texts.ts'

/** The place of the case while none is chosen. */
export function NoCase() {
  const t = useTexts(deskTexts)
  return (
    <div className="mc-empty">
      <Empty icon="inbox" title={t.chooseFirst}>
        {t.chooseLead}
      </Empty>
    </div>
  )
}
