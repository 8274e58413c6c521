import { type FormEvent, useState } from 'react'
import { useSession } from '../../api/queries.ts'
import { useTexts } from '../../i18n/language.ts'
import { Icon } from '../../ui/icons.tsx'
import { Popover } from '../../ui/popover.tsx'
import { listTexts } from './list.texts.ts'
import type { ListState } from './list-state.ts'

interface AsOfChoiceProps {
  readonly state: ListState
  readonly onGo: (state: ListState) => void
}

/** 时点: the list as it was on a day. */
export function AsOfChoice({ state, onGo }: AsOfChoiceProps) {
  const t = useTexts(listTexts)
  return (
    <Popover
      className={state.asOf === undefined ? 'btn small-btn quiet-btn' : 'btn small-btn ls-as-of-on'}
      title={t.asOfTitle}
      label={
        <>
          <Icon name="clock" size={16} />
          {t.asOf}
          {state.asOf === undefined ? null : <b>{state.asOf}</b>}
        </>
      }
    >
      {(close) => (
        <AsOfForm
          state={state}
          onGo={(next) => {
            close()
            onGo(next)
          }}
        />
      )}
    </Popover>
  )
}

function AsOfForm({ state, onGo }: AsOfChoiceProps) {
  const t = useTexts(listTexts)
  const today = useSession()?.today ?? ''
  const [day, setDay] = useState(state.asOf ?? `${Number(today.slice(0, 4)) - 1}-12-31`)
  const { asOf, ...rest } = state
  const apply = (event: FormEvent) => {
    event.preventDefault()
    onGo(day === '' || day >= today ? rest : { ...rest, asOf: day })
  }
  return (
    <form onSubmit={apply}>
      <div className="pop-body">
        <b>{t.asOfTitle}</b>
        <input
          type="date"
          aria-label={t.asOf}
          value={day}
          max={today}
          onChange={(event) => setDay(event.target.value)}
        />
        <p className="quiet small">{t.asOfLead}</p>
      </div>
      <div className="pop-foot">
        {asOf === undefined ? null : (
          <button type="button" className="btn small-btn" onClick={() => onGo(rest)}>
            {t.asOfNow}
          </button>
        )}
        <button type="submit" className="btn primary small-btn">
          {t.apply}
        </button>
      </div>
    </form>
  )
}
