import '../find/find.css'
import '../../registers/form.css'
import './apply.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { draftQuery, saveDraft } from '../../../api/applying.queries.ts'
import type { DraftView } from '../../../api/service.types.ts'
import { useTexts } from '../../../i18n/language.ts'
import { Empty, Loaded } from '../../../ui/states.tsx'
import { PortalPage } from '../frame/portal-page.tsx'
import { statusTexts } from '../status/status.texts.ts'
import { applyTexts } from './apply.texts.ts'
import { useDraft } from './use-draft.ts'
import { Wizard } from './wizard.tsx'

/** A form in hand: saved while one types, and found again where one stopped. */
export function DraftPage() {
  const t = useTexts(applyTexts)
  const status = useTexts(statusTexts)
  const { draftId } = useParams({ from: '/portal/drafts/$draftId' })
  // what is being typed is newer than any answer: it is read once, and then kept by the form itself
  const draft = useQuery({ ...draftQuery(draftId), staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false })
  return (
    <Loaded
      query={draft}
      alone
      missing={
        <Empty
          alone
          title={t.draftGone}
          actions={
            <Link className="btn" to="/own-matters">
              {status.own}
            </Link>
          }
        >
          {t.draftGoneLead}
        </Empty>
      }
    >
      {(data) =>
        data.matterId === null ? (
          <OpenDraft key={data.id} first={data} />
        ) : (
          <Empty
            alone
            title={t.submittedAlready}
            actions={
              <Link className="btn primary" to="/own-matters/$matterId" params={{ matterId: data.matterId }}>
                {t.toStatus}
              </Link>
            }
          />
        )
      }
    </Loaded>
  )
}

function OpenDraft({ first }: { readonly first: DraftView }) {
  const draft = useDraft(first, (input) => saveDraft(first.id, input))
  return (
    <PortalPage title={first.typeLabel} crumbs={[{ to: `/services/${first.type}`, label: first.typeLabel }]}>
      <Wizard form={draft} />
    </PortalPage>
  )
}
