import { useQuery } from '@tanstack/react-query'
import type { Decided, Formula, Given } from '../../api/formula.types.ts'
import { indicatorsQuery } from '../../api/indicator.queries.ts'
import { useTexts } from '../../i18n/language.ts'
import { Icon } from '../../ui/icons.tsx'
import { DecidedEditor } from './decided-editor.tsx'
import { definitionTexts } from './definition.texts.ts'
import { useBeginnings } from './desk-context.ts'
import { FieldPick, GivenIn, NumberIn, Pick, ProblemsAt, TypeIn } from './pickers.tsx'
import { SourceEditor } from './source-editor.tsx'
import { asFormula, below, formulaKind, formulaKinds, replaced } from './tree-kinds.ts'

interface FormulaEditorProps {
  readonly formula: Formula
  readonly path: string
  /** 分子, 分母 …: what this part is to the one above it */
  readonly part: string | null
  readonly onChange: (formula: Formula) => void
  readonly onRemove: (() => void) | null
}

/** One step of a formula as a card; the parts that it is made of are cards inside it. */
export function FormulaEditor({ formula, path, part, onChange, onRemove }: FormulaEditorProps) {
  const t = useTexts(definitionTexts)
  const begin = useBeginnings('register' in formula ? formula.register : '')
  return (
    <div className="df-card formula" data-path={path}>
      <div className="df-row">
        {part === null ? null : <b className="df-role">{part}</b>}
        <Pick
          label={t.step}
          value={formulaKind(formula)}
          options={formulaKinds.map((kind) => ({ value: kind, label: t.formulaKinds[kind] }))}
          onChange={(kind) => onChange(asFormula(formula, kind, begin))}
        />
        <Line formula={formula} onChange={onChange} />
        {onRemove === null ? null : (
          <button type="button" className="btn icon-only quiet-btn df-remove" onClick={onRemove} aria-label={t.takeOut}>
            <Icon name="close" size={14} />
          </button>
        )}
      </div>
      <ProblemsAt path={path} />
      <Inside formula={formula} path={path} onChange={onChange} />
    </div>
  )
}

type PartProps = Omit<FormulaEditorProps, 'part' | 'onRemove'>

/** What stands in the line of the step itself: its unit, its number, the field that is added up. */
function Line({ formula, onChange }: Omit<PartProps, 'path'>) {
  const t = useTexts(definitionTexts)
  const indicators = useQuery(indicatorsQuery).data?.indicators ?? []
  if (!('measure' in formula)) return null
  const unit = (value: string, set: (unit: string) => void) => (
    <TypeIn label={t.unit} width="short" value={value} onChange={set} suggestions={units} />
  )
  switch (formula.measure) {
    case 'count':
      return unit(formula.unit, (next) => onChange({ ...formula, unit: next }))
    case 'sum':
    case 'average':
      return (
        <>
          <FieldPick
            label={t.summed}
            register={formula.register}
            kinds={['integer', 'decimal', 'share', 'money']}
            value={formula.field}
            onChange={(field) => onChange({ ...formula, field })}
          />
          {unit(formula.unit, (next) => onChange({ ...formula, unit: next }))}
          <label className="check df-by-county">
            <input
              type="checkbox"
              checked={formula.whenNone === 'missing'}
              onChange={(event) => {
                const { whenNone: _when, ...rest } = formula
                onChange(event.target.checked ? { ...rest, whenNone: 'missing' } : rest)
              }}
            />
            {t.noneIsMissing}
          </label>
        </>
      )
    case 'latest':
      return (
        <>
          <TypeIn
            label={t.series}
            value={formula.series}
            onChange={(series) => onChange({ ...formula, series })}
            suggestions={['常住人口']}
          />
          {unit(formula.unit, (next) => onChange({ ...formula, unit: next }))}
          <label className="check df-by-county">
            <input
              type="checkbox"
              checked={formula.ofCounty === true}
              onChange={(event) => {
                const { ofCounty: _of, ...rest } = formula
                onChange(event.target.checked ? { ...rest, ofCounty: true } : rest)
              }}
            />
            {t.ofCounty}
          </label>
          <label className="df-pick short">
            <span>{t.notBefore}</span>
            <input
              type="date"
              value={formula.notBefore ?? ''}
              onChange={(event) => {
                const { notBefore: _before, ...rest } = formula
                onChange(event.target.value === '' ? rest : { ...rest, notBefore: event.target.value })
              }}
            />
          </label>
        </>
      )
    case 'indicator':
      return (
        <Pick
          label={t.which}
          value={formula.id}
          onChange={(id) => onChange({ ...formula, id })}
          options={indicators.map((one) => ({ value: one.id, label: one.label }))}
        />
      )
    case 'number':
      return (
        <>
          <GivenIn value={formula.value} onChange={(value: Given<number>) => onChange({ ...formula, value })}>
            {(written, set) => <NumberIn label={t.amount} value={written} onChange={set} />}
          </GivenIn>
          {unit(formula.unit, (next) => onChange({ ...formula, unit: next }))}
        </>
      )
    case 'per':
      return <NumberIn label={t.perHow} value={formula.per} onChange={(per) => onChange({ ...formula, per })} />
    case 'growth':
      return (
        <NumberIn
          label={t.monthsBefore}
          value={formula.months}
          onChange={(months) => onChange({ ...formula, months: Math.round(months) })}
        />
      )
    case 'scale':
      return (
        <>
          <NumberIn label={t.dividedBy} value={formula.by} onChange={(by) => onChange({ ...formula, by })} />
          {unit(formula.unit, (next) => onChange({ ...formula, unit: next }))}
        </>
      )
    default:
      return null
  }
}

const units = ['件', '家', '个', '人', '人次', '项', '元', '万元', '亿元', '%', '件/万人']

/** The parts that it is made of. */
function Inside({ formula, path, onChange }: PartProps) {
  const t = useTexts(definitionTexts)
  if (!('measure' in formula))
    return (
      <DecidedEditor
        decided={formula}
        onChange={(next: Decided<Formula>) => onChange(next)}
        fresh={{ measure: 'number', value: 1, unit: '件' }}
      >
        {(inner, set, name) => (
          <FormulaEditor
            formula={inner}
            path={below(below(path, 'cases'), name)}
            part={null}
            onChange={set}
            onRemove={null}
          />
        )}
      </DecidedEditor>
    )
  if ('register' in formula)
    return <SourceEditor source={formula} path={path} onChange={(part) => onChange({ ...formula, ...part })} />
  if (formula.measure === 'add')
    return (
      <div className="df-inside">
        {formula.parts.map((term, index) => (
          <FormulaEditor
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no name of their own, and their place is their path
            key={index}
            formula={term}
            path={below(below(path, 'parts'), index)}
            part={index === 0 ? null : t.plus}
            onChange={(next) => onChange({ ...formula, parts: replaced(formula.parts, index, next) })}
            onRemove={
              formula.parts.length < 3
                ? null
                : () => onChange({ ...formula, parts: replaced(formula.parts, index, null) })
            }
          />
        ))}
        <button
          type="button"
          className="btn small-btn"
          onClick={() =>
            onChange({ ...formula, parts: [...formula.parts, { measure: 'number', value: 0, unit: '件' }] })
          }
        >
          <Icon name="plus" size={14} />
          {t.addPart}
        </button>
      </div>
    )
  if (!('of' in formula)) return null
  const upper = (
    <FormulaEditor
      formula={formula.of}
      path={below(path, 'of')}
      part={'to' in formula || 'residents' in formula ? t.numerator : t.from}
      onChange={(of) => onChange({ ...formula, of })}
      onRemove={null}
    />
  )
  return (
    <div className="df-inside">
      {upper}
      {'to' in formula ? (
        <FormulaEditor
          formula={formula.to}
          path={below(path, 'to')}
          part={t.denominator}
          onChange={(to) => onChange({ ...formula, to })}
          onRemove={null}
        />
      ) : null}
      {'residents' in formula ? (
        <FormulaEditor
          formula={formula.residents}
          path={below(path, 'residents')}
          part={t.denominator}
          onChange={(residents) => onChange({ ...formula, residents })}
          onRemove={null}
        />
      ) : null}
      {'take' in formula ? (
        <FormulaEditor
          formula={formula.take}
          path={below(path, 'take')}
          part={t.minus}
          onChange={(take) => onChange({ ...formula, take })}
          onRemove={null}
        />
      ) : null}
    </div>
  )
}
