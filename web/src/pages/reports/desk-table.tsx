import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { Problem } from '../../api/client.ts'
import { refusalsOf } from '../../api/refusals.ts'
import { type ActedOn, actOnReports, type ManyAct, type SeenReport } from '../../api/report-acts.ts'
import type { ReportRow } from '../../api/types.gen.ts'
import { refreshWork } from '../../api/work.queries.ts'
import { useTexts } from '../../i18n/language.ts'
import { Refusal } from '../../ui/states.tsx'
import { deskTexts } from './desk.texts.ts'
import { DeskBar, DeskKeys, inState } from './desk-bar.tsx'
import { DeskPreview } from './desk-preview.tsx'
import { DeskRow } from './desk-row.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { reportTexts } from './report.texts.ts'
import { useWide } from './use-wide.ts'

interface DeskTableProps {
  readonly reports: readonly ReportRow[]
  readonly at: string | null
  readonly onAt: (dutyId: string) => void
  readonly reviews: boolean
  readonly more: ReactNode
  /** what was done, for the page to say: the table may be empty afterwards */
  readonly onDone: (act: ManyAct, count: number) => void
}

interface Sent {
  readonly act: ManyAct
  readonly items: readonly SeenReport[]
  readonly reason?: string
}

/**
 * The reports with a preview beside them on wide screens. While the table has the focus: j and k move, x picks, Enter
 * opens, a passes the current one on, r returns it.
 */
export function DeskTable({ reports, at, onAt, reviews, more, onDone }: DeskTableProps) {
  const t = useTexts(deskTexts)
  const navigate = useNavigate()
  const wide = useWide()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [returning, setReturning] = useState<readonly ReportRow[] | null>(null)
  const body = useRef<HTMLTableSectionElement>(null)
  const send = useMutation<ActedOn, Problem, Sent>({
    mutationFn: ({ act, items, reason }) => actOnReports(act, items, reason),
    onSuccess: async (answer, { act }) => {
      setChosen(new Set())
      setReturning(null)
      onDone(act, answer.reports.length)
      await refreshWork()
    },
  })
  // The row that was acted on is gone; whoever works by keys goes on with the one that took its place.
  const ids = reports.map(({ duty }) => duty.id).join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the rows change
  useEffect(() => {
    if (send.isSuccess && document.activeElement === document.body) {
      body.current?.querySelector<HTMLElement>('tr[data-at="true"] a, tr a')?.focus({ preventScroll: true })
    }
  }, [ids])
  const current = reports.find(({ duty }) => duty.id === at) ?? (wide ? reports[0] : undefined)
  const picked = reports.filter(({ duty }) => chosen.has(duty.id))
  const refusals = refusalsOf(send.error, send.variables?.items ?? [])

  const toggle = (dutyId: string) => {
    const next = new Set(chosen)
    if (!next.delete(dutyId)) next.add(dutyId)
    setChosen(next)
  }
  const passOn = (rows: readonly ReportRow[], act: 'check' | 'approval') => {
    if (rows.length > 0) send.mutate({ act, items: rows.map(seenOf) })
  }
  const move = (step: number) => {
    const from = reports.findIndex(({ duty }) => duty.id === current?.duty.id)
    const to = Math.min(Math.max(from + step, 0), reports.length - 1)
    const next = reports[to]
    if (next === undefined) return
    onAt(next.duty.id)
    const row = body.current?.rows[to]
    row?.querySelector<HTMLElement>('a')?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest' })
  }
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || current === undefined) return
    const { key } = event
    if (key === 'j') move(1)
    else if (key === 'k') move(-1)
    else if (key === 'x' && reviews) toggle(current.duty.id)
    else if (key === 'a' && reviews && current.state === 'submitted') passOn([current], 'check')
    else if (key === 'a' && reviews && current.state === 'checked') passOn([current], 'approval')
    else if (key === 'r' && reviews && inState('submitted', 'checked')(current)) setReturning([current])
    else return
    event.preventDefault()
  }

  return (
    <div className="dk-desk" data-wide={wide}>
      <div>
        {returning === null && refusals.size === 0 ? <Refusal problem={send.error} /> : null}
        {refusals.size === 0 ? null : (
          <p className="refusal" role="alert">
            {send.error?.message}
          </p>
        )}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: single keys work only while the focus is in the table */}
        <div className="table-wrap" onKeyDown={press}>
          <DeskBar
            picked={picked}
            all={reports}
            reviews={reviews}
            busy={send.isPending}
            onAll={(all) => setChosen(new Set(all ? reports.map(({ duty }) => duty.id) : []))}
            onPass={passOn}
            onReturn={setReturning}
          />
          <table className="table dk-table" aria-label={t.title}>
            <DeskHead reviews={reviews} />
            <tbody ref={body}>
              {reports.map((report) => (
                <DeskRow
                  key={report.duty.id}
                  report={report}
                  current={report.duty.id === current?.duty.id}
                  chosen={chosen.has(report.duty.id)}
                  reviews={reviews}
                  refusals={refusals.get(report.duty.id) ?? []}
                  onToggle={() => toggle(report.duty.id)}
                  onLook={() => {
                    if (wide) onAt(report.duty.id)
                    else void navigate({ to: '/reports/$dutyId', params: { dutyId: report.duty.id } })
                  }}
                />
              ))}
            </tbody>
          </table>
        </div>
        {more}
        <DeskKeys reviews={reviews} />
      </div>
      {wide && current !== undefined ? (
        <DeskPreview key={current.duty.id} dutyId={current.duty.id} quiet={picked.length > 0} />
      ) : null}
      {returning === null ? null : (
        <ReturnDialog
          reports={returning}
          busy={send.isPending}
          problem={send.error}
          onSend={(reason) => send.mutate({ act: 'return', items: returning.map(seenOf), reason })}
          onClose={() => {
            setReturning(null)
            send.reset()
          }}
        />
      )}
    </div>
  )
}

function seenOf({ duty, revision }: ReportRow): SeenReport {
  return { dutyId: duty.id, revision }
}

function DeskHead({ reviews }: { readonly reviews: boolean }) {
  const t = useTexts(deskTexts)
  return (
    <thead>
      <tr>
        {reviews ? <td className="dk-pick" /> : null}
        <th scope="col">{t.col.item}</th>
        <th scope="col" className="num">
          {t.col.last}
        </th>
        <th scope="col" className="num">
          {t.col.now}
        </th>
        <th scope="col" className="dk-evidence">
          {t.col.evidence}
        </th>
        <th scope="col" className="dk-state">
          {t.col.state}
        </th>
      </tr>
    </thead>
  )
}

interface ReturnDialogProps {
  readonly reports: readonly ReportRow[]
  readonly busy: boolean
  readonly problem: Problem | null
  readonly onSend: (reason: string) => void
  readonly onClose: () => void
}

function ReturnDialog({ reports, ...rest }: ReturnDialogProps) {
  const t = useTexts(deskTexts)
  const words = useTexts(reportTexts)
  return (
    <ReasonDialog
      title={reports.length === 1 ? words.returnTitle : t.returnTitle(reports.length)}
      label={words.returnWhy}
      help={words.returnHelp}
      action={words.return}
      danger
      {...rest}
    >
      <ul className="dk-returning">
        {reports.map(({ duty }) => (
          <li key={duty.id}>
            {duty.unit.shortName}　{duty.title}
          </li>
        ))}
      </ul>
      {reports.length > 1 ? <p className="quiet small">{t.returnLead}</p> : null}
    </ReasonDialog>
  )
}
