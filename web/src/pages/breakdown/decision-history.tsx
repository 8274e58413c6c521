import type { BreakdownView, TargetBreakdown } from '../../api/types.gen.ts'
import { formatFigure } from '../../format/amounts.ts'
import { instantInCounty } from '../../format/dates.ts'
import { useTexts } from '../../i18n/language.ts'
import { Empty } from '../../ui/states.tsx'
import { breakdownTexts } from './breakdown.texts.ts'

/** Earlier decisions, newest first: nothing that was decided is lost. */
export function DecisionHistory({ breakdown }: { readonly breakdown: TargetBreakdown }) {
  const t = useTexts(breakdownTexts)
  const { history, target } = breakdown
  if (history.length === 0) return <Empty icon="versions" title={t.historyNone} />
  return (
    <ol className="card bd-history">
      {history.map((view) => (
        <li key={`${view.axis}${view.year}${view.decidedAt}`}>
          <p>
            <b>{whatOf(view, t)}</b>
            <span className="quiet">{t.methods[view.method]}</span>
            <span className="quiet">{`${view.decidedBy ?? ''}　${view.decidedAt === null ? '' : instantInCounty(view.decidedAt)}`}</span>
          </p>
          {view.reason === null ? null : <p>{t.because(view.reason)}</p>}
          <details>
            <summary>{summaryOf(view, target.amount.unit, t)}</summary>
            <ul>
              {view.shares.map((share) => (
                <li key={share.unit?.id ?? share.year}>
                  {share.unit?.shortName ?? share.year}：
                  {share.value === null ? t.unsettled : formatFigure(share.value)}
                </li>
              ))}
            </ul>
          </details>
        </li>
      ))}
    </ol>
  )
}

type Texts = (typeof breakdownTexts)['zh']

function whatOf(view: BreakdownView, t: Texts): string {
  if (view.axis === 'year') return t.tabs.year
  return view.year === null ? t.tabs.unit : `${t.tabs.unit}　${t.yearOf(view.year)}`
}

function summaryOf(view: BreakdownView, unit: string, t: Texts): string {
  const count = t.shareCount(view.shares.length)
  if (view.sum === null || view.difference === null) return count
  return `${count}，${t.sum} ${formatFigure(view.sum)} ${unit}，${t.difference} ${formatFigure(view.difference)} ${unit}`
}
