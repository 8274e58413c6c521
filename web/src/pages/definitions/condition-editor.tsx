import { Link } from '@tanstack/react-router'
import type { Condition, DateTerm, Decided, Given } from '../../api/formula.types.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Icon } from '../../ui/icons.tsx'
import { DecidedEditor } from './decided-editor.tsx'
import { definitionTexts } from './definition.texts.ts'
import { useBeginnings, useRegister } from './desk-context.ts'
import {
  DateTermIn,
  FieldPick,
  GivenIn,
  NumberIn,
  nameOfField,
  Pick,
  ProblemsAt,
  RegisterPick,
  ValuePick,
  ValuesPick,
} from './pickers.tsx'
import { RelatedEditor } from './related-editor.tsx'
import { asCondition, below, conditionKind, conditionKinds, replaced } from './tree-kinds.ts'

interface ConditionEditorProps {
  readonly condition: Condition
  readonly register: string
  readonly path: string
  readonly onChange: (condition: Condition) => void
  /** null: it cannot be taken out */
  readonly onRemove: (() => void) | null
}

/** One condition as a card; those that consist of others hold their cards. */
export function ConditionEditor({ condition, register, path, onChange, onRemove }: ConditionEditorProps) {
  const t = useTexts(definitionTexts)
  const begin = useBeginnings(register)
  return (
    <div className="df-card condition" data-path={path}>
      <div className="df-row">
        <Pick
          label={t.condition}
          value={conditionKind(condition)}
          options={conditionKinds.map((kind) => ({ value: kind, label: t.conditionKinds[kind] }))}
          onChange={(kind) => onChange(asCondition(condition, kind, begin))}
        />
        <Parts condition={condition} register={register} path={path} onChange={onChange} />
        {onRemove === null ? null : (
          <button type="button" className="btn icon-only quiet-btn df-remove" onClick={onRemove} aria-label={t.takeOut}>
            <Icon name="close" size={14} />
          </button>
        )}
      </div>
      <ProblemsAt path={path} />
      <Inside condition={condition} register={register} path={path} onChange={onChange} />
    </div>
  )
}

type PartProps = Omit<ConditionEditorProps, 'onRemove'>

/** What stands in the line of the kind itself. */
function Parts({ condition, register, onChange }: PartProps) {
  const t = useTexts(definitionTexts)
  const language = useLanguage()
  const description = useRegister(register)
  if ('named' in condition)
    return (
      <>
        <Pick
          label={t.which}
          value={condition.named}
          onChange={(named) => onChange({ named })}
          options={
            description?.conditions.map((one) => ({
              value: one.name,
              label: language === 'zh' ? one.label : one.labelEn,
            })) ?? []
          }
        />
        {description?.conditions.some(({ name }) => name === condition.named) ? (
          <Link
            to="/conditions/$register/$name"
            params={{ register, name: condition.named }}
            className="df-open small"
            target="_blank"
          >
            {t.openCondition}
            <Icon name="external" size={12} />
          </Link>
        ) : null}
      </>
    )
  if ('codes' in condition)
    return (
      <>
        <FieldPick
          label={t.codesOf}
          register={register}
          kinds={['codes', 'text']}
          value={condition.codes}
          onChange={(codes) => onChange({ ...condition, codes })}
        />
        <ListedIn condition={condition} onChange={onChange} />
      </>
    )
  if (!('field' in condition)) return null
  const row = nameOfField(description, condition.field)
  const pickField = (
    <FieldPick
      label={t.field}
      register={register}
      value={condition.field}
      onChange={(field) => onChange({ ...condition, field })}
    />
  )
  if ('isSet' in condition)
    return (
      <>
        {pickField}
        <Pick
          label={t.setOrNot}
          value={condition.isSet ? 'yes' : 'no'}
          options={[
            { value: 'yes', label: t.isSet },
            { value: 'no', label: t.isNotSet },
          ]}
          onChange={(set) => onChange({ ...condition, isSet: set === 'yes' })}
        />
      </>
    )
  if ('startsWith' in condition)
    return (
      <>
        {pickField}
        <ValuesPick
          label={t.beginnings}
          field={undefined}
          values={condition.startsWith}
          onChange={(startsWith) => onChange({ ...condition, startsWith })}
        />
      </>
    )
  if ('holds' in condition)
    return (
      <>
        {pickField}
        <ValuesPick
          label={t.oneOfThese}
          field={row}
          values={condition.holds}
          onChange={(holds) => onChange({ ...condition, holds })}
        />
      </>
    )
  if ('atLeast' in condition || 'atMost' in condition) {
    const least = 'atLeast' in condition
    const value = least ? condition.atLeast : condition.atMost
    const unit = row?.kind === 'money' ? '元' : (row?.unit ?? undefined)
    return (
      <>
        {pickField}
        <GivenIn
          value={value}
          onChange={(next: Given<number>) =>
            onChange(least ? { field: condition.field, atLeast: next } : { field: condition.field, atMost: next })
          }
        >
          {(written, set) => (
            <NumberIn
              label={least ? t.least : t.most}
              value={written}
              onChange={set}
              {...(unit === undefined ? {} : { unit })}
            />
          )}
        </GivenIn>
      </>
    )
  }
  if (!('is' in condition)) return pickField
  return (
    <>
      {pickField}
      <IsValue condition={condition} row={row} onChange={onChange} />
    </>
  )
}

type Is = Extract<Condition, { readonly is: unknown }>

function IsValue({
  condition,
  row,
  onChange,
}: {
  readonly condition: Is
  readonly row: ReturnType<typeof nameOfField>
  readonly onChange: (condition: Condition) => void
}) {
  const t = useTexts(definitionTexts)
  const { field, is } = condition
  if (row?.kind === 'flag' || typeof is === 'boolean')
    return (
      <Pick
        label={t.isValue}
        value={is === true ? 'yes' : 'no'}
        options={[
          { value: 'yes', label: t.yes },
          { value: 'no', label: t.no },
        ]}
        onChange={(yes) => onChange({ field, is: yes === 'yes' })}
      />
    )
  if (row !== undefined && row.choices.length > 0 && (typeof is !== 'object' || Array.isArray(is))) {
    const values = Array.isArray(is) ? is.map(String) : is === '' ? [] : [String(is)]
    return (
      <ValuesPick
        label={t.isOneOf}
        field={row}
        values={values}
        onChange={(next) => onChange({ field, is: next.length === 1 ? (next[0] ?? '') : next })}
      />
    )
  }
  if (Array.isArray(is))
    return (
      <ValuesPick
        label={t.isOneOf}
        field={row}
        values={is.map(String)}
        onChange={(next) => onChange({ field, is: next })}
      />
    )
  const given = is as Given<string | number>
  return (
    <GivenIn value={given} onChange={(next: Given<string | number>) => onChange({ field, is: next })}>
      {(written, set) => (
        <ValuePick
          label={t.isValue}
          field={row}
          value={String(written)}
          onChange={(next) => set(typeof written === 'number' && Number.isFinite(Number(next)) ? Number(next) : next)}
        />
      )}
    </GivenIn>
  )
}

type Codes = Extract<Condition, { readonly codes: string }>

function ListedIn({ condition, onChange }: { readonly condition: Codes; readonly onChange: (c: Condition) => void }) {
  const t = useTexts(definitionTexts)
  const language = useLanguage()
  const which = typeof condition.which === 'object' ? condition.which.otherwise : condition.which
  const registers = useBeginnings('').register
  return (
    <>
      <RegisterOfCodes condition={condition} fallback={registers} onChange={onChange} />
      <FieldPick
        label={t.codeThere}
        register={condition.listedIn}
        value={condition.as}
        onChange={(as) => onChange({ ...condition, as })}
      />
      <Pick
        label={t.whichCode}
        value={which}
        options={[
          { value: 'any', label: language === 'zh' ? '任一代码' : 'any code' },
          { value: 'first', label: language === 'zh' ? '第一个代码' : 'the first code' },
        ]}
        onChange={(next) =>
          onChange({
            ...condition,
            which: typeof condition.which === 'object' ? { ...condition.which, otherwise: next } : next,
          })
        }
      />
    </>
  )
}

function RegisterOfCodes({
  condition,
  fallback,
  onChange,
}: {
  readonly condition: Codes
  readonly fallback: string
  readonly onChange: (c: Condition) => void
}) {
  const t = useTexts(definitionTexts)
  return (
    <RegisterPick
      label={t.listedIn}
      value={condition.listedIn === '' ? fallback : condition.listedIn}
      onChange={(listedIn) => onChange({ ...condition, listedIn })}
    />
  )
}

/** What stands in cards of its own below the line. */
function Inside({ condition, register, path, onChange }: PartProps) {
  const t = useTexts(definitionTexts)
  if ('all' in condition)
    return (
      <List parts={condition.all} word={t.and} step="all" {...{ register, path, onChange }} wrap={(all) => ({ all })} />
    )
  if ('any' in condition)
    return (
      <List parts={condition.any} word={t.or} step="any" {...{ register, path, onChange }} wrap={(any) => ({ any })} />
    )
  if ('not' in condition)
    return (
      <div className="df-inside">
        <ConditionEditor
          condition={condition.not}
          register={register}
          path={below(path, 'not')}
          onChange={(not) => onChange({ not })}
          onRemove={null}
        />
      </div>
    )
  if ('from' in condition) return <FromUntil {...{ condition, register, path, onChange }} />
  if ('related' in condition) return <RelatedEditor {...{ condition, register, path, onChange }} />
  if ('cases' in condition)
    return (
      <DecidedEditor
        decided={condition}
        onChange={(next: Decided<Condition>) => onChange(next)}
        fresh={{ named: 'in-force' }}
      >
        {(inner, set, name) => (
          <ConditionEditor
            condition={inner}
            register={register}
            path={below(below(path, 'cases'), name)}
            onChange={set}
            onRemove={null}
          />
        )}
      </DecidedEditor>
    )
  return null
}

interface ListProps extends Omit<PartProps, 'condition'> {
  readonly parts: readonly Condition[]
  readonly word: string
  readonly step: 'all' | 'any'
  readonly wrap: (parts: readonly Condition[]) => Condition
}

function List({ parts, word, step, register, path, onChange, wrap }: ListProps) {
  const t = useTexts(definitionTexts)
  return (
    <ol className="df-inside">
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no name of their own, and their place is their path
        <li key={index}>
          {index === 0 ? null : <span className="df-word">{word}</span>}
          <ConditionEditor
            condition={part}
            register={register}
            path={below(below(path, step), index)}
            onChange={(next) => onChange(wrap(replaced(parts, index, next)))}
            onRemove={parts.length === 1 ? null : () => onChange(wrap(replaced(parts, index, null)))}
          />
        </li>
      ))}
      <li>
        <button
          type="button"
          className="btn small-btn"
          onClick={() => onChange(wrap([...parts, { named: 'in-force' }]))}
        >
          <Icon name="plus" size={14} />
          {t.addCondition}
        </button>
      </li>
    </ol>
  )
}

type From = Extract<Condition, { readonly from: unknown }>

function FromUntil({ condition, register, onChange }: PartProps & { readonly condition: From }) {
  const t = useTexts(definitionTexts)
  const ends = condition.until ?? []
  return (
    <div className="df-inside">
      <DateTermIn
        label={t.fromDay}
        register={register}
        value={condition.from}
        onChange={(from) => onChange({ ...condition, from })}
      />
      {ends.map((end, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: ends have no name of their own
        <span className="df-row" key={index}>
          <DateTermIn
            label={t.untilDay}
            register={register}
            value={end}
            onChange={(next) => onChange({ ...condition, until: replaced(ends, index, next) })}
          />
          <button
            type="button"
            className="btn icon-only quiet-btn df-remove"
            aria-label={t.takeOut}
            onClick={() => {
              const left = replaced(ends, index, null)
              onChange(left.length === 0 ? { from: condition.from } : { ...condition, until: left })
            }}
          >
            <Icon name="close" size={14} />
          </button>
        </span>
      ))}
      <button
        type="button"
        className="btn small-btn"
        onClick={() =>
          onChange({
            ...condition,
            until: [...ends, endOf(condition.from)],
          })
        }
      >
        <Icon name="plus" size={14} />
        {t.addEnd}
      </button>
    </div>
  )
}

/** A new end begins with the field that the start stands on. */
function endOf(from: DateTerm): DateTerm {
  if (typeof from === 'string') return from
  return 'field' in from ? from.field : from
}
