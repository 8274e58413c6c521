import { Link } from '@tanstack/react-router'
import { useMay } from '../../api/queries.ts'
import type { FieldChange, FieldRow, RegisterDescription, RevisionRow } from '../../api/register.types.ts'
import { instantInCounty } from '../../format/dates.ts'
import { type Language, useLanguage, useTexts } from '../../i18n/language.ts'
import { ChangedText } from '../../ui/changed-text.tsx'
import { FirstFew } from '../../ui/first-few.tsx'
import { Card } from '../../ui/page.tsx'
import { labelOf, unitOf, valueWords } from './field-words.ts'
import { isStandardColumn } from './list-state.ts'
import { recordTexts } from './record.texts.ts'
import { OriginWords } from './record-facts.tsx'
import type { RecordProps } from './record-page.tsx'
import { registersTexts } from './registers.texts.ts'

/** How the record came to say what it says: each revision with its author, its reason, its source and its entry. */
export function RecordTimeline({ description, record }: RecordProps) {
  const t = useTexts(recordTexts)
  const newestFirst = [...record.revisions].sort((a, b) => b.revision - a.revision)
  if (newestFirst.length === 0) return null
  return (
    <Card title={t.history} note={t.historyNote(newestFirst.length)}>
      <FirstFew rows={newestFirst} most={6} className="rc-timeline">
        {(revision) => <Revision key={revision.revision} description={description} revision={revision} />}
      </FirstFew>
    </Card>
  )
}

interface RevisionProps {
  readonly description: RegisterDescription
  readonly revision: RevisionRow
}

function Revision({ description, revision }: RevisionProps) {
  const t = useTexts(recordTexts)
  const acts: Readonly<Record<string, string>> = t.acts
  return (
    <li>
      <p>
        <b>{acts[revision.act] ?? revision.act}</b>
        <span className="quiet small"> {revision.byLabel}</span>
      </p>
      <p className="quiet small rc-when">
        <time dateTime={revision.recordedAt}>{instantInCounty(revision.recordedAt)}</time>
        <JournalEntry sequence={revision.journalSequence} />
      </p>
      {revision.reason === null || revision.origin.kind === 'demonstration' ? null : <p>{revision.reason}</p>}
      {revision.origin.kind === 'form' ? null : (
        <p className="small">
          <OriginWords origin={revision.origin} />
        </p>
      )}
      <Changes description={description} changes={revision.changes} />
    </li>
  )
}

/** The entry by which it was written; a link for who may read the journal. */
function JournalEntry({ sequence }: { readonly sequence: number | null }) {
  const t = useTexts(recordTexts)
  const may = useMay('journal.read')
  if (sequence === null) return null
  if (!may) return <span>{t.journal(sequence)}</span>
  return (
    <Link to="/journal" search={{ entry: sequence }}>
      {t.journal(sequence)}
    </Link>
  )
}

interface ChangesProps {
  readonly description: RegisterDescription
  readonly changes: readonly FieldChange[]
}

/** 年费缴至 2025-07-16 → 2026-07-16, with what differs marked. */
export function Changes({ description, changes }: ChangesProps) {
  const t = useTexts(recordTexts)
  const shared = useTexts(registersTexts)
  const language = useLanguage()
  if (changes.length === 0) return null
  return (
    <dl className="rc-changes">
      {changes.map((change) => {
        const field = description.fields.find(({ name }) => name === change.field)
        const said = (value: unknown) => changeWords(field, value, language)
        const [before, after] = [said(change.before), said(change.after)]
        const label = isStandardColumn(change.field) ? shared.columns[change.field] : change.field
        return (
          <div key={change.field}>
            <dt>{field === undefined ? label : labelOf(field, language)}</dt>
            <dd>
              {before === '' ? (
                <span className="quiet">{t.nothing}</span>
              ) : (
                <ChangedText before={before} after={after} side="before" />
              )}
              <i aria-hidden="true"> → </i>
              {after === '' ? (
                <span className="quiet">{t.nothing}</span>
              ) : (
                <ChangedText before={before} after={after} side="after" />
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

/** What every record has besides its fields is a unit or a day. */
function changeWords(field: FieldRow | undefined, value: unknown, language: Language): string {
  if (field !== undefined) return valueWords(field, value, language)
  return value === null || value === undefined ? '' : (unitOf(value)?.name ?? String(value))
}
