import { useState } from 'react'
import type { DraftView, Submitted } from '../../../api/types.gen.ts'
import { useTexts } from '../../../i18n/language.ts'
import { Icon } from '../../../ui/icons.tsx'
import { Card } from '../../../ui/page.tsx'
import { Refusal } from '../../../ui/states.tsx'
import { printDocuments } from '../print-documents.ts'
import { windowTexts } from './window.texts.ts'

interface ReceiptsProps {
  readonly drafts: readonly DraftView[]
  readonly done: Readonly<Record<string, Submitted>>
  /** why they were not printed by themselves */
  readonly problem: Error | null
  readonly onNext: () => void
}

/** What was received, with the numbers to say aloud, and the receipts to print again. */
export function Receipts({ drafts, done, problem, onNext }: ReceiptsProps) {
  const t = useTexts(windowTexts)
  const [trouble, setTrouble] = useState<Error | null>(problem)
  const receipts = Object.values(done).flatMap(({ receiptDocumentId }) =>
    receiptDocumentId === null ? [] : [receiptDocumentId],
  )
  return (
    <Card title={t.submitted(drafts.length)} note={t.submittedLead} className="wn-receipts">
      <ul className="rows">
        {drafts.map((draft) => {
          const result = done[draft.id]
          if (result === undefined) return null
          return (
            <li key={draft.id}>
              <b>{draft.typeLabel}</b>
              <span>
                {t.openMatter} <code>{result.number}</code>
              </span>
              {result.receiptDocumentId === null ? (
                <span className="quiet">{t.noReceipt}</span>
              ) : (
                <a
                  className="btn small-btn"
                  download
                  href={`/api/documents/${encodeURIComponent(result.receiptDocumentId)}/file?format=pdf`}
                >
                  PDF
                </a>
              )}
            </li>
          )
        })}
      </ul>
      <div className="card-body">
        <Refusal problem={trouble} />
        <p className="form-actions">
          <button type="button" className="btn primary" onClick={onNext}>
            {t.next}
          </button>
          {receipts.length === 0 ? null : (
            <button
              type="button"
              className="btn"
              onClick={() => {
                setTrouble(null)
                printDocuments(receipts).catch((error: Error) => setTrouble(error))
              }}
            >
              <Icon name="print" />
              {t.print}
            </button>
          )}
        </p>
      </div>
    </Card>
  )
}
