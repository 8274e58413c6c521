import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Problem } from '../../api/client.ts'
import type { DutyRow, Light, UnitRef } from '../../api/types.gen.ts'
import { type DutyPage, dutyPage } from '../../api/work.queries.ts'
import { useTexts } from '../../i18n/language.ts'
import { Chips, Filters } from '../../ui/choices.tsx'
import { dutyTexts } from '../../ui/duty.texts.ts'
import { DutyDue } from '../../ui/duty.tsx'
import { Card } from '../../ui/page.tsx'
import { UnitLink } from '../../ui/programme-parts.tsx'
import { Failed, Skeleton } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { supervisionTexts } from './supervision.texts.ts'

type LightChoice = Light | 'all'

/** Every open duty, by unit and light, a page at a time. */
export function OpenDuties({ units }: { readonly units: readonly UnitRef[] }) {
  const t = useTexts(supervisionTexts)
  const words = useTexts(dutyTexts)
  const [light, setLight] = useState<LightChoice>('red')
  const [unit, setUnit] = useState('')
  const filters = { open: 'true', light: light === 'all' ? undefined : light, unit: unit === '' ? undefined : unit }
  const query = useInfiniteQuery<DutyPage, Problem, { pages: DutyPage[] }, readonly unknown[], string | null>({
    queryKey: ['work', 'duties', filters],
    queryFn: ({ pageParam, signal }) => dutyPage(filters, pageParam, signal),
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
  })
  const duties = query.data?.pages.flatMap((page) => page.duties)
  const columns: readonly Column<DutyRow>[] = [
    {
      key: 'item',
      head: t.item,
      cell: (duty) => duty.title,
      sort: (duty) => duty.title,
    },
    {
      key: 'unit',
      head: t.filterUnit,
      cell: (duty) => <UnitLink unit={duty.unit} />,
      sort: (duty) => duty.unit.shortName,
    },
    { key: 'kind', head: t.filterKind, cell: (duty) => words.kinds[duty.kind] },
    { key: 'due', head: t.due, cell: (duty) => <DutyDue duty={duty} />, sort: (duty) => duty.dueOn },
    { key: 'state', head: t.state, cell: (duty) => words.states[duty.state] },
  ]
  return (
    <Card title={t.openDuties}>
      <div className="card-body">
        <Filters>
          <Chips
            label={t.filterLight}
            value={light}
            onChange={setLight}
            choices={[
              { value: 'red', label: t.overdueWord },
              { value: 'amber', label: t.soonWord },
              { value: 'green', label: t.goodWord },
              { value: 'all', label: t.all },
            ]}
          />
          <label>
            {t.filterUnit}
            <select value={unit} onChange={(event) => setUnit(event.target.value)}>
              <option value="">{t.all}</option>
              {units.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.shortName}
                </option>
              ))}
            </select>
          </label>
          {duties === undefined ? null : (
            <span className="filter-result" role="status">
              {t.found(duties.length)}
            </span>
          )}
        </Filters>
      </div>
      {duties === undefined ? (
        <div className="card-body">
          {query.error === null ? (
            <Skeleton rows={5} />
          ) : (
            <Failed problem={query.error} onRetry={() => void query.refetch()} />
          )}
        </div>
      ) : duties.length === 0 ? (
        <p className="card-body quiet">{t.noDuties}</p>
      ) : (
        <Table
          label={t.openDuties}
          columns={columns}
          rows={duties}
          rowKey={(duty) => duty.id}
          nameColumn="item"
          to={(duty) => `/duties/${duty.id}`}
        />
      )}
      {query.hasNextPage ? (
        <p className="card-body no-print">
          <button type="button" className="btn" disabled={query.isFetching} onClick={() => void query.fetchNextPage()}>
            {t.more}
          </button>
        </p>
      ) : null}
    </Card>
  )
}
