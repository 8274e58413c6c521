import type { MatterKernel } from '@qiangxian/kernel/matters/testing/matter-kernel'
import type { WalkHints } from '@qiangxian/kernel/matters/testing/walk-matter'
import { judgeChange } from '@qiangxian/kernel/registers/change-record'
import { writeRecords } from '@qiangxian/kernel/registers/write-records'

/**
 * What a form made from a declaration alone cannot know: with which answers each road of a matter opens, and what has to
 * be there besides.
 */
export const walkHints: Readonly<Record<string, WalkHints>> = {
  'rights-assistance': {
    values: { otherRoads: 'none' },
    input: { issueOpinion: { experts: ['甲', '乙', '丙'].map((name) => ({ id: null, name: `演示专家${name}` })) } },
  },
  'violation-report': {
    values: complaintOf('complaint'),
    valuesFor: {
      acceptReport: { kind: 'report', reportedBy: 'named' },
      acceptBoth: complaintOf('both'),
      turnAway: { kind: 'report', reportedBy: 'named' },
      closeOpened: { kind: 'report', reportedBy: 'anonymous' },
      closeNotOpened: { kind: 'report', reportedBy: 'anonymous' },
    },
    input: {
      startMediation: { traderConsents: true },
      refuseComplaint: { ground: 'handled' },
      endMediation: { endGround: 'time' },
    },
  },
  'training-enrolment': { values: { heldOn: '2026-11-25' } },
  'event-enrolment': { values: { heldOn: '2026-11-25' } },
  'expert-admission': {
    values: { kind: 'new', promises: true },
    valuesFor: {
      toDecision: { kind: 'reappointment' },
      confirmExit: { kind: 'exit', expertName: '演示退', employer: '演示研究院' },
    },
    input: { appoint: { termEndsOn: '2029-11-24' } },
    before: async (kernel, _matterId, act) => {
      if (act === 'endPublicity') inThreeWeeks(kernel)
      if (act === 'confirmExit') await putExpert(kernel)
    },
  },
  'grant-application': {
    values: {
      callOpensOn: '2026-11-01',
      callClosesOn: '2029-12-31',
      callMost: 50_000_00,
      asked: 30_000_00,
      promises: true,
    },
    input: { award: { amount: 20_000_00 }, pay: { amount: 10_000_00 } },
    before: async (kernel, matterId, act) => {
      if (act === 'proposeAward' || act === 'toRefusal') await putReviews(kernel, matterId, 5)
      if (act === 'endPublicity') inThreeWeeks(kernel)
    },
  },
  'workstation-setup': {
    values: { staff: 3, duties: ['publicity', 'advice', 'leads'] },
    input: { recordVisit: { checkers: '甲某、乙某' } },
  },
  'standard-adoption': {
    values: { kind: 'certified', standard: 'gbt29490-2023', issuedOn: '2026-01-05', validUntil: '2029-01-04' },
    valuesFor: { confirmStart: { kind: 'starting' } },
  },
  'ip-review': {
    input: {
      issueReport: { risk: 'medium', conclusion: 'conditional', measures: '投产前取得两件专利的许可（演示）' },
    },
    before: async (kernel, matterId, act) => {
      if (act === 'expertsDone') await putReviews(kernel, matterId, 3)
    },
  },
}

/** The day on which walks begin; each matter begins on it again. */
export const WALK_NOW = new Date('2026-11-25T02:00:00Z')

function inThreeWeeks(kernel: MatterKernel): void {
  kernel.setNow(new Date(kernel.now().getTime() + 21 * 86_400_000))
}

/** Of somebody who may complain: known, and of a purchase for daily life. */
function complaintOf(kind: 'complaint' | 'both') {
  return {
    kind,
    boughtFor: 'living',
    knownOn: '2026-11-01',
    consentsToMediation: true,
    reporterIdNumber: '110101199003070011',
  }
}

async function putReviews(kernel: MatterKernel, matterId: string, experts: number): Promise<void> {
  for (let at = 0; at < experts; at += 1) {
    await kernel.test.tamper(
      `insert into matter_review (jurisdiction, id, matter_id, expert_record, expert_label, code, status, total, asked_at,
         submitted_at)
       values ('yanshi', $1 || '-' || $2::text, $1, 'walk-' || $2::text, '演示专家', 'A', 'submitted', 80, '2026-11-25',
         '2026-11-25') on conflict do nothing`,
      [matterId, at],
    )
  }
}

/** Whoever leaves was there. */
async function putExpert(kernel: MatterKernel): Promise<void> {
  await kernel.command('office', async (context) => {
    const { registers } = kernel.matters
    const register = registers.get('expert')
    const values = { name: '演示退', employer: '演示研究院', appointedOn: '2024-01-01' }
    const { write, sameAs } = await judgeChange(context, registers, register, { values })
    if (sameAs !== null) return context.unchanged()
    await writeRecords(context, registers, register, [write], { origin: 'form', reason: null })
    await context.record({ subject: { kind: register.id, id: 'walk' }, before: null, after: {} })
  })
}
