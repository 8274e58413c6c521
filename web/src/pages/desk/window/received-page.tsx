import './window.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '../../../api/queries.ts'
import type { WindowMatterRow } from '../../../api/types.gen.ts'
import { receivedQuery } from '../../../api/window.queries.ts'
import { dayInWords } from '../../../format/dates.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { Field } from '../../../ui/field.tsx'
import { Card, Page } from '../../../ui/page.tsx'
import { Loaded, NoPermission } from '../../../ui/states.tsx'
import { useSettled } from '../../registers/use-settled.ts'
import { receivedTexts } from './received.texts.ts'

/** 已收的件: what came in at the windows of the clerk's hall. */
export function ReceivedPage() {
  return useMay('matter.receive') ? <Received /> : <NoPermission />
}

function Received() {
  const t = useTexts(receivedTexts)
  const [words, setWords] = useState('')
  const q = useSettled(words.trim(), 250)
  const found = useQuery({ ...receivedQuery(q), placeholderData: (before) => before })
  return (
    <Page title={t.title} lead={t.lead} crumbs={[{ to: '/window', label: t.window }]}>
      <Card title={t.list}>
        <div className="wn-find">
          <Field label={t.find} help={t.findHelp}>
            <input type="search" value={words} onChange={(event) => setWords(event.target.value)} />
          </Field>
        </div>
        <Loaded query={found}>
          {({ matters }) =>
            matters.length === 0 ? (
              <p className="card-body quiet">{t.none}</p>
            ) : (
              <ul className="wn-parties wn-received" aria-live="polite">
                {matters.map((matter) => (
                  <Row key={matter.id} matter={matter} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </Card>
    </Page>
  )
}

function Row({ matter }: { readonly matter: WindowMatterRow }) {
  const t = useTexts(receivedTexts)
  const language = useLanguage()
  return (
    <li>
      <div>
        <Link to="/window/matters/$matterId" params={{ matterId: matter.id }}>
          <b>{matter.typeLabel}</b>　{matter.title === matter.typeLabel ? '' : matter.title}
        </Link>
        <small>
          <code>{matter.number}</code>　{matter.applicant}，{t.received(dayInWords(matter.submittedOn, language))}
        </small>
        <small>{matter.now}</small>
      </div>
      {matter.status === 'ended' ? (
        <span className="light blue">{t.ended}</span>
      ) : matter.turn === 'applicant' ? (
        <span className="light amber">{t.forThem}</span>
      ) : null}
    </li>
  )
}
