import type * as Api from '../../api/types.gen.ts'
import { amountInWords } from '../../format/amounts.ts'
import { monthRange } from '../../format/dates.ts'
import type { CommonTexts } from '../../i18n/common.texts.ts'
import type { Language } from '../../i18n/language.ts'

/** What a draft item of each kind holds; the interface itself carries it as unknown. */
export interface ContentByKind {
  head: Api.HeadContent
  group: Api.GroupContent
  task: Api.TaskContent
  target: Api.TargetContent
  milestone: Api.MilestoneContent
  safeguard: Api.SafeguardContent
  phase: Api.PhaseContent
  unit: Api.UnitContent
  question: Api.QuestionContent
  unread: Api.UnreadContent
}
export type Kind = keyof ContentByKind

/** The content of an item of that kind. The server has checked it against the kind's schema. */
export function contentOf<K extends Kind>(item: Pick<Api.DraftItem, 'content'>, _kind: K): ContentByKind[K] {
  return item.content as ContentByKind[K]
}

/** The tab under which a kind is reviewed: groups stand with the head of the document. */
export const tabs = ['head', 'target', 'milestone', 'task', 'unit', 'safeguard', 'phase', 'question', 'unread'] as const
export type Tab = (typeof tabs)[number]

export function tabOf(kind: Kind): Tab {
  return kind === 'group' ? 'head' : kind
}

/** Below this the reader has to look closely: the server lets no such item through unseen. */
export const sureFrom = 0.6

export function isUnsure(item: Api.DraftItem): boolean {
  return item.confidence !== null && item.confidence < sureFrom
}

/** Whether a person still has to look at it. */
export function isOpen(item: Api.DraftItem): boolean {
  if (item.decision === 'struck') return false
  if (item.kind === 'question') return item.decision === 'pending' && contentOf(item, 'question').answer === null
  if (item.kind === 'unit') {
    const { partyId, create } = contentOf(item, 'unit')
    return partyId === null && create === null
  }
  return item.decision === 'pending'
}

/** A unit without a match and a question without an answer cannot simply be agreed to. */
export function mayConfirm(item: Api.DraftItem): boolean {
  return item.decision === 'pending' && !((item.kind === 'unit' || item.kind === 'question') && isOpen(item))
}

/** Back to how it was read; what a person added goes back to standing. */
export function restored(item: Api.DraftItem): { content?: unknown; decision: Api.DraftItem['decision'] } {
  if (item.original === null) return { decision: item.decision === 'struck' ? 'added' : 'pending' }
  return { content: item.original, decision: 'pending' }
}

export interface Headline {
  readonly title: string
  /** facts in one line below the title */
  readonly facts: readonly string[]
}

/** An item in two lines, whatever its kind. */
export function headlineOf(item: Api.DraftItem, common: CommonTexts, language: Language): Headline {
  const tasks = (numbers: readonly number[]) =>
    numbers.map((number) => common.taskNumber(number)).join(language === 'zh' ? '、' : ', ')
  switch (item.kind) {
    case 'target': {
      const target = contentOf(item, 'target')
      const kind = target.kind === null ? common.noKind : common.kinds[target.kind]
      return {
        title: target.name,
        facts: [
          amountInWords(target, language),
          common.areas[target.area],
          kind,
          target.deadline ?? '',
          tasks(target.tasks),
          target.owners.join('、'),
        ],
      }
    }
    case 'milestone': {
      const milestone = contentOf(item, 'milestone')
      return {
        title: milestone.name,
        facts: [
          common.levels[milestone.level],
          common.areas[milestone.area],
          milestone.dueOn ?? '',
          tasks(milestone.tasks),
          milestone.owners.join('、'),
        ],
      }
    }
    case 'task': {
      const task = contentOf(item, 'task')
      return { title: `${task.number}　${task.title}`, facts: [common.areas[task.area], task.lead.join('、')] }
    }
    case 'group': {
      const group = contentOf(item, 'group')
      return { title: `${group.number}　${group.title}`, facts: [common.areas[group.area]] }
    }
    case 'head': {
      const head = contentOf(item, 'head')
      return {
        title: head.title,
        facts: [
          head.issuer ?? '',
          head.documentNo ?? '',
          head.issuedOn ?? '',
          `${head.periodStart ?? '?'} — ${head.periodEnd ?? '?'}`,
        ],
      }
    }
    case 'safeguard': {
      const safeguard = contentOf(item, 'safeguard')
      return { title: `${safeguard.number}　${safeguard.title}`, facts: [shorten(safeguard.summary)] }
    }
    case 'phase': {
      const phase = contentOf(item, 'phase')
      return { title: phase.name, facts: [monthRange(phase.start, phase.end, language), shorten(phase.summary)] }
    }
    case 'unit':
      return { title: contentOf(item, 'unit').printed, facts: [] }
    case 'question':
      return { title: contentOf(item, 'question').message, facts: [] }
    case 'unread': {
      const unread = contentOf(item, 'unread')
      return { title: unread.text, facts: [unread.reason] }
    }
  }
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
