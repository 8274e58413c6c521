import { defineGuard } from '@qiangxian/kernel/matters/define-matter'
import { blindFields } from './grant-application-form.ts'
import { yuan } from './yuan.ts'

export const inCallTime = defineGuard({
  id: 'grant-application.in-call-time',
  label: '在申报期内提交',
  labelEn: 'Submitted while the call was open',
  refuses: ({ values, submittedOn }) => {
    const [opensOn, closesOn] = [values['callOpensOn'], values['callClosesOn']]
    if (typeof closesOn === 'string' && submittedOn > closesOn) {
      return {
        zh: `这项政策 ${closesOn} 截止，申报是 ${submittedOn} 提交的。请不予受理，并告知下一批时间。`,
        en: `The call closed on ${closesOn}; this came in on ${submittedOn}. Refuse it, and name the next call.`,
      }
    }
    return typeof opensOn === 'string' && submittedOn < opensOn
      ? {
          zh: `这项政策 ${opensOn} 才开始申报，申报是 ${submittedOn} 提交的。请不予受理，并请届时再报。`,
          en: `The call opens on ${opensOn}; this came in on ${submittedOn}. Refuse it, and ask to come again.`,
        }
      : undefined
  },
})

export const askedWithinMost = defineGuard({
  id: 'grant-application.asked-within-most',
  label: '申请金额不超过单个最高',
  labelEn: 'No more is asked for than one project gets',
  refuses: ({ values }) => {
    const [asked, most] = [values['asked'], values['callMost']]
    return typeof asked === 'number' && typeof most === 'number' && asked > most
      ? {
          zh: `申请 ${yuan(asked)} 元，超过单个最高 ${yuan(most)} 元。请要求补正，把申请金额改小。`,
          en: `${yuan(asked)} yuan is more than one project gets (${yuan(most)}). Ask for a supplement.`,
        }
      : undefined
  },
})

/** What experts read may not say who applied. Short names would be found in any text, so they are not looked for. */
const SHORTEST_NAME = 4

export const blind = defineGuard({
  id: 'grant-application.blind',
  label: '给专家看的内容不含申报单位',
  labelEn: 'What experts read does not say who applied',
  refuses: ({ values }) => {
    const secrets = ['organisationName', 'uscc', 'contactName'].flatMap((name) => {
      const value = values[name]
      return typeof value === 'string' && (value.length >= SHORTEST_NAME || name === 'contactName') && value.length > 1
        ? [value]
        : []
    })
    const telling = blindFields.filter((name) => {
      const text = values[name]
      return typeof text === 'string' && secrets.some((secret) => text.includes(secret))
    })
    return telling.length === 0
      ? undefined
      : {
          zh: `给专家看的内容里有 ${telling.length} 处写了申报单位或者联系人，盲审就不盲了。请要求补正，删去单位名称和姓名。`,
          en: `${telling.length} of the fields that experts read say who applied. Ask for a supplement without names.`,
        }
  },
})

export const applicationPromised = defineGuard({
  id: 'grant-application.promised',
  label: '作出真实性承诺',
  labelEn: 'Promised that all is true',
  refuses: ({ values }) =>
    values['promises'] === true
      ? undefined
      : {
          zh: '申报单位没有承诺材料真实、没有严重失信，不能受理。请要求补正。',
          en: 'Nobody promised that the application is true. Ask for a supplement.',
        },
})

export const amountIsPositive = defineGuard({
  id: 'grant-application.amount-positive',
  label: '金额大于零',
  labelEn: 'More than nothing',
  refuses: ({ input }) => {
    const amount = input['amount']
    return typeof amount !== 'number' || amount > 0
      ? undefined
      : { zh: '金额要大于零。不给予支持的，请办“不予立项”。', en: 'The amount must be more than nothing.' }
  },
})
