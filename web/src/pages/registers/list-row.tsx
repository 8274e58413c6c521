import { Link } from '@tanstack/react-router'
import type { MouseEvent } from 'react'
import type { RecordRow, RegisterDescription } from '../../api/register.types.ts'
import { instantInCounty } from '../../format/dates.ts'
import { useTexts } from '../../i18n/language.ts'
import { FieldValue, recordLink } from './field-value.tsx'
import { isWide } from './field-words.ts'
import { listTexts } from './list.texts.ts'
import type { ListColumn } from './list-table.tsx'
import { RecordMarks } from './record-marks.tsx'

interface ListRowProps {
  readonly description: RegisterDescription
  readonly row: RecordRow
  readonly columns: readonly ListColumn[]
  readonly current: boolean
  /** null: nothing can be done with many here */
  readonly picked: boolean | null
  readonly onPick: () => void
  readonly onOpen: () => void
  readonly onFocus: () => void
}

export function ListRow(props: ListRowProps) {
  const { description, row, columns, current, picked, onPick, onOpen, onFocus } = props
  const t = useTexts(listTexts)
  const open = (event: MouseEvent) => {
    const control = event.target instanceof Element && event.target.closest('a, button, input, label') !== null
    if (control || (document.getSelection()?.toString() ?? '') !== '') return
    onOpen()
  }
  return (
    <tr className="goes" data-at={current} data-picked={picked === true} onClick={open} onFocus={onFocus}>
      {picked === null ? null : (
        <td className="ls-pick">
          <input type="checkbox" aria-label={t.pick(row.label)} checked={picked} onChange={onPick} />
        </td>
      )}
      {columns.map((column, index) =>
        index === 0 ? (
          <th key={column.name} scope="row">
            <span className="ls-title">
              <Link to={recordLink(description.id, row.id)} title={row.label}>
                {row.label}
              </Link>
              <RecordMarks record={row} validity={description.validity} brief />
            </span>
          </th>
        ) : (
          <td
            key={column.name}
            data-label={column.unit === '' ? column.label : `${column.label}${column.unit}`}
            className={column.figure ? 'num' : column.field !== undefined && isWide(column.field) ? 'wide' : undefined}
          >
            <Cell column={column} row={row} />
          </td>
        ),
      )}
    </tr>
  )
}

function Cell({ column, row }: { readonly column: ListColumn; readonly row: RecordRow }) {
  if (column.name === 'unitId')
    return row.unit === null ? <span className="rg-none">—</span> : <span>{row.unit.shortName}</span>
  if (column.name === 'expectedOn')
    return row.expectedOn === null ? <span className="rg-none">—</span> : <span>{row.expectedOn}</span>
  if (column.name === 'recordedAt') return <span className="nb">{instantInCounty(row.recordedAt)}</span>
  if (column.field === undefined) return null
  return (
    <span className="ls-cell">
      <FieldValue field={column.field} value={row.values[column.name]} brief />
    </span>
  )
}
