import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { matterQuery, type Unsealed } from '../../../api/matter.queries.ts'
import type { MatterDetail, NextAct } from '../../../api/types.gen.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { usePageTitle } from '../../../ui/page.tsx'
import { Empty, Loaded, Skeleton } from '../../../ui/states.tsx'
import { labelOf } from '../../registers/field-words.ts'
import { actTexts } from './act.texts.ts'
import { ActDialog } from './act-dialog.tsx'
import { caseTexts } from './case.texts.ts'
import { keyOf, shareActs } from './case-acts.ts'
import { CaseChecks } from './case-checks.tsx'
import { CaseComments } from './case-comments.tsx'
import { CaseDocuments } from './case-documents.tsx'
import { CaseForm } from './case-form.tsx'
import { CaseHead } from './case-head.tsx'
import { CaseHistory } from './case-history.tsx'
import { CaseMaterials } from './case-materials.tsx'
import { CaseRail } from './case-rail.tsx'
import { CompareDialog, type Compared } from './compare-dialog.tsx'
import { deskTexts } from './desk.texts.ts'
import { useDesk } from './desk-context.ts'
import { useDeskKeys } from './desk-keys.ts'
import { UnsealDialog } from './unseal-dialog.tsx'
import { sections, useSections } from './use-sections.ts'

/** One case, whole: form, materials, history, documents, comments, its clocks, and what can be done next. */
export function CasePage() {
  const t = useTexts(caseTexts)
  const { matterId } = useParams({ from: '/desk/$matterId' })
  const search = useSearch({ from: '/desk' })
  const query = useQuery(matterQuery(matterId))
  return (
    <Loaded
      query={query}
      skeleton={
        <div className="mc-wait">
          <Skeleton rows={10} />
        </div>
      }
      missing={
        <Empty
          alone
          icon="question"
          title={t.gone}
          actions={
            <Link to="/desk" search={search} className="btn">
              {t.back}
            </Link>
          }
        >
          {t.goneLead}
        </Empty>
      }
    >
      {(matter) => <Case key={matter.id} matter={matter} />}
    </Loaded>
  )
}

function Case({ matter: kept }: { readonly matter: MatterDetail }) {
  const t = useTexts(actTexts)
  const words = useTexts(deskTexts)
  const language = useLanguage()
  const [unsealed, setUnsealed] = useState<Unsealed>({ values: [], materials: [] })
  const [isUnsealing, setIsUnsealing] = useState(false)
  const matter = withOpened(kept, unsealed)
  const unseal = () => setIsUnsealing(true)
  usePageTitle(matter.title)
  const desk = useDesk()
  const [acting, setActing] = useState<NextAct | null>(null)
  const [done, setDone] = useState<NextAct | null>(null)
  const [compared, setCompared] = useState<Compared | null>(null)
  const scroll = useRef<HTMLDivElement>(null)
  const { current, goTo } = useSections(scroll)
  const acts = shareActs(matter.next)
  const keyed = acts.buttons.flatMap((act) => {
    const key = keyOf(act, acts.buttons)
    return key === null || act.refusal !== null ? [] : [{ key, act }]
  })
  const { onActKeys } = desk
  const keyWords = keyed.map(({ key, act }) => `${key}${labelOf(act, language)}`).join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the letters change, the bar of keys says so
  useEffect(() => {
    onActKeys(keyed.map(({ key, act }) => ({ keys: [key.toUpperCase()], what: labelOf(act, language) })))
    return () => onActKeys([])
  }, [keyWords])
  const begin = (act: NextAct) => {
    setDone(null)
    setActing(act)
  }
  useDeskKeys({
    ...Object.fromEntries(sections.map((section, index) => [String(index + 1), () => goTo(section)])),
    ...Object.fromEntries(keyed.map(({ key, act }) => [key, () => begin(act)])),
    c: () => {
      goTo('comments')
      document.getElementById('mc-comment')?.focus()
    },
    v: () => setCompared({ left: 'form', right: matter.materials[0]?.id ?? 'form' }),
    m: () => document.querySelector<HTMLElement>('.mc-more-btn')?.click(),
  })
  return (
    <article className="mc" aria-label={`${matter.typeLabel} ${matter.title}`}>
      <CaseHead matter={matter} acts={acts} current={current} onGo={goTo} onAct={begin} />
      <div className="mc-scroll" ref={scroll}>
        <div className="mc-body">
          {done === null ? null : (
            <p className="done-note mc-done" role="status">
              {t.done(labelOf(done, language))}
              {desk.listed === null || desk.listed < 2 ? null : (
                <button type="button" className="text-btn" onClick={() => desk.step(1)}>
                  {t.doneNext} <kbd>J</kbd>
                </button>
              )}
            </p>
          )}
          <CaseChecks matter={matter} acts={acts} />
          <CaseForm matter={matter} opened={unsealed.values} onUnseal={unseal} />
          <CaseMaterials matter={matter} onCompare={setCompared} onUnseal={unseal} />
          <CaseHistory matter={matter} />
          <div className="mc-duo">
            <CaseDocuments matter={matter} />
            <CaseComments matter={matter} />
          </div>
        </div>
        <CaseRail matter={matter} acts={acts} onAct={begin} />
      </div>
      {acting === null ? null : (
        <ActDialog
          matter={matter}
          act={acting}
          onDone={(act) => {
            setActing(null)
            setDone(act)
            scroll.current?.scrollTo({ top: 0 })
          }}
          onClose={() => setActing(null)}
        />
      )}
      {isUnsealing ? (
        <UnsealDialog
          matterId={matter.id}
          onShown={(shown) => {
            setUnsealed(shown)
            setIsUnsealing(false)
          }}
          onClose={() => setIsUnsealing(false)}
        />
      ) : null}
      {compared === null ? null : (
        <CompareDialog matter={matter} compared={compared} onChange={setCompared} onClose={() => setCompared(null)} />
      )}
      <span className="sr" role="status">
        {words.views[desk.view]}
      </span>
    </article>
  )
}

/** Files that were opened on this page stand in their places; left, the page is sealed again. */
function withOpened(matter: MatterDetail, { materials }: Unsealed): MatterDetail {
  if (materials.length === 0) return matter
  const files = new Map(materials.map((file) => [file.id, file]))
  return {
    ...matter,
    materials: matter.materials.map((row) => {
      const file = files.get(row.id)
      return file === undefined
        ? row
        : { ...row, evidenceId: file.evidenceId, fileName: file.fileName, mediaType: file.mediaType }
    }),
  }
}
