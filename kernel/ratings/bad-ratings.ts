import { sql } from 'kysely'
import { actorMay, unitsActedFor } from '../accounts/actor.ts'
import { newId } from '../ids/new-id.ts'
import type { Matters } from '../matters/matters.ts'
import type { CommandContext, QueryContext } from '../operations/context.ts'
import { findUnits } from '../parties/unit-ref.ts'
import { calendarOf } from '../rules/calendar-of.ts'
import { ratingErrors } from './rating-errors.ts'
import { ratingSettings } from './rating-settings.ts'
import type { BadRating } from './ratings.schemas.ts'

type Status = BadRating['status']
type ActName = BadRating['acts'][number]['act']

interface Row {
  readonly id: string
  readonly level: number
  readonly round: number
  readonly dimensions: Record<string, number>
  readonly words: string | null
  readonly channel: BadRating['channel']
  readonly type: string | null
  readonly unitId: string | null
  readonly onDay: string
  readonly status: Status
  readonly contactBy: string | null
  readonly rectifyBy: string | null
  readonly appealBy: string | null
  readonly answer: string | null
  /** how many people could have rated: those whose matters of the same type and unit had ended and could be rated then */
  readonly couldHave: number
}

interface Act {
  readonly ratingId: string
  readonly act: ActName
  readonly words: string
  readonly at: Date
  readonly byAccount: string | null
  readonly byLabel: string
}

/**
 * 差评: what was said and until when it is to be put right. Neither the matter nor whoever rated is ever read here, so that
 * no list, filter or order can tell; the kind of matter only where enough others could have said it.
 */
export async function listBadRatings(
  context: QueryContext,
  matters: Matters,
  { status }: { readonly status?: 'open' | 'closed' | undefined },
): Promise<BadRating[]> {
  const open = sql`r.status in ('open', 'contacted', 'appealed')`
  const asked = status === undefined ? sql`true` : status === 'open' ? open : sql`not ${open}`
  const rows = await readRows(context, sql`${asked}`)
  return present(context, matters, rows)
}

/** @throws rating.unknown also for those of other units */
async function lockRating(context: CommandContext, ratingId: string): Promise<Row> {
  const { tx, jurisdiction } = context
  await sql`select from rating where jurisdiction = ${jurisdiction} and id = ${ratingId} for update`.execute(tx)
  const [row] = await readRows(context, sql`r.id = ${ratingId}`)
  if (row === undefined) throw ratingErrors.unknown({ id: ratingId })
  return row
}

async function readRows(context: QueryContext, where: ReturnType<typeof sql>): Promise<readonly Row[]> {
  const { tx, jurisdiction, actor, county } = context
  const { ratedWithinDays } = ratingSettings(county)
  const units = unitsActedFor(actor, 'rating.manage')
  const seen = actorMay(actor, 'matter.oversee') ? sql`true` : sql`r.unit_id = any(${[...units]})`
  const { rows } = await sql<Row>`
    select r.id, r.level, r.round, r.dimensions, r.words, r.channel, r.matter_type as type, r.unit_id as "unitId",
      r.on_day as "onDay", r.status, r.contact_by as "contactBy", r.rectify_by as "rectifyBy", r.appeal_by as "appealBy",
      r.answer,
      (select count(distinct coalesce(m.applicant_account, m.phone_blind, m.applicant_record, m.id)) from matter m
        where m.jurisdiction = ${jurisdiction} and m.jurisdiction = r.jurisdiction and m.matter_type = r.matter_type
        and m.unit_id = r.unit_id and m.status = 'ended'
        and m.ended_on between r.on_day - ${ratedWithinDays}::integer and r.on_day)::integer as "couldHave"
    from rating r
    where r.jurisdiction = ${jurisdiction} and r.level <= 2 and ${seen} and ${where}
    order by (case when r.status in ('open', 'contacted', 'appealed') then 0 else 1 end), r.rectify_by, r.id limit 500`.execute(
    tx,
  )
  return rows
}

async function present(context: QueryContext, matters: Matters, rows: readonly Row[]): Promise<BadRating[]> {
  const { tx, jurisdiction, county, today } = context
  const units = await findUnits(tx, jurisdiction, [...new Set(rows.flatMap(({ unitId }) => unitId ?? []))])
  const acts = await actsOf(
    context,
    rows.map(({ id }) => id),
  )
  const calendar = await calendarOf(context)
  const { leastShown } = ratingSettings(county)
  return rows.map((row) => {
    const unit = units.get(row.unitId ?? '')
    const due = row.status === 'open' ? row.contactBy : row.rectifyBy
    const own = acts.filter(({ ratingId }) => ratingId === row.id)
    return {
      ...{ id: row.id, level: row.level, round: row.round, dimensions: row.dimensions, words: row.words },
      ...{ channel: row.channel, status: row.status, answer: row.answer },
      ...{ contactBy: row.contactBy, rectifyBy: row.rectifyBy, appealBy: row.appealBy },
      typeLabel: row.type !== null && row.couldHave >= leastShown ? (matters.find(row.type)?.label ?? row.type) : null,
      unit: unit === undefined ? null : { id: unit.id, name: unit.name },
      month: row.onDay.slice(0, 7),
      isProvisional: row.rectifyBy !== null && !calendar.covers(row.rectifyBy),
      light: lightOf(row, due, today),
      acts: own.map(({ act, words, at, byLabel }) => ({ act, words, at: at.toISOString(), byLabel })),
      may: mayOf(context, row, own),
    }
  })
}

function lightOf({ status }: Row, due: string | null, today: string): BadRating['light'] {
  if (status === 'rectified' || status === 'excluded' || due === null) return 'done'
  return today > due ? 'red' : today === due ? 'yellow' : 'green'
}

function mayOf(context: QueryContext, row: Row, acts: readonly Act[]): BadRating['may'] {
  const isOpen = row.status === 'open' || row.status === 'contacted'
  const isOfUnit = row.unitId !== null && unitsActedFor(context.actor, 'rating.manage').includes(row.unitId)
  const settles = isOfUnit || (row.unitId === null && actorMay(context.actor, 'matter.oversee'))
  return {
    contact: settles && row.status === 'open',
    rectify: settles && isOpen,
    appeal: settles && isOpen && row.appealBy !== null && context.today <= row.appealBy && !wasRejected(acts),
    check: row.status === 'appealed' && checkRefusal(context, row, acts) === undefined,
  }
}

async function actsOf({ tx, jurisdiction }: QueryContext, ids: readonly string[]): Promise<readonly Act[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Act>`
    select rating_id as "ratingId", act, words, at, by_account as "byAccount", by_label as "byLabel" from rating_act
    where jurisdiction = ${jurisdiction} and rating_id = any(${[...ids]}) order by at, id`.execute(tx)
  return rows
}

const statusWords: Readonly<Record<Status, string>> = {
  open: '待联系',
  contacted: '已联系',
  rectified: '已整改',
  appealed: '申诉中',
  excluded: '已剔除',
}

/** Got in touch with whoever rated: what is said reaches them through the platform, which alone knows who it is. */
export async function contactRater(
  context: CommandContext,
  matters: Matters,
  id: string,
  words: string,
): Promise<BadRating> {
  return settle(context, matters, id, words, { act: 'contact', label: '联系', from: ['open'], to: 'contacted' })
}

/** Put right, with the answer that whoever rated reads; they may rate once more. */
export async function rectifyRating(
  context: CommandContext,
  matters: Matters,
  id: string,
  words: string,
): Promise<BadRating> {
  return settle(context, matters, id, words, {
    act: 'rectify',
    label: '整改',
    from: ['open', 'contacted'],
    to: 'rectified',
  })
}

/** Those who are rated say that it is unfounded, within their time. @throws rating.appealOver */
export async function appealRating(
  context: CommandContext,
  matters: Matters,
  id: string,
  words: string,
): Promise<BadRating> {
  return settle(context, matters, id, words, {
    act: 'appeal',
    label: '申诉',
    from: ['open', 'contacted'],
    to: 'appealed',
  })
}

async function settle(
  context: CommandContext,
  matters: Matters,
  id: string,
  words: string,
  { act, label, from, to }: { act: ActName; label: string; from: readonly Status[]; to: Status },
): Promise<BadRating> {
  const row = await lockRating(context, id)
  const acts = await actsOf(context, [id])
  const may = mayOf(context, row, acts)
  if (!from.includes(row.status)) throw ratingErrors.notNow({ act: label, status: statusWords[row.status] })
  if (act === 'appeal' && !may.appeal) {
    if (row.appealBy !== null && context.today > row.appealBy) throw ratingErrors.appealOver({ until: row.appealBy })
    throw ratingErrors.notNow({ act: label, status: '申诉已有结论' })
  }
  // The office sees all of them and settles those of no unit; a unit answers for its own.
  if (act !== 'appeal' && !may.rectify) throw ratingErrors.unknown({ id })
  await writeAct(context, id, act, words)
  const isClosed = to === 'rectified'
  await update(context, id, row.status, {
    status: to,
    ...(isClosed ? { closed_on: context.today, answer: words.trim() } : {}),
    ...(act === 'contact' ? { answer: words.trim() } : {}),
  })
  return again(context, matters, id)
}

/**
 * 核查 an appeal. A rating is left out only when two different people, neither of the rated unit, found it unfounded, one
 * after the other; one who finds it founded ends the appeal.
 *
 * @throws rating.notNow, rating.samePerson, rating.partial
 */
export async function checkRating(
  context: CommandContext,
  matters: Matters,
  id: string,
  { unfounded, words }: { readonly unfounded: boolean; readonly words: string },
): Promise<BadRating> {
  const row = await lockRating(context, id)
  if (row.status !== 'appealed') throw ratingErrors.notNow({ act: '核查', status: statusWords[row.status] })
  const acts = await actsOf(context, [id])
  const refusal = checkRefusal(context, row, acts)
  if (refusal !== undefined) throw refusal
  if (!unfounded) {
    await writeAct(context, id, 'reject', words)
    await update(context, id, row.status, { status: acts.some(({ act }) => act === 'contact') ? 'contacted' : 'open' })
  } else if (firstCheckOf(acts) === undefined) {
    await writeAct(context, id, 'firstCheck', words)
    await update(context, id, row.status, { status: 'appealed' })
  } else {
    await writeAct(context, id, 'secondCheck', words)
    await update(context, id, row.status, { status: 'excluded', closed_on: context.today })
  }
  return again(context, matters, id)
}

function checkRefusal({ actor }: QueryContext, row: Row, acts: readonly Act[]) {
  if (!actorMay(actor, 'matter.oversee') || actor.accountId === undefined) return ratingErrors.partial({})
  if (row.unitId !== null && actor.roles.some(({ partyId }) => partyId === row.unitId)) return ratingErrors.partial({})
  return firstCheckOf(acts)?.byAccount === actor.accountId ? ratingErrors.samePerson({}) : undefined
}

function firstCheckOf(acts: readonly Act[]): Act | undefined {
  return acts.find(({ act }) => act === 'firstCheck')
}

function wasRejected(acts: readonly Act[]): boolean {
  return acts.some(({ act }) => act === 'reject')
}

async function writeAct(
  { tx, jurisdiction, now, actor }: CommandContext,
  ratingId: string,
  act: ActName,
  words: string,
) {
  await tx
    .insertInto('rating_act')
    .values({
      ...{ jurisdiction, id: newId(now), rating_id: ratingId, act, words: words.trim(), at: now },
      ...{ by_account: actor.accountId ?? null, by_label: actor.label },
    })
    .execute()
}

async function update(
  context: CommandContext,
  id: string,
  before: Status,
  change: { readonly status: Status; readonly closed_on?: string; readonly answer?: string },
): Promise<void> {
  await context.tx
    .updateTable('rating')
    .set(change)
    .where('jurisdiction', '=', context.jurisdiction)
    .where('id', '=', id)
    .execute()
  await context.record({
    subject: { kind: 'rating', id },
    before: { status: before },
    after: { status: change.status },
  })
}

async function again(context: CommandContext, matters: Matters, id: string): Promise<BadRating> {
  const [rating] = await present(context, matters, await readRows(context, sql`r.id = ${id}`))
  if (rating === undefined) throw ratingErrors.unknown({ id })
  return rating
}
