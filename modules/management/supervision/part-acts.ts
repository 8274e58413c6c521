import type { Localized } from '@qiangxian/kernel/errors/define-errors'
import type { PartRecord } from './task-parts.ts'

export type ActOnPart = 'receive' | 'complete' | 'accept' | 'return' | 'close' | 'reopen'

/** What can be done on a part of a task, by whom, and from which status to which. */
export interface PartActRule {
  readonly label: Localized
  readonly from: readonly PartRecord['status'][]
  readonly to: PartRecord['status']
  readonly by: 'reporter' | 'head' | 'office'
  readonly who: Localized
  readonly needsReason: boolean
}

const unit = { zh: '承担单位', en: 'the unit that carries the part' }
const head = { zh: '承担单位负责人', en: 'the head of the unit that carries the part' }
const office = { zh: '领导小组办公室', en: 'the leading-group office' }

/**
 * 待签收 → 办理中 → 待审核 → 办结 → 销号. Reporting a part complete (申报办结) and accepting it (认定办结) are two acts
 * by two sides.
 */
export const partActs: Readonly<Record<ActOnPart, PartActRule>> = {
  receive: rule('签收', 'Receive', ['waiting'], 'ongoing', 'reporter', unit),
  complete: rule('申报办结', 'Report complete', ['waiting', 'ongoing'], 'reported', 'head', head),
  accept: rule('认定办结', 'Accept', ['reported'], 'done', 'office', office),
  return: rule('退回', 'Return', ['reported'], 'ongoing', 'office', office, true),
  close: rule('销号', 'Close', ['done'], 'closed', 'office', office),
  reopen: rule('重开', 'Reopen', ['done', 'closed'], 'ongoing', 'office', office, true),
}

function rule(
  zh: string,
  en: string,
  from: PartActRule['from'],
  to: PartActRule['to'],
  by: PartActRule['by'],
  who: Localized,
  needsReason = false,
): PartActRule {
  return { label: { zh, en }, from, to, by, who, needsReason }
}
