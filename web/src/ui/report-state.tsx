import type { ReportState } from '../api/types.gen.ts'
import { defineTexts, useTexts } from '../i18n/language.ts'
import { LightMark } from './light.tsx'

const words = defineTexts(
  {
    draft: '草稿',
    submitted: '已上报',
    checked: '已审核',
    approved: '已核定',
    returned: '已退回',
  },
  { draft: 'draft', submitted: 'submitted', checked: 'checked', approved: 'approved', returned: 'returned' },
)

const lights = { draft: 'grey', submitted: 'amber', checked: 'amber', approved: 'green', returned: 'red' } as const

/** How far a report has come, by shape, word and colour. */
export function ReportStateMark({ state }: { readonly state: ReportState }) {
  const t = useTexts(words)
  return <LightMark light={lights[state]} word={t[state]} />
}
