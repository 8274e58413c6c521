import type { CommandContext } from '@qiangxian/kernel/operations/context'
import { announceAll } from '@qiangxian/kernel/outbox/announce'
import type { Announcement } from '@qiangxian/kernel/outbox/announcement'
import type { DutyRecord } from '@qiangxian/kernel/progress/duties'
import type { ReportAtHand } from './report-at-hand.ts'

/** 上报: the office is told once for each unit, however many reports came together. */
export async function announceSubmission(
  context: CommandContext,
  reports: readonly Pick<ReportAtHand, 'duty' | 'reading'>[],
): Promise<void> {
  const units = reports[0]?.reading.reader.units
  await announceAll(
    context,
    byUnit(reports.map(({ duty }) => duty)).map(({ first, partyId, titles }) => ({
      to: { roles: ['office'] },
      kind: 'report.submitted',
      title: `${units?.get(partyId)?.shortName ?? ''}上报了${titles.length === 1 ? `“${first.title}”` : ` ${titles.length} 项报送`}`,
      body: titles.length === 1 ? '' : listed(titles),
      path: titles.length === 1 ? `/reports/${first.id}` : `/reports?state=submitted&unit=${partyId}`,
      subject: { kind: 'duty', id: first.id },
      demonstration: first.demonstration,
    })),
  )
}

/** 核定: the unit is told. */
export async function announceApproval(context: CommandContext, duties: readonly DutyRecord[]): Promise<void> {
  await announceAll(
    context,
    byUnit(duties).map(({ first, partyId, titles }) => ({
      to: { partyIds: [partyId] },
      kind: 'report.approved',
      title: titles.length === 1 ? `“${first.title}”已核定` : `${titles.length} 项报送已核定`,
      body: titles.length === 1 ? '' : listed(titles),
      path: titles.length === 1 ? `/reports/${first.id}` : '/work',
      subject: { kind: 'duty', id: first.id },
      demonstration: first.demonstration,
    })),
  )
}

/** 退回: head and reporters are told each by each, with the reason. */
export async function announceReturn(
  context: CommandContext,
  duties: readonly DutyRecord[],
  reason: string,
): Promise<void> {
  await announceAll(
    context,
    duties.map(
      (duty): Announcement => ({
        to: { partyIds: [duty.partyId] },
        kind: 'report.returned',
        title: `“${duty.title}”被退回`,
        body: `退回理由：${reason}`,
        path: `/reports/${duty.id}`,
        subject: { kind: 'duty', id: duty.id },
        demonstration: duty.demonstration,
      }),
    ),
  )
}

interface OfUnit {
  readonly partyId: string
  readonly first: DutyRecord
  readonly titles: readonly string[]
}

function byUnit(duties: readonly DutyRecord[]): readonly OfUnit[] {
  const groups = new Map<string, DutyRecord[]>()
  for (const duty of duties) groups.set(duty.partyId, [...(groups.get(duty.partyId) ?? []), duty])
  return [...groups].flatMap(([partyId, owed]) => {
    const [first] = owed
    return first === undefined ? [] : [{ partyId, first, titles: owed.map(({ title }) => title) }]
  })
}

const mostListed = 10

function listed(titles: readonly string[]): string {
  const shown = titles.slice(0, mostListed).join('；')
  return titles.length > mostListed ? `${shown}；等 ${titles.length} 项` : shown
}
