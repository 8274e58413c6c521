import { Link } from '@tanstack/react-router'
import type { PublicationRow } from '../../../api/service.types.ts'
import { dayInWords } from '../../../format/dates.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { publicTexts } from './public.texts.ts'

export function PublicationLine({ publication }: { readonly publication: PublicationRow }) {
  const t = useTexts(publicTexts)
  const language = useLanguage()
  const { id, title, publishedOn, unit, demonstration } = publication
  return (
    <li>
      <time dateTime={publishedOn}>{publishedOn}</time>
      <div>
        <Link to="/publications/$publicationId" params={{ publicationId: id }}>
          {title}
        </Link>
        {demonstration ? <span className="po-demo"> {t.demo}</span> : null}
        <p>
          <span>{unit}</span>
          {publication.takesObjections && publication.objectionsUntil !== null ? (
            <span className="light amber">{t.until(dayInWords(publication.objectionsUntil, language))}</span>
          ) : (
            <span>{publication.objectionsUntil === null ? t.noObjections : t.closed}</span>
          )}
        </p>
      </div>
    </li>
  )
}
