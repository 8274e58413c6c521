import type { Light } from '../api/types.gen.ts'

interface LightShapeProps {
  readonly light: Light
  /** the middle of the mark */
  readonly x: number
  readonly y: number
  /** half of its width */
  readonly size: number
}

/** The mark of a light inside a drawing: the same shapes as beside the words ● ▲ ■ ◇ ✓. */
export function LightShape({ light, x, y, size }: LightShapeProps) {
  return <path className={`mark ${light}`} d={shapes[light](x, y, size)} />
}

const shapes: Readonly<Record<Light, (x: number, y: number, size: number) => string>> = {
  green: (x, y, size) => `M${x - size} ${y}a${size} ${size} 0 1 0 ${2 * size} 0a${size} ${size} 0 1 0 ${-2 * size} 0Z`,
  amber: (x, y, size) => `M${x} ${y - size}L${x + size} ${y + size}H${x - size}Z`,
  red: (x, y, size) => `M${x - size} ${y - size}h${2 * size}v${2 * size}h${-2 * size}Z`,
  grey: (x, y, size) => `M${x} ${y - size}L${x + size} ${y}L${x} ${y + size}L${x - size} ${y}Z`,
  blue: (x, y, size) => `M${x - size} ${y}L${x - size * 0.25} ${y + size * 0.75}L${x + size} ${y - size * 0.8}`,
}
