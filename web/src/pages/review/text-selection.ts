export interface TextSelection {
  readonly words: string
  /** offsets into the document text, UTF-16 */
  readonly start: number
  readonly end: number
}

/**
 * What is selected in the document, as offsets into its text; null when nothing is, or when the selection reaches
 * outside. Each piece of text carries the offset at which it starts (data-start).
 */
export function selectionIn(pane: HTMLElement | null, text: string): TextSelection | null {
  const selection = document.getSelection()
  if (pane === null || selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!pane.contains(range.commonAncestorContainer)) return null
  const from = offsetAt(range.startContainer, range.startOffset)
  const to = offsetAt(range.endContainer, range.endOffset)
  if (from === null || to === null || to <= from) return null
  const words = text.slice(from, to)
  return words.trim() === '' ? null : { words: words.trim(), start: from, end: to }
}

function offsetAt(node: Node, offset: number): number | null {
  if (node instanceof Text) {
    const start = node.parentElement?.dataset['start']
    return start === undefined ? null : Number(start) + offset
  }
  // the point lies between elements: take the piece that begins there, or the end of the one before
  const after = node.childNodes[offset]
  const next =
    after instanceof HTMLElement ? (after.closest('[data-start]') ?? after.querySelector('[data-start]')) : null
  if (next instanceof HTMLElement) return Number(next.dataset['start'])
  const before = node.childNodes[offset - 1]
  const last =
    before instanceof HTMLElement ? ([...before.querySelectorAll<HTMLElement>('[data-start]')].at(-1) ?? before) : null
  const start = last?.dataset['start']
  return start === undefined ? null : Number(start) + (last?.textContent.length ?? 0)
}
