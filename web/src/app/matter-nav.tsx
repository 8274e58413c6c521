import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, useSearch } from '@tanstack/react-router'
import { countsQuery } from '../api/matter.queries.ts'
import type { Session } from '../api/session.types.ts'
import type { MatterView } from '../api/types.gen.ts'
import { useTexts } from '../i18n/language.ts'
import { deskTexts } from '../pages/desk/cases/desk.texts.ts'
import { Icon } from '../ui/icons.tsx'
import { desks } from './matter-desks.ts'
import { matterNavTexts } from './matter-nav.texts.ts'

interface MatterNavProps {
  readonly session: Session
  readonly onGo?: () => void
}

const views = ['mine', 'untaken', 'overdue', 'called', 'copied', 'ended'] as const satisfies readonly MatterView[]

/** 办件: one's own work in numbers, before everything else that one may look at. */
export function CasesNav({ session, onGo }: MatterNavProps) {
  const t = useTexts(matterNavTexts)
  const words = useTexts(deskTexts)
  const handles = session.permissions.includes('matter.handle')
  const reads = session.permissions.includes('matter.read')
  const { data: counts } = useQuery({ ...countsQuery, enabled: handles, refetchInterval: 60_000 })
  const search: { readonly view?: MatterView } = useSearch({ strict: false })
  const isHere = useLocation({ select: ({ pathname }) => pathname.startsWith('/desk') })
  if (!reads) return null
  const rest = onGo === undefined ? {} : { onClick: onGo }
  if (!handles) {
    return (
      <div className="nav-group">
        <p className="nav-label">{t.cases}</p>
        <Link to="/desk" search={{}} className={isHere ? 'nav-link active' : 'nav-link'} {...rest}>
          <Icon name="inbox" />
          {words.views.all}
        </Link>
      </div>
    )
  }
  const current = isHere ? (search.view ?? 'mine') : null
  return (
    <div className="nav-group">
      <p className="nav-label">{t.cases}</p>
      <ul>
        {views.map((view) => {
          const found = view === 'ended' ? counts?.endedThisMonth : counts?.[view]
          // asking colleagues to sign is rare: the line stands only where somebody asks
          if (view === 'called' && (found === undefined || found.count === 0)) return null
          const figure = found === undefined ? '' : `${found.count}${found.isExact ? '' : '+'}`
          return (
            <li key={view}>
              <Link
                to="/desk"
                search={{ view }}
                activeOptions={{ exact: true, includeSearch: true }}
                className={current === view ? 'nav-link nav-view active' : 'nav-link nav-view'}
                {...rest}
              >
                {words.views[view]}
                <span className={view === 'overdue' && (found?.count ?? 0) > 0 ? 'nav-count late' : 'nav-count'}>
                  {view === 'ended' && figure !== '' ? t.month(figure) : figure}
                </span>
              </Link>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** The other desks of services: window, reviews, ratings, types, messages. */
export function DesksNav({ session, onGo }: MatterNavProps) {
  const t = useTexts(matterNavTexts)
  const shown = desks.filter(({ needs }) => session.permissions.includes(needs))
  if (shown.length === 0) return null
  return (
    <div className="nav-group">
      <p className="nav-label">{t.desks}</p>
      <ul>
        {shown.map((entry) => (
          <li key={entry.to}>
            <Link
              to={entry.to}
              className="nav-link"
              activeOptions={{ includeSearch: false }}
              {...(onGo === undefined ? {} : { onClick: onGo })}
            >
              <Icon name={entry.icon} />
              {t[entry.name]}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
