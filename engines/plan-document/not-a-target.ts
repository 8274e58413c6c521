/**
 * Why a number is no target: what was achieved so far, what is offered as a reward, who is eligible, how long a
 * procedure may take, how many items a list has. The reasons are what an official reads in the ledger of unread numbers.
 */
import { familyOf, type MeasureFamily } from './measure-words.ts'
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
  table: '一句话中数字过多，像是散开的表格，请人工判断',
  grid: '表格的列没有读懂（不是任务表，也不是指标表），请人工判断',
  coverage: '“全覆盖”没有写出数字，可以按 100% 设为指标，请人工确认',
  input: '安排或投入的保障条件，不是要达到的目标',
  unclear: '没有找到“达到、新增、不少于”等要求达到的表述，请人工判断',
} as const

export type Reason = keyof typeof REASONS

/** What the words around a sentence are for. */
export type Zone = 'goals' | 'tasks' | 'safeguards' | 'phases' | 'background' | 'preface' | 'other'

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
  readonly zone: Zone
  /** a date to come, 力争, 目标 in the same sentence */
  readonly future: boolean
}

interface Rule {
  readonly reason: Reason
  readonly applies: (at: Surroundings, family: MeasureFamily) => boolean
}

const RISING_OR_FALLING = /提高|提升|增加|增长|扩大|压缩|压减|缩短|降低|下降|上升|减少|增至|降至|升至|延长/
const ASKED = /达到|突破|新增|累计|不少于|不低于|建成|增长|扩大|超过/
const OFFERED_AFTER =
  /^(?:的)?(?:标准|比例|一次性|综合|资金|分档|不等|以内|以下|左右|、|至)*(?:的)?(?:奖励|补贴|补助|资助|奖补|支持|贷款|贴息|经费支持|配套|奖金|返还|存储|予以|给予|预付|承担|分担)/
const OFFERED_BEFORE =
  /(?:最高|封顶|给予|予以|每[家个户项件人名笔亩公里月年]{1,2}(?:不超过|最高|奖励|补助|补贴|给予)?|奖励|补助|补贴|资助|奖补|罚款|单户|单笔|单个[^，]{0,6}|额度|授信|标准为)(?:不超过|不高于|最高|约|各)?[^，]{0,6}$/
const OFFERING = /给予|予以|最高|享受|申领|补助标准|奖励标准|补贴标准|租房补贴|免费/
const LIMIT_VERB = /压缩|缩短|压减|缩减|减少|降至|降到|降低到|降低至|提速|控制在/
const LIMIT_NAME = /时限|时间|周期|用时|时长|办结|审批|停电|住院日|等候/
/** 平均审查周期4个月 is a level even without a word that asks for it. */
const AVERAGE = /平均[^，]{0,10}(?:周期|时间|时限|时长)(?:为|约)?$/
const DUTY = /每学年|每周|每学期|应当|自.{0,12}之日|合同(?!纠纷|案件|登记)|延长|不得超过|每天|每日/
const MEETING = /召开|调度|通报|报送|报告|督查|检查|例会|研究|评估|恳谈|会商|更新|会议|自查|汇报|推进会|分析|发布/

/** In the order in which an official would object; the first that applies is the reason. */
const RULES: readonly Rule[] = [
  { reason: 'coverage', applies: ({ quantity }) => quantity.worded && quantity.unit === '%' },
  { reason: 'past', applies: ({ past }) => past },
  {
    reason: 'past',
    applies: ({ zone, future, clause }) => zone === 'background' && !future && /达|同比|累计|已/.test(clause),
  },
  { reason: 'background', applies: ({ zone, future }) => zone === 'background' && !future },
  {
    reason: 'baseline',
    applies: ({ before, after, nextClause, quantity }) =>
      quantity.unit !== '倍' &&
      /(?:从|由|自|现状的?|目前的?|当前的?|基数为?|现有的?|原来的?|原有的?|\d年的?)$/.test(before) &&
      RISING_OR_FALLING.test(after + nextClause),
  },
  {
    reason: 'baseline',
    applies: ({ before }, family) =>
      /(?:较|比|相比)(?:20\d{2}年|上年|去年|全国|全省|全市|同期)[^，]{0,6}$/.test(before) && family !== 'share',
  },
  { reason: 'threshold', applies: ({ clause }) => /^(?:对|凡|对于|符合|若|如|经).*(?:的|后)$/.test(clause) },
  {
    reason: 'threshold',
    applies: ({ clause, nextClause }) =>
      /的$/.test(clause) && /^(?:的)?(?:给予|予以|奖励|补助|补贴|可)/.test(nextClause),
  },
  // 按每招用1人: what one gets for each.
  {
    reason: 'threshold',
    applies: ({ before }) =>
      /每(?!年|月|季|周|半年|两年|万|千|百|天|日|个(?:镇|县|乡|街道|园区|区|市|村))[^，]{0,3}$/.test(before),
  },
  { reason: 'award', applies: (at, family) => family !== 'counter' && OFFERED_AFTER.test(at.after) },
  {
    reason: 'input',
    applies: ({ before, zone }) =>
      zone !== 'goals' && /财政[^，]{0,8}(?:安排|投入)[^，]*(?:资金|经费)(?:不低于|不少于|达到?|超过)?$/.test(before),
  },
  { reason: 'award', applies: (at, family) => family === 'money' && isMoneyOffered(at) },
  { reason: 'award', applies: (at, family) => family === 'share' && isShareOffered(at) },
  { reason: 'limit', applies: (at, family) => family === 'time' && !isLimitToReach(at) },
  // 160千瓦及以下小微企业, 50人以上规模企业: who is meant.
  {
    reason: 'threshold',
    applies: ({ after, quantity }, family) =>
      family === 'money' || family === 'physical'
        ? /^(?:（含）)?(?:及|或)?以[上下](?:的)?[\u4e00-\u9fff]/.test(after) &&
          !/^以上(?:的)?(?:产业集群|集群|基金|产能|高标准|耕地)/.test(after)
        : quantity.unit === '人' && /^(?:及)?以[上下]的?(?:规模)?(?:企业|单位|机构|班级|乡镇|村|场所)/.test(after),
  },
  // 服务人口超过10万人的卫生院
  {
    reason: 'threshold',
    applies: ({ quantity, before, after }) =>
      /^(?:万?人|万?户)$/.test(quantity.unit) &&
      /超过|不足|达到?/.test(before) &&
      /^(?:以[上下])?的[\u4e00-\u9fff]{2}/.test(after),
  },
  {
    reason: 'limit',
    applies: ({ before, zone }) =>
      zone !== 'goals' &&
      /(?:每(?:次|批次|名|人|家|户|项|件|站|所|校|村|班|组|学年)|单(?:次|户|笔|个)|不得|原则上)[^，]{0,16}(?:不超过|不少于|不低于|不高于|超过|低于|少于|高于)$/.test(
        before,
      ) &&
      !/(?:占比|比例|率)(?:不超过|不少于|不低于|不高于|超过|低于|高于)$/.test(before),
  },
  // 预备金为项目总额的5%; 占GDP的15% is a target.
  {
    reason: 'award',
    applies: ({ before }, family) =>
      family === 'share' &&
      /的$/.test(before) &&
      !/占|达|超过|不低于|不少于|突破|(?:提高|提升|扩大|增加)(?:到|至)/.test(before),
  },
  {
    reason: 'threshold',
    applies: ({ before, after }, family) =>
      family === 'share' &&
      /(?:低于|不足|高于|超过|不满)$/.test(before) &&
      /^的(?!目标|水平|比例|速度|增速)[\u4e00-\u9fff]{2}/.test(after),
  },
  {
    reason: 'past',
    applies: ({ before, zone, future }) =>
      zone !== 'goals' && !future && /(?:现有|现共有|目前有|已有|共有)[^，]{1,16}$/.test(before),
  },
  // 裁员率放宽到20%: who may take part.
  { reason: 'threshold', applies: ({ before }) => /放宽(?:到|至|为)[^，]{0,20}$/.test(before) },
  { reason: 'award', applies: ({ clause }) => /免费|免收/.test(clause) && !/每年|累计|不少于|以上/.test(clause) },
  { reason: 'award', applies: ({ before }) => /报销|免租|自筹|加价|每(?:千瓦时|度|吨|立方米)/.test(before) },
  {
    reason: 'award',
    applies: ({ clause, before, quantity }) =>
      /^[位名]?$/.test(quantity.unit) && /前$/.test(before) && /考核|评比|比赛|大赛/.test(clause),
  },
  { reason: 'award', applies: ({ after }, family) => family === 'share' && /^(?:以上|以下)?(?:资金)?用于/.test(after) },
  {
    reason: 'threshold',
    applies: ({ quantity, clause }) => quantity.unit === '倍' && /倍以上[^，]{0,4}倍以下/.test(clause),
  },
  { reason: 'background', applies: ({ clause, zone }) => zone !== 'goals' && /预计|预测/.test(clause) },
  {
    reason: 'background',
    applies: ({ before, zone }) =>
      /^(?:background|preface|other)$/.test(zone) && /将(?:突破|超过|达到?|超|增至)$/.test(before),
  },
  // 新港2期工程
  {
    reason: 'name',
    applies: ({ quantity, clause }) =>
      quantity.unit === '期' && !/班|培训|简报|讲|预警|信息|通报|刊|活动|发布/.test(clause),
  },
  {
    reason: 'project',
    applies: ({ before }) => /(?:亩均|每亩|单位面积)投资(?:强度|标准)?(?:原则上)?(?:不低于|不少于|达到)?$/.test(before),
  },
  { reason: 'award', applies: ({ after, quantity }) => /基点/.test(quantity.unit) || /^基点/.test(after) },
  // 依托10家机构: what the work leans on.
  { reason: 'list', applies: ({ before }) => /(?:依托|围绕|聚焦|针对|紧盯)$/.test(before) },
  // 覆盖全部120个村: what there is.
  { reason: 'list', applies: ({ before }) => /(?:全部|所有|现有|全市|全县|全区|共辖|下辖|辖)$/.test(before) },
  {
    reason: 'award',
    applies: ({ before }, family) =>
      family === 'share' && /留用|分成|自筹|首付|承担|收益|抽查比例|抽检比例|最高/.test(before),
  },
  {
    reason: 'award',
    applies: ({ before }, family) => family === 'share' && /不(?:得)?(?:超过|高于|低于)[^，]{1,16}的$/.test(before),
  },
  {
    reason: 'frequency',
    applies: ({ quantity, clause }) => quantity.unit === '次' && /每(?:季度|季|月|周|半年|天|日)/.test(clause),
  },
  { reason: 'member', applies: ({ clause }) => /组成|组长|副组长|兼任|担任/.test(clause) },
  // 各镇配备专管员1名: staff of every house; 全县配备执法人员200名 is a target.
  {
    reason: 'member',
    applies: ({ quantity, before }) =>
      /^[名人位]$/.test(quantity.unit) && /各[^，]{0,12}(?:配备|配齐|明确|确定)[^，]{0,14}员$/.test(before),
  },
  {
    reason: 'member',
    applies: ({ quantity, clause, after }) =>
      /^(?:名|位|个)$/.test(quantity.unit) &&
      /明确|确定|配备|落实|指定/.test(clause) &&
      /^(?:分管|专职|兼职|联络|负责|工作人员|专人)/.test(after),
  },
  {
    reason: 'frequency',
    applies: ({ quantity, clause }) =>
      /^[次期场]$/.test(quantity.unit) &&
      /每(?:年|季度|季|月|周|半年|两年|三年|双月)|年至少/.test(clause) &&
      (quantity.value === 1 || quantity.numeral === 'han') &&
      MEETING.test(clause),
  },
  {
    reason: 'frequency',
    applies: ({ quantity, before }) =>
      /^[次期]$/.test(quantity.unit) &&
      /(?:每(?:年|季度|季|月|周|半年)|每[^，]{0,4})[^，]{0,12}$/.test(before) &&
      /发布|发放|通报|更新|报送|调度|简报|信息/.test(before),
  },
  {
    reason: 'score',
    applies: ({ quantity, clause }) => quantity.unit === '分' && /总分|满分|分值|计分|扣分|加分|考核|赋分/.test(clause),
  },
  {
    reason: 'score',
    applies: ({ clause, part }, family) => family === 'share' && (/权重|分值/.test(clause) || /总分|满分/.test(part)),
  },
  { reason: 'score', applies: ({ quantity, part }) => quantity.unit === '分' && /总分|满分/.test(part) },
  // 投资额25亿元的项目, 3万平方米的集聚区: the size of one thing. A fund is its size.
  {
    reason: 'project',
    applies: ({ before, after }, family) =>
      (family === 'money' || family === 'physical') &&
      /^(?:以上|以下|以内)?的[\u4e00-\u9fffA-Z]/.test(after) &&
      !/总?规模$/.test(before) &&
      !(ASKED.test(before) && /^的[^，]{0,12}(?:基金|资金)/.test(after)) &&
      !/^的(?:目标|水平|规模)/.test(after),
  },
  {
    reason: 'project',
    applies: ({ clause, before, zone }) =>
      /(?:全长|总投资|总面积|占地|占地面积|规划面积|全程|注册资本|建筑面积|计划投资|总长|线路长)(?:约|为)?$/.test(
        before,
      ) &&
      zone !== 'goals' &&
      !/达到|不少于|完成|累计|突破/.test(clause),
  },
  {
    reason: 'limit',
    applies: ({ before, clause, zone }) =>
      zone !== 'goals' && /原则上不超过|不得超过/.test(before) && /检查|时限|期限|费/.test(clause),
  },
  {
    reason: 'award',
    applies: ({ before }, family) =>
      family === 'share' &&
      /(?:费率|利率|收费标准|手续费)(?:原则上)?(?:不超过|不高于|控制在|不得超过|降至)?$/.test(before),
  },
  {
    reason: 'input',
    applies: ({ zone, clause }) => zone === 'safeguards' && /安排|投入|资金|经费|预算|用地指标|编制/.test(clause),
  },
]

/** The reason why the number is no target, or null. */
export function whyNotATarget(at: Surroundings): Reason | null {
  const family = familyOf(at.quantity.unit)
  return RULES.find(({ applies }) => applies(at, family))?.reason ?? null
}

function isMoneyOffered({ before, clause, part }: Surroundings): boolean {
  if (
    /(?:余额|总额|规模|金额|产值|收入|额度|额|值|投资|资金池|发放)(?:达到|达|突破|超过|超|不低于|不少于|新增|扩大至|扩大到)*$/.test(
      before,
    ) &&
    !/最高|限额|定额/.test(before)
  )
    return false
  if (/授信(?:总额|规模|额度)?(?:突破|超过|达到|不低于)$/.test(before)) return false
  if (OFFERED_BEFORE.test(before)) return true
  if (/封顶|最高不超过|不超过/.test(before) && /给予|予以|奖|补|贴|授信|额度/.test(part)) return true
  return OFFERING.test(part) && !ASKED.test(clause)
}

function isShareOffered({ before, after, clause, part }: Surroundings): boolean {
  if (/按(?:照)?(?!期|时|月|年|季|规|质|需|计划)[^，]{0,24}$/.test(before)) return true
  if (/(?:给予|返还|补贴|补助|贴息|不超过实际|补贴标准|补助标准)[^，]{0,24}$/.test(before)) return true
  return /^的/.test(after) && /给予|补助|补贴/.test(part) && !ASKED.test(clause)
}

/** 办理时限压缩至3个工作日 is to be reached, 应当自受理之日起90日内办结 is a duty of procedure. */
function isLimitToReach({ quantity, clause, before }: Surroundings): boolean {
  // 平均受教育年限达到13年 is a level, whatever the measure.
  if (/(?:年限|寿命)(?:提高|提升|增加|延长)?(?:到|至|达到|达|不低于|超过)$/.test(before)) return true
  if (/^(?:年|周|个星期)$/.test(quantity.unit) || DUTY.test(clause)) return false
  if (LIMIT_VERB.test(before)) return true
  if (AVERAGE.test(before)) return true
  if (/(?:报装|接入|开办|验收)(?:办理)?不超过$/.test(before)) return true
  if (LIMIT_NAME.test(before) && /不超过|不高于|以内/.test(clause)) return true
  return /学时|课时|小时/.test(quantity.unit) && /不少于|达到|累计|超过|不低于/.test(before)
}

/** Nouns of which a plan counts how many it lists: 三个方面, 八项任务. */
export const LISTED =
  /^(?:重点|主要|关键|核心|方面的?)?(?:方面|环节|层面|维度|体系|机制|方向|转变|领域|阶段|板块|结合|关系|层次|步骤|抓手|支撑|目标|任务|行动|要素|链条|维护|确立|意识|自信|优先|清单|统一|统筹|(?:重点|关键|核心)(?!企业|技术|专利|园区|基地|项目|品牌|产品|平台|实验室)|原则|坚持|区县|县区|乡镇|镇|街道|部门|国家|省份|地区|(?:特色|优势)(?!企业|产业|园区|基地|品牌|产品|农产品|项目|平台))/
