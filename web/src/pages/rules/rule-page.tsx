import './rules.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ruleQuery } from '../../api/rule.queries.ts'
import type { RuleDetail, RuleVersionRow } from '../../api/types.gen.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Card, Page } from '../../ui/page.tsx'
import { Empty, Loaded, SkeletonPage } from '../../ui/states.tsx'
import { DueCalculator } from './due-calculator.tsx'
import { rulesTexts } from './rules.texts.ts'
import { Certainty, lengthOf } from './rules-page.tsx'

/** One limit: what it says, what it said before, and a calendar to count by it. */
export function RulePage() {
  const t = useTexts(rulesTexts)
  const { rule }: { readonly rule?: string } = useParams({ strict: false })
  const query = useQuery(ruleQuery(rule ?? ''))
  return (
    <Loaded
      query={query}
      skeleton={<SkeletonPage />}
      missing={
        <Page title={t.notFound} crumbs={[{ to: '/rules', label: t.title }]}>
          <Empty icon="search" title={t.notFound}>
            <p>{t.noneLead}</p>
          </Empty>
        </Page>
      }
    >
      {(data) => <Rule key={data.id} rule={data} />}
    </Loaded>
  )
}

function Rule({ rule }: { readonly rule: RuleDetail }) {
  const t = useTexts(rulesTexts)
  const zh = useLanguage() === 'zh'
  return (
    <Page
      title={zh ? rule.label : rule.labelEn}
      lead={rule.note ?? t.limitsWhy[rule.limits]}
      crumbs={[{ to: '/rules', label: t.title }]}
    >
      <div className="rl-columns">
        <div>
          <Card title={zh ? rule.subject : rule.subjectEn} note={rule.id}>
            <dl className="rl-facts">
              <div>
                <dt>{t.startsOn}</dt>
                <dd>{`${zh ? rule.startsOn : rule.startsOnEn}${rule.limits === 'notice' ? '' : `（${t.startsOnNote}）`}`}</dd>
              </div>
              <div>
                <dt>{t.whose}</dt>
                <dd>{rule.whose}</dd>
              </div>
              <div>
                <dt>{t.kind}</dt>
                <dd>
                  {t.limits[rule.limits]}
                  <span className="quiet small">{` ${t.limitsWhy[rule.limits]}`}</span>
                </dd>
              </div>
            </dl>
          </Card>
          <Card title={t.history} className="rl-history">
            <ol className="rows">
              {[...rule.history].reverse().map((version) => (
                <Version key={version.from} version={version} standing={standingOf(rule, version)} />
              ))}
            </ol>
          </Card>
          <Card title={t.cases}>
            <ul className="rows rl-cases">
              {rule.cases.map(({ from, due, because, paused, extended }) => {
                const notes = [
                  ...(paused.length === 0 ? [] : [t.casePaused(paused.join('、').replaceAll('..', ' – '))]),
                  ...(extended === 0 ? [] : [t.times(extended)]),
                  ...(because === null ? [] : [because]),
                ]
                return (
                  <li key={`${from} ${due} ${extended} ${paused.join()}`}>
                    {t.caseOf(from.replace('T', ' '), due.replace('T', ' '))}
                    {notes.length === 0 ? null : <span className="quiet">{`（${notes.join('；')}）`}</span>}
                  </li>
                )
              })}
            </ul>
          </Card>
        </div>
        <DueCalculator rule={rule} />
      </div>
    </Page>
  )
}

type Standing = 'inForce' | 'ahead' | 'past'

/** Versions stand oldest first: what comes after the one in force is ahead. */
function standingOf({ history }: RuleDetail, version: RuleVersionRow): Standing {
  if (version.isInForce) return 'inForce'
  const current = history.findIndex(({ isInForce }) => isInForce)
  return current !== -1 && history.indexOf(version) > current ? 'ahead' : 'past'
}

function Version({ version, standing }: { readonly version: RuleVersionRow; readonly standing: Standing }) {
  const t = useTexts(rulesTexts)
  const zh = useLanguage() === 'zh'
  const { from, until, source, stops, extensions, length } = version
  return (
    <li className={version.isInForce ? 'current' : undefined}>
      <p className="rl-version">
        <b>{lengthOf(version, t)}</b>
        <span>{t.since(from, until)}</span>
        <span className={version.isInForce ? 'rl-sure' : 'quiet'}>{t[standing]}</span>
        {length.parameter === null ? null : (
          <Link to="/parameters" className="small" title={t.parameterWhy(length.parameter)}>
            {t.parameter}
          </Link>
        )}
      </p>
      <p>
        {`${source.instrument}${source.article}`} <Certainty version={version} />
      </p>
      <p className="quiet small">
        {extensions.length === 0
          ? t.noExtensions
          : `${t.extensions} ${extensions.map((one) => `${one.length.words}（${t.by(zh ? one.by : one.byEn)}）`).join('；')}`}
        {'　'}
        {stops.length === 0
          ? t.noStops
          : `${t.stops}：${stops.map((stop) => (zh ? stop.label : stop.labelEn)).join('、')}`}
      </p>
    </li>
  )
}
