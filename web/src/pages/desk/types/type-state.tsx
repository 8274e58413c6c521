import type { MatterTypeRow } from '../../../api/types.gen.ts'
import { useTexts } from '../../../i18n/language.ts'
import { typesTexts } from './types.texts.ts'

/** Whether new cases are taken, and why not. */
export function TypeState({ row }: { readonly row: MatterTypeRow }) {
  const t = useTexts(typesTexts)
  if (!row.isDeclared) return <span className="light grey">{t.gone}</span>
  if (row.isOpen) return <span className="light green">{t.open}</span>
  return (
    <span className="light amber">
      {t.closed}
      {row.closedBecause === null ? '' : `：${row.closedBecause}`}
    </span>
  )
}
