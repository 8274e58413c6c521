import type { Choice, Field } from './field.types.ts'
import { attachments, choice, oneOf, text } from './fields.ts'

/** Fields that many registers have, declared once so that they are called and chosen from alike everywhere. */

/** 级别: of whoever approved or recognised. 市级 is the prefecture-level city or the county-level city itself. */
export const levels = [
  oneOf('national', '国家级', 'National', '国家', '全国'),
  oneOf('provincial', '省级', 'Provincial', '省', '江苏省'),
  oneOf('municipal', '市级', 'Municipal', '市', '无锡市', '无锡市级', '宜兴市', '县级'),
] as const satisfies readonly Choice[]

export function level(label = '级别', labelEn = 'Level'): Field {
  return choice(label, labelEn, levels, { required: true, sensitivity: 'open', aliases: ['层级', '等级层次'] })
}

/** 主体类型, by the kinds in which statistics of owners are told. */
export const entityTypes = [
  oneOf('enterprise', '企业', 'Enterprise', '公司', '工矿企业', '个体工商户', '农民专业合作社'),
  oneOf('university', '大专院校', 'University', '高校', '院校', '高等院校'),
  oneOf('institute', '科研单位', 'Research institute', '科研院所', '科研机构', '研究所'),
  oneOf('organisation', '机关团体', 'Public body or association', '事业单位', '社会团体', '机关', '协会'),
  oneOf('individual', '个人', 'Individual', '自然人', '非职务'),
] as const satisfies readonly Choice[]

export function remarks(): Field {
  return text('备注', 'Remarks', { multiline: true, longest: 2_000, aliases: ['说明', '附注'], group: '其他' })
}

export function files(label = '佐证材料', labelEn = 'Evidence'): Field {
  return attachments(label, labelEn, { group: '其他', aliases: ['附件'] })
}
