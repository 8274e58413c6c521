import '../frame/portal.css'
import '../training/training.css'
import './window.css'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { ticketBoardQuery, ticketHallsQuery } from '../../../api/service.queries.ts'
import type { TicketBoard } from '../../../api/types.gen.ts'
import { useTexts } from '../../../i18n/language.ts'
import { usePageTitle } from '../../../ui/page.tsx'
import { Loaded } from '../../../ui/states.tsx'
import { usePortalType } from '../frame/portal-frame.tsx'
import { windowTexts } from './window.texts.ts'

/** The screen over the counters: numbers and desks, nothing of people. */
export function TicketBoardPage() {
  const t = useTexts(windowTexts)
  usePageTitle(t.boardTitle)
  usePortalType()
  const { hall } = useSearch({ from: '/screen/ticket-board' })
  const halls = useQuery({ ...ticketHallsQuery, enabled: hall === undefined })
  const shown = hall ?? halls.data?.halls[0]?.id
  const board = useQuery({
    ...ticketBoardQuery(shown ?? ''),
    enabled: shown !== undefined,
    staleTime: 0,
    refetchInterval: 5_000,
  })
  return (
    <main className="po-screen po-board" id="content">
      <Loaded query={board} alone>
        {(data) => <Board board={data} />}
      </Loaded>
    </main>
  )
}

function Board({ board }: { readonly board: TicketBoard }) {
  const t = useTexts(windowTexts)
  return (
    <>
      <header>
        <h1>{board.hall.name}</h1>
        <p>
          {t.wait(board.waiting)}
          {board.medianWaitMinutes === null ? '' : `，${t.median(board.medianWaitMinutes)}`}
        </p>
      </header>
      {board.called.length === 0 ? (
        <p className="po-board-none">{t.none}</p>
      ) : (
        <ol className="po-board-called" aria-live="polite">
          {board.called.map((call) => (
            <li key={call.number} className={call.isServing ? undefined : 'new'}>
              <b>{call.number}</b>
              <span>
                {t.goTo(call.desk)}
                {call.isServing ? <small>{t.inHand}</small> : null}
              </span>
            </li>
          ))}
        </ol>
      )}
      {board.next.length === 0 ? null : (
        <p className="po-board-next">
          {t.next}
          {board.next.map((number) => (
            <span key={number}>{number}</span>
          ))}
        </p>
      )}
    </>
  )
}
