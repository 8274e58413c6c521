import type { QueueFilters } from '../../../api/matter.queries.ts'
import type { MatterView } from '../../../api/types.gen.ts'
import { present, type Search, text } from '../../../app/root-route.ts'

const views = ['mine', 'others', 'untaken', 'unit', 'overdue', 'called', 'copied', 'ended', 'all'] as const
const lights = ['green', 'yellow', 'red', 'stopped'] as const

/** What the address of the desk says; anything else in it is left out. */
export function readQueue(search: Search): QueueFilters {
  return present({
    view: views.find((view) => view === search['view']),
    type: text(search, 'type'),
    light: lights.find((light) => light === search['light']),
    q: text(search, 'q'),
  })
}

/** Whoever handles begins with their own; who only reads, with everything. */
export function viewOf(filters: QueueFilters, handles: boolean): MatterView {
  return filters.view ?? (handles ? 'mine' : 'all')
}
