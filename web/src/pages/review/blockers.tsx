import type { ImportDetail } from '../../api/types.gen.ts'
import { useTexts } from '../../i18n/language.ts'
import { reviewTexts } from './review.texts.ts'

/** 还差什么才能采纳: each with a way to it. */
export function Blockers({ detail, onGo }: { readonly detail: ImportDetail; readonly onGo: (id: string) => void }) {
  const t = useTexts(reviewTexts)
  const { blockers } = detail
  if (blockers.length === 0) {
    const pending = detail.open.pending
    return <p className="rv-ready light green">{pending === 0 ? t.ready : t.readyPending(pending)}</p>
  }
  return (
    <details className="rv-blockers" open={blockers.length <= 4}>
      <summary>
        <span className="light amber">{t.blockersTitle(blockers.length)}</span>
      </summary>
      <ol>
        {blockers.map((blocker) => (
          <li key={`${blocker.itemId}${blocker.message}`}>
            <span>{blocker.message}</span>
            {blocker.itemId === null ? null : (
              <button
                type="button"
                className="text-btn"
                aria-label={`${t.goTo}：${blocker.message}`}
                onClick={() => onGo(blocker.itemId ?? '')}
              >
                {t.goTo}
              </button>
            )}
          </li>
        ))}
      </ol>
    </details>
  )
}
