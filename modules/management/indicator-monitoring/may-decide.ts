import { actorMay } from '@qiangxian/kernel/accounts/actor'
import type { QueryContext } from '@qiangxian/kernel/operations/context'
import type { May } from '@qiangxian/kernel/progress/progress.schemas'
import type { Static } from 'typebox'

/** Whether the reader breaks targets down, and if not, who does. */
export function mayDecide({ actor }: Pick<QueryContext, 'actor'>): Static<typeof May> {
  if (actorMay(actor, 'breakdown.decide')) return { may: true, why: null }
  return { may: false, why: { zh: '目标由领导小组办公室分解。', en: 'Targets are broken down by the office.' } }
}
