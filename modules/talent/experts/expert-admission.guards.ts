import { defineGuard } from '@qiangxian/kernel/matters/define-matter'

export const admissionOrReappointment = defineGuard({
  id: 'expert-admission.stays-or-comes',
  label: '首次入库或者续聘',
  labelEn: 'Admission or re-appointment',
  refuses: ({ values }) =>
    values['kind'] === 'exit'
      ? {
          zh: '这一件是退出专家库，不用资格审查。请直接“确认退出”。',
          en: 'This one leaves the list; nothing is to be examined. Confirm the exit.',
        }
      : undefined,
})

export const firstAdmission = defineGuard({
  id: 'expert-admission.is-new',
  label: '首次入库',
  labelEn: 'A first admission',
  refuses: ({ values }) =>
    values['kind'] === 'new'
      ? undefined
      : {
          zh: '只有首次入库要公示。续聘的请“提请决定”，退出的请“确认退出”。',
          en: 'Only first admissions are published. Send a re-appointment to decision, and confirm an exit.',
        },
})

export const reappointment = defineGuard({
  id: 'expert-admission.is-reappointment',
  label: '续聘',
  labelEn: 'A re-appointment',
  refuses: ({ values }) =>
    values['kind'] === 'reappointment'
      ? undefined
      : {
          zh: '首次入库要先公示，不能直接提请决定。',
          en: 'A first admission is published before it is decided.',
        },
})

export const leaving = defineGuard({
  id: 'expert-admission.is-exit',
  label: '退出',
  labelEn: 'An exit',
  refuses: ({ values }) =>
    values['kind'] === 'exit'
      ? undefined
      : {
          zh: '申请人没有要求退出。解聘请由办公室在专家库登记解聘日期。',
          en: 'Nobody asked to leave. To dismiss somebody, enter the end in the register.',
        },
})

export const expertPromised = defineGuard({
  id: 'expert-admission.promised',
  label: '作出承诺',
  labelEn: 'Promised to keep the rules',
  refuses: ({ values }) =>
    values['kind'] === 'exit' || values['promises'] === true
      ? undefined
      : {
          zh: '申请人没有作出回避、保密、廉洁的承诺，不能受理。请要求补正。',
          en: 'The applicant did not promise to keep the rules. Ask for a supplement.',
        },
})

export const termLiesAhead = defineGuard({
  id: 'expert-admission.term-ahead',
  label: '聘期合理',
  labelEn: 'A term that makes sense',
  refuses: ({ input, today }) => {
    const until = input['termEndsOn']
    if (typeof until !== 'string' || (until > today && Number(until.slice(0, 4)) - Number(today.slice(0, 4)) <= 5)) {
      return undefined
    }
    return {
      zh: `聘期至 ${until} 不合适：应在今天以后，最长五年，一般三年。`,
      en: `A term until ${until} makes no sense: it lies ahead, five years at most, three as a rule.`,
    }
  },
})
