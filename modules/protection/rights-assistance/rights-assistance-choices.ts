import { oneOf } from '@qiangxian/kernel/registers/fields'

/** What is asked for 援助方式, the same words in the form and in the register. */
export const helpKinds = [
  oneOf('advice', '咨询指导', 'Advice', '咨询'),
  oneOf('infringement-opinion', '侵权判定参考意见', 'Opinion on infringement', '侵权判定'),
  oneOf('damages-opinion', '赔偿额参考意见', 'Opinion on damages', '赔偿额'),
  oneOf('evidence', '取证与诉讼指导', 'Guidance on evidence and suits', '取证指导', '诉讼指导'),
  oneOf('overseas', '海外纠纷应对指导', 'Guidance on disputes abroad', '海外维权'),
  oneOf('fair-or-platform', '展会、电商快速维权', 'Quick help at fairs and on platforms', '展会维权', '电商维权'),
  oneOf('cost-sharing', '分担维权费用', 'Sharing of costs', '费用分担'),
] as const

export const rightKinds = [
  oneOf('invention', '发明专利', 'Invention patent'),
  oneOf('utility-model', '实用新型专利', 'Utility model'),
  oneOf('design', '外观设计专利', 'Design', '外观'),
  oneOf('trademark', '商标', 'Trade mark'),
  oneOf('copyright', '著作权', 'Copyright', '版权'),
  oneOf('geographical-indication', '地理标志', 'Geographical indication'),
  oneOf('trade-secret', '商业秘密', 'Trade secret'),
  oneOf('other', '其他', 'Other'),
] as const

/** How it came out, as the case is closed. */
export const results = [
  oneOf('opinion-given', '已出具参考意见', 'Opinion given'),
  oneOf('guided', '已指导，当事人自行维权', 'Guided'),
  oneOf('referred', '已转介其他机构办理', 'Referred', '转介'),
  oneOf('settled', '促成和解', 'Settled', '和解'),
  oneOf('costs-shared', '已分担费用', 'Costs shared'),
  oneOf('not-possible', '无法提供援助', 'Not possible'),
] as const
