import { addDays } from '@qiangxian/engines/indicator/days'
import type { Seeded } from '../seeded.ts'
import { addYears, between, daysAlong, daysOf, markDay } from './days.ts'
import { linkTo, type Owner, type Owners, threeStems } from './invent-entities.ts'
import { add, chance, type Inventing, stepsOf, toldOn } from './invented.ts'

const ordinaryMarks = 7_400

/** 商标: ordinary ones of ten years, and the collective and certification marks that the story tells (C7). */
export function inventMarks(told: Inventing, owners: Owners): void {
  const random = chance(told, 'marks')
  const { start, until } = told.span
  for (let number = 0; number < ordinaryMarks; number++) {
    const owner = random.percent(78) ? owners.pickEnterprise(random) : random.pick(owners.individuals)
    const registeredOn = markDay(between(random, addYears(start, -12), addDays(until, -10)))
    const isCeramic = owner.trade.key === 'ceramics'
    addMark(told, random, {
      number,
      owner,
      registeredOn,
      name: `${threeStems(number, 4_099).slice(0, random.between(2, 3))}${isCeramic && random.percent(30) ? '陶' : ''}`,
      niceClass: random.percent(70) ? (owner.trade.niceClasses[0] ?? '21') : random.pick(owner.trade.niceClasses),
      markType: 'ordinary',
    })
  }
  inventCollectiveMarks(told, owners, random)
}

interface Mark {
  readonly number: number
  readonly owner: Owner
  readonly registeredOn: string
  readonly name: string
  readonly niceClass: string
  readonly markType: 'ordinary' | 'collective' | 'certification'
  readonly gi?: { readonly name: string; readonly of: number }
}

function addMark(told: Inventing, random: Seeded, mark: Mark): void {
  const { until } = told.span
  const { number, owner, registeredOn, name, niceClass, markType } = mark
  let expiresOn = addDays(addYears(registeredOn, 10), -1)
  let renewedOn: string | null = null
  let endedOn: string | null = null
  let endReason: string | null = null
  if (expiresOn < until && (markType !== 'ordinary' || random.percent(68))) {
    renewedOn = markDay(addDays(expiresOn, -random.between(20, 330)))
    expiresOn = addYears(expiresOn, 10)
  } else if (addDays(expiresOn, 183) < until) {
    endedOn = expiresOn
    endReason = 'not-renewed'
  } else if (markType === 'ordinary' && random.percent(2.5)) {
    endedOn = markDay(between(random, addYears(registeredOn, 1), until))
    if (endedOn <= registeredOn || endedOn > until) endedOn = null
    endReason = endedOn === null ? null : random.pick(['revoked', 'cancelled', 'invalidated'])
  }
  add(told, 'trademark', {
    unit: owner.unit,
    values: {
      registrationNo: String(11_000_000 + number * 1_913).padStart(8, '0'),
      niceClass,
      name,
      markType,
      owners: [linkTo(owner)],
      goods: niceClass === '21' ? '茶壶；茶杯；瓷器；陶器' : null,
      filedOn: addDays(registeredOn, -random.between(240, 420)),
      registeredOn,
      expiresOn,
      renewedOn,
      endedOn,
      endReason,
      isGi: mark.gi !== undefined,
      gi: mark.gi ?? null,
      brandLevel: number < 24 ? random.pick(['well-known', 'time-honoured', 'key']) : null,
      agency: random.percent(60) ? '乙知识产权代理有限公司（演示）' : null,
    },
  })
}

/** Registrations of a group's marks; every fourth of them stands in two classes and still counts once by its number. */
function inventCollectiveMarks(told: Inventing, owners: Owners, random: Seeded): void {
  const { before, steps } = stepsOf(told, 'C7')
  const days = [
    ...Array.from({ length: before }, (_, at) => markDay(addYears(addDays(told.span.start, -at * 160), -3))),
    ...steps.flatMap(({ on, by }) => Array.from({ length: by }, () => on)),
  ]
  const associations = owners.institutions.filter(({ entityType }) => entityType === 'organisation')
  const indications = told.books['geographical-indication'] ?? []
  const ofMark = indications.flatMap(({ values }, of) =>
    values['road'] === 'mark' ? [{ name: String(values['name']), of }] : [],
  )
  for (const [at, registeredOn] of days.entries()) {
    const gi = ofMark[at]
    const owner = associations[at % associations.length] ?? random.pick(owners.institutions)
    const classes = at % 4 === 1 ? ['30', '31'] : at % 2 === 0 ? ['30'] : ['21']
    for (const niceClass of classes) {
      addMark(told, random, {
        number: 9_000 + at,
        owner,
        registeredOn,
        name: gi?.name ?? `演示集体商标${threeStems(at).slice(0, 2)}`,
        niceClass,
        markType: at % 3 === 0 ? 'certification' : 'collective',
        ...(gi === undefined ? {} : { gi }),
      })
    }
  }
}

/** 马德里: as many in force as the story tells (C6). */
export function inventMadrid(told: Inventing, owners: Owners): void {
  const random = chance(told, 'madrid')
  const { start, until } = told.span
  const first = Math.round(toldOn(told, 'C6', start) ?? 0)
  const days = [
    ...Array.from({ length: first }, () => between(random, addYears(start, -6), addDays(start, -3))),
    ...daysAlong(daysOf(start, until, [1, 2, 3, 4, 5]), (day) => (toldOn(told, 'C6', day) ?? first) - first),
  ]
  // Three that lapsed before the programme: they stand in the register and count no more.
  const lapsed = Array.from({ length: 3 }, (_, at) => addYears(addDays(start, -200 - at * 90), -10))
  for (const [number, registeredOn] of [...lapsed, ...days].entries()) {
    const owner = owners.pickEnterprise(random)
    const expiresOn = addYears(registeredOn, 10)
    add(told, 'madrid-registration', {
      unit: owner.unit,
      values: {
        registrationNo: String(1_410_000 + number * 977),
        name: `${threeStems(number, 2_011).slice(0, 2)}牌`,
        owners: [linkTo(owner)],
        niceClasses: [owner.trade.niceClasses[0] ?? '21'],
        classCount: 1,
        designations: [
          ...new Set([
            random.pick(['US', 'JP', 'EM']),
            random.pick(['VN', 'KR', 'RU', 'SG']),
            random.pick(['TH', 'AU', 'GB']),
          ]),
        ],
        basicNo: null,
        registeredOn,
        expiresOn,
        endedOn: number < lapsed.length ? expiresOn : null,
      },
    })
  }
}
