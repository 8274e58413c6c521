import { announceToApplicant } from '../../channels/announce-to-applicant.ts'
import { fillText } from '../../documents/fill.ts'
import type { CommandContext } from '../../operations/context.ts'
import { announceAll } from '../../outbox/announce.ts'
import type { Announcement, Recipients } from '../../outbox/announcement.ts'
import type { NoticeDeclaration } from '../matter.types.ts'
import { matterVersion } from '../versions.ts'
import type { ClockStepName, DueStep, MatterOfLimit } from './clock-steps.ts'

interface Told {
  readonly to: Recipients
  readonly kind: string
  readonly title: string
  readonly body: string
  readonly matter: MatterOfLimit
  readonly key: string
}

/** more than so many of a kind are told to the same people in one */
const mostAlone = 3
const mostListed = 5

/**
 * Tells of the steps: in the words of the declaration where it has them, else in ours. Who has many is told once of all.
 */
export async function announceSteps(context: CommandContext, steps: readonly DueStep[]): Promise<void> {
  const told: Told[] = []
  for (const due of steps) {
    if (due.step === undefined) continue
    const declaration = await matterVersion(context, due.matter.type, due.matter.version)
    const event = eventOf(due, due.step)
    const notices = event === undefined ? [] : declaration.notices.filter(({ on }) => on === event)
    for (const notice of notices) {
      const news = { ...wordsOf(notice, due), kind: kindOf(due.matter.type, event ?? notice.on) }
      if (notice.to === 'applicant') await announceToApplicant(context, due.matter, { ...news, key: keyOf(due) })
      else told.push({ to: recipientsOf(notice.to, due.matter), ...news, matter: due.matter, key: keyOf(due) })
    }
    const isToldTo = (to: NoticeDeclaration['to']) => notices.some((notice) => notice.to === to)
    const { to, ...words } = ownWords(due, due.step)
    if (to === 'applicant') {
      if (notices.length === 0) await announceToApplicant(context, due.matter, { ...words, key: keyOf(due) })
    } else if (!isToldTo(to === 'office' ? 'head' : to) || due.step === 'toOffice' || due.step === 'toHead') {
      const recipients: Recipients = to === 'office' ? { roles: ['office'] } : recipientsOf(to, due.matter)
      told.push({ to: recipients, ...words, matter: due.matter, key: keyOf(due) })
    }
  }
  await announceAll(context, gathered(told))
}

/** The event of the declaration: warned and missed, of the promise as of the law. */
function eventOf({ limit }: DueStep, step: ClockStepName): string | undefined {
  if (step === 'warned') return `limit:${limit.limitId}/warn`
  return step === 'missed' ? `limit:${limit.limitId}/missed` : undefined
}

function wordsOf(notice: NoticeDeclaration, { limit, matter }: DueStep): { title: string; body: string } {
  const words: Readonly<Record<string, string>> = {
    'fact.number': matter.number,
    'fact.title': matter.title,
    'fact.unit': matter.unitName,
    [`limit.${limit.limitId}.due`]: limit.dueOn,
  }
  const said = (name: string) => words[name] ?? ''
  return { title: fillText(notice.title, said).text, body: fillText(notice.body, said).text }
}

const kinds = { legal: '法定', promised: '承诺' } as const

/** What is told where the declaration says nothing, and what goes to the head and to the office in any case. */
function ownWords({ limit, matter }: DueStep, step: ClockStepName) {
  const name = `${limit.label}（${kinds[limit.kind]}）`
  const day = `${limit.dueOn}${limit.isProvisional ? '（暂定）' : ''}`
  if (step === 'warned') {
    return {
      to: limit.whose === 'applicant' ? ('applicant' as const) : ('handler' as const),
      kind: 'matter.limit.warned',
      title: `${matter.title}：${limit.label}快到期`,
      body: `办件 ${matter.number} 的${name}到 ${day} 为止。`,
    }
  }
  if (step === 'over') {
    return {
      to: 'handler' as const,
      kind: 'matter.limit.over',
      title: `${matter.title}：${limit.label}已满`,
      body: `办件 ${matter.number} 的${name}到 ${day} 为止，现已期满，可以办理下一步。`,
    }
  }
  const late = `办件 ${matter.number} 的${name}已于 ${day} 届满，还没有办理。`
  if (step === 'missed') {
    return {
      to: 'handler' as const,
      kind: 'matter.limit.missed',
      title: `${matter.title}：${limit.label}已超期`,
      body: late,
    }
  }
  const to = step === 'toHead' ? ('head' as const) : ('office' as const)
  return {
    to,
    kind: `matter.limit.${step === 'toHead' ? 'head' : 'office'}`,
    title: `超期办件：${matter.title}`,
    body: `${late}承办单位：${matter.unitName}。请督促办理。`,
  }
}

/** Many of one kind for the same people become one; each of a few stands for itself. */
function gathered(told: readonly Told[]): readonly Announcement[] {
  const groups = new Map<string, Told[]>()
  for (const one of told) {
    const group = JSON.stringify([one.to, one.kind, one.matter.demonstration])
    groups.set(group, [...(groups.get(group) ?? []), one])
  }
  return [...groups.values()].flatMap((group): readonly Announcement[] => {
    const [first] = group
    if (first === undefined) return []
    if (group.length <= mostAlone) return group.map(alone)
    const listed = group.slice(0, mostListed).map(({ matter }) => `${matter.number} ${matter.title}`)
    const more = group.length - listed.length
    return [
      {
        to: first.to,
        kind: first.kind,
        title: `${group.length} 件办件：${summary(first.kind)}`,
        body: `${listed.join('；')}${more > 0 ? `；另有 ${more} 件` : ''}。`,
        path: '/desk',
        subject: { kind: 'matterClock', id: first.kind },
        demonstration: first.matter.demonstration,
      },
    ]
  })
}

function alone({ to, kind, title, body, matter, key }: Told): Announcement {
  return {
    ...{ to, kind, title, body, key: `${key}:${JSON.stringify(to)}` },
    ...{ path: `/desk/matters/${matter.id}`, subject: { kind: 'matter', id: matter.id } },
    demonstration: matter.demonstration,
  }
}

function summary(kind: string): string {
  if (kind.endsWith('.over')) return '期满，可以办理下一步'
  if (kind.endsWith('warn') || kind.endsWith('warned')) return '快到期'
  if (kind.endsWith('.head') || kind.endsWith('.office')) return '超期未办，请督促'
  return '已超期'
}

/** A step is told once for a last day; when that moves, it is told again. */
function keyOf({ limit, step }: DueStep): string {
  return `${limit.id}:${step}:${limit.dueOn}`
}

function kindOf(type: string, event: string): string {
  return `matter.${type}.${event.replaceAll(/[:/]/g, '.')}`
}

function recipientsOf(to: Exclude<NoticeDeclaration['to'], 'applicant'>, matter: MatterOfLimit): Recipients {
  const officers = { partyId: matter.unitId, role: 'caseOfficer' as const }
  const heads = { partyId: matter.unitId, role: 'unitHead' as const }
  if (to === 'head') return { partyRoles: [heads] }
  if (to === 'unit') return { partyRoles: [officers, heads] }
  return matter.handlerAccount === null ? { partyRoles: [officers] } : { accountIds: [matter.handlerAccount] }
}
