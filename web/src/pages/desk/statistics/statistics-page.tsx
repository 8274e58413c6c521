import './statistics.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { statisticsFilePath, statisticsQuery } from '../../../api/matter.queries.ts'
import { useMay, useSession } from '../../../api/queries.ts'
import { servicesQuery } from '../../../api/service.queries.ts'
import { dateInWords } from '../../../format/dates.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { Chips } from '../../../ui/choices.tsx'
import { Card, Page } from '../../../ui/page.tsx'
import { Loaded, NoPermission } from '../../../ui/states.tsx'
import { labelOf } from '../../registers/field-words.ts'
import { PeriodChooser } from './period-chooser.tsx'
import { statisticsTexts } from './statistics.texts.ts'
import { readAsked, type StatisticsSearch, ways } from './statistics-search.ts'
import { StatisticsTable } from './statistics-table.tsx'

/** 办件统计: figures of the cases that the reader sees; what they are of stands in the address. */
export function StatisticsPage() {
  const allowed = useMay('matter.read')
  const today = useSession()?.today
  if (!allowed) return <NoPermission />
  return today === undefined ? null : <Statistics today={today} />
}

function Statistics({ today }: { readonly today: string }) {
  const t = useTexts(statisticsTexts)
  const language = useLanguage()
  const search: StatisticsSearch = useSearch({ from: '/matter-statistics' })
  const navigate = useNavigate({ from: '/matter-statistics' })
  const asked = readAsked(search, today)
  const query = useQuery({ ...statisticsQuery(asked), placeholderData: (before) => before })
  const services = useQuery(servicesQuery)
  const change = (next: StatisticsSearch) => {
    const all = Object.entries({ ...search, ...next }).filter(([, value]) => value !== undefined && value !== '')
    void navigate({ search: Object.fromEntries(all), replace: true })
  }
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={(['xlsx', 'csv'] as const).map((format) => (
        <a key={format} className="btn no-print" href={statisticsFilePath(asked, format)} download>
          {t.export} {format}
        </a>
      ))}
    >
      <div className="filters st-filters no-print">
        <Chips
          label={t.by}
          value={asked.by}
          choices={ways.map((value) => ({ value, label: t.bys[value] }))}
          onChange={(by) => change({ by })}
        />
        <label className="st-type">
          <span>{t.type}</span>
          <select value={asked.type ?? ''} onChange={(event) => change({ type: event.target.value })}>
            <option value="">{t.allTypes}</option>
            {services.data?.services.map((service) => (
              <option key={service.id} value={service.id}>
                {labelOf(service, language)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <PeriodChooser
        key={`${asked.from}${asked.to}`}
        from={asked.from}
        to={asked.to}
        today={today}
        onPeriod={(period) => change(period)}
      />
      <Loaded query={query}>
        {(statistics) => (
          <section aria-live="polite">
            <h2 className="group-title">
              {t.shown(dateInWords(statistics.from, language), dateInWords(statistics.to, language))}
            </h2>
            <StatisticsTable statistics={statistics} asked={asked} />
          </section>
        )}
      </Loaded>
      <Card title={t.how}>
        <ul className="card-body st-rules">
          {t.rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </Card>
    </Page>
  )
}
