import { memo, useState } from 'react'
import type { Problem } from '../../api/client.ts'
import type { DraftItem, ImportDetail } from '../../api/types.gen.ts'
import { differingFields } from '../../format/differences.ts'
import { useCommon } from '../../i18n/common.texts.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Refusal } from '../../ui/states.tsx'
import { headlineOf, isOpen, isUnsure, mayConfirm, restored } from './contents.ts'
import { hasForm } from './fields.ts'
import { ItemForm } from './item-form.tsx'
import { QuestionParts, UnitParts, UnreadParts } from './item-parts.tsx'
import { type ReviewTexts, reviewTexts } from './review.texts.ts'
import type { Adding } from './review-desk.tsx'
import type { ReviewActs } from './use-review.ts'

interface ItemCardProps {
  readonly item: DraftItem
  readonly detail: ImportDetail
  readonly selected: boolean
  readonly editing: boolean
  /** a change is on its way */
  readonly busy: boolean
  readonly mutate: ReviewActs['change']['mutate']
  readonly onSelect: (id: string) => void
  readonly onHover: (id: string | null) => void
  readonly onEdit: (id: string | null) => void
  readonly onShowText: () => void
  readonly onAdd: (adding: Adding) => void
}

/**
 * One thing read: what it is, how sure, who decided what, and what can be done with it.
 *
 * Hundreds stand in a list, so a card is rendered again only when something of its own changed: the functions that it
 * is given must stay the same ones.
 */
export const ItemCard = memo(function ItemCard(props: ItemCardProps) {
  const { item, detail, selected, editing, busy, mutate, onSelect, onHover, onEdit } = props
  const common = useCommon()
  const t = useTexts(reviewTexts)
  const language = useLanguage()
  const headline = headlineOf(item, common, language)
  const [problem, setProblem] = useState<Problem | null>(null)
  const change = (part: { content?: unknown; decision?: DraftItem['decision'] }, done?: () => void) =>
    mutate(
      { item, ...part },
      {
        onSuccess: () => {
          setProblem(null)
          done?.()
        },
        onError: setProblem,
      },
    )
  const conflict = problem?.code === 'planImport.changedMeanwhile'
  return (
    <li
      id={`item-${item.id}`}
      className={`rv-item ${item.decision}`}
      aria-current={selected ? 'true' : undefined}
      tabIndex={-1}
      onMouseEnter={() => onHover(item.id)}
      onMouseLeave={() => onHover(null)}
      onFocus={(event) => {
        if (!selected && event.target === event.currentTarget) onSelect(item.id)
      }}
    >
      <div className="rv-line">
        <button type="button" className="rv-title" onClick={() => onSelect(item.id)} aria-expanded={selected}>
          {headline.title}
        </button>
        <Marks item={item} />
      </div>
      <p className="rv-facts">
        {headline.facts
          .filter((fact) => fact !== '')
          .map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
      </p>
      {item.kind === 'unit' ? <UnitParts item={item} open={selected} change={change} /> : null}
      {item.kind === 'question' ? <QuestionParts item={item} open={selected} change={change} /> : null}
      {conflict ? (
        <p className="rv-conflict">{`${problem.message} ${editing ? t.conflict : ''}`}</p>
      ) : (
        <Refusal problem={problem} />
      )}
      {editing && hasForm(item.kind) ? (
        <ItemForm
          kind={item.kind}
          content={item.content}
          siblings={detail.items.filter((one) => one.kind === item.kind && one.id !== item.id)}
          action={conflict ? t.conflictMine : t.save}
          {...(conflict ? { leave: t.conflictTheirs } : {})}
          busy={busy}
          onCancel={() => {
            setProblem(null)
            onEdit(null)
          }}
          onSave={(content) =>
            change({ content, decision: item.decision === 'added' ? 'added' : 'corrected' }, () => onEdit(null))
          }
        />
      ) : selected ? (
        <Acts {...props} change={change} />
      ) : null}
    </li>
  )
})

/** Standing, confidence and difference, each as a word. */
function Marks({ item }: { readonly item: DraftItem }) {
  const t = useTexts(reviewTexts)
  const unsure = isUnsure(item) && item.decision === 'pending'
  const settled = item.kind === 'unit' && item.decision === 'pending' && !isOpen(item)
  return (
    <span className="rv-marks">
      {item.against === null || item.against === 'same' ? null : (
        <span className={`change-tag ${againstShade[item.against]}`}>{t.against[item.against]}</span>
      )}
      {unsure ? (
        <span className="light amber" title={t.unsureWhy(percent(item.confidence ?? 0))}>
          {t.unsure}
        </span>
      ) : null}
      <span
        className={`light ${settled ? 'green' : decisionShade[item.decision]}`}
        title={item.decidedBy === null ? undefined : t.by(item.decidedBy)}
      >
        {settled ? t.unitSettled : decisionWord(item, t)}
      </span>
    </span>
  )
}

const againstShade = { same: '', changed: 'changed', added: 'added', missing: 'removed' } as const
const decisionShade = {
  pending: 'plain',
  confirmed: 'green',
  corrected: 'green',
  added: 'green',
  struck: 'grey',
} as const

/** What was decided, in the words of the kind. */
function decisionWord(item: DraftItem, t: ReviewTexts): string {
  if (item.kind === 'question' && item.decision === 'corrected') return t.answered
  if (item.kind === 'unread' && item.decision === 'confirmed') return t.settled
  return t.decisions[item.decision]
}

interface ActsProps extends ItemCardProps {
  readonly change: (part: { content?: unknown; decision?: DraftItem['decision'] }, done?: () => void) => void
}

function Acts({ item, busy, change, onEdit, onShowText, onAdd }: ActsProps) {
  const t = useTexts(reviewTexts)
  const struck = item.decision === 'struck'
  return (
    <div className="rv-more">
      <Original item={item} />
      <InForce item={item} />
      <div className="rv-buttons">
        {mayConfirm(item) && item.kind !== 'unread' ? (
          <button
            type="button"
            className="btn small-btn primary"
            disabled={busy}
            onClick={() => change({ decision: 'confirmed' })}
          >
            {t.confirm}
          </button>
        ) : null}
        {item.kind === 'unread' && item.decision === 'pending' ? (
          <UnreadParts item={item} change={change} onAdd={onAdd} />
        ) : null}
        {hasForm(item.kind) && !struck ? (
          <button type="button" className="btn small-btn" disabled={busy} onClick={() => onEdit(item.id)}>
            {t.correct}
          </button>
        ) : null}
        {item.decision === 'pending' ? null : (
          <button type="button" className="btn small-btn" disabled={busy} onClick={() => change(restored(item))}>
            {t.restore}
          </button>
        )}
        {struck || item.kind === 'unread' ? null : (
          <button
            type="button"
            className="btn small-btn quiet-btn"
            disabled={busy}
            onClick={() => change({ decision: 'struck' })}
          >
            {t.strike}
          </button>
        )}
        {item.span === null && item.kind !== 'unit' ? (
          <span className="quiet small">{t.noWords}</span>
        ) : (
          <button type="button" className="text-btn rv-see" onClick={onShowText}>
            {t.text}
          </button>
        )}
        {item.decidedBy === null ? null : <span className="quiet small rv-by">{item.decidedBy}</span>}
      </div>
    </div>
  )
}

/** What was read before a person corrected it. */
function Original({ item }: { readonly item: DraftItem }) {
  const t = useTexts(reviewTexts)
  if (item.original === null || item.decision !== 'corrected' || item.kind === 'question') return null
  return <Differences title={t.original} before={item.original} after={item.content} />
}

/** What the version in force says where the new one differs. */
function InForce({ item }: { readonly item: DraftItem }) {
  const t = useTexts(reviewTexts)
  if (item.against !== 'changed' || item.base === null) return null
  return <Differences title={t.inForce} before={item.base} after={item.content} />
}

/** Fields that only say how an item was read; they are no part of the plan. */
const aboutReading = new Set(['category', 'sameAs'])

function Differences({
  title,
  before,
  after,
}: {
  readonly title: string
  readonly before: unknown
  readonly after: unknown
}) {
  const t = useTexts(reviewTexts)
  const fields = differingFields(before, after).filter((field) => !aboutReading.has(field.field))
  if (fields.length === 0) return null
  return (
    <>
      <p className="quiet small">{title}</p>
      <dl className="rv-original">
        {fields.map((field) => (
          <div key={field.field}>
            <dt>{fieldLabel(field.field, t)}</dt>
            <dd>
              <del>{printField(field.before)}</del> <ins>{printField(field.after)}</ins>
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function fieldLabel(field: string, t: ReviewTexts): string {
  const labels: Readonly<Record<string, string>> = t.fields
  return labels[field] ?? field
}

function printField(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—'
  if (Array.isArray(value))
    return (
      value.map((one) => (typeof one === 'object' ? Object.values(one as object).join(' ') : String(one))).join('、') ||
      '—'
    )
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}
