import { Link } from '@tanstack/react-router'
import { useTexts } from '../../../i18n/language.ts'
import { Ask } from '../find/ask.tsx'
import { homeTexts } from './home.texts.ts'
import { Pot } from './pot.tsx'

/** The question first: what happened, in ordinary words. */
export function Hero() {
  const t = useTexts(homeTexts)
  const [first, second] = t.heading
  return (
    <section className="po-hero">
      <div className="po-wrap">
        <div className="po-say">
          <h1>
            <span className="nb">{first}</span>
            <span className="nb">{second}</span>
          </h1>
          <p className="po-lead">{t.lead}</p>
          <Ask />
          <p className="po-often">
            <span className="quiet">{t.often}</span>
            {t.oftenAsked.map((words) => (
              <Link key={words} to="/services/find" search={{ q: words }} preload={false}>
                {words}
              </Link>
            ))}
          </p>
        </div>
        <div className="po-pot" aria-hidden="true">
          <Pot />
        </div>
      </div>
    </section>
  )
}
