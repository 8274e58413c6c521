import type { Format } from '@qiangxian/kernel/registers/field.types'

/**
 * 奖补规则, in the words of the call. A rule that pays for applications or for grants as such is refused wherever it
 * comes in: in the form, in a file, at the command line.
 *
 * @source 关于进一步严格规范专利申请行为的通知（国知发保字〔2021〕1号）: no public money for applications from 2021-06-30,
 *   none for grants from the end of 2025
 */
export const grantRuleFormat: Format = {
  id: 'grant-rule',
  label: { zh: '按项目、成果、转化、贡献给付的规则', en: 'a rule that pays for projects, results and use' },
  example: '专利质押贷款按实际支付利息的 30% 补助，一家企业一年最高 10 万元',
  read: (written) => {
    const normalized = written.trim()
    const clause = clausePaidByQuantity(normalized)
    if (clause === undefined) return { outcome: 'valid', normalized }
    return {
      outcome: 'invalid',
      reason: {
        zh: `“${clause}”是按申请或者授权给钱。国知发保字〔2021〕1号要求全面取消专利申请的资助，2025 年前取消专利授权的资助，这样的规则不能发布，也不能据此受理、发钱。`,
        en: `“${clause}” pays for applications or for grants as such, which the state ended (国知发保字〔2021〕1号): it cannot be published.`,
      },
    }
  },
}

/** of what is applied for and granted */
const rightWords = /专利|商标|PCT|实用新型|外观设计|布图设计|软件著作权|作品登记/i
const stageWords = /申请|授权|受理|登记|注册|核准|取得证书|获得证书|获权|公开/
const quantityWords = /申请量|授权量|申请数量|授权数量|申请件数|授权件数|登记量|注册量/
const payWords = /奖|补助|补贴|资助|扶持|给予|元|费用返还/
/** money for what is done with a right, or won by it; and clauses that forbid just this */
const otherGround =
  /质押|转化|许可|转让|实施|产业化|投产|专利奖|金奖|银奖|优秀奖|获奖|维权|保险|导航|贯标|预警|标准|培育|作价|入股|不得|不再|不予|取消|禁止|停止|不按/

/** The first clause that pays so; undefined where none does. */
export function clausePaidByQuantity(rule: string): string | undefined {
  return rule
    .normalize('NFKC')
    .split(/[。;；\n]/)
    .map((clause) => clause.trim())
    .find((clause) => paysByQuantity(clause))
}

function paysByQuantity(clause: string): boolean {
  if (!payWords.test(clause) || otherGround.test(clause)) return false
  return quantityWords.test(clause) || (rightWords.test(clause) && stageWords.test(clause))
}
