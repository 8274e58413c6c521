import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../../i18n/language.ts'
import { Icon } from '../../../ui/icons.tsx'
import { homeTexts } from '../home/home.texts.ts'

/** One field for ordinary words. An empty question asks for everything. */
export function Ask({ words = '' }: { readonly words?: string }) {
  const t = useTexts(homeTexts)
  const navigate = useNavigate()
  const [typed, setTyped] = useState(words)
  const ask = (event: FormEvent) => {
    event.preventDefault()
    const q = typed.trim()
    void navigate({ to: '/services/find', search: q === '' ? {} : { q } })
  }
  return (
    <search>
      <form className="po-ask" onSubmit={ask}>
        <label htmlFor="ask">{t.ask}</label>
        <div className="po-ask-field">
          <Icon name="search" size={20} />
          <input
            id="ask"
            type="search"
            value={typed}
            placeholder={t.example}
            maxLength={200}
            autoComplete="off"
            enterKeyHint="search"
            onChange={(event) => setTyped(event.target.value)}
          />
          <button className="btn primary" type="submit">
            {t.find}
          </button>
        </div>
      </form>
    </search>
  )
}
