import './target.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { targetQuery, useSession } from '../../api/queries.ts'
import type { TargetDetail } from '../../api/types.gen.ts'
import { StepLine } from '../../charts/step-line.tsx'
import {
  amountFigure,
  amountInWords,
  comparatorSymbol,
  exactAmount,
  formatFigure,
  whenMet,
} from '../../format/amounts.ts'
import { dateInWords, daysBetween } from '../../format/dates.ts'
import { useCommon } from '../../i18n/common.texts.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Card, Page, PrintButton } from '../../ui/page.tsx'
import { AreaTag, KindTag, Quoted, TaskLinks, UnitLink } from '../../ui/programme-parts.tsx'
import { Empty, Loaded, Missing, SkeletonPage } from '../../ui/states.tsx'
import { targetsTexts } from './targets.texts.ts'

/** One target: its amount, its words, how it is counted, and how it moved. */
export function TargetPage() {
  const t = useTexts(targetsTexts)
  const { itemId } = useParams({ from: '/targets/$itemId' })
  const query = useQuery(targetQuery(itemId))
  const missing = (
    <Empty
      alone
      icon="target"
      title={t.missing}
      actions={
        <Link to="/targets" className="btn">
          {t.toList}
        </Link>
      }
    >
      {t.missingLead}
    </Empty>
  )
  return (
    <Loaded query={query} skeleton={<SkeletonPage />} missing={missing} alone>
      {(target) => <TargetView target={target} />}
    </Loaded>
  )
}

function TargetView({ target }: { readonly target: TargetDetail }) {
  const t = useTexts(targetsTexts)
  const language = useLanguage()
  return (
    <Page
      title={target.name}
      lead={`${amountInWords(target.amount, language)}　${whenMet(target.amount, language)}`}
      crumbs={[{ to: '/targets', label: t.title }]}
      tag={
        <>
          <AreaTag area={target.area} /> <span className="quiet">{target.code}</span>
        </>
      }
      actions={<PrintButton />}
    >
      <div className="tg-grid">
        <AmountCard target={target} />
        <ChartCard target={target} />
        <DefinitionCard target={target} />
        <Card title={t.quoted} className="tg-words">
          <div className="card-body tg-quotes">
            {target.words === null ? null : <Quoted words={target.words} />}
            {target.statements.map((statement) => (
              <Quoted key={statement.where} words={statement.words} source={t.statedIn(statement.where)} />
            ))}
          </div>
        </Card>
        <YearsCard target={target} />
      </div>
      <Pager target={target} />
    </Page>
  )
}

function AmountCard({ target }: { readonly target: TargetDetail }) {
  const t = useTexts(targetsTexts)
  const common = useCommon()
  const language = useLanguage()
  const today = useSession()?.today
  const exact = exactAmount(target.amount)
  const days = today === undefined || target.deadline === null ? null : daysBetween(today, target.deadline)
  return (
    <Card className="tg-amount">
      <div className="card-body">
        <p className="quiet">{t.target}</p>
        <p className="tg-figure">
          <span aria-hidden="true">
            <i>{comparatorSymbol(target.amount)}</i>
            <b>{amountFigure(target.amount)}</b>
          </span>
          <span className="sr">{amountInWords(target.amount, language)}</span>
          <span aria-hidden="true">{target.amount.unit}</span>
        </p>
        {exact === null ? null : <p className="quiet small">{t.exact(exact)}</p>}
        <dl className="facts ruled">
          <dt>{t.current}</dt>
          <dd>
            <Missing reason={t.notReported} why={t.notReportedWhy} />
          </dd>
          <dt>{t.kind}</dt>
          <dd>
            <KindTag kind={target.kind} />
            {target.kind === null ? null : <span className="quiet small"> {common.kindMeaning[target.kind]}</span>}
          </dd>
          <dt>{t.deadline}</dt>
          <dd>
            {target.deadline === null ? (
              <span className="quiet">{common.notSet}</span>
            ) : (
              dateInWords(target.deadline, language)
            )}
            {days === null || days < 0 ? null : <span className="tg-days">{t.daysLeft(days)}</span>}
          </dd>
          <dt>{t.owner}</dt>
          <dd className="stacked">
            {target.owners.length === 0 ? <span className="quiet">{common.notSet}</span> : null}
            {target.owners.map((unit) => (
              <UnitLink key={unit.id} unit={unit} full />
            ))}
          </dd>
          <dt>{t.tasks}</dt>
          <dd className="stacked">
            <TaskLinks tasks={target.tasks} />
            {target.tasks.length === 1 ? <span className="quiet small">{target.tasks[0]?.title}</span> : null}
          </dd>
        </dl>
      </div>
    </Card>
  )
}

function ChartCard({ target }: { readonly target: TargetDetail }) {
  const t = useTexts(targetsTexts)
  const common = useCommon()
  const today = useSession()?.today ?? ''
  const latest = target.steps.at(-1)
  return (
    <Card title={t.chart} note={t.chartNote} className="tg-chart">
      <div className="card-body">
        <StepLine months={target.months} amount={target.amount} today={today} label={t.chartLabel(target.name)} />
        <p className="quiet small">{latest === undefined ? t.noSteps : t.chartSource(latest.version)}</p>
        <ol className="tg-steps">
          {target.steps.map((step) => (
            <li key={step.version}>
              <Link to="/plan" search={{ version: step.version }}>
                {common.version(step.version)}
              </Link>
              <span className="nb">{t.since(step.effectiveFrom)}</span>
              <b className="nb">
                {step.amount === null
                  ? common.none
                  : `${comparatorSymbol(step.amount)} ${amountFigure(step.amount)} ${step.amount.unit}`}
              </b>
              <span className="quiet">{step.reason ?? (step.version === 1 ? t.reasonFirst : '')}</span>
            </li>
          ))}
        </ol>
      </div>
    </Card>
  )
}

function DefinitionCard({ target }: { readonly target: TargetDetail }) {
  const t = useTexts(targetsTexts)
  const { definition } = target
  const labels: Readonly<Record<string, string>> = t.confidences
  return (
    <Card title={t.definition} className="tg-definition">
      <div className="card-body">
        {definition === null ? (
          <p className="quiet">{t.noDefinition}</p>
        ) : (
          <dl className="facts">
            {definition.formula === null ? null : (
              <>
                <dt>{t.formula}</dt>
                <dd className="tg-formula">{definition.formula}</dd>
              </>
            )}
            {definition.dataFrom === null ? null : (
              <>
                <dt>{t.dataFrom}</dt>
                <dd>{definition.dataFrom}</dd>
              </>
            )}
            {definition.window === null ? null : (
              <>
                <dt>{t.window}</dt>
                <dd className="nb">{`${definition.window.start} — ${definition.window.end}`}</dd>
              </>
            )}
            {definition.confidence === null ? null : (
              <>
                <dt>{t.confidence}</dt>
                <dd>{labels[definition.confidence] ?? definition.confidence}</dd>
              </>
            )}
          </dl>
        )}
        {definition?.pitfall == null ? null : (
          <p className="tg-pitfall">
            <b className="light amber">{t.pitfall}</b>
            <span>{definition.pitfall}</span>
          </p>
        )}
      </div>
    </Card>
  )
}

function YearsCard({ target }: { readonly target: TargetDetail }) {
  const t = useTexts(targetsTexts)
  const common = useCommon()
  if (target.years.length === 0) return null
  return (
    <Card title={t.years} note={t.yearsNote} className="tg-years">
      <table className="mini-table">
        <thead>
          <tr>
            <th scope="col">{t.year}</th>
            <th scope="col" className="num">
              {`${t.target}（${target.amount.unit}）`}
            </th>
          </tr>
        </thead>
        <tbody>
          {target.years.map(({ year, value }) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              <td className="num">
                {value === null ? <Missing reason={common.decompose} /> : <b>{formatFigure(value)}</b>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}

function Pager({ target }: { readonly target: TargetDetail }) {
  const common = useCommon()
  return (
    <nav className="pager no-print" aria-label={`${common.previous} / ${common.next}`}>
      {target.previous === null ? (
        <span />
      ) : (
        <Link to="/targets/$itemId" params={{ itemId: target.previous.itemId }} rel="prev">
          <span>← {common.previous}</span>
          {target.previous.name}
        </Link>
      )}
      {target.next === null ? null : (
        <Link to="/targets/$itemId" params={{ itemId: target.next.itemId }} rel="next">
          <span>{common.next} →</span>
          {target.next.name}
        </Link>
      )}
    </nav>
  )
}
