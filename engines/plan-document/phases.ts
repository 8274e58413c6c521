/** The timetable (时序进度): each phase with its first and last day. */
import type { Heading } from './outline.ts'
import { readPeriod } from './plan-dates.ts'
import type { DocumentPhase } from './plan-document.types.ts'
import type { Range, Reading } from './reading.ts'

export interface PhaseRead extends DocumentPhase {
  readonly impossible: readonly string[]
}

export function readPhase(reading: Reading, heading: Heading): PhaseRead {
  const title = reading.folded.slice(heading.titleRange.start, heading.titleRange.end)
  const body = heading.body.map((line) => reading.text.slice(line.start, line.end)).join('\n')
  const inTitle = readPeriod(title)
  const opening = heading.body[0]
  const inBody =
    inTitle !== null || opening === undefined
      ? null
      : readPeriod(reading.folded.slice(opening.start, Math.min(opening.end, opening.start + 40)))
  const period = inTitle ?? inBody
  return {
    name: phaseName(heading.title),
    start: period?.start ?? null,
    end: period?.end ?? null,
    text: body,
    span: reading.spanOf(heading.start, heading.end),
    impossible: period?.impossible ?? [],
  }
}

/** 启动部署阶段（2024年1月-2024年5月） → 启动部署阶段 */
function phaseName(title: string): string {
  const name = title
    .replace(/[（(〔][^（）()〔〕]*\d[^（）()〔〕]*[）)〕]/g, '')
    .replace(/[：:。，,、]+$/, '')
    .trim()
  return name === '' ? title : name
}

const ORDINAL = /^第[一二三四五六]阶段/
const DATED = /^(?:第[一二三四五六]阶段)?[：、，]?([^（：。，；]{0,16})（([^（）]{4,40})）[：。，]?([^。，；：]{0,14})/
const UNDATED = /^([^（：。，；]{2,14}阶段)[：。]/

/** Phases told in paragraphs without a number: 第一阶段：动员部署（2024年1月—3月）。… */
export function readInlinePhases(reading: Reading, body: readonly Range[]): PhaseRead[] {
  return body.flatMap((line): PhaseRead[] => {
    const words = reading.folded.slice(line.start, line.end)
    const dated = DATED.exec(words)
    const period = readPeriod(dated?.[2] ?? words.slice(0, 40))
    const ordinal = ORDINAL.exec(words)?.[0] ?? ''
    if (dated === null && UNDATED.exec(words) === null && ordinal === '') return []
    if (dated !== null && period === null) return []
    const before = dated?.[1] ?? UNDATED.exec(words)?.[1] ?? ''
    const after = dated?.[3] ?? ''
    const name = before !== '' ? before : ordinal !== '' && after === '' ? ordinal : after
    return [
      {
        name: name === '' ? ordinal : name,
        start: period?.start ?? null,
        end: period?.end ?? null,
        text: reading.text.slice(line.start, line.end),
        span: reading.spanOf(line.start, line.end),
        impossible: period?.impossible ?? [],
      },
    ]
  })
}
