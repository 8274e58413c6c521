import { Link } from '@tanstack/react-router'
import type { FieldRow } from '../../api/register.types.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Icon } from '../../ui/icons.tsx'
import {
  attachmentsOf,
  type LinkValue,
  linkOf,
  linksOf,
  maskedOf,
  pointOf,
  textsOf,
  unitOf,
  valueWords,
} from './field-words.ts'
import { registersTexts } from './registers.texts.ts'

interface FieldValueProps {
  readonly field: FieldRow
  readonly value: unknown
  /** in a cell of a list: one line, no links but those that stand alone */
  readonly brief?: boolean
}

/** A value of a register as it is read: linked where it leads somewhere, and hatched where nobody gave it. */
export function FieldValue({ field, value, brief = false }: FieldValueProps) {
  const t = useTexts(registersTexts)
  const language = useLanguage()
  const words = valueWords(field, value, language)
  if (words === '') return brief ? <span className="rg-none">—</span> : <span className="rg-none">{t.given}</span>
  switch (field.kind) {
    case 'link':
      return <LinkWords link={linkOf(value)} register={field.register} />
    case 'links':
      return <ManyLinks links={linksOf(value)} register={field.register} brief={brief} />
    case 'unit':
      return brief ? <span>{words}</span> : <UnitWords value={value} />
    case 'attachments':
      return brief ? <span>{attachmentsOf(value).length}</span> : <Files value={value} />
    case 'codes':
      return <Codes codes={textsOf(value)} most={brief ? 2 : 40} />
    case 'point':
      return <PointWords value={value} />
    default:
      if (maskedOf(value) !== null)
        return (
          <span className="rg-masked" title={t.masked}>
            {words}
          </span>
        )
      if (field.format !== null) return <span className="rg-code">{words}</span>
      return <span className={field.multiline && !brief ? 'rg-long' : undefined}>{words}</span>
  }
}

/** Who and what is named leads to its page; firms and people to their portrait 画像. */
export function recordLink(register: string, id: string): string {
  return register === 'market-entity'
    ? `/entities/${encodeURIComponent(id)}`
    : `/registers/${encodeURIComponent(register)}/records/${encodeURIComponent(id)}`
}

function LinkWords({ link, register }: { readonly link: LinkValue | null; readonly register: string | null }) {
  const t = useTexts(registersTexts)
  if (link === null) return null
  if (link.id === null || register === null)
    return (
      <span className="rg-unmatched" title={t.unknownLink}>
        {link.name}
      </span>
    )
  return <Link to={recordLink(register, link.id)}>{link.name}</Link>
}

interface ManyLinksProps {
  readonly links: readonly LinkValue[]
  readonly register: string | null
  readonly brief: boolean
}

function ManyLinks({ links, register, brief }: ManyLinksProps) {
  const shown = brief ? links.slice(0, 1) : links
  return (
    <span title={links.map(({ name }) => name).join('；')}>
      {shown.map((link, index) => (
        <span key={`${link.id ?? ''}${link.name}`}>
          {index === 0 ? '' : '；'}
          <LinkWords link={link} register={register} />
        </span>
      ))}
      {links.length > shown.length ? <span className="quiet small"> +{links.length - shown.length}</span> : null}
    </span>
  )
}

function UnitWords({ value }: { readonly value: unknown }) {
  const unit = unitOf(value)
  if (unit === null) return null
  return (
    <Link to="/organisations/$partyId" params={{ partyId: unit.id }}>
      {unit.name}
    </Link>
  )
}

function Files({ value }: { readonly value: unknown }) {
  return (
    <ul className="rg-files">
      {attachmentsOf(value).map((file) => (
        <li key={file.evidenceId}>
          <Icon name="document" size={16} />
          <a href={`/api/evidence/${encodeURIComponent(file.evidenceId)}/content`} target="_blank" rel="noreferrer">
            {file.name}
          </a>
        </li>
      ))}
    </ul>
  )
}

function Codes({ codes, most }: { readonly codes: readonly string[]; readonly most: number }) {
  return (
    <span className="rg-codes" title={codes.join('、')}>
      {codes.slice(0, most).map((code) => (
        <code key={code}>{code}</code>
      ))}
      {codes.length > most ? <span className="quiet small">+{codes.length - most}</span> : null}
    </span>
  )
}

function PointWords({ value }: { readonly value: unknown }) {
  const point = pointOf(value)
  if (point === null) return null
  return (
    <span className="nb">
      {Math.abs(point.longitude).toFixed(5)}°{point.longitude < 0 ? 'W' : 'E'} {Math.abs(point.latitude).toFixed(5)}°
      {point.latitude < 0 ? 'S' : 'N'}
    </span>
  )
}
