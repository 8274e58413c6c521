import './home.css'
import { Link } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { useTexts } from '../../../i18n/language.ts'
import { usePageTitle } from '../../../ui/page.tsx'
import { Doors } from './doors.tsx'
import { Hero } from './hero.tsx'
import { homeTexts } from './home.texts.ts'
import { KeptWord } from './kept-word.tsx'
import { LookBox } from './look-box.tsx'
import { People } from './people.tsx'
import { Published } from './published.tsx'
import { Today } from './today.tsx'

/** The portal: one place where every service is found, applied for, followed and rated. */
export function HomePage() {
  const t = useTexts(homeTexts)
  usePageTitle(t.title)
  // the question first; what lies below it is made in small pieces, so that a slow phone can be typed on meanwhile
  const below = useDeferredValue(true, false)
  return (
    <>
      <Hero />
      {below ? <Below /> : null}
    </>
  )
}

function Below() {
  const t = useTexts(homeTexts)
  return (
    <>
      <Doors />
      <div className="po-band po-wrap po-two">
        <Today />
        <LookBox />
      </div>
      <div className="po-band po-wrap po-two">
        <Published />
        <People />
      </div>
      <div className="po-band po-wrap">
        <KeptWord />
        <p className="po-note">
          {t.cockpitLink} <Link to="/">{t.cockpit}</Link>
        </p>
      </div>
    </>
  )
}
