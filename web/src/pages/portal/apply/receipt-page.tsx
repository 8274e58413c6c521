import './apply.css'
import '../find/find.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ownMatterQuery, visitQuery } from '../../../api/applying.queries.ts'
import { useSession } from '../../../api/queries.ts'
import type { MatterStatus } from '../../../api/service.types.ts'
import { dateInWords } from '../../../format/dates.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { Icon } from '../../../ui/icons.tsx'
import { Loaded } from '../../../ui/states.tsx'
import { QrCode } from '../../accounts/qr-code.tsx'
import { PortalPage } from '../frame/portal-page.tsx'
import { DueWords } from '../status/due-words.tsx'
import { applyTexts } from './apply.texts.ts'
import { submittedOf } from './submitted.ts'

/** 收件凭证: the number large, the code to scan, and what happens next. Prints on half a sheet. */
export function ReceiptPage() {
  const t = useTexts(applyTexts)
  const { matterId } = useParams({ from: '/portal/receipts/$matterId' })
  const matter = useQuery(ownMatterQuery(matterId))
  return (
    <PortalPage narrow title={t.received}>
      <Loaded query={matter}>{(data) => <Receipt matter={data} />}</Loaded>
    </PortalPage>
  )
}

function Receipt({ matter }: { readonly matter: MatterStatus }) {
  const t = useTexts(applyTexts)
  const language = useLanguage()
  const session = useSession()
  const visit = useQuery(visitQuery).data?.visit
  const done = submittedOf(matter.id)
  const receipt = matter.documents.find(({ id }) => id === done?.receiptDocumentId) ?? matter.documents[0]
  const path = done?.statusPath ?? `/status?number=${matter.number}`
  return (
    <>
      <p className="po-lead no-print">{visit?.isAnonymous === true ? t.receivedAnonymous : t.receivedLead}</p>
      <article className="po-receipt">
        <header>
          <h2>
            {session?.jurisdiction.label} {t.receipt}
          </h2>
          {session?.demonstration === true ? <span className="po-demo">演示</span> : null}
        </header>
        <div className="po-receipt-body">
          <dl>
            <div className="big">
              <dt>{t.number}</dt>
              <dd>{matter.number}</dd>
            </div>
            <div>
              <dt>{t.service}</dt>
              <dd>
                {matter.typeLabel}
                {matter.title === matter.typeLabel ? '' : `：${matter.title}`}
              </dd>
            </div>
            <div>
              <dt>{t.at}</dt>
              <dd>{dateInWords(matter.submittedOn, language)}</dd>
            </div>
            <div>
              <dt>{t.unit}</dt>
              <dd>{matter.unit}</dd>
            </div>
            {matter.dueOn === null ? null : (
              <div>
                <dt>{matter.dueLabel ?? t.due}</dt>
                <dd>
                  <DueWords matter={matter} />
                </dd>
              </div>
            )}
            <div>
              <dt>{t.nextStep}</dt>
              <dd>{matter.now}</dd>
            </div>
          </dl>
          <figure>
            <QrCode text={new URL(path, location.origin).href} label={t.scan} />
            <figcaption>{t.scan}</figcaption>
          </figure>
        </div>
      </article>
      <p className="po-actions no-print">
        <Link className="btn primary" to="/own-matters/$matterId" params={{ matterId: matter.id }}>
          {t.toStatus}
        </Link>
        <button type="button" className="btn" onClick={() => window.print()}>
          <Icon name="print" />
          {t.print}
        </button>
        {receipt === undefined ? null : (
          <a className="btn" href={`/api/documents/${receipt.id}/file?format=pdf`} download>
            {t.download}
          </a>
        )}
        <Link className="btn quiet-btn" to="/services">
          {t.toHome}
        </Link>
      </p>
    </>
  )
}
