import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { SkeletonPage } from '../ui/states.tsx'
import { Crash } from './crash.tsx'
import { deskRoutes } from './desk.routes.ts'
import { indicatorRoutes } from './indicator.routes.ts'
import { portalRoutes } from './portal.routes.ts'
import { registerRoutes } from './register.routes.ts'
import { page, present, root, type Search, text } from './root-route.ts'
import { ruleRoutes } from './rule.routes.ts'

/** A year in an address is read as a number: 2026. */
const period = (search: Search, key: string) => {
  const value = search[key]
  return typeof value === 'number' ? String(value) : text(search, key)
}
const number = (search: Search, key: string) => {
  const value = Number(search[key])
  return Number.isInteger(value) && value > 0 ? value : undefined
}

const cockpit = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: (search: Search) => present({ wall: number(search, 'wall') }),
  component: lazyRouteComponent(() => import('../pages/cockpit/cockpit-page.tsx'), 'CockpitPage'),
})
const plan = createRoute({
  getParentRoute: () => root,
  path: '/plan',
  validateSearch: (search: Search) => present({ version: number(search, 'version') }),
  component: lazyRouteComponent(() => import('../pages/plan/plan-page.tsx'), 'PlanPage'),
})
const compare = createRoute({
  getParentRoute: () => root,
  path: '/plan/compare',
  validateSearch: (search: Search) => present({ from: number(search, 'from'), to: number(search, 'to') }),
  component: lazyRouteComponent(() => import('../pages/plan/compare-page.tsx'), 'ComparePage'),
})
const targets = createRoute({
  getParentRoute: () => root,
  path: '/targets',
  validateSearch: (search: Search) =>
    present({
      area: text(search, 'area'),
      kind: text(search, 'kind'),
      light: text(search, 'light'),
      unit: text(search, 'unit'),
      q: text(search, 'q'),
    }),
  component: lazyRouteComponent(() => import('../pages/targets/targets-page.tsx'), 'TargetsPage'),
})
const breakdown = createRoute({
  getParentRoute: () => root,
  path: '/targets/$itemId/breakdown',
  validateSearch: (search: Search) => present({ tab: text(search, 'tab') }),
  component: lazyRouteComponent(() => import('../pages/breakdown/breakdown-page.tsx'), 'BreakdownPage'),
})
const milestones = createRoute({
  getParentRoute: () => root,
  path: '/milestones',
  validateSearch: (search: Search) =>
    present({
      light: text(search, 'light'),
      level: text(search, 'level'),
      when: text(search, 'when'),
      q: text(search, 'q'),
    }),
  component: lazyRouteComponent(() => import('../pages/milestones/milestones-page.tsx'), 'MilestonesPage'),
})
const timeline = createRoute({
  getParentRoute: () => root,
  path: '/timeline',
  validateSearch: (search: Search) => present({ light: text(search, 'light') }),
  component: lazyRouteComponent(() => import('../pages/timeline/timeline-page.tsx'), 'TimelinePage'),
})
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Search) => present({ next: text(search, 'next') }),
  component: lazyRouteComponent(() => import('../pages/accounts/sign-in-page.tsx'), 'SignInPage'),
})
const review = createRoute({
  getParentRoute: () => root,
  path: '/imports/$importId',
  validateSearch: (search: Search) => present({ tab: text(search, 'tab'), item: text(search, 'item') }),
  component: lazyRouteComponent(() => import('../pages/review/review-page.tsx'), 'ReviewPage'),
})
const journal = createRoute({
  getParentRoute: () => root,
  path: '/journal',
  validateSearch: (search: Search) => present({ subject: text(search, 'subject'), entry: number(search, 'entry') }),
  component: lazyRouteComponent(() => import('../pages/journal/journal-page.tsx'), 'JournalPage'),
})

const work = createRoute({
  getParentRoute: () => root,
  path: '/work',
  validateSearch: (search: Search) => present({ unit: text(search, 'unit') }),
  component: lazyRouteComponent(() => import('../pages/work/work-page.tsx'), 'WorkPage'),
})
const reportStates = ['draft', 'submitted', 'checked', 'approved', 'returned', 'all'] as const
const reviewDesk = createRoute({
  getParentRoute: () => root,
  path: '/reports',
  validateSearch: (search: Search) =>
    present({
      state: reportStates.find((state) => state === search['state']),
      unit: text(search, 'unit'),
      item: text(search, 'item'),
      period: period(search, 'period'),
      q: text(search, 'q'),
    }),
  component: lazyRouteComponent(() => import('../pages/reports/desk-page.tsx'), 'ReviewDeskPage'),
})
const tree = root.addChildren([
  cockpit,
  plan,
  compare,
  targets,
  breakdown,
  milestones,
  timeline,
  signIn,
  review,
  journal,
  work,
  reviewDesk,
  ...portalRoutes,
  ...registerRoutes,
  ...indicatorRoutes,
  ...ruleRoutes,
  ...deskRoutes,
  page('/reports/$dutyId', () => import('../pages/reports/report-page.tsx'), 'ReportPage'),
  page('/work/sheets/$sheetId', () => import('../pages/sheets/sheet-page.tsx'), 'SheetPage'),
  page('/jobs', () => import('../pages/jobs/jobs-page.tsx'), 'JobsPage'),
  page('/plan/versions', () => import('../pages/plan/versions-page.tsx'), 'VersionsPage'),
  page('/targets/$itemId', () => import('../pages/targets/target-page.tsx'), 'TargetPage'),
  page('/tasks', () => import('../pages/tasks/tasks-page.tsx'), 'TasksPage'),
  page('/tasks/$itemId', () => import('../pages/tasks/task-page.tsx'), 'TaskPage'),
  page('/milestones/$itemId', () => import('../pages/milestones/milestone-page.tsx'), 'MilestonePage'),
  page('/organisations', () => import('../pages/organisations/organisations-page.tsx'), 'OrganisationsPage'),
  page('/organisations/$partyId', () => import('../pages/organisations/organisation-page.tsx'), 'OrganisationPage'),
  page('/parameters', () => import('../pages/parameters/parameters-page.tsx'), 'ParametersPage'),
  page('/imports', () => import('../pages/imports/imports-page.tsx'), 'ImportsPage'),
  page('/accounts', () => import('../pages/accounts/accounts-page.tsx'), 'AccountsPage'),
  page('/supervision', () => import('../pages/supervision/supervision-page.tsx'), 'SupervisionPage'),
  page('/duties/$dutyId', () => import('../pages/duties/duty-page.tsx'), 'DutyPage'),
  page('/notices', () => import('../pages/notices/notices-page.tsx'), 'NoticesPage'),
  page('/me', () => import('../pages/accounts/me-page.tsx'), 'MePage'),
  page('/setup', () => import('../pages/accounts/setup-page.tsx'), 'SetupPage'),
])

export const router = createRouter({
  routeTree: tree,
  defaultPreload: 'intent',
  defaultErrorComponent: Crash,
  defaultPendingComponent: SkeletonPage,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
