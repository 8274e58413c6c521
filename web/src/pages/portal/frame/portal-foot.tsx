import { Link } from '@tanstack/react-router'
import { queryClient } from '../../../api/queries.ts'
import type { Session } from '../../../api/session.types.ts'
import { chooseLanguage, useLanguage, useTexts } from '../../../i18n/language.ts'
import { portalTexts } from './frame.texts.ts'

/** What nobody of the county has confirmed says 待填, so that nobody goes to a wrong door. */
export function PortalFoot({ session }: { readonly session: Session | undefined }) {
  const t = useTexts(portalTexts)
  const language = useLanguage()
  const county = (language === 'zh' ? session?.jurisdiction.label : session?.jurisdiction.labelEn) ?? ''
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <footer className="po-foot no-print">
      <div className="po-wrap">
        <div className="po-foot-cols">
          <section>
            <h2>{t.offline}</h2>
            <p>
              {t.window}
              {t.hallName}
              <ToFill />
            </p>
            <p>
              {t.hours}
              <ToFill />
            </p>
            <p>{t.proxy}</p>
          </section>
          <section>
            <h2>{t.contact}</h2>
            <p>
              {t.hotline} <a href="tel:12345">12345</a>
            </p>
            <p>
              {t.report} <a href="tel:12315">12315</a>
            </p>
            <p>
              {t.line} <ToFill />
            </p>
          </section>
          <section>
            <h2>{t.site}</h2>
            <ul className="po-foot-links">
              <li>
                <Link to="/about/$topic" params={{ topic: 'map' }}>
                  {t.map}
                </Link>
              </li>
              <li>
                <Link to="/about/$topic" params={{ topic: 'accessibility' }}>
                  {t.access}
                </Link>
              </li>
              <li>
                <Link to="/about/$topic" params={{ topic: 'privacy' }}>
                  {t.privacy}
                </Link>
              </li>
              <li>
                <Link to="/about/$topic" params={{ topic: 'data' }}>
                  {t.openData}
                </Link>
              </li>
              <li>
                <Link to="/services/$type" params={{ type: 'expert-question' }}>
                  {t.mistake}
                </Link>
              </li>
              <li>
                <button
                  type="button"
                  className="text-btn"
                  lang={other}
                  onClick={() => {
                    chooseLanguage(other)
                    void queryClient.invalidateQueries()
                  }}
                >
                  {t.other}
                </button>
              </li>
            </ul>
          </section>
        </div>
        <p className="po-foot-ids">
          <span>{t.host(county)}</span>
          <span>
            {t.siteCode} <ToFill />
          </span>
          <span>
            {t.icp} <ToFill />
          </span>
          <span>
            {t.police} <ToFill />
          </span>
        </p>
      </div>
    </footer>
  )
}

/** A fact that the county still has to give. */
export function ToFill() {
  const t = useTexts(portalTexts)
  return <span className="po-to-fill">{t.toFill}</span>
}
