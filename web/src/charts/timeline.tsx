import './charts.css'
import type { Light, MilestoneProgress, PhaseRow, Timeline } from '../api/types.gen.ts'
import { dayInWords, dayNumber } from '../format/dates.ts'
import { useLanguage, useTexts } from '../i18n/language.ts'
import { chartTexts } from './chart.texts.ts'
import { LightShape } from './light-shape.tsx'
import { linearScale } from './scale.ts'
import { useWidth } from './use-width.ts'

const side = 10
const eventsAt = 26
const phasesAt = 36
const phaseHeight = 28
const labelsAt = phasesAt + phaseHeight + 36
const pilesAt = labelsAt + 26
const cell = 12

interface TimelineProps {
  readonly timeline: Timeline
  /** the mark of a milestone, done ones included */
  readonly lightOf: (milestone: MilestoneProgress) => Light
  readonly words: Readonly<Record<Light, string>>
}

interface Pile {
  readonly day: string
  readonly milestones: readonly MilestoneProgress[]
}

/**
 * The programme as one line: phases as bands, above them what happened, below them the milestones piled up on the day
 * on which they fall due, each as the mark of its light, and today across all of it. Decoration beside the list below
 * it, which says the same in words.
 */
export function ProgrammeTimeline({ timeline, lightOf, words }: TimelineProps) {
  const t = useTexts(chartTexts)
  const language = useLanguage()
  const [box, width] = useWidth<HTMLDivElement>(1000)
  const { period, phases, today } = timeline
  const scale = linearScale([dayNumber(period.start), dayNumber(period.end) + 1], [side, width - side])
  const x = (day: string) => scale(dayNumber(day))
  const piles = pilesByDay(timeline.milestones, lightOf)
  const most = Math.max(...piles.map((pile) => rowsOf(pile.milestones.length)), 1)
  const height = pilesAt + most * cell + 22
  const labels = placeLabels(piles, (day) => scale(dayNumber(day) + 1))
  const dated = piles.reduce((sum, pile) => sum + pile.milestones.length, 0)
  return (
    <div className="chart timeline" ref={box}>
      <svg width={width} height={height} role="img" aria-label={t.timelineLabel(phases.length, dated)}>
        {quarters(period.start, period.end).map((day) => (
          <g key={day} className="tick">
            <line x1={x(day)} x2={x(day)} y1={phasesAt + phaseHeight} y2={phasesAt + phaseHeight + 5} />
            {day.endsWith('-01-01') || day.endsWith('-07-01') ? (
              <text x={x(day)} y={phasesAt + phaseHeight + 17} textAnchor={x(day) < 30 ? 'start' : 'middle'}>
                {day.slice(0, 7)}
              </text>
            ) : null}
          </g>
        ))}
        {phaseBands(phases).map(({ phase, from, to }) => {
          const room = scale(dayNumber(to) + 1) - x(from)
          return (
            <g key={phase.itemId} className={`band ${phase.state}`}>
              <title>{phase.name}</title>
              <rect x={x(from)} y={phasesAt} width={Math.max(room - 2, 1)} height={phaseHeight} rx="2" />
              <text x={x(from) + room / 2} y={phasesAt + 18.5} textAnchor="middle">
                {fittingName(phase.name, room)}
              </text>
            </g>
          )
        })}
        {timeline.events.filter(isLandmark).map((event) => (
          <g key={`${event.on}${event.kind}${event.path}`} className={`event ${event.kind}`}>
            <title>{`${event.on} ${event.label[language]}`}</title>
            <path d={`M${x(event.on)} ${phasesAt}V${eventsAt}`} />
            <circle cx={x(event.on)} cy={eventsAt - 3} r={event.kind === 'version' ? 4.5 : 3.5} />
          </g>
        ))}
        <g className="today">
          <line x1={x(today)} x2={x(today)} y1={18} y2={height - 4} />
          <text x={Math.min(x(today), width - 40)} y={12} textAnchor="middle">
            {`${t.today} ${today.slice(5)}`}
          </text>
        </g>
        {piles.map((pile, index) => (
          <g key={pile.day}>
            <text x={labels[index]?.x} y={labels[index]?.y} textAnchor="middle" className="pile-label">
              {`${dayInWords(pile.day, language)} ${pile.milestones.length}`}
            </text>
            <PileMarks pile={pile} at={labels[index]?.x ?? 0} lightOf={lightOf} words={words} />
          </g>
        ))}
      </svg>
    </div>
  )
}

interface PileMarksProps extends Pick<TimelineProps, 'lightOf' | 'words'> {
  readonly pile: Pile
  readonly at: number
}

function PileMarks({ pile, at, lightOf, words }: PileMarksProps) {
  const columns = columnsOf(pile.milestones.length)
  const left = at - ((columns - 1) * cell) / 2
  return pile.milestones.map((milestone, index) => (
    <g key={milestone.itemId}>
      <title>{`${milestone.name}：${words[lightOf(milestone)]}`}</title>
      <LightShape
        light={lightOf(milestone)}
        x={left + (index % columns) * cell}
        y={pilesAt + Math.floor(index / columns) * cell}
        size={4}
      />
    </g>
  ))
}

/** What stands out in three years; the rest is in the list below. */
function isLandmark({ kind }: Timeline['events'][number]): boolean {
  return kind === 'version' || kind === 'circular'
}

const urgency = { red: 0, amber: 1, green: 2, grey: 3, blue: 4 } as const

function pilesByDay(milestones: readonly MilestoneProgress[], lightOf: TimelineProps['lightOf']): readonly Pile[] {
  const days = [...new Set(milestones.flatMap((one) => one.dueOn ?? []))].sort()
  return days.map((day) => ({
    day,
    milestones: milestones.filter((one) => one.dueOn === day).sort((a, b) => urgency[lightOf(a)] - urgency[lightOf(b)]),
  }))
}

function columnsOf(count: number): number {
  return count < 3 ? 1 : Math.min(Math.ceil(Math.sqrt(count * 1.3)), 7)
}

function rowsOf(count: number): number {
  return Math.ceil(count / columnsOf(count))
}

/** Each label above its pile; one that would touch its neighbour's stands a line higher. */
function placeLabels(piles: readonly Pile[], x: (day: string) => number): readonly { x: number; y: number }[] {
  const placed: { x: number; y: number }[] = []
  for (const pile of piles) {
    const at = x(pile.day) - 8
    const before = placed.at(-1)
    const close = before !== undefined && before.y === labelsAt + 10 && at - before.x < 78
    placed.push({ x: at, y: close ? labelsAt - 6 : labelsAt + 10 })
  }
  return placed
}

/** Neighbouring phases may share a month; the later one is drawn from where the earlier one ends. */
function phaseBands(phases: readonly PhaseRow[]) {
  const bands: { phase: PhaseRow; from: string; to: string }[] = []
  for (const phase of phases) {
    if (phase.start === null || phase.end === null) continue
    const before = bands.at(-1)
    if (before !== undefined && before.to > phase.start) before.to = phase.start
    bands.push({ phase, from: phase.start, to: phase.end })
  }
  return bands
}

/** The name as far as it fits: whole, without 阶段, or not at all. */
function fittingName(name: string, room: number): string {
  const names = [name, name.replace(/阶段$/, '')]
  return names.find((one) => one.length * 12.5 + 6 <= room) ?? ''
}

function quarters(start: string, end: string): readonly string[] {
  const first = Number(start.slice(0, 4))
  const last = Number(end.slice(0, 4))
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
    .flatMap((year) => ['01', '04', '07', '10'].map((month) => `${year}-${month}-01`))
    .filter((day) => day >= start && day <= end)
}
