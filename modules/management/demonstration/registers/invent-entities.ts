import { organisationCheck, socialCreditCheck } from '@qiangxian/engines/identifiers/social-credit-code'
import type { Seeded } from '../seeded.ts'
import { between } from './days.ts'
import { add, chance, type Inventing } from './invented.ts'
import { stems, type Trade, trades } from './words.ts'

/** An invented firm, institution or person, as the other registers name it. */
export interface Owner {
  readonly of: number
  readonly name: string
  readonly entityType: 'enterprise' | 'university' | 'institute' | 'organisation' | 'individual'
  readonly unit: string | null
  readonly trade: Trade
}

export interface Owners {
  readonly enterprises: readonly Owner[]
  readonly individuals: readonly Owner[]
  readonly institutions: readonly Owner[]
  /** one of the enterprises; those that stand first own much more than the others */
  pickEnterprise(random: Seeded): Owner
  pickOther(random: Seeded): Owner
}

const enterpriseCount = 6_200
const individualCount = 2_600
/** of a hundred, how many registered towns do not tell where they count */
const withoutUnit = 2

export function inventEntities(told: Inventing): Owners {
  const random = chance(told, 'entities')
  const pickUnit = unitPicker(told)
  const pickTrade = tradePicker()
  const enterprises: Owner[] = []
  for (let number = 0; number < enterpriseCount; number++) {
    const trade = pickTrade(random)
    const name = `${told.place}${threeStems(number)}${random.pick(trade.names)}${number % 23 === 0 ? '股份' : ''}有限公司（演示）`
    enterprises.push(addOwner(told, random, { number, name, entityType: 'enterprise', unit: pickUnit(random), trade }))
  }
  inventDoubles(told, enterprises)
  const individuals: Owner[] = []
  for (let number = 0; number < individualCount; number++) {
    const [trade] = trades
    const name = `${threeStems(number, 5_471)}（演示）`
    individuals.push(addOwner(told, random, { number, name, entityType: 'individual', unit: pickUnit(random), trade }))
  }
  const institutions = institutionNames(told.place).map(([name, entityType], number) =>
    addOwner(told, random, { number, name, entityType, unit: pickUnit(random), trade: pickTrade(random) }),
  )
  const weights = runningSums(enterprises.map((_, at) => 1 / (at + 3) ** 0.75))
  return {
    enterprises,
    individuals,
    institutions,
    pickEnterprise: (by) => enterprises[placeIn(weights, by.next())] ?? by.pick(enterprises),
    pickOther: (by) => (by.percent(72) ? by.pick(individuals) : by.pick(institutions)),
  }
}

/** A dozen firms stand twice, the second time without their code: as lists of several desks have them. */
function inventDoubles(told: Inventing, enterprises: readonly Owner[]): void {
  for (const { name, unit, trade } of enterprises.filter((_, at) => at % 500 === 41)) {
    add(told, 'market-entity', {
      unit,
      values: {
        name: name.replace('有限公司（演示）', '有限责任公司（演示）'),
        uscc: null,
        entityType: 'enterprise',
        town: unit,
        industry: trade.industry,
      },
    })
  }
}

interface Invention {
  readonly number: number
  readonly name: string
  readonly entityType: Owner['entityType']
  readonly unit: string | null
  readonly trade: Trade
}

function addOwner(told: Inventing, random: Seeded, { number, name, entityType, unit, trade }: Invention): Owner {
  const established = between(random, '1996-01-01', '2023-06-30')
  // One firm in three hundred has a code whose check character is wrong: a slip of whoever typed it.
  const code = entityType === 'individual' ? null : creditCode(told.division, entityType, number)
  const isClosed = entityType === 'enterprise' && number > 2_000 && random.percent(1.5)
  const renamed = entityType === 'enterprise' && random.percent(4)
  const of = add(told, 'market-entity', {
    unit,
    values: {
      name,
      formerNames: renamed ? `${told.place}${threeStems(number, 3_301)}${random.pick(trade.names)}厂（演示）` : null,
      uscc: code === null ? null : number % 311 === 7 ? mistyped(code) : code,
      entityType,
      town: unit,
      address: unit === null ? null : `${told.place}演示路 ${random.between(1, 999)} 号`,
      industry: entityType === 'enterprise' ? trade.industry : null,
      establishedOn: entityType === 'individual' ? null : established,
      endedOn: isClosed ? between(random, '2024-02-01', '2026-10-31') : null,
      staff: entityType === 'enterprise' ? Math.round(8 + 400 / (1 + (number % 97))) : null,
      scale: entityType === 'enterprise' ? scaleOf(number) : null,
    },
  })
  return { of, name, entityType, unit, trade }
}

function scaleOf(number: number): string {
  if (number < 30) return 'large'
  return number < 320 ? 'medium' : number < 2_600 ? 'small' : 'micro'
}

function institutionNames(place: string): readonly (readonly [string, Owner['entityType']])[] {
  const numbered = (count: number, make: (stem: string) => string) =>
    Array.from({ length: count }, (_, at) => make(threeStems(at, 977)))
  return [
    ...numbered(8, (stem) => `${stem}大学${place}研究院（演示）`).map((name) => [name, 'institute'] as const),
    ...numbered(6, (stem) => `${stem}职业技术学院（演示）`).map((name) => [name, 'university'] as const),
    ...numbered(18, (stem) => `${place}市${stem}行业协会（演示）`).map((name) => [name, 'organisation'] as const),
    ...numbered(24, (stem) => `${place}${stem}研究所（演示）`).map((name) => [name, 'institute'] as const),
  ]
}

/** Three of 22 signs, each number its own: the numbers are scattered, so that neighbours do not look alike. */
export function threeStems(number: number, scatter = 7_919): string {
  const size = stems.length
  const at = (number * scatter + 1_357) % size ** 3
  return [Math.floor(at / size ** 2), Math.floor(at / size) % size, at % size].map((each) => stems[each]).join('')
}

/** A code that fits its check characters; the serials MAD00000… are of nobody. */
export function creditCode(division: string, kind: Owner['entityType'], number: number): string {
  const prefix = kind === 'enterprise' ? '91' : kind === 'organisation' ? '51' : '12'
  const series = kind === 'enterprise' ? 'MAD' : kind === 'organisation' ? 'MJD' : kind === 'university' ? 'MBU' : 'MBD'
  const base = `${series}${String(number).padStart(5, '0')}`
  const first17 = `${prefix}${division}${base}${organisationCheck(base)}`
  return `${first17}${socialCreditCheck(first17)}`
}

/** The last character is another one. */
export function mistyped(code: string): string {
  const last = code.slice(-1)
  return `${code.slice(0, -1)}${last === '3' ? '8' : '3'}`
}

/** Units by the number of their enterprises, as the story tells it. */
export function unitPicker({ story }: Inventing): (random: Seeded) => string | null {
  const values = story.statistics.find(({ key }) => key === 'enterprises')?.values ?? []
  const keys = values.map(({ organisation }) => organisation)
  const sums = runningSums(values.map(({ value }) => value ?? 4))
  return (random) => (random.percent(withoutUnit) ? null : (keys[placeIn(sums, random.next())] ?? null))
}

function tradePicker(): (random: Seeded) => Trade {
  const sums = runningSums(trades.map(({ share }) => share))
  return (random) => trades[placeIn(sums, random.next())] ?? trades[0]
}

function runningSums(weights: readonly number[]): readonly number[] {
  let sum = 0
  return weights.map((weight) => {
    sum += weight
    return sum
  })
}

/** Where a share of the whole, from 0 to 1, falls. */
function placeIn(sums: readonly number[], share: number): number {
  const wanted = share * (sums.at(-1) ?? 0)
  let low = 0
  let high = sums.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sums[middle] ?? 0) > wanted) high = middle
    else low = middle + 1
  }
  return low
}

export function linkTo({ name, of }: Pick<Owner, 'name' | 'of'>): { name: string; of: number } {
  return { name, of }
}
