import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { Problem } from '../../../api/client.ts'
import type { HallRow } from '../../../api/types.gen.ts'
import {
  actOnTicket,
  callTicket,
  hallsQuery,
  refreshTickets,
  type TicketAct,
  ticketsQuery,
} from '../../../api/window.queries.ts'
import { useTexts } from '../../../i18n/language.ts'
import { Refusal } from '../../../ui/states.tsx'
import { windowTexts } from './window.texts.ts'

interface TicketsProps {
  /** the ticket that is being served at this desk, or null */
  readonly onServing: (ticketId: string | null) => void
}

const deskKey = 'qx.window.desk'

/** 叫号: the line over the window. Which hall and which desk is remembered on this computer. */
export function Tickets({ onServing }: TicketsProps) {
  const { data, isPending } = useQuery(hallsQuery)
  const halls = data?.halls ?? []
  const [place, setPlace] = useState(() => readPlace())
  const hall = halls.find(({ id }) => id === place?.hall) ?? halls[0]
  // The place is kept while it is not known: what is below must not move away under the hand.
  if (isPending) return <section className="wn-queue" aria-busy="true" />
  if (hall === undefined) return null
  const desk = place !== null && hall.desks.includes(place.desk) ? place.desk : (hall.desks[0] ?? '')
  return (
    <Queue
      halls={halls}
      hall={hall}
      desk={desk}
      onPlace={(next) => {
        setPlace(next)
        keepPlace(next)
      }}
      onServing={onServing}
    />
  )
}

interface Place {
  readonly hall: string
  readonly desk: string
}

interface QueueProps extends TicketsProps {
  readonly halls: readonly HallRow[]
  readonly hall: HallRow
  readonly desk: string
  readonly onPlace: (place: Place) => void
}

function Queue({ halls, hall, desk, onPlace, onServing }: QueueProps) {
  const { tickets: t } = useTexts(windowTexts)
  const query = useQuery({ ...ticketsQuery(hall.id), refetchInterval: 10_000 })
  const tickets = query.data?.tickets ?? []
  const mine = tickets.find(({ isMine, status }) => isMine && (status === 'called' || status === 'serving'))
  const waiting = tickets.filter(({ status }) => status === 'waiting')
  const serving = mine?.status === 'serving' ? mine.id : null
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another ticket is served
  useEffect(() => onServing(serving), [serving])
  const call = useMutation<unknown, Problem>({
    mutationFn: () => callTicket(hall.id, desk),
    onSettled: refreshTickets,
  })
  const act = useMutation<unknown, Problem, TicketAct>({
    mutationFn: (what) => actOnTicket(mine?.id ?? '', what),
    onSettled: refreshTickets,
  })
  const busy = call.isPending || act.isPending
  return (
    <section className="wn-queue" aria-label={t.title}>
      <select
        aria-label={`${t.hall}，${t.desk}`}
        value={`${hall.id}|${desk}`}
        onChange={(event) => {
          const [id = '', chosen = ''] = event.target.value.split('|')
          onPlace({ hall: id, desk: chosen })
        }}
      >
        {halls.map((one) => (
          <optgroup key={one.id} label={one.name}>
            {one.desks.map((each) => (
              <option key={each} value={`${one.id}|${each}`}>
                {each}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {mine === undefined ? (
        <button type="button" className="btn" disabled={busy || waiting.length === 0} onClick={() => call.mutate()}>
          {t.call}
        </button>
      ) : (
        <>
          <strong className="wn-number" role="status">
            {mine.status === 'called' ? t.now(mine.number) : t.serving(mine.number)}
          </strong>
          {mine.status === 'called' ? (
            <>
              <button type="button" className="btn" disabled={busy} onClick={() => act.mutate('start')}>
                {t.start}
              </button>
              <button type="button" className="btn quiet-btn" disabled={busy} onClick={() => act.mutate('miss')}>
                {t.miss}
              </button>
            </>
          ) : (
            <button type="button" className="btn" disabled={busy} onClick={() => act.mutate('end')}>
              {t.end}
            </button>
          )}
        </>
      )}
      <Link to="/ticket-board" search={{ hall: hall.id }} target="_blank" className="wn-board">
        {t.board}
      </Link>
      <details className="wn-waiting">
        <summary>{waiting.length === 0 ? t.nobody : t.waiting(waiting.length)}</summary>
        <ol>
          {waiting.slice(0, 30).map((one) => (
            <li key={one.id}>
              <b>{one.number}</b> {one.types.map(({ label }) => label).join('、')}
              <span className="quiet small">
                {one.bookedFor === null ? '' : t.booked(one.bookedFor)}{' '}
                {one.waitedMinutes === null ? '' : t.waited(one.waitedMinutes)}
              </span>
            </li>
          ))}
        </ol>
      </details>
      <Refusal problem={call.error ?? act.error} />
    </section>
  )
}

function readPlace(): Place | null {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(deskKey) ?? 'null')
    return typeof found === 'object' && found !== null && 'hall' in found && 'desk' in found ? (found as Place) : null
  } catch {
    return null
  }
}

function keepPlace(place: Place): void {
  try {
    localStorage.setItem(deskKey, JSON.stringify(place))
  } catch {
    // asked again the next time
  }
}
