import type { MatterStatus } from '../../../api/service.types.ts'
import { dateInWords } from '../../../format/dates.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { wordOf } from '../guide/guide.texts.ts'
import { DocumentList } from './document-list.tsx'
import { DueWords } from './due-words.tsx'
import { LimitList } from './limit-list.tsx'
import { statusTexts } from './status.texts.ts'

interface StatusViewProps {
  readonly matter: MatterStatus
  /** what the applicant can do, above the rest */
  readonly children?: React.ReactNode
}

/** Where it is, who has it, by when, what happens next; and below, how each limit was counted. */
export function StatusView({ matter, children }: StatusViewProps) {
  const t = useTexts(statusTexts)
  const language = useLanguage()
  const ended = matter.status === 'ended'
  return (
    <>
      <article className="po-panel po-status" aria-label={matter.number}>
        <header>
          <p className="po-number">{matter.number}</p>
          <h2>
            {matter.typeLabel}
            {matter.title === matter.typeLabel ? '' : `：${matter.title}`}
          </h2>
        </header>
        <p className="po-now">
          <b>
            {ended
              ? wordOf(t.outcome, matter.outcome ?? 'done')
              : matter.status === 'suspended'
                ? t.suspended
                : (matter.steps.find(({ state }) => state === 'now')?.label ?? t.now)}
          </b>
          {matter.now}
        </p>
        <dl className="po-facts">
          <div>
            <dt>{t.who}</dt>
            <dd>{matter.unit}</dd>
          </div>
          {matter.phone === null ? null : (
            <div>
              <dt>{t.phone}</dt>
              <dd>
                <a href={`tel:${matter.phone}`}>{matter.phone}</a>
              </dd>
            </div>
          )}
          <div>
            <dt>{ended ? t.doneOn : t.due}</dt>
            <dd>
              {ended ? (
                matter.endedOn === null ? null : (
                  dateInWords(matter.endedOn, language)
                )
              ) : (
                <>
                  {matter.dueLabel === null ? '' : `${matter.dueLabel}：`}
                  <DueWords matter={matter} />
                </>
              )}
            </dd>
          </div>
          <div>
            <dt>{t.submittedOn}</dt>
            <dd>{dateInWords(matter.submittedOn, language)}</dd>
          </div>
        </dl>
        <h3>{t.steps}</h3>
        <ol className="po-steps">
          {matter.steps.map((step) => (
            <li
              key={`${step.label}${step.on}`}
              className={step.state}
              aria-current={step.state === 'now' ? 'step' : undefined}
            >
              {step.on === null ? '' : `${step.on} `}
              <b>{step.label}</b>
              {step.words === null || step.words === matter.now ? null : (
                <>
                  <br />
                  {step.words}
                </>
              )}
            </li>
          ))}
        </ol>
      </article>
      {children}
      <DocumentList documents={matter.documents} />
      <LimitList limits={matter.limits} />
    </>
  )
}
