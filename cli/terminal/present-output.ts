/**
 * Any answer of the platform for a person at a terminal: an object as labelled lines, a list as a table.
 *
 * The layout follows the shape alone, so an operation that is added tomorrow is printed without a word here. What has
 * no room in a table is named below it: `--json` has everything.
 */
import type { Language } from '@qiangxian/kernel/errors/define-errors'
import { displayWidth, padTo, wrapTo } from './display-width.ts'
import { fieldLabel } from './field-labels.ts'
import { isRecord, oneLineOf, type Shown } from './one-line-of.ts'
import { oneLine, tableOf } from './table.ts'

export interface View {
  readonly language: Language
  readonly width: number
}

export function presentOutput(output: unknown, view: View): string {
  if (!isRecord(output)) return Array.isArray(output) ? table(output, view) : oneLineOf('', output, view.language)
  if (Object.keys(output).length === 0) return view.language === 'zh' ? '已完成。' : 'Done.'
  return present(output, view, '').join('\n\n')
}

/** The lines of an object, then its lists and the objects in it, each under a heading. */
function present(record: Shown, view: View, heading: string): readonly string[] {
  const entries = Object.entries(record)
  const lines = entries.filter(([key, value]) => fitsLine(key, value, view))
  const blocks = lines.length === 0 ? [] : [labelled(lines, view)]
  const rest = entries.filter(([key, value]) => !fitsLine(key, value, view))
  return [
    ...(blocks.length > 0 && heading !== '' ? [`${heading}\n${blocks[0]}`] : blocks),
    ...rest.flatMap(([key, value]) => {
      const title = [heading, fieldLabel(key, view.language)].filter((part) => part !== '').join(' · ')
      if (Array.isArray(value)) return [`${title}（${value.length}）\n${table(value, view)}`]
      return isRecord(value) ? present(value, view, title) : []
    }),
  ]
}

/** Lists of things go into tables, except those short enough for a line; and so do objects of more than a few words. */
function fitsLine(key: string, value: unknown, { language, width }: View): boolean {
  if (Array.isArray(value)) {
    if (value.length === 0 || !value.some(isRecord)) return true
    return (
      value.every((each) => isRecord(each) && Object.keys(each).length <= 4 && isName(each)) &&
      displayWidth(oneLineOf(key, value, language)) < width * 2
    )
  }
  return !isRecord(value) || oneLineOf(key, value, language) !== ''
}

function isName(record: Shown): boolean {
  return typeof record['name'] === 'string' && record['amount'] === undefined
}

function labelled(entries: readonly (readonly [string, unknown])[], { language, width }: View): string {
  const names = entries.map(([key]) => fieldLabel(key, language))
  const indent = Math.max(...names.map(displayWidth)) + 2
  return entries
    .map(([key, value], index) => {
      const text = typeof value === 'string' ? paragraphs(key, value, language) : [oneLineOf(key, value, language)]
      const wrapped = text.flatMap((line) => wrapTo(line, Math.max(20, width - indent)))
      return `${padTo(names[index] ?? '', indent)}${wrapped.join(`\n${' '.repeat(indent)}`)}`
    })
    .join('\n')
}

const mostParagraphs = 6

/** A text keeps its paragraphs; of a whole document the beginning is enough to know it by. */
function paragraphs(key: string, text: string, language: Language): readonly string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length <= 1) return [oneLineOf(key, text, language)]
  if (lines.length <= mostParagraphs) return lines.map(oneLine)
  const rest =
    language === 'zh' ? `……（共 ${text.length} 字，加 --json 查看）` : `… (${text.length} characters, see --json)`
  return [...lines.slice(0, 2).map(oneLine), rest]
}

/** Texts that say at length what a table says briefly, and digests that tell a person nothing. */
const notInTables = new Set([
  'words',
  'sourceText',
  'before',
  'after',
  'previousHash',
  'hash',
  'requestId',
  'original',
  'path',
])
const names = ['code', 'number', 'name', 'login', 'title', 'sequence']

function table(rows: readonly unknown[], view: View): string {
  const { language, width } = view
  const records = rows.filter(isRecord)
  if (records.length < rows.length) return rows.map((row) => oneLineOf('', row, language)).join('\n')
  const all = [...new Set(records.flatMap((row) => Object.keys(row)))]
  const texts = new Map(all.map((key) => [key, records.map((row) => cellOf(key, row[key], language))]))
  const absent = all.filter((key) => records.length > 1 && records.every((row) => row[key] === null))
  const fit = all.filter(
    (key) => !absent.includes(key) && !notInTables.has(key) && texts.get(key)?.every((text) => text !== undefined),
  )
  const shown = withinWidth(fit, texts, width)
  const columns = shown.map((key) => ({
    title: fieldLabel(key, language),
    cell: (row: number) => texts.get(key)?.[row] ?? '',
    whole: isId(key),
  }))
  const body = tableOf([...records.keys()], columns, width)
  const labels = (keys: readonly string[]) =>
    keys.map((key) => fieldLabel(key, language)).join(language === 'zh' ? '、' : ', ')
  const hidden = all.filter((key) => !absent.includes(key) && !shown.includes(key))
  return [
    body,
    ...(absent.length === 0
      ? []
      : [language === 'zh' ? `（全部为缺：${labels(absent)}）` : `(missing in all: ${labels(absent)})`]),
    ...(hidden.length === 0
      ? []
      : [language === 'zh' ? `（另有 ${labels(hidden)}，加 --json 查看）` : `(also ${labels(hidden)}: see --json)`]),
  ].join('\n')
}

/** Undefined for what is too big for a cell, and for a list of such things. */
function cellOf(key: string, value: unknown, language: Language): string | undefined {
  const text = oneLineOf(key, value, language)
  return text === '' && typeof value === 'object' ? undefined : text
}

function isId(key: string): boolean {
  return key === 'id' || key.endsWith('Id')
}

const readableColumn = 10

/**
 * The columns that are readable side by side, the first ones first.
 *
 * Ids are for programs and for the next command: they stand whole or not at all, and last where a row has a name.
 */
function withinWidth(
  keys: readonly string[],
  texts: ReadonlyMap<string, readonly (string | undefined)[]>,
  width: number,
): readonly string[] {
  const isNamed = keys.some((key) => names.includes(key))
  const said = keys.includes('name') ? keys.filter((key) => key !== 'shortName') : keys
  const ranked = isNamed ? [...said.filter((key) => !isId(key)), ...said.filter(isId)] : said
  let room = width + 2
  return ranked.filter((key) => {
    const widest = Math.max(displayWidth(key), ...(texts.get(key) ?? []).map((text) => displayWidth(text ?? '')))
    const least = (isId(key) ? widest : Math.min(widest, readableColumn)) + 2
    if (least > room) return false
    room -= least
    return true
  })
}
