import type { QueueFilters } from '../../../api/matter.queries.ts'
import type { MatterView } from '../../../api/types.gen.ts'

const views = ['mine', 'others', 'untaken', 'unit', 'overdue', 'called', 'copied', 'ended', 'all'] as const
const lights = ['green', 'yellow', 'red', 'stopped'] as const

/** What the address of the desk says; anything else in it is left out. */
export function readQueue(search: Readonly<Record<string, unknown>>): QueueFilters {
  const { view, type, light, q } = search
  const found = {
    view: views.find((one) => one === view),
    type: typeof type === 'string' ? type : undefined,
    light: lights.find((one) => one === light),
    // a number of a case that is all digits is read as a number
    q: typeof q === 'string' || typeof q === 'number' ? String(q) : undefined,
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}

/** Whoever handles begins with their own; who only reads, with everything. */
export function viewOf(filters: QueueFilters, handles: boolean): MatterView {
  return filters.view ?? (handles ? 'mine' : 'all')
}
