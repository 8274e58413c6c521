/** The words by which a plan says that a number is to be reached, and how: verbs, comparators, kinds. */
import { familyOf } from './measure-words.ts'
import type { Comparator, IndicatorKind } from './plan-document.types.ts'
import { isAdding, isBuilding } from './verbs.ts'

/** Longest first within each line; used at the end of the words in front of a number. */
const BEFORE: readonly (readonly [Comparator, string])[] = [
  [
    '<=',
    '缩小到|缩小至|收窄至|不超过|不高于|不大于|不多于|不突破|不得超过|最多不超过|最长不超过|控制在|严控在|压缩至|压缩到|压缩为|压减至|压减到|缩短至|缩短到|缩短为|缩减至|缩减到|降低至|降低到|降至|降到|下降到|下降至|减少到|减少至|减至|≤|<=',
  ],
  ['<', '低于|少于|小于'],
  ['>', '超过|突破|大于|高于|多于|超|逾|>'],
  [
    '>=',
    '不低于|不少于|不小于|不得低于|不得少于|至少|最少|达到|达成|达|延长至|延长到|提高到|提高至|提升到|提升至|上升到|上升至|增加到|增加至|增长到|增长至|增至|升至|扩大到|扩大至|扩大规模至|发展到|拓展到|扩展到|扩充到|保持在|稳定在|维持在|保持|稳定|为|是|≥|>=|实现|至|到',
  ],
]

const AROUND = '(?:约|近|将近|力争|各|(?<!年)均|分别|只|仅|仅需|总计|共计|合计|共|人民币|也|都|要|到)*'
const COMPARATOR_BEFORE = new RegExp(`(?:${BEFORE.map(([, words]) => `(?:${words})`).join('|')})${AROUND}$`)
const EACH = BEFORE.map(([op, words]) => [op, new RegExp(`^(?:${words})`)] as const)
const COMPARATOR_AFTER = /^(?:的?(?:及|或)?以上|的?(?:及|或)以下|的?以内|的?之内|的?以下|左右|上下|余|多)+/

export interface ComparatorRead {
  readonly op: Comparator | null
  /** characters before the number that the comparator takes */
  readonly length: number
}

const NEGATED: Readonly<Record<string, true>> = { 不: true }

export function comparatorBefore(words: string): ComparatorRead {
  const tail = words.slice(-24)
  const found = COMPARATOR_BEFORE.exec(tail)
  if (found === null) {
    const filler = new RegExp(`${AROUND}$`).exec(tail)
    return { op: null, length: filler?.[0].length ?? 0 }
  }
  for (const [op, form] of EACH) {
    if (!form.test(found[0])) continue
    // 不 in front turns 超过 into 不超过; the lists hold those forms, and the longest match comes first.
    if (NEGATED[tail.charAt(found.index - 1)] === true && op !== '<=')
      return { op: op === '>' ? '<=' : '>=', length: found[0].length + 1 }
    return { op, length: found[0].length }
  }
  return { op: '>=', length: found[0].length }
}

export function comparatorAfter(words: string): ComparatorRead {
  const found = COMPARATOR_AFTER.exec(words)
  if (found === null) return { op: null, length: 0 }
  const op: Comparator = /以内|之内|以下/.test(found[0]) ? '<=' : /左右|上下/.test(found[0]) ? '=' : '>='
  return { op, length: found[0].length }
}

/** Something that is measured and not counted: its name alone, before a number, sets a target. */
export const MEASURED =
  /(?:量|率|额|值|比重|占比|比例|比值|强度|规模|收入|面积|里程|指数|满意度|增速|增幅|度|分|产能|能力|总数|数量|数|人数|户数|件数|个数|总额|总量|占GDP|长度|得分|评价|水平|用时|时限|周期|时间|时长|寿命|次数|家数|排名|位次|能耗|成本|费用|投资|融资|利润|税收|余额|存量|库容|GDP|增加值)(?:占.*)?$/

const REACHES =
  /(?:达到|达|突破|超过|超|稳定在|保持在|维持在|保持|稳定|提高到|提升到|提升至|增至|扩大到|扩大至|至|到)[^，]{0,4}$/

export interface KindQuestion {
  readonly verb: string
  readonly name: string
  /** words of the item in front of the number, and the whole clause */
  readonly before: string
  readonly clause: string
  readonly unit: string
}

/** 新增 · 累计 · 年度 · 达（存量） · 占比 · 增长 · 建成 N 个; null where the words leave it open. */
export function kindOf({ verb, name, before, clause, unit }: KindQuestion): IndicatorKind | null {
  const counts = familyOf(unit) === 'counter'
  const changes =
    /增长|增速|增幅|翻|提高$|提升$|下降|降低|减少|递增|缩短|压减/.test(name) ||
    /(?:增长|下降|降低|减少|提高|提升|递增|增加|缩短|压减)$/.test(before)
  if (familyOf(unit) === 'share' && /[%点](?:以上|左右)?的(?:年均)?(?:增长|增速|增幅|速度)/.test(clause))
    return 'growth'
  if (unit === '番' || unit === '倍' || unit === '个百分点') return /每年/.test(clause) ? 'annual' : 'growth'
  if (
    changes &&
    familyOf(unit) === 'share' &&
    !/(?:提高|降低|下降|增长|减少|提升)(?:到|至)/.test(clause) &&
    !/增长率$/.test(name)
  )
    return 'growth'
  const isShare = unit === '%' || unit === '‰' || /占比|比重|比例|率$/.test(name)
  if (isShare && /率|占比|比重|比例/.test(name)) return 'ratio'
  if (/^年(?:服务|培训|调解|受理|接待)/.test(name)) return 'annual'
  // 年均增长20%、突破8亿元: what grows yearly is the number before.
  const told = /年均/.test(before) ? clause : clause.replace(/年均(?:增长|增速|增幅|递增)/g, '')
  if (/每年|每季度|每半年|每月|年均|全年|当年/.test(told)) return 'annual'
  if (isShare) return 'ratio'
  if (isAdding(verb) || /新增/.test(name)) return 'new'
  if (/累计|累积/.test(clause) && !/较|比/.test(clause)) return 'cumulative'
  if (/年度|年(?:服务|培训|调解|受理|化解|查处|开展|接待|办理|处理|举办|组织|提供|检测)/.test(`${before}${name}`))
    return 'annual'
  if (!counts && /年(?:均|销售|产|营业|收入|交易|成交|知识产权|发放|加工|处理|处置|投资|融资)/.test(told))
    return 'annual'
  if (isBuilding(verb)) return 'build'
  if (REACHES.test(before)) return verb === '' || /^(?:实现|完成|保持)$/.test(verb) ? 'stock' : null
  return verb === '' && MEASURED.test(name) && before !== '' ? 'stock' : null
}
