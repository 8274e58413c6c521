import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { SourceCell, SourceDocument, SourceTable } from '../plan-document.types.ts'
import type { ForeignGoldPlan, GoldPlan } from './gold.types.ts'

export const corpusSets = ['dev', 'held-out', 'held-out-2', 'held-out-3', 'held-out-4', 'foreign'] as const
export type CorpusSet = (typeof corpusSets)[number]

export interface CorpusPlan {
  readonly name: string
  readonly source: SourceDocument
  readonly gold: GoldPlan
}

const folder = new URL('./', import.meta.url)
/** Real documents lie beside the repository, for those who have them. */
const foreignTexts = new URL('../../../../shared/samples/plans/', import.meta.url)

/** The plans of a set, by name. Real documents that are not on this machine are left out. */
export function loadCorpus(set: CorpusSet): CorpusPlan[] {
  const here = new URL(`${set}/`, folder)
  if (!existsSync(here)) return []
  return readdirSync(here)
    .filter((file) => file.endsWith('.gold.json'))
    .sort()
    .flatMap((file) => {
      const name = file.slice(0, -'.gold.json'.length)
      const gold: GoldPlan | ForeignGoldPlan = JSON.parse(readFileSync(new URL(file, here), 'utf8'))
      const textFile = 'source' in gold ? new URL(gold.source, foreignTexts) : new URL(`${name}.txt`, here)
      if (!existsSync(textFile)) return []
      const text = readFileSync(textFile, 'utf8').replace(/\r\n?/g, '\n')
      return [{ name, gold, source: sourceOf(text, gold.emptyFirstCellsContinue === true) }]
    })
}

/** Lines with tabs that follow each other are the rows of one table, as a reader of documents would print them. */
export function sourceOf(text: string, emptyFirstCellsContinue: boolean): SourceDocument {
  const tables: SourceTable[] = []
  let rows: SourceCell[][] = []
  let start = 0
  let offset = 0
  const close = (end: number): void => {
    if (rows.length > 0) tables.push({ span: { start, end }, rows })
    rows = []
  }
  for (const line of text.split('\n')) {
    if (line.includes('\t')) {
      if (rows.length === 0) start = offset
      const cells = cellsOf(line, offset)
      rows.push(emptyFirstCellsContinue ? continueMerged(cells, rows.at(-1)) : cells)
    } else {
      close(offset - 1)
    }
    offset += line.length + 1
  }
  close(text.length)
  return { format: 'txt', text, tables, notes: [] }
}

function cellsOf(line: string, lineStart: number): SourceCell[] {
  let offset = lineStart
  return line.split('\t').map((text) => {
    const span = { start: offset, end: offset + text.length }
    offset = span.end + 1
    return { text, span }
  })
}

/** Only leading cells are merged downwards in these tables: 类别, 牵头单位 before the row's own words. */
function continueMerged(cells: SourceCell[], above: readonly SourceCell[] | undefined): SourceCell[] {
  const ownFrom = cells.findIndex((cell) => cell.text !== '')
  return cells.map((cell, column) => (column < ownFrom ? (above?.[column] ?? cell) : cell))
}
