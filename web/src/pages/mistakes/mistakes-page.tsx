import './mistakes.css'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { Problem } from '../../api/client.ts'
import { useMay } from '../../api/queries.ts'
import { answerMistake, type MistakeRow, mistakesQuery, refreshRegisters } from '../../api/register.queries.ts'
import { instantInCounty } from '../../format/dates.ts'
import { defineTexts, useTexts } from '../../i18n/language.ts'
import { Chips, Filters } from '../../ui/choices.tsx'
import { Field } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { Empty, Loaded, NoPermission, Refusal, SkeletonPage } from '../../ui/states.tsx'

const words = defineTexts(
  {
    title: '报错处理',
    lead: '企业、单位和同事指出的名录错误。核对后更正记录，或说明为什么没有错；答复会显示在那条记录上。',
    open: '待处理',
    answered: '已答复',
    empty: '没有待处理的报错',
    emptyLead: '有人指出记录有误时，会列在这里。',
    emptyAnswered: '还没有答复过报错。',
    whole: '整条记录',
    edit: '去更正',
    see: '看记录',
    answer: '答复',
    corrected: '已更正',
    kept: '经核无误',
    how: '处理结果',
    words: '答复内容',
    wordsHelp: '报错的人会看到。',
    send: '提交答复',
    needed: '请写明答复',
    by: (who: string, at: string) => `${who}　${at}`,
  },
  {
    title: 'Reported mistakes',
    lead: 'What enterprises, units and colleagues found wrong. Correct it, or say why it is right; the answer stands at the record.',
    open: 'open',
    answered: 'answered',
    empty: 'No mistakes to answer',
    emptyLead: 'When somebody finds a record wrong, it is listed here.',
    emptyAnswered: 'Nothing was answered yet.',
    whole: 'the whole record',
    edit: 'Correct it',
    see: 'See the record',
    answer: 'Answer',
    corrected: 'corrected',
    kept: 'found right',
    how: 'Outcome',
    words: 'Answer',
    wordsHelp: 'The reporter will read it.',
    send: 'Send the answer',
    needed: 'Please write an answer',
    by: (who, at) => `${who}, ${at}`,
  },
)

/** The desk of the office for what others found wrong in the registers. */
export function MistakesPage() {
  const t = useTexts(words)
  const allowed = useMay('register.manage')
  const navigate = useNavigate()
  const { answered } = useSearch({ from: '/mistakes' })
  const open = answered === undefined
  const query = useQuery({ ...mistakesQuery(open ? 'open' : 'answered'), enabled: allowed })
  if (!allowed) return <NoPermission />
  return (
    <Page title={t.title} lead={t.lead}>
      <Filters>
        <Chips
          label={t.title}
          value={open ? 'open' : 'answered'}
          onChange={(value) =>
            void navigate({ to: '/mistakes', search: value === 'open' ? {} : { answered: 'yes' }, replace: true })
          }
          choices={[
            { value: 'open', label: t.open },
            { value: 'answered', label: t.answered },
          ]}
        />
      </Filters>
      <Loaded query={query} skeleton={<SkeletonPage />}>
        {({ mistakes }) =>
          mistakes.length === 0 ? (
            <Empty icon="check" title={open ? t.empty : t.emptyAnswered}>
              {open ? t.emptyLead : null}
            </Empty>
          ) : (
            <ul className="mk-list">
              {mistakes.map((mistake) => (
                <MistakeCard key={mistake.id} mistake={mistake} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  )
}

function MistakeCard({ mistake }: { readonly mistake: MistakeRow }) {
  const t = useTexts(words)
  const [answering, setAnswering] = useState(false)
  const params = { register: mistake.register, recordId: mistake.recordId }
  return (
    <li className="card mk-card">
      <header>
        <h2>
          <Link to="/registers/$register/records/$recordId" params={params}>
            {mistake.recordLabel}
          </Link>
        </h2>
        <span className="quiet small">
          {mistake.registerLabel}　{mistake.fieldLabel ?? mistake.field ?? t.whole}
        </span>
      </header>
      <blockquote>{mistake.words}</blockquote>
      <p className="quiet small">{t.by(mistake.byLabel, instantInCounty(mistake.at))}</p>
      {mistake.answer === null ? null : (
        <p className="mk-answer">
          <span className={mistake.outcome === 'corrected' ? 'light green' : 'light grey'}>
            {mistake.outcome === 'corrected' ? t.corrected : t.kept}
          </span>{' '}
          {mistake.answer}
        </p>
      )}
      {mistake.outcome !== null ? null : answering ? (
        <AnswerForm mistake={mistake} onClose={() => setAnswering(false)} />
      ) : (
        <p className="form-actions">
          <Link to="/registers/$register/records/$recordId/edit" params={params} className="btn small-btn">
            {t.edit}
          </Link>
          <button type="button" className="btn small-btn primary" onClick={() => setAnswering(true)}>
            {t.answer}
          </button>
        </p>
      )}
    </li>
  )
}

function AnswerForm({ mistake, onClose }: { readonly mistake: MistakeRow; readonly onClose: () => void }) {
  const t = useTexts(words)
  const [outcome, setOutcome] = useState<'corrected' | 'kept'>('corrected')
  const [answer, setAnswer] = useState('')
  const [asked, setAsked] = useState(false)
  const send = useMutation<unknown, Problem>({
    mutationFn: () => answerMistake(mistake.id, outcome, answer.trim()),
    onSuccess: async () => {
      await refreshRegisters()
      onClose()
    },
  })
  const go = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (answer.trim() !== '') send.mutate()
  }
  return (
    <form className="form mk-form" onSubmit={go}>
      <Refusal problem={send.error} />
      <fieldset className="ls-two">
        <legend className="sr">{t.how}</legend>
        {(['corrected', 'kept'] as const).map((one) => (
          <label className="check" key={one}>
            <input type="radio" name={mistake.id} checked={outcome === one} onChange={() => setOutcome(one)} />
            {t[one]}
          </label>
        ))}
      </fieldset>
      <Field label={t.words} help={t.wordsHelp} error={asked && answer.trim() === '' ? t.needed : undefined}>
        <textarea rows={3} maxLength={1000} value={answer} onChange={(event) => setAnswer(event.target.value)} />
      </Field>
      <div className="form-actions">
        <button type="submit" className="btn primary" disabled={send.isPending}>
          {t.send}
        </button>
      </div>
    </form>
  )
}
