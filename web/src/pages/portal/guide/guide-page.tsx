import '../find/find.css'
import './guide.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { guideQuery } from '../../../api/service.queries.ts'
import type { ServiceGuide } from '../../../api/service.types.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { Empty, Loaded } from '../../../ui/states.tsx'
import { PortalPage } from '../frame/portal-page.tsx'
import { FlowCard } from './flow-card.tsx'
import { guideTexts } from './guide.texts.ts'
import { GuideFacts } from './guide-facts.tsx'
import { GuideLimits } from './guide-limits.tsx'
import { GuideMaterials } from './guide-materials.tsx'
import { GuideSide } from './guide-side.tsx'

/** 办事指南: the whole 实施清单, what people ask first on top. */
export function GuidePage() {
  const t = useTexts(guideTexts)
  const { type } = useParams({ from: '/portal/services/$type' })
  const guide = useQuery(guideQuery(type))
  return (
    <Loaded
      query={guide}
      alone
      missing={
        <Empty alone title={t.unknownTitle}>
          {t.unknownLead}
        </Empty>
      }
    >
      {(data) => <Guide guide={data} />}
    </Loaded>
  )
}

function Guide({ guide }: { readonly guide: ServiceGuide }) {
  const t = useTexts(guideTexts)
  const language = useLanguage()
  return (
    <PortalPage title={language === 'zh' ? guide.label : guide.labelEn} lead={guide.about}>
      <div className="po-guide">
        <div className="po-guide-main">
          <Key guide={guide} />
          <Listed title={t.conditions} lines={guide.conditions} />
          <section>
            <h2 className="po-h2">{t.steps}</h2>
            <ol className="po-how">
              {guide.steps.map((step) => (
                <li key={step.label}>
                  <b>{step.label}</b>
                  <span>{step.what}</span>
                </li>
              ))}
            </ol>
          </section>
          <GuideMaterials materials={guide.materials} />
          <GuideLimits limits={guide.limits} />
          <FlowCard flow={guide.flow} />
          <section>
            <h2 className="po-h2">{t.result}</h2>
            <p>
              {guide.result.label}
              {guide.result.delivery.length === 0 ? '' : `（${t.delivery}：${guide.result.delivery.join('、')}）`}
            </p>
            <p className="po-lead">{guide.likelyOutcome}</p>
          </section>
          <Questions guide={guide} />
          <GuideFacts guide={guide} />
        </div>
        <GuideSide guide={guide} />
      </div>
      {guide.isOpen ? (
        <p className="po-stick no-print">
          <Link className="btn primary po-wide" to="/services/$type/apply" params={{ type: guide.id }}>
            {t.apply}
          </Link>
        </p>
      ) : null}
    </PortalPage>
  )
}

/** What everybody asks first: how long, how much, how many ways. */
function Key({ guide }: { readonly guide: ServiceGuide }) {
  const t = useTexts(guideTexts)
  return (
    <dl className="po-key">
      <div>
        <dt>{t.promised}</dt>
        <dd>
          {guide.promised}
          {guide.legal === null ? null : (
            <small>
              {t.legal} {guide.legal}
            </small>
          )}
        </dd>
      </div>
      <div>
        <dt>{t.cost}</dt>
        <dd>{guide.fee}</dd>
      </div>
      <div>
        <dt>{t.visits}</dt>
        <dd>
          {guide.visits === 0 ? t.noVisit : t.visitTimes(guide.visits)}
          {guide.visitReason === null ? null : <small>{guide.visitReason}</small>}
        </dd>
      </div>
      <div>
        <dt>{t.unit}</dt>
        <dd>{guide.unit.name}</dd>
      </div>
    </dl>
  )
}

function Listed({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <section>
      <h2 className="po-h2">{title}</h2>
      <ul className="po-bullets">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}

function Questions({ guide }: { readonly guide: ServiceGuide }) {
  const t = useTexts(guideTexts)
  if (guide.questions.length === 0) return null
  return (
    <section>
      <h2 className="po-h2">{t.questions}</h2>
      <div className="po-folds">
        {guide.questions.map(({ ask, answer }) => (
          <details key={ask}>
            <summary>{ask}</summary>
            <p>{answer}</p>
          </details>
        ))}
      </div>
    </section>
  )
}
