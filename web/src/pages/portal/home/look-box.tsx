import { useNavigate } from '@tanstack/react-router'
import { useTexts } from '../../../i18n/language.ts'
import { LookForm } from '../status/look-form.tsx'
import { homeTexts } from './home.texts.ts'

/** Where is my case: by its number and the end of the telephone number, without signing in. */
export function LookBox() {
  const t = useTexts(homeTexts)
  const navigate = useNavigate()
  return (
    <section aria-labelledby="h-look">
      <header className="po-band-head">
        <h2 id="h-look">{t.look}</h2>
      </header>
      <div className="po-panel">
        <LookForm onAsk={(number, tail) => void navigate({ to: '/status', search: { number, tail } })} />
      </div>
    </section>
  )
}
