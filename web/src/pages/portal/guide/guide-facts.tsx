import type { ServiceGuide } from '../../../api/service.types.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { ToFill } from '../frame/portal-foot.tsx'
import { guideTexts, wordOf } from './guide.texts.ts'
import { SourceWords } from './guide-limits.tsx'

/** The rest of the 实施清单, for those who look for it. */
export function GuideFacts({ guide }: { readonly guide: ServiceGuide }) {
  const t = useTexts(guideTexts)
  const comma = useLanguage() === 'zh' ? '、' : ', '
  const { rating } = guide
  return (
    <section>
      <h2 className="po-h2">{t.facts}</h2>
      <dl className="po-facts">
        <Fact label={t.itemType} words={wordOf(t.itemTypes, guide.itemType)} />
        <Fact label={t.handling} words={t.handlings[guide.handling]} />
        <Fact label={t.forWhom} words={guide.forWhom.map((one) => wordOf(t.who, one)).join(comma)} />
        <Fact label={t.online} words={wordOf(t.onlineDepth, guide.online)} />
        <Fact label={t.across} words={wordOf(t.acrossRegions, guide.acrossRegions)} />
        <div>
          <dt>{t.itemCode}</dt>
          <dd>{guide.itemCode ?? <ToFill />}</dd>
        </div>
        <Fact
          label={t.rating}
          words={rating === null ? t.noRating : t.ratingWords(rating.good, rating.count, rating.average.toFixed(1))}
        />
        <Fact label={t.version} words={t.versionWords(guide.version, guide.effectiveOn)} />
        <div>
          <dt>{t.sources}</dt>
          <dd>
            <ul>
              {guide.sources.map((source) => (
                <li key={`${source.instrument}${source.article}`}>
                  <SourceWords source={source} />
                </li>
              ))}
            </ul>
          </dd>
        </div>
        {guide.changes.length === 0 ? null : (
          <div>
            <dt>{t.changes}</dt>
            <dd>
              <ul>
                {guide.changes.map((change) => (
                  <li key={change.from}>
                    {t.changeFrom(change.from)}
                    {change.what}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
    </section>
  )
}

function Fact({ label, words }: { readonly label: string; readonly words: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{words}</dd>
    </div>
  )
}
