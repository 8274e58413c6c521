import './types.css'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { Problem } from '../../../api/client.ts'
import { closeType, matterTypeQuery, openType, refreshTypes } from '../../../api/matter-type.queries.ts'
import { useMay } from '../../../api/queries.ts'
import type { MatterTypeDetail } from '../../../api/types.gen.ts'
import { dateInWords } from '../../../format/dates.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { FlowPicture } from '../../../ui/flow-picture.tsx'
import { Card, Page } from '../../../ui/page.tsx'
import { Loaded, NoPermission } from '../../../ui/states.tsx'
import { labelOf } from '../../registers/field-words.ts'
import { ReasonDialog } from '../../reports/reason-dialog.tsx'
import { TypeState } from './type-state.tsx'
import { typesTexts } from './types.texts.ts'
import { NextVersion, VersionEffect } from './version-effect.tsx'

/** One kind of matter: whether it is taken, its flow, its versions with what each changed, and the declaration itself. */
export function MatterTypePage() {
  const allowed = useMay('service.manage')
  const { type } = useParams({ from: '/matter-types/$type' })
  const query = useQuery({ ...matterTypeQuery(type), enabled: allowed })
  if (!allowed) return <NoPermission />
  return <Loaded query={query}>{(detail) => <MatterType detail={detail} />}</Loaded>
}

function MatterType({ detail }: { readonly detail: MatterTypeDetail }) {
  const t = useTexts(typesTexts)
  const language = useLanguage()
  const [turning, setTurning] = useState(false)
  const turn = useMutation<unknown, Problem, string>({
    mutationFn: (reason) => (detail.isOpen ? closeType : openType)(detail.id, reason),
    onSuccess: async () => {
      setTurning(false)
      await refreshTypes()
    },
  })
  const label = labelOf(detail, language)
  return (
    <Page
      title={label}
      tag={<TypeState row={detail} />}
      lead={detail.about}
      crumbs={[{ to: '/matter-types', label: t.title }]}
      actions={
        <>
          <Link to="/services/$type" params={{ type: detail.id }} className="btn">
            {t.guide}
          </Link>
          <Link to="/matter-types/$type/documents" params={{ type: detail.id }} className="btn">
            {t.templates}
          </Link>
          {detail.isDeclared ? (
            <button
              type="button"
              className={detail.isOpen ? 'btn danger' : 'btn primary'}
              onClick={() => setTurning(true)}
            >
              {detail.isOpen ? t.closeAct : t.openAct}
            </button>
          ) : null}
        </>
      }
    >
      {detail.isChanged ? <NextVersion type={detail.id} /> : null}
      <Card title={t.flow}>
        <div className="card-body">
          <FlowPicture flow={detail.flow} label={`${label} ${t.flow}`} />
        </div>
      </Card>
      <Versions detail={detail} />
      <Card title={t.sources}>
        <ul className="rows">
          {detail.sources.map((source) => (
            <li key={`${source.instrument}${source.article}`}>
              《{source.instrument}》{source.article}
              {source.certainty === 'recalled' ? <span className="light amber small">　{t.recalled}</span> : null}
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t.declaration} note={t.declarationLead}>
        <details className="ty-declaration">
          <summary>
            {t.form} {t.fieldCount(detail.form.reduce((sum, step) => sum + step.fields.length, 0))}，{t.materials}{' '}
            {detail.materials.length}
          </summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <pre tabIndex={0}>{JSON.stringify(detail.declaration, null, 2)}</pre>
        </details>
      </Card>
      {turning ? (
        <ReasonDialog
          title={`${detail.isOpen ? t.closeAct : t.openAct}　${label}`}
          label={t.reason}
          help={t.reasonHelp}
          action={detail.isOpen ? t.closeAct : t.openAct}
          danger={detail.isOpen}
          busy={turn.isPending}
          problem={turn.error}
          onSend={(reason) => turn.mutate(reason)}
          onClose={() => setTurning(false)}
        >
          <p className="quiet">{detail.isOpen ? t.closeLead : t.openLead}</p>
        </ReasonDialog>
      ) : null}
    </Page>
  )
}

function Versions({ detail }: { readonly detail: MatterTypeDetail }) {
  const t = useTexts(typesTexts)
  const language = useLanguage()
  const [shown, setShown] = useState<number | null>(null)
  return (
    <Card title={t.versions}>
      <ul className="rows">
        {detail.versions.map((one) => (
          <li key={one.version}>
            <p className="ty-version">
              <b>{t.versionNo(one.version)}</b>
              <span>{one.reason}</span>
              <span className="quiet small">
                {t.published(dateInWords(one.publishedAt.slice(0, 10), language), one.byLabel)}
              </span>
              <button
                type="button"
                className="text-btn"
                aria-expanded={shown === one.version}
                onClick={() => setShown(shown === one.version ? null : one.version)}
              >
                {shown === one.version ? t.hide : t.effect}
              </button>
            </p>
            {shown === one.version ? <VersionEffect type={detail.id} version={String(one.version)} /> : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}
