import './types.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { matterTypesQuery } from '../../../api/matter-type.queries.ts'
import { useMay } from '../../../api/queries.ts'
import type { Area, MatterTypeRow } from '../../../api/types.gen.ts'
import { useCommon } from '../../../i18n/common.texts.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { Page } from '../../../ui/page.tsx'
import { Loaded, NoPermission } from '../../../ui/states.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { labelOf } from '../../registers/field-words.ts'
import { TypeState } from './type-state.tsx'
import { typesTexts } from './types.texts.ts'

/** 事项管理: every kind of matter, its version, and whether it is taken. */
export function MatterTypesPage() {
  const t = useTexts(typesTexts)
  const common = useCommon()
  const language = useLanguage()
  const allowed = useMay('service.manage')
  const query = useQuery({ ...matterTypesQuery, enabled: allowed })
  if (!allowed) return <NoPermission />
  const columns: readonly Column<MatterTypeRow>[] = [
    {
      key: 'name',
      head: t.name,
      cell: (row) => (
        <Link to="/matter-types/$type" params={{ type: row.id }}>
          {labelOf(row, language)}
        </Link>
      ),
    },
    { key: 'area', head: t.area, cell: (row) => common.areas[row.area as Area] ?? row.area },
    {
      key: 'state',
      head: t.state,
      cell: (row) => <TypeState row={row} />,
    },
    {
      key: 'version',
      head: t.version,
      cell: (row) => (
        <>
          {row.version === null ? t.notWritten : t.versionNo(row.version)}
          {row.isChanged ? <span className="light amber small">　{t.changed}</span> : null}
        </>
      ),
    },
    {
      key: 'entrances',
      head: t.entrances,
      cell: (row) => {
        const words: Readonly<Record<string, string>> = t.entranceWords
        return row.entrances.map((one) => words[one] ?? one).join('、')
      },
    },
    { key: 'registers', head: t.registers, figure: true, cell: (row) => row.registers.length },
  ]
  return (
    <Page title={t.title} lead={t.lead}>
      <Loaded query={query}>
        {({ rows }) => (
          <Table
            label={t.title}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            nameColumn="name"
            to={({ id }) => `/matter-types/${id}`}
          />
        )}
      </Loaded>
    </Page>
  )
}
