import type { SourceDocument } from '../plan-document.types.ts'
import type { GridCell } from './source-writer.ts'
import { SourceWriter } from './source-writer.ts'

/**
 * Markdown as plain text: heading marks, emphasis and link targets go, pipe tables become tables, list numbers and
 * everything else stay. A light touch: what is not clearly markup is text.
 */
export function readMarkdown(text: string, limitChars: number): SourceDocument {
  const writer = new SourceWriter(limitChars)
  const lines = text.split('\n')
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (isTableRow(line) && isDelimiterRow(lines[at + 1] ?? '')) {
      const rows = [rowOf(line)]
      at += 1
      while (isTableRow(lines[at + 1] ?? '')) {
        at += 1
        rows.push(rowOf(lines[at] ?? ''))
      }
      writer.table(rows)
    } else if (isRule(line)) {
      writer.paragraph('')
    } else {
      writer.paragraph(inlineText(line.replace(/^ {0,3}#{1,6}\s+/, '').replace(/^ {0,3}>\s?/, '')))
    }
  }
  return writer.finish('md')
}

function isTableRow(line: string): boolean {
  return /^\s*\|.*\|\s*$/.test(line)
}

function isDelimiterRow(line: string): boolean {
  return isTableRow(line) && /^[\s|:-]+$/.test(line) && line.includes('-')
}

function isRule(line: string): boolean {
  return /^ {0,3}([-*_])( *\1){2,} *$/.test(line)
}

function rowOf(line: string): GridCell[] {
  const inner = line.trim().replace(/^\|/, '').replace(/\|$/, '')
  return inner
    .split(/(?<!\\)\|/)
    .map((cell) => ({ text: inlineText(cell.replaceAll('\\|', '|')).replaceAll('\t', ' ').trim(), inner: [] }))
}

/** `**重点**`, `__重点__`, `*重点*`, `` `码` `` and `[词](地址)`; a lone mark, as in 5*3 or a_b, stays. */
function inlineText(line: string): string {
  return line
    .replace(/!?\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/__([^_]+)__/g, '$1')
    .replace(/(?<![\w*])\*([^*\s][^*]*)\*(?![\w*])/g, '$1')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/^(\s*)[-*+]\s+/, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!|-])/g, '$1')
}
