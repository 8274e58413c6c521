import { useQuery } from '@tanstack/react-query'
import { limitDaysQuery } from '../../../api/applying.queries.ts'
import type { LimitRow } from '../../../api/service.types.ts'
import { LimitCalendar } from '../../../ui/limit-calendar.tsx'
import { Loaded } from '../../../ui/states.tsx'

/** A limit counted day by day, as the rule counts it. */
export function LimitDays({ limit }: { readonly limit: LimitRow }) {
  const days = useQuery(limitDaysQuery(limit.id))
  return <Loaded query={days}>{(data) => <LimitCalendar days={data.days} />}</Loaded>
}
