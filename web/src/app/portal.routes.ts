import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { publicRegisters } from '../pages/portal/public/public-registers.ts'
import { present, root, type Search, text } from './root-route.ts'

/** Pages for everyone 一网通办, in a frame of their own; and screens that stand in halls, in none. */

const portal = createRoute({
  getParentRoute: () => root,
  id: 'portal',
  component: lazyRouteComponent(() => import('../pages/portal/frame/portal-frame.tsx'), 'PortalFrame'),
})
const screen = createRoute({ getParentRoute: () => root, id: 'screen' })

/** Figures in an address are read as numbers: the end of a telephone number is text all the same. */
const figures = (search: Search, key: string) => {
  const value = search[key]
  return typeof value === 'number' ? String(value) : text(search, key)
}

const page = <P extends string>(path: P, load: () => Promise<Record<string, React.ComponentType>>, name: string) =>
  createRoute({ getParentRoute: () => portal, path, component: lazyRouteComponent(load, name) })

const find = createRoute({
  getParentRoute: () => portal,
  path: '/services/find',
  validateSearch: (search: Search) => present({ q: figures(search, 'q') }),
  component: lazyRouteComponent(() => import('../pages/portal/find/find-page.tsx'), 'FindPage'),
})
const lifeEvent = createRoute({
  getParentRoute: () => portal,
  path: '/life-events/$event',
  validateSearch: (search: Search) => present({ answers: figures(search, 'answers') }),
  component: lazyRouteComponent(() => import('../pages/portal/guide/life-event-page.tsx'), 'LifeEventPage'),
})
const apply = createRoute({
  getParentRoute: () => portal,
  path: '/services/$type/apply',
  // a record that the form points at: the session of a training, the call for a grant
  validateSearch: (search: Search) =>
    present({ link: text(search, 'link'), record: text(search, 'record'), name: text(search, 'name') }),
  component: lazyRouteComponent(() => import('../pages/portal/apply/apply-page.tsx'), 'ApplyPage'),
})
const status = createRoute({
  getParentRoute: () => portal,
  path: '/status',
  validateSearch: (search: Search) =>
    present({ number: text(search, 'number'), tail: figures(search, 'tail'), code: figures(search, 'code') }),
  component: lazyRouteComponent(() => import('../pages/portal/status/status-page.tsx'), 'StatusPage'),
})
const verify = createRoute({
  getParentRoute: () => portal,
  path: '/verify',
  validateSearch: (search: Search) => present({ code: figures(search, 'code') }),
  component: lazyRouteComponent(() => import('../pages/portal/public/verify-page.tsx'), 'VerifyPage'),
})
const experts = createRoute({
  getParentRoute: () => portal,
  path: '/experts',
  validateSearch: (search: Search) =>
    present({ kind: publicRegisters.find((kind) => kind === search['kind']), q: figures(search, 'q') }),
  component: lazyRouteComponent(() => import('../pages/portal/public/experts-page.tsx'), 'ExpertsPage'),
})
const signInSession = createRoute({
  getParentRoute: () => portal,
  path: '/sign-in/$sessionId',
  validateSearch: (search: Search) => present({ code: figures(search, 'code') }),
  component: lazyRouteComponent(() => import('../pages/portal/training/sign-in-session-page.tsx'), 'SignInSessionPage'),
})
const ticket = createRoute({
  getParentRoute: () => portal,
  path: '/tickets/$ticketId',
  validateSearch: (search: Search) => present({ code: figures(search, 'code') }),
  component: lazyRouteComponent(() => import('../pages/portal/window/ticket-page.tsx'), 'TicketPage'),
})
const twin = createRoute({
  getParentRoute: () => screen,
  path: '/twin',
  validateSearch: (search: Search) => present({ code: figures(search, 'code') }),
  component: lazyRouteComponent(() => import('../pages/portal/window/twin-page.tsx'), 'TwinPage'),
})
const board = createRoute({
  getParentRoute: () => screen,
  path: '/ticket-board',
  validateSearch: (search: Search) => present({ hall: text(search, 'hall') }),
  component: lazyRouteComponent(() => import('../pages/portal/window/ticket-board-page.tsx'), 'TicketBoardPage'),
})
const sessionScreen = createRoute({
  getParentRoute: () => screen,
  path: '/training-sessions/$sessionId/screen',
  component: lazyRouteComponent(() => import('../pages/portal/training/session-screen-page.tsx'), 'SessionScreenPage'),
})

export const portalRoutes = [
  portal.addChildren([
    find,
    lifeEvent,
    apply,
    status,
    verify,
    experts,
    signInSession,
    ticket,
    page('/services', () => import('../pages/portal/home/home-page.tsx'), 'HomePage'),
    page('/services/$type', () => import('../pages/portal/guide/guide-page.tsx'), 'GuidePage'),
    page('/drafts/$draftId', () => import('../pages/portal/apply/draft-page.tsx'), 'DraftPage'),
    page('/receipts/$matterId', () => import('../pages/portal/apply/receipt-page.tsx'), 'ReceiptPage'),
    page('/own-matters', () => import('../pages/portal/status/own-matters-page.tsx'), 'OwnMattersPage'),
    page('/own-matters/$matterId', () => import('../pages/portal/status/own-matter-page.tsx'), 'OwnMatterPage'),
    page('/publications', () => import('../pages/portal/public/publications-page.tsx'), 'PublicationsPage'),
    page(
      '/publications/$publicationId',
      () => import('../pages/portal/public/publication-page.tsx'),
      'PublicationPage',
    ),
    page('/policies', () => import('../pages/portal/public/policies-page.tsx'), 'PoliciesPage'),
    page('/eligibility', () => import('../pages/portal/guide/eligibility-page.tsx'), 'EligibilityPage'),
    page('/kept-promises', () => import('../pages/portal/public/kept-promises-page.tsx'), 'KeptPromisesPage'),
    page('/trainings', () => import('../pages/portal/training/trainings-page.tsx'), 'TrainingsPage'),
    page('/tickets', () => import('../pages/portal/window/tickets-page.tsx'), 'TicketsPage'),
    page('/about/$topic', () => import('../pages/portal/public/about-page.tsx'), 'AboutPage'),
  ]),
  screen.addChildren([twin, board, sessionScreen]),
] as const
