import '../find/find.css'
import './apply.css'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import {
  beginAnonymousVisit,
  beginDraft,
  draftsQuery,
  endVisit,
  saveDraft,
  visitQuery,
} from '../../../api/applying.queries.ts'
import type { Problem } from '../../../api/client.ts'
import { queryClient, useSession } from '../../../api/queries.ts'
import { guideQuery } from '../../../api/service.queries.ts'
import type { DraftRow, DraftView, ServiceGuide } from '../../../api/service.types.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { Empty, Loaded, Refusal, Skeleton } from '../../../ui/states.tsx'
import { PortalPage } from '../frame/portal-page.tsx'
import { guideTexts } from '../guide/guide.texts.ts'
import { applyTexts } from './apply.texts.ts'
import { PhoneCode } from './phone-code.tsx'

/** How somebody wants to apply: with an account, once by telephone, or without a name where that is allowed. */
export function ApplyPage() {
  const t = useTexts(guideTexts)
  const { type } = useParams({ from: '/portal/services/$type/apply' })
  const guide = useQuery(guideQuery(type))
  return (
    <Loaded
      query={guide}
      alone
      missing={
        <Empty alone title={t.unknownTitle}>
          {t.unknownLead}
        </Empty>
      }
    >
      {(data) => <Apply guide={data} />}
    </Loaded>
  )
}

function Apply({ guide }: { readonly guide: ServiceGuide }) {
  const t = useTexts(applyTexts)
  const language = useLanguage()
  const label = language === 'zh' ? guide.label : guide.labelEn
  return (
    <PortalPage narrow title={t.how(label)} lead={t.howLead} crumbs={[{ to: `/services/${guide.id}`, label }]}>
      {guide.isOpen ? (
        <Ways guide={guide} />
      ) : (
        <div className="po-panel" role="status">
          <p>
            <b>{t.closed}</b>
          </p>
          <p>{guide.closedBecause}</p>
        </div>
      )}
      <p className="po-note">{t.window}</p>
    </PortalPage>
  )
}

function Ways({ guide }: { readonly guide: ServiceGuide }) {
  const t = useTexts(applyTexts)
  const session = useSession()
  const account = session?.account ?? null
  const asked = useQuery(visitQuery)
  const visit = asked.data?.visit ?? null
  const known = account !== null || visit !== null
  const begin = useBegin(guide.id)
  const may = (entrance: 'account' | 'visit' | 'anonymous') => guide.entrances.includes(entrance)
  // until it is known who is there, nobody is offered to come without a name: that would end their visit
  if (asked.isPending) return <Skeleton rows={3} />
  if (known) {
    const who =
      account === null
        ? visit?.phoneMasked == null
          ? t.anonymous
          : t.visitIn(visit.phoneMasked)
        : t.accountIn(account.displayName)
    return (
      <div className="po-panel">
        <p className="po-who">{who}</p>
        <Resume type={guide.id} />
        <Refusal problem={begin.error} />
        <p className="po-actions">
          <button type="button" className="btn primary" disabled={begin.isPending} onClick={() => begin.mutate()}>
            {t.start}
          </button>
          {account === null ? (
            <button
              type="button"
              className="btn quiet-btn"
              onClick={() => void endVisit().then(() => queryClient.invalidateQueries({ queryKey: ['own'] }))}
            >
              {t.otherPhone}
            </button>
          ) : null}
        </p>
      </div>
    )
  }
  return (
    <>
      {may('visit') ? (
        <section className="po-panel">
          <h2>{t.visit}</h2>
          <p className="quiet">{t.visitLead}</p>
          <PhoneCode onOpened={() => begin.mutate()} />
          <Refusal problem={begin.error} />
        </section>
      ) : null}
      {may('account') ? (
        <section className="po-panel">
          <h2>{t.account}</h2>
          <p className="quiet">{t.accountLead}</p>
          <p className="po-actions">
            <Link className="btn" to="/sign-in" search={{ next: `/services/${guide.id}/apply` }}>
              {t.accountGo}
            </Link>
          </p>
        </section>
      ) : null}
      {may('anonymous') ? <Anonymous type={guide.id} /> : null}
    </>
  )
}

function Anonymous({ type }: { readonly type: string }) {
  const t = useTexts(applyTexts)
  const [failed, setFailed] = useState<Error | null>(null)
  const begin = useBegin(type)
  const go = () =>
    void beginAnonymousVisit().then(
      () => begin.mutate(),
      (problem: Error) => setFailed(problem),
    )
  return (
    <section className="po-panel">
      <h2>{t.anonymous}</h2>
      <p className="quiet">{t.anonymousLead}</p>
      <Refusal problem={failed ?? begin.error} />
      <p className="po-actions">
        <button type="button" className="btn" disabled={begin.isPending} onClick={go}>
          {t.start}
        </button>
      </p>
    </section>
  )
}

/** Forms of this service that were begun and not sent. */
function Resume({ type }: { readonly type: string }) {
  const drafts = useQuery(draftsQuery).data?.drafts ?? []
  const own = drafts.filter((draft) => draft.type === type)
  if (own.length === 0) return null
  return (
    <ul className="po-resume">
      {own.map((draft) => (
        <li key={draft.id}>
          <ResumeLine draft={draft} />
        </li>
      ))}
    </ul>
  )
}

function ResumeLine({ draft }: { readonly draft: DraftRow }) {
  const t = useTexts(applyTexts)
  return (
    <>
      <span>{t.goOnLead(draft.updatedAt.slice(0, 10), draft.filled, draft.asked)}</span>
      <Link className="btn small-btn" to="/drafts/$draftId" params={{ draftId: draft.id }}>
        {t.goOn}
      </Link>
    </>
  )
}

/** What was chosen before (a session, a call) stands in the form already. */
async function fillLink(
  draft: DraftView,
  { link, record, name }: { readonly link?: string; readonly record?: string; readonly name?: string },
): Promise<DraftView> {
  const field = draft.form
    .flatMap((step) => step.fields)
    .find(({ kind, register }) => kind === 'link' && register === link)
  if (field === undefined || record === undefined) return draft
  const values = { [field.name]: { id: record, name: name ?? record } }
  return (await saveDraft(draft.id, { revision: draft.revision, values })).draft
}

function useBegin(type: string) {
  const navigate = useNavigate()
  const chosen = useSearch({ from: '/portal/services/$type/apply' })
  return useMutation<DraftView, Problem>({
    mutationFn: async () => fillLink(await beginDraft(type), chosen),
    onSuccess: async (draft) => {
      await queryClient.invalidateQueries({ queryKey: ['own'] })
      void navigate({ to: '/drafts/$draftId', params: { draftId: draft.id } })
    },
  })
}
