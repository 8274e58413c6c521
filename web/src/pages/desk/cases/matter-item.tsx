import { Link } from '@tanstack/react-router'
import type { QueueFilters } from '../../../api/matter.queries.ts'
import type { MatterRow } from '../../../api/types.gen.ts'
import { shortNumber } from '../../../format/matter-number.ts'
import { useTexts } from '../../../i18n/language.ts'
import { deskTexts } from './desk.texts.ts'
import { DueWords } from './due-words.tsx'

interface MatterItemProps {
  readonly matter: MatterRow
  readonly filters: QueueFilters
  readonly current: boolean
  /** whether it can be chosen for an act on many */
  readonly picks: boolean
  readonly chosen: boolean
  readonly onToggle: () => void
}

/** A case in the queue: what it is, whose, how far, and until when. */
export function MatterItem({ matter, filters, current, picks, chosen, onToggle }: MatterItemProps) {
  const t = useTexts(deskTexts)
  return (
    <li className="mq-item" data-chosen={chosen}>
      {picks ? (
        <input
          type="checkbox"
          className="mq-pick"
          checked={chosen}
          aria-label={t.pick(`${matter.typeLabel} ${matter.title}`)}
          onChange={onToggle}
        />
      ) : null}
      <Link
        to="/desk/$matterId"
        params={{ matterId: matter.id }}
        search={filters}
        className="mq-link"
        aria-current={current ? 'true' : undefined}
        data-matter={matter.id}
      >
        <b>
          {matter.typeLabel}　{matter.title}
        </b>
        <i title={matter.number}>{shortNumber(matter.number)}</i>
        <p>
          {matter.applicant}，{matter.phases.map(({ label }) => label).join('、')}
          {matter.handler === null && matter.status !== 'ended' ? `，${t.untaken}` : ''}
          {matter.urged > 0 ? <strong className="mq-urged">{t.urged(matter.urged)}</strong> : null}
        </p>
        <DueWords matter={matter} />
      </Link>
    </li>
  )
}
