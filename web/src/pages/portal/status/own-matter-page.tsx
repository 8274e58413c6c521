import './status.css'
import '../find/find.css'
import '../apply/apply.css'
import '../../registers/form.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ownMatterQuery } from '../../../api/applying.queries.ts'
import { useTexts } from '../../../i18n/language.ts'
import { Empty, Loaded } from '../../../ui/states.tsx'
import { PortalPage } from '../frame/portal-page.tsx'
import { OwnActs } from './own-acts.tsx'
import { Rating } from './rating.tsx'
import { statusTexts } from './status.texts.ts'
import { StatusView } from './status-view.tsx'
import { Supplement } from './supplement.tsx'

/** One case of one's own: how far it is, what to add, and what one may do. */
export function OwnMatterPage() {
  const t = useTexts(statusTexts)
  const { matterId } = useParams({ from: '/portal/own-matters/$matterId' })
  const matter = useQuery(ownMatterQuery(matterId))
  return (
    <PortalPage narrow title={t.title} crumbs={[{ to: '/own-matters', label: t.own }]}>
      <Loaded
        query={matter}
        missing={
          <Empty
            title={t.notFound}
            actions={
              <Link className="btn" to="/own-matters">
                {t.own}
              </Link>
            }
          >
            {t.ownNeedsLead}
          </Empty>
        }
      >
        {(data) => (
          <StatusView matter={data}>
            <Supplement matter={data} />
            <OwnActs matter={data} />
            <Rating matter={data} />
          </StatusView>
        )}
      </Loaded>
    </PortalPage>
  )
}
