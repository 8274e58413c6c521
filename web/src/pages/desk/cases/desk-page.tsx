import './desk.css'
import './case.css'
import './case-parts.css'
import './rail.css'
import './case-sizes.css'
import { Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { QueueFilters } from '../../../api/matter.queries.ts'
import { useMay, useSession } from '../../../api/queries.ts'
import { dateInWords, weekdayOf } from '../../../format/dates.ts'
import { useLanguage, useTexts } from '../../../i18n/language.ts'
import { usePageTitle } from '../../../ui/page.tsx'
import { NoPermission } from '../../../ui/states.tsx'
import { deskTexts } from './desk.texts.ts'
import { DeskContext } from './desk-context.ts'
import { useDeskKeys } from './desk-keys.ts'
import { KeysDialog, type ShownKey } from './keys-dialog.tsx'
import { MatterList } from './matter-list.tsx'
import { viewOf } from './queue-search.ts'
import { useQueue } from './use-queue.ts'

/** 办件: the queue beside the case, worked through by mouse or by keys. */
export function DeskPage() {
  const allowed = useMay('matter.read')
  if (!allowed) return <NoPermission />
  return <Desk />
}

function Desk() {
  const t = useTexts(deskTexts)
  usePageTitle(t.title)
  const handles = useMay('matter.handle')
  const search: QueueFilters = useSearch({ from: '/desk' })
  const { matterId } = useParams({ strict: false })
  const navigate = useNavigate()
  const view = viewOf(search, handles)
  const queue = useQueue({ ...search, view })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [help, setHelp] = useState(false)
  const [actKeys, setActKeys] = useState<readonly ShownKey[]>([])
  const searchField = useRef<HTMLInputElement>(null)

  const go = (id: string) => void navigate({ to: '/desk/$matterId', params: { matterId: id }, search })
  const step = (by: number) => {
    const at = queue.rows.findIndex(({ id }) => id === matterId)
    const next = queue.rows[at === -1 ? 0 : Math.min(Math.max(at + by, 0), queue.rows.length - 1)]
    if (next !== undefined) go(next.id)
  }
  const filter = (filters: QueueFilters) => {
    setChosen(new Set())
    void navigate({ to: '/desk', search: filters })
  }
  useDeskKeys({
    j: () => step(1),
    k: () => step(-1),
    x: () => {
      if (matterId === undefined || !handles) return
      const next = new Set(chosen)
      if (!next.delete(matterId)) next.add(matterId)
      setChosen(next)
    },
    f: () => searchField.current?.focus(),
    '?': () => setHelp(true),
    '？': () => setHelp(true),
  })

  return (
    <DeskContext value={{ step, listed: queue.count, view, onActKeys: setActKeys }}>
      <div className="mk" data-open={matterId !== undefined}>
        <MatterList
          filters={search}
          view={view}
          handles={handles}
          queue={queue}
          current={matterId}
          chosen={chosen}
          onChosen={setChosen}
          onFilters={filter}
          searchField={searchField}
        />
        <div className="mk-case">
          <Outlet />
        </div>
        <KeysBar acts={actKeys} onHelp={() => setHelp(true)} />
        {help ? <KeysDialog acts={actKeys} onClose={() => setHelp(false)} /> : null}
      </div>
    </DeskContext>
  )
}

function KeysBar({ acts, onHelp }: { readonly acts: readonly ShownKey[]; readonly onHelp: () => void }) {
  const t = useTexts(deskTexts)
  const language = useLanguage()
  const today = useSession()?.today
  return (
    <div className="mk-keys no-print">
      <span>
        <kbd>J</kbd> <kbd>K</kbd> {t.keys.move}
      </span>
      <span>
        <kbd>1</kbd>–<kbd>5</kbd> {t.keys.section}
      </span>
      {acts.slice(0, 3).map((act) => (
        <span key={act.what}>
          <kbd>{act.keys[0]}</kbd> {act.what}
        </span>
      ))}
      <span>
        <kbd>C</kbd> {t.keys.comment}
      </span>
      <button type="button" className="text-btn" onClick={onHelp}>
        <kbd>?</kbd> {t.keys.help}
      </button>
      {today === undefined ? null : (
        <span className="mk-today">
          {dateInWords(today, language)} {weekdayOf(today, language)}
        </span>
      )}
    </div>
  )
}
