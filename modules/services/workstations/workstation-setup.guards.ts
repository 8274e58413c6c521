import { defineGuard } from '@qiangxian/kernel/matters/define-matter'

const LEAST_STAFF = 2
const LEAST_CHECKERS = 2

export const enoughStaff = defineGuard({
  id: 'workstation-setup.two-staff',
  label: '工作人员不少于两人',
  labelEn: 'Two people or more',
  refuses: ({ values }) => {
    const staff = values['staff']
    if (typeof staff === 'number' && staff >= LEAST_STAFF) return undefined
    return {
      zh: `工作站要有 ${LEAST_STAFF} 名以上工作人员，申请填了 ${typeof staff === 'number' ? staff : 0} 名。请要求补正。`,
      en: `A workstation takes ${LEAST_STAFF} people or more. Ask for a supplement.`,
    }
  },
})

export const dutiesCovered = defineGuard({
  id: 'workstation-setup.basic-duties',
  label: '承担宣传、咨询、维权线索三项基本职责',
  labelEn: 'Publicity, advice and leads are among its duties',
  refuses: ({ values }) => {
    const duties = Array.isArray(values['duties']) ? values['duties'] : []
    const absent = [
      ['publicity', '宣传'],
      ['advice', '咨询'],
      ['leads', '维权线索'],
    ].flatMap(([id, label]) => (duties.includes(id) ? [] : [label]))
    return absent.length === 0
      ? undefined
      : {
          zh: `工作站至少要承担宣传、咨询、维权线索，还缺：${absent.join('、')}。请要求补正。`,
          en: `Publicity, advice and leads are the least; ${absent.length} are missing. Ask for a supplement.`,
        }
  },
})

/** @source 行政许可法第三十四条: a check on site is made by two or more */
export const twoCheckers = defineGuard({
  id: 'workstation-setup.two-checkers',
  label: '两名以上工作人员现场核实',
  labelEn: 'Two or more looked at it on site',
  refuses: ({ input }) => {
    const names = String(input['checkers'] ?? '')
      .split(/[、,，;；\s]+/)
      .filter((name) => name !== '')
    return new Set(names).size >= LEAST_CHECKERS
      ? undefined
      : {
          zh: `现场核实要有 ${LEAST_CHECKERS} 名以上工作人员，请写全姓名，用顿号分开。`,
          en: `${LEAST_CHECKERS} people or more check on site; write their names, separated by commas.`,
        }
  },
})
