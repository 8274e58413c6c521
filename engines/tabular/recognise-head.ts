import { columnLetters } from './column-letters.ts'
import { foldHeading, unitOfHeading } from './fold-heading.ts'
import { samplesOf, shareThatFits } from './head/column-content.ts'
import { type HeadCandidate, headCandidates } from './head/head-rows.ts'
import { type FieldWords, type Match, matchHeading, matchPath, none, type Why, wordsOf } from './head/heading-match.ts'
import { maskedMark, reservedHeadings } from './head/reserved-headings.ts'
import type { Cell, TableRow } from './table.types.ts'

/** A field that a column may hold, as far as headings and cells can tell it. */
export interface HeadField {
  readonly field: string
  /** what it is called: in Chinese, in English, in JSON */
  readonly labels: readonly string[]
  /** other headings under which files have it */
  readonly aliases: readonly string[]
  readonly kind: string
  readonly required?: boolean
  /** of a choice: all words for its values */
  readonly choices?: readonly string[]
  /** whether a text could be one of its values; a format knows */
  readonly fits?: (text: string) => boolean
}

export interface HeadColumn {
  readonly index: number
  readonly letter: string
  /** as it stands there; of two rows both, the upper first. An amount has its unit added where only the table says it */
  readonly heading: string
  /** null: not taken */
  readonly field: string | null
  /** 0 to 1 */
  readonly confidence: number
  readonly why: Why
  /** 万元, where the heading says so */
  readonly unit: string | null
  readonly samples: readonly string[]
}

export interface SheetHead {
  readonly headRow: number
  readonly headRows: number
  readonly columns: readonly HeadColumn[]
  /** of the whole: the mean over the columns that are taken, lessened for required fields that have none */
  readonly confidence: number
}

export interface HeadOptions {
  /** what headings turned out to mean before, by `foldHeading`; null: not taken */
  readonly learned?: ReadonlyMap<string, string | null>
}

const leastConfidence = 0.55
const leastContent = 0.8
const mostShownSamples = 3

/**
 * Finds the head of a table among its first rows, and what its columns mean. Titles may stand above, and the head may
 * have two or three rows with merged cells.
 *
 * A heading is known by what was learned, by label, by another word for it, or by likeness; a column without a known
 * heading by its content, where only one field has such values. A field is held by one column at most.
 *
 * @returns null where nothing looks like a table
 */
export function recogniseHead(
  rows: readonly TableRow[],
  fields: readonly HeadField[],
  { learned = new Map() }: HeadOptions = {},
): SheetHead | null {
  const matcher = new Matcher(fields.map(wordsOf), learned)
  let best: { candidate: HeadCandidate; given: ReadonlyMap<number, Given>; score: number } | undefined
  for (const candidate of headCandidates(rows)) {
    const given = assign(matcher.byHeadings(candidate))
    const found = [...given.values()].reduce((sum, { confidence }) => sum + confidence, 0)
    const words = candidate.headings.filter((heading) => heading !== '')
    // Rows more than needed, and words that mean nothing, speak against it a little; a single word is a title.
    const goesOn = candidate.mayGoOn ? 0.6 : 0
    const score =
      found -
      goesOn -
      candidate.headRows * 0.2 -
      (words.length - given.size) * 0.01 +
      (new Set(words).size > 1 ? 0.1 : 0)
    if (best === undefined || score > best.score + 1e-9) best = { candidate, given, score }
  }
  if (best === undefined) return null
  const { candidate } = best
  const isTable = best.given.size > 0 || new Set(candidate.headings.filter((heading) => heading !== '')).size > 1
  if (!isTable) return null
  const body = rows.filter(({ row }) => row >= candidate.headRow + candidate.headRows)
  const above = rows.filter(({ row }) => row < candidate.headRow)
  return headOf(candidate, matcher, body, fields, moneyUnitAbove(above))
}

/** 单位：万元 above a table holds for all its amounts. */
function moneyUnitAbove(rows: readonly TableRow[]): string | null {
  for (const { cells } of rows) {
    for (const cell of cells) {
      const unit = /单位\s*[:：]?\s*(?:人民币)?(百万元|千万元|万元|亿元|千元|元)(?![\p{L}\d])/u.exec(
        cell?.text ?? '',
      )?.[1]
      if (unit !== undefined) return unit
    }
  }
  return null
}

interface Given extends Match {
  readonly field: string | null
}

interface Proposal extends Given {
  readonly column: number
}

/** Knows what each heading might mean; the same words come again in many candidates. */
class Matcher {
  private readonly words: readonly FieldWords[]
  private readonly learned: ReadonlyMap<string, string | null>
  private readonly known = new Map<string, readonly Given[]>()

  constructor(words: readonly FieldWords[], learned: ReadonlyMap<string, string | null>) {
    this.words = words
    this.learned = learned
  }

  byHeadings({ headings, lowest }: HeadCandidate): readonly Proposal[] {
    return headings.flatMap((heading, column) => {
      if (heading === '') return []
      return this.meanings(heading, lowest[column] ?? '').map((given) => ({ ...given, column }))
    })
  }

  private meanings(heading: string, lowest: string): readonly Given[] {
    const key = `${heading}\n${lowest}`
    const before = this.known.get(key)
    if (before !== undefined) return before
    const found = this.find(heading, lowest)
    this.known.set(key, found)
    return found
  }

  private find(heading: string, lowest: string): readonly Given[] {
    if (heading.includes(maskedMark)) return []
    const folded = foldHeading(heading)
    for (const name of [folded, foldHeading(lowest)]) {
      const said = this.learned.get(name)
      if (said === undefined) continue
      // A field that is no longer there was learned in vain.
      if (said === null || this.words.some(({ field }) => field.field === said)) {
        return [{ field: said, confidence: 1, why: 'learned' }]
      }
    }
    const isReserved = reservedHeadings.has(folded)
    return this.words.flatMap((words) => {
      const whole = matchHeading(folded, words)
      const last = lowest === heading ? none : matchHeading(foldHeading(lowest), words)
      const path = /[/.]/.test(heading) ? matchPath(heading, words) : none
      const inPart: Match = { confidence: last.confidence * 0.93, why: last.why }
      const ofParent =
        lowest === heading || !/^(?:名称|姓名|name)$/i.test(lowest)
          ? none
          : matchHeading(foldHeading(heading.slice(0, -lowest.length)), words)
      const named: Match = { confidence: ofParent.confidence * 0.96, why: ofParent.why }
      const match = [whole, inPart, named, path].reduce((best, each) =>
        each.confidence > best.confidence ? each : best,
      )
      if (match.confidence < leastConfidence || (isReserved && match.why === 'similar')) return []
      return [{ field: words.field.field, confidence: Math.round(match.confidence * 100) / 100, why: match.why }]
    })
  }
}

/** The surest first: a column has one meaning, and a field one column. */
function assign(proposals: readonly Proposal[]): ReadonlyMap<number, Given> {
  const given = new Map<number, Given>()
  const used = new Set<string>()
  for (const { column, ...meaning } of [...proposals].sort(
    (a, b) => b.confidence - a.confidence || a.column - b.column,
  )) {
    if (given.has(column) || (meaning.field !== null && used.has(meaning.field))) continue
    given.set(column, meaning)
    if (meaning.field !== null) used.add(meaning.field)
  }
  return given
}

function headOf(
  candidate: HeadCandidate,
  matcher: Matcher,
  body: readonly TableRow[],
  fields: readonly HeadField[],
  unitAbove: string | null,
): SheetHead {
  const width = Math.max(candidate.headings.length, ...body.map(({ cells }) => cells.length))
  const samples = Array.from({ length: width }, (_, column) => samplesOf(body, column))
  const byField = new Map(fields.map((field) => [field.field, field]))
  const weighed = matcher
    .byHeadings(candidate)
    .map((proposal) => weighedByContent(proposal, byField, samples[proposal.column] ?? []))
    .filter(({ confidence }) => confidence >= leastConfidence)
  const given = new Map(assign(weighed))
  for (const [column, meaning] of byContent(candidate, given, samples, fields)) given.set(column, meaning)
  const columns: HeadColumn[] = []
  for (let index = 0; index < width; index += 1) {
    const written = candidate.headings[index] ?? ''
    const shown = (samples[index] ?? []).slice(0, mostShownSamples).map(({ text }) => text.slice(0, 100))
    if (written === '' && shown.length === 0) continue
    const { field = null, confidence = 0, why = 'none' } = given.get(index) ?? {}
    const isMoney = field !== null && byField.get(field)?.kind === 'money'
    const needsUnit = isMoney && unitAbove !== null && unitOfHeading(written) === null
    const heading = needsUnit ? `${written}（${unitAbove}）` : written
    columns.push({
      index,
      letter: columnLetters(index),
      heading,
      field,
      confidence,
      why,
      unit: unitOfHeading(heading),
      samples: shown,
    })
  }
  return {
    headRow: candidate.headRow,
    headRows: candidate.headRows,
    columns,
    confidence: wholeConfidence(columns, fields),
  }
}

/** A heading that is only like a field's word must have such values under it. */
function weighedByContent(
  proposal: Proposal,
  byField: ReadonlyMap<string, HeadField>,
  samples: readonly Cell[],
): Proposal {
  const field = proposal.field === null ? undefined : byField.get(proposal.field)
  const share = field === undefined || proposal.why === 'learned' ? null : shareThatFits(field, samples)
  if (share === null) return proposal
  if (proposal.why === 'similar') return { ...proposal, confidence: proposal.confidence * (0.4 + 0.6 * share) }
  // Of two columns that are both called 申请号, the one with such numbers is meant.
  return { ...proposal, confidence: Math.round((proposal.confidence - 0.05 * (1 - share)) * 100) / 100 }
}

/** Columns whose heading says nothing, where one field alone has such values. */
function byContent(
  { headings }: HeadCandidate,
  given: ReadonlyMap<number, Given>,
  samples: readonly (readonly Cell[])[],
  fields: readonly HeadField[],
): readonly (readonly [number, Given])[] {
  const used = new Set([...given.values()].map(({ field }) => field))
  const open = fields.filter(({ field, fits }) => !used.has(field) && fits !== undefined)
  const found = samples.flatMap((cells, column) => {
    if (
      given.has(column) ||
      cells.length < 3 ||
      headings[column]?.includes(maskedMark) === true ||
      reservedHeadings.has(foldHeading(headings[column] ?? ''))
    )
      return []
    const fitting = open.filter((field) => (shareThatFits(field, cells) ?? 0) >= leastContent)
    const [only] = fitting
    return only === undefined || fitting.length > 1 ? [] : [{ column, field: only.field }]
  })
  return found.flatMap(({ column, field }) => {
    const isAlone = found.filter((other) => other.field === field).length === 1
    return isAlone ? [[column, { field, confidence: 0.6, why: 'content' as const }] as const] : []
  })
}

function wholeConfidence(columns: readonly HeadColumn[], fields: readonly HeadField[]): number {
  const taken = columns.filter(({ field }) => field !== null)
  if (taken.length === 0) return 0
  const mean = taken.reduce((sum, { confidence }) => sum + confidence, 0) / taken.length
  const required = fields.filter(({ required: isRequired }) => isRequired === true)
  const there = required.filter(({ field }) => taken.some((column) => column.field === field))
  const share = required.length === 0 ? 1 : there.length / required.length
  return Math.round(mean * (0.5 + 0.5 * share) * 100) / 100
}
