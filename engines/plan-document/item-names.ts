/** The name of one target, with what the sentence named before where the item itself says too little. */
import { HIDDEN } from './clauses.ts'
import type { Item } from './items.ts'
import type { Range, Reading } from './reading.ts'
import { underLevel } from './shared-names.ts'
import { nameOf } from './target-names.ts'
import { MEASURED } from './target-words.ts'

/** 年均增长10%以上: goes on about what the clause before named. */
const GOES_ON =
  /^(?:年均|同比|占|增速|增长|较|比|年增|累计增长|平均每年|增幅|总量较|总量翻|总数|总量$|总额$|数量$|规模$|发行规模)/

/**
 * @param cleaned the words in front of the number without date, verb and comparator
 * @param suffix  characters of the comparator behind the number
 * @param subject what the sentence named last
 */
export function nameOfItem(
  reading: Reading,
  text: string,
  item: Item,
  cleaned: Range,
  suffix: number,
  subject: string,
): string {
  const before = nameOf(reading, cleaned)
  const name = item.nameFirst
    ? `${before}${listedKind(reading, text, item, suffix, before)}`
    : nameBehind(reading, text, item, suffix)
  const completed = complete(name, subject, item.quantity.unit)
  if (completed !== '') return completed
  return text.slice(item.start, item.quantity.start).replaceAll(HIDDEN, '') || '（未写明名称）'
}

/** 建设甲产业、乙产业2个示范区: the list says which, the noun behind the number what. */
function listedKind(reading: Reading, text: string, { quantity, end }: Item, suffix: number, before: string): string {
  if (suffix > 0 || quantity.family !== 'counter' || !before.includes('、')) return ''
  const kind = nameOf(reading, trimRange(reading.folded, quantity.end, end))
  return LISTED_KIND.test(text.slice(quantity.end, end)) && !before.endsWith(kind) ? kind : ''
}

const LISTED_KIND = /^[\u4e00-\u9fff]{0,6}(?:区|园|基地|集群|中心|平台|产业|试点|品牌|项目|工程|圈|带|走廊|片区|组团)$/

/** 首批15个投入运行: what stands behind the number may be no thing at all. */
function nameBehind(reading: Reading, text: string, { quantity, end }: Item, suffix: number): string {
  const at = quantity.end + suffix
  const name = nameOf(reading, trimRange(reading.folded, text.charAt(at) === '的' ? at + 1 : at, end))
  return HAPPENS.test(name) ? '' : name
}

const HAPPENS = /^(?:投入运行|投入使用|建成|完成|竣工|开工|运行|投产|启用|挂牌|到位|落地)/
const ONLY_A_VERB = /^(?:竣工|投产|开工|投用|建成投产|竣工投产)$/
const RANKED =
  /(?:综合)?(?:排名)?(?:稳居|进入|位居|跻身|保持在?|位列)?(?:全国|全省|全市)?(?:同类[^，]{0,6}|县级市?)?前$/

function complete(name: string, subject: string, unit: string): string {
  const lower = underLevel(name, subject)
  if (lower !== null) return lower
  if (name === '' || name === '首批') return subject
  if (GOES_ON.test(name)) return `${subject}${name}`
  // 进入全省前10名
  if (name.endsWith('前') && /^[位名强]?$/.test(unit)) return name.replace(RANKED, '') || `${subject}排名`
  // 其中高级工以上300人 after 取证比例: the subject is measured in another way.
  if (/[\u4e00-\u9fff]{2}以[上下]$/.test(name) && MEASURED.test(subject) && !/^[%‰]$/.test(unit)) return name
  if (/的$|以[上下]$/.test(name) || name.length < 2 || ONLY_A_VERB.test(name)) return `${name}${subject}`
  return name
}

/** What a growth or a change was said of: 有效注册商标年增长率 → 有效注册商标. */
export function withoutGrowth(name: string): string {
  return name.replace(/(?:年均|同比|较[^，]{2,8}|年)?(?:增长率?|增速|增幅|下降|递增|提高|提升|降低|减少|缩短)$/, '')
}

const JOINT_AT_START = /^(?:[、，：；。 且]|和(?!美|平|谐)|及(?!时)|与(?!会)|并(?!购|网))+/

/** Without the pauses and joints around it; 和美乡村 keeps its 和. */
export function trimRange(folded: string, start: number, end: number): Range {
  const from = start + (JOINT_AT_START.exec(folded.slice(start, Math.min(end, start + 12)))?.[0].length ?? 0)
  let to = end
  while (to > from && '、，：；。 '.includes(folded.charAt(to - 1))) to -= 1
  return { start: Math.min(from, to), end: to }
}
