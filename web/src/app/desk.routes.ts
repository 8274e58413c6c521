import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { readQueue } from '../pages/desk/cases/queue-search.ts'
import { page, present, root, type Search, text } from './root-route.ts'

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

const windowDesk = createRoute({
  getParentRoute: () => root,
  path: '/window',
  validateSearch: (search: Search) => present({ drafts: text(search, 'drafts') }),
  component: lazyRouteComponent(() => import('../pages/desk/window/window-page.tsx'), 'WindowPage'),
})

const received = createRoute({
  getParentRoute: () => root,
  path: '/window/matters',
  component: lazyRouteComponent(() => import('../pages/desk/window/received-page.tsx'), 'ReceivedPage'),
})
const receivedMatter = createRoute({
  getParentRoute: () => root,
  path: '/window/matters/$matterId',
  component: lazyRouteComponent(() => import('../pages/desk/window/received-matter-page.tsx'), 'ReceivedMatterPage'),
})

const statistics = createRoute({
  getParentRoute: () => root,
  path: '/matter-statistics',
  validateSearch: (search: Search) =>
    present({
      by: text(search, 'by'),
      from: text(search, 'from'),
      to: text(search, 'to'),
      type: text(search, 'type'),
      unit: text(search, 'unit'),
    }),
  component: lazyRouteComponent(() => import('../pages/desk/statistics/statistics-page.tsx'), 'StatisticsPage'),
})

const ratings = createRoute({
  getParentRoute: () => root,
  path: '/ratings',
  validateSearch: (search: Search) => present({ tab: text(search, 'tab') }),
  component: lazyRouteComponent(() => import('../pages/desk/ratings/ratings-page.tsx'), 'RatingsPage'),
})

const deliveries = createRoute({
  getParentRoute: () => root,
  path: '/deliveries',
  validateSearch: (search: Search) => present({ channel: text(search, 'channel'), status: text(search, 'status') }),
  component: lazyRouteComponent(() => import('../pages/desk/deliveries/deliveries-page.tsx'), 'DeliveriesPage'),
})

/** Notices lead to a case by its id; where it stands on the desk is the desk's own matter. */
const toCase = <P extends string>(path: P) =>
  createRoute({
    getParentRoute: () => root,
    path,
    beforeLoad: ({ params }) => {
      const { matterId } = params as { readonly matterId: string }
      throw redirect({ to: '/desk/$matterId', params: { matterId }, search: {}, replace: true })
    },
  })

export const deskRoutes = [
  desk.addChildren([noCase, oneCase]),
  toCase('/desk/matters/$matterId'),
  toCase('/matters/$matterId'),
  windowDesk,
  received,
  receivedMatter,
  statistics,
  ratings,
  deliveries,
  page('/reviews', () => import('../pages/desk/reviews/reviews-page.tsx'), 'ReviewsPage'),
  page('/reviews/$reviewId', () => import('../pages/desk/reviews/review-page.tsx'), 'OneReviewPage'),
  page('/matter-types', () => import('../pages/desk/types/types-page.tsx'), 'MatterTypesPage'),
  page('/matter-types/$type', () => import('../pages/desk/types/type-page.tsx'), 'MatterTypePage'),
  page('/matter-types/$type/documents', () => import('../pages/desk/types/templates-page.tsx'), 'TemplatesPage'),
  page('/draws', () => import('../pages/desk/draws/draws-page.tsx'), 'DrawsPage'),
  page('/draws/$drawId', () => import('../pages/desk/draws/draw-page.tsx'), 'DrawPage'),
] as const
