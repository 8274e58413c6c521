import type { Source } from '../../api/formula.types.ts'
import { useTexts } from '../../i18n/language.ts'
import { Icon } from '../../ui/icons.tsx'
import { ConditionEditor } from './condition-editor.tsx'
import { definitionTexts } from './definition.texts.ts'
import { FieldsPick, ProblemsAt, RegisterPick } from './pickers.tsx'
import { below } from './tree-kinds.ts'
import { WindowEditor } from './window-editor.tsx'

interface SourceEditorProps {
  readonly source: Source
  readonly path: string
  readonly onChange: (part: Source) => void
}

/** Which records of which register count, under which condition, and for how long. */
export function SourceEditor({ source, path, onChange }: SourceEditorProps) {
  const t = useTexts(definitionTexts)
  const set = (part: Partial<Source>) => {
    const { register, window, where, once } = { ...source, ...part }
    onChange({
      register,
      window,
      ...(where === undefined ? {} : { where }),
      ...(once === undefined || once.length === 0 ? {} : { once }),
    })
  }
  return (
    <div className="df-inside">
      <RegisterPick label={t.register} value={source.register} onChange={(register) => set({ register })} />
      <ProblemsAt path={below(path, 'register')} />
      {source.where === undefined ? (
        <button type="button" className="btn small-btn" onClick={() => set({ where: { named: 'in-force' } })}>
          <Icon name="plus" size={14} />
          {t.onlyThose}
        </button>
      ) : (
        <ConditionEditor
          condition={source.where}
          register={source.register}
          path={below(path, 'where')}
          onChange={(where) => set({ where })}
          onRemove={() => {
            const { where: _where, ...rest } = source
            onChange(rest)
          }}
        />
      )}
      <WindowEditor
        window={source.window}
        register={source.register}
        path={below(path, 'window')}
        onChange={(window) => set({ window })}
      />
      <FieldsPick
        label={t.once}
        register={source.register}
        values={source.once ?? []}
        onChange={(once) => set({ once })}
      />
    </div>
  )
}
