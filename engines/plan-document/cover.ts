/**
 * The covering notice (印发通知): title, document number, issuer and date. Issuer and date may also stand at the end of
 * the document. The lines that were used are named, so that no other rule reads them as text of the plan.
 */

import { readLabel } from './numbering.ts'
import { linesOf } from './outline.ts'
import { findFullDate, type Period, readPeriod } from './plan-dates.ts'
import { fold, type Range, type Reading } from './reading.ts'

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
/** 索引号：…, as portals print them above a document. */
const METADATA =
  /^(?:索引号|主题分类|主题词|主题|发文机关|发文机构|发布机构|成文日期|标题|发文字号|文号|发布日期|发布时间|公开方式|公开日期|生成日期|有效性|信息来源|来源|名称|关键词|体裁|组配分类|服务对象|内容概述|时效|分类)：/
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

  for (const line of head) if (METADATA.test(words(line))) used.add(line.start)
  const numberLine = head.find((line) => DOCUMENT_NO.test(words(line)))
  if (numberLine !== undefined) used.add(numberLine.start)

  const noticeTitle = titleAt(reading, head, used)
  const dates = [...head, ...lines.slice(-12)].filter((line) => DATE_LINE.test(words(line)))
  const dateLine = dates[0]
  const stated = head.find((line) => /^成文日期：/.test(words(line)))
  const dated = dateLine ?? stated
  const found = dated === undefined ? null : findFullDate(words(dated))
  for (const line of dates) used.add(line.start)
  const impossibleDates = dates.filter((line) => findFullDate(words(line))?.iso === null)

  let issuer: string | null = null
  // Several offices sign above the date; the first one leads.
  for (let index = lines.findIndex((line) => line.start === dateLine?.start) - 1; index >= 0; index -= 1) {
    const before = lines[index]
    if (before === undefined || used.has(before.start) || !ISSUER.test(words(before)) || GENRE.test(words(before)))
      break
    issuer = firstSigner(reading, before)
    used.add(before.start)
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
      ? titleInText(reading, head)
      : (/(?:印发|公布|下发|转发|发布)《(.+)》的通知$/.exec(noticeTitle)?.[1] ??
        /(?:印发|公布|下发|转发|发布)(.+)的通知$/.exec(noticeTitle)?.[1] ??
        /^《(.+)》的通知$/.exec(noticeTitle)?.[1] ??
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
    period: periodOf(fold(title ?? ''), folded, found?.iso ?? null),
    lines: used,
    impossibleDates,
  }
}

/** A notice copied without its title still names the plan: 《…》已经同意，现印发给你们. */
function titleInText(reading: Reading, head: readonly Range[]): string | null {
  for (const line of head) {
    const words = reading.text.slice(line.start, line.end)
    const found = /《([^《》]{4,80})》(?:《[^《》]{4,80}》)*(?:已经?[^。]{0,60}(?:同意|通过)|[^。《》]{0,8}印发)/.exec(
      words,
    )
    if (found?.[1] !== undefined) return found[1]
  }
  return null
}

const clean = (words: string): string => words.replace(/^[#*>]+|[*]+$/g, '')
const bare = (title: string): string =>
  fold(title)
    .replace(/[\s\-—~至《》“”"]/g, '')
    .replace(/年(?=\d)/g, '')
const ON_NEXT_LINE = /^（(?:20\d{2}|征求意见|试行|送审|草案|修订)[^（）]{0,20}）$/
const withoutPeriod = (title: string): string => title.replace(/[（(][^（）()]*[）)]$/, '')

/** Two offices may sign on one line, parted by blanks; the letters of one office may be spaced out too. */
function firstSigner(reading: Reading, line: Range): string {
  const pieces = reading.spaced(line.start, line.end).split(' ')
  const first = pieces[0]
  return pieces.length > 1 && first !== undefined && pieces.every((piece) => ISSUER.test(piece))
    ? first
    : pieces.join('')
}

/** A title may be broken over several lines; it ends with 的通知 or the word of its genre. */
function titleAt(reading: Reading, head: readonly Range[], used: Set<number>): string | null {
  const lines = head.filter((line) => !used.has(line.start)).slice(0, 8)
  const printed = lines.map((line) => clean(reading.text.slice(line.start, line.end)))
  const skipped = printed.findIndex((words) => !/^(?:附件|主动公开|公开方式|索引号|信息公开|[A-Z]\d)|文件$/.test(words))
  const from = Math.max(0, skipped)
  const title = printed.slice(from)
  const running = title.findIndex((words) => /[。；]|[：，]$/.test(words) || words.length > 90)
  const usable = running < 0 ? title.length : running
  const notice = title.slice(0, usable).findIndex((words) => /的(?:通知|函|公告)$/.test(words))
  const genre = title.slice(0, usable).findIndex((words, index) => {
    const joined = title.slice(0, index + 1).join('')
    return (
      GENRE.test(withoutPeriod(words)) && (!/关于(?:印发|公布|下发|发布|转发)/.test(joined) || /通知$/.test(joined))
    )
  })
  const last = notice >= 0 ? notice : genre
  if (last < 0) {
    const alone = title[0]
    if (
      alone === undefined ||
      usable === 0 ||
      alone.length < 4 ||
      alone.length > 60 ||
      !/[\u4e00-\u9fffA-Za-z]/.test(alone)
    )
      return null
    used.add(lines[from]?.start ?? -1)
    return alone
  }
  // （2024—2026年） may stand on the next line.
  const end = ON_NEXT_LINE.test(fold(title[last + 1] ?? '')) ? last + 1 : last
  // An office in a line of its own above the title is not part of it.
  const begin =
    ISSUER.test(title[0] ?? '') && last > 0 && /^关于|^.{4,}关于/.test(title[1] ?? '') && !/^关于/.test(title[1] ?? '')
      ? 1
      : 0
  for (let index = 0; index <= end; index += 1) used.add(lines[from + index]?.start ?? -1)
  return title.slice(begin, end + 1).join('')
}

/** The title of the plan itself, printed again after the notice; it may be fuller than the notice says. */
function planTitle(
  reading: Reading,
  lines: readonly Range[],
  head: readonly Range[],
  used: Set<number>,
  named: string,
): string | null {
  const wanted = bare(withoutPeriod(named))
  for (let index = 1; index < Math.min(lines.length, head.length + 1); index += 1) {
    let joined = ''
    for (let count = 0; count < 4; count += 1) {
      const line = lines[index + count]
      if (line === undefined || used.has(line.start)) break
      const words = clean(reading.text.slice(line.start, line.end))
      if (/[。；：]/.test(words) || words.length > 80 || /^附件/.test(words)) break
      joined += words
      if (!bare(joined).includes(wanted) || !GENRE.test(withoutPeriod(joined))) continue
      const next = lines[index + count + 1]
      const more = next === undefined ? '' : reading.folded.slice(next.start, next.end)
      const taken = ON_NEXT_LINE.test(more) ? count + 1 : count
      for (let step = 0; step <= taken; step += 1) used.add(lines[index + step]?.start ?? -1)
      return taken > count && next !== undefined ? joined + reading.text.slice(next.start, next.end) : joined
    }
  }
  return null
}

function periodOf(title: string, folded: string, date: string | null): Period {
  const inTitle = readPeriod(title)
  if (inTitle !== null) return { start: inTitle.start, end: inTitle.end }
  const fiveYears = /“?(十[三四五六]五)”?(?:时期|规划|发展|[^，。]{0,20}(?:规划|方案|计划))/.exec(title)?.[1]
  if (fiveYears !== undefined) {
    const end = { 十三五: 2020, 十四五: 2025, 十五五: 2030, 十六五: 2035 }[fiveYears] ?? 2025
    return { start: `${end - 4}-01-01`, end: `${end}-12-31` }
  }
  const validity =
    /自(20\d{2}年\d{1,2}月\d{1,2}日)起(?:施行|实施).{0,12}?有效期(?:至|到)?(20\d{2}年\d{1,2}月\d{1,2}日)/.exec(folded)
  if (validity !== null) {
    return { start: findFullDate(validity[1] ?? '')?.iso ?? null, end: findFullDate(validity[2] ?? '')?.iso ?? null }
  }
  const until = /(?:到|至|力争)(20\d{2})年/.exec(folded)
  const years = [...folded.slice(0, 20_000).matchAll(/到20\d{2}年(?:[、和]20\d{2}年){0,3}/g)]
    .flatMap(([words]) => words.match(/20\d{2}/g) ?? [])
    .map(Number)
  const end = years.length > 0 ? Math.max(...years) : until?.[1] === undefined ? null : Number(until[1])
  return { start: date, end: end === null ? null : `${end}-12-31` }
}
