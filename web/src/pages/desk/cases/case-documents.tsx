import { useState } from 'react'
import { useMay } from '../../../api/queries.ts'
import type { MatterDetail } from '../../../api/types.gen.ts'
import { dayInWords } from '../../../format/dates.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { Icon } from '../../../ui/icons.tsx'
import { printDocuments } from '../print-documents.ts'
import { caseTexts } from './case.texts.ts'
import { RevokeDialog } from './revoke-dialog.tsx'
import { idOf } from './use-sections.ts'

/** 文书: what was issued, as Word and as PDF, one by one or all printed at once. */
export function CaseDocuments({ matter }: { readonly matter: MatterDetail }) {
  const t = useTexts(caseTexts)
  const language = useLanguage()
  const decides = useMay('matter.decide')
  const [revoking, setRevoking] = useState<MatterDetail['documents'][number]>()
  const documents = [...matter.documents].sort((a, b) => b.issuedOn.localeCompare(a.issuedOn))
  return (
    <section className="card" id={idOf('documents')} tabIndex={-1} aria-label={t.sections.documents}>
      <header className="mc-card-head">
        <h2>{t.sections.documents}</h2>
        <p>{t.documentsLead}</p>
        {documents.length < 2 ? null : (
          <button
            type="button"
            className="text-btn small mc-end no-print"
            onClick={() => void printDocuments(documents.map(({ id }) => id))}
          >
            <Icon name="print" size={14} /> {t.printAll}
          </button>
        )}
      </header>
      {documents.length === 0 ? <p className="mc-none">{t.noDocuments}</p> : null}
      <ul className="mc-docs">
        {documents.map((one) => (
          <li key={one.id} data-revoked={one.revokedAt !== null}>
            <p>
              <b>{one.label}</b>
              <span className="quiet small">
                {one.number}，{dayInWords(one.issuedOn, language)}
                {one.isSealed ? `，${t.sealedDocument}` : ''}
              </span>
              {one.revokedAt === null ? null : <span className="light red small">{t.revoked}</span>}
              <span className="quiet small">
                {t.code} <code>{one.verificationCode}</code>
              </span>
            </p>
            <span className="mc-doc-files no-print">
              {(['docx', 'pdf'] as const).map((format) => (
                <a
                  key={format}
                  className="btn small-btn"
                  download
                  href={`/api/documents/${encodeURIComponent(one.id)}/file?format=${format}`}
                  aria-label={`${one.label} ${t[format]}`}
                >
                  {t[format]}
                </a>
              ))}
              {decides && one.revokedAt === null ? (
                <button
                  type="button"
                  className="btn small-btn"
                  aria-label={t.revokeTitle(one.label)}
                  onClick={() => setRevoking(one)}
                >
                  {t.revoke}
                </button>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      {revoking === undefined ? null : <RevokeDialog document={revoking} onClose={() => setRevoking(undefined)} />}
    </section>
  )
}
