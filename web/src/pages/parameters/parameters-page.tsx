import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { parametersQuery } from '../../api/queries.ts'
import type { ParameterRow } from '../../api/types.gen.ts'
import { useTexts } from '../../i18n/language.ts'
import { Chips, Filters } from '../../ui/choices.tsx'
import { Page, PrintButton } from '../../ui/page.tsx'
import { Empty, Loaded, Skeleton } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { parametersTexts } from './parameters.texts.ts'

type State = '' | 'default' | 'decided'
type Texts = (typeof parametersTexts)['zh']

/** 县域参数: what the county may choose, what holds now, and where that comes from. */
export function ParametersPage() {
  const t = useTexts(parametersTexts)
  const query = useQuery(parametersQuery)
  return (
    <Page title={t.title} lead={t.lead} actions={<PrintButton />}>
      <Loaded query={query} skeleton={<Skeleton rows={12} />}>
        {({ parameters }) => <ParameterList parameters={parameters} />}
      </Loaded>
    </Page>
  )
}

function ParameterList({ parameters }: { readonly parameters: readonly ParameterRow[] }) {
  const t = useTexts(parametersTexts)
  const [state, setState] = useState<State>('')
  const [words, setWords] = useState('')
  const wanted = words.trim().toLowerCase()
  const shown = parameters.filter(
    (one) =>
      (state === '' || (state === 'default') === one.isDefault) &&
      [one.label, one.source, one.note ?? '', ...one.about].join(' ').toLowerCase().includes(wanted),
  )
  const defaults = parameters.filter((one) => one.isDefault).length
  return (
    <>
      <Filters>
        <Chips<State>
          label={t.which}
          value={state}
          onChange={setState}
          choices={[
            { value: '', label: t.all, count: parameters.length },
            { value: 'default', label: t.defaults, count: defaults },
            { value: 'decided', label: t.decided, count: parameters.length - defaults },
          ]}
        />
        <input
          type="search"
          aria-label={t.find}
          placeholder={t.find}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <span className="quiet small" role="status">
          {t.shown(shown.length, parameters.length)}
        </span>
      </Filters>
      {shown.length === 0 ? (
        <Empty icon="search" title={t.noneTitle}>
          {t.noneLead}
        </Empty>
      ) : (
        <Table label={t.title} columns={columns(t)} rows={shown} rowKey={(row) => row.key} nameColumn="label" />
      )}
    </>
  )
}

function columns(t: Texts): readonly Column<ParameterRow>[] {
  return [
    { key: 'label', head: t.col.label, cell: (row) => row.label, sort: (row) => row.label },
    { key: 'value', head: t.col.value, cell: (row) => valueInWords(row, t), className: 'nb' },
    { key: 'unit', head: t.col.unit, cell: (row) => row.unit, className: 'nb' },
    {
      key: 'state',
      head: t.col.state,
      className: 'nb',
      sort: (row) => String(row.isDefault),
      cell: (row) => (
        <span className={row.isDefault ? 'light amber' : 'light green'}>{row.isDefault ? t.defaults : t.decided}</span>
      ),
    },
    { key: 'about', head: t.col.about, cell: (row) => row.about.join('、') },
    {
      key: 'source',
      head: t.col.source,
      className: 'wide',
      cell: (row) => (
        <>
          {row.source}
          {row.note === null ? null : <span className="quiet small">　{row.note}</span>}
        </>
      ),
    },
  ]
}

function valueInWords({ value, choice }: ParameterRow, t: Texts): string {
  if (choice !== null) return choice
  if (value === null) return t.undecided
  if (typeof value === 'boolean') return value ? t.yes : t.no
  return Array.isArray(value) ? value.join('、') : String(value)
}
