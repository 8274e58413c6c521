import type { DutyState } from '../api/types.gen.ts'
import { defineTexts } from '../i18n/language.ts'

const statesZh: Record<DutyState, string> = {
  open: '待办',
  drafted: '已起草',
  returned: '被退回',
  submitted: '已上报，待审核',
  checked: '已审核，待核定',
  met: '已完成',
  withdrawn: '已撤销',
}
const statesEn: Record<DutyState, string> = {
  open: 'to do',
  drafted: 'drafted',
  returned: 'returned',
  submitted: 'submitted',
  checked: 'checked',
  met: 'met',
  withdrawn: 'withdrawn',
}

export const dutyTexts = defineTexts(
  {
    states: statesZh,
    overdue: (days: number) => `逾期 ${days} 天`,
    left: (days: number) => (days === 0 ? '今天到期' : `还剩 ${days} 个工作日`),
    until: (day: string) => `${day}止`,
    provisional: '暂定',
    provisionalWhy: '这一年的放假安排还没有公布，公布后会重算',
    extended: '已延期',
    kinds: { report: '报送', part: '任务办结', milestone: '里程碑' },
    county: '全市',
  },
  {
    states: statesEn,
    overdue: (days) => `${days} days overdue`,
    left: (days) => (days === 0 ? 'due today' : `${days} working days left`),
    until: (day) => `until ${day}`,
    provisional: 'provisional',
    provisionalWhy: 'The holidays of that year are not published yet; it will be counted again',
    extended: 'extended',
    kinds: { report: 'report', part: 'task part', milestone: 'milestone' },
    county: 'county',
  },
)
