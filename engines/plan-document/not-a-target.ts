/**
 * Why a number is no target: what was achieved so far, what is offered as a reward, who is eligible, how long a
 * procedure may take, how many items a list has. The reasons are what an official reads in the ledger of unread numbers.
 */
import { familyOf } from './measure-words.ts'
import type { PrintedQuantity } from './quantities.ts'

export const REASONS = {
  past: '说的是已有成绩或现状，不是要达到的目标',
  background: '背景、依据或说明中的数字，不是要达到的目标',
  award: '奖励、补贴、资助或贷款额度标准，不是要达到的目标',
  threshold: '适用对象或条件的门槛，不是要达到的目标',
  limit: '办理时限、期限或频次要求，不是要达到的目标',
  list: '列举项数或名称中的数字，不是要达到的目标',
  name: '名称、代号或组合式中的数字，不是要达到的目标',
  member: '机构或人员组成，不是要达到的目标',
  frequency: '会议、调度、报送等工作频次，不是要达到的目标',
  score: '考核分值或权重，不是要达到的目标',
  project: '项目或设施本身的规模，不是要达到的目标',
  baseline: '用作比较的基数，不是要达到的目标',
  bracket: '括号内的说明，不是要达到的目标',
  unclear: '没有找到“达到、新增、不少于”等要求达到的表述，请人工判断',
} as const

export type Reason = keyof typeof REASONS

export interface Surroundings {
  readonly quantity: PrintedQuantity
  /** words of the item in front of the number and behind it, brackets hidden */
  readonly before: string
  readonly after: string
  readonly clause: string
  /** the part of the sentence between two ； */
  readonly part: string
  readonly nextClause: string
  readonly past: boolean
  readonly zone: 'goals' | 'tasks' | 'safeguards' | 'phases' | 'background' | 'preface' | 'other'
  /** a date to come, 力争, 目标 in the same sentence */
  readonly future: boolean
}

const OFFERS =
  /给予|予以|最高|封顶|奖励|补助|补贴|资助|奖补|贴息|授信|额度|免费|减免|返还|享受|优惠|申领|购房|安居|保费|免收|罚款|处罚|罚金|赔付|代偿|支持$/
const OFFERED_AFTER =
  /^(?:的)?(?:标准|比例|一次性|综合|资金|分档|不等|以内|以下|左右|、|至)*(?:的)?(?:奖励|补贴|补助|资助|奖补|支持|贷款|贴息|补偿|经费支持|配套|奖金|返还|存储|予以|给予|预付|承担|分担|比例分担)/
const LIMIT_VERB = /压缩|缩短|压减|缩减|减少|降至|降到|降低到|降低至|提速|控制在/
const LIMIT_NAME = /时限|时间|周期|用时|时长|办结|审批|停电|住院日|等候/

/** The reason why the number is no target, or null. */
export function whyNotATarget(at: Surroundings): Reason | null {
  const { quantity, before, after, clause } = at
  if (quantity.worded) return at.past || at.zone === 'background' ? 'past' : null
  const family = familyOf(quantity.unit)
  if (at.zone === 'background' && !at.future) return at.past || /达|同比|累计|已/.test(clause) ? 'past' : 'background'
  if (at.past) return 'past'
  if (
    /(?:从|由|自|现状的?|目前的?|当前的?|基数为?|现有的?|原来的?|原有的?|\d年的?)$/.test(before) &&
    /(?:提高|提升|增加|增长|扩大|压缩|压减|缩短|降低|下降|上升|减少|增至|降至|升至|延长)/.test(after + at.nextClause)
  )
    return 'baseline'
  if (/(?:较|比|相比)[^，]{0,8}$/.test(before) && family !== 'share') return 'baseline'
  if (/^(?:对|凡|对于|符合|若|如|经).*(?:的|后)$/.test(clause)) return 'threshold'
  if (/^(?:的)?(?:给予|予以|奖励|补助|补贴)/.test(at.nextClause) && /的$/.test(clause)) return 'threshold'
  if (family === 'money' || family === 'share' || family === 'time' || quantity.unit === '') {
    if (OFFERED_AFTER.test(after)) return 'award'
    if (isOffered(at)) return 'award'
  }
  if (family === 'time') return timeReason(at)
  if (/(?:组成|组长|副组长|兼任|任组长)/.test(clause)) return 'member'
  if (
    /^(?:名|位|个)$/.test(quantity.unit) &&
    /(?:明确|确定|配备|落实|指定)(?:至少)?$/.test(before) &&
    /^(?:\u0001|（|）)*(?:分管|专职|兼职|联络|负责|工作人员|专人|名?联络)/.test(after)
  )
    return 'member'
  if (
    /^次$|^期$|^场$/.test(quantity.unit) &&
    /每(?:年|季度|季|月|周|半年|两年|三年|双月)/.test(clause) &&
    (quantity.value === 1 || quantity.numeral === 'han') &&
    /召开|调度|通报|报送|报告|督查|检查|例会|研究|评估|恳谈|会商|更新|会议|自查|汇报|推进会|分析|发布/.test(clause)
  )
    return 'frequency'
  if (
    /每(?:年|季度|季|月|周|半年)(?:至少|不少于)?.{0,4}$/.test(before) &&
    /^次$/.test(quantity.unit) &&
    /会议|研究|通报|调度|督查|报送|汇报|例会|更新/.test(clause)
  )
    return 'frequency'
  if (/^分$/.test(quantity.unit) && /总分|满分|分值|计分|扣分|加分|考核|赋分/.test(clause)) return 'score'
  if (family === 'share' && /权重/.test(clause)) return 'score'
  if (
    /^(?:全长|总投资|总面积|占地|规划面积|全程|注册资本|总规模|建筑面积|投资额|总长)/.test(clause) &&
    !at.future &&
    at.zone !== 'goals' &&
    !/达到|设立|不少于/.test(clause)
  )
    return 'project'
  if (
    /^(?:个|家)?(?:次|个)?$/.test(quantity.unit) &&
    /原则上不超过|不得超过/.test(before) &&
    /检查/.test(clause) &&
    at.zone !== 'goals'
  )
    return 'limit'
  return null
}

function isOffered(at: Surroundings): boolean {
  const { quantity, before, part } = at
  const family = familyOf(quantity.unit)
  if (family === 'share')
    return (
      /按(?:照)?[^，]{0,24}$/.test(before) ||
      /(?:给予|返还|补贴|补助|贴息|不超过实际)[^，]{0,16}$/.test(before) ||
      (/^的/.test(at.after) && /给予|补/.test(part))
    )
  if (
    /(?:最高|封顶|给予|予以|每[家个户项件人名笔亩公里月年]{1,2}(?:不超过|最高|奖励|补助|补贴|给予)?|奖励|补助|补贴|资助|奖补|罚款|单户|单笔|额度|授信|标准为)(?:不超过|不高于|最高|约|各)?[^，]{0,6}$/.test(
      before,
    )
  ) {
    return (
      !/(?:累计|总额|全年)?(?:发放|兑现|兑付|落实)[^，]*(?:达到|超过|以上)?$/.test(before) || /最高|每/.test(before)
    )
  }
  if (/封顶|最高不超过|不超过/.test(before) && OFFERS.test(part)) return true
  return (
    OFFERS.test(part) &&
    /给予|予以|最高|享受|申领|补助标准|奖励标准/.test(part) &&
    !/达到|突破|新增|累计/.test(at.clause)
  )
}

function timeReason(at: Surroundings): Reason | null {
  const { quantity, clause, before } = at
  if (/^(?:年|周|个星期)$/.test(quantity.unit)) return 'limit'
  if (LIMIT_VERB.test(before) && LIMIT_NAME.test(clause)) return null
  if (LIMIT_VERB.test(before) && !/应当|自.{0,10}之日/.test(clause)) return null
  if (
    LIMIT_NAME.test(before) &&
    /不超过|不高于|以内|不得超过/.test(clause) &&
    !/应当|自.{0,12}之日|合同|延长/.test(clause)
  )
    return null
  if (/学时|课时|小时/.test(quantity.unit) && /不少于|达到|累计|超过|不低于/.test(before)) return null
  return 'limit'
}

/** Nouns of which a plan counts how many it lists: 三个方面, 八项任务. */
export const LISTED =
  /^(?:重点|主要|关键|核心|方面的?)?(?:方面|环节|层面|维度|体系|机制|方向|转变|领域|阶段|板块|结合|关系|层次|步骤|抓手|支撑|目标|任务|行动|要素|链条|维护|确立|意识|自信|优先|清单|统一|重点|关键|核心|统筹|原则|坚持|区县|县区|乡镇|镇|街道|部门|特色|优势)/
