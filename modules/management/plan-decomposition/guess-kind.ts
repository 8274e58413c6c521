import type { organisationKinds } from '@qiangxian/kernel/parties/party.operations'

type OrganisationKind = (typeof organisationKinds)[number]

/** Endings and beginnings by which an official name says what the unit is; the first that fits wins. */
const signs: readonly (readonly [RegExp, OrganisationKind])[] = [
  [/^(各|其他)|其他成员单位|成员单位$|相关(部门|单位)|有关(部门|单位)/, 'collective'],
  [/领导小组办公室|专班办公室|指挥部办公室/, 'office'],
  [/领导小组|指挥部|工作专班|委员会议$/, 'leadingGroup'],
  [/^[市县区州旗]?(委|纪委|党委)|组织部|宣传部|统战部|政法委|党校/, 'partyOrgan'],
  [/街道(办事处)?$/, 'subdistrict'],
  [/[镇乡](人民政府)?$/, 'town'],
  [/(开发区|高新区|园区?|度假区|新区|新城|科创城)(管委会|管理办|管理委员会)?([（(].*[)）])?$/, 'park'],
  [/(局|委|办|厅|院|署|海关|法院|检察院|中心|总队|支队)([（(〔].*[)）〕])?$/, 'department'],
]

/** What a unit probably is, by its printed name; for a unit that is created from a plan, and to be changed by people. */
export function guessKind(printed: string): OrganisationKind {
  return signs.find(([sign]) => sign.test(printed))?.[1] ?? 'other'
}
