import '../targets/target.css'
import './indicator.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { exportPath, indicatorQuery, indicatorValueQuery } from '../../api/indicator.queries.ts'
import type { IndicatorDetail } from '../../api/indicator.types.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Icon } from '../../ui/icons.tsx'
import { Page, PrintButton } from '../../ui/page.tsx'
import { Empty, Loaded, SkeletonPage } from '../../ui/states.tsx'
import { DriftCard } from './drift-card.tsx'
import { ConditionsCard, FormulaCard } from './formula-card.tsx'
import { indicatorsTexts } from './indicators.texts.ts'
import { RecordsDrawer } from './records-drawer.tsx'
import { SeriesCard } from './series-card.tsx'
import { UnitsCard } from './units-card.tsx'
import { useIndicatorView } from './use-indicator-view.ts'
import { ValueCard } from './value-card.tsx'
import { VersionsCard } from './versions-card.tsx'
import { WaterfallCard } from './waterfall-card.tsx'
import { WhatIfCard } from './what-if-card.tsx'

/** 测算指标: a figure that explains itself, from its formula down to each record that it counts. */
export function IndicatorPage() {
  const { code } = useParams({ from: '/indicators/$code' })
  const query = useQuery(indicatorQuery(code))
  return (
    <Loaded query={query} skeleton={<SkeletonPage />} missing={<NoIndicator />} alone>
      {(detail) => <IndicatorView detail={detail} />}
    </Loaded>
  )
}

function IndicatorView({ detail }: { readonly detail: IndicatorDetail }) {
  const t = useTexts(indicatorsTexts)
  const language = useLanguage()
  const control = useIndicatorView()
  const { view } = control
  const value = useQuery(indicatorValueQuery(detail.id, { unit: view.unit, at: view.at }))
  const byUnit = detail.byUnit && detail.units.length > 0
  const openPart = (path: string) => control.open({ records: path, step: undefined, counts: undefined })
  return (
    <Page
      title={language === 'zh' ? detail.label : detail.labelEn}
      lead={detail.meaning}
      crumbs={[
        { to: '/', label: t.cockpit },
        { to: '/indicators', label: t.title },
      ]}
      {...(detail.code === null ? {} : { tag: <span className="quiet">{detail.code}</span> })}
      actions={
        <>
          <PrintButton />
          <a className="btn no-print" href={exportPath(detail.id, { unit: view.unit, at: view.at })} download>
            <Icon name="document" />
            {t.exportFigure}
          </a>
          {detail.may.define ? (
            <Link to="/indicators/$code/definition" params={{ code: detail.id }} className="btn no-phone">
              <Icon name="edit" />
              {t.editDefinition}
            </Link>
          ) : null}
          <button type="button" className="btn primary" onClick={() => openPart('all')}>
            {t.seeRecords}
          </button>
        </>
      }
    >
      <div className="in-sheet">
        <ValueCard detail={detail} value={value.data} control={control} />
        <SeriesCard detail={detail} control={control} />
        <FormulaCard detail={detail} value={value.data} onPart={openPart} view={view} />
        <div className="in-wide">
          {byUnit ? (
            <UnitsCard detail={detail} control={control} />
          ) : (
            <WaterfallCard detail={detail} control={control} />
          )}
        </div>
        <div className="in-side">
          <ConditionsCard detail={detail} />
          <VersionsCard versions={detail.versions} />
        </div>
        <div className={byUnit ? 'in-low' : 'in-low two'}>
          {byUnit ? <WaterfallCard detail={detail} control={control} /> : null}
          <WhatIfCard detail={detail} control={control} />
          <DriftCard detail={detail} />
        </div>
      </div>
      <RecordsDrawer detail={detail} control={control} />
    </Page>
  )
}

function NoIndicator() {
  const t = useTexts(indicatorsTexts)
  return (
    <Empty
      alone
      icon="target"
      title={t.noIndicator}
      actions={
        <Link to="/indicators" className="btn">
          {t.toList}
        </Link>
      }
    >
      {t.noIndicatorLead}
    </Empty>
  )
}
