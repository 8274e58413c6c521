import '../find/find.css'
import '../apply/apply.css'
import './window.css'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { Problem } from '../../../api/client.ts'
import { servicesQuery, takeTicket, ticketHallsQuery } from '../../../api/service.queries.ts'
import type { HallRow, TicketTaken } from '../../../api/types.gen.ts'
import { useTexts } from '../../../i18n/language.ts'
import { Field } from '../../../ui/field.tsx'
import { Empty, Loaded, Refusal } from '../../../ui/states.tsx'
import { ToFill } from '../frame/portal-foot.tsx'
import { PortalPage } from '../frame/portal-page.tsx'
import { windowTexts } from './window.texts.ts'

/** A ticket for the window; several services may be named, and no name is asked. */
export function TicketsPage() {
  const t = useTexts(windowTexts)
  const halls = useQuery(ticketHallsQuery)
  return (
    <PortalPage narrow title={t.title} lead={t.lead}>
      <Loaded query={halls}>
        {(data) =>
          data.halls.length === 0 ? (
            <Empty title={t.noHalls} />
          ) : (
            data.halls.map((hall) => <Hall key={hall.id} hall={hall} />)
          )
        }
      </Loaded>
    </PortalPage>
  )
}

function Hall({ hall }: { readonly hall: HallRow }) {
  const t = useTexts(windowTexts)
  const navigate = useNavigate()
  const services = useQuery(servicesQuery).data?.services ?? []
  const [types, setTypes] = useState<readonly string[]>([])
  const [phone, setPhone] = useState('')
  const [day, setDay] = useState('')
  const [time, setTime] = useState('')
  const [tried, setTried] = useState(false)
  const halfBooked = (day === '') !== (time === '')
  const take = useMutation<TicketTaken, Problem>({
    mutationFn: () =>
      takeTicket({
        hall: hall.id,
        ...(types.length === 0 ? {} : { types }),
        ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
        ...(day === '' ? {} : { day, time }),
      }),
    onSuccess: (ticket) =>
      navigate({ to: '/tickets/$ticketId', params: { ticketId: ticket.id }, search: { code: ticket.code } }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!halfBooked) take.mutate()
  }
  const choose = (id: string, chosen: boolean) =>
    setTypes((before) => (chosen ? [...before, id] : before.filter((one) => one !== id)))
  return (
    <section className="po-panel">
      <h2>{hall.name}</h2>
      <dl className="po-facts">
        <div>
          <dt>{t.address}</dt>
          <dd>{hall.address ?? <ToFill />}</dd>
        </div>
        <div>
          <dt>{t.hours}</dt>
          <dd>{hall.hours ?? <ToFill />}</dd>
        </div>
      </dl>
      <p className="po-waiting">{hall.waiting === 0 ? t.nobody : t.waiting(hall.waiting)}</p>
      <form className="po-fields" onSubmit={submit} noValidate>
        <fieldset className="field">
          <legend>{t.what}</legend>
          <div className="po-ticket-types">
            {services
              .filter((service) => service.isOpen && service.entrances.includes('window'))
              .map((service) => (
                <label className="check" key={service.id}>
                  <input
                    type="checkbox"
                    checked={types.includes(service.id)}
                    onChange={(event) => choose(service.id, event.target.checked)}
                  />
                  {service.label}
                </label>
              ))}
          </div>
        </fieldset>
        <Field label={t.phone} id={`phone-${hall.id}`} help={t.phoneHelp}>
          <input
            type="tel"
            autoComplete="tel"
            maxLength={20}
            value={phone}
            onChange={(event) => setPhone(event.target.value)}
          />
        </Field>
        <details className="po-book">
          <summary>{t.book}</summary>
          <div className="po-book-when">
            <Field label={t.bookDay} id={`day-${hall.id}`} error={tried && halfBooked ? t.bookBoth : undefined}>
              <input type="date" value={day} onChange={(event) => setDay(event.target.value)} />
            </Field>
            <Field label={t.bookTime} id={`time-${hall.id}`}>
              <input type="time" step={900} value={time} onChange={(event) => setTime(event.target.value)} />
            </Field>
          </div>
        </details>
        <Refusal problem={take.error} />
        <p className="po-actions">
          <button type="submit" className="btn primary" disabled={take.isPending}>
            {day === '' ? t.take : t.bookIt}
          </button>
          <Link to="/ticket-board" search={{ hall: hall.id }}>
            {t.board}
          </Link>
        </p>
      </form>
    </section>
  )
}
