import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readFindingFilters } from '../pages/findings/finding-filters.ts'
import { readIndicatorView } from '../pages/indicators/use-indicator-view.ts'
import { page, present, root, type Search, text } from './root-route.ts'

/** Computed indicators 测算指标, how they are defined, and what is doubtful in the data beneath them. */

const indicators = createRoute({
  getParentRoute: () => root,
  path: '/indicators',
  validateSearch: (search: Search) =>
    present({ area: text(search, 'area'), light: text(search, 'light'), q: text(search, 'q') }),
  component: lazyRouteComponent(() => import('../pages/indicators/indicators-page.tsx'), 'IndicatorsPage'),
})
const indicator = createRoute({
  getParentRoute: () => root,
  path: '/indicators/$code',
  validateSearch: (search: Search) => readIndicatorView(search),
  component: lazyRouteComponent(() => import('../pages/indicators/indicator-page.tsx'), 'IndicatorPage'),
})
const findings = createRoute({
  getParentRoute: () => root,
  path: '/findings',
  validateSearch: (search: Search) => readFindingFilters(search),
  component: lazyRouteComponent(() => import('../pages/findings/findings-page.tsx'), 'FindingsPage'),
})

export const indicatorRoutes = [
  indicators,
  indicator,
  findings,
  page(
    '/indicators/$code/definition',
    () => import('../pages/definitions/indicator-definition.tsx'),
    'IndicatorDefinition',
  ),
  page(
    '/conditions/$register/$name',
    () => import('../pages/definitions/condition-definition.tsx'),
    'ConditionDefinition',
  ),
] as const
