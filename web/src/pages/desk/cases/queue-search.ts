import type { QueueFilters } from '../../../api/matter.queries.ts'
import type { MatterView } from '../../../api/types.gen.ts'

const views = ['mine', 'others', 'untaken', 'unit', 'overdue', 'called', 'copied', 'ended', 'all'] as const
const outcomes = ['granted', 'refused', 'withdrawn', 'lapsed'] as const
const keptWays = ['promised-inTime', 'promised-late', 'legal-inTime', 'legal-late'] as const
const lights = ['green', 'yellow', 'red', 'stopped'] as const

/** What the address of the desk says; anything else in it is left out. */
export function readQueue(search: Readonly<Record<string, unknown>>): QueueFilters {
  const { view, type, light, q, unit, status, outcome, kept } = search
  const day = (name: string) => {
    const value = search[name]
    return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined
  }
  const found = {
    view: views.find((one) => one === view),
    type: typeof type === 'string' ? type : undefined,
    light: lights.find((one) => one === light),
    unit: typeof unit === 'string' ? unit : undefined,
    ...{ submittedFrom: day('submittedFrom'), submittedTo: day('submittedTo') },
    ...{ endedFrom: day('endedFrom'), endedTo: day('endedTo') },
    status: (['open', 'ended'] as const).find((one) => one === status),
    outcome: outcomes.find((one) => one === outcome),
    kept: keptWays.find((one) => one === kept),
    // a number of a case that is all digits is read as a number
    q: typeof q === 'string' || typeof q === 'number' ? String(q) : undefined,
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}

/** Whoever handles begins with their own; who only reads, with everything. */
export function viewOf(filters: QueueFilters, handles: boolean): MatterView {
  return filters.view ?? (handles ? 'mine' : 'all')
}

/** What narrows the queue besides its own chips: a figure of the statistics leads here with it. */
export function isOfFigure(filters: QueueFilters): boolean {
  const { unit, submittedFrom, submittedTo, endedFrom, endedTo, status, outcome, kept } = filters
  return [unit, submittedFrom, submittedTo, endedFrom, endedTo, status, outcome, kept].some(
    (each) => each !== undefined,
  )
}
