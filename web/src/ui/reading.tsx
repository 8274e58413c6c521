import './reading.css'
import type { Reading, ValueStatus } from '../api/types.gen.ts'
import { formatFigure, shortFigure } from '../format/amounts.ts'
import { readFigure } from '../format/shares.ts'
import { useTexts } from '../i18n/language.ts'
import { lightTexts } from './light.texts.ts'

type ReadingLike = Pick<Reading, 'state' | 'value' | 'reason'>

interface ReadingValueProps {
  /** null: nothing ever came */
  readonly reading: ReadingLike | null
  /** for narrow columns: 缺 instead of 缺数 with its reason; the reason is on hover and for a screen reader */
  readonly brief?: boolean
}

/** The figure of a reading, or which of the three ways of having none it is, with the reason. */
export function ReadingValue({ reading, brief = false }: ReadingValueProps) {
  const t = useTexts(lightTexts)
  if (reading !== null && reading.state === 'value' && reading.value !== null) return <Figure value={reading.value} />
  const reason = reading === null ? t.never : (reading.reason ?? t.noReason)
  if (reading === null || reading.state === 'missing' || reading.state === 'value')
    return (
      <span className={brief ? 'missing brief' : 'missing'} title={reason}>
        <span>
          {brief ? (
            t.missingShort
          ) : (
            <>
              <i aria-hidden="true">◇</i> {`${t.missing}：${reason}`}
            </>
          )}
        </span>
        {brief ? <span className="sr">{`：${reason}`}</span> : null}
      </span>
    )
  const word = reading.state === 'notApplicable' ? t.notApplicable : t.suppressed
  return (
    <span className={`absent ${reading.state}`} title={reason}>
      {brief ? word : `${word}：${reason}`}
      {brief ? <span className="sr">{`：${reason}`}</span> : null}
    </span>
  )
}

/** A figure for a table: two decimals at most, and from a hundred thousand on 30.2亿; the exact one on hover. */
export function Figure({ value }: { readonly value: number }) {
  const exact = formatFigure(value)
  const shown = Math.abs(value) < 100_000 ? readFigure(value) : shortFigure(value)
  return shown === exact ? exact : <span title={String(value)}>{shown}</span>
}

/** 上报 · 已审 · 核定 · 退回, with what that means on hover. */
export function StatusWord({ status, tag = false }: { readonly status: ValueStatus; readonly tag?: boolean }) {
  const t = useTexts(lightTexts)
  return (
    <span className={tag ? `status status-tag ${status}` : `status ${status}`} title={t.statusMeaning[status]}>
      {t.statuses[status]}
    </span>
  )
}
