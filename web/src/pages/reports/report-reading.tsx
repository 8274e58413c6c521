import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { Problem } from '../../api/client.ts'
import { useMay } from '../../api/queries.ts'
import { actOnReports, withdrawReport } from '../../api/report-acts.ts'
import type { DutyRow, May, ReportDetail } from '../../api/types.gen.ts'
import { refreshWork } from '../../api/work.queries.ts'
import { useTexts } from '../../i18n/language.ts'
import { Confirm } from '../../ui/dialog.tsx'
import { Said, useSaid } from '../../ui/duty.tsx'
import { Refusal } from '../../ui/states.tsx'
import { ContentFacts } from './content-facts.tsx'
import { Evidence } from './evidence-card.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { reportTexts } from './report.texts.ts'

interface ReadingProps {
  readonly detail: ReportDetail
  /** what the unit has to see to after this one */
  readonly next: DutyRow | null
  readonly onCorrect: () => void
}

/** A report that this person may not type into: what it says, what proves it, and what may be done with it. */
export function ReportReading({ detail, next, onCorrect }: ReadingProps) {
  const t = useTexts(reportTexts)
  const { report } = detail
  return (
    <div className="rp-form">
      <div className="card rp-fields">
        {report === null ? (
          <p className="quiet">
            {detail.may.draft.why === null ? t.nothing : <Said sentence={detail.may.draft.why} />}
          </p>
        ) : (
          <ContentFacts content={report.content} kind={detail.duty.item.kind} unit={detail.target?.amount.unit ?? ''} />
        )}
        <Evidence detail={detail} editable={false} />
        {report === null ? null : (
          <ReviewFoot detail={detail} onCorrect={onCorrect}>
            {next === null ? null : (
              <Link to="/reports/$dutyId" params={{ dutyId: next.id }} className="btn primary">
                {t.goOn}
              </Link>
            )}
          </ReviewFoot>
        )}
      </div>
    </div>
  )
}

interface ReviewFootProps {
  readonly detail: ReportDetail
  /** something else on the page is what is to be pressed first */
  readonly quiet?: boolean
  readonly onCorrect?: () => void
  /** where to go on from here */
  readonly children?: ReactNode
}

/** 审核, 核定, 退回 of the office; 撤回, 更正 of the unit's head: those that are open, and why the others are not. */
export function ReviewFoot({ detail, quiet = false, onCorrect, children }: ReviewFootProps) {
  const t = useTexts(reportTexts)
  const [asking, setAsking] = useState<'return' | 'withdraw' | null>(null)
  const { may, duty, report } = detail
  const seen = [{ dutyId: duty.id, revision: report?.revision ?? 0 }]
  const act = useMutation<unknown, Problem, { act: 'check' | 'approval' | 'return' | 'withdraw'; reason?: string }>({
    mutationFn: ({ act, reason }) =>
      act === 'withdraw' ? withdrawReport(duty.id, report?.revision ?? 0) : actOnReports(act, seen, reason),
    onSuccess: async () => {
      setAsking(null)
      await refreshWork()
    },
  })
  const primary = may.check.may ? 'check' : 'approval'
  return (
    <footer className="rp-foot no-print">
      {asking === null ? <Refusal problem={act.error} /> : null}
      {report?.state === 'submitted' && may.withdraw.may ? <p className="quiet">{t.submitted}</p> : null}
      <div className="rp-buttons">
        {may.return.may ? (
          <button type="button" className="btn" onClick={() => setAsking('return')}>
            {t.return}
          </button>
        ) : null}
        {may.withdraw.may ? (
          <button type="button" className="btn" onClick={() => setAsking('withdraw')}>
            {t.withdraw}
          </button>
        ) : null}
        {may.correct.may && onCorrect !== undefined ? (
          <button type="button" className="btn" onClick={onCorrect}>
            {t.correct}
          </button>
        ) : null}
        {may.check.may || may.approve.may ? (
          <button
            type="button"
            className={quiet ? 'btn' : 'btn primary'}
            disabled={act.isPending}
            onClick={() => act.mutate({ act: primary })}
          >
            {primary === 'check' ? t.check : t.approve}
          </button>
        ) : null}
        {children}
      </div>
      <Refused may={may} />
      {asking === 'return' ? (
        <ReasonDialog
          title={t.returnTitle}
          label={t.returnWhy}
          help={t.returnHelp}
          action={t.return}
          danger
          busy={act.isPending}
          problem={act.error}
          onSend={(reason) => act.mutate({ act: 'return', reason })}
          onClose={() => setAsking(null)}
        >
          <p>{duty.title}</p>
        </ReasonDialog>
      ) : null}
      {asking === 'withdraw' ? (
        <Confirm
          title={t.withdrawTitle}
          action={t.withdraw}
          busy={act.isPending}
          onConfirm={() => act.mutate({ act: 'withdraw' })}
          onClose={() => setAsking(null)}
        >
          <p>{t.withdrawAsk}</p>
          <Refusal problem={act.error} />
        </Confirm>
      ) : null}
    </footer>
  )
}

/** Where nothing is open to this person: why not, for the acts that are theirs at all. */
function Refused({ may }: { readonly may: ReportDetail['may'] }) {
  const t = useTexts(reportTexts)
  const said = useSaid()
  const reviews = useMay('report.review')
  const signs = useMay('report.submit')
  const own: readonly (readonly [string, May])[] = [
    ...(reviews ? [[t.check, may.check] as const, [t.approve, may.approve] as const] : []),
    ...(signs ? [[t.withdraw, may.withdraw] as const, [t.correct, may.correct] as const] : []),
  ]
  if (own.some(([, { may: open }]) => open)) return null
  const reasons = new Map(own.flatMap(([label, { why }]) => (why === null ? [] : [[said(why), label]])))
  if (reasons.size === 0) return null
  return (
    <ul className="rp-refused small quiet">
      {[...reasons].map(([why, label]) => (
        <li key={why}>
          {t.cannot(label)}：{why}
        </li>
      ))}
    </ul>
  )
}
