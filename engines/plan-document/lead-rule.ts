/** What the document says about its own lists. */
export type LeadRule = 'named' | 'firstLeads' | 'beforeCommaLeads' | 'starLeads'

/** The rule by which the first unit of a list leads, if the document states one. */
export function findLeadRule(folded: string): LeadRule {
  if (/(?:标|带|加|注)[^。\n]{0,12}[*★▲△☆※●◆][^。\n]{0,12}(?:为|是|系|均为)[^。\n]{0,8}(?:牵头|主责)/.test(folded))
    return 'starLeads'
  if (/逗号(?:之)?前(?:的|面的|面)?.{0,8}(?:为|是).{0,6}牵头|牵头单位为.{0,10}逗号前/.test(folded))
    return 'beforeCommaLeads'
  if (
    /(?:列|排|位列|排列|列于|列在|排在)(?:名|序)?(?:在)?(?:第一|首|最前)(?:位|个|名)?(?:的)?(?:单位|部门|者)?(?:为|是|即为|系|均为|作为)?(?:第一|总|工作|主要|项目|任务)?(?:牵头|主责)|第一个(?:为|是|即为|系)牵头|(?:第一个|首个|首位|第一)(?:责任)?(?:单位|部门)(?:为|是|即为|系|均为)?(?:本|该)?(?:项)?(?:任务|工作)?(?:的)?牵头/.test(
      folded,
    )
  ) {
    return 'firstLeads'
  }
  return 'named'
}
