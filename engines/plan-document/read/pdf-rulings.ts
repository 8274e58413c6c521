import { getResolvedPDFJS } from 'unpdf'
import { applyTo, type Matrix, multiply } from './pdf-matrix.ts'

/** A straight line drawn on the page, in points from its top left corner. */
export interface Ruling {
  readonly direction: 'across' | 'down'
  /** y of a line across, x of a line down */
  readonly at: number
  readonly from: number
  readonly to: number
}

export interface OperatorList {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

type Point = readonly [x: number, y: number]

/** A filled rectangle up to this thick is a line: Word draws the borders of cells so. In points. */
const thickestLine = 3
/** Shorter strokes are parts of signs. In points. */
const shortestLine = 4

const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** Collects the lines that a page draws, from strokes and from thin filled rectangles. */
export async function findRulings(list: OperatorList, view: Matrix): Promise<readonly Ruling[]> {
  const { OPS } = await getResolvedPDFJS()
  const strokes = new Set([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke])
  const fills = new Set([OPS.fill, OPS.eoFill])
  const rulings: Ruling[] = []
  const saved: Matrix[] = []
  let current: Matrix = identity
  list.fnArray.forEach((operation, index) => {
    const args = list.argsArray[index]
    if (operation === OPS.save) saved.push(current)
    else if (operation === OPS.restore || operation === OPS.paintFormXObjectEnd) current = saved.pop() ?? identity
    else if (operation === OPS.transform) current = multiply(current, matrixOf(args))
    else if (operation === OPS.paintFormXObjectBegin) {
      saved.push(current)
      current = multiply(current, matrixOf(Array.isArray(args) ? args[0] : undefined))
    } else if (operation === OPS.constructPath && Array.isArray(args)) {
      const painted: unknown = args[0]
      const isStroke = strokes.has(painted as number)
      if (!isStroke && !fills.has(painted as number)) return
      const toPage = multiply(view, current)
      for (const path of pathsOf(args[1])) {
        const points = path.map((point) => applyTo(toPage, point))
        for (const ruling of isStroke ? strokedLines(points) : filledLine(points)) rulings.push(ruling)
      }
    }
  })
  return rulings
}

function matrixOf(args: unknown): Matrix {
  const numbers = ArrayBuffer.isView(args) ? Array.from(args as Float32Array) : args
  if (!Array.isArray(numbers) || numbers.length < 6) return identity
  const [a, b, c, d, e, f] = numbers.map(Number)
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0]
}

/** Numbers that follow each drawing code of the library: move, line, curve, quadratic curve, close. */
const argumentCounts = [2, 2, 6, 4, 0]

/** The subpaths of a path, corner by corner; curves are left out, since no table has them. */
function pathsOf(argument: unknown): Point[][] {
  const data: unknown = Array.isArray(argument) ? argument[0] : argument
  if (!ArrayBuffer.isView(data)) return []
  const codes = data as Float32Array
  const paths: Point[][] = []
  for (let at = 0; at < codes.length; ) {
    const code = codes[at] ?? 4
    const point: Point = [codes[at + 1] ?? 0, codes[at + 2] ?? 0]
    const path = paths[paths.length - 1]
    if (code === 0) paths.push([point])
    else if (code === 1) path?.push(point)
    else if (code === 4 && path?.[0] !== undefined) path.push(path[0])
    at += 1 + (argumentCounts[code] ?? 0)
  }
  return paths
}

function strokedLines(points: readonly Point[]): Ruling[] {
  return points.slice(1).flatMap((end, index) => {
    const start = points[index]
    return start === undefined ? [] : lineBetween(start, end)
  })
}

function lineBetween([x1, y1]: Point, [x2, y2]: Point): Ruling[] {
  const wide = Math.abs(x2 - x1)
  const high = Math.abs(y2 - y1)
  if (high < 1 && wide >= shortestLine) {
    return [{ direction: 'across', at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) }]
  }
  if (wide < 1 && high >= shortestLine) {
    return [{ direction: 'down', at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) }]
  }
  return []
}

function filledLine(points: readonly Point[]): Ruling[] {
  if (points.length < 4) return []
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  if (bottom - top <= thickestLine && right - left > bottom - top) {
    return [{ direction: 'across', at: (top + bottom) / 2, from: left, to: right }]
  }
  if (right - left <= thickestLine && bottom - top > right - left) {
    return [{ direction: 'down', at: (left + right) / 2, from: top, to: bottom }]
  }
  return []
}
