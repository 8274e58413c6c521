import type { Cell } from '../table.types.ts'
import { joinList } from '../values/split-list.ts'

/**
 * A record of JSON as cells under headings: what is nested stands under `outer.inner`, lists are written with ；, and a
 * thing that has a name or a label is written as that. Nothing is made of null.
 */
export function flattenRecord(record: Readonly<Record<string, unknown>>): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>()
  for (const [key, value] of Object.entries(record)) flatten(cells, key, value)
  return cells
}

function flatten(cells: Map<string, Cell>, heading: string, value: unknown): void {
  if (value === null || value === undefined || value === '') return
  if (typeof value === 'object' && !Array.isArray(value)) {
    const named = nameOf(value)
    if (named !== undefined) {
      if (named.trim() !== '') cells.set(heading, text(named))
      return
    }
    for (const [key, inner] of Object.entries(value)) flatten(cells, `${heading}.${key}`, inner)
    return
  }
  const cell = cellOf(value)
  if (cell !== undefined) cells.set(heading, cell)
}

function cellOf(value: unknown): Cell | undefined {
  if (typeof value === 'number') return { kind: 'number', text: String(value), number: value, merged: false }
  if (typeof value === 'boolean') return { kind: 'flag', text: value ? '是' : '否', number: null, merged: false }
  if (typeof value === 'string') return value.trim() === '' ? undefined : text(value)
  if (!Array.isArray(value)) return undefined
  const parts = value.map((part: unknown) => wordsOf(part)).filter((part) => part !== '')
  return parts.length === 0 ? undefined : text(joinList(parts))
}

function wordsOf(part: unknown): string {
  if (part === null || part === undefined) return ''
  if (typeof part !== 'object') return String(part).trim()
  return nameOf(part) ?? JSON.stringify(part)
}

function nameOf(value: object): string | undefined {
  for (const key of ['name', 'label', 'masked']) {
    const name: unknown = key in value ? (value as Record<string, unknown>)[key] : undefined
    if (typeof name === 'string') return name
  }
  return undefined
}

function text(value: string): Cell {
  return { kind: 'text', text: value, number: null, merged: false }
}
