import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Problem } from '../../api/client.ts'
import { mapRun } from '../../api/import.queries.ts'
import type { ImportRun, SheetColumn, SheetLayout } from '../../api/import.types.ts'
import type { RegisterDescription } from '../../api/register.types.ts'
import { percent } from '../../format/shares.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { Refusal } from '../../ui/states.tsx'
import { labelOf } from '../registers/field-words.ts'
import { mappingFaults, withField } from './mapping-state.ts'
import { takeOver } from './run-actions.tsx'
import { runsTexts } from './runs.texts.ts'

interface MappingProps {
  readonly run: ImportRun
  readonly description: RegisterDescription
  readonly onMapped: () => void
}

/** 认列: what each column of the file is; recognised, looked over by a person, and remembered. */
export function Mapping({ run, description, onMapped }: MappingProps) {
  const t = useTexts(runsTexts)
  const language = useLanguage()
  const [sheets, setSheets] = useState<readonly SheetLayout[]>(run.sheets)
  const save = useMutation<ImportRun, Problem>({
    mutationFn: () => mapRun(run.id, sheets),
    onSuccess: (next) => {
      takeOver(next)
      onMapped()
    },
  })
  const faults = mappingFaults(description, sheets)
  const name = (field: string) => {
    const known = description.fields.find((one) => one.name === field)
    return known === undefined ? field : labelOf(known, language)
  }
  const put = (index: number, sheet: SheetLayout) => setSheets(sheets.map((old, at) => (at === index ? sheet : old)))
  const last = run.missingFields.map(({ label }) => label)
  return (
    <section className="card ru-mapping" aria-label={t.mapTitle}>
      <header className="card-head">
        <h2>{t.mapTitle}</h2>
        <p className="quiet">{t.mapLead}</p>
      </header>
      <div className="card-body">
        <Refusal problem={save.error} />
        {faults.missing.length > 0 ? (
          <p className="refusal" role="status">
            {t.missing(faults.missing.map(name).join('、') || last.join('、'))}
          </p>
        ) : null}
        {faults.twice.map((field) => (
          <p key={field} className="refusal" role="status">
            {t.twice(name(field))}
          </p>
        ))}
      </div>
      {sheets.map((sheet, index) => (
        <Sheet
          key={sheet.sheet}
          sheet={sheet}
          alone={sheets.length === 1}
          description={description}
          onChange={(next) => put(index, next)}
        />
      ))}
      <div className="ru-commit ru-map-foot no-print">
        <button
          type="button"
          className="btn primary"
          disabled={save.isPending || faults.missing.length > 0 || faults.twice.length > 0}
          onClick={() => save.mutate()}
        >
          {t.mapNext}
        </button>
      </div>
    </section>
  )
}

interface SheetProps {
  readonly sheet: SheetLayout
  readonly alone: boolean
  readonly description: RegisterDescription
  readonly onChange: (sheet: SheetLayout) => void
}

function Sheet({ sheet, alone, description, onChange }: SheetProps) {
  const t = useTexts(runsTexts)
  return (
    <section aria-label={sheet.sheet}>
      <p className="ru-sheet">
        <b>{sheet.sheet}</b>
        <span className="quiet small">{t.headRow(sheet.headRow)}</span>
        {alone ? null : (
          <label className="check">
            <input
              type="checkbox"
              checked={sheet.taken}
              onChange={(event) => onChange({ ...sheet, taken: event.target.checked })}
            />
            {t.takeSheet}
          </label>
        )}
      </p>
      {sheet.taken ? (
        <div className="table-wrap">
          <table className="table ru-map" aria-label={sheet.sheet}>
            <thead>
              <tr>
                <th scope="col">{t.column}</th>
                <th scope="col">{t.samples}</th>
                <th scope="col">{t.meaning}</th>
                <th scope="col">{t.sure}</th>
              </tr>
            </thead>
            <tbody>
              {sheet.columns.map((column) => (
                <ColumnRow
                  key={column.index}
                  column={column}
                  description={description}
                  onChange={(field) => onChange(withField(sheet, column.index, field))}
                />
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </section>
  )
}

interface ColumnRowProps {
  readonly column: SheetColumn
  readonly description: RegisterDescription
  readonly onChange: (field: string | null) => void
}

function ColumnRow({ column, description, onChange }: ColumnRowProps) {
  const t = useTexts(runsTexts)
  const language = useLanguage()
  const heading = column.heading === '' ? column.letter : column.heading
  const shade = column.field === null ? 'grey' : column.confidence >= 0.9 ? 'green' : 'amber'
  return (
    <tr data-taken={column.field !== null}>
      <th scope="row">
        <span className="ru-letter">{column.letter}</span>
        {heading}
      </th>
      <td data-label={t.samples} className="wide ru-samples">
        {column.samples.slice(0, 3).map((sample, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two cells may say the same
          <code key={index}>{sample}</code>
        ))}
      </td>
      <td data-label={t.meaning} className="wide">
        <select
          aria-label={`${t.meaning}：${heading}`}
          value={column.field ?? ''}
          onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
        >
          <option value="">{t.notTaken}</option>
          {description.fields.map((field) => (
            <option key={field.name} value={field.name}>
              {labelOf(field, language)}
              {field.required ? ' *' : ''}
            </option>
          ))}
        </select>
      </td>
      <td data-label={t.sure}>
        <span className={`light ${shade}`} title={percent(column.confidence)}>
          {t.why[column.field === null ? 'none' : column.why]}
        </span>
      </td>
    </tr>
  )
}
