import type { FlowPicture } from '../api/types.gen.ts'

/** The picture of a flow in pixels: a box fills one unit of the grid, and the grid has its gaps already. */
export const unit = { width: 116, height: 62 } as const
/** around the whole, so that lanes at the edge and labels are not cut */
export const margin = 14

type Box = FlowPicture['boxes'][number]
type Arrow = FlowPicture['arrows'][number]

interface Rect {
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
    x: box.column * unit.width,
    y: box.row * unit.height,
    width: box.columnSpan * unit.width,
    height: box.rowSpan * unit.height,
  }
}

const centre = ({ x, y, width, height }: Rect): Point => ({ x: x + width / 2, y: y + height / 2 })

/**
 * The way of an arrow in pixels. Its points come in units of the grid, from the edge of one box to the edge of the
 * other; without any it goes straight, and an arrow back to its own box goes round the upper right corner.
 */
export function wayOf(arrow: Arrow, boxes: ReadonlyMap<string, Box>): readonly Point[] {
  if (arrow.points.length > 1) return arrow.points.map(({ x, y }) => ({ x: x * unit.width, y: y * unit.height }))
  const from = boxes.get(arrow.from)
  const to = boxes.get(arrow.to)
  if (from === undefined || to === undefined) return []
  const start = rectOf(from)
  const end = rectOf(to)
  if (arrow.from === arrow.to) {
    const right = start.x + start.width
    return [
      { x: right - 18, y: start.y },
      { x: right - 18, y: start.y - 11 },
      { x: right + 11, y: start.y - 11 },
      { x: right + 11, y: start.y + 14 },
      { x: right, y: start.y + 14 },
    ]
  }
  return [edgeTowards(start, centre(end)), edgeTowards(end, centre(start))]
}

/** How far the picture reaches, lanes outside of the boxes included. */
export function frameOf(flow: FlowPicture): Rect {
  const boxes = new Map(flow.boxes.map((box) => [box.id, box]))
  const points = [
    ...flow.boxes.map(rectOf).flatMap(({ x, y, width, height }) => [
      { x, y },
      { x: x + width, y: y + height },
    ]),
    ...flow.arrows.flatMap((arrow) => wayOf(arrow, boxes)),
  ]
  const left = Math.min(...points.map(({ x }) => x)) - margin
  const top = Math.min(...points.map(({ y }) => y)) - margin
  return {
    x: left,
    y: top,
    width: Math.max(...points.map(({ x }) => x)) + margin - left,
    height: Math.max(...points.map(({ y }) => y)) + margin - top,
  }
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

export interface LabelSpot {
  readonly x: number
  readonly y: number
  /** how many pixels the words may take */
  readonly room: number
}

const letter = 12
const lineHeight = 16
/** where on a piece of an arrow words may stand, and how long a piece must be for them */
const shares = [0.5, 0.3, 0.7]
const leastPiece = 18

/**
 * Where the words of each arrow stand: on one of its pieces, rather a level one, where they cover no state, no other
 * words, and few other lines.
 */
export function labelSpots(
  arrows: readonly { readonly way: readonly Point[]; readonly label: string }[],
  boxes: readonly Rect[],
): readonly LabelSpot[] {
  const taken: Rect[] = [...boxes]
  const lines = arrows.flatMap(({ way }) => piecesOf(way))
  return arrows.map(({ way, label }) => {
    const width = Math.min(label.length, mostLetters) * letter + 4
    const own = piecesOf(way)
    const spots = own
      .filter(({ length }) => length >= leastPiece)
      .flatMap((piece) => shares.map((share) => spotOn(piece, share, width)))
    const cost = ({ rect, isLevel, along }: Spot) =>
      sum(taken.map((one) => covered(rect, one))) * 4 +
      sum(lines.filter((line) => !own.includes(line)).map((line) => crossed(rect, line))) * 60 +
      (isLevel ? 0 : 40) +
      Math.max(0, width - along) * (isLevel ? 6 : 0)
    const [best] = spots.map((spot) => ({ spot, at: cost(spot) })).sort((a, b) => a.at - b.at)
    if (best === undefined) return { x: way[0]?.x ?? 0, y: way[0]?.y ?? 0, room: width }
    taken.push(best.spot.rect)
    return { x: best.spot.x, y: best.spot.y, room: width }
  })
}

/** Longer words are cut; the whole stands in the words below and on hover. */
export const mostLetters = 8

interface Piece {
  readonly from: Point
  readonly to: Point
  readonly length: number
}

interface Spot extends Point {
  readonly rect: Rect
  readonly isLevel: boolean
  readonly along: number
}

function piecesOf(way: readonly Point[]): readonly Piece[] {
  return way.slice(1).map((to, index) => {
    const from = way[index] ?? to
    return { from, to, length: Math.hypot(to.x - from.x, to.y - from.y) }
  })
}

function spotOn({ from, to, length }: Piece, share: number, width: number): Spot {
  const x = from.x + (to.x - from.x) * share
  const y = from.y + (to.y - from.y) * share
  const isLevel = Math.abs(to.x - from.x) > Math.abs(to.y - from.y)
  return { x, y, isLevel, along: length, rect: { x: x - width / 2, y: y - lineHeight / 2, width, height: lineHeight } }
}

/** The area that two rectangles share. */
function covered(a: Rect, b: Rect): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return width > 0 && height > 0 ? width * height : 0
}

/** 1 where a level or upright piece runs through a rectangle. */
function crossed(rect: Rect, { from, to }: Piece): number {
  const isApart =
    Math.max(from.x, to.x) < rect.x ||
    Math.min(from.x, to.x) > rect.x + rect.width ||
    Math.max(from.y, to.y) < rect.y ||
    Math.min(from.y, to.y) > rect.y + rect.height
  return isApart ? 0 : 1
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
