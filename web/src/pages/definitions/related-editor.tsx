import type { Condition, Given, Related } from '../../api/formula.types.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { ConditionEditor } from './condition-editor.tsx'
import { definitionTexts } from './definition.texts.ts'
import { useRegister, useRegisters } from './desk-context.ts'
import { FieldPick, GivenIn, NumberIn, Pick } from './pickers.tsx'
import { below } from './tree-kinds.ts'

interface RelatedEditorProps {
  readonly condition: Related
  readonly register: string
  readonly path: string
  readonly onChange: (condition: Condition) => void
}

/** Records of another register point here: which, of what kind, from which day, and up to which sum. */
export function RelatedEditor({ condition, register, path, onChange }: RelatedEditorProps) {
  const t = useTexts(definitionTexts)
  const language = useLanguage()
  const pointers = useRegister(register)?.pointedAtBy ?? []
  const registers = useRegisters()
  const nameOf = (id: string) => {
    const found = registers.find((one) => one.id === id)
    return found === undefined ? id : language === 'zh' ? found.label : found.labelEn
  }
  const chosen = condition.related === '' ? '' : `${condition.related}.${condition.through}`
  const summed = condition.sumOf !== undefined
  return (
    <div className="df-inside">
      <span className="df-row">
        <Pick
          label={t.pointsHere}
          value={chosen}
          onChange={(next) => {
            const [related = '', through = ''] = next.split('.')
            onChange({ ...condition, related, through })
          }}
          options={pointers.map((one) => ({
            value: `${one.register}.${one.field}`,
            label: `${nameOf(one.register)} · ${language === 'zh' ? one.label : one.labelEn}`,
          }))}
        />
        <FieldPick
          label={t.fromDay}
          register={condition.related}
          kinds={['date']}
          value={condition.on}
          onChange={(on) => onChange({ ...condition, on })}
        />
      </span>
      <span className="df-row">
        <FieldPick
          label={t.sumOf}
          register={condition.related}
          kinds={['money', 'integer', 'decimal']}
          value={condition.sumOf ?? ''}
          empty={t.noSum}
          onChange={(sumOf) => {
            const { sumOf: _sum, reaches: _reaches, ...rest } = condition
            onChange(sumOf === '' ? rest : { ...rest, sumOf, reaches: condition.reaches ?? 0 })
          }}
        />
        {summed ? (
          <GivenIn
            value={condition.reaches ?? 0}
            onChange={(reaches: Given<number>) => onChange({ ...condition, reaches })}
          >
            {(written, set) => <NumberIn label={t.reaches} value={written} onChange={set} />}
          </GivenIn>
        ) : null}
      </span>
      {condition.where === undefined ? (
        <button
          type="button"
          className="btn small-btn"
          disabled={condition.related === ''}
          onClick={() => onChange({ ...condition, where: { named: 'in-force' } })}
        >
          {t.onlyThose}
        </button>
      ) : (
        <ConditionEditor
          condition={condition.where}
          register={condition.related}
          path={below(path, 'where')}
          onChange={(where) => onChange({ ...condition, where })}
          onRemove={() => {
            const { where: _where, ...rest } = condition
            onChange(rest)
          }}
        />
      )}
    </div>
  )
}
