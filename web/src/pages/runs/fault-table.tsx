import type { ImportRowView } from '../../api/import.types.ts'
import { useLanguage, useTexts } from '../../i18n/language.ts'
import { runsTexts } from './runs.texts.ts'

/** Every fault with its place in the file, what stands there, what is wrong and how to put it right. */
export function FaultTable({ rows }: { readonly rows: readonly ImportRowView[] }) {
  const t = useTexts(runsTexts)
  const language = useLanguage()
  return (
    <div className="table-wrap">
      <table className="table ru-faults" aria-label={t.faulty}>
        <thead>
          <tr>
            <th scope="col">{t.faultCols.place}</th>
            <th scope="col">{t.faultCols.value}</th>
            <th scope="col">{t.faultCols.wrong}</th>
            <th scope="col">{t.faultCols.remedy}</th>
          </tr>
        </thead>
        <tbody>
          {rows.flatMap((row) =>
            row.faults.map((fault) => (
              <tr key={`${row.sheet}${row.row}${fault.column}${fault.code}`}>
                <th scope="row">
                  {t.rowPlace(fault.sheet, fault.row)}
                  <span className="quiet small ru-column">{fault.column}</span>
                </th>
                <td data-label={t.faultCols.value}>
                  <code className="ru-value">{fault.value === '' ? '—' : fault.value}</code>
                </td>
                <td data-label={t.faultCols.wrong} className="wide">
                  <span className="light red ru-wrong">{fault.message[language]}</span>
                </td>
                <td data-label={t.faultCols.remedy} className="wide">
                  {fault.remedy[language]}
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  )
}
