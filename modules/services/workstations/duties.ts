import { oneOf } from '@qiangxian/kernel/registers/fields'

/** 工作站职责, the same words in the form and in the register. */
export const duties = [
  oneOf('publicity', '宣传', 'Publicity'),
  oneOf('advice', '咨询', 'Advice'),
  oneOf('cultivation', '培育', 'Cultivation'),
  oneOf('leads', '维权线索', 'Leads'),
  oneOf('training', '培训', 'Training'),
  oneOf('brand-ledger', '品牌台账', 'Brand ledger'),
  oneOf('pledge', '质押对接', 'Pledge matching'),
  oneOf('works', '作品登记初审', 'First check of works'),
] as const

export const signs = [
  oneOf('ip-workstation', '知识产权工作站', 'IP workstation'),
  oneOf('brand-guidance', '商标品牌指导站', 'Brand guidance station'),
  oneOf('copyright', '版权工作站', 'Copyright workstation'),
] as const
