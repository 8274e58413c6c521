import type { PlanSafeguard } from '../county.types.ts'

/** 保障措施: titles as printed, summaries in our own words. */
export const safeguards: PlanSafeguard[] = [
  {
    number: 1,
    title: '加强组织领导',
    titleEn: 'Leadership',
    summary: '党委统一领导，政府负责，部门主抓；部门和上下级协同，任务分工落到单位。',
  },
  {
    number: 2,
    title: '完善政策供给',
    titleEn: 'Policies',
    summary: '印发强县示范县实施方案和省保护示范区建设方案，配齐激励、保护、服务三类政策。',
  },
  {
    number: 3,
    title: '加大投入力度',
    titleEn: 'Funding',
    summary: '完善专项经费和奖励制度，与财政预算衔接；鼓励镇（园区、街道）、企业和社会资金投入。',
  },
  {
    number: 4,
    title: '强化监督考核',
    titleEn: 'Supervision and assessment',
    summary: '分解考核指标，动态监测和评估，鼓励第三方评价；每年开展社会满意度调查和保护水平评估。',
  },
]
