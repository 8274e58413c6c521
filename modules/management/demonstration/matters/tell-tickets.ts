import { hashOfToken, newToken } from '@qiangxian/kernel/accounts/random-token'
import { newId } from '@qiangxian/kernel/ids/new-id'
import type { CommandContext } from '@qiangxian/kernel/operations/context'
import { mask } from '@qiangxian/kernel/personal-data/mask'
import { sql } from 'kysely'
import { type Seeded, seeded, seedFor } from '../seeded.ts'
import { atHour } from './at-hour.ts'
import type { MatterCast } from './matter-cast.ts'
import { weekday } from './matter-plan.ts'

const DAY = 86_400_000
/** working days before today that have tickets, and how many people came on one */
const pastDays = 8
const cameOnADay = [14, 26] as const
/** minutes after midnight: from when to when people come, and how far apart */
const opens = 8 * 60 + 40
const closes = 16 * 60 + 30
const apart = 14
/** who still waits today */
const waitingToday = 5

interface Coming {
  readonly hall: { readonly id: string; readonly desks: readonly string[] }
  readonly day: string
  readonly clerk: string | null
  readonly types: readonly string[]
  readonly random: Seeded
}

/**
 * 排队叫号: tickets of the last working days, all served, missed or given back, and of today, when some still wait. Each
 * number is of the counter from which real ones come, so that the next real ticket has the next number.
 *
 * @returns how many were told
 */
export async function tellTickets(
  context: CommandContext,
  { clerks }: Pick<MatterCast, 'clerks'>,
  seed: number,
): Promise<number> {
  const { county, today } = context
  const types = county.services.matters.map(({ matter }) => matter)
  const clerk = clerks[0]?.accountId ?? null
  let told = 0
  for (const hall of county.services.halls) {
    for (const day of lastDays(today)) {
      const coming = { hall, day, clerk, types, random: seeded(seedFor(seed, 'tickets', hall.id, day)) }
      told += await putTickets(context, coming, day === today ? comersSoFar(context) : undefined)
    }
  }
  return told
}

function lastDays(today: string): readonly string[] {
  const days = Array.from({ length: pastDays * 2 }, (_, at) =>
    weekday(Date.parse(`${today}T00:00:00Z`) - (at + 1) * DAY),
  )
  return [today, ...new Set(days.filter((day) => day < today))].slice(0, pastDays + 1)
}

/** At night a few wait all the same: whoever looks at the demonstration sees a queue. */
function comersSoFar({ now, today }: CommandContext): number {
  const minutes = Math.min(closes, (now.getTime() - atHour(today, 0).getTime()) / 60_000)
  return Math.max(waitingToday, Math.floor((minutes - opens) / apart))
}

async function putTickets(context: CommandContext, coming: Coming, soFar: number | undefined): Promise<number> {
  const { tx, jurisdiction, now } = context
  const { hall, day, random } = coming
  const count = soFar ?? random.between(...cameOnADay)
  const last = await numbersFor(context, hall.id, day, count)
  const rows = Array.from({ length: count }, (_, at) => {
    const usual = atHour(day, opens + at * apart + random.between(0, apart - 4))
    const takenAt = usual < now ? usual : new Date(now.getTime() - (count - at) * 60_000)
    const isWaiting = soFar !== undefined && at >= count - waitingToday
    return {
      ...{ jurisdiction, id: newId(takenAt), day, hall: hall.id, taken_at: takenAt, demonstration: true },
      number: `A${String(last - count + at + 1).padStart(3, '0')}`,
      matter_types: coming.types.length === 0 ? [] : [random.pick(coming.types)],
      code_hash: hashOfToken(`ticket ${newToken()}`),
      ...phoneOf(context, random),
      ...(isWaiting ? waiting : servedOf(coming, at, takenAt)),
    }
  })
  if (rows.length > 0) await tx.insertInto('queue_ticket').values(rows).execute()
  return rows.length
}

/** @returns the last of `count` numbers that are taken now */
async function numbersFor(
  { tx, jurisdiction }: CommandContext,
  hall: string,
  day: string,
  count: number,
): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into matter_number (jurisdiction, series, period, last)
    values (${jurisdiction}, ${`ticket ${hall}`}, ${day}, ${count})
    on conflict (jurisdiction, series, period) do update set last = matter_number.last + excluded.last
    returning last`.execute(tx)
  return rows[0]?.last ?? count
}

/** Every third left a number; all are of a range that no network gives out. */
function phoneOf({ secrets, jurisdiction }: CommandContext, random: Seeded) {
  if (!random.percent(33)) return { phone_masked: null, phone_blind: null }
  const phone = `1390000${String(random.between(0, 9_999)).padStart(4, '0')}`
  return { phone_masked: mask(phone, 'phone'), phone_blind: secrets.blind(phone, jurisdiction) }
}

const waiting = {
  ...{ status: 'waiting', desk: null, called_at: null, started_at: null, ended_at: null, by_account: null },
} as const

function servedOf({ hall, clerk, random }: Coming, at: number, takenAt: Date) {
  const after = (minutes: number) => new Date(takenAt.getTime() + minutes * 60_000)
  if (random.percent(4)) return { ...waiting, status: 'cancelled' }
  const calledAt = after(random.between(2, 11))
  const called = {
    desk: hall.desks[at % Math.max(1, hall.desks.length)] ?? null,
    called_at: calledAt,
    by_account: clerk,
  }
  if (random.percent(6)) return { ...waiting, ...called, status: 'missed', ended_at: after(14) }
  return { ...waiting, ...called, status: 'served', started_at: after(12), ended_at: after(12 + random.between(4, 25)) }
}
