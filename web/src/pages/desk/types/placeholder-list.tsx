import type { DocumentKindView } from '../../../api/types.gen.ts'
import { useTexts } from '../../../i18n/language.ts'
import { templatesTexts } from './templates.texts.ts'

/** What may stand in a template, each with its meaning. */
export function PlaceholderList({ placeholders }: { readonly placeholders: DocumentKindView['placeholders'] }) {
  const t = useTexts(templatesTexts)
  return (
    <details>
      <summary>{t.placeholders(placeholders.length)}</summary>
      <p className="quiet small">{t.howTo}</p>
      <ul className="ty-placeholders">
        {placeholders.map((one) => (
          <li key={one.key}>
            <code>{`{${one.name}}`}</code>
            <span>{one.meaning}</span>
            <span className="quiet small">
              {[
                ...(one.isObligatory ? [t.obligatory] : []),
                ...(one.standsAlone ? [t.alone] : []),
                ...(one.mayBeEmpty ? [t.mayBeEmpty] : []),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
