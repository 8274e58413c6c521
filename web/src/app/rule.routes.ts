import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { page, present, root, type Search, text } from './root-route.ts'

/** Rules of time 时限规则 and the holidays that they are counted by. */

const rules = createRoute({
  getParentRoute: () => root,
  path: '/rules',
  validateSearch: (search: Search) => present({ q: text(search, 'q') }),
  component: lazyRouteComponent(() => import('../pages/rules/rules-page.tsx'), 'RulesPage'),
})

export const ruleRoutes = [
  rules,
  page('/rules/$rule', () => import('../pages/rules/rule-page.tsx'), 'RulePage'),
  page('/calendar-years', () => import('../pages/rules/calendar-years-page.tsx'), 'CalendarYearsPage'),
] as const
