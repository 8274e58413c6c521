import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readQueue } from '../pages/desk/cases/queue-search.ts'
import { root, type Search } from './root-route.ts'

/** The desks of those who handle matters 办件: cases, the window, reviews, ratings, services, messages. */

const desk = createRoute({
  getParentRoute: () => root,
  path: '/desk',
  validateSearch: (search: Search) => readQueue(search),
  component: lazyRouteComponent(() => import('../pages/desk/cases/desk-page.tsx'), 'DeskPage'),
})
const noCase = createRoute({
  getParentRoute: () => desk,
  path: '/',
  component: lazyRouteComponent(() => import('../pages/desk/cases/no-case.tsx'), 'NoCase'),
})
const oneCase = createRoute({
  getParentRoute: () => desk,
  path: '$matterId',
  component: lazyRouteComponent(() => import('../pages/desk/cases/case-page.tsx'), 'CasePage'),
})

export const deskRoutes = [desk.addChildren([noCase, oneCase])] as const
