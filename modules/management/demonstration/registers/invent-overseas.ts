import { addDays } from '@qiangxian/engines/indicator/days'
import type { Seeded } from '../seeded.ts'
import { addYears, between, daysAlong, daysOf, workday } from './days.ts'
import { linkTo } from './invent-entities.ts'
import type { Right } from './invent-patents.ts'
import { add, chance, type Inventing, toldOn } from './invented.ts'

/** Patents abroad, with the day from which each gives its Chinese relative a family abroad. */
export interface Abroad {
  readonly patent: number
  readonly grantedOn: string
}

const offices: readonly (readonly [office: string, share: number, kind: string])[] = [
  ['US', 38, 'B2'],
  ['EP', 20, 'B1'],
  ['JP', 14, 'B2'],
  ['KR', 10, 'B1'],
  ['DE', 6, 'U1'],
  ['AU', 6, 'B2'],
  ['IN', 6, 'B'],
]
const older = 64
const fromHongKongMacaoTaiwan = 6
const validations = 9
/** enterprises tell of a grant months later: so many of the last ones are reported and not in the register yet */
const notYetTold = 2

/** 海外专利: counted ones along the story (C4), and those that the default parameters do not count. */
export function inventOverseas(told: Inventing, rights: readonly Right[]): Abroad[] {
  const random = chance(told, 'overseas')
  const { start, until } = told.span
  const inventions = rights.filter(({ patentType }) => patentType === 'invention')
  const days = daysAlong(daysOf(start, until, [1, 2, 3, 4]), (day) => toldOn(told, 'C4', day) ?? 0)
  const abroad: Abroad[] = []
  const write = (grantedOn: string, office: string, kind: string, isValidation = false) => {
    const relative = relativeFor(inventions, grantedOn, random)
    const made = addOverseas(told, random, { grantedOn, office, kind, isValidation, relative })
    if (relative !== undefined && made) abroad.push({ patent: relative.of, grantedOn })
  }
  for (let count = 0; count < older; count++) {
    const [office, , kind] = pickOffice(random)
    write(workday(between(random, addYears(start, -8), addDays(start, -5))), office, kind)
  }
  for (const grantedOn of days.slice(0, Math.max(0, days.length - notYetTold))) {
    const [office, , kind] = pickOffice(random)
    write(grantedOn, office, kind)
  }
  for (let count = 0; count < fromHongKongMacaoTaiwan; count++) {
    write(workday(between(random, start, addDays(until, -40))), random.pick(['HK', 'TW']), '')
  }
  for (let count = 0; count < validations; count++) {
    write(workday(between(random, start, addDays(until, -40))), random.pick(['DE', 'FR', 'IT', 'ES']), 'T2', true)
  }
  return abroad
}

function pickOffice(random: Seeded): readonly [string, number, string] {
  let place = random.next() * 100
  for (const each of offices) {
    if (place < each[1]) return each
    place -= each[1]
  }
  return offices[0] as readonly [string, number, string]
}

/** A Chinese patent from which the foreign one may have its priority. */
function relativeFor(inventions: readonly Right[], grantedOn: string, random: Seeded): Right | undefined {
  if (random.percent(22)) return undefined
  for (let tries = 0; tries < 60; tries++) {
    const right = random.pick(inventions)
    if (addYears(right.filedOn, 2) < grantedOn && addYears(right.filedOn, 7) > grantedOn && right.endedOn === null)
      return right
  }
  return undefined
}

interface Grant {
  readonly grantedOn: string
  readonly office: string
  readonly kind: string
  readonly isValidation: boolean
  readonly relative: Right | undefined
}

/** @returns whether it makes a family that counts abroad */
function addOverseas(told: Inventing, random: Seeded, grant: Grant): boolean {
  const { grantedOn, office, kind, isValidation, relative } = grant
  const serial = (told.books['overseas-patent']?.length ?? 0) + 1
  const isDesign = relative === undefined && random.percent(40)
  const owner = relative?.owner ?? told.books['market-entity']?.[random.between(0, 300)]
  const link =
    relative !== undefined
      ? linkTo(relative.owner)
      : { name: String(told.books['market-entity']?.[serial]?.values['name'] ?? ''), of: serial }
  const priority = relative === undefined ? undefined : addDays(relative.filedOn, 350)
  const filedOn = priority !== undefined && priority < grantedOn ? priority : addDays(grantedOn, -500)
  // Two of them name a Chinese number that the register does not have.
  const unknown = relative === undefined && serial % 37 === 5
  add(told, 'overseas-patent', {
    unit: owner?.unit ?? null,
    values: {
      office,
      publicationNo: publicationNo(office, kind, serial),
      applicationNo: null,
      patentType: isDesign ? 'design' : 'invention',
      title: relative?.title ?? '陶瓷茶具',
      owners: [link],
      filedOn,
      grantedOn,
      expiresOn: addYears(filedOn, isDesign ? 15 : 20),
      endedOn: null,
      domesticPatent:
        relative === undefined
          ? unknown
            ? { name: '201510700001.5', of: null }
            : null
          : { name: relative.applicationNo, of: relative.of },
      familyNo: relative === undefined ? null : `F${String(relative.of).padStart(8, '0')}`,
      isValidation,
    },
  })
  if (relative !== undefined) relative.values['familyNo'] = `F${String(relative.of).padStart(8, '0')}`
  return !['HK', 'MO', 'TW'].includes(office)
}

function publicationNo(office: string, kind: string, serial: number): string {
  const number = String(1_100_000 + serial * 7).padStart(7, '0')
  return `${office}${office === 'US' ? `1${number}` : number}${kind}`
}

/** PCT 国际申请: of the firms that stand first, with the end of the thirty months. */
export function inventPct(told: Inventing, rights: readonly Right[]): void {
  const random = chance(told, 'pct')
  const { start, until } = told.span
  const inventions = rights.filter(
    ({ patentType, filedOn }) => patentType === 'invention' && filedOn >= addYears(start, -2),
  )
  for (let number = 0; number < 118; number++) {
    const relative = random.pick(inventions)
    const filedOn = workday(addDays(relative.filedOn, random.between(300, 360)))
    if (filedOn > until) continue
    const year = filedOn.slice(0, 4)
    add(told, 'pct-application', {
      unit: relative.owner.unit,
      values: {
        applicationNo: `PCT/CN${year}/${String(100_000 + number * 613).padStart(6, '0')}`,
        title: relative.title,
        owners: [linkTo(relative.owner)],
        filedOn,
        priorityOn: relative.filedOn,
        nationalPhaseDueOn: addDays(relative.filedOn, 913),
        enteredOffices: random.percent(40) ? [random.pick(['US', 'EP', 'JP'])] : null,
        domesticPatent: { name: relative.applicationNo, of: relative.of },
      },
    })
  }
}
