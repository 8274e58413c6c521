import type { Caution } from '@qiangxian/kernel/indicators/indicator.types'

const source = '关于进一步严格规范专利申请行为的通知（国知发保字〔2021〕1号）'

/** 数量导向提示: the state forbids counties to set targets and rewards on the number of applications, and pay for grants. */
export const quantityCautions: readonly Caution[] = [
  {
    id: 'patent-applications',
    message: '按申请日计数就是申请量。国家规定不得以专利申请量作为考核指标，请改用授权、有效或高价值发明专利。',
    messageEn:
      'Counting by filing date counts applications, which the state forbids as a target; count grants or stock.',
    source,
    applies: { counts: 'patent', by: 'filedOn' },
  },
  {
    id: 'pct-applications',
    message: 'PCT 申请量也是申请量，不得作为考核指标；可作参考，不宜定为目标或计分。',
    messageEn: 'PCT applications are applications, too: fit for reference, not for targets or scores.',
    source,
    applies: { counts: 'pct-application', by: 'filedOn' },
  },
  {
    id: 'overseas-applications',
    message: '按申请日统计海外专利就是申请量，不得作为考核指标。请按授权日统计。',
    messageEn: 'Counting by filing date abroad counts applications; count by the day of grant.',
    source,
    applies: { counts: 'overseas-patent', by: 'filedOn' },
  },
  {
    id: 'pay-per-grant',
    message: '用金额除以专利件数，近似于按件给钱。国家要求在 2025 年前全面取消对专利授权的资助，请确认不是奖补标准。',
    messageEn:
      'Money by number of patents resembles pay per grant, which was to end by 2025; make sure it is no subsidy.',
    source,
    applies: { paysFor: ['patent', 'pct-application', 'overseas-patent'] },
  },
]
