import { Link } from '@tanstack/react-router'
import type { DocumentRow } from '../../../api/service.types.ts'
import { useTexts } from '../../../i18n/language.ts'
import { publicTexts } from '../public/public.texts.ts'
import { statusTexts } from './status.texts.ts'

/** What was issued, to be taken along and to be checked. */
export function DocumentList({ documents }: { readonly documents: readonly DocumentRow[] }) {
  const t = useTexts(statusTexts)
  const words = useTexts(publicTexts)
  if (documents.length === 0) return null
  return (
    <section className="po-panel">
      <h2>{t.documents}</h2>
      <ul className="po-documents">
        {documents.map((document) => (
          <li key={document.id}>
            <div>
              <b>{document.title}</b>
              <p className="po-fine">
                {document.number} · {document.issuedOn} · {document.byLabel}
                {document.revokedAt === null ? null : <span className="light red"> {words.revoked}</span>}
              </p>
            </div>
            <p className="no-print">
              <a
                className="btn small-btn"
                href={`/api/documents/${document.id}/file?format=pdf`}
                aria-label={`${t.download} PDF ${document.title}`}
              >
                {t.pdf}
              </a>
              <a
                className="btn small-btn"
                href={`/api/documents/${document.id}/file?format=docx`}
                aria-label={`${t.download} Word ${document.title}`}
              >
                {t.word}
              </a>
              {document.document === 'certificate' ? (
                <a
                  className="btn small-btn"
                  href={`/api/documents/${document.id}/badge`}
                  aria-label={`${t.badge} ${document.title}`}
                  download={`${document.number}.json`}
                >
                  {t.badge}
                </a>
              ) : null}
              <Link className="btn small-btn quiet-btn" to="/verify" search={{ code: document.verificationCode }}>
                {t.check}
              </Link>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
