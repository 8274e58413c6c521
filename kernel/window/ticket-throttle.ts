import type { CountyFacts } from '../jurisdiction/county-facts.ts'
import { ticketErrors } from './window-errors.ts'

const windowMinutes = 60
/** addresses that are remembered; the oldest are forgotten first */
const remembered = 20_000

interface Seen {
  readonly count: number
  readonly since: number
}

/** by the county that is asked: tests, and programs that serve two, have two */
const counted = new WeakMap<CountyFacts, Map<string, Seen>>()

/**
 * Counts a ticket that is about to be taken from an address. A machine in the hall is signed in as a clerk and is not
 * counted. It stands in the memory of this program: what it holds back is mischief, and no right of anybody.
 *
 * @throws ticket.tooManyFromAddress
 */
export function countTaking(
  county: CountyFacts,
  { address, most, now }: { readonly address: string | undefined; readonly most: number; readonly now: Date },
): void {
  if (address === undefined) return
  const seen = counted.get(county) ?? new Map<string, Seen>()
  counted.set(county, seen)
  const known = seen.get(address)
  const isOver = known === undefined || now.getTime() - known.since >= windowMinutes * 60_000
  if (!isOver && known.count >= most) throw ticketErrors.tooManyFromAddress({ most })
  seen.delete(address)
  seen.set(address, isOver ? { count: 1, since: now.getTime() } : { ...known, count: known.count + 1 })
  const [oldest] = seen.keys()
  if (seen.size > remembered && oldest !== undefined) seen.delete(oldest)
}
