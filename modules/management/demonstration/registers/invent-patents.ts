import { patentCheck } from '@qiangxian/engines/identifiers/patent-number'
import { addDays, daysBetween } from '@qiangxian/engines/indicator/days'
import type { Seeded } from '../seeded.ts'
import { addYears, between, daysAlong, gazetteDay, gazetteDays, workday } from './days.ts'
import { linkTo, type Owner, type Owners, threeStems } from './invent-entities.ts'
import { add, chance, type Inventing, toldOn } from './invented.ts'
import { patentTitle } from './patent-title.ts'

export type PatentType = 'invention' | 'utility-model' | 'design'

/** An invented patent while what hangs on it is still being invented; its values stand in the book and may be filled in. */
export interface Right {
  readonly of: number
  readonly applicationNo: string
  readonly title: string
  readonly patentType: PatentType
  readonly owner: Owner
  readonly filedOn: string
  readonly grantedOn: string
  readonly expiresOn: string
  readonly endedOn: string | null
  readonly values: Record<string, unknown> & { status: string }
}

/** Of a hundred grants of the programme; the rest are designs. */
const shares = { invention: 6.4, 'utility-model': 61 } as const
/** granted before the programme began, as far as the register knows them */
const olderCounts = { invention: 4_700, 'utility-model': 4_300, design: 1_500 } as const
const typeDigits = { invention: '1', 'utility-model': '2', design: '3' } as const
/** of a hundred in force, how many lapse in a year */
const lapseRate = { invention: 2.4, 'utility-model': 6, design: 9 } as const
const firstLapseAfter = { invention: 500, 'utility-model': 420, design: 420 } as const

/**
 * 专利: as many granted by each gazette day as the story tells (C1), with so many of enterprises (C3), and an older stock.
 */
export function inventPatents(told: Inventing, owners: Owners): Right[] {
  const rights: Right[] = []
  inventOlder(told, owners, rights)
  const { start, until } = told.span
  const random = chance(told, 'patents')
  const days = daysAlong(gazetteDays(start, until), (day) => toldOn(told, 'C1', day) ?? 0)
  const shareOn = new Map([...new Set(days)].map((day) => [day, (toldOn(told, 'C3', day) ?? 90) / 100]))
  let enterprises = 0
  for (const [at, grantedOn] of days.entries()) {
    const share = shareOn.get(grantedOn) ?? 0
    const isEnterprise = enterprises < Math.round((at + 1) * share)
    if (isEnterprise) enterprises++
    const patentType = typeAt(random.next() * 100)
    const owner = isEnterprise ? enterpriseFor(patentType, owners, random) : owners.pickOther(random)
    rights.push(
      addRight(told, random, { patentType, owner, grantedOn, filedOn: filedBefore(patentType, grantedOn, random) }),
    )
  }
  return rights
}

function typeAt(place: number): PatentType {
  if (place < shares.invention) return 'invention'
  return place < shares.invention + shares['utility-model'] ? 'utility-model' : 'design'
}

/** Designs are mostly of those who make what people look at. */
function enterpriseFor(patentType: PatentType, owners: Owners, random: Seeded): Owner {
  const owner = owners.pickEnterprise(random)
  const isOften = owner.trade.key === 'ceramics' || owner.trade.key === 'farming'
  return patentType === 'design' && !isOften && random.percent(60) ? owners.pickEnterprise(random) : owner
}

function inventOlder(told: Inventing, owners: Owners, rights: Right[]): void {
  const random = chance(told, 'older-patents')
  const last = addDays(told.span.start, -1)
  for (const patentType of ['invention', 'utility-model', 'design'] as const) {
    for (let number = 0; number < olderCounts[patentType]; number++) {
      const filedOn = workday(olderFiling(patentType, told.span.start, random))
      const wait = patentType === 'invention' ? random.between(380, 1_150) : random.between(110, 330)
      const grantedOn = gazetteDay(addDays(filedOn, wait))
      if (grantedOn > last) continue
      const owner = random.percent(88) ? owners.pickEnterprise(random) : owners.pickOther(random)
      rights.push(addRight(told, random, { patentType, owner, grantedOn, filedOn }))
    }
  }
}

/** Of inventions a few are old; models and designs are of the last years, for older ones have ended. */
function olderFiling(patentType: PatentType, start: string, random: Seeded): string {
  if (patentType !== 'invention') return between(random, addYears(start, -7), addYears(start, -1))
  return random.percent(13)
    ? between(random, addYears(start, -17), addYears(start, -8))
    : between(random, addYears(start, -7), addYears(start, -1))
}

function filedBefore(patentType: PatentType, grantedOn: string, random: Seeded): string {
  const days =
    patentType === 'invention'
      ? random.between(260, 1_150)
      : patentType === 'design'
        ? random.between(90, 260)
        : random.between(120, 330)
  // Back to a day on which offices work.
  const filedOn = addDays(grantedOn, -days)
  return workday(filedOn) === filedOn ? filedOn : addDays(filedOn, -2)
}

interface Grant {
  readonly patentType: PatentType
  readonly owner: Owner
  readonly filedOn: string
  readonly grantedOn: string
}

function addRight(told: Inventing, random: Seeded, grant: Grant): Right {
  const { patentType, owner, filedOn, grantedOn } = grant
  const { until } = told.span
  const isPct = patentType !== 'design' && random.next() < 0.008
  const applicationNo = numberOf(told, patentType, isPct, filedOn, random)
  const title = patentTitle(patentType, owner.trade, random)
  const expiresOn = addYears(filedOn, termOf(patentType, filedOn))
  const endedOn = lapseOf(grant, until, random)
  const inForce = endedOn === null && expiresOn > until
  const second = random.percent(2) ? randomPartner(random) : null
  const values = {
    applicationNo,
    patentType,
    route: isPct ? 'pct-entry' : 'domestic',
    title,
    owners: [linkTo(owner), ...(second === null ? [] : [second])],
    ownerType: owner.entityType,
    inventors: inventorsOf(random),
    status: endedOn !== null ? 'lapsed' : inForce ? 'granted' : 'expired',
    filedOn,
    publishedOn:
      patentType === 'invention'
        ? gazetteDay(addDays(filedOn, Math.min(540, daysBetween(filedOn, grantedOn) - 60)))
        : grantedOn,
    publicationNo: publicationNo(told, patentType),
    grantedOn,
    expiresOn,
    endedOn,
    endReason: endedOn !== null ? 'unpaid-fee' : inForce ? null : 'expired',
    ipc: null,
    locarno: patentType === 'design' ? [random.pick(owner.trade.locarno)] : null,
    claims: patentType === 'invention' ? random.between(4, 12) : patentType === 'design' ? null : random.between(3, 9),
    ...feesOf(inForce, filedOn, until, random),
    agency: random.percent(83) ? random.pick(agencies) : null,
  }
  const of = add(told, 'patent', { unit: owner.unit, values })
  return { of, applicationNo, title, patentType, owner, filedOn, grantedOn, expiresOn, endedOn, values }
}

const agencies = [
  '甲专利代理事务所（演示）',
  '乙知识产权代理有限公司（演示）',
  '丙专利商标事务所（演示）',
  '丁专利代理有限公司（演示）',
]

/** 专利法第四十二条: 20, 10 and 15 years from filing; designs filed before 2021-06-01 have ten. */
export function termOf(patentType: PatentType, filedOn: string): number {
  if (patentType === 'invention') return 20
  return patentType === 'design' && filedOn >= '2021-06-01' ? 15 : 10
}

/** The anniversary of the filing on which the fee was not paid; null while it always was. */
function lapseOf({ patentType, filedOn, grantedOn }: Grant, until: string, random: Seeded): string | null {
  const soonest = addDays(grantedOn, firstLapseAfter[patentType])
  for (let years = 1; ; years++) {
    const anniversary = addYears(filedOn, years)
    if (anniversary > until) return null
    if (anniversary >= soonest && random.percent(lapseRate[patentType])) return anniversary
  }
}

/** The annual fee is due on each anniversary of the filing; six months of grace follow. */
function feesOf(inForce: boolean, filedOn: string, until: string, random: Seeded) {
  if (!inForce) return { feeState: 'exempt', feePaidUntil: null, feeDueOn: null, feeReduced: false }
  let next = addYears(filedOn, Number(until.slice(0, 4)) - Number(filedOn.slice(0, 4)))
  if (next <= until) next = addYears(next, 1)
  const last = addYears(next, -1)
  const isOverdue = daysBetween(last, until) < 170 && random.percent(1)
  const feeReduced = random.percent(35)
  if (isOverdue) return { feeState: 'overdue', feePaidUntil: last, feeDueOn: last, feeReduced }
  const isDue = daysBetween(until, next) < 60 && random.percent(70)
  return { feeState: isDue ? 'due' : 'paid', feePaidUntil: next, feeDueOn: next, feeReduced }
}

const serials = new WeakMap<Inventing, Map<string, number>>()

/** The next number of a series, scattered over its range, so that it looks like one of many. */
function serial(told: Inventing, series: string): number {
  const counts = serials.get(told) ?? new Map<string, number>()
  serials.set(told, counts)
  const count = counts.get(series) ?? 0
  counts.set(series, count + 1)
  return (count * 7_919 + 1_234_567) % 9_000_000
}

/** One number in nine hundred has a check character that does not fit, as lists typed by hand have. */
export function numberOf(
  told: Inventing,
  patentType: PatentType,
  isPct: boolean,
  filedOn: string,
  random: Seeded,
): string {
  const year = filedOn.slice(0, 4)
  const digit = isPct ? (patentType === 'invention' ? '8' : '9') : typeDigits[patentType]
  const digits = `${year}${digit}${String(serial(told, `${year}${digit}`)).padStart(7, '0')}`
  const check = patentCheck(digits)
  const isSlip = random.next() < 1 / 900
  return `${digits}.${isSlip ? (check === '5' ? '6' : '5') : check}`
}

function publicationNo(told: Inventing, patentType: PatentType): string {
  const kind = { invention: 'B', 'utility-model': 'U', design: 'S' }[patentType]
  const digits = String(10_000_000 + serial(told, `publication-${patentType}`)).padStart(8, '0')
  return `CN${typeDigits[patentType]}${digits}${kind}`
}

/** A firm from elsewhere, which the list of entities does not have. */
function randomPartner(random: Seeded): { name: string; of: null } | null {
  return random.percent(10) ? { name: `外地${threeStems(random.between(0, 400))}科技有限公司（演示）`, of: null } : null
}

function inventorsOf(random: Seeded): string {
  return Array.from({ length: random.between(1, 4) }, () => threeStems(random.between(0, 9_000))).join('；')
}
