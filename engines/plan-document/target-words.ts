/** The words by which a plan says that a number is to be reached, and how: verbs, comparators, kinds. */
import { familyOf } from './measure-words.ts'
import type { Comparator, IndicatorKind } from './plan-document.types.ts'

/** Longest first within each line; used at the end of the words in front of a number. */
const BEFORE: readonly (readonly [Comparator, string])[] = [
  [
    '<=',
    '不超过|不高于|不大于|不多于|不突破|不得超过|最多不超过|最长不超过|控制在|严控在|压缩至|压缩到|压缩为|压减至|压减到|缩短至|缩短到|缩短为|缩减至|缩减到|降低至|降低到|降至|降到|下降到|下降至|减少到|减少至|减至|≤|<=',
  ],
  ['<', '低于|少于|小于'],
  ['>', '超过|突破|大于|高于|多于|超|逾|>'],
  [
    '>=',
    '不低于|不少于|不小于|不得低于|不得少于|至少|最少|达到|达成|达|提高到|提高至|提升到|提升至|上升到|上升至|增加到|增加至|增长到|增长至|增至|升至|扩大到|扩大至|扩大规模至|发展到|拓展到|扩展到|扩充到|保持在|稳定在|维持在|保持|稳定|为|是|≥|>=|实现|至|到',
  ],
]

const AROUND = '(?:约|近|将近|力争|各|均|分别|只|仅|仅需|总计|共计|合计|共|人民币|总数|总量|也|都|要|到)*'
const COMPARATOR_BEFORE = new RegExp(`(?:${BEFORE.map(([, words]) => `(?:${words})`).join('|')})${AROUND}$`)
const EACH = BEFORE.map(([op, words]) => [op, new RegExp(`^(?:${words})`)] as const)
const COMPARATOR_AFTER = /^(?:的?(?:及|或)?以上|的?及以上|的?以内|的?之内|的?以下|左右|上下|余|多)+/

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

/** Verbs that call something into being. */
export const BUILD_VERBS =
  '建成运行|建成|创建|创成|建设|建立|打造|设立|组建|新建|改建|改造提升|改造|新改建|新设|布局|建强|成立|规划建设|搭建|构建|筹建'
/** Verbs that add to what is there. */
export const NEW_VERBS =
  '新增|净增|新培育|新认定|新认证|新引进|新注册|新获批|新创建|新获|新落地|新登记|新建|新改建|新开|新发行|新设立|新打造|新转化|新招引|增加|再增|新入库|新纳入|新晋|新组建|新开工|新签约|新取得|新通过|新布局|新'
/** Other verbs of doing that may stand between a list and its numbers. Nouns of the trade (授权, 登记, 质押) are not here. */
export const DOING_VERBS =
  '培育发展|引进培育|引进和培育|招引培育|遴选支持|组织实施|选送|选派|选聘|选树|评选|遴选|认定|培育|培养|引育|引进|招引|引入|集聚|汇聚|吸引|柔性引进|组织|举办|召开|承办|开展|开设|开通|开发|开放|完成|实施|发布|推出|制定|制修订|修订|编制|出台|形成|参与|获批|获得|获评|争创|争取|申报|推广|推动|推进|支持|扶持|帮扶|孵化|发放|落地|签约|惠及|服务|覆盖|带动|吸纳|入库|新晋|选拔|建档|投放|发行|筹集|储备|整治提升|整治|盘活|促成|促进|实现|收录|吸收|吸收专家|吸纳专家|接入|配备|配置|安排|投入|落实|化解|查办|办理|调解|检查|抽检|排查|导入|创新|备案|备案大模型|扩建|续建|提升|归集|发展|布设|安装|更新|推介|征集|转化|输送|招聘|解决|提供|为企业提供|突破|攻克|取得|通过|评定|命名|命名授牌|授牌|拥有|登记|注册|举行|组建首期|梳理|走访|链接|上线|扩大|减少|压减|淘汰|清退|关停|退出|治理|修复|种植|造林|复垦|新增库容|输出|派驻|派遣|轮训|培训'

const AT_END = new RegExp(`(${[NEW_VERBS, BUILD_VERBS, DOING_VERBS, '累计', '累积', '有', '共', '共有'].join('|')})$`)
const AT_START = new RegExp(
  `^(?:${[NEW_VERBS, '累计', '累积', BUILD_VERBS, '培育发展', '引进培育', '引进和培育', '招引培育', '组织实施', '遴选', '选派', '选聘', '选送', '选树', '评选', '认定', '培育', '培养', '引育', '引进', '招引', '集聚', '汇聚', '吸引', '柔性引进', '组织', '举办', '召开', '开展', '开设', '开通', '开发', '开放', '完成', '实施', '发布', '推出', '制定', '制修订', '修订', '编制', '出台', '形成', '获批', '获得', '获评', '争创', '争取', '创建', '推动', '支持', '扶持', '孵化', '发放', '落地', '惠及', '带动', '吸纳', '发行', '筹集', '盘活', '促成', '收录', '接入', '导入', '梳理', '取得', '保持', '实现'].join('|')})`,
)

/** Nouns of the trade may open a name (培训人才, 服务企业): they say that something is to be done but stay in the name. */
const ACTS = new RegExp(`^(?:${[NEW_VERBS, BUILD_VERBS, DOING_VERBS].join('|')})`)
/** The last verb inside a phrase such as 在产业园区设立工作站 or 支持企业牵头组建联合体. */
const INSIDE = new RegExp(
  `.*(?:${[NEW_VERBS.replace(/\|新$/, ''), '建成|创建|建设|打造|设立|组建|布局|成立|搭建|构建|培育|引进|招引|集聚|吸纳|举办|开发|推出|获批|完成|落地'].join('|')})`,
)

export const actsAtStart = (words: string): boolean => ACTS.test(words)
export const verbInside = (words: string): { readonly verb: string; readonly end: number } | null => {
  const found = INSIDE.exec(words)
  if (found === null) return null
  const verb = verbAtEnd(found[0]) ?? ''
  return { verb, end: found[0].length }
}
export const verbAtEnd = (words: string): string | null => AT_END.exec(words)?.[1] ?? null
export const verbAtStart = (words: string): string | null => AT_START.exec(words)?.[0] ?? null

/** Something that is measured and not counted: its name alone, before a number, sets a target. */
export const MEASURED =
  /(?:量|率|额|值|比重|占比|比例|比值|强度|规模|收入|面积|里程|指数|满意度|增速|增幅|度|分|产能|能力|总数|数量|数|人数|户数|件数|个数|总额|总量|占GDP|长度|得分|评价|水平|用时|时限|周期|时间|时长|寿命|次数|家数|排名|位次|能耗|成本|费用|投资|融资|利润|税收|余额|存量|库容|GDP|增加值)(?:占.*)?$/

const BUILT = /^(?:建成|创建|创成|建设|建立|打造|设立|组建|新建|成立|布局|搭建|构建|建强)/
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
    /增长|增速|增幅|翻|提高$|提升$|下降|降低|减少|递增/.test(name) ||
    /(?:增长|下降|降低|减少|提高|提升|递增|增加)$/.test(before)
  if (unit === '番' || unit === '个百分点') return /每年/.test(clause) ? 'annual' : 'growth'
  if (
    changes &&
    familyOf(unit) === 'share' &&
    !/(?:提高|降低|下降|增长|减少|提升)(?:到|至)/.test(clause) &&
    !/增长率$/.test(name)
  )
    return 'growth'
  if (/每年|每季度|每半年|每月|年均|全年|当年/.test(clause)) return 'annual'
  if (unit === '%' || unit === '‰' || /占比|比重|比例|率$/.test(name)) return 'ratio'
  if (/^新|净增|增加|再增/.test(verb) || /新增/.test(name)) return 'new'
  if (/累计|累积/.test(clause) && !/较|比/.test(clause)) return 'cumulative'
  if (/年度|年(?:服务|培训|开展|接待)/.test(clause)) return 'annual'
  if (!counts && /年(?:均|销售|产|营业|收入|交易|成交|知识产权|发放|加工|处理|处置|投资|融资)/.test(clause))
    return 'annual'
  if (BUILT.test(verb)) return 'build'
  if (REACHES.test(before)) return verb === '' || /^(?:实现|完成|保持)$/.test(verb) ? 'stock' : null
  return verb === '' && MEASURED.test(name) && before !== '' ? 'stock' : null
}
