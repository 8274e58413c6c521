import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Amount, Area, TargetRow, UnitRef, Words } from '../api/types.gen.ts'
import { amountFigure, amountInWords, comparatorSymbol, exactAmount, whenMet } from '../format/amounts.ts'
import { daysBetween } from '../format/dates.ts'
import { useCommon } from '../i18n/common.texts.ts'
import { useLanguage } from '../i18n/language.ts'

/** ≥ 3.5 with the exact figure and the sentence behind the sign on hover, and for a screen reader. */
export function AmountFigure({ amount }: { readonly amount: Amount }) {
  const language = useLanguage()
  const exact = exactAmount(amount)
  const met = whenMet(amount, language)
  const said = [amountInWords(amount, language), exact, met].filter((part) => part !== null).join('，')
  return (
    <span className="amount" title={said}>
      <span aria-hidden="true">
        <i>{comparatorSymbol(amount)}</i>
        {amountFigure(amount)}
      </span>
      <span className="sr">{amountInWords(amount, language)}</span>
    </span>
  )
}

export function AreaTag({ area }: { readonly area: Area }) {
  const common = useCommon()
  return (
    <span className="area-tag" data-area={area}>
      {common.areas[area]}
    </span>
  )
}

export function KindTag({ kind }: { readonly kind: TargetRow['kind'] }) {
  const common = useCommon()
  if (kind === null)
    return (
      <span className="kind-tag open" title={common.noKindWhy}>
        {common.noKind}
      </span>
    )
  return (
    <span className="kind-tag" title={common.kindMeaning[kind]}>
      {common.kinds[kind]}
    </span>
  )
}

export function LevelTag({ level }: { readonly level: 'achieve' | 'strive' }) {
  const common = useCommon()
  return (
    <span className={`level-tag ${level}`} title={common.levelMeaning[level]}>
      {common.levels[level]}
    </span>
  )
}

export function UnitLink({ unit, full = false }: { readonly unit: UnitRef; readonly full?: boolean }) {
  const common = useCommon()
  return (
    <Link to="/organisations/$partyId" params={{ partyId: unit.id }} className="unit-link" title={unit.name}>
      {full ? unit.name : unit.shortName}
      {unit.dissolvedOn === null ? null : <span className="quiet">（{common.dissolved}）</span>}
    </Link>
  )
}

interface UnitLinksProps {
  readonly units: readonly UnitRef[]
  readonly most?: number
  /** for narrow columns: only how many there are */
  readonly brief?: boolean
}

/** Units in one line; the names beyond `most` are on the title and in the page of the thing itself. */
export function UnitLinks({ units, most = 3, brief = false }: UnitLinksProps) {
  const common = useCommon()
  if (units.length === 0) return <span className="quiet">{common.notSet}</span>
  const shown = units.slice(0, most)
  return (
    <span title={units.map((unit) => unit.name).join('、')}>
      {shown.map((unit, index) => (
        <span key={unit.id}>
          {index === 0 ? '' : '、'}
          <UnitLink unit={unit} />
        </span>
      ))}
      {units.length > most ? (
        <span className="quiet"> {brief ? common.unitsMoreBrief(units.length) : common.unitsMore(units.length)}</span>
      ) : null}
    </span>
  )
}

/** A due day with how far away it is, by shape, word and colour. */
export function DueIn({ dueOn, today }: { readonly dueOn: string; readonly today: string }) {
  const language = useLanguage()
  const days = daysBetween(today, dueOn)
  const zh = language === 'zh'
  if (days < 0) return <span className="light grey">{zh ? `已到期 ${-days} 天` : `due ${-days} days ago`}</span>
  if (days === 0) return <span className="light red">{zh ? '今天截止' : 'due today'}</span>
  const shade = days <= 14 ? 'amber' : 'plain'
  return <span className={`light ${shade}`}>{zh ? `还剩 ${days} 天` : `${days} days left`}</span>
}

/** The words of the document, in its own face; long ones open on request. */
export function Quoted({ words, source }: { readonly words: Words; readonly source?: string }) {
  const common = useCommon()
  const [open, setOpen] = useState(false)
  const long = words.text.length > 140
  const origin = source ?? (words.start === null ? common.countySays : common.whereRead)
  return (
    <figure className="quoted">
      <blockquote className={long && !open ? 'clamped' : undefined}>{words.text}</blockquote>
      <figcaption>
        {origin}
        {long ? (
          <button type="button" className="text-btn no-print" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? common.fold : common.unfold}
          </button>
        ) : null}
      </figcaption>
    </figure>
  )
}
