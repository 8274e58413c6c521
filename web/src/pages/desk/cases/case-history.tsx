import type { MatterDetail } from '../../../api/types.gen.ts'
import { instantInCounty } from '../../../format/dates.ts'
import { useTexts } from '../../../i18n/language.ts'
import { FirstFew } from '../../../ui/first-few.tsx'
import { caseTexts } from './case.texts.ts'
import { idOf } from './use-sections.ts'

/** 经过: everything that was done, the newest on top; only ever added to. */
export function CaseHistory({ matter }: { readonly matter: MatterDetail }) {
  const t = useTexts(caseTexts)
  const acts = [...matter.acts].sort((a, b) => b.ordinal - a.ordinal)
  const documentOf = (id: string | null) => matter.documents.find((one) => one.id === id)
  return (
    <section className="card" id={idOf('history')} tabIndex={-1} aria-label={t.sections.history}>
      <header className="mc-card-head">
        <h2>{t.sections.history}</h2>
        <p>{t.historyLead}</p>
      </header>
      <FirstFew rows={acts} most={12} className="mc-log">
        {(act) => {
          const document = documentOf(act.documentId)
          return (
            <li key={act.ordinal}>
              <time dateTime={act.at}>{instantInCounty(act.at).slice(2)}</time>
              <i>{act.byLabel}</i>
              <div>
                <p>
                  {act.label}
                  {act.forApplicant ? null : <small>{t.internal}</small>}
                  {document === undefined ? null : (
                    <a href={`/api/documents/${encodeURIComponent(document.id)}/file?format=pdf`} download>
                      《{document.label}》
                    </a>
                  )}
                </p>
                {act.opinion === null ? null : <q>{act.opinion}</q>}
                {act.input.length === 0 ? null : (
                  <p className="quiet small">{act.input.map(({ label, words }) => `${label}：${words}`).join('；')}</p>
                )}
              </div>
            </li>
          )
        }}
      </FirstFew>
    </section>
  )
}
