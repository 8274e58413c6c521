import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { recordQuery } from '../../api/register.queries.ts'
import { useTexts } from '../../i18n/language.ts'
import { Empty, Loaded, SkeletonPage } from '../../ui/states.tsx'
import { entitiesTexts } from './entities.texts.ts'
import { EntityView } from './entity-view.tsx'

/** 企业画像: everything that the registers hold of one enterprise, institution or person. */
export function EntityPage() {
  const { entityId } = useParams({ from: '/entities/$entityId' })
  const query = useQuery(recordQuery('market-entity', entityId))
  return (
    <Loaded query={query} skeleton={<SkeletonPage />} missing={<NoEntity />} alone>
      {(record) => <EntityView key={record.id} record={record} own={false} />}
    </Loaded>
  )
}

function NoEntity() {
  const t = useTexts(entitiesTexts)
  return (
    <Empty
      icon="question"
      alone
      title={t.missingTitle}
      actions={
        <Link to="/registers/$register" params={{ register: 'market-entity' }} className="btn primary">
          {t.toList}
        </Link>
      }
    >
      {t.missingLead}
    </Empty>
  )
}
