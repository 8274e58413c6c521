import { Link } from '@tanstack/react-router'
import type { MatterDetail, NextAct } from '../../../api/types.gen.ts'
import { dateInWords } from '../../../format/dates.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { fetchedPart } from '../../../ui/fetched-part.tsx'
import { Key } from '../../../ui/key.tsx'
import { labelOf, linkOf } from '../../registers/field-words.ts'
import { actTexts } from './act.texts.ts'
import { caseTexts } from './case.texts.ts'
import { keyOf, type SharedActs } from './case-acts.ts'
import { CaseLimits } from './case-limits.tsx'
import { CaseReviews } from './case-reviews.tsx'

const FlowPicture = fetchedPart(() => import('../../../ui/flow-picture.tsx').then((file) => file.FlowPicture))

interface CaseRailProps {
  readonly matter: MatterDetail
  readonly acts: SharedActs
  readonly onAct: (act: NextAct) => void
}

/** Beside the case: its clocks day by day, what comes next and why not, and what it belongs to. */
export function CaseRail({ matter, acts, onAct }: CaseRailProps) {
  const t = useTexts(caseTexts)
  const language = useLanguage()
  const session = sessionOf(matter)
  return (
    <aside className="mc-rail" aria-label={t.limits}>
      <CaseLimits matter={matter} />
      <NextCard matter={matter} acts={acts} onAct={onAct} />
      <CaseReviews matter={matter} />
      <Calls matter={matter} />
      <section className="card" aria-label={t.more}>
        <header className="mc-card-head">
          <h2>{t.more}</h2>
        </header>
        <dl className="mc-more">
          <dt>{t.unit}</dt>
          <dd>{matter.unit.name}</dd>
          <dt>{t.entrances[matter.entrance]}</dt>
          <dd>{t.submitted(dateInWords(matter.submittedOn, language))}</dd>
          {session === null ? null : (
            <Pair label={t.session}>
              <Link to="/training-sessions/$sessionId/screen" params={{ sessionId: session.id }}>
                {t.signInScreen}
              </Link>
            </Pair>
          )}
          {matter.links.map((link) => {
            const kinds: Readonly<Record<string, readonly string[]>> = t.linkKinds
            return (
              <Pair
                key={`${link.kind}${link.id}`}
                label={kinds[link.kind]?.[link.direction === 'to' ? 0 : 1] ?? t.links}
              >
                <Link to="/desk/$matterId" params={{ matterId: link.id }} search={{}}>
                  {link.number} {link.title}
                </Link>
              </Pair>
            )
          })}
          {matter.registerEntries.map((entry) => (
            <Pair key={entry.recordId} label={t.entries}>
              <Link
                to="/registers/$register/records/$recordId"
                params={{ register: entry.register, recordId: entry.recordId }}
              >
                {entry.label}
              </Link>
            </Pair>
          ))}
          <dt>{t.version(matter.version)}</dt>
          <dd>
            {matter.journal.length === 0 ? null : (
              <Link to="/journal" search={{ subject: matter.id }}>
                {t.journalLead(matter.journal.length)}
              </Link>
            )}
          </dd>
        </dl>
        <details className="mc-flow">
          <summary>{t.flow}</summary>
          <FlowPicture flow={matter.flow} label={`${matter.typeLabel} ${t.flow}`} />
        </details>
      </section>
    </aside>
  )
}

/** The training session that a case enrols for, where the form links one. */
function sessionOf({ values }: MatterDetail): { readonly id: string } | null {
  const link = linkOf(values.find(({ field }) => field === 'session')?.value)
  return link === null || link.id === null ? null : { id: link.id }
}

function Pair({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  )
}

/** What comes next, and for what cannot be done yet: why, in the words of the guard. */
function NextCard({ matter, acts, onAct }: CaseRailProps) {
  const t = useTexts(actTexts)
  const language = useLanguage()
  const shown = [...acts.buttons].reverse().concat(acts.others)
  const turn = matter.turn === null ? undefined : t.nextOther[matter.turn as keyof typeof t.nextOther]
  return (
    <section className="card" aria-label={t.nextTitle}>
      <header className="mc-card-head">
        <h2>{t.nextTitle}</h2>
        {matter.status === 'ended' || turn === undefined ? null : <p>{turn}</p>}
      </header>
      {shown.length === 0 ? (
        <p className="mc-none">{matter.status === 'ended' ? t.ended : turn === undefined ? t.readOnly : t.nextNone}</p>
      ) : (
        <ul className="mc-next">
          {shown.map((act) => {
            const key = keyOf(act, acts.buttons)
            return (
              <li key={act.act}>
                {act.refusal === null ? (
                  <button type="button" onClick={() => onAct(act)}>
                    {labelOf(act, language)}
                  </button>
                ) : (
                  <b className="quiet">{labelOf(act, language)}</b>
                )}
                {key === null || act.refusal !== null ? null : <Key letter={key} />}
                {act.refusal === null && act.issues === null ? null : (
                  <p>{act.refusal ?? t.issues(act.issues ?? '')}</p>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}

function Calls({ matter }: { readonly matter: MatterDetail }) {
  const t = useTexts(caseTexts)
  if (matter.calls.length === 0) return null
  return (
    <section className="card" aria-label={t.calls}>
      <header className="mc-card-head">
        <h2>{t.calls}</h2>
      </header>
      <ul className="mc-next">
        {matter.calls.map((call) => (
          <li key={call.id}>
            <b>
              {t.callKinds[call.kind]}　{call.to}
            </b>
            <span
              className={call.answer === null ? 'light amber' : call.answer === 'objects' ? 'light red' : 'light green'}
            >
              {call.answer === null ? t.waiting : t.answers[call.answer]}
            </span>
            <p>
              {call.byLabel}：{call.words}
              {call.answerWords === null ? null : (
                <>
                  <br />
                  {call.answeredByLabel}：{call.answerWords}
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
