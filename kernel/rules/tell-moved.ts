import type { CommandContext } from '../operations/context.ts'
import { announceAll } from '../outbox/announce.ts'
import type { MovedDay, Recount } from './recount.types.ts'

/** examples that a notice names; the page shows all */
const named = 5

/**
 * Tells those whose last days moved, once each for a kind: how many, and the first of them with both days.
 *
 * @param calendarId of the notice that was loaded
 */
export async function tellMoved(
  context: CommandContext,
  calendarId: string,
  told: readonly { readonly recount: Recount; readonly moved: readonly MovedDay[] }[],
): Promise<void> {
  await announceAll(
    context,
    told.flatMap(({ recount, moved }) =>
      [...byAddressee(moved)].map(([addressee, days]) => {
        const [first] = days
        const examples = days.slice(0, named).map(({ what, before, after }) => `${what}：${before} → ${after}`)
        const more = days.length > named ? `\n另有 ${days.length - named} 项，请在页面查看。` : ''
        return {
          to: first.to,
          kind: 'calendar.recounted',
          title: `节假日安排有变，${days.length} 项${recount.label}重新计算`,
          body: `${examples.join('\n')}${more}`,
          path: first.path,
          subject: { kind: 'calendarYear', id: calendarId },
          key: `${calendarId}:${recount.id}:${addressee}`,
          demonstration: first.demonstration,
        }
      }),
    ),
  )
}

type AtLeastOne = [MovedDay, ...MovedDay[]]

/** Invented ones apart: their notices go with the demonstration. */
function byAddressee(moved: readonly MovedDay[]): ReadonlyMap<string, AtLeastOne> {
  const groups = new Map<string, AtLeastOne>()
  for (const day of moved) {
    const key = `${day.addressee}${day.demonstration ? ':demonstration' : ''}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [day])
    else group.push(day)
  }
  return groups
}
