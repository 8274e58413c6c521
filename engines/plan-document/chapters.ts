/**
 * What a chapter is for, told from its title. Only what the genre agrees on is known; every other title is `unknown`
 * and judged by what stands in it.
 */
export type ChapterKind = 'overall' | 'goals' | 'tasks' | 'safeguards' | 'phases' | 'background' | 'annex' | 'unknown'

const BY_TITLE: readonly (readonly [ChapterKind, RegExp])[] = [
  ['annex', /^(?:附件|附则|附录|附表|名词解释|术语)/],
  ['phases', /进度|(?:实施|工作|推进|方法)步骤|阶段安排|时间安排|实施阶段|工作阶段|实施计划|步骤安排|阶段划分|^阶段/],
  [
    'overall',
    /^(?:总体要求|总体安排|总体考虑|总则|总体部署|指导思想[和与及、].*目标|总体思路[和与及、].*目标|总体要求[和与及、].*目标|工作思路[和与及、].*目标)/,
  ],
  [
    'safeguards',
    /保障|组织实施|组织领导|工作要求|相关要求|有关要求|组织推进|实施机制|推进机制|强化落实|抓好落实|监督管理$|督促落实/,
  ],
  [
    'background',
    /^(?:基本情况|.{0,4}概况|(?!夯实|筑牢|强化|加强|打牢|巩固|实施|做强|厚植|完善|推进|提升).{0,6}(?:发展|工作|现实)?基础(?:和|与|及)?(?!设施|研究|教育|支撑|能力|工程|行动).{0,4}|.*现状.*|.*形势.*|.{0,4}背景.{0,6}|指导思想|.{0,4}原则|总体思路|工作思路|发展思路|.*成效.*|.*回顾.*|.*存在.*问题.*|.{0,4}意义|重要性|必要性|适用范围|编制依据|.*依据)$/,
  ],
  ['goals', /目标|指标/],
  [
    'tasks',
    /任务|重点工作|主要工作|工作内容|重点内容|主要内容|重点举措|主要举措|工作举措|实施举措|具体举措|工作措施|主要措施|具体措施|重点措施|政策措施|重点工程|重大工程|重点行动|专项行动|主要行动|重大行动|实施内容|工作重点|重点领域和|工作安排|支持措施|支持政策|扶持政策/,
  ],
]

/** A short line without a number is a heading only when it is exactly such a name. */
const EXACT: readonly (readonly [ChapterKind, RegExp])[] = [
  ['goals', /^(?:工作|总体|发展|主要|建设|预期|年度|具体|阶段性?|行动)目标$/],
  ['tasks', /^(?:重点|主要|工作)(?:任务|举措|措施|工作)$/],
  ['safeguards', /^(?:保障措施|组织保障|组织实施|工作要求|实施保障|工作保障|保障机制)$/],
  ['phases', /^(?:时序进度|进度安排|实施步骤|工作步骤|推进步骤|时间安排|实施阶段)$/],
  ['background', /^(?:指导思想|基本原则|工作原则|发展基础|工作基础)$/],
  ['overall', /^(?:总体要求|总体思路)$/],
]

export function classifyTitle(title: string, exact = false): ChapterKind {
  const bare = title.replace(/[。：，；\s]+$/, '')
  for (const [kind, pattern] of exact ? EXACT : BY_TITLE) if (pattern.test(bare)) return kind
  return 'unknown'
}
