import type { CellReading } from '../cell-reading.types.ts'
import { cellFault } from './cell-faults.ts'

/** A place as longitude and latitude in degrees, in this order; the other order is understood where it can be told. */
export function readPoint(text: string): CellReading {
  const numbers = text.normalize('NFKC').match(/-?\d{1,3}(?:\.\d+)?/g) ?? []
  const [first, second] = numbers.map(Number)
  const isPoint = numbers.length === 2 && first !== undefined && second !== undefined
  if (isPoint && Math.abs(first) <= 180 && Math.abs(second) <= 90) {
    return { outcome: 'value', value: { longitude: first, latitude: second } }
  }
  if (isPoint && Math.abs(first) <= 90 && Math.abs(second) <= 180) {
    return { outcome: 'value', value: { longitude: second, latitude: first } }
  }
  return { outcome: 'fault', fault: cellFault('noPoint', { value: text }) }
}
