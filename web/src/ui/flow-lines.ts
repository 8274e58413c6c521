import type { FlowPicture } from '../api/types.gen.ts'

/** The picture of a flow in pixels: a grid cell, and the margin between a box and the edge of its cells. */
export const cell = { width: 172, height: 84, insetX: 26, insetY: 17 } as const

type Box = FlowPicture['boxes'][number]
type Arrow = FlowPicture['arrows'][number]

export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

interface Point {
  readonly x: number
  readonly y: number
}

export function rectOf(box: Box): Rect {
  return {
    x: box.column * cell.width + cell.insetX,
    y: box.row * cell.height + cell.insetY,
    width: box.columnSpan * cell.width - 2 * cell.insetX,
    height: box.rowSpan * cell.height - 2 * cell.insetY,
  }
}

const centre = ({ x, y, width, height }: Rect): Point => ({ x: x + width / 2, y: y + height / 2 })

/**
 * The way of an arrow in pixels, from the edge of one box to the edge of the other. Its points come in units of the
 * grid; without any it goes straight, and an arrow back to its own box goes round the upper right corner.
 */
export function wayOf(arrow: Arrow, boxes: ReadonlyMap<string, Box>): readonly Point[] {
  const from = boxes.get(arrow.from)
  const to = boxes.get(arrow.to)
  if (from === undefined || to === undefined) return []
  const start = rectOf(from)
  const end = rectOf(to)
  const between = arrow.points.map(({ x, y }) => ({ x: x * cell.width, y: y * cell.height }))
  const inner = between.filter((point) => !isInside(point, start) && !isInside(point, end))
  if (arrow.from === arrow.to && inner.length === 0) {
    const right = start.x + start.width
    return [
      { x: right - 18, y: start.y },
      { x: right - 18, y: start.y - 11 },
      { x: right + 11, y: start.y - 11 },
      { x: right + 11, y: start.y + 14 },
      { x: right, y: start.y + 14 },
    ]
  }
  return [edgeTowards(start, inner[0] ?? centre(end)), ...inner, edgeTowards(end, inner.at(-1) ?? centre(start))]
}

function isInside({ x, y }: Point, { x: left, y: top, width, height }: Rect): boolean {
  return x > left && x < left + width && y > top && y < top + height
}

/** Where a box is left on the way to a point: straight out where the point lies opposite, else towards its centre. */
function edgeTowards(rect: Rect, point: Point): Point {
  const right = rect.x + rect.width
  const bottom = rect.y + rect.height
  if (point.y >= rect.y && point.y <= bottom) return { x: point.x < rect.x ? rect.x : right, y: point.y }
  if (point.x >= rect.x && point.x <= right) return { x: point.x, y: point.y < rect.y ? rect.y : bottom }
  const middle = centre(rect)
  const dx = point.x - middle.x
  const dy = point.y - middle.y
  const share = Math.min(rect.width / 2 / Math.abs(dx || 1e-9), rect.height / 2 / Math.abs(dy || 1e-9))
  return { x: middle.x + dx * share, y: middle.y + dy * share }
}

/** A line through points with softly turned corners. */
export function pathThrough(points: readonly Point[], radius = 7): string {
  return points
    .map((point, index) => {
      const before = points[index - 1]
      const after = points[index + 1]
      if (before === undefined) return `M${at(point)}`
      if (after === undefined) return `L${at(point)}`
      return `L${at(towards(point, before, radius))}Q${at(point)} ${at(towards(point, after, radius))}`
    })
    .join('')
}

function towards(from: Point, to: Point, most: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const share = length === 0 ? 0 : Math.min(most, length / 2) / length
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}

const at = ({ x, y }: Point) => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`

/** Where the words of an arrow stand: in the middle of its longest part. */
export function labelSpot(points: readonly Point[]): { readonly x: number; readonly y: number; readonly room: number } {
  let spot = { x: 0, y: 0, room: 0 }
  let longest = -1
  points.forEach((point, index) => {
    const before = points[index - 1]
    if (before === undefined) return
    const length = Math.hypot(point.x - before.x, point.y - before.y)
    if (length <= longest) return
    longest = length
    const isLevel = Math.abs(point.x - before.x) > Math.abs(point.y - before.y)
    spot = { x: (point.x + before.x) / 2, y: (point.y + before.y) / 2, room: isLevel ? length : cell.width }
  })
  return spot
}
