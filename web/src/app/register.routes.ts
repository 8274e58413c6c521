import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readListState } from '../pages/registers/list-state.ts'
import { page, present, root, type Search, text } from './root-route.ts'

/** Registers 名录, what is brought into them, and what is decided about them. */

const registers = createRoute({
  getParentRoute: () => root,
  path: '/registers',
  validateSearch: (search: Search) => present({ area: text(search, 'area'), q: text(search, 'q') }),
  component: lazyRouteComponent(() => import('../pages/registers/registers-page.tsx'), 'RegistersPage'),
})
const list = createRoute({
  getParentRoute: () => root,
  path: '/registers/$register',
  validateSearch: (search: Search) => readListState(search),
  component: lazyRouteComponent(() => import('../pages/registers/list-page.tsx'), 'ListPage'),
})
const runs = createRoute({
  getParentRoute: () => root,
  path: '/register-imports',
  validateSearch: (search: Search) => present({ register: text(search, 'register') }),
  component: lazyRouteComponent(() => import('../pages/runs/runs-page.tsx'), 'RunsPage'),
})
const run = createRoute({
  getParentRoute: () => root,
  path: '/register-imports/$runId',
  validateSearch: (search: Search) => present({ tab: text(search, 'tab') }),
  component: lazyRouteComponent(() => import('../pages/runs/run-page.tsx'), 'RunPage'),
})
const names = createRoute({
  getParentRoute: () => root,
  path: '/names',
  validateSearch: (search: Search) => present({ status: text(search, 'status') }),
  component: lazyRouteComponent(() => import('../pages/names/names-page.tsx'), 'NamesPage'),
})
const mistakes = createRoute({
  getParentRoute: () => root,
  path: '/mistakes',
  validateSearch: (search: Search) => present({ answered: text(search, 'answered') }),
  component: lazyRouteComponent(() => import('../pages/mistakes/mistakes-page.tsx'), 'MistakesPage'),
})

export const registerRoutes = [
  registers,
  list,
  runs,
  run,
  names,
  mistakes,
  page('/registers/$register/new', () => import('../pages/registers/form-page.tsx'), 'NewRecordPage'),
  page('/registers/$register/import', () => import('../pages/runs/start-page.tsx'), 'StartPage'),
  page('/registers/$register/duplicates', () => import('../pages/registers/duplicates-page.tsx'), 'DuplicatesPage'),
  page('/registers/$register/records/$recordId', () => import('../pages/registers/record-page.tsx'), 'RecordPage'),
  page(
    '/registers/$register/records/$recordId/edit',
    () => import('../pages/registers/form-page.tsx'),
    'EditRecordPage',
  ),
  page('/training-attendances/$recordId', () => import('../pages/registers/proof/proof-page.tsx'), 'ProofPage'),
  page('/entities/$entityId', () => import('../pages/entities/entity-page.tsx'), 'EntityPage'),
  page('/my-enterprise', () => import('../pages/entities/my-enterprise-page.tsx'), 'MyEnterprisePage'),
] as const
