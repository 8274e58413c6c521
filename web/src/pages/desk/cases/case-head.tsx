import { Link, useSearch } from '@tanstack/react-router'
import type { Area, MatterDetail, NextAct } from '../../../api/types.gen.ts'
import { formatFigure } from '../../../format/amounts.ts'
import { useCommon } from '../../../i18n/common.texts.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { Key } from '../../../ui/key.tsx'
import { Popover } from '../../../ui/popover.tsx'
import { labelOf } from '../../registers/field-words.ts'
import { actTexts } from './act.texts.ts'
import { caseTexts } from './case.texts.ts'
import { keyOf, type SharedActs } from './case-acts.ts'
import { deskTexts } from './desk.texts.ts'
import { useDesk } from './desk-context.ts'
import { DueWords } from './due-words.tsx'
import { type Section, sections } from './use-sections.ts'

interface CaseHeadProps {
  readonly matter: MatterDetail
  readonly acts: SharedActs
  readonly current: Section
  readonly onGo: (section: Section) => void
  readonly onAct: (act: NextAct) => void
}

/** What case it is, how far, until when, and the buttons for what can be done. */
export function CaseHead({ matter, acts, current, onGo, onAct }: CaseHeadProps) {
  const t = useTexts(caseTexts)
  const words = useTexts(deskTexts)
  const common = useCommon()
  const desk = useDesk()
  const search = useSearch({ from: '/desk' })
  const counts: Readonly<Record<Section, number | undefined>> = {
    form: undefined,
    materials: matter.materials.length,
    history: matter.acts.length,
    documents: matter.documents.length,
    comments: matter.comments.length,
  }
  return (
    <header className="mc-head">
      <nav className="mc-crumb" aria-label="breadcrumb">
        <Link to="/desk" search={search} className="mc-back">
          {words.back(words.views[desk.view], desk.listed === null ? '' : formatFigure(desk.listed))}
        </Link>
        <span className="mc-where">
          {common.areas[matter.area as Area] ?? matter.area} <i aria-hidden="true">/</i> {matter.typeLabel}{' '}
          <i aria-hidden="true">/</i> {matter.number}
        </span>
      </nav>
      <div className="mc-title">
        <h1>{matter.title}</h1>
        {matter.demonstration ? (
          <span className="kind-tag mc-demo" title={common.demoNote}>
            {common.demo}
          </span>
        ) : null}
        <Acts acts={acts} onAct={onAct} />
      </div>
      <p className="mc-facts">
        <span>
          {matter.typeLabel}，<b>{matter.phases.map(({ label }) => label).join('、')}</b>
        </span>
        <span>
          {t.applicant} <b>{matter.applicant}</b>
        </span>
        <span>
          {t.handler} <b>{matter.handler ?? t.nobody}</b>
        </span>
        <a className="mc-due" href="#mc-limits">
          <DueWords matter={matter} />
        </a>
      </p>
      <nav className="mc-tabs" aria-label={t.sectionsLabel}>
        {sections.map((section) => (
          <button
            key={section}
            type="button"
            aria-current={section === current ? 'true' : undefined}
            onClick={() => onGo(section)}
          >
            {t.sections[section]}
            {counts[section] === undefined ? null : <span>{counts[section]}</span>}
          </button>
        ))}
      </nav>
    </header>
  )
}

function Acts({ acts, onAct }: { readonly acts: SharedActs; readonly onAct: (act: NextAct) => void }) {
  const t = useTexts(actTexts)
  const language = useLanguage()
  const more = acts.others.length + acts.common.length
  if (acts.buttons.length === 0 && more === 0) return null
  return (
    <div className="mc-acts no-print">
      {more === 0 ? null : (
        <Popover label={t.more} className="btn mc-more-btn" title={t.moreTitle}>
          {(close) => (
            <div className="mc-menu">
              <MenuGroup title={t.otherActs} acts={acts.others} onAct={onAct} close={close} />
              <MenuGroup title={t.commonActs} acts={acts.common} onAct={onAct} close={close} />
            </div>
          )}
        </Popover>
      )}
      {acts.buttons.map((act, index) => {
        const key = keyOf(act, acts.buttons)
        return (
          <button
            key={act.act}
            type="button"
            className={index === acts.buttons.length - 1 ? 'btn primary' : 'btn'}
            aria-keyshortcuts={key ?? undefined}
            onClick={() => onAct(act)}
          >
            {labelOf(act, language)} {key === null ? null : <Key letter={key} />}
          </button>
        )
      })}
    </div>
  )
}

interface MenuGroupProps {
  readonly title: string
  readonly acts: readonly NextAct[]
  readonly onAct: (act: NextAct) => void
  readonly close: () => void
}

/** What may not be done now stays in the menu with its reason, so that nobody looks for it elsewhere. */
function MenuGroup({ title, acts, onAct, close }: MenuGroupProps) {
  const language = useLanguage()
  if (acts.length === 0) return null
  return (
    <div className="mc-menu-group">
      <p className="pop-title">{title}</p>
      {acts.map((act) => (
        <button
          key={act.act}
          type="button"
          className="menu-item"
          aria-disabled={act.refusal !== null}
          onClick={() => {
            if (act.refusal !== null) return
            close()
            onAct(act)
          }}
        >
          {labelOf(act, language)}
          {act.refusal === null ? null : <span className="quiet small">{act.refusal}</span>}
        </button>
      ))}
    </div>
  )
}
