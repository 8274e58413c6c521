import type { CellReading } from '../cell-reading.types.ts'
import { cellFault } from './cell-faults.ts'

const yes = new Set(['是', '有', '对', '真', '√', '✓', '✔', '☑', 'y', 'yes', 'true', 't', '1'])
const no = new Set(['否', '无', '没有', '错', '假', '不是', '×', '✗', '✘', '☐', 'x', 'n', 'no', 'false', 'f', '0'])

export function readFlag(text: string): CellReading {
  const word = text.normalize('NFKC').trim().toLowerCase()
  if (yes.has(word)) return { outcome: 'value', value: true }
  if (no.has(word)) return { outcome: 'value', value: false }
  return word === '-' || word === '/' || word === '—'
    ? { outcome: 'empty' }
    : { outcome: 'fault', fault: cellFault('noFlag', { value: text }) }
}
