import { type InfiniteData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Problem } from '../../api/client.ts'
import { exportPath, groundsQuery, type RecordsAsked, recordPath, recordsPage } from '../../api/indicator.queries.ts'
import type { CountedRecord, IndicatorDetail, RecordsPage } from '../../api/indicator.types.ts'
import { partFigure } from '../../format/indicator-figures.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Chips } from '../../ui/choices.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { UnitLink } from '../../ui/programme-parts.tsx'
import { Empty, Failed, Skeleton } from '../../ui/states.tsx'
import type { Ground } from './ground-numbers.ts'
import { indicatorsTexts } from './indicators.texts.ts'
import { Reasons } from './reasons.tsx'
import type { IndicatorView, ViewControl } from './use-indicator-view.ts'

interface RecordsDrawerProps {
  readonly detail: IndicatorDetail
  readonly control: ViewControl
}

/** 哪些记录计入，为什么: opens over the page when the address says so. */
export function RecordsDrawer({ detail, control }: RecordsDrawerProps) {
  const { view, set } = control
  if (view.records === undefined && view.step === undefined) return null
  const close = () => set({ records: undefined, counts: undefined, step: undefined })
  return <OpenDrawer detail={detail} control={control} onClose={close} />
}

function OpenDrawer({
  detail,
  control: { view, set },
  onClose,
}: RecordsDrawerProps & { readonly onClose: () => void }) {
  const t = useTexts(indicatorsTexts)
  const language = useLanguage()
  const asked = askedFor(view)
  const query = useInfiniteQuery<RecordsPage, Problem, InfiniteData<RecordsPage>, readonly unknown[], string | null>({
    queryKey: ['indicators', detail.id, 'records', asked],
    queryFn: ({ pageParam, signal }) => recordsPage(detail.id, asked, pageParam, signal),
    initialPageParam: null,
    getNextPageParam: (last) => last.next,
  })
  const pages = query.data?.pages ?? []
  const rows = pages.flatMap((page) => page.records)
  const [first] = pages
  const grounds = useQuery(groundsQuery(detail.id, { at: view.at, unit: view.unit })).data?.grounds ?? []
  const part = detail.inputs.find(({ path }) => path === view.records)
  const unit = detail.units.find((one) => one.unit.id === view.unit)?.unit
  const scope = [
    unit?.shortName ?? t.county,
    asked.step === undefined ? t.asOf(view.at ?? detail.asOf) : t.between(asked.from ?? '', asked.to ?? ''),
  ].join('，')
  const counted = first?.counting ?? null
  const notCounted = first?.notCounting ?? null
  return (
    <Drawer
      title={part === undefined ? detail.label : part.label[language]}
      lead={`${t.recordsLead} ${scope}`}
      onClose={onClose}
    >
      <div className="drawer-bar">
        {asked.step === undefined ? (
          <Chips
            label={t.countsOrNot}
            value={view.counts ?? 'yes'}
            onChange={(counts) => set({ counts: counts === 'no' ? 'no' : undefined })}
            choices={[
              { value: 'yes', label: t.counts, ...(counted === null ? {} : { count: counted }) },
              { value: 'no', label: t.countsNot, ...(notCounted === null ? {} : { count: notCounted }) },
            ]}
          />
        ) : (
          <span className="quiet">{t.behindStep}</span>
        )}
        <a className="btn small-btn in-export" href={exportPath(detail.id, { at: view.at, unit: view.unit })} download>
          {t.exportRecords}
        </a>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="drawer-body" tabIndex={0} aria-label={t.recordsLead}>
        {query.error !== null ? (
          <Failed problem={query.error} onRetry={() => void query.refetch()} />
        ) : query.data === undefined ? (
          <Skeleton rows={8} />
        ) : rows.length === 0 ? (
          <Empty icon="search" title={view.counts === 'no' ? t.noneNot : t.noneCounts}>
            {view.counts === 'no' ? t.noneNotLead : t.noneCountsLead}
          </Empty>
        ) : (
          <>
            {asked.counts === 'false' ? <p className="quiet small in-nearly">{t.nearly}</p> : null}
            <ol className="in-records">
              {rows.map((record) => (
                <RecordRow
                  key={`${record.register}${record.id}`}
                  record={record}
                  unit={part?.unit ?? detail.unit}
                  grounds={grounds}
                />
              ))}
            </ol>
            {query.hasNextPage ? (
              <p className="in-more">
                <button
                  type="button"
                  className="btn"
                  disabled={query.isFetchingNextPage}
                  onClick={() => void query.fetchNextPage()}
                >
                  {t.more}
                </button>
              </p>
            ) : (
              <p className="quiet small in-more">{t.allShown(rows.length)}</p>
            )}
          </>
        )}
      </section>
    </Drawer>
  )
}

interface RecordRowProps {
  readonly record: CountedRecord
  /** of the part that it counts in */
  readonly unit: string
  readonly grounds?: readonly Ground[]
}

export function RecordRow({ record, unit, grounds = [] }: RecordRowProps) {
  const t = useTexts(indicatorsTexts)
  const weight = partFigure(record.weight, unit)
  return (
    <li className={record.counts ? undefined : 'not'}>
      <div className="in-record-head">
        <span className={`light ${record.counts ? 'green' : 'grey'}`}>{record.counts ? t.counts : t.countsNot}</span>
        <Link to={recordPath(record.register, record.id)} className="in-record-name">
          {record.label}
        </Link>
        {record.weight === 1 ? null : (
          <b className="nb" title={String(record.weight)}>
            {weight.figure} <small className="quiet">{weight.unit}</small>
          </b>
        )}
      </div>
      <p className="quiet small">
        {record.unit === null ? t.noUnit : <UnitLink unit={record.unit} />}
        {record.from === null || !record.counts ? null : `　${t.span(record.from, record.until)}`}
      </p>
      <Reasons reasons={record.reasons} grounds={grounds} />
    </li>
  )
}

/** What is asked of the interface for what stands in the address. */
function askedFor(view: IndicatorView): RecordsAsked {
  if (view.step !== undefined)
    return {
      step: view.step,
      from: view.from,
      to: view.to,
      unit: view.unit,
      path: view.records === 'all' ? undefined : view.records,
    }
  return {
    at: view.at,
    unit: view.unit,
    path: view.records === 'all' ? undefined : view.records,
    counts: view.counts === 'no' ? 'false' : 'true',
  }
}
