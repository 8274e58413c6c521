import './types.css'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { Problem } from '../../../api/client.ts'
import {
  chooseTemplate,
  refreshTemplates,
  startingFile,
  templatesQuery,
  versionFile,
} from '../../../api/document-template.queries.ts'
import { useMay } from '../../../api/queries.ts'
import type { DocumentKindView, MatterTemplates, UploadedTemplate } from '../../../api/types.gen.ts'
import { dateInWords } from '../../../format/dates.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { Card, Page } from '../../../ui/page.tsx'
import { Loaded, NoPermission } from '../../../ui/states.tsx'
import { ReasonDialog } from '../../reports/reason-dialog.tsx'
import { PlaceholderList } from './placeholder-list.tsx'
import { templatesTexts } from './templates.texts.ts'
import { UploadTemplate } from './upload-template.tsx'

/** The Word forms of the documents that a matter issues, for the administrator. */
export function TemplatesPage() {
  const allowed = useMay('service.manage')
  const { type } = useParams({ from: '/matter-types/$type/documents' })
  const query = useQuery({ ...templatesQuery(type), enabled: allowed })
  if (!allowed) return <NoPermission />
  return <Loaded query={query}>{(templates) => <Templates templates={templates} />}</Loaded>
}

function Templates({ templates }: { readonly templates: MatterTemplates }) {
  const t = useTexts(templatesTexts)
  return (
    <Page
      title={`${templates.label} ${t.title}`}
      lead={t.lead}
      crumbs={[
        { to: '/matter-types', label: t.types },
        { to: `/matter-types/${templates.matter}`, label: templates.label },
      ]}
    >
      <p className="ty-note">{t.pdfNote}</p>
      {templates.documents.map((kind) => (
        <OneDocument key={kind.document} type={templates.matter} kind={kind} />
      ))}
    </Page>
  )
}

interface OneDocumentProps {
  readonly type: string
  readonly kind: DocumentKindView
}

function OneDocument({ type, kind }: OneDocumentProps) {
  const t = useTexts(templatesTexts)
  const language = useLanguage()
  const [uploading, setUploading] = useState(false)
  const [uploaded, setUploaded] = useState<UploadedTemplate>()
  /** undefined: nothing is asked; null: back to the form of the platform */
  const [choosing, setChoosing] = useState<number | null>()
  const choose = useMutation<unknown, Problem, string>({
    mutationFn: (reason) => chooseTemplate(type, kind.document, choosing ?? null, reason),
    onSuccess: async () => {
      setChoosing(undefined)
      setUploaded(undefined)
      await refreshTemplates()
    },
  })
  const { label } = kind
  return (
    <Card
      title={label}
      note={`${kind.inForce === null ? t.builtIn : t.inForce(kind.inForce)}　${t.number} ${kind.number}`}
      actions={
        <span className="ty-acts">
          <a
            className="btn small-btn"
            download
            href={startingFile(type, kind.document)}
            aria-label={`${t.start} ${label}`}
          >
            {t.start}
          </a>
          <button
            type="button"
            className="btn small-btn"
            aria-label={t.uploadTitle(label)}
            onClick={() => setUploading(true)}
          >
            {t.upload}
          </button>
          {kind.inForce === null ? null : (
            <button
              type="button"
              className="btn small-btn"
              aria-label={t.backTitle(label)}
              onClick={() => setChoosing(null)}
            >
              {t.back}
            </button>
          )}
        </span>
      }
    >
      {uploaded === undefined ? null : (
        <div className="card-body" role="status">
          <p>{t.uploaded(uploaded.version)}</p>
          {uploaded.cautions.length === 0 ? null : (
            <ul className="ty-cautions" aria-label={t.cautions}>
              {uploaded.cautions.map((caution) => (
                <li key={caution}>{caution}</li>
              ))}
            </ul>
          )}
        </div>
      )}
      <Versions type={type} kind={kind} onChoose={setChoosing} />
      <div className="ty-declaration">
        <PlaceholderList placeholders={kind.placeholders} />
        {kind.choices.length === 0 ? null : (
          <details>
            <summary>{t.history}</summary>
            <ul>
              {kind.choices.map((choice) => (
                <li key={choice.chosenAt}>
                  {choice.version === null ? t.toBuiltIn : t.versionNo(choice.version)}　{choice.reason}　
                  <span className="quiet small">
                    {t.by(dateInWords(choice.chosenAt.slice(0, 10), language), choice.byLabel)}
                  </span>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      {uploading ? (
        <UploadTemplate type={type} kind={kind} onKept={setUploaded} onClose={() => setUploading(false)} />
      ) : null}
      {choosing === undefined ? null : (
        <ReasonDialog
          title={choosing === null ? t.backTitle(label) : t.chooseTitle(label, choosing)}
          label={t.reason}
          help={t.reasonHelp}
          action={choosing === null ? t.back : t.choose}
          busy={choose.isPending}
          problem={choose.error}
          onSend={(reason) => choose.mutate(reason)}
          onClose={() => setChoosing(undefined)}
        >
          <p className="quiet">{choosing === null ? t.backLead : t.chooseLead}</p>
        </ReasonDialog>
      )}
    </Card>
  )
}

function Versions({ type, kind, onChoose }: OneDocumentProps & { readonly onChoose: (version: number) => void }) {
  const t = useTexts(templatesTexts)
  const language = useLanguage()
  if (kind.versions.length === 0) return <p className="card-body quiet">{t.none}</p>
  const named = (names: readonly string[]) => names.map((name) => `{${name}}`).join(language === 'en' ? ', ' : '、')
  return (
    <ul className="rows">
      {kind.versions.map((one) => (
        <li key={one.version}>
          <p className="ty-version">
            <b>{t.versionNo(one.version)}</b>
            {one.isInForce ? <span className="light green small">{t.isInForce}</span> : null}
            <span>{one.reason}</span>
            <span className="quiet small">
              {t.by(dateInWords(one.uploadedAt.slice(0, 10), language), one.byLabel)}　{t.used(one.documents)}
            </span>
            <span className="ty-acts">
              {(['trial', 'file'] as const).map((what) => (
                <a
                  key={what}
                  className="btn small-btn"
                  download
                  href={versionFile(type, kind.document, one.version, what)}
                  aria-label={`${kind.label} ${t.versionNo(one.version)} ${what === 'trial' ? t.trial : t.original}`}
                >
                  {what === 'trial' ? t.trial : t.original}
                </a>
              ))}
              {one.isInForce || one.unknown.length > 0 ? null : (
                <button
                  type="button"
                  className="btn small-btn"
                  aria-label={t.chooseTitle(kind.label, one.version)}
                  onClick={() => onChoose(one.version)}
                >
                  {t.choose}
                </button>
              )}
            </span>
          </p>
          {one.unknown.length === 0 ? null : <p className="light amber small">{t.unknown(named(one.unknown))}</p>}
          {one.cautions.length === 0 ? null : <p className="light amber small">{t.empty(named(one.cautions))}</p>}
        </li>
      ))}
    </ul>
  )
}
