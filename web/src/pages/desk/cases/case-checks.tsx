import type { MatterDetail } from '../../../api/types.gen.ts'
import { dayInWords } from '../../../format/dates.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { labelOf } from '../../registers/field-words.ts'
import { caseTexts } from './case.texts.ts'
import type { SharedActs } from './case-acts.ts'

/** What the platform has looked at by itself, so that nobody counts by hand. */
export function CaseChecks({ matter, acts }: { readonly matter: MatterDetail; readonly acts: SharedActs }) {
  const t = useTexts(caseTexts)
  const language = useLanguage()
  const given = matter.materials.filter(({ status }) => status !== 'later').length
  const fromRegister = matter.values.filter(({ origin }) => ['entity', 'link', 'person', 'earlier'].includes(origin))
  const waiting = matter.calls.filter(({ kind, answer }) => answer === null && kind !== 'copy')
  const blocked = acts.others.filter(({ isMain, refusal }) => isMain && refusal !== null)
  return (
    <section className="card mc-checks" aria-label={t.checks}>
      <ul>
        {matter.missing.length === 0 ? (
          <li>
            <span className="light green">{t.complete}</span>
            <span className="quiet">{t.files(given)}</span>
          </li>
        ) : (
          <li>
            <span className="light amber">{t.missing(matter.missing.length)}</span>
            <span className="quiet">
              {matter.missing
                .map(
                  ({ label, laterBy }) =>
                    `${label}${laterBy === null ? '' : `（${t.laterBy(dayInWords(laterBy, language))}）`}`,
                )
                .join('、')}
            </span>
          </li>
        )}
        {fromRegister.length === 0 ? null : (
          <li>
            <span className="light green">{t.checkedValues(fromRegister.length)}</span>
          </li>
        )}
        {waiting.length === 0 ? null : (
          <li>
            <span className="light amber">{t.waitingCalls(waiting.length)}</span>
            <span className="quiet">{waiting.map(({ to }) => to).join('、')}</span>
          </li>
        )}
        {blocked.map((act) => (
          <li key={act.act}>
            <span className="light grey">{t.blocked(labelOf(act, language))}</span>
            <span className="quiet">{act.refusal}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
