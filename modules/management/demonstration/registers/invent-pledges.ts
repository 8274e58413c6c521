import { addDays } from '@qiangxian/engines/indicator/days'
import type { Seeded } from '../seeded.ts'
import { addYears, between, daysOf, workday } from './days.ts'
import { linkTo } from './invent-entities.ts'
import type { Right } from './invent-patents.ts'
import { add, chance, type Inventing, toldOn } from './invented.ts'
import { banks } from './words.ts'

/** A pledge's part on a patent, in fen. */
export interface Pledged {
  readonly patent: number
  readonly registeredOn: string
  readonly amount: number
}

const yuan = 100
const tenThousand = 10_000 * yuan
const hundredMillion = 100_000_000 * yuan
const older = 84

/**
 * 质押: until each day as much as the story tells (U5), each loan once. Beside them stand the second registrations of one
 * loan (patents and marks), which count once, and renewals, which count in the official total.
 */
export function inventPledges(told: Inventing, rights: readonly Right[]): Pledged[] {
  const random = chance(told, 'pledges')
  const { start, until } = told.span
  const stock = rights.filter(({ owner, patentType }) => owner.entityType === 'enterprise' && patentType !== 'design')
  const byOwner = new Map<number, Right[]>()
  for (const right of stock) byOwner.set(right.owner.of, [...(byOwner.get(right.owner.of) ?? []), right])
  const pledged: Pledged[] = []
  const giving: Giving = { told, random, stock, byOwner, pledged }
  for (let number = 0; number < older; number++) {
    register(giving, workday(between(random, addYears(start, -4), addDays(start, -10))), sizeOf(random))
  }
  let sum = 0
  let size = sizeOf(random)
  for (const day of daysOf(start, until, [1, 2, 3, 4, 5])) {
    const wanted = (toldOn(told, 'U5', day) ?? 0) * hundredMillion
    // A loan comes when the sum that is told has grown by it, so the curve is never further away than one loan.
    for (; sum + size <= wanted; size = sizeOf(random)) {
      register(giving, day, size)
      sum += size
    }
  }
  const left =
    Math.floor(((toldOn(told, 'U5', until) ?? 0) * hundredMillion - sum) / (10 * tenThousand)) * 10 * tenThousand
  if (left > 0) register(giving, workday(addDays(until, -6)), left)
  expected(told, random, stock)
  return pledged
}

/** Mostly some millions, sometimes much more. */
function sizeOf(random: Seeded): number {
  const size = random.percent(11) ? random.between(150, 300) * 10 : random.between(10, 90) * 10
  return size * tenThousand
}

interface Giving {
  readonly told: Inventing
  readonly random: Seeded
  readonly stock: readonly Right[]
  readonly byOwner: ReadonlyMap<number, readonly Right[]>
  readonly pledged: Pledged[]
}

function register(giving: Giving, registeredOn: string, amount: number): void {
  const { told, random, stock } = giving
  const first = pledgeable(stock, registeredOn, random)
  if (first === undefined) return
  const kind = random.percent(78) ? 'patent' : random.percent(70) ? 'trademark' : 'copyright'
  const number = told.books['pledge']?.length ?? 0
  const isOfCombination = number % 19 === 4
  const releasedOn = releaseOf(registeredOn, told.span.until, random)
  const contract = `演示贷字${registeredOn.slice(0, 4)}第${String(number + 1).padStart(4, '0')}号`
  const isRenewal = registeredOn >= told.span.start && number % 13 === 6
  // A large loan rests on one or two patents, which is what makes their amount high.
  const isLarge = amount >= 1_500 * tenThousand
  const rights = kind === 'patent' ? pledgedTogether(giving, first, registeredOn, isLarge ? 1 : 4) : []
  const of = add(told, 'pledge', {
    unit: first.owner.unit,
    values: {
      registrationNo: `Y演示${registeredOn.slice(0, 4)}${String(320_000 + number)}`,
      rightType: kind,
      pledgor: linkTo(first.owner),
      pledgee: random.pick(banks),
      loanContractNo: contract,
      // With other security beside the rights the whole debt is larger than their part of it.
      securedAmount: isOfCombination ? Math.round(amount * 1.5) : amount,
      ipAmount: amount,
      loanAmount: Math.round((amount * random.between(80, 100)) / 100),
      appraisal: Math.round((amount * random.between(180, 300)) / 100),
      interestRate: random.between(290, 385) / 100,
      rights: kind === 'patent' ? rights.length : random.between(1, 4),
      registeredOn,
      debtEndsOn: addYears(registeredOn, 1 + (number % 3)),
      releasedOn,
      isRenewal,
      product: isOfCombination ? 'combined' : random.pick(['ordinary', 'ordinary', 'suzhidai', 'guaranteed']),
    },
  })
  attribute(giving, of, rights, { registeredOn, releasedOn, amount, number })
  // The same loan, registered for the marks as well: one contract, and it counts once.
  if (kind === 'patent' && number % 29 === 8) {
    add(told, 'pledge', {
      unit: first.owner.unit,
      values: {
        ...told.books['pledge']?.[of]?.values,
        registrationNo: `T演示${registeredOn.slice(0, 4)}${String(520_000 + number)}`,
        rightType: 'trademark',
        rights: 2,
        registeredOn: workday(addDays(registeredOn, 1)),
        releasedOn,
      },
    })
  }
}

function pledgeable(stock: readonly Right[], on: string, random: Seeded): Right | undefined {
  let found: Right | undefined
  // Banks like inventions; a model will do where none is at hand.
  for (let tries = 0; tries < 200; tries++) {
    const right = random.pick(stock)
    if (!isInForce(right, on)) continue
    if (right.patentType === 'invention' || tries > 6) return right
    found ??= right
  }
  return found
}

function isInForce(right: Right, on: string): boolean {
  return right.grantedOn <= on && right.expiresOn > on && (right.endedOn === null || right.endedOn > on)
}

function pledgedTogether({ byOwner, random }: Giving, first: Right, on: string, others: number): readonly Right[] {
  const own = (byOwner.get(first.owner.of) ?? []).filter((right) => right !== first && isInForce(right, on))
  return [first, ...own.slice(0, random.between(0, others))]
}

interface Registration {
  readonly registeredOn: string
  readonly releasedOn: string | null
  readonly amount: number
  readonly number: number
}

/** Equal parts; the last one bears what does not divide. One contract in forty gives more than the whole: a slip. */
function attribute({ told, pledged }: Giving, of: number, rights: readonly Right[], at: Registration): void {
  const { registeredOn, releasedOn, amount, number } = at
  const part = Math.floor(amount / Math.max(1, rights.length))
  for (const [index, right] of rights.entries()) {
    const isLast = index === rights.length - 1
    const attributedAmount = (isLast ? amount - part * (rights.length - 1) : part) + (number % 40 === 11 ? part : 0)
    add(told, 'pledged-right', {
      unit: right.owner.unit,
      values: {
        pledge: { name: String(told.books['pledge']?.[of]?.values['registrationNo'] ?? ''), of },
        patent: { name: right.applicationNo, of: right.of },
        attributedAmount,
        registeredOn,
        releasedOn,
      },
    })
    pledged.push({ patent: right.of, registeredOn, amount: attributedAmount })
  }
}

function releaseOf(registeredOn: string, until: string, random: Seeded): string | null {
  const releasedOn = workday(addDays(registeredOn, random.between(340, 1_050)))
  return releasedOn < until ? releasedOn : null
}

/** What banks and firms have agreed and not registered yet. */
function expected(told: Inventing, random: Seeded, stock: readonly Right[]): void {
  const { until } = told.span
  for (let number = 0; number < 5; number++) {
    const right = pledgeable(stock, until, random)
    if (right === undefined) return
    const amount = sizeOf(random)
    add(told, 'pledge', {
      unit: right.owner.unit,
      expectedOn: workday(addDays(until, 8 + number * 5)),
      values: {
        registrationNo: `预计演示${until.slice(0, 4)}${900 + number}`,
        rightType: 'patent',
        pledgor: linkTo(right.owner),
        pledgee: random.pick(banks),
        loanContractNo: `演示贷字预计第${number + 1}号`,
        securedAmount: amount,
        ipAmount: amount,
        registeredOn: workday(addDays(until, 8 + number * 5)),
        isRenewal: false,
        product: 'suzhidai',
      },
    })
  }
}
