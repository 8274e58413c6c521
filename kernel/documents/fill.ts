import { conditionHolds } from '../matters/applying/form-conditions.ts'
import type { DocumentBlock, DocumentTemplate } from '../matters/matter.types.ts'
import type { PrintedBlock } from './content.types.ts'

/** What stands for the placeholders of a template. */
export interface Filling {
  /** words for `form.name`, `input.reason`, `fact.number`, `limit.decide.due`; undefined or '' where nothing is filled */
  words(placeholder: string): string | undefined
  /** values of the form, for blocks that stand under a condition */
  readonly values: Readonly<Record<string, unknown>>
  readonly lists: Readonly<Record<'materials' | 'missing' | 'limits', readonly string[]>>
}

export interface Filled {
  readonly text: string
  /** placeholders for which there are no words */
  readonly missing: readonly string[]
}

const placeholder = /\{([a-zA-Z][\w-]*(?:\.[\w-]+)*)\}/g

/** The placeholders of a text, in their order. */
export function placeholdersOf(text: string): readonly string[] {
  return [...text.matchAll(placeholder)].flatMap(([, name]) => name ?? [])
}

/**
 * Puts words into a text. Words are never looked at again: braces that somebody typed into a form stay braces.
 *
 * @example fillText('办件{fact.number}', () => 'YX-1') // { text: '办件YX-1', missing: [] }
 */
export function fillText(text: string, words: Filling['words']): Filled {
  const missing: string[] = []
  const filled = text.replaceAll(placeholder, (_, name: string) => {
    const said = words(name)?.trim()
    if (said === undefined || said === '') missing.push(name)
    return dateInWords(said ?? '')
  })
  return { text: filled, missing }
}

/** 2026-11-25 → 2026年11月25日; other words stay. @source GB/T 9704—2012 §7.3.5.4: no leading zeros */
export function dateInWords(words: string): string {
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(words)
  return date === null ? words : `${date[1]}年${Number(date[2])}月${Number(date[3])}日`
}

export interface FilledTemplate {
  readonly title: string
  readonly addressee: string | null
  readonly blocks: readonly PrintedBlock[]
  readonly notes: readonly string[]
  readonly missing: readonly string[]
}

/** Fills a template; everything that is missing is named at once. Blocks whose condition does not hold are left out. */
export function fillTemplate(template: DocumentTemplate, filling: Filling): FilledTemplate {
  const missing: string[] = []
  const put = (text: string) => {
    const filled = fillText(text, filling.words)
    missing.push(...filled.missing)
    return filled.text
  }
  const title = put(template.title)
  const addressee = template.addressee === undefined ? null : put(template.addressee)
  const blocks = template.body.flatMap((block) => filledBlock(block, filling, put))
  const notes = (template.notes ?? []).map(put)
  return { title, addressee, blocks, notes, missing: [...new Set(missing)] }
}

function filledBlock(block: DocumentBlock, filling: Filling, put: (text: string) => string): readonly PrintedBlock[] {
  if ('paragraph' in block) {
    if (block.when !== undefined && !conditionHolds(block.when, filling.values)) return []
    // What was typed over several lines is several paragraphs.
    const lines = put(block.paragraph).split(/\r?\n/)
    return lines.filter((line) => line.trim() !== '').map((text) => ({ kind: 'paragraph', text: text.trim() }))
  }
  if ('heading' in block) return [{ kind: 'heading', text: put(block.heading), level: block.level }]
  if ('list' in block) {
    const items = filling.lists[block.list]
    return [items.length === 0 ? { kind: 'paragraph', text: '无。' } : { kind: 'list', items }]
  }
  return [{ kind: 'table', rows: block.table.map(({ label, value }) => ({ label, value: put(value) })) }]
}
