import { useSession } from '../../api/queries.ts'
import type { FieldRow, FilterBy } from '../../api/register.types.ts'
import { parseFigure } from '../../format/parse-figure.ts'
import { useTexts } from '../../i18n/language.ts'
import { fenPerUnit } from './field-words.ts'
import { type DatePreset, datePresets, presetRange } from './filter-presets.ts'
import { listTexts } from './list.texts.ts'

interface RangeProps {
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

/** From one day to another, with the ranges that people ask for by name. */
export function Days({ value, onChange }: RangeProps) {
  const t = useTexts(listTexts)
  const today = useSession()?.today ?? ''
  const [from, to] = boundsOf(value)
  return (
    <>
      <div className="ls-presets">
        {datePresets.map((preset: DatePreset) => (
          <button key={preset} type="button" className="chip" onClick={() => onChange(presetRange(preset, today))}>
            {t.presets[preset]}
          </button>
        ))}
      </div>
      <div className="ls-range">
        <label>
          {t.from}
          <input type="date" value={from} onChange={(event) => onChange([event.target.value, to])} />
        </label>
        <label>
          {t.to}
          <input type="date" value={to} onChange={(event) => onChange([from, event.target.value])} />
        </label>
      </div>
    </>
  )
}

/** From one figure to another, in the written unit of the field. */
export function Figures({ field, value, onChange }: RangeProps & { readonly field: FieldRow }) {
  const t = useTexts(listTexts)
  const [from, to] = boundsOf(value, field)
  return (
    <div className="ls-range">
      <label>
        {t.least}
        <input inputMode="decimal" value={from} onChange={(event) => onChange([event.target.value, to])} />
      </label>
      <label>
        {t.most}
        <input inputMode="decimal" value={to} onChange={(event) => onChange([from, event.target.value])} />
      </label>
    </div>
  )
}

function boundsOf(value: unknown, field?: FieldRow): readonly [string, string] {
  const [low, high] = Array.isArray(value) ? value : [null, null]
  const shown = (bound: unknown) => {
    if (typeof bound === 'number' && field?.kind === 'money') return String(bound / fenPerUnit(field.unit))
    return bound === null || bound === undefined ? '' : String(bound)
  }
  return [shown(low), shown(high)]
}

/** What was typed as the value that the server understands; null where there is nothing to filter by. */
export function settle(field: FieldRow, by: FilterBy, value: unknown): unknown {
  if (by === 'isSet' || field.kind === 'flag') return value !== false
  if (by === 'within') {
    if (!Array.isArray(value)) return null
    const bounds = value.map((bound: unknown) => boundOf(field, bound))
    return bounds.every((bound) => bound === null) ? null : bounds
  }
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return null
  return typeof value === 'string' ? value.trim() : value
}

function boundOf(field: FieldRow, bound: unknown): unknown {
  if (bound === null || bound === undefined || bound === '') return null
  if (field.kind === 'date') return bound
  if (typeof bound === 'number') return bound
  const figure = parseFigure(String(bound))
  if (figure === undefined || figure === null) return null
  return field.kind === 'money' ? Math.round(figure * fenPerUnit(field.unit)) : figure
}
