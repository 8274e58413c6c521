/**
 * Cuts a clause into *items*, the stretches that carry one number each.
 *
 * An item names the thing first (贯标企业120家以上) or the number first (1个国家知识产权试点园区). A number that only
 * describes (产值超10亿元的企业5家, 15岁以上人群吸烟率22%) stays inside the item it describes.
 */
import type { PrintedQuantity } from './quantities.ts'
import type { Range } from './reading.ts'
import { cleanName } from './target-names.ts'
import { comparatorAfter, comparatorBefore } from './target-words.ts'
import { verbAtEnd } from './verbs.ts'

export interface Item extends Range {
  readonly quantity: PrintedQuantity
  readonly nameFirst: boolean
}

const CHANGES = /提高|提升|增加|增长|扩大|压缩|压减|缩短|降低|下降|上升|减少|增至|降至|升至|延长/
const JOINED = /^(?:和|及|以及|与|并)/

/** `text` is folded, brackets hidden. */
export function itemsOf(text: string, clause: Range, quantities: readonly PrintedQuantity[]): Item[] {
  const real = quantities.filter((quantity, index) => !describes(text, clause, quantity, quantities[index + 1]))
  const items: Item[] = []
  let start = clause.start
  real.forEach((quantity, index) => {
    const next = real[index + 1]
    const nameFirst = isNameFirst(text, start, quantity, next?.start ?? clause.end)
    const end = next === undefined ? clause.end : borderBetween(text, quantity, next, nameFirst)
    items.push({ start, end, quantity, nameFirst })
    start = end
    while (start < clause.end && '、，'.includes(text.charAt(start))) start += 1
  })
  return items
}

function describes(text: string, clause: Range, quantity: PrintedQuantity, next: PrintedQuantity | undefined): boolean {
  if (next === undefined || quantity.worded) return false
  const before = text.slice(Math.max(clause.start, quantity.start - 40), quantity.start)
  const rest = text.slice(quantity.end, Math.min(next.start, quantity.end + 200))
  const tail = rest.slice(comparatorAfter(rest).length)
  if (/每$/.test(before)) return true
  // 三年累计达80亿元, 用2年时间
  if (/^(?:年|个月)$/.test(quantity.unit)) return true
  if (/(?:从|由|现状的?|目前的?)[^，]{0,6}$/.test(before) && CHANGES.test(tail)) return true
  if (/^的/.test(tail)) return true
  if (tail.includes('、')) {
    // 投资额5000万元以上项目、…: a description only where a noun follows at once.
    return quantity.family !== 'counter' && quantity.family !== 'share' && /^[\u4e00-\u9fff]/.test(tail)
  }
  if (JOINED.test(tail) || quantity.family === 'share') return false
  const remains = tail.slice(0, tail.length - comparatorBefore(tail).length)
  const verb = verbAtEnd(remains)
  const noun = verb === null ? remains : remains.slice(0, -verb.length)
  const suffixed = comparatorAfter(rest).length > 0
  if (noun === '' && suffixed && (quantity.family === 'money' || quantity.family === 'physical'))
    return next.family === 'counter'
  return noun !== '' && !(/(?:和|及|以及|与|并)/.test(noun) && quantity.family === 'counter')
}

function isNameFirst(text: string, start: number, quantity: PrintedQuantity, limit: number): boolean {
  const before = text.slice(start, quantity.start)
  const cleaned = cleanName(text, start, quantity.start)
  const after = text.slice(quantity.end, limit)
  const following = after.slice(comparatorAfter(after).length).replace(/^的/, '')
  const nounFollows =
    /^(?:[\u4e00-\u9fffA-Za-z“《"‘]|\d[A-Z])/.test(following) && !/^(?:和|及|以及|与|并|、)/.test(following)
  // 建成20个以上、功能完备的标杆社区: the noun comes behind what praises it.
  if (cleaned.start === cleaned.end) return !nounFollows && !/^、[^，；]*的[\u4e00-\u9fff]{2}/.test(following)
  const stem = before.slice(0, before.length - comparatorBefore(before).length)
  // 设立总规模20亿元的基金: the fund is the thing, its size the number.
  if (/总?规模$/.test(stem) && /^的/.test(after)) return false
  // 加强与500家企业的合作
  if (nounFollows && /^(?:加强|深化|开展|推进|扩大)?(?:与|同|对)$/.test(stem)) return false
  // 开通至周边城市的5条航线
  if (nounFollows && /(?:开通|开行|开辟|新增|加密)(?:至|到|往|直达|通往)[^，、]{1,12}$/.test(stem)) return false
  // 完成2024年续建的3座水厂
  if (nounFollows && /的$/.test(stem)) return false
  return !(nounFollows && verbAtEnd(stem) !== null)
}

/** Where one item ends and the next begins. */
function borderBetween(text: string, quantity: PrintedQuantity, next: PrintedQuantity, nameFirst: boolean): number {
  // 37%及以上和40%及以上: the comparator belongs to the first.
  const own = comparatorAfter(text.slice(quantity.end, next.start)).length
  const gap = text.slice(quantity.end + own, next.start)
  const pause = nameFirst ? gap.indexOf('、') : gap.lastIndexOf('、')
  if (pause >= 0) return quantity.end + own + pause
  const joint = /(?:以及|和|及|并|与)(?!其|信)/.exec(gap)
  if (joint !== null && (nameFirst || own + joint.index > 0)) return quantity.end + own + joint.index
  return quantity.end + own
}
