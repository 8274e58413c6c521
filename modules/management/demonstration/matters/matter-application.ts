import type { Actor } from '@qiangxian/kernel/accounts/actor'
import { publicActor } from '@qiangxian/kernel/accounts/actor'
import type { Applicant } from '@qiangxian/kernel/matters/begin-matter'
import type { Entrance } from '@qiangxian/kernel/matters/matter.types'
import type { MatterCast } from './matter-cast.ts'
import type { PlannedMatter } from './matter-plan.ts'
import type { MatterRecords, NamedRecord } from './matter-records.ts'

export interface InventedApplication {
  readonly actor: Actor
  readonly entrance: Entrance
  readonly applicant: Applicant
  readonly values: Readonly<Record<string, unknown>>
}

const stems = [...'甲乙丙丁戊己庚辛壬癸'] as const

/** Who applies, by which door, and what the form says of them; undefined where nothing is left to apply for. */
export function applicationOf(
  planned: PlannedMatter,
  cast: MatterCast,
  records: MatterRecords,
): InventedApplication | undefined {
  const { type, index, random } = planned
  const name = `演示${random.pick(stems)}${random.pick(stems)}`
  const phone = `1390000${String(index).padStart(4, '0')}`
  const entity = random.pick(records.entities)
  const about = subjectOf(planned, records)
  if (about === undefined) return undefined
  const isFirm = ['grant-application', 'standard-adoption', 'ip-review', 'workstation-setup'].includes(type)
  const values = {
    ...about,
    ...{ phone, email: null, contactName: name, applicantName: name, expertName: name, askerName: name },
    ...{ reporterName: name, reporterPhone: phone, reporterEmail: null },
    ...{ organisationName: entity.name, uscc: entity.uscc, address: '演示路 8 号' },
    applicantKind: isFirm ? 'organisation' : 'person',
  }
  const isSealed = type === 'violation-report'
  const label = isSealed ? '（身份保密）' : isFirm ? entity.name : `${name.slice(0, 2)}*`
  const of = { label, phone, ...(isFirm ? { record: entity.id } : {}) }
  const [clerk, citizen, enterprise] = [cast.clerks[0], cast.citizens[0], cast.enterprises[0]]
  if (planned.applicant === 'enterprise' && enterprise?.accountId !== undefined) {
    return { actor: enterprise, entrance: 'account', applicant: { ...of, account: enterprise.accountId }, values }
  }
  if (planned.applicant === 'citizen' && citizen?.accountId !== undefined) {
    return { actor: citizen, entrance: 'account', applicant: { ...of, account: citizen.accountId }, values }
  }
  if (planned.applicant === 'visit' || clerk === undefined) {
    return { actor: publicActor(undefined), entrance: 'visit', applicant: of, values }
  }
  return { actor: clerk, entrance: 'window', applicant: of, values }
}

/** The session, event or call that it is about; nothing where the matter names none. */
function subjectOf(
  { type, submittedOn, random }: PlannedMatter,
  { sessions, events, calls }: MatterRecords,
): Readonly<Record<string, unknown>> | undefined {
  const linked = (record: NamedRecord) => ({ id: record.id, name: record.name })
  const ahead = (records: readonly NamedRecord[]) => records.filter(({ on }) => on >= submittedOn).slice(0, 4)
  if (type === 'training-enrolment') {
    const near = ahead(sessions)
    if (near.length === 0) return undefined
    const session = random.pick(near)
    return { session: linked(session), heldOn: session.on }
  }
  if (type === 'event-enrolment') {
    const near = ahead(events)
    if (near.length === 0) return undefined
    const event = random.pick(near)
    return { event: linked(event), heldOn: event.on }
  }
  if (type === 'grant-application') {
    if (calls.length === 0) return undefined
    const call = random.pick(calls)
    return { call: linked(call), callOpensOn: call.on, callClosesOn: null, callMost: null }
  }
  return {}
}
