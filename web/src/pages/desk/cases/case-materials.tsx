import { useMay } from '../../../api/queries.ts'
import type { MatterDetail } from '../../../api/types.gen.ts'
import { dayInWords, instantInCounty } from '../../../format/dates.ts'
import { fileSize } from '../../../format/file-size.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { Icon } from '../../../ui/icons.tsx'
import { Key } from '../../../ui/key.tsx'
import { caseTexts } from './case.texts.ts'
import type { Compared } from './compare-dialog.tsx'
import { idOf } from './use-sections.ts'

type Material = MatterDetail['materials'][number]

export const contentOf = (evidenceId: string) => `/api/evidence/${encodeURIComponent(evidenceId)}/content`
export const isPicture = ({ mediaType }: Material) => mediaType?.startsWith('image/') ?? false

interface CaseMaterialsProps {
  readonly matter: MatterDetail
  readonly onCompare: (compared: Compared) => void
  readonly onUnseal: () => void
}

/** 材料: pictures as pictures, the rest as a list; each opens beside the form or beside another one. */
export function CaseMaterials({ matter, onCompare, onUnseal }: CaseMaterialsProps) {
  const t = useTexts(caseTexts)
  const language = useLanguage()
  const unseals = useMay('matter.unseal')
  const pictures = matter.materials.filter((one) => one.evidenceId !== null && isPicture(one) && !one.isSealed)
  const rest = matter.materials.filter((one) => !pictures.includes(one))
  const absent = matter.missing.filter(({ material }) => matter.materials.every((one) => one.material !== material))
  const open = (id: string) => onCompare({ left: 'form', right: id })
  return (
    <section className="card" id={idOf('materials')} tabIndex={-1} aria-label={t.sections.materials}>
      <header className="mc-card-head">
        <h2>{t.sections.materials}</h2>
        <p>{t.materialsLead(matter.materials.length)}</p>
        {matter.materials.length === 0 ? null : (
          <button
            type="button"
            className="text-btn small mc-end no-print"
            onClick={() => onCompare({ left: 'form', right: matter.materials[0]?.id ?? 'form' })}
          >
            {t.compareAll} <Key letter="v" />
          </button>
        )}
      </header>
      {matter.materials.length === 0 && absent.length === 0 ? <p className="mc-none">{t.noMaterials}</p> : null}
      {pictures.length === 0 ? null : (
        <ul className="mc-shots">
          {pictures.map((one) => (
            <li key={one.id}>
              <button type="button" onClick={() => open(one.id)}>
                <img src={contentOf(one.evidenceId ?? '')} alt={one.fileName ?? one.label} loading="lazy" />
                <span>
                  {one.label}
                  <i>{one.bytes === null ? '' : fileSize(one.bytes)}</i>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <ul className="mc-files">
        {rest.map((one) => (
          <li key={one.id}>
            <span className="mc-file-name">
              {one.evidenceId === null ? (
                one.label
              ) : (
                <button type="button" className="text-btn" onClick={() => open(one.id)}>
                  {one.label}
                </button>
              )}
            </span>
            <p>
              {one.isSealed
                ? one.evidenceId === null
                  ? instantInCounty(one.at).slice(5)
                  : t.unsealed
                : (one.originWords ?? `${one.byLabel}，${instantInCounty(one.at).slice(5)}`)}
              {one.note === null ? '' : `，${one.note}`}
              {one.status === 'given' ? null : (
                <span className={one.status === 'accepted' ? 'light green' : 'light amber'}>
                  {t.statuses[one.status]}
                  {one.laterBy === null ? '' : `，${t.laterBy(dayInWords(one.laterBy, language))}`}
                </span>
              )}
            </p>
            {one.isSealed && one.evidenceId === null ? (
              <span className="mc-sealed-file">
                <span className="mc-sealed">{t.sealed}</span>
                {unseals ? (
                  <button
                    type="button"
                    className="text-btn small no-print"
                    aria-label={`${t.open}：${one.label}`}
                    onClick={onUnseal}
                  >
                    {t.open}
                  </button>
                ) : null}
              </span>
            ) : one.evidenceId === null ? (
              <i>{one.origin === 'register' ? t.sharedMaterial : t.noFile}</i>
            ) : (
              <a
                href={contentOf(one.evidenceId)}
                target="_blank"
                rel="noreferrer"
                aria-label={`${t.openFile} ${one.fileName ?? one.label}`}
              >
                <Icon name="external" size={14} />
                {one.bytes === null ? t.openFile : fileSize(one.bytes)}
              </a>
            )}
          </li>
        ))}
        {absent.map((one) => (
          <li key={one.material} data-missing="true">
            <span className="mc-file-name">{one.label}</span>
            <p>
              <span className="light amber">
                {one.laterBy === null ? t.missing(1) : t.laterBy(dayInWords(one.laterBy, language))}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
