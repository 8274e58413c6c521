import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { cockpitQuery, useSession } from '../../api/queries.ts'
import type { ReportRow, ReportState } from '../../api/types.gen.ts'
import { workQuery } from '../../api/work.queries.ts'
import { periodInWords } from '../../format/periods.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Chips, Filters } from '../../ui/choices.tsx'
import { afterPause } from '../registers/after-pause.ts'
import { deskTexts } from './desk.texts.ts'
import type { DeskSearch } from './desk-page.tsx'

const states = ['submitted', 'checked', 'returned', 'approved', 'all'] as const

interface DeskFiltersProps {
  readonly search: DeskSearch
  readonly counts: Readonly<Partial<Record<ReportState, number>>>
  readonly reports: readonly ReportRow[]
  readonly shown: number
  readonly more: boolean
  readonly onChange: (search: DeskSearch) => void
}

/** State, unit, period and words; all of them stand in the address, so that a view can be passed on. */
export function DeskFilters({ search, counts, reports, shown, more, onChange }: DeskFiltersProps) {
  const t = useTexts(deskTexts)
  const language = useLanguage()
  // who reads all progress is told all living units with their own work
  const units = useQuery(workQuery(undefined)).data?.units ?? []
  const today = useSession()?.today ?? ''
  const set = (patch: { [K in keyof DeskSearch]?: DeskSearch[K] | undefined }) =>
    onChange(
      Object.fromEntries(
        Object.entries({ ...search, ...patch }).filter(([, value]) => value !== undefined && value !== ''),
      ) as DeskSearch,
    )
  const periods = [...new Set([...lastMonths(today), ...reports.map(({ duty }) => duty.period), search.period ?? ''])]
    .filter((period) => period !== '')
    .sort()
    .reverse()
  const filtered = [search.unit, search.item, search.period, search.q].some((each) => each !== undefined)
  return (
    <Filters>
      <Chips
        label={t.state}
        value={search.state ?? 'all'}
        onChange={(state) => set({ state })}
        choices={states.map((state) => ({
          value: state,
          label: t.states[state],
          ...(state === 'all' || state === 'approved' || counts[state] === undefined ? {} : { count: counts[state] }),
        }))}
      />
      <label>
        {t.unit}
        <select value={search.unit ?? ''} onChange={(event) => set({ unit: event.target.value })}>
          <option value="">{t.all}</option>
          {units.map((unit) => (
            <option key={unit.id} value={unit.id}>
              {unit.shortName}
            </option>
          ))}
        </select>
      </label>
      <ItemFilter value={search.item ?? ''} onChange={(item) => set({ item })} />
      <label>
        {t.period}
        <select value={search.period ?? ''} onChange={(event) => set({ period: event.target.value })}>
          <option value="">{t.all}</option>
          {periods.map((period) => (
            <option key={period} value={period}>
              {periodInWords(period, language)}
            </option>
          ))}
        </select>
      </label>
      <SearchField value={search.q ?? ''} onChange={(q) => set({ q })} />
      {filtered ? (
        <button
          type="button"
          className="text-btn"
          onClick={() => onChange(search.state === undefined ? {} : { state: search.state })}
        >
          {t.clear}
        </button>
      ) : null}
      <span className="filter-result" role="status">
        {more ? t.shownMore(shown) : t.shown(shown)}
      </span>
    </Filters>
  )
}

/** One target or task over all periods and units; milestones are found by their words. */
function ItemFilter({ value, onChange }: { readonly value: string; readonly onChange: (itemId: string) => void }) {
  const t = useTexts(deskTexts)
  const { data } = useQuery(cockpitQuery)
  const groups = [
    {
      label: t.items.target,
      items: (data?.targets ?? []).map(({ itemId, code, name }) => ({ itemId, name: `${code} ${name}` })),
    },
    {
      label: t.items.task,
      items: (data?.tasks ?? []).map(({ itemId, number, title }) => ({ itemId, name: `${number} ${title}` })),
    },
  ]
  return (
    <label>
      {t.item}
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t.all}</option>
        {groups.map(({ label, items }) => (
          <optgroup key={label} label={label}>
            {items.map((item) => (
              <option key={item.itemId} value={item.itemId}>
                {item.name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  )
}

/** Asks once typing has paused, not at every key. */
function SearchField({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const t = useTexts(deskTexts)
  const [typed, setTyped] = useState(value)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed starts the pause
  useEffect(() => {
    if (typed.trim() === value) return
    return afterPause(300, () => onChange(typed.trim()))
  }, [typed])
  useEffect(() => setTyped((before) => (before.trim() === value ? before : value)), [value])
  return (
    <label>
      <span className="sr">{t.search}</span>
      <input type="search" placeholder={t.search} value={typed} onChange={(event) => setTyped(event.target.value)} />
    </label>
  )
}

/** The months that reports are looked for in most: this one and the seven before. */
function lastMonths(today: string): readonly string[] {
  const [year = 0, month = 1] = today.split('-').map(Number)
  if (year === 0) return []
  return Array.from({ length: 8 }, (_, back) => {
    const count = year * 12 + month - 1 - back
    return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
  })
}
