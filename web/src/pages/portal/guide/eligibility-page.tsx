import '../find/find.css'
import './guide.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { eligibilityQuery } from '../../../api/service.queries.ts'
import type { CallEligibility } from '../../../api/types.gen.ts'
import { dateInWords } from '../../../format/dates.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { Empty, Loaded } from '../../../ui/states.tsx'
import { PortalPage } from '../frame/portal-page.tsx'
import { eligibilityTexts } from './eligibility.texts.ts'
import { type Answers, answerKey, judgedCall, judgedCondition } from './judge-answers.ts'

/** 测一测: each call by its conditions; what the platform knows is told, the rest one answers for oneself. */
export function EligibilityPage() {
  const t = useTexts(eligibilityTexts)
  const eligibility = useQuery(eligibilityQuery)
  const [answers, setAnswers] = useState<Answers>({})
  const answer = (callId: string, conditionId: string, is: boolean) =>
    setAnswers((before) => ({ ...before, [answerKey(callId, conditionId)]: is }))
  return (
    <PortalPage narrow title={t.title} lead={t.lead}>
      <Loaded query={eligibility}>
        {(data) => (
          <>
            <p className="po-note">
              {data.entity === null ? (
                <>
                  {t.unknownWho}{' '}
                  <Link to="/sign-in" search={{ next: '/eligibility' }}>
                    {t.signIn}
                  </Link>
                </>
              ) : (
                t.known(data.entity.name)
              )}
            </p>
            {data.calls.length === 0 ? (
              <Empty title={t.none}>{t.noneLead}</Empty>
            ) : (
              data.calls.map((call) => <Call key={call.id} call={call} answers={answers} onAnswer={answer} />)
            )}
          </>
        )}
      </Loaded>
    </PortalPage>
  )
}

interface CallProps {
  readonly call: CallEligibility
  readonly answers: Answers
  readonly onAnswer: (callId: string, conditionId: string, is: boolean) => void
}

function Call({ call, answers, onAnswer }: CallProps) {
  const t = useTexts(eligibilityTexts)
  const language = useLanguage()
  const verdict = judgedCall(call, answers)
  const light = { eligible: 'green', notEligible: 'red', unknown: 'grey' }[verdict]
  return (
    <section className="po-panel" aria-label={call.title}>
      <h2>{call.title}</h2>
      <p className="po-fine">
        {[
          call.callNo,
          call.isOpen ? t.open(dateInWords(call.closesOn, language)) : t.opens(dateInWords(call.opensOn, language)),
          ...(call.perProjectMost === null ? [] : [t.most(yuanWords(call.perProjectMost, language))]),
        ].join(' · ')}
      </p>
      <ul className="po-conditions">
        {call.conditions.map((condition) => (
          <Condition key={condition.id} {...{ call, condition, answers, onAnswer }} />
        ))}
      </ul>
      <p role="status" className={`light ${light} po-due`}>
        {t.verdicts[verdict]}
      </p>
      <p className="po-actions">
        {call.isOpen && verdict !== 'notEligible' ? (
          <Link
            className={verdict === 'eligible' ? 'btn primary' : 'btn'}
            to="/services/$type/apply"
            params={{ type: 'grant-application' }}
            search={{ link: 'grant-call', record: call.id, name: call.title }}
          >
            {t.apply}
          </Link>
        ) : null}
        <Link to="/services/$type/apply" params={{ type: 'expert-question' }}>
          {t.ask}
        </Link>
      </p>
    </section>
  )
}

interface ConditionProps extends CallProps {
  readonly condition: CallEligibility['conditions'][number]
}

function Condition({ call, condition, answers, onAnswer }: ConditionProps) {
  const t = useTexts(eligibilityTexts)
  const verdict = judgedCondition(call.id, condition, answers)
  const known = condition.verdict !== 'unknown'
  const given = answers[answerKey(call.id, condition.id)]
  return (
    <li>
      <div>
        <p>
          <b>{condition.label}</b>
        </p>
        <p className="po-fine">{condition.words}</p>
        <Noted records={condition.records} />
      </div>
      {known ? (
        <p className={`light ${verdict === 'fulfilled' ? 'green' : 'red'}`}>{verdict === 'fulfilled' ? t.yes : t.no}</p>
      ) : (
        <fieldset>
          <legend className="sr">
            {condition.label} {t.unknown}
          </legend>
          {[true, false].map((is) => (
            <label className="check" key={String(is)}>
              <input
                type="radio"
                name={answerKey(call.id, condition.id)}
                checked={given === is}
                onChange={() => onAnswer(call.id, condition.id, is)}
              />
              {is ? t.yes : t.no}
            </label>
          ))}
        </fieldset>
      )}
    </li>
  )
}

const shownAtOnce = 3

/** What the platform knows: how much of it, the first few, and all of it for whoever opens it. */
function Noted({ records }: { readonly records: ConditionProps['condition']['records'] }) {
  const t = useTexts(eligibilityTexts)
  if (records.length === 0) return null
  const first = records.slice(0, shownAtOnce).map(({ label }) => label)
  if (records.length <= shownAtOnce) {
    return (
      <p className="po-fine">
        {t.noted}：{first.join(t.and)}
      </p>
    )
  }
  return (
    <details className="po-noted">
      <summary className="po-fine">
        {t.noted}：<b>{t.records(records.length)}</b>
        <span>{t.such(first.join(t.and))}</span>
      </summary>
      <ol className="po-fine">
        {records.map(({ register, recordId, label }) => (
          <li key={`${register}${recordId}`}>{label}</li>
        ))}
      </ol>
    </details>
  )
}

/** Fen in words: 50万元, 8,000元. */
function yuanWords(fen: number, language: 'zh' | 'en'): string {
  const yuan = fen / 100
  if (language === 'en') return `${yuan.toLocaleString('en')} yuan`
  return yuan >= 10_000 ? `${yuan / 10_000}万元` : `${yuan.toLocaleString('zh-CN')}元`
}
