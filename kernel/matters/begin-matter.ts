import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { newId } from '../ids/new-id.ts'
import type { CommandContext } from '../operations/context.ts'
import { announce } from '../outbox/announce.ts'
import { materialsInHand, runEffects } from './carry-out.ts'
import { beginning } from './chart/chart.ts'
import { checkApplication } from './check-application.ts'
import type { DoneAct, IssuedDocument, MatterState } from './effects.types.ts'
import { formFields } from './form/form-fields.ts'
import { ownerOfValues, sealValues } from './form/sealed-values.ts'
import type { Entrance, FormField, MatterDeclaration } from './matter.types.ts'
import { nextMatterNumber } from './matter-number.ts'
import type { Matters } from './matters.ts'
import { openService } from './open-service.ts'
import { phoneTailBlind } from './phone-tail.ts'
import { titleOf, tokensOf } from './title.ts'
import { type GivenMaterial, type LaterMaterial, writeAct, writeMaterials } from './write-act.ts'

export interface Application {
  readonly type: string
  /** of a draft: the version on which it was begun; left out: the newest */
  readonly version?: number
  readonly entrance: Entrance
  /** form fields in clear */
  readonly values: Readonly<Record<string, unknown>>
  /** form field → where it came from, as the draft kept it */
  readonly origins?: Readonly<Record<string, unknown>>
  readonly materials?: readonly GivenMaterial[]
  /** 容缺后补: what is promised for later */
  readonly later?: readonly LaterMaterial[]
  readonly applicant: Applicant
  /** the line over it in lists; left out: from the form */
  readonly title?: string
  /** a request that comes twice begins one matter */
  readonly requestKey?: string
  readonly parentId?: string
  readonly demonstration?: boolean
}

export interface Applicant {
  /** as lists show it: a firm's name, a person's name masked */
  readonly label: string
  readonly account?: string
  readonly visit?: string
  /** record of the register of entities */
  readonly record?: string
  /** in clear */
  readonly phone?: string
  readonly email?: string
}

export interface BegunMatter {
  readonly id: string
  readonly number: string
  readonly revision: number
  readonly documents: readonly IssuedDocument[]
  /** the same request had come before */
  readonly wasDone: boolean
}

/**
 * Begins a matter: looks at form, materials, entrance and openness, then writes the matter with its first act, does what
 * that act does elsewhere, tells the unit, and records the journal entry.
 *
 * @throws matter.typeUnknown, matter.closed, matter.notOfferedHere, matter.wrongEntrance, matter.badValues,
 *   matter.materialsMissing, matter.materialUnknown
 */
export async function beginMatter(
  context: CommandContext,
  matters: Matters,
  application: Application,
): Promise<BegunMatter> {
  const { now } = context
  const { requestKey } = application
  const id = requestKey === undefined ? newId(now) : idOfRequest(context, requestKey)
  if (requestKey !== undefined) {
    const earlier = await findBegun(context, id)
    if (earlier !== undefined) {
      context.unchanged()
      return earlier
    }
  }
  const service = await openService(context, matters, application)
  const { declaration } = service
  const values = await checkApplication(context, matters, declaration, application)
  const fields = Object.fromEntries([...formFields(declaration)].map(([name, { field }]) => [name, field]))
  const { standing, entered } = beginning(declaration)
  const matter = {
    ...newMatter(context, declaration, application, { id, values }),
    ...{ number: await nextMatterNumber(context), version: service.version },
    ...{ unitId: service.unitId, unitName: service.unitName },
    ...{ snapshot: standing.snapshot, phases: standing.phases, status: standing.status },
    ...{ turn: standing.turn, outcome: standing.outcome },
  } satisfies MatterState
  await insertMatter(context, matter, { ...application, origins: originsOf(application, fields) })
  const labels = new Map(declaration.materials.map((each) => [each.id, each.label]))
  await writeMaterials(context, matter, labels, application.materials ?? [], application.later ?? [])
  const by = application.entrance === 'window' ? 'window' : application.entrance === 'staff' ? 'handler' : 'applicant'
  const act: DoneAct = {
    ...{ id: 'submit', kind: 'begin', label: '提交', declaration: undefined, ordinal: 1 },
    ...{ by, byLabel: by === 'applicant' ? matter.applicantLabel : context.actor.label },
  }
  const hand = {
    materials: [
      ...(application.materials ?? []).map(({ material }) => ({ id: '', material, status: 'given' as const })),
      ...(application.later ?? []).map(({ material }) => ({ id: '', material, status: 'later' as const })),
    ],
  }
  const sealedNames = new Set(declaration.sealed)
  const open = Object.fromEntries(Object.entries(values).filter(([name]) => !sealedNames.has(name)))
  const so = await runEffects(context, matters, {
    ...{ matters, declaration, before: undefined, after: matter, act, values: open, input: {}, opinion: null },
    ...{ events: ['act:submit', ...entered.map((state) => `state:${state}`)], entered, left: [] },
    materials: materialsInHand(declaration, values, hand),
  })
  await writeAct(
    context,
    matter,
    { act, fromPhases: [], input: {}, opinion: null, forApplicant: true, requestKey: requestKey ?? null },
    { so, tokens: undefined },
  )
  if (matter.status !== 'ended' && application.demonstration !== true) {
    await announce(context, {
      to: { partyRoles: [{ partyId: matter.unitId, role: 'caseOfficer' }] },
      ...{ kind: 'matter.received', title: `收到${declaration.label}：${matter.title}` },
      body: `办件编号 ${matter.number}，请领办。`,
      ...{ path: `/matters/${matter.id}`, subject: { kind: 'matter', id: matter.id } },
    })
  }
  await context.record({
    subject: { kind: 'matter', id: matter.id },
    before: null,
    after: {
      ...{ number: matter.number, type: declaration.id, version: service.version, unit: matter.unitName },
      ...{ entrance: application.entrance, phases: matter.phases, materials: hand.materials.length },
      ...(so.written.length === 0 ? {} : { records: so.written.map(({ register, recordId }) => [register, recordId]) }),
    },
  })
  return { id, number: matter.number, revision: 1, documents: so.documents, wasDone: false }
}

/** The same request of the same person makes the same id, which the database then has already. */
function idOfRequest({ jurisdiction, actor }: CommandContext, requestKey: string): string {
  const who = actor.accountId ?? actor.visit?.id ?? actor.label
  const hash = createHash('sha256')
    .update(JSON.stringify([jurisdiction, who, requestKey]))
    .digest()
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x80, 6)
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = hash.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}

async function findBegun({ tx, jurisdiction }: CommandContext, id: string): Promise<BegunMatter | undefined> {
  const { rows } = await sql<{ number: string; revision: number; documents: readonly IssuedDocument[] }>`
    select m.number, m.revision,
      coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'document', d.document, 'number', d.number,
          'title', d.title) order by d.issued_at, d.id)
        from matter_document d where d.jurisdiction = ${jurisdiction} and d.matter_id = ${id}), '[]') as documents
    from matter m where m.jurisdiction = ${jurisdiction} and m.id = ${id}`.execute(tx)
  const [row] = rows
  return row === undefined ? undefined : { id, ...row, wasDone: true }
}

function newMatter(
  { secrets, jurisdiction, now, today, actor }: CommandContext,
  declaration: MatterDeclaration,
  { type, entrance, applicant, title, parentId, demonstration = false }: Application,
  { id, values }: { readonly id: string; readonly values: Readonly<Record<string, unknown>> },
): Omit<
  MatterState,
  'number' | 'version' | 'unitId' | 'unitName' | 'snapshot' | 'phases' | 'status' | 'turn' | 'outcome'
> {
  const owner = ownerOfValues(jurisdiction, id)
  const { phone, email } = applicant
  // Who begins a matter of their own office has it in hand.
  const isOwn = entrance === 'staff' && actor.accountId !== undefined
  return {
    ...{ id, type, area: declaration.area, title: title ?? titleOf(declaration, values) },
    ...{ handlerAccount: isOwn ? (actor.accountId ?? null) : null, handlerLabel: isOwn ? actor.label : null },
    ...{ entrance, applicantLabel: applicant.label, applicantAccount: applicant.account ?? null },
    ...{ applicantVisit: applicant.visit ?? null, applicantRecord: applicant.record ?? null },
    phoneBlind: phone === undefined ? null : secrets.blind(phone, jurisdiction),
    phoneCipher: phone === undefined ? null : secrets.seal(phone, owner),
    emailCipher: email === undefined ? null : secrets.seal(email, owner),
    storedValues: sealValues(secrets, owner, declaration, values),
    ...{ dueOn: null, dueLimit: null, urged: 0, actCount: 1, revision: 1, submittedAt: now, submittedOn: today },
    ...{ acceptedOn: null, endedOn: null, lastActAt: now, parentId: parentId ?? null, demonstration },
  }
}

function originsOf(
  { origins = {} }: Application,
  fields: Readonly<Record<string, FormField>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(origins).filter(([name]) => name in fields))
}

/** The row of a matter before its first act is written. */
export async function insertMatter(
  { tx, jurisdiction, secrets }: CommandContext,
  matter: MatterState,
  {
    origins = {},
    applicant,
  }: { readonly origins?: Readonly<Record<string, unknown>>; readonly applicant?: Pick<Applicant, 'phone'> },
): Promise<void> {
  const { phone } = applicant ?? {}
  const tail = phone === undefined ? null : phoneTailBlind(secrets, jurisdiction, matter.number, phone)
  await tx
    .insertInto('matter')
    .values({
      ...{ jurisdiction, id: matter.id, number: matter.number, matter_type: matter.type, version: matter.version },
      ...{ area: matter.area, title: matter.title, snapshot: JSON.stringify(matter.snapshot) },
      ...{ phases: [...matter.phases], status: matter.status, turn: matter.turn, outcome: matter.outcome },
      ...{ unit_id: matter.unitId, handler_account: matter.handlerAccount, handler_label: matter.handlerLabel },
      ...{ entrance: matter.entrance, applicant_label: matter.applicantLabel },
      ...{ applicant_account: matter.applicantAccount, applicant_visit: matter.applicantVisit },
      ...{ applicant_record: matter.applicantRecord, phone_blind: matter.phoneBlind },
      phone_cipher: matter.phoneCipher === null ? null : Buffer.from(matter.phoneCipher),
      phone_tail_blind: tail,
      email_cipher: matter.emailCipher === null ? null : Buffer.from(matter.emailCipher),
      ...{ values: JSON.stringify(matter.storedValues), origins: JSON.stringify(origins) },
      ...{ act_count: matter.actCount, revision: matter.revision, submitted_at: matter.submittedAt },
      ...{ submitted_on: matter.submittedOn, last_act_at: matter.lastActAt, tokens: tokensOf(matter) },
      ...{ parent_id: matter.parentId, demonstration: matter.demonstration },
    })
    .execute()
}
