import { fetchedPart } from '../../ui/fetched-part.tsx'
import './target.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { targetProgressQuery } from '../../api/monitoring.queries.ts'
import { targetQuery, useMay } from '../../api/queries.ts'
import type { TargetDetail, TargetMonitor } from '../../api/types.gen.ts'
import { amountInWords } from '../../format/amounts.ts'
import { useCommon } from '../../i18n/common.texts.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Page, PrintButton } from '../../ui/page.tsx'
import { AreaTag } from '../../ui/programme-parts.tsx'
import { Empty, Loaded, Skeleton, SkeletonPage } from '../../ui/states.tsx'
import { ChartCard } from './chart-card.tsx'
import { DefinitionCard } from './definition-card.tsx'
import { HistoryCard, LightsCard } from './history-card.tsx'
import { targetsTexts } from './targets.texts.ts'
import { LevelsCard, TasksCard } from './tasks-card.tsx'
import { UnitsCard } from './units-card.tsx'
import { ValueCard } from './value-card.tsx'

const TargetParts = fetchedPart(() => import('../indicators/target-parts.tsx').then((file) => file.TargetParts))

/** 指标页: the value, why its light has its colour, how it moved and will move, whose it is, and every word behind it. */
export function TargetPage() {
  const { itemId } = useParams({ from: '/targets/$itemId' })
  const target = useQuery(targetQuery(itemId))
  const monitor = useQuery(targetProgressQuery(itemId))
  return (
    <Loaded query={target} skeleton={<SkeletonPage />} missing={<NoTarget />} alone>
      {(target) => (
        <TargetView target={target} monitor={monitor.data}>
          <Loaded query={monitor} skeleton={<Skeleton rows={14} />}>
            {(monitor) => <Panels target={target} monitor={monitor} />}
          </Loaded>
        </TargetView>
      )}
    </Loaded>
  )
}

interface TargetViewProps {
  readonly target: TargetDetail
  readonly monitor: TargetMonitor | undefined
  readonly children: React.ReactNode
}

function TargetView({ target, monitor, children }: TargetViewProps) {
  const t = useTexts(targetsTexts)
  const language = useLanguage()
  const mayDecide = monitor?.may.decide.may === true
  return (
    <Page
      title={target.name}
      lead={`${amountInWords(target.amount, language)}${target.owners[0] === undefined ? '' : t.ledBy(target.owners.map((unit) => unit.name))}`}
      crumbs={[
        { to: '/', label: t.cockpit },
        { to: '/targets', label: t.title },
      ]}
      tag={
        <>
          <AreaTag area={target.area} /> <span className="quiet">{target.code}</span>
        </>
      }
      actions={
        <>
          <PrintButton />
          {monitor?.may.urge.may === true && monitor.nextDuty !== null ? (
            <Link to="/duties/$dutyId" params={{ dutyId: monitor.nextDuty.id }} className="btn">
              {t.urge}
            </Link>
          ) : null}
          {mayDecide ? (
            <Link to="/targets/$itemId/breakdown" params={{ itemId: target.itemId }} className="btn primary">
              {t.breakDown}
            </Link>
          ) : null}
        </>
      }
    >
      {children}
      <Pager target={target} />
    </Page>
  )
}

function Panels({ target, monitor }: { readonly target: TargetDetail; readonly monitor: TargetMonitor }) {
  // where nothing is shared out the reports take the whole width
  const shared = monitor.units !== null
  const mayCompute = useMay('indicator.read')
  return (
    <div className="tg-sheet">
      <ValueCard target={target} monitor={monitor} />
      <ChartCard target={target} monitor={monitor} />
      <DefinitionCard target={target} />
      {mayCompute ? <TargetParts code={target.code} monitor={monitor} /> : null}
      {shared ? (
        <div className="tg-rest">
          <UnitsCard monitor={monitor} />
          <HistoryCard monitor={monitor} />
        </div>
      ) : (
        <HistoryCard monitor={monitor} />
      )}
      <div className="tg-side">
        {shared ? null : <UnitsCard monitor={monitor} />}
        <LevelsCard target={target} monitor={monitor} />
        <TasksCard monitor={monitor} />
        <LightsCard monitor={monitor} />
      </div>
    </div>
  )
}

function NoTarget() {
  const t = useTexts(targetsTexts)
  return (
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
