import type { Parameter } from '../../county.types.ts'
import { fundLimits } from './limits-funds.ts'
import { protectionLimits } from './limits-protection.ts'
import { serviceLimits } from './limits-services.ts'

/** How long things take where law leaves it to the county, or where the text is still to be confirmed (时限参数). */
export const limitParameters: Parameter[] = [
  {
    key: 'limit.clear-days-reading',
    label: '“几日前通知”的算法',
    labelEn: 'How days before an event are read',
    unit: '算法',
    value: 'strict',
    choices: [
      { value: 'strict', label: '从严：送达日与活动日之间有完整的几日' },
      { value: 'lax', label: '从宽：送达日算作其中一日' },
    ],
    isDefault: true,
    about: [],
    source: '行政处罚法（2021 修订）第六十四条第二项',
    note: '两种读法都有；从严不会误期。',
  },
  {
    key: 'matter.overdue.head-after-working-days',
    label: '办件超期告知单位负责人',
    labelEn: 'A late matter is told to the head',
    unit: '工作日',
    value: 1,
    isDefault: true,
    about: [],
    source: '平台默认',
    note: '自届满次日起算的工作日数。',
  },
  {
    key: 'matter.overdue.office-after-working-days',
    label: '办件超期告知领导小组办公室',
    labelEn: 'A late matter is told to the office',
    unit: '工作日',
    value: 3,
    isDefault: true,
    about: [],
    source: '平台默认',
    note: '只报法定期限超期的。',
  },
  ...protectionLimits,
  ...serviceLimits,
  ...fundLimits,
]
