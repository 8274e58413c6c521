import '../targets/target.css'
import '../indicators/indicator.css'
import './definition.css'
import '../../charts/charts.css'
import { type ReactNode, useState } from 'react'
import { refreshIndicators } from '../../api/indicator.queries.ts'
import type { DefinitionVersion } from '../../api/indicator.types.ts'
import { useSession } from '../../api/queries.ts'
import { useTexts } from '../../i18n/language.ts'
import { Tabs } from '../../ui/choices.tsx'
import { Failed, Skeleton } from '../../ui/states.tsx'
import { ConflictPanel } from './conflict-panel.tsx'
import { definitionTexts } from './definition.texts.ts'
import { DeskContext } from './desk-context.ts'
import { JsonView } from './json-view.tsx'
import { PreviewPane } from './preview-pane.tsx'
import { SaveForm } from './save-form.tsx'
import { type DefinitionPlace, isConflict, usePreview, useSave } from './use-definition.ts'

interface DefinitionDeskProps<Tree> {
  readonly place: DefinitionPlace
  /** as it stands now */
  readonly tree: Tree
  readonly version: number
  readonly versions: readonly DefinitionVersion[]
  readonly decimals: number
  /** how it reads now */
  readonly sentence: string
  /** asks for the newest again */
  readonly onRefresh: () => Promise<unknown>
  readonly editor: (tree: Tree, onChange: (tree: Tree) => void) => ReactNode
}

/** The definition at the left as cards or as JSON, its trial at the right, and below it how it is saved. */
export function DefinitionDesk<Tree>({
  place,
  tree: standing,
  version,
  versions,
  decimals,
  sentence,
  onRefresh,
  editor,
}: DefinitionDeskProps<Tree>) {
  const t = useTexts(definitionTexts)
  const today = useSession()?.today ?? ''
  const [base, setBase] = useState({ tree: standing, version })
  const [tree, setTree] = useState(standing)
  const [view, setView] = useState<'cards' | 'json'>('cards')
  const changed = JSON.stringify(tree) !== JSON.stringify(base.tree)
  const preview = usePreview(place, tree, changed)
  const restart = (next: Tree, number: number) => {
    setBase({ tree: next, version: number })
    setTree(next)
  }
  const save = useSave(place, tree, base.version, async (saved) => {
    // before the page looks again, so that one's own version is not taken for somebody else's
    setBase({ tree, version: saved })
    await refreshIndicators()
    await onRefresh()
  })
  // somebody else saved while this page was open: seen by the refusal, or by the page's own looking again
  const newer = version > base.version && changed
  const conflict = isConflict(save.error) || newer
  return (
    <DeskContext value={{ problems: changed ? (preview.data?.problems ?? []) : [] }}>
      {conflict ? (
        <ConflictPanel
          versions={versions}
          since={base.version}
          onLook={() => void onRefresh()}
          onTake={() => {
            save.reset()
            restart(standing, version)
          }}
          onKeep={() => {
            save.reset()
            setBase({ tree: standing, version })
          }}
        />
      ) : null}
      {save.isSuccess && !changed ? (
        <p className="done-note" role="status">
          {t.saved(save.data.version)}
        </p>
      ) : null}
      <div className="df-desk">
        <section className="card df-edit" aria-label={t.views}>
          <div className="df-tabs">
            <Tabs
              label={t.views}
              panel="df-panel"
              value={view}
              onChange={setView}
              choices={[
                { value: 'cards', label: t.cards },
                { value: 'json', label: t.json },
              ]}
            />
            {changed ? (
              <button type="button" className="text-btn" onClick={() => setTree(base.tree)}>
                {t.undo}
              </button>
            ) : null}
          </div>
          <div className="card-body" id="df-panel" role="tabpanel" aria-labelledby={`df-panel-${view}`}>
            {view === 'cards' ? (
              editor(tree, setTree)
            ) : (
              <JsonView tree={tree} onChange={(next) => setTree(next as Tree)} />
            )}
          </div>
        </section>
        <section className="card df-trial" aria-labelledby="df-trial">
          <header className="card-head">
            <h2 id="df-trial">{t.preview}</h2>
            {changed && preview.stale ? (
              <p className="quiet" role="status">
                {t.previewing}
              </p>
            ) : null}
          </header>
          <div className="card-body">
            {!changed ? (
              <div className="df-preview">
                <h3>{t.readsNow}</h3>
                <p className="df-sentence">{sentence}</p>
                <p className="quiet">{t.noChange}</p>
              </div>
            ) : preview.error !== null && preview.data === undefined ? (
              <Failed problem={preview.error} onRetry={() => void preview.refetch()} />
            ) : preview.data === undefined ? (
              <Skeleton rows={6} />
            ) : (
              <PreviewPane
                preview={preview.data}
                stale={preview.stale}
                decimals={decimals}
                onProblem={(path) => {
                  setView('cards')
                  requestAnimationFrame(() => showCard(path))
                }}
              />
            )}
          </div>
          {changed && !conflict ? (
            <SaveForm
              preview={preview.data}
              today={today}
              basedOn={base.version}
              busy={save.isPending || preview.stale}
              refused={save.error}
              onSave={(next) => save.mutate(next)}
            />
          ) : null}
        </section>
      </div>
    </DeskContext>
  )
}

/** Brings the card into sight that a problem is about, or the nearest one that holds it. */
function showCard(path: string): void {
  let at = path
  for (;;) {
    const card = document.querySelector(`[data-path="${CSS.escape(at)}"]`)
    if (card !== null) {
      card.scrollIntoView({ block: 'center' })
      card.querySelector<HTMLElement>('select, input')?.focus()
      return
    }
    if (at === '') return
    at = at.includes('.') ? at.slice(0, at.lastIndexOf('.')) : ''
  }
}
