import type { DefinitionVersion } from '../../api/indicator.types.ts'
import { instantInCounty } from '../../format/dates.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { ChangedText } from '../../ui/changed-text.tsx'
import { indicatorsTexts } from './indicators.texts.ts'

/** 口径沿革: every version with its reason and what it changed; an old period keeps its old version. */
export function VersionsCard({ versions }: { readonly versions: readonly DefinitionVersion[] }) {
  const t = useTexts(indicatorsTexts)
  const language = useLanguage()
  const newest = versions.toSorted((a, b) => b.version - a.version)
  return (
    <section className="in-versions" aria-labelledby="in-versions">
      <header className="tg-head">
        <h2 id="in-versions">{t.versions}</h2>
        <p>{t.versionsNote}</p>
      </header>
      {newest.length === 0 ? <p className="quiet">{t.versionsNone}</p> : null}
      <ol>
        {newest.map((version) => {
          const before = versions.find((one) => one.version === version.version - 1)
          return (
            <li key={version.version}>
              <p>
                <b>{t.definition(version.version)}</b> <span className="nb">{t.since(version.validFrom)}</span>{' '}
                <span className="kind-tag">{t.origins[version.origin]}</span>
              </p>
              <p>{version.reason}</p>
              <p className="quiet small">{`${version.byLabel}，${instantInCounty(version.decidedAt)}`}</p>
              {before === undefined || before.sentence[language] === version.sentence[language] ? null : (
                <p className="in-changed">
                  <span>
                    <ChangedText before={before.sentence[language]} after={version.sentence[language]} side="before" />
                  </span>
                  <span>
                    <ChangedText before={before.sentence[language]} after={version.sentence[language]} side="after" />
                  </span>
                </p>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
