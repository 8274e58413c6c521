import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { WindowParty } from '../../../api/types.gen.ts'
import { partiesQuery } from '../../../api/window.queries.ts'
import { dayInWords } from '../../../format/dates.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { Field } from '../../../ui/field.tsx'
import { Refusal } from '../../../ui/states.tsx'
import { useSettled } from '../../registers/use-settled.ts'
import { windowTexts } from './window.texts.ts'

/** Who comes, as it is sent, and as the clerk reads it. */
export interface Comer {
  readonly label: string
  readonly input:
    | { readonly recordId: string; readonly phone?: string }
    | { readonly name: string; readonly phone?: string; readonly idNumber?: string }
    /** known from an earlier case: by its number, and the telephone that was asked for */
    | { readonly earlier: string; readonly phone: string }
}

interface FindPartyProps {
  readonly comer: Comer | null
  readonly onComer: (comer: Comer | null) => void
}

/** Finds an enterprise or a person, or takes down who is new. */
export function FindParty({ comer, onComer }: FindPartyProps) {
  const t = useTexts(windowTexts)
  const [words, setWords] = useState('')
  const q = useSettled(words.trim(), 250)
  const found = useQuery({ ...partiesQuery(q), enabled: q.length >= 2, placeholderData: (before) => before })
  if (comer !== null) {
    return (
      <p className="wn-comer" role="status">
        <span>
          {t.chosen} <b>{comer.label}</b>
        </span>
        <button type="button" className="btn small-btn" onClick={() => onComer(null)}>
          {t.change}
        </button>
      </p>
    )
  }
  const parties = q.length < 2 ? [] : (found.data?.parties ?? [])
  return (
    <div className="wn-find">
      <Field label={t.who} help={t.findHelp}>
        <input type="search" placeholder={t.find} value={words} onChange={(event) => setWords(event.target.value)} />
      </Field>
      <Refusal problem={found.error} />
      <ul className="wn-parties" aria-live="polite">
        {parties.map((party) => (
          <Party
            key={`${party.kind}${party.recordId ?? ''}${party.label}${party.phoneMasked ?? ''}`}
            party={party}
            asked={q}
            onComer={onComer}
          />
        ))}
      </ul>
      {q.length >= 2 && found.isSuccess && parties.length === 0 ? <p className="quiet">{t.nobody}</p> : null}
      <NewPerson name={/\d/.test(words) ? '' : words.trim()} onComer={onComer} />
    </div>
  )
}

interface PartyProps {
  readonly party: WindowParty
  /** what was looked for: the telephone of a person who is in no register */
  readonly asked: string
  readonly onComer: (comer: Comer) => void
}

function Party({ party, asked, onComer }: PartyProps) {
  const t = useTexts(windowTexts)
  const language = useLanguage()
  const { recordId, latest } = party
  const input: Comer['input'] | null =
    recordId !== null ? { recordId } : latest === null ? null : { earlier: latest.number, phone: asked }
  return (
    <li>
      <div>
        <b>{party.label}</b>
        <small>
          {[party.code, party.phoneMasked, t.matters(party.matters)].filter((part) => part !== null).join('，')}
        </small>
        {latest === null ? null : <small>{t.latest(latest.typeLabel, dayInWords(latest.submittedOn, language))}</small>}
      </div>
      {input === null ? null : (
        <button
          type="button"
          className="btn small-btn"
          aria-label={`${t.take} ${party.label}`}
          onClick={() => onComer({ label: party.label, input })}
        >
          {t.take}
        </button>
      )}
    </li>
  )
}

function NewPerson({ name, onComer }: { readonly name: string; readonly onComer: (comer: Comer) => void }) {
  const t = useTexts(windowTexts)
  const [typed, setTyped] = useState<string | null>(null)
  const [phone, setPhone] = useState('')
  const [idNumber, setIdNumber] = useState('')
  const who = (typed ?? name).trim()
  return (
    <details className="wn-new">
      <summary>
        {t.newPerson} <span className="quiet small">{t.newPersonLead}</span>
      </summary>
      <div className="form">
        <Field label={`${t.name} *`}>
          <input maxLength={100} value={typed ?? name} onChange={(event) => setTyped(event.target.value)} />
        </Field>
        <Field label={t.phone} help={t.phoneHelp}>
          <input inputMode="tel" maxLength={40} value={phone} onChange={(event) => setPhone(event.target.value)} />
        </Field>
        <Field label={t.idNumber} help={t.idHelp}>
          <input maxLength={40} value={idNumber} onChange={(event) => setIdNumber(event.target.value)} />
        </Field>
        <div className="form-actions">
          <button
            type="button"
            className="btn"
            disabled={who === ''}
            onClick={() =>
              onComer({
                label: who,
                input: {
                  name: who,
                  ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
                  ...(idNumber.trim() === '' ? {} : { idNumber: idNumber.trim() }),
                },
              })
            }
          >
            {t.take}
          </button>
        </div>
      </div>
    </details>
  )
}
