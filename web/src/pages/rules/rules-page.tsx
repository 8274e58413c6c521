import './rules.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { rulesQuery } from '../../api/rule.queries.ts'
import type { RuleRow, RuleVersionRow } from '../../api/types.gen.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Card, Page } from '../../ui/page.tsx'
import { Empty, Loaded, SkeletonPage } from '../../ui/states.tsx'
import { rulesTexts } from './rules.texts.ts'

/** 时限规则: every limit of the law, by subject, found by any of its words. */
export function RulesPage() {
  const t = useTexts(rulesTexts)
  const query = useQuery(rulesQuery)
  const { q = '' }: { readonly q?: string } = useSearch({ strict: false })
  const navigate = useNavigate()
  return (
    <Page
      title={t.title}
      lead={t.lead}
      actions={
        <Link to="/calendar-years" className="btn">
          {t.calendarYears}
        </Link>
      }
    >
      <search className="rl-search">
        <input
          type="search"
          aria-label={t.searchLabel}
          placeholder={t.search}
          value={q}
          onChange={({ target }) =>
            void navigate({ to: '/rules', search: target.value === '' ? {} : { q: target.value }, replace: true })
          }
        />
      </search>
      <Loaded query={query} skeleton={<SkeletonPage />}>
        {({ rules }) => <Subjects rules={rules.filter((rule) => speaksOf(rule, q))} />}
      </Loaded>
    </Page>
  )
}

function Subjects({ rules }: { readonly rules: readonly RuleRow[] }) {
  const t = useTexts(rulesTexts)
  const zh = useLanguage() === 'zh'
  if (rules.length === 0)
    return (
      <Empty icon="search" title={t.none}>
        <p>{t.noneLead}</p>
      </Empty>
    )
  const subjects = [...new Set(rules.map(({ subject }) => subject))]
  return subjects.map((subject) => {
    const own = rules.filter((rule) => rule.subject === subject)
    return (
      <Card key={subject} title={zh ? subject : own[0]?.subjectEn} note={t.count(own.length)} className="rl-subject">
        <ul className="rows rl-rows">
          {own.map((rule) => (
            <RuleLine key={rule.id} rule={rule} />
          ))}
        </ul>
      </Card>
    )
  })
}

function RuleLine({ rule }: { readonly rule: RuleRow }) {
  const t = useTexts(rulesTexts)
  const zh = useLanguage() === 'zh'
  const version = currentVersion(rule)
  return (
    <li>
      <Link to="/rules/$rule" params={{ rule: rule.id }} className="rl-name">
        {zh ? rule.label : rule.labelEn}
      </Link>
      <span className="rl-length">{version === undefined ? '' : lengthOf(version, t)}</span>
      <span className="quiet rl-starts">{zh ? rule.startsOn : rule.startsOnEn}</span>
      {version === undefined ? null : (
        <span className="quiet rl-source">
          {`${version.source.instrument}${version.source.article}`} <Certainty version={version} />
        </span>
      )}
    </li>
  )
}

/** Whether the article was read, in words; what is from memory stands out. */
export function Certainty({ version }: { readonly version: RuleVersionRow }) {
  const t = useTexts(rulesTexts)
  const { certainty } = version.source
  return (
    <span className={certainty === 'found' ? 'rl-sure' : 'rl-unsure'} title={t.certaintyWhy[certainty]}>
      {t.certainty[certainty]}
    </span>
  )
}

export function lengthOf(version: RuleVersionRow, t: (typeof rulesTexts)['zh']): string {
  const second = version.andAtMost === null ? '' : `，${t.atMost(version.andAtMost.words)}`
  return `${version.length.words}${second}`
}

/** The version in force, or of a rule that is not yet or no longer in force the last one. */
export function currentVersion(rule: RuleRow): RuleVersionRow | undefined {
  return rule.history.find(({ isInForce }) => isInForce) ?? rule.history.at(-1)
}

function speaksOf(rule: RuleRow, q: string): boolean {
  const { id, subject, subjectEn, label, labelEn, startsOn, history } = rule
  const sources = history.map(({ source }) => `${source.instrument}${source.article}`)
  const text = [id, subject, subjectEn, label, labelEn, startsOn, ...sources].join(' ').toLowerCase()
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((part) => text.includes(part))
}
