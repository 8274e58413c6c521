import { defineGuard } from '@qiangxian/kernel/matters/define-matter'
import type { GuardFacts, GuardRefusal } from '@qiangxian/kernel/matters/matter.types'
import { complaintRefusalGrounds, mediationEndGrounds, type RefusalGround } from './violation-report-choices.ts'

/** 市场监督管理投诉举报处理办法（市场监管总局令第121号） applies to what comes in from this day on. */
export const NEW_RULES_FROM = '2026-04-15'

const labels = { complaint: '投诉', report: '举报', both: '投诉并举报' } as const

export const isComplaint = ofKind('complaint')
export const isReport = ofKind('report')
export const isBoth = ofKind('both')

function ofKind(kind: keyof typeof labels) {
  return defineGuard({
    id: `violation-report.is-${kind}`,
    label: `提交的是“${labels[kind]}”`,
    labelEn: `It was submitted as ${kind}`,
    refuses: ({ values }) =>
      values['kind'] === kind
        ? undefined
        : {
            zh: `这一件提交的是“${wordOf(values['kind'])}”，不能按“${labels[kind]}”受理。内容里既有投诉又有举报的，先“分案”。`,
            en: `It was submitted as ${String(values['kind'])}, and cannot be accepted as ${kind}. Split it first where it holds both.`,
          },
  })
}

function wordOf(kind: unknown): string {
  return kind === 'complaint' || kind === 'report' || kind === 'both' ? labels[kind] : String(kind)
}

export const identityKnown = defineGuard({
  id: 'violation-report.identity-known',
  label: '投诉人身份清楚',
  labelEn: 'The complainant is known',
  refuses: ({ values, submittedOn }) => {
    const absent = [
      ...(isFilled(values['reporterName']) ? [] : ['姓名']),
      ...(isFilled(values['reporterPhone']) ? [] : ['电话']),
      ...(isFilled(values['reporterAddress']) ? [] : ['通讯地址']),
      ...(submittedOn < NEW_RULES_FROM || isFilled(values['reporterIdNumber']) ? [] : ['身份证件']),
    ]
    if (absent.length === 0) return undefined
    const next = submittedOn < NEW_RULES_FROM ? '请先要求补正。' : '请先发出身份证明告知。'
    return {
      zh: `投诉要有真实身份，还缺：${absent.join('、')}。${next}`,
      en: `A complaint takes a true identity; it lacks ${absent.length} of the particulars. Ask for them first.`,
    }
  },
})

export const forDailyLife = defineGuard({
  id: 'violation-report.for-daily-life',
  label: '为生活消费而买，且没有超过三年',
  labelEn: 'Bought for daily life, not more than three years ago',
  refuses: ({ values, submittedOn }) => {
    if (values['boughtFor'] !== 'living') {
      return {
        zh: '不是为生活消费购买的，不属于消费者投诉。可以改按举报处理，或者不予受理并告知其他途径。',
        en: 'It was not bought for daily life. Handle it as a report, or refuse it and name the other ways.',
      }
    }
    return isOlderThanThreeYears(values['knownOn'], submittedOn)
      ? {
          zh: `投诉人 ${String(values['knownOn'])} 就知道权益受损，到收到投诉时已超过三年。请不予受理。`,
          en: 'The complainant knew of it more than three years before the complaint came in. Refuse it.',
        }
      : undefined
  },
})

/** The day after three years is too late; 29 February becomes 28 February. */
function isOlderThanThreeYears(knownOn: unknown, receivedOn: string): boolean {
  if (typeof knownOn !== 'string') return false
  const limit = `${Number(receivedOn.slice(0, 4)) - 3}${receivedOn.slice(4)}`
  return knownOn < (limit.endsWith('-02-29') ? limit.replace('-29', '-28') : limit)
}

export const bothConsent = defineGuard({
  id: 'violation-report.both-consent',
  label: '双方同意调解',
  labelEn: 'Both sides consent to mediation',
  refuses: ({ values, input }) => {
    if (values['consentsToMediation'] !== true) {
      return {
        zh: '投诉人没有同意调解，不能开始调解。请终止调解，并告知起诉、仲裁等途径。',
        en: 'The complainant did not consent to mediation. End it, and name suit and arbitration as the ways.',
      }
    }
    return input['traderConsents'] === true
      ? undefined
      : {
          zh: '被投诉人没有同意调解，不能开始调解。请终止调解，并告知起诉、仲裁等途径。',
          en: 'The trader did not consent to mediation. End it, and name suit and arbitration as the ways.',
        }
  },
})

export const groundInForce = defineGuard({
  id: 'violation-report.ground-in-force',
  label: '情形在收到之日有效',
  labelEn: 'The ground was in force on the day of receipt',
  refuses: ({ input, submittedOn }) =>
    notInForce(complaintRefusalGrounds, input['ground'], submittedOn) ??
    notInForce(mediationEndGrounds, input['endGround'], submittedOn),
})

function notInForce(grounds: readonly RefusalGround[], chosen: unknown, submittedOn: string): GuardRefusal | undefined {
  const ground = grounds.find(({ value }) => value === chosen)
  if (ground === undefined) return undefined
  if ((ground.from ?? submittedOn) <= submittedOn && submittedOn <= (ground.until ?? submittedOn)) return undefined
  const text =
    submittedOn < NEW_RULES_FROM
      ? '《市场监督管理投诉举报处理暂行办法》（令第20号）'
      : '《市场监督管理投诉举报处理办法》（令第121号）'
  return {
    zh: `这一件是 ${submittedOn} 收到的，适用${text}，其中没有“${ground.label}”这一情形。请另选。`,
    en: `It came in on ${submittedOn}; the text then in force knows no such ground (${ground.labelEn}). Choose another.`,
  }
}

export const underNewRules = defineGuard({
  id: 'violation-report.under-new-rules',
  label: '2026-04-15 起收到的',
  labelEn: 'Received from 2026-04-15 on',
  refuses: ({ submittedOn }) =>
    submittedOn >= NEW_RULES_FROM
      ? undefined
      : {
          zh: `这一件是 ${submittedOn} 收到的，适用旧的暂行办法，没有身份证明告知这一步。材料不全请用“要求补正”。`,
          en: `It came in on ${submittedOn}, under the old text, which knows no notice to prove identity. Ask for supplement instead.`,
        },
})

export const isNamed = defineGuard({
  id: 'violation-report.is-named',
  label: '实名举报',
  labelEn: 'Reported by real name',
  refuses: (facts) =>
    reportedByName(facts)
      ? undefined
      : {
          zh: '这是匿名举报，没有可以告知的人。请用“办结（匿名）”。',
          en: 'It was reported without a name; there is nobody to tell. Close it as anonymous.',
        },
})

export const isAnonymous = defineGuard({
  id: 'violation-report.is-anonymous',
  label: '匿名举报',
  labelEn: 'Reported without a name',
  refuses: (facts) =>
    reportedByName(facts)
      ? {
          zh: '这是实名举报，应当在作出决定之日起五个工作日内告知举报人。请用“告知举报人”。',
          en: 'It was reported by real name; the reporter has to be told within five working days.',
        }
      : undefined,
})

function reportedByName({ values }: GuardFacts): boolean {
  return values['kind'] !== 'report' || values['reportedBy'] === 'named'
}

function isFilled(value: unknown): boolean {
  return typeof value === 'string' ? value.trim() !== '' : value !== undefined && value !== null
}
