import type { Decided, Window } from '../../api/formula.types.ts'
import { useTexts } from '../../i18n/language.ts'
import { DecidedEditor } from './decided-editor.tsx'
import { definitionTexts } from './definition.texts.ts'
import { useBeginnings } from './desk-context.ts'
import { FieldPick, FieldsPick, NumberIn, Pick, ProblemsAt } from './pickers.tsx'
import { asWindow, below, windowKind, windowKinds } from './tree-kinds.ts'

interface WindowEditorProps {
  readonly window: Window
  readonly register: string
  readonly path: string
  readonly onChange: (window: Window) => void
}

/** 统计期: for how long a record counts. */
export function WindowEditor({ window, register, path, onChange }: WindowEditorProps) {
  const t = useTexts(definitionTexts)
  const begin = useBeginnings(register)
  return (
    <div className="df-window">
      <span className="df-row">
        <Pick
          label={t.window}
          value={windowKind(window)}
          options={windowKinds.map((kind) => ({ value: kind, label: t.windowKinds[kind] }))}
          onChange={(kind) => onChange(asWindow(window, kind, begin))}
        />
        {'on' in window ? (
          <FieldPick
            label={t.dayOf}
            register={register}
            kinds={['date']}
            value={window.on}
            onChange={(on) => onChange({ ...window, on })}
          />
        ) : null}
        {'months' in window ? (
          <NumberIn
            label={t.months}
            value={window.months}
            onChange={(months) => onChange({ ...window, months: Math.round(months) })}
          />
        ) : null}
        {'kind' in window && window.kind === 'sinceStart' ? (
          <label className="df-pick short">
            <span>{t.startsOn}</span>
            <input
              type="date"
              value={window.from ?? ''}
              onChange={(event) => {
                const { from: _from, ...rest } = window
                onChange(event.target.value === '' ? rest : { ...rest, from: event.target.value })
              }}
            />
          </label>
        ) : null}
      </span>
      {'per' in window ? (
        <FieldsPick
          label={t.perFields}
          register={register}
          values={window.per}
          onChange={(per) => onChange({ ...window, per })}
        />
      ) : null}
      {'cases' in window ? (
        <DecidedEditor decided={window} onChange={(next: Decided<Window>) => onChange(next)} fresh={{ kind: 'stock' }}>
          {(inner, set, name) => (
            <WindowEditor window={inner} register={register} path={below(below(path, 'cases'), name)} onChange={set} />
          )}
        </DecidedEditor>
      ) : null}
      <ProblemsAt path={path} />
    </div>
  )
}
