import { addDays } from '@qiangxian/engines/indicator/days'
import type { Seeded } from '../seeded.ts'
import { addYears, monthEnds } from './days.ts'
import type { Awarded } from './invent-awards.ts'
import type { Abroad } from './invent-overseas.ts'
import type { Right } from './invent-patents.ts'
import type { Pledged } from './invent-pledges.ts'
import { chance, type Inventing, targetOf, toldOn } from './invented.ts'

/** 1,000万元, in fen: the default of the county's parameter. */
const highPledge = 1_000_000_000

/**
 * Gives patents their symbols, so that by the end of every month as many inventions are of high value as the story tells
 * (C2 × residents). Who has a family abroad, a high pledge, a national award or ten years behind is of high value anyhow;
 * symbols of strategic industries make up the rest.
 */
export function giveSymbols(
  told: Inventing,
  rights: readonly Right[],
  grounds: {
    readonly abroad: readonly Abroad[]
    readonly pledged: readonly Pledged[]
    readonly awarded: readonly Awarded[]
  },
): void {
  const random = chance(told, 'symbols')
  const since = otherGrounds(rights, grounds)
  const inventions = rights.filter(({ patentType }) => patentType === 'invention')
  const strategic = new Set<number>()
  const { start, until } = told.span
  let from = '0000-01-01'
  for (const end of [addDays(start, -1), ...monthEnds(start, until)]) {
    const wanted = Math.round((toldOn(told, 'C2', end) ?? 0) * residentsOn(told, end))
    const known = inventions.filter(({ grantedOn }) => grantedOn <= end)
    const standing = known.filter((right) => isInForce(right, end))
    const count = standing.filter((right) => strategic.has(right.of) || (since.get(right.of) ?? '9999') <= end).length
    const candidates = standing.filter(
      (right) => right.grantedOn > from && !strategic.has(right.of) && (since.get(right.of) ?? '9999') > end,
    )
    for (const right of some(candidates, wanted - count, random)) strategic.add(right.of)
    from = end
  }
  for (const right of rights) {
    if (right.patentType !== 'design') right.values['ipc'] = symbolsOf(right, strategic.has(right.of), random)
  }
}

/** 万人, of the year in which the day lies. */
function residentsOn(told: Inventing, day: string): number {
  const values = targetOf(told, 'C2')?.denominator?.values ?? []
  const year = Number(day.slice(0, 4))
  return (values.find((each) => each.year === year) ?? values[0])?.value ?? 0
}

function isInForce({ grantedOn, expiresOn, endedOn }: Right, on: string): boolean {
  return grantedOn <= on && expiresOn > on && (endedOn === null || endedOn > on)
}

/** The first day on which any ground other than the industry is met. */
function otherGrounds(
  rights: readonly Right[],
  { abroad, pledged, awarded }: Parameters<typeof giveSymbols>[2],
): Map<number, string> {
  const since = new Map<number, string>()
  const meet = (patent: number, on: string) => {
    const before = since.get(patent)
    if (before === undefined || on < before) since.set(patent, on)
  }
  for (const { of, patentType, filedOn } of rights) {
    if (patentType === 'invention') meet(of, addDays(addYears(filedOn, 10), 1))
  }
  for (const { patent, grantedOn } of abroad) meet(patent, grantedOn)
  for (const { patent, awardedOn } of awarded) meet(patent, awardedOn)
  const sums = new Map<number, number>()
  for (const { patent, registeredOn, amount } of [...pledged].sort((a, b) =>
    a.registeredOn.localeCompare(b.registeredOn),
  )) {
    const sum = (sums.get(patent) ?? 0) + amount
    sums.set(patent, sum)
    if (sum >= highPledge) meet(patent, registeredOn)
  }
  return since
}

function some(candidates: readonly Right[], count: number, random: Seeded): readonly Right[] {
  const left = [...candidates]
  const chosen: Right[] = []
  while (chosen.length < count && left.length > 0) chosen.push(...left.splice(random.between(0, left.length - 1), 1))
  return chosen
}

/** The main symbol first. A strategic symbol may stand second only, which the county's parameter can tell apart. */
function symbolsOf({ owner, patentType }: Right, isStrategic: boolean, random: Seeded): readonly string[] {
  const { strategic, ordinary } = owner.trade
  const plain = random.pick(ordinary)
  // Models of strategic industries are many and count nowhere; their symbols need not be held back.
  if (patentType === 'utility-model') return random.percent(25) ? [random.pick(strategic)] : [plain]
  if (!isStrategic) return [...new Set([plain, random.pick(ordinary)])]
  const main = random.pick(strategic)
  return random.percent(12) ? [plain, main] : [...new Set([main, random.percent(50) ? plain : random.pick(strategic)])]
}
