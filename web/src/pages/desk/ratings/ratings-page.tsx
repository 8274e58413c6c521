import './ratings.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMay } from '../../../api/queries.ts'
import { badRatingsQuery } from '../../../api/rating.queries.ts'
import { useTexts } from '../../../i18n/language.ts'
import { Chips } from '../../../ui/choices.tsx'
import { Page } from '../../../ui/page.tsx'
import { Empty, Loaded } from '../../../ui/states.tsx'
import { BadRatingCard } from './bad-rating-card.tsx'
import { Figures } from './figures.tsx'
import { ratingsTexts } from './ratings.texts.ts'

const tabs = ['open', 'closed', 'figures'] as const

/** 好差评: the bad ones with their clocks for those who settle them, and the figures for everybody. */
export function RatingsPage() {
  const t = useTexts(ratingsTexts)
  const settles = useMay('rating.manage')
  const { tab: asked } = useSearch({ from: '/ratings' })
  const navigate = useNavigate({ from: '/ratings' })
  const tab = settles ? (tabs.find((one) => one === asked) ?? 'open') : 'figures'
  return (
    <Page title={t.title} lead={t.lead}>
      {settles ? (
        <div className="filters">
          <Chips
            label={t.view}
            value={tab}
            choices={tabs.map((value) => ({ value, label: t.tabs[value] }))}
            onChange={(next) => void navigate({ search: { tab: next }, replace: true })}
          />
        </div>
      ) : null}
      {tab === 'figures' ? <Figures /> : <BadRatings open={tab === 'open'} />}
    </Page>
  )
}

function BadRatings({ open }: { readonly open: boolean }) {
  const t = useTexts(ratingsTexts)
  const query = useQuery(badRatingsQuery(open))
  return (
    <Loaded query={query}>
      {({ ratings }) =>
        ratings.length === 0 ? (
          <Empty icon="check" title={t.noneTitle}>
            {t.none}
          </Empty>
        ) : (
          <ul className="rt-list">
            {ratings.map((rating) => (
              <li key={rating.id}>
                <BadRatingCard rating={rating} />
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  )
}
