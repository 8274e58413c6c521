import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useMay } from '../api/queries.ts'
import { registersQuery } from '../api/register.queries.ts'
import type { RegisterRow } from '../api/register.types.ts'
import type { Area } from '../api/types.gen.ts'
import { useCommon } from '../i18n/common.texts.ts'
import { useLanguage, useTexts } from '../i18n/language.ts'
import { Icon } from '../ui/icons.tsx'
import { frameTexts } from './frame.texts.ts'

const areas: readonly Area[] = ['management', 'creation', 'protection', 'utilization', 'services', 'talent', 'region']

/** The seven areas of the plan; each opens into its registers 名录. */
export function AreasNav({ onGo }: { readonly onGo?: () => void }) {
  const t = useTexts(frameTexts)
  const mayRead = useMay('register.read')
  const path = useLocation({ select: ({ pathname }) => pathname })
  // a visitor of the cockpit needs no list of registers
  const query = useQuery({ ...registersQuery, enabled: mayRead || path.startsWith('/registers') })
  const registers = query.data?.registers ?? []
  const { register: current } = useParams({ strict: false })
  const list = useRef<HTMLDivElement>(null)
  const known = registers.length > 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another register is opened, or they come to be known
  useEffect(() => {
    list.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest' })
  }, [current, known])
  return (
    <div className="nav-group" ref={list}>
      <p className="nav-label">{t.sevenAreas}</p>
      <ul>
        <li>
          <Link
            to="/registers"
            className="nav-link"
            activeOptions={{ exact: true, includeSearch: false }}
            {...(onGo === undefined ? {} : { onClick: onGo })}
          >
            <Icon name="journal" />
            {t.nav.registers}
          </Link>
        </li>
        {areas.map((area) => {
          const own = registers.filter((one) => one.area === area)
          if (own.length === 0) return null
          const open = own.some(({ id }) => id === current)
          return (
            // another register of the same area leaves it as the person put it
            <li key={`${area}${open}`}>
              <AreaFold area={area} registers={own} open={open} {...(onGo === undefined ? {} : { onGo })} />
            </li>
          )
        })}
      </ul>
    </div>
  )
}

interface AreaFoldProps {
  readonly area: Area
  readonly registers: readonly RegisterRow[]
  readonly open: boolean
  readonly onGo?: () => void
}

function AreaFold({ area, registers, open, onGo }: AreaFoldProps) {
  const common = useCommon()
  const language = useLanguage()
  return (
    <details className="nav-area" open={open}>
      <summary className="nav-link">
        <Icon name="chevronRight" size={14} />
        {common.areas[area]}
        <span className="nav-count">{registers.length}</span>
      </summary>
      <ul>
        {registers.map((register) => (
          <li key={register.id}>
            <Link
              to="/registers/$register"
              params={{ register: register.id }}
              className="nav-link nav-sub"
              activeOptions={{ includeSearch: false }}
              {...(onGo === undefined ? {} : { onClick: onGo })}
            >
              {language === 'zh' ? register.label : register.labelEn}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  )
}
