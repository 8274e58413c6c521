import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { matterQuery } from '../../../api/matter.queries.ts'
import type { MatterRow, NextAct } from '../../../api/types.gen.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { labelOf } from '../../registers/field-words.ts'
import { BatchDialog } from './batch-dialog.tsx'
import { deskTexts } from './desk.texts.ts'

interface BatchBarProps {
  readonly rows: readonly MatterRow[]
  readonly all: readonly MatterRow[]
  readonly onChosen: (chosen: ReadonlySet<string>) => void
}

/** What can be done with all chosen cases at once; asked of the first of them, decided for each by the server. */
export function BatchBar({ rows, all, onChosen }: BatchBarProps) {
  const t = useTexts(deskTexts)
  const language = useLanguage()
  const [act, setAct] = useState<NextAct | null>(null)
  const [first] = rows
  const query = useQuery({ ...matterQuery(first?.id ?? ''), enabled: first !== undefined })
  const acts = (query.data?.next ?? []).filter(
    (one) => one.refusal === null && (one.kind === 'common' ? manyCommon.has(one.act) : one.isBatch && isOneKind(rows)),
  )
  return (
    <section className={rows.length === 0 ? 'mq-batch none' : 'mq-batch'} aria-label={t.batch}>
      <p>
        <b role="status">{t.picked(rows.length)}</b>
        <button type="button" className="text-btn small" onClick={() => onChosen(new Set(all.map(({ id }) => id)))}>
          {t.pickAll}
        </button>
        <button type="button" className="text-btn small" onClick={() => onChosen(new Set())}>
          {t.unpick}
        </button>
      </p>
      <p className="mq-batch-acts">
        {acts.map((one) => (
          <button key={one.act} type="button" className="btn small-btn" onClick={() => setAct(one)}>
            {labelOf(one, language)}
          </button>
        ))}
        {acts.length > 0 ? null : <span className="quiet small">{query.isPending ? t.batchAsking : t.batchNone}</span>}
      </p>
      {act === null ? null : (
        <BatchDialog act={act} rows={rows} onClose={() => setAct(null)} onDone={() => onChosen(new Set())} />
      )}
    </section>
  )
}

/** Of the acts that every case knows, those that mean the same for many. */
const manyCommon = new Set(['take', 'handOver', 'copy', 'urge', 'note'])

/** Acts of a declaration are the same only for cases of one service in one state. */
function isOneKind(rows: readonly MatterRow[]): boolean {
  const kinds = new Set(rows.map(({ type, phases }) => `${type} ${phases.map(({ id }) => id).join(' ')}`))
  return kinds.size === 1
}
