import '../find/find.css'
import '../status/status.css'
import './window.css'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { Problem } from '../../../api/client.ts'
import { queryClient } from '../../../api/queries.ts'
import { giveBackTicket, ownTicketQuery, rateTicket } from '../../../api/service.queries.ts'
import type { OwnTicket, Rated } from '../../../api/types.gen.ts'
import { useTexts } from '../../../i18n/language.ts'
import { Empty, Loaded, Refusal } from '../../../ui/states.tsx'
import { QrCode } from '../../accounts/qr-code.tsx'
import { PortalPage } from '../frame/portal-page.tsx'
import { RateForm, type RateValues } from '../status/rate-form.tsx'
import { statusTexts } from '../status/status.texts.ts'
import { windowTexts } from './window.texts.ts'

/** One's own ticket: how many are before, and where to go. It looks again by itself. */
export function TicketPage() {
  const t = useTexts(windowTexts)
  const { ticketId } = useParams({ from: '/portal/tickets/$ticketId' })
  const { code = '' } = useSearch({ from: '/portal/tickets/$ticketId' })
  const ticket = useQuery({ ...ownTicketQuery(ticketId, code), staleTime: 0, refetchInterval: 5_000 })
  return (
    <Loaded
      query={ticket}
      alone
      missing={
        <Empty
          alone
          title={t.unknown}
          actions={
            <Link className="btn primary" to="/tickets">
              {t.take}
            </Link>
          }
        >
          {t.unknownLead}
        </Empty>
      }
    >
      {(data) => <Ticket ticket={data} code={code} />}
    </Loaded>
  )
}

function Ticket({ ticket, code }: { readonly ticket: OwnTicket; readonly code: string }) {
  const t = useTexts(windowTexts)
  const desk = ticket.desk ?? ''
  const words = {
    waiting: t.ahead(ticket.ahead),
    called: t.called(desk),
    serving: t.serving(desk),
    served: t.served,
    missed: t.missed,
    cancelled: t.cancelled,
  }[ticket.status]
  return (
    <PortalPage narrow title={t.yourNumber}>
      <div className={ticket.status === 'called' ? 'po-panel po-ticket called' : 'po-panel po-ticket'}>
        <p className="po-ticket-number">{ticket.number}</p>
        <p className="po-ticket-words" role="status">
          {words}
        </p>
        <p className="po-fine">
          {ticket.day} · {t.refresh}
        </p>
        <QrCode text={location.href} label={t.keep} />
        <p className="po-fine">{t.keep}</p>
        {ticket.status === 'waiting' ? <GiveBack ticketId={ticket.id} code={code} /> : null}
        <p>
          <Link to="/ticket-board" search={{ hall: ticket.hall }}>
            {t.board}
          </Link>
        </p>
      </div>
      {ticket.mayRate ? <RateTicket ticketId={ticket.id} code={code} /> : null}
    </PortalPage>
  )
}

function GiveBack({ ticketId, code }: { readonly ticketId: string; readonly code: string }) {
  const t = useTexts(windowTexts)
  const back = useMutation<OwnTicket, Problem>({
    mutationFn: () => giveBackTicket(ticketId, code),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['services', 'ticket'] }),
  })
  return (
    <>
      <Refusal problem={back.error} />
      <p>
        <button type="button" className="btn small-btn" disabled={back.isPending} onClick={() => back.mutate()}>
          {t.giveBack}
        </button>
      </p>
    </>
  )
}

function RateTicket({ ticketId, code }: { readonly ticketId: string; readonly code: string }) {
  const t = useTexts(windowTexts)
  const words = useTexts(statusTexts)
  const [values, setValues] = useState<RateValues>({ level: null, dimensions: {}, words: '' })
  const [tried, setTried] = useState(false)
  const rate = useMutation<Rated, Problem>({
    mutationFn: () =>
      rateTicket(ticketId, {
        code,
        level: values.level ?? 0,
        ...(Object.keys(values.dimensions).length === 0 ? {} : { dimensions: values.dimensions }),
        ...(values.words.trim() === '' ? {} : { words: values.words.trim() }),
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['services', 'ticket'] }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (values.level !== null) rate.mutate()
  }
  return (
    <section className="po-panel">
      <h2>{t.rateTicket}</h2>
      <p className="quiet">{t.rateLead}</p>
      <form onSubmit={submit} noValidate>
        <RateForm
          values={values}
          names={['efficiency', 'skill', 'attitude']}
          error={tried && values.level === null ? words.needLevel : undefined}
          onChange={setValues}
        />
        <Refusal problem={rate.error} />
        <p className="po-actions">
          <button type="submit" className="btn primary" disabled={rate.isPending}>
            {words.rateSend}
          </button>
        </p>
      </form>
    </section>
  )
}
