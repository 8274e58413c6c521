import { useQueries, useQuery } from '@tanstack/react-query'
import { recordsQuery, registersQuery } from '../../api/register.queries.ts'
import type { Filter, RecordDetail, RelatedRecords } from '../../api/register.types.ts'
import type { Area } from '../../api/types.gen.ts'
import { formatFigure } from '../../format/amounts.ts'
import { useCommon } from '../../i18n/common.texts.ts'
import { useTexts } from '../../i18n/language.ts'
import { Card } from '../../ui/page.tsx'
import { entitiesTexts } from './entities.texts.ts'

interface EntityFiguresProps {
  readonly record: RecordDetail
  readonly related: readonly RelatedRecords[]
}

/** How many of each kind, and how many of them are in force; a press leads to the newest of them on the page. */
export function EntityFigures({ record, related }: EntityFiguresProps) {
  const t = useTexts(entitiesTexts)
  const common = useCommon()
  const registers = useQuery(registersQuery).data?.registers ?? []
  const inForce = useQueries({
    queries: related.map((one) => ({
      ...recordsQuery(one.register, { filters: [pointingAt(one, record), holdsNow] }, 1),
      // only what can lapse is asked for
      enabled: one.rows.some((row) => row.inForce !== null),
    })),
  })
  const figures = related.map((one, index) => {
    const register = registers.find(({ id }) => id === one.register)
    return { one, area: register?.area, unit: register?.countUnit ?? '', living: inForce[index]?.data?.count ?? null }
  })
  const areas = [...new Set(figures.map(({ area }) => area))]
  return (
    <Card title={t.figures} note={t.figuresNote} className="en-figures">
      <div className="en-areas">
        {areas.map((area) => (
          <section key={area ?? ''} aria-label={areaLabel(common.areas, area)}>
            <h3 className="area-tag">{areaLabel(common.areas, area)}</h3>
            <ul>
              {figures
                .filter((figure) => figure.area === area)
                .map(({ one, unit, living }) => (
                  <li key={`${one.register}.${one.field}`}>
                    <a href={`#related-${one.register}-${one.field}`}>
                      <span>
                        {one.registerLabel}
                        <span className="quiet small"> {one.fieldLabel}</span>
                      </span>
                      {living === null ? (
                        <i />
                      ) : (
                        <span className="light green small">{t.inForce(formatFigure(living))}</span>
                      )}
                      <b>
                        {formatFigure(one.count)} <span className="quiet small">{unit}</span>
                      </b>
                    </a>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Card>
  )
}

const holdsNow: Filter = { field: 'in-force', by: 'condition', value: true }

export function pointingAt(
  related: Pick<RelatedRecords, 'field' | 'register'>,
  record: Pick<RecordDetail, 'id' | 'label'>,
): Filter {
  return { field: related.field, by: 'holds', value: { id: record.id, name: record.label } }
}

function areaLabel(labels: Readonly<Record<Area, string>>, area: Area | undefined): string {
  return area === undefined ? '' : labels[area]
}
