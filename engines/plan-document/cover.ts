/**
 * The covering notice (印发通知): title, document number, issuer and date. Issuer and date may also stand at the end of
 * the document. The lines that were used are named, so that no other rule reads them as text of the plan.
 */

import { readLabel } from './numbering.ts'
import { linesOf } from './outline.ts'
import { findFullDate, type Period, readPeriod } from './plan-dates.ts'
import type { Range, Reading } from './reading.ts'

export interface Cover {
  readonly title: string | null
  readonly noticeTitle: string | null
  readonly issuer: string | null
  readonly documentNo: string | null
  readonly date: string | null
  readonly period: Period
  /** starts of lines that belong to the cover or the signature */
  readonly lines: ReadonlySet<number>
  readonly impossibleDates: readonly Range[]
}

const DOCUMENT_NO =
  /^[\u4e00-\u9fff]{1,12}(?:（[\u4e00-\u9fff]{1,4}）)?(?:字)?[〔[（【]\d{4}[〕\]）】](?:第)?\d{1,5}号$/
const GENRE = /(?:方案|计划|规划|意见|措施|办法|纲要|要点|通知|政策|细则|清单|规定|决定|行动|报告|任务书|分工)$/
const ISSUER =
  /^(?:中共)?[\u4e00-\u9fff（）、]{2,40}(?:人民政府|政府|办公室|办公厅|委员会|管委会|领导小组|局|委|厅|部|中心|指挥部)$/
const DATE_LINE =
  /^(?:[12]\d{3}|[〇零一二三四五六七八九Ｏ]{4})年(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日$/
const ADDRESSEE = /^(?:各|市|区|县|省|有关).{2,120}[：]$/
const FIRST_LINES = 60

export function readCover(reading: Reading): Cover {
  const { folded } = reading
  const lines = linesOf(folded)
  const words = (line: Range): string => folded.slice(line.start, line.end).replace(/^[#*>]+|[*]+$/g, '')
  const firstHeading = lines.findIndex((line) => {
    const label = readLabel(folded.slice(line.start, line.start + 24))
    return label !== null && label.kind !== 'bullet'
  })
  const head = lines.slice(0, Math.min(firstHeading < 0 ? lines.length : firstHeading, FIRST_LINES))
  const used = new Set<number>()

  const numberLine = head.find((line) => DOCUMENT_NO.test(words(line)))
  if (numberLine !== undefined) used.add(numberLine.start)

  const noticeTitle = titleAt(reading, head, 0, used)
  const dates = [...head, ...lines.slice(-12)].filter((line) => DATE_LINE.test(words(line)))
  const dateLine = dates[0]
  const found = dateLine === undefined ? null : findFullDate(words(dateLine))
  for (const line of dates) used.add(line.start)
  const impossibleDates = dates.filter((line) => findFullDate(words(line))?.iso === null)

  let issuer: string | null = null
  if (dateLine !== undefined) {
    const before = lines[lines.findIndex((line) => line.start === dateLine.start) - 1]
    if (before !== undefined && ISSUER.test(words(before)) && !GENRE.test(words(before))) {
      issuer = reading.text.slice(before.start, before.end)
      used.add(before.start)
    }
  }
  if (issuer === null && noticeTitle !== null)
    issuer = /^(.{3,30}?(?:政府|办公室|办公厅|委员会|局|委|厅|领导小组))关于/.exec(noticeTitle)?.[1] ?? null
  if (issuer === null) {
    const line = head.find((entry) => ISSUER.test(words(entry)) && !used.has(entry.start))
    if (line !== undefined) {
      issuer = reading.text.slice(line.start, line.end)
      used.add(line.start)
    }
  }
  for (const line of head)
    if (ADDRESSEE.test(words(line)) || /^（此件.{2,10}）$/.test(words(line))) used.add(line.start)

  const named =
    noticeTitle === null
      ? null
      : (/关于(?:印发|公布|下发|转发|发布)《(.+)》的通知$/.exec(noticeTitle)?.[1] ??
        /关于(?:印发|公布|下发|转发|发布)(.+)的通知$/.exec(noticeTitle)?.[1] ??
        null)
  const afterNotice = named === null ? null : planTitle(reading, lines, head, used, named)
  const title = afterNotice ?? named ?? noticeTitle
  const printedNo = numberLine === undefined ? null : reading.text.slice(numberLine.start, numberLine.end)
  return {
    title,
    noticeTitle,
    issuer,
    documentNo: printedNo ?? null,
    date: found?.iso ?? null,
    period: periodOf(title ?? '', folded, found?.iso ?? null),
    lines: used,
    impossibleDates,
  }
}

/** A title may be broken over several lines; it ends with the word of its genre. */
function titleAt(reading: Reading, head: readonly Range[], from: number, used: Set<number>): string | null {
  let title = ''
  const taken: number[] = []
  for (const line of head.slice(from, from + 8)) {
    if (used.has(line.start)) {
      if (title === '') continue
      break
    }
    const printed = reading.text.slice(line.start, line.end).replace(/^[#*>]+|[*]+$/g, '')
    const words = reading.folded.slice(line.start, line.end)
    if (
      title === '' &&
      (/^(?:附件|公开|主动公开|[A-Z]\d|索引号|信息公开)/.test(printed) ||
        (ISSUER.test(words) && printed.length < 16 && !GENRE.test(words)) ||
        /文件$/.test(printed))
    )
      continue
    if (/[。；]/.test(words) || /[：，]$/.test(words) || printed.length > 80) break
    title += printed
    taken.push(line.start)
    const balanced = (title.match(/《/g)?.length ?? 0) === (title.match(/》/g)?.length ?? 0)
    if (balanced && GENRE.test(title.replace(/（[^（）]*）$|\([^()]*\)$/, ''))) {
      // （2024—2026年） may stand on the next line.
      const next = head[head.indexOf(line) + 1]
      const more = next === undefined ? '' : reading.folded.slice(next.start, next.end)
      if (/^（(?:20\d{2}|征求意见|试行|送审|草案|修订)[^（）]{0,20}）$/.test(more) && next !== undefined) {
        title += reading.text.slice(next.start, next.end)
        taken.push(next.start)
      }
      for (const start of taken) used.add(start)
      return title
    }
  }
  const first = taken[0]
  if (first === undefined) return null
  const line = head.find((entry) => entry.start === first)
  const alone = line === undefined ? null : reading.text.slice(line.start, line.end).replace(/^[#*>]+|[*]+$/g, '')
  if (alone === null || alone.length < 4 || !/[\u4e00-\u9fffA-Za-z]/.test(alone)) return null
  used.add(first)
  return alone
}

const bare = (title: string): string =>
  title
    .replace(/[\s—–\-～~至]/g, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）')

/** The title of the plan itself, printed again after the notice. */
function planTitle(
  reading: Reading,
  lines: readonly Range[],
  head: readonly Range[],
  used: Set<number>,
  named: string,
): string | null {
  for (let index = 1; index < Math.min(lines.length, head.length + 3); index += 1) {
    let joined = ''
    for (let count = 0; count < 4; count += 1) {
      const line = lines[index + count]
      if (line === undefined || used.has(line.start)) break
      joined += reading.text.slice(line.start, line.end).replace(/^[#*>]+|[*]+$/g, '')
      if (bare(joined) === bare(named)) {
        for (let taken = 0; taken <= count; taken += 1) used.add(lines[index + taken]?.start ?? -1)
        return joined
      }
      if (!bare(named).startsWith(bare(joined))) break
    }
  }
  return null
}

function periodOf(title: string, folded: string, date: string | null): Period {
  const inTitle = readPeriod(title.replaceAll('－', '-'))
  if (inTitle !== null) return { start: inTitle.start, end: inTitle.end }
  const validity =
    /自(20\d{2}年\d{1,2}月\d{1,2}日)起(?:施行|实施).{0,12}?有效期(?:至|到)?(20\d{2}年\d{1,2}月\d{1,2}日)/.exec(folded)
  if (validity !== null) {
    return { start: findFullDate(validity[1] ?? '')?.iso ?? null, end: findFullDate(validity[2] ?? '')?.iso ?? null }
  }
  const until = /(?:到|至|力争)(20\d{2})年/.exec(folded)
  const years = [...folded.slice(0, 20_000).matchAll(/到(20\d{2})年/g)].map((match) => Number(match[1]))
  const end = years.length > 0 ? Math.max(...years) : until?.[1] === undefined ? null : Number(until[1])
  return { start: date, end: end === null ? null : `${end}-12-31` }
}
