import './supervision.css'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type Problem, post } from '../../api/client.ts'
import { useMay } from '../../api/queries.ts'
import type { Supervision } from '../../api/types.gen.ts'
import { refreshWork, supervisionQuery } from '../../api/work.queries.ts'
import { dayInWords, instantInCounty } from '../../format/dates.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Said, useSaid } from '../../ui/duty.tsx'
import { Card, Page, PrintButton } from '../../ui/page.tsx'
import { UnitLink } from '../../ui/programme-parts.tsx'
import { Loaded, NoPermission, Refusal, SkeletonPage } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { ExtensionList } from './extension-list.tsx'
import { OpenDuties } from './open-duties.tsx'
import { supervisionTexts } from './supervision.texts.ts'
import { UrgingList } from './urging-list.tsx'

/** 督办: how all units stand, what the clock did and what it will do. */
export function SupervisionPage() {
  const allowed = useMay('progress.read')
  const query = useQuery({ ...supervisionQuery, enabled: allowed })
  if (!allowed) return <NoPermission />
  return (
    <Loaded query={query} skeleton={<SkeletonPage />} alone>
      {(supervision) => <SupervisionView supervision={supervision} />}
    </Loaded>
  )
}

function SupervisionView({ supervision }: { readonly supervision: Supervision }) {
  const t = useTexts(supervisionTexts)
  const { designationDocNo } = supervision
  return (
    <Page
      title={designationDocNo === null ? t.title : t.titleDesignated}
      lead={designationDocNo === null ? t.lead : `${t.lead}${t.designated(designationDocNo)}`}
      actions={<PrintButton />}
    >
      <ClockHeld supervision={supervision} />
      <Lights supervision={supervision} />
      <div className="grid two-one">
        <div>
          <Card title={t.units} note={t.unitsNote}>
            <Units supervision={supervision} />
          </Card>
          <OpenDuties units={supervision.units.map(({ unit }) => unit)} />
        </div>
        <div>
          <Card title={t.extensions} note={t.extensionsNote}>
            <ExtensionList extensions={supervision.extensions} may={supervision.may.manage} />
          </Card>
          <Card title={t.urgings} note={t.urgingsNote}>
            <UrgingList urgings={supervision.urgings} />
          </Card>
          <Clock supervision={supervision} />
          <Ladder supervision={supervision} />
        </div>
      </div>
    </Page>
  )
}

function Lights({ supervision }: { readonly supervision: Supervision }) {
  const t = useTexts(supervisionTexts)
  const { red, amber, green } = supervision.lights
  const figures = [
    { light: 'red', count: red, word: t.overdueWord },
    { light: 'amber', count: amber, word: t.soonWord },
    { light: 'green', count: green, word: t.goodWord },
  ]
  return (
    <ul className="sv-lights" aria-label={t.lights}>
      {figures.map(({ light, count, word }) => (
        <li key={light}>
          <b className="num">{count}</b>
          <span className={`light ${light}`}>{word}</span>
        </li>
      ))}
    </ul>
  )
}

function Units({ supervision }: { readonly supervision: Supervision }) {
  const t = useTexts(supervisionTexts)
  const scale = Math.max(1, ...supervision.units.map((row) => row.overdue))
  const columns: readonly Column<Supervision['units'][number]>[] = [
    {
      key: 'unit',
      head: t.col.unit,
      className: 'tight',
      cell: ({ unit }) => <UnitLink unit={unit} />,
      sort: ({ unit }) => unit.shortName,
    },
    {
      key: 'overdue',
      head: t.col.overdue,
      figure: true,
      sort: (row) => row.overdue,
      cell: ({ overdue }) => (
        <span className="sv-bar">
          <i aria-hidden="true" style={{ width: `${(overdue / scale) * 64}px` }} />
          <b>{overdue}</b>
        </span>
      ),
    },
    { key: 'soon', head: t.col.soon, figure: true, sort: (row) => row.dueSoon, cell: (row) => row.dueSoon },
    { key: 'returned', head: t.col.returned, figure: true, sort: (row) => row.returned, cell: (row) => row.returned },
    { key: 'open', head: t.col.open, figure: true, sort: (row) => row.open, cell: (row) => row.open },
    {
      key: 'longest',
      head: t.col.longest,
      figure: true,
      sort: (row) => row.longestDays,
      cell: (row) => (row.longestDays === 0 ? '' : row.longestDays),
    },
    { key: 'step', head: t.col.step, cell: (row) => <StepWord supervision={supervision} step={row.step} /> },
  ]
  if (supervision.units.length === 0) return <p className="card-body quiet">{t.noUnits}</p>
  return (
    <Table
      label={t.units}
      columns={columns}
      rows={supervision.units}
      rowKey={({ unit }) => unit.id}
      nameColumn="unit"
      to={({ unit }) => `/work?unit=${unit.id}`}
    />
  )
}

function StepWord({ supervision, step }: { readonly supervision: Supervision; readonly step: string | null }) {
  const said = useSaid()
  if (step === null) return null
  const rule = supervision.ladder.find((each) => each.step === step)
  return <span>{rule === undefined ? step : said(rule.label)}</span>
}

interface StepResult {
  readonly opened: number
  readonly reminded: number
  readonly escalated: number
  readonly left: number
  /** nothing is left for today */
  readonly finished: boolean
}

function Clock({ supervision }: { readonly supervision: Supervision }) {
  const t = useTexts(supervisionTexts)
  const language = useLanguage()
  const run = useMutation<StepResult, Problem>({ mutationFn: runToTheEnd, onSuccess: refreshWork })
  const { lastOn, lastAt, next, held } = supervision.clock
  return (
    <Card
      title={t.clock}
      actions={
        supervision.may.runClock && held === null ? (
          <button
            type="button"
            className="btn small-btn no-print"
            disabled={run.isPending}
            onClick={() => run.mutate()}
          >
            {t.runNow}
          </button>
        ) : undefined
      }
    >
      <div className="card-body">
        <p>
          {lastOn === null || lastAt === null
            ? t.clockNever
            : t.clockRan(dayInWords(lastOn, language), instantInCounty(lastAt))}
        </p>
        <Refusal problem={run.error} />
        {run.data === undefined ? null : (
          <p className="done-note" role="status">
            {t.ranResult(run.data.reminded + run.data.escalated, run.data.opened)}
          </p>
        )}
        <p className="quiet small">{next.length === 0 ? t.nextNone : t.next}</p>
        <ul className="sv-next">
          {next.map(({ on, count }) => (
            <li key={on}>{t.nextLine(dayInWords(on, language), count)}</li>
          ))}
        </ul>
      </div>
    </Card>
  )
}

/** One step works through some hundreds; a person who presses the button wants all of it. */
async function runToTheEnd(): Promise<StepResult> {
  const sum = { opened: 0, reminded: 0, escalated: 0, left: 0, finished: false }
  for (let step = 0; step < 1_000; step += 1) {
    const done = await post<StepResult>('/clock/step')
    sum.opened += done.opened
    sum.reminded += done.reminded
    sum.escalated += done.escalated
    sum.left = done.left
    sum.finished = done.finished
    if (done.finished) break
  }
  return sum
}

function ClockHeld({ supervision }: { readonly supervision: Supervision }) {
  const t = useTexts(supervisionTexts)
  const language = useLanguage()
  const confirm = useMutation<unknown, Problem>({
    mutationFn: () => post('/clock/confirmation'),
    onSuccess: refreshWork,
  })
  const { held } = supervision.clock
  if (held === null) return null
  return (
    <div className="refusal" role="alert">
      <p>{t.held(dayInWords(held.from, language), dayInWords(held.to, language))}</p>
      <Refusal problem={confirm.error} />
      {supervision.may.runClock ? (
        <p className="notice-actions">
          <button type="button" className="btn primary" disabled={confirm.isPending} onClick={() => confirm.mutate()}>
            {t.confirm}
          </button>
        </p>
      ) : null}
    </div>
  )
}

function Ladder({ supervision }: { readonly supervision: Supervision }) {
  const t = useTexts(supervisionTexts)
  return (
    <Card title={t.ladder} note={<Link to="/parameters">{t.ladderNote}</Link>}>
      <dl className="card-body facts">
        {supervision.ladder.map((rule) => (
          <LadderLine key={rule.step} rule={rule} />
        ))}
      </dl>
    </Card>
  )
}

function LadderLine({ rule }: { readonly rule: Supervision['ladder'][number] }) {
  return (
    <>
      <dt>
        <Said sentence={rule.label} />
      </dt>
      <dd title={rule.source}>
        <Said sentence={rule.after} />
      </dd>
    </>
  )
}
