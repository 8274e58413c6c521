import { defineGuard } from '@qiangxian/kernel/matters/define-matter'

export const eventAhead = defineGuard({
  id: 'event-enrolment.event-ahead',
  label: '活动还没有开始',
  labelEn: 'The event has not begun',
  refuses: ({ values, today }) => {
    const heldOn = values['heldOn']
    return typeof heldOn === 'string' && heldOn < today
      ? {
          zh: `活动 ${heldOn} 已经办过，不能再确认。请不确认，并推荐下一场。`,
          en: `The event was on ${heldOn}. Decline, and name the next one.`,
        }
      : undefined
  },
})

export const eventBegan = defineGuard({
  id: 'event-enrolment.event-began',
  label: '活动已经开始',
  labelEn: 'The event has begun',
  refuses: ({ values, today }) => {
    const heldOn = values['heldOn']
    return typeof heldOn === 'string' && heldOn > today
      ? {
          zh: `活动 ${heldOn} 才办，还不能登记到场。`,
          en: `The event is on ${heldOn}; nobody can have come yet.`,
        }
      : undefined
  },
})
