import { defineGuard } from '@qiangxian/kernel/matters/define-matter'

/** The day is filled in from the session that was chosen, so that the rule needs no look-up. */
export const sessionAhead = defineGuard({
  id: 'training-enrolment.session-ahead',
  label: '培训还没有开始',
  labelEn: 'The session has not begun',
  refuses: ({ values, today }) => {
    const heldOn = values['heldOn']
    if (typeof heldOn !== 'string' || heldOn >= today) return undefined
    return {
      zh: `这场培训 ${heldOn} 已经办过，不能再确认名额。请不予录取，并推荐下一场。`,
      en: `The session was on ${heldOn}. Refuse the place, and name the next session.`,
    }
  },
})

export const sessionOver = defineGuard({
  id: 'training-enrolment.session-over',
  label: '培训已经开始',
  labelEn: 'The session has begun',
  refuses: ({ values, today }) => {
    const heldOn = values['heldOn']
    if (typeof heldOn !== 'string' || heldOn <= today) return undefined
    return {
      zh: `这场培训 ${heldOn} 才办，还不能登记到课或者缺席。`,
      en: `The session is on ${heldOn}; nobody can have come or stayed away yet.`,
    }
  },
})
