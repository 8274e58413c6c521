import { oneOf } from '@qiangxian/kernel/registers/fields'

/** 评议事由: which activities are reviewed. */
export const triggers = [
  oneOf('funded', '政府资金支持的项目', 'Publicly funded project', '财政资金'),
  oneOf('talent', '引进人才', 'Talent introduction', '人才引进'),
  oneOf('merger', '并购、重组', 'Merger', '收购'),
  oneOf('technology', '技术进出口', 'Technology import or export'),
  oneOf('investment', '重大投资、用地', 'Major investment or land', '招商引资'),
  oneOf('other', '其他', 'Other'),
] as const

export const conclusions = [
  oneOf('proceed', '建议实施', 'Proceed'),
  oneOf('conditional', '有条件实施', 'Proceed on conditions'),
  oneOf('not', '不建议实施', 'Do not proceed'),
] as const

export const risks = [oneOf('high', '高', 'High'), oneOf('medium', '中', 'Medium'), oneOf('low', '低', 'Low')] as const
