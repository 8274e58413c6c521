import './status.css'
import '../find/find.css'
import '../apply/apply.css'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { draftsQuery, dropDraft, endVisit, ownMattersQuery, visitQuery } from '../../../api/applying.queries.ts'
import type { Problem } from '../../../api/client.ts'
import { queryClient, useSession } from '../../../api/queries.ts'
import type { DraftRow } from '../../../api/service.types.ts'
import type { OwnMatterRow } from '../../../api/types.gen.ts'
import { dayInWords } from '../../../format/dates.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { Confirm } from '../../../ui/dialog.tsx'
import { Empty, Loaded, Refusal } from '../../../ui/states.tsx'
import { applyTexts } from '../apply/apply.texts.ts'
import { PhoneCode } from '../apply/phone-code.tsx'
import { PortalPage } from '../frame/portal-page.tsx'
import { wordOf } from '../guide/guide.texts.ts'
import { lightOf } from './due-words.tsx'
import { statusTexts } from './status.texts.ts'

/** 我的办件: what somebody applied for, with an account or by their telephone. */
export function OwnMattersPage() {
  const t = useTexts(statusTexts)
  const signedIn = useSession()?.account != null
  const visit = useQuery({ ...visitQuery, enabled: !signedIn })
  if (!signedIn && visit.data?.visit == null) {
    return (
      <PortalPage narrow title={t.own} lead={t.ownNeedsLead}>
        <Loaded query={visit}>{() => <WhoAreYou />}</Loaded>
      </PortalPage>
    )
  }
  return (
    <PortalPage narrow title={t.own} lead={t.ownLead}>
      <OwnMatters />
      {signedIn ? null : <LeaveVisit phone={visit.data?.visit?.phoneMasked ?? null} />}
    </PortalPage>
  )
}

function WhoAreYou() {
  const apply = useTexts(applyTexts)
  const t = useTexts(statusTexts)
  return (
    <>
      <section className="po-panel">
        <h2>{t.signInHere}</h2>
        <PhoneCode onOpened={() => undefined} />
      </section>
      <section className="po-panel">
        <h2>{apply.account}</h2>
        <p className="po-actions">
          <Link className="btn" to="/sign-in" search={{ next: '/own-matters' }}>
            {apply.accountGo}
          </Link>
        </p>
      </section>
    </>
  )
}

function LeaveVisit({ phone }: { readonly phone: string | null }) {
  const t = useTexts(applyTexts)
  return (
    <p className="po-note">
      {phone === null ? t.anonymous : t.visitIn(phone)}{' '}
      <button
        type="button"
        className="text-btn"
        onClick={() => void endVisit().then(() => queryClient.resetQueries({ queryKey: ['own'] }))}
      >
        {t.otherPhone}
      </button>
    </p>
  )
}

function OwnMatters() {
  const t = useTexts(statusTexts)
  const drafts = useQuery(draftsQuery).data?.drafts ?? []
  const matters = useQuery(ownMattersQuery)
  return (
    <Loaded query={matters}>
      {({ matters: rows }) =>
        rows.length === 0 && drafts.length === 0 ? (
          <Empty
            title={t.none}
            actions={
              <Link className="btn primary" to="/services">
                {t.toServices}
              </Link>
            }
          >
            {t.noneLead}
          </Empty>
        ) : (
          <>
            {drafts.length === 0 ? null : (
              <section className="po-panel">
                <h2>{t.drafts}</h2>
                <ul className="po-resume">
                  {drafts.map((draft) => (
                    <DraftLine key={draft.id} draft={draft} />
                  ))}
                </ul>
              </section>
            )}
            {rows.length === 0 ? null : (
              <section>
                <h2 className="po-h2">{t.cases}</h2>
                <ul className="po-own">
                  {rows.map((row) => (
                    <li key={row.id}>
                      <OwnMatter row={row} />
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </>
        )
      }
    </Loaded>
  )
}

function DraftLine({ draft }: { readonly draft: DraftRow }) {
  const t = useTexts(statusTexts)
  const language = useLanguage()
  const [asking, setAsking] = useState(false)
  const drop = useMutation<unknown, Problem>({
    mutationFn: () => dropDraft(draft.id),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['own'] }),
  })
  return (
    <li>
      <span>
        <b>{draft.typeLabel}</b>
        <br />
        <span className="po-fine">
          {t.filled(draft.filled, draft.asked)}，{t.until(dayInWords(draft.expiresAt.slice(0, 10), language))}
        </span>
      </span>
      <span>
        <Link className="btn small-btn" to="/drafts/$draftId" params={{ draftId: draft.id }}>
          {t.goOn}
        </Link>{' '}
        <button type="button" className="btn small-btn quiet-btn" onClick={() => setAsking(true)}>
          {t.dropDraft}
        </button>
      </span>
      {asking ? (
        <Confirm
          danger
          title={t.dropTitle}
          action={t.dropDraft}
          busy={drop.isPending}
          onConfirm={() => drop.mutate()}
          onClose={() => setAsking(false)}
        >
          <p>{t.dropLead(draft.typeLabel)}</p>
          <Refusal problem={drop.error} />
        </Confirm>
      ) : null}
    </li>
  )
}

function OwnMatter({ row }: { readonly row: OwnMatterRow }) {
  const t = useTexts(statusTexts)
  const language = useLanguage()
  return (
    <Link to="/own-matters/$matterId" params={{ matterId: row.id }}>
      <span>
        <b>
          {row.typeLabel}
          {row.title === row.typeLabel ? '' : `：${row.title}`}
        </b>{' '}
        {row.demonstration ? <span className="po-demo">{t.demo}</span> : null}
      </span>
      <span className="po-fine">
        {row.number} · {row.submittedOn}
      </span>
      <span>
        {row.status === 'ended' ? wordOf(t.outcome, row.outcome ?? 'done') : row.now}
        {row.mayRate ? <span className="po-may">{t.rate}</span> : null}
      </span>
      {row.dueOn === null || row.status === 'ended' ? null : (
        <span className={`light ${lightOf(row.light)}`}>{t.to(dayInWords(row.dueOn, language))}</span>
      )}
    </Link>
  )
}
