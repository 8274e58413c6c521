import type { ImportCounts } from '../../api/import.types.ts'
import { formatFigure } from '../../format/amounts.ts'
import { useTexts } from '../../i18n/language.ts'
import { runsTexts } from './runs.texts.ts'

const kinds = ['new', 'changed', 'same', 'doubtful', 'faulty'] as const

/** What a file holds, as five big figures. */
export function RunCounts({ counts }: { readonly counts: ImportCounts }) {
  const t = useTexts(runsTexts)
  return (
    <dl className="card ru-figures">
      {kinds.map((kind) => (
        <div key={kind} data-kind={kind} data-zero={counts[kind] === 0}>
          <dt>{t.counts[kind]}</dt>
          <dd>{formatFigure(counts[kind])}</dd>
          <dd className="quiet small">{t.countsLead[kind]}</dd>
        </div>
      ))}
    </dl>
  )
}
