import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '../../api/queries.ts'
import { ownEntitiesQuery, recordQuery } from '../../api/register.queries.ts'
import { useTexts } from '../../i18n/language.ts'
import { Page } from '../../ui/page.tsx'
import { Empty, Loaded, NoPermission, SkeletonPage } from '../../ui/states.tsx'
import { entitiesTexts } from './entities.texts.ts'
import { EntityView } from './entity-view.tsx'

/** 我的企业: the portrait of the enterprise that the account acts for. */
export function MyEnterprisePage() {
  const t = useTexts(entitiesTexts)
  const allowed = useMay('register.own')
  const query = useQuery({ ...ownEntitiesQuery, enabled: allowed })
  const [chosen, setChosen] = useState<string | null>(null)
  if (!allowed) return <NoPermission />
  return (
    <Loaded query={query} skeleton={<SkeletonPage />} alone>
      {({ entities }) => {
        const entity = entities.find(({ record }) => record.id === chosen)?.record ?? entities[0]?.record
        if (entity === undefined)
          return (
            <Page title={t.mine}>
              <Empty icon="units" title={t.noEnterprise}>
                {t.noEnterpriseLead}
              </Empty>
            </Page>
          )
        return (
          <>
            {entities.length < 2 ? null : (
              <label className="en-choice">
                {t.choose}
                <select value={entity.id} onChange={(event) => setChosen(event.target.value)}>
                  {entities.map(({ record }) => (
                    <option key={record.id} value={record.id}>
                      {record.label}
                    </option>
                  ))}
                </select>
              </label>
            )}
            <OwnEntity key={entity.id} id={entity.id} />
          </>
        )
      }}
    </Loaded>
  )
}

function OwnEntity({ id }: { readonly id: string }) {
  const query = useQuery(recordQuery('market-entity', id))
  return (
    <Loaded query={query} skeleton={<SkeletonPage />} alone>
      {(record) => <EntityView record={record} own />}
    </Loaded>
  )
}
