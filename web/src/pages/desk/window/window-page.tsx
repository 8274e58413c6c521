import './window.css'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '../../../api/queries.ts'
import { useTexts } from '../../../i18n/language.ts'
import { Page } from '../../../ui/page.tsx'
import { NoPermission } from '../../../ui/states.tsx'
import { Reception } from './reception.tsx'
import { StartReception } from './start-reception.tsx'
import { Tickets } from './tickets.tsx'
import { windowTexts } from './window.texts.ts'

/** 窗口受理: one clerk receives for all departments. Which drafts are open stands in the address. */
export function WindowPage() {
  const allowed = useMay('matter.receive')
  if (!allowed) return <NoPermission />
  return <Window />
}

function Window() {
  const t = useTexts(windowTexts)
  const { drafts } = useSearch({ from: '/window' })
  const navigate = useNavigate({ from: '/window' })
  const [ticket, setTicket] = useState<string | null>(null)
  const ids = drafts === undefined ? [] : drafts.split(',').filter((id) => id !== '')
  const open = (next: readonly string[]) =>
    void navigate({ search: next.length === 0 ? {} : { drafts: next.join(',') } })
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={
        <Link className="btn" to="/window/matters">
          {t.received}
        </Link>
      }
    >
      <Tickets onServing={setTicket} />
      {ids.length === 0 ? (
        <StartReception ticket={ticket} onBegun={open} />
      ) : (
        <Reception key={ids.join(',')} ids={ids} onLeave={() => open([])} />
      )}
    </Page>
  )
}
