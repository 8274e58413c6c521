/** Documents that the plan cites: 《…》 and 〔2024〕2号. */
import type { DocumentReference } from './plan-document.types.ts'
import type { Reading } from './reading.ts'

const DOCUMENT_NO =
  /[\u4e00-\u9fff]{1,12}(?:字|规)?[〔[]\d{4}[〕\]](?:第)?\d{1,5}号|[\u4e00-\u9fff]{2,8}令第?\d{1,4}号/g
const LONGEST_TITLE = 120

/** Each cited document once, where it is first named. The plan's own title is no citation. */
export function findReferences(
  reading: Reading,
  closeOf: Int32Array,
  own: readonly (string | null)[],
): DocumentReference[] {
  const { text, folded } = reading
  const references: DocumentReference[] = []
  const seen = new Set(own.filter((title) => title !== null).map(bare))
  const numbers = new Set<number>()
  for (let at = folded.indexOf('《'); at >= 0; at = folded.indexOf('《', at + 1)) {
    const close = closeOf[at] ?? 0
    if (close <= at + 1 || close - at > LONGEST_TITLE) continue
    if (/以下(?:统称|简称)/.test(folded.slice(Math.max(0, at - 5), at))) continue
    const title = text.slice(at + 1, close).replaceAll('\n', '')
    const following = /^（([^（）]{0,12}[〔[]\d{4}[〕\]][^（）]{0,8}号)）/.exec(folded.slice(close + 1, close + 40))
    const end = following === null ? close + 1 : close + 1 + following[0].length
    const documentNo = following === null ? null : text.slice(close + 2, end - 1)
    if (following !== null) numbers.add(close + 2)
    if (seen.has(bare(title))) continue
    seen.add(bare(title))
    references.push({ title, documentNo, span: reading.spanOf(at, end) })
  }
  DOCUMENT_NO.lastIndex = 0
  for (let found = DOCUMENT_NO.exec(folded); found !== null; found = DOCUMENT_NO.exec(folded)) {
    if (numbers.has(found.index) || seen.has(found[0])) continue
    const before = folded.slice(Math.max(0, found.index - 1), found.index)
    if (own.includes(text.slice(found.index, found.index + found[0].length))) continue
    if (before === '' && found.index === 0) continue
    seen.add(found[0])
    const documentNo = text.slice(found.index, found.index + found[0].length)
    references.push({ title: null, documentNo, span: reading.spanOf(found.index, found.index + found[0].length) })
  }
  return references.sort((a, b) => a.span.start - b.span.start)
}

const bare = (title: string): string =>
  title
    .replace(/[\s—–\-～~至]/g, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）')
