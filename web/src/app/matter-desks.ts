import type { Permission } from '../api/session.types.ts'
import type { IconName } from '../ui/icons.tsx'
import type { matterNavTexts } from './matter-nav.texts.ts'

interface DeskEntry {
  readonly name: Exclude<keyof (typeof matterNavTexts)['zh'], 'cases' | 'desks' | 'month'>
  readonly to: string
  readonly icon: IconName
  readonly needs: Permission
}

/** The desks of services besides that of cases, for those who may. */
export const desks: readonly DeskEntry[] = [
  { name: 'window', to: '/window', icon: 'inbox', needs: 'matter.receive' },
  { name: 'reviews', to: '/reviews', icon: 'task', needs: 'matter.review' },
  { name: 'draws', to: '/draws', icon: 'swap', needs: 'matter.read' },
  { name: 'statistics', to: '/matter-statistics', icon: 'chart', needs: 'matter.read' },
  { name: 'matterTypes', to: '/matter-types', icon: 'versions', needs: 'service.manage' },
  { name: 'deliveries', to: '/deliveries', icon: 'bell', needs: 'delivery.manage' },
  { name: 'ratings', to: '/ratings', icon: 'flag', needs: 'rating.manage' },
]
