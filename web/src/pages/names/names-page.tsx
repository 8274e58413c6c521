import './names.css'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Problem } from '../../api/client.ts'
import { decideName, type NameDecision, namesQuery } from '../../api/import.queries.ts'
import type { NameMatch } from '../../api/import.types.ts'
import { useMay } from '../../api/queries.ts'
import { refreshRegisters } from '../../api/register.queries.ts'
import { useTexts } from '../../i18n/language.ts'
import { Chips, Filters } from '../../ui/choices.tsx'
import { Page } from '../../ui/page.tsx'
import { Empty, Loaded, NoPermission, Refusal, SkeletonPage } from '../../ui/states.tsx'
import { recordLink } from '../registers/field-value.tsx'
import { NameCard } from './name-card.tsx'
import { namesTexts } from './names.texts.ts'

const statuses = ['open', 'decided', 'none'] as const

/** 待定名称: who is meant by a name as files write it; decided one after the other, by keys where one likes. */
export function NamesPage() {
  const t = useTexts(namesTexts)
  const allowed = useMay('register.manage')
  const navigate = useNavigate()
  const search = useSearch({ from: '/names' })
  const status = statuses.find((one) => one === search.status) ?? 'open'
  const query = useQuery({ ...namesQuery(status, 1), enabled: allowed })
  if (!allowed) return <NoPermission />
  return (
    <Page title={t.title} lead={t.lead}>
      <Filters>
        <Chips
          label={t.title}
          value={status}
          onChange={(next) =>
            void navigate({ to: '/names', search: next === 'open' ? {} : { status: next }, replace: true })
          }
          choices={statuses.map((value) => ({ value, label: t[value] }))}
        />
      </Filters>
      <Loaded query={query} skeleton={<SkeletonPage />}>
        {({ names: matches, total }) =>
          matches.length === 0 ? (
            <Empty icon="check" title={status === 'open' ? t.empty : t.emptyDecided}>
              {status === 'open' ? t.emptyLead : null}
            </Empty>
          ) : status === 'open' ? (
            <Queue matches={matches} total={total} />
          ) : (
            <Decided matches={matches} />
          )
        }
      </Loaded>
    </Page>
  )
}

interface Sent {
  readonly match: NameMatch
  readonly decision: NameDecision
}

/** The names on the left, the one in hand on the right; keys work while the focus is in either. */
function Queue({ matches, total }: { readonly matches: readonly NameMatch[]; readonly total: number }) {
  const t = useTexts(namesTexts)
  const [at, setAt] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const desk = useRef<HTMLDivElement>(null)
  const index = Math.max(
    0,
    matches.findIndex(({ id }) => id === at),
  )
  const current = matches[index]
  const send = useMutation<unknown, Problem, Sent>({
    mutationFn: ({ match, decision }) => decideName(match.id, decision),
    onSuccess: async (_answer, { match, decision }) => {
      setSaid(saidOf(t, match, decision))
      setAt(matches[index + 1]?.id ?? matches[index - 1]?.id ?? null)
      await refreshRegisters()
      desk.current?.focus({ preventScroll: true })
    },
  })
  useEffect(() => desk.current?.focus({ preventScroll: true }), [])
  if (current === undefined) return null
  const decide = (decision: NameDecision) => {
    if (!send.isPending) send.mutate({ match: current, decision })
  }
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement) return
    const candidate = /^[1-9]$/.test(event.key) ? current.candidates[Number(event.key) - 1] : undefined
    const step = { j: 1, k: -1 }[event.key]
    if (candidate !== undefined) decide({ recordId: candidate.recordId })
    else if (event.key === 'n') decide({ as: 'new' })
    else if (event.key === '0') decide({ as: 'none' })
    else if (step !== undefined) setAt(matches[index + step]?.id ?? current.id)
    else return
    event.preventDefault()
  }
  return (
    <section
      className="nm-desk"
      ref={desk}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the keys between two names
      tabIndex={0}
      aria-label={t.queue}
      onKeyDown={press}
    >
      <ol className="card nm-queue" aria-label={t.queue}>
        {matches.map((match) => (
          <li key={match.id}>
            <button
              type="button"
              aria-current={match.id === current.id ? 'true' : undefined}
              onClick={() => setAt(match.id)}
            >
              <b>{match.written}</b>
              <span className="quiet small">{t.uses(match.uses)}</span>
            </button>
          </li>
        ))}
      </ol>
      <div>
        <p role="status" className={said === '' ? 'sr' : 'done-note'}>
          {said}
        </p>
        <Refusal problem={send.error} />
        <NameCard key={current.id} match={current} busy={send.isPending} onDecide={decide} />
        <p className="quiet small no-phone">
          {t.keys}　{t.left(total)}
        </p>
      </div>
    </section>
  )
}

function saidOf(t: (typeof namesTexts)['zh'], match: NameMatch, decision: NameDecision): string {
  if ('as' in decision) return decision.as === 'new' ? t.savedNew(match.written) : t.savedNone(match.written)
  const name = match.candidates.find(({ recordId }) => recordId === decision.recordId)?.name ?? ''
  return t.saved(match.written, name)
}

function Decided({ matches }: { readonly matches: readonly NameMatch[] }) {
  const t = useTexts(namesTexts)
  return (
    <ul className="card rows">
      {matches.map((match) => (
        <li key={match.id} className="nm-decided">
          <b>{match.written}</b>
          {match.decidedFor === null ? (
            <span className="quiet">{t.none}</span>
          ) : (
            <span>
              <span className="quiet">{t.decidedFor} </span>
              <Link to={recordLink(match.register, match.decidedFor.id)}>{match.decidedFor.label}</Link>
            </span>
          )}
          <span className="quiet small">{match.byLabel === null ? '' : t.by(match.byLabel)}</span>
        </li>
      ))}
    </ul>
  )
}
