import './flow-picture.css'
import { useId } from 'react'
import type { FlowPicture as Flow } from '../api/types.gen.ts'
import { useTexts } from '../i18n/language.ts'
import { frameOf, labelSpots, mostLetters, pathThrough, rectOf, wayOf } from './flow-lines.ts'
import { flowTexts } from './flow-picture.texts.ts'

interface FlowPictureProps {
  readonly flow: Flow
  /** what flow it is, for those who do not see it */
  readonly label: string
}

/**
 * The flow of a matter as the server laid it out from its declaration: boxes for states, arrows for acts. The same in
 * words stands below, for those who do not see it and for those who would rather read.
 */
export function FlowPicture({ flow, label }: FlowPictureProps) {
  const t = useTexts(flowTexts)
  const marker = useId()
  const boxes = new Map(flow.boxes.map((box) => [box.id, box]))
  const frame = frameOf(flow)
  const regions = flow.boxes.filter(({ kind }) => kind === 'region')
  const states = flow.boxes.filter(({ kind }) => kind !== 'region')
  const spots = labelSpots(
    flow.arrows.map((arrow) => ({ way: wayOf(arrow, boxes), label: arrow.label })),
    states.map(rectOf),
  )
  return (
    <figure className="flow">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="flow-scroll" tabIndex={0} aria-label={label}>
        <svg
          viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
          width={frame.width}
          height={frame.height}
          role="img"
          aria-label={`${label}，${t.picture(states.length)}`}
        >
          <defs>
            <marker id={marker} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
              <path d="M0.500 1 7 4 0.500 7z" className="flow-tip" />
            </marker>
          </defs>
          {regions.map((box) => {
            const rect = rectOf(box)
            return (
              <g key={box.id} className="flow-region">
                <rect x={rect.x} y={rect.y} width={rect.width} height={rect.height} rx="8" />
                <text x={rect.x + 10} y={rect.y + 17}>
                  {box.label}
                </text>
              </g>
            )
          })}
          {flow.arrows.map((arrow) => (
            <path
              key={`${arrow.from}${arrow.to}${arrow.label}`}
              className={arrow.by.includes('clock') ? 'flow-line clock' : 'flow-line'}
              d={pathThrough(wayOf(arrow, boxes))}
              markerEnd={`url(#${marker})`}
            />
          ))}
          {states.map((box) => {
            const rect = rectOf(box)
            return (
              <foreignObject key={box.id} x={rect.x} y={rect.y} width={rect.width} height={rect.height}>
                <div
                  className={`flow-box ${box.kind}`}
                  data-current={box.isCurrent}
                  data-past={box.isPast}
                  data-turn={box.turn ?? 'unit'}
                >
                  <span>{box.label}</span>
                </div>
              </foreignObject>
            )
          })}
          {flow.arrows.map((arrow, index) => {
            const { x, y } = spots[index] ?? { x: 0, y: 0 }
            const words = arrow.label.length > mostLetters ? `${arrow.label.slice(0, mostLetters - 1)}…` : arrow.label
            return (
              <text key={`${arrow.from}${arrow.to}${arrow.label}`} className="flow-word" x={x} y={y + 4}>
                {words}
                <title>{arrow.label}</title>
              </text>
            )
          })}
        </svg>
      </section>
      <FlowInWords flow={flow} />
    </figure>
  )
}

function FlowInWords({ flow }: { readonly flow: Flow }) {
  const t = useTexts(flowTexts)
  const labelOf = (id: string) => flow.boxes.find((box) => box.id === id)?.label ?? id
  const turns: Readonly<Record<string, string>> = t.turn
  const people: Readonly<Record<string, string>> = t.by
  return (
    <details className="flow-words">
      <summary>{t.inWords}</summary>
      <p className="quiet small">{t.inWordsLead}</p>
      <ol>
        {flow.boxes
          .filter(({ kind }) => kind !== 'region')
          .map((box) => (
            <li key={box.id}>
              <b>{box.label}</b>
              {box.isCurrent ? <span className="light amber">{t.now}</span> : null}
              {box.isPast && !box.isCurrent ? <span className="quiet">{t.past}</span> : null}
              {box.turn === null || turns[box.turn] === '' ? null : <span className="quiet">{turns[box.turn]}</span>}
              <ul>
                {flow.arrows
                  .filter(({ from }) => from === box.id)
                  .map((arrow) => (
                    <li key={`${arrow.to}${arrow.label}`}>
                      {arrow.label}
                      <span className="quiet">
                        {arrow.by.length === 0 ? '' : `（${arrow.by.map((who) => people[who] ?? who).join('、')}）`}
                      </span>{' '}
                      → {arrow.to === box.id ? t.stays : labelOf(arrow.to)}
                    </li>
                  ))}
              </ul>
            </li>
          ))}
      </ol>
    </details>
  )
}
