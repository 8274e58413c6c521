import { Link } from '@tanstack/react-router'
import type { Permission, Session } from '../api/session.types.ts'
import { useTexts } from '../i18n/language.ts'
import { Icon, type IconName } from '../ui/icons.tsx'
import { AreasNav } from './areas-nav.tsx'
import { frameTexts } from './frame.texts.ts'
import { CasesNav, DesksNav } from './matter-nav.tsx'

type Name = keyof (typeof frameTexts)['zh']['nav']

interface Entry {
  readonly name: Name
  readonly to: string
  readonly icon: IconName
  /** shown to those who may */
  readonly needs?: Permission
  readonly exact?: boolean
}

const work: readonly Entry[] = [
  { name: 'work', to: '/work', icon: 'work', needs: 'work.read' },
  { name: 'review', to: '/reports', icon: 'check', needs: 'progress.read', exact: true },
  { name: 'supervision', to: '/supervision', icon: 'bell', needs: 'progress.read' },
  { name: 'imports', to: '/imports', icon: 'inbox', needs: 'plan.review' },
  { name: 'runs', to: '/register-imports', icon: 'upload', needs: 'register.edit' },
  { name: 'names', to: '/names', icon: 'question', needs: 'register.manage' },
  { name: 'findings', to: '/findings', icon: 'findings', needs: 'quality.manage' },
  { name: 'mistakes', to: '/mistakes', icon: 'edit', needs: 'register.manage' },
  { name: 'myEnterprise', to: '/my-enterprise', icon: 'units', needs: 'register.own' },
]
const programme: readonly Entry[] = [
  { name: 'cockpit', to: '/', icon: 'cockpit', exact: true },
  { name: 'plan', to: '/plan', icon: 'document', exact: true },
  { name: 'targets', to: '/targets', icon: 'target' },
  { name: 'indicators', to: '/indicators', icon: 'chart', needs: 'indicator.read' },
  { name: 'tasks', to: '/tasks', icon: 'task' },
  { name: 'milestones', to: '/milestones', icon: 'flag' },
  { name: 'timeline', to: '/timeline', icon: 'timeline' },
  { name: 'organisations', to: '/organisations', icon: 'units' },
  { name: 'versions', to: '/plan/versions', icon: 'versions' },
  { name: 'rules', to: '/rules', icon: 'clock' },
  { name: 'parameters', to: '/parameters', icon: 'question' },
  { name: 'services', to: '/services', icon: 'external' },
]
const desk: Entry = { name: 'desk', to: '/desk', icon: 'inbox' }
const manage: readonly Entry[] = [
  { name: 'journal', to: '/journal', icon: 'journal', needs: 'journal.read' },
  { name: 'accounts', to: '/accounts', icon: 'accounts', needs: 'account.manage' },
  { name: 'jobs', to: '/jobs', icon: 'clock', needs: 'clock.run' },
]

/** Where one can go: only what this person may do. */
export function Navigation({ session, onGo }: { readonly session: Session; readonly onGo?: () => void }) {
  const t = useTexts(frameTexts)
  const rest = { session, ...(onGo === undefined ? {} : { onGo }) }
  return (
    <nav className="nav" aria-label={t.areasNav}>
      <CasesNav {...rest} />
      <DesksNav {...rest} />
      <Group label={t.myWork} entries={work} {...rest} />
      <Group label={t.programme} entries={programme} {...rest} />
      <AreasNav {...(onGo === undefined ? {} : { onGo })} />
      <Group label={t.manage} entries={manage} {...rest} />
      <p className="nav-foot">{t.version(session.version)}</p>
    </nav>
  )
}

interface GroupProps {
  readonly label: string
  readonly entries: readonly Entry[]
  readonly session: Session
  readonly onGo?: () => void
}

function Group({ label, entries, session, onGo }: GroupProps) {
  const allowed = entries.filter(({ needs }) => needs === undefined || session.permissions.includes(needs))
  if (allowed.length === 0) return null
  return (
    <div className="nav-group">
      <p className="nav-label">{label}</p>
      <ul>
        {allowed.map((entry) => (
          <li key={entry.to}>
            <NavLink entry={entry} {...(onGo === undefined ? {} : { onGo })} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function NavLink({ entry, onGo }: { readonly entry: Entry; readonly onGo?: () => void }) {
  const t = useTexts(frameTexts)
  return (
    <Link
      to={entry.to}
      className="nav-link"
      activeOptions={{ exact: entry.exact === true, includeSearch: false }}
      {...(onGo === undefined ? {} : { onClick: onGo })}
    >
      <Icon name={entry.icon} />
      {t.nav[entry.name]}
    </Link>
  )
}

/** The bar at the thumb on a phone; everything else is behind 更多. */
export function BottomBar({ session, onMore }: { readonly session: Session; readonly onMore: () => void }) {
  const t = useTexts(frameTexts)
  // Who reports has their work at the thumb; everybody else reads the plan.
  const handles = session.permissions.includes('matter.handle')
  const second = session.permissions.includes('report.draft') ? work.filter(({ name }) => name === 'work') : []
  const main = programme.filter(({ name }) => ['cockpit', 'plan', 'targets', 'tasks'].includes(name))
  const shown = second.length === 0 ? main : [...main.slice(0, 1), ...second, ...main.slice(2)]
  return (
    <nav className="bottom-bar" aria-label={t.quickNav}>
      {handles ? <NavLink entry={desk} /> : null}
      {(handles ? shown.slice(0, 3) : shown).map((entry) => (
        <NavLink key={entry.to} entry={entry} />
      ))}
      <button type="button" className="nav-link" onClick={onMore} aria-haspopup="dialog">
        <Icon name="menu" />
        {t.more}
      </button>
    </nav>
  )
}
