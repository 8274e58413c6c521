import './journal.css'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { Problem } from '../../api/client.ts'
import { commandLabels } from '../../api/command-labels.gen.ts'
import { type JournalPage as Entries, journalPage, useMay, verificationQuery } from '../../api/queries.ts'
import type { JournalEntry } from '../../api/session.types.ts'
import { instantInCounty } from '../../format/dates.ts'
import { differingFields } from '../../format/differences.ts'
import { type Language, useLanguage, useTexts } from '../../i18n/language.ts'
import { ChangedText } from '../../ui/changed-text.tsx'
import { Filters } from '../../ui/choices.tsx'
import { Page } from '../../ui/page.tsx'
import { Empty, Failed, NoPermission, Skeleton } from '../../ui/states.tsx'
import { journalTexts } from './journal.texts.ts'

/** 日志: who changed what and when, with proof that nothing was changed afterwards. */
export function JournalPage() {
  const t = useTexts(journalTexts)
  const allowed = useMay('journal.read')
  if (!allowed) return <NoPermission />
  return (
    <Page title={t.title} lead={t.lead}>
      <Verification />
      <EntryList />
    </Page>
  )
}

function Verification() {
  const t = useTexts(journalTexts)
  const query = useQuery(verificationQuery)
  const { data } = query
  if (query.error !== null && data === undefined)
    return <Failed problem={query.error} onRetry={() => void query.refetch()} />
  const good = data?.verified === true
  return (
    <div className={data === undefined ? 'proof' : good ? 'proof good' : 'proof bad'} role="status">
      <p>
        {data === undefined ? (
          t.verifying
        ) : (
          <b className={good ? 'light green' : 'light red'}>
            {good ? t.verified(data.entries) : t.broken(data.brokenAt ?? 0)}
          </b>
        )}
        {data?.head == null ? null : (
          <span className="quiet">
            {t.head} <code>{shortHash(data.head.hash)}</code>
          </span>
        )}
      </p>
      <button
        type="button"
        className="btn small-btn no-print"
        disabled={query.isFetching}
        onClick={() => void query.refetch()}
      >
        {query.isFetching ? t.verifying : t.verify}
      </button>
    </div>
  )
}

function EntryList() {
  const t = useTexts(journalTexts)
  const { subject = '', entry: from } = useSearch({ from: '/journal' })
  const navigate = useNavigate({ from: '/journal' })
  const [typed, setTyped] = useState(subject)
  const query = useInfiniteQuery<Entries, Problem, { pages: Entries[] }, readonly unknown[], number | null>({
    queryKey: ['journal', 'entries', subject, from ?? null],
    queryFn: ({ pageParam, signal }) => journalPage(subject, pageParam, signal),
    // an entry that somebody points at stands on top, with those before it below
    initialPageParam: from === undefined ? null : from + 1,
    getNextPageParam: (last) => last.next,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void navigate({ search: typed.trim() === '' ? {} : { subject: typed.trim() } })
  }
  const entries = query.data?.pages.flatMap((page) => page.entries) ?? []
  return (
    <>
      <Filters>
        <form onSubmit={submit} className="subject-form">
          <label>
            {t.subject}
            <input
              type="search"
              placeholder={t.subjectHint}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </label>
          <button type="submit" className="btn small-btn">
            {t.show}
          </button>
          {subject === '' && from === undefined ? null : (
            <Link to="/journal" onClick={() => setTyped('')}>
              {t.clear}
            </Link>
          )}
        </form>
      </Filters>
      {query.isPending ? <Skeleton rows={10} /> : null}
      {query.error !== null && query.data === undefined ? (
        <Failed problem={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {query.data !== undefined && entries.length === 0 ? (
        <Empty icon="journal" title={t.emptyTitle}>
          {t.emptyLead}
        </Empty>
      ) : null}
      {entries.length === 0 ? null : (
        <>
          <ol className="entries card">
            {entries.map((entry) => (
              <Entry key={entry.sequence} entry={entry} open={entry.sequence === from} />
            ))}
          </ol>
          <p className="entries-more no-print">
            {query.hasNextPage ? (
              <button
                type="button"
                className="btn"
                disabled={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                {t.more}
              </button>
            ) : (
              <span className="quiet">{t.end}</span>
            )}
          </p>
        </>
      )}
    </>
  )
}

function Entry({ entry, open }: { readonly entry: JournalEntry; readonly open: boolean }) {
  const t = useTexts(journalTexts)
  const language = useLanguage()
  return (
    <li>
      <details open={open}>
        <summary>
          <span className="quiet num">{entry.sequence}</span>
          <time dateTime={entry.at}>{instantInCounty(entry.at)}</time>
          <b>{commandName(entry.command, t.otherCommands, language)}</b>
          <span>{entry.actor}</span>
          <span className="quiet entry-subject">{`${subjectName(entry.subjectKind, t.subjects)} ${entry.subjectId}`}</span>
        </summary>
        <EntryDetails entry={entry} />
      </details>
    </li>
  )
}

function EntryDetails({ entry }: { readonly entry: JournalEntry }) {
  const t = useTexts(journalTexts)
  const fields = differingFields(entry.before, entry.after)
  return (
    <div className="entry-body">
      {fields.length === 0 ? (
        <p className="quiet">{t.same}</p>
      ) : (
        <table className="entry-diff">
          <thead>
            <tr>
              <th scope="col">{t.field}</th>
              <th scope="col">{t.before}</th>
              <th scope="col">{t.after}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field.field}>
                <th scope="row">
                  <code>{field.field}</code>
                </th>
                <td>
                  <ChangedText before={printed(field.before)} after={printed(field.after)} side="before" />
                </td>
                <td>
                  <ChangedText before={printed(field.before)} after={printed(field.after)} side="after" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <dl className="facts entry-facts">
        {entry.reason === null ? null : (
          <>
            <dt>{t.reason}</dt>
            <dd>{entry.reason}</dd>
          </>
        )}
        <dt>{t.col.subject}</dt>
        <dd>
          <Link to="/journal" search={{ subject: entry.subjectId }}>
            {`${subjectName(entry.subjectKind, t.subjects)} ${entry.subjectId}`}
          </Link>
        </dd>
        <dt>{t.via}</dt>
        <dd>{[entry.via, rolesInWords(entry.roles, t.roles)].filter((part) => part !== '').join('　')}</dd>
        <dt>{t.request}</dt>
        <dd>
          <code>{entry.requestId}</code>
        </dd>
        <dt>{t.hash}</dt>
        <dd>
          <code>{entry.hash}</code>
        </dd>
      </dl>
    </div>
  )
}

function printed(value: unknown): string | null {
  if (value === undefined || value === null) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function commandName(command: string, others: Readonly<Record<string, string>>, language: Language): string {
  return commandLabels[command]?.[language] ?? others[command] ?? command
}

function subjectName(kind: string, names: Readonly<Record<string, string>>): string {
  return names[kind] ?? kind
}

function rolesInWords(roles: string, names: Readonly<Record<string, string>>): string {
  return roles
    .split(' ')
    .map((role) => names[role] ?? role)
    .join('、')
}

function shortHash(hash: string): string {
  return hash.length > 20 ? `${hash.slice(0, 8)} … ${hash.slice(-8)}` : hash
}
