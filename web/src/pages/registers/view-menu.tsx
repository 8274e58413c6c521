import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Problem } from '../../api/client.ts'
import { queryClient, useSession } from '../../api/queries.ts'
import { dropView, saveView, viewsQuery } from '../../api/register.queries.ts'
import type { RegisterDescription, SavedView } from '../../api/register.types.ts'
import { useTexts } from '../../i18n/language.ts'
import { Field } from '../../ui/field.tsx'
import { Icon } from '../../ui/icons.tsx'
import { Popover } from '../../ui/popover.tsx'
import { Refusal } from '../../ui/states.tsx'
import { listTexts } from './list.texts.ts'
import { type ListState, readListState, viewState } from './list-state.ts'

interface ViewMenuProps {
  readonly description: RegisterDescription
  readonly state: ListState
  readonly onGo: (state: ListState) => void
}

/** Lists that somebody kept under a name: one's own, and those that colleagues share. */
export function ViewMenu({ description, state, onGo }: ViewMenuProps) {
  const t = useTexts(listTexts)
  const signedIn = useSession()?.account !== null
  const query = useQuery({ ...viewsQuery(description.id), enabled: signedIn })
  const views = query.data?.views ?? []
  const current = views.find(({ id }) => id === state.view)
  if (!signedIn) return null
  return (
    <Popover
      className="btn small-btn quiet-btn"
      title={t.viewsTitle}
      label={
        <>
          <Icon name="versions" size={16} />
          {current?.label ?? t.views}
        </>
      }
    >
      {(close) => (
        <>
          <div className="pop-list">
            <button
              type="button"
              className="menu-item"
              aria-pressed={state.view === undefined}
              onClick={() => {
                close()
                onGo({})
              }}
            >
              {t.allRecords}
            </button>
            {[...views]
              .sort((a, b) => Number(a.isShared) - Number(b.isShared))
              .map((view) => (
                <ViewLine
                  key={view.id}
                  register={description.id}
                  view={view}
                  current={view.id === state.view}
                  onChoose={() => {
                    close()
                    onGo({ ...readListState(view.state), view: view.id })
                  }}
                />
              ))}
          </div>
          {views.length === 0 ? <p className="pop-body quiet small">{t.noViews}</p> : null}
          <SaveForm
            register={description.id}
            state={state}
            onSaved={(view) => {
              close()
              onGo({ ...state, view: view.id })
            }}
          />
        </>
      )}
    </Popover>
  )
}

interface ViewLineProps {
  readonly register: string
  readonly view: SavedView
  readonly current: boolean
  readonly onChoose: () => void
}

function ViewLine({ register, view, current, onChoose }: ViewLineProps) {
  const t = useTexts(listTexts)
  const drop = useMutation<unknown, Problem>({
    mutationFn: () => dropView(register, view.id),
    onSuccess: () => refreshViews(register),
  })
  return (
    <div className="ls-view">
      <button type="button" className="menu-item" aria-pressed={current} onClick={onChoose}>
        {view.label}
        <span className="quiet small">{view.isShared ? t.sharedViews : t.ownViews}</span>
      </button>
      {view.isOwn ? (
        <button
          type="button"
          className="ls-chip-off"
          aria-label={t.dropView(view.label)}
          disabled={drop.isPending}
          onClick={() => drop.mutate()}
        >
          <Icon name="close" size={14} />
        </button>
      ) : null}
    </div>
  )
}

interface SaveFormProps {
  readonly register: string
  readonly state: ListState
  readonly onSaved: (view: SavedView) => void
}

function SaveForm({ register, state, onSaved }: SaveFormProps) {
  const t = useTexts(listTexts)
  const [label, setLabel] = useState('')
  const [isShared, setShared] = useState(false)
  const save = useMutation<SavedView, Problem>({
    mutationFn: () => saveView(register, { label: label.trim(), isShared, state: viewState(state) }),
    onSuccess: async (view) => {
      await refreshViews(register)
      onSaved(view)
    },
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (label.trim() !== '') save.mutate()
  }
  return (
    <form className="pop-body ls-save" onSubmit={send}>
      <b>{t.saveView}</b>
      <Refusal problem={save.error} />
      <Field label={t.viewName}>
        <input type="text" maxLength={60} value={label} onChange={(event) => setLabel(event.target.value)} />
      </Field>
      <label className="check">
        <input type="checkbox" checked={isShared} onChange={(event) => setShared(event.target.checked)} />
        {t.shareView}
      </label>
      <button type="submit" className="btn small-btn" disabled={label.trim() === '' || save.isPending}>
        {t.saveView}
      </button>
    </form>
  )
}

function refreshViews(register: string): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: viewsQuery(register).queryKey })
}
