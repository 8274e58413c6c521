import { oneOf } from '@qiangxian/kernel/registers/fields'

/** 专利法第二条; the same words for rights granted abroad, so that they can be compared. */
export const patentTypes = [
  oneOf('invention', '发明', 'Invention', '发明专利', '发明授权', '发明创造', 'PCT发明'),
  oneOf('utility-model', '实用新型', 'Utility model', '实用新型专利', '新型'),
  oneOf('design', '外观设计', 'Design', '外观设计专利', '外观'),
] as const
