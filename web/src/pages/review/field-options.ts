import type { Area, Comparator, TargetContent } from '../../api/types.gen.ts'

export const areas: readonly Area[] = [
  'management',
  'creation',
  'protection',
  'utilization',
  'services',
  'talent',
  'region',
]
export const comparators: readonly Comparator[] = ['gte', 'gt', 'eq', 'lte', 'lt', 'range']
export const countKinds: readonly NonNullable<TargetContent['kind']>[] = [
  'stock',
  'cumulativeSinceStart',
  'cumulativeEver',
  'annual',
  'ratio',
  'survey',
  'growth',
]
