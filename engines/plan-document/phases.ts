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

const INLINE = /(?:^|[。；\n])([^。；\n（）：]{2,12}阶段)(?:（([^（）]{4,40})）|：)/g

/** Phases told in running text: 启动阶段（2024年1月—3月）。… */
export function readInlinePhases(reading: Reading, body: readonly Range[]): PhaseRead[] {
  const phases: PhaseRead[] = []
  for (const line of body) {
    const words = reading.folded.slice(line.start, line.end)
    INLINE.lastIndex = 0
    for (let found = INLINE.exec(words); found !== null; found = INLINE.exec(words)) {
      const name = found[1] ?? ''
      const rest = words.slice(found.index + found[0].length)
      const end = rest.search(/[。\n]/)
      const period = readPeriod(found[2] ?? rest.slice(0, 30))
      const at = line.start + found.index + found[0].indexOf(name)
      const until = line.start + found.index + found[0].length + (end < 0 ? rest.length : end)
      phases.push({
        name,
        start: period?.start ?? null,
        end: period?.end ?? null,
        text: reading.text.slice(at, until),
        span: reading.spanOf(at, until),
        impossible: period?.impossible ?? [],
      })
    }
  }
  return phases
}
