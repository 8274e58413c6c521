import { useState } from 'react'
import { type Chosen, exportPath, type Selection } from '../../api/register.queries.ts'
import type { RecordRow, RegisterDescription } from '../../api/register.types.ts'
import { formatFigure } from '../../format/amounts.ts'
import { useTexts } from '../../i18n/language.ts'
import { AssignDialog } from './assign-dialog.tsx'
import { BulkEditDialog } from './bulk-edit-dialog.tsx'
import { listTexts } from './list.texts.ts'
import { MergeDialog } from './merge-dialog.tsx'

interface BatchBarProps {
  readonly description: RegisterDescription
  readonly chosen: Chosen
  readonly rows: readonly RecordRow[]
  /** of everything that the filters let through, in words */
  readonly count: string | null
  readonly selection: Selection
  readonly onChosen: (chosen: Chosen) => void
}

/** What can be done with the selected records at once. */
export function BatchBar({ description, chosen, rows, count, selection, onChosen }: BatchBarProps) {
  const t = useTexts(listTexts)
  const [open, setOpen] = useState<'edit' | 'assign' | 'merge' | null>(null)
  const ids = 'ids' in chosen ? chosen.ids : null
  const picked = ids === null ? [] : rows.filter(({ id }) => ids.includes(id))
  const words = ids === null ? (count ?? '') : formatFigure(ids.length)
  const close = () => setOpen(null)
  const done = () => onChosen({ ids: [] })
  return (
    <section className="ls-batch no-print" aria-label={t.selected(words)}>
      <b role="status">{ids === null ? t.everything(words) : t.selected(words)}</b>
      {ids !== null && ids.length === rows.length && count !== formatFigure(rows.length) ? (
        <button type="button" className="text-btn" onClick={() => onChosen({ selection })}>
          {t.pickEverything(count ?? '')}
        </button>
      ) : null}
      <span className="ls-batch-acts">
        <button type="button" className="btn small-btn" onClick={() => setOpen('edit')}>
          {t.editMany}
        </button>
        <button type="button" className="btn small-btn" onClick={() => setOpen('assign')}>
          {t.assign}
        </button>
        <button
          type="button"
          className="btn small-btn"
          disabled={picked.length < 2 || picked.length > 20}
          title={t.mergeHint}
          onClick={() => setOpen('merge')}
        >
          {t.merge}
        </button>
        {ids === null || ids.length > 200 ? null : (
          <a
            className="btn small-btn"
            download
            href={exportPath(description.id, { filters: [{ field: 'id', by: 'in', value: ids }] }, 'xlsx')}
          >
            {t.exportPicked}
          </a>
        )}
        <button type="button" className="btn small-btn quiet-btn" onClick={done}>
          {t.clearPick}
        </button>
      </span>
      {open === 'edit' ? (
        <BulkEditDialog description={description} chosen={chosen} words={words} onClose={close} onDone={done} />
      ) : null}
      {open === 'assign' ? (
        <AssignDialog description={description} chosen={chosen} words={words} onClose={close} onDone={done} />
      ) : null}
      {open === 'merge' ? <MergeDialog description={description} rows={picked} onClose={close} onDone={done} /> : null}
    </section>
  )
}
