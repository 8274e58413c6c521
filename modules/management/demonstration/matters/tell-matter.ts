import type { Actor } from '@qiangxian/kernel/accounts/actor'
import { QxError } from '@qiangxian/kernel/errors/define-errors'
import { actOnMatter } from '@qiangxian/kernel/matters/act-on-matter'
import { beginMatter } from '@qiangxian/kernel/matters/begin-matter'
import { actsIn, type PlacedAct } from '@qiangxian/kernel/matters/chart/states'
import { neededMaterials } from '@qiangxian/kernel/matters/form/needed-materials'
import type { MatterDeclaration } from '@qiangxian/kernel/matters/matter.types'
import type { Matters } from '@qiangxian/kernel/matters/matters'
import { filledFields, filledForm } from '@qiangxian/kernel/matters/testing/filled-form'
import type { CommandContext } from '@qiangxian/kernel/operations/context'
import { sql } from 'kysely'
import { atHour } from './at-hour.ts'
import { applicationOf, type InventedApplication } from './matter-application.ts'
import type { MatterCast } from './matter-cast.ts'
import { type PlannedMatter, weekday } from './matter-plan.ts'
import type { MatterRecords } from './matter-records.ts'
import { putReviews } from './matter-reviews.ts'
import { matterTales } from './matter-words.ts'

export interface MatterTelling {
  readonly matters: Matters
  readonly cast: MatterCast
  readonly records: MatterRecords
  readonly asOf: string
}

const DAY = 86_400_000

/**
 * Tells one invented matter through the engine's own functions, on the days on which it would have happened: what it
 * leaves behind has the shape of what people leave behind, since the same code wrote it.
 *
 * @returns how many acts were done; 0 where there was nothing that it could be about
 */
export async function tellMatter(
  context: CommandContext,
  telling: MatterTelling,
  planned: PlannedMatter,
): Promise<number> {
  const { matters, asOf } = telling
  const declaration = matters.get(planned.type)
  const begun = await begin(context, telling, planned, declaration)
  if (begun === undefined) return 0
  const { id, applicant, values } = begun
  let day = planned.submittedOn
  let phases = begun.phases
  let done = 1
  let supplements = 0
  for (let at = 0; at < planned.acts; at += 1) {
    day = later(day, planned.random.between(0, 4))
    const acts = candidates(declaration, phases, planned, supplements)
    let moved: readonly string[] | undefined
    for (const act of acts) {
      // A publicity has to run out, and a session has to be held, before what comes after them.
      for (const wait of [0, 9]) {
        const on = later(day, wait)
        if (on > asOf || (act.name === 'attend' && on < String(values['heldOn']))) continue
        if (act.act.guards?.includes('reviews-complete') === true) await putReviews(context, declaration, id, on)
        moved = await tryAct(context, telling, { id, on, act, applicant, values, planned, declaration })
        if (moved === undefined) continue
        day = on
        if (act.act.asksForSupplement === true) supplements += 1
        break
      }
      if (moved !== undefined) break
    }
    if (moved === undefined) break
    done += 1
    phases = moved
    if (actsIn(declaration, phases).length === 0) return done
  }
  return done + (await endTale(context, telling, { id, on: later(day, 1), applicant, planned }))
}

/** Suspended or withdrawn where the plan says so and the matter allows it. */
async function endTale(
  context: CommandContext,
  { matters, cast, asOf }: MatterTelling,
  { id, on, applicant, planned }: { id: string; on: string; applicant: Actor; planned: PlannedMatter },
): Promise<number> {
  if (planned.fate === 'goesOn' || on > asOf) return 0
  const head = cast.heads[0] ?? applicant
  const officer = cast.officers[planned.index % cast.officers.length] ?? head
  const withdraws = planned.fate === 'withdrawn'
  return (await within(context, withdraws ? applicant : officer, on, planned, (inner) =>
    actOnMatter(inner, matters, {
      ...{ matterId: id, act: withdraws ? 'withdraw' : 'suspend' },
      ...(withdraws ? {} : { input: { reason: 'suspension' } }),
      opinion: withdraws ? '不需要办了（演示）' : '需要先等另一件的处理结果（演示）',
    }),
  )) === undefined
    ? 0
    : 1
}

async function begin(
  context: CommandContext,
  { matters, cast, records }: MatterTelling,
  planned: PlannedMatter,
  declaration: MatterDeclaration,
) {
  const tale = matterTales[planned.type]?.tell(planned.random, planned.submittedOn)
  const application = applicationOf(planned, cast, records)
  if (tale === undefined || application === undefined) return undefined
  const applicant = asVisitor(context, application, planned)
  const wanted = { ...tale.values, ...application.values }
  const values = filledForm(matters.registers, declaration, {
    ...{ seed: planned.index + 1, today: planned.submittedOn, values: wanted, withOptional: false },
  })
  const needed = neededMaterials(declaration, values)
  const [file] = records.files
  const materials = needed.flatMap(({ id, necessity }) =>
    file === undefined || necessity !== 'required'
      ? []
      : [{ material: id, evidenceId: file.id, fileName: file.name, origin: 'applicant' as const }],
  )
  const promised = needed
    .filter(({ necessity }) => necessity === 'later')
    .map(({ id }) => ({ material: id, laterBy: later(planned.submittedOn, 30) }))
  const begun = await within(context, applicant, planned.submittedOn, planned, (inner) =>
    beginMatter(inner, matters, {
      ...{ type: planned.type, entrance: application.entrance, values, applicant: application.applicant },
      ...{ materials, later: promised, demonstration: true },
    }),
  )
  if (begun === undefined) return undefined
  const { rows } = await sql<{ phases: readonly string[] }>`
    select phases from matter where jurisdiction = ${context.jurisdiction} and id = ${begun.id}`.execute(context.tx)
  return { id: begun.id, applicant, values, phases: rows[0]?.phases ?? [] }
}

/** Whoever came once shows their telephone again, and finds what they filed. */
function asVisitor(
  { secrets, jurisdiction }: CommandContext,
  { actor, entrance, applicant: { phone = '' } }: InventedApplication,
  { index }: PlannedMatter,
): Actor {
  if (entrance !== 'visit') return actor
  const visit = { id: `demonstration-${index}`, phoneBlind: secrets.blind(phone, jurisdiction), phoneMasked: '139****' }
  return { ...actor, visit }
}

/** The acts that may come next, the likely ones first. */
function candidates(
  declaration: MatterDeclaration,
  phases: readonly string[],
  { random }: PlannedMatter,
  supplements: number,
): readonly PlacedAct[] {
  return actsIn(declaration, phases)
    .filter(({ act }) => !act.by.every((by) => by === 'clock' || by === 'expert'))
    .map((placed) => ({ placed, weight: weightOf(placed, supplements) * (0.3 + random.next()) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ placed }) => placed)
}

function weightOf({ name, act }: PlacedAct, supplements: number): number {
  if (act.asksForSupplement === true) return supplements > 0 ? 0 : 3
  if (/^(markAbsent|cancelAward|sendBack|declineFiling|toRefusal|proposeRefusal)/.test(name)) return 0.4
  if (/^(refuse|decline|turnAway|merge|refer|askRecusal)/.test(name)) return 1.5
  // A note that leads nowhere is one of many things, not all of them.
  return act.main === true ? 10 : act.to === undefined ? 1 : 4
}

async function tryAct(
  context: CommandContext,
  { matters, cast }: MatterTelling,
  tried: {
    readonly id: string
    readonly on: string
    readonly act: PlacedAct
    readonly applicant: Actor
    readonly values: Readonly<Record<string, unknown>>
    readonly planned: PlannedMatter
    readonly declaration: MatterDeclaration
  },
): Promise<readonly string[] | undefined> {
  const { id, on, act, applicant, values, planned } = tried
  const inputs = matterTales[planned.type]?.tell(planned.random, on).inputs ?? {}
  const input = filledFields(
    matters.registers,
    act.act.fields ?? {},
    { seed: planned.index + 1, today: on, withOptional: false, values: inputs[act.name] ?? {} },
    values,
  )
  const by = act.act.by.includes('handler')
    ? cast.officers[planned.index % cast.officers.length]
    : act.act.by.includes('head')
      ? cast.heads[0]
      : act.act.by.includes('applicant')
        ? applicant
        : cast.clerks[0]
  if (by === undefined) return undefined
  const outcome = await within(context, by, on, planned, (inner) =>
    actOnMatter(inner, matters, {
      ...{ matterId: id, act: act.name, input },
      ...(act.act.opinion === undefined ? {} : { opinion: '经审查，符合规定，拟同意。（演示）' }),
    }),
  )
  return outcome?.phases
}

/** As somebody else, on another day; what is refused leaves nothing behind. */
async function within<Result>(
  context: CommandContext,
  actor: Actor,
  on: string,
  { random }: PlannedMatter,
  work: (inner: CommandContext) => Promise<Result>,
): Promise<Result | undefined> {
  const inner: CommandContext = {
    ...context,
    ...{ actor, today: on, now: atHour(on, random.between(9 * 60, 17 * 60)) },
    record: async () => {},
    recordAll: async () => {},
    unchanged: () => {},
    afterCommit: () => {},
  }
  await sql`savepoint telling`.execute(context.tx)
  try {
    const result = await work(inner)
    await sql`release savepoint telling`.execute(context.tx)
    return result
  } catch (error) {
    if (!(error instanceof QxError)) throw error
    await sql`rollback to savepoint telling`.execute(context.tx)
    return undefined
  }
}

function later(day: string, days: number): string {
  return weekday(Date.parse(`${day}T00:00:00Z`) + days * DAY)
}
