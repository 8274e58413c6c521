import { patentCheck } from '@qiangxian/engines/identifiers/patent-number'
import { addDays } from '@qiangxian/engines/indicator/days'
import { addYears, between, daysAlong, daysOf, earlierOf, workday } from './days.ts'
import { linkTo, type Owners, threeStems } from './invent-entities.ts'
import { add, chance, type Inventing, toldOn } from './invented.ts'

/** 布图设计: as many in force as the story tells (C8), and a few whose ten years are over. */
export function inventLayoutDesigns(told: Inventing, owners: Owners): void {
  const random = chance(told, 'layout-designs')
  const { start, until } = told.span
  const makers = owners.enterprises.filter(({ trade }) => trade.key === 'electronics')
  const first = Math.round(toldOn(told, 'C8', start) ?? 0)
  const older = Array.from({ length: first }, () => between(random, addYears(start, -5), addDays(start, -10)))
  const newer = daysAlong(daysOf(start, until, [1, 3, 5]), (day) => (toldOn(told, 'C8', day) ?? first) - first)
  const over = Array.from({ length: 5 }, (_, at) => addYears(addDays(start, -at * 50 - 90), -10))
  for (const [number, on] of [...over, ...older, ...newer].entries()) {
    const registeredOn = workday(on)
    const appliedOn = addDays(registeredOn, -random.between(60, 120))
    const firstUsedOn = random.percent(40) ? addDays(appliedOn, -random.between(30, 500)) : null
    const completedOn = addDays(firstUsedOn ?? appliedOn, -random.between(30, 200))
    const owner = random.pick(makers)
    add(told, 'layout-design', {
      unit: owner.unit,
      values: {
        registrationNo: numberOf(registeredOn, number),
        name: `${threeStems(number, 1_013).slice(0, 2)}${random.pick(['电源管理芯片', '驱动芯片', '传感器接口芯片', '充电控制芯片'])}`,
        category: random.pick(['logic', 'mixed', 'mixed', 'other']),
        owners: [linkTo(owner)],
        creators: threeStems(number + 40),
        completedOn,
        firstUsedOn,
        appliedOn,
        registeredOn,
        expiresOn: endOf({ completedOn, firstUsedOn, appliedOn }),
        endedOn: null,
      },
    })
  }
}

/** 条例（2026）第十七条: ten years from the earlier of application and first use, fifteen from completion at most. */
export function endOf(days: { completedOn: string; firstUsedOn: string | null; appliedOn: string }): string {
  const begins = days.firstUsedOn !== null && days.firstUsedOn < days.appliedOn ? days.firstUsedOn : days.appliedOn
  return earlierOf(addYears(begins, 10), addYears(days.completedOn, 15))
}

/** Until 2022 with a check character, then without. */
function numberOf(registeredOn: string, number: number): string {
  const year = registeredOn.slice(2, 4)
  if (Number(year) > 22) return `BS.${year}${5_000_000 + number * 1_237}`
  const digits = `${year}5${String(10_000 + number * 137).padStart(5, '0')}`
  return `BS.${digits}.${number % 37 === 11 ? (patentCheck(digits) === '1' ? '2' : '1') : patentCheck(digits)}`
}

/** 品种权、种质 */
export function inventVarieties(told: Inventing, owners: Owners): void {
  const random = chance(told, 'varieties')
  const { start, until } = told.span
  const breeders = owners.institutions.filter(({ entityType }) => entityType === 'institute')
  for (let number = 0; number < 14; number++) {
    const grantedOn = workday(between(random, addYears(start, -6), addDays(until, -60)))
    const isWoody = number % 3 === 0
    const years = grantedOn >= '2025-06-01' ? (isWoody ? 25 : 20) : isWoody ? 20 : 15
    const owner = random.pick(breeders)
    add(told, 'plant-variety', {
      unit: owner.unit,
      values: {
        grantNo: `CNA${grantedOn.slice(0, 4)}${String(1_000_000 + number * 7_331).padStart(7, '0')}`,
        name: `演示${threeStems(number).slice(0, 1)}${number + 1}号`,
        species: random.pick(['茶树', '水稻', '百合', '桃']),
        plantKind: isWoody ? 'woody' : 'other',
        owners: [linkTo(owner)],
        breeders: threeStems(number + 70),
        appliedOn: addDays(grantedOn, -random.between(500, 1_100)),
        grantedOn,
        expiresOn: addYears(grantedOn, years),
        endedOn: null,
      },
    })
  }
  for (let number = 0; number < 64; number++) {
    const storedOn = workday(between(random, addYears(start, -4), addDays(until, -20)))
    const keeper = breeders[number % 3] ?? random.pick(breeders)
    add(told, 'germplasm', {
      unit: keeper.unit,
      values: {
        accessionNo: `演示种质-${String(number + 1).padStart(4, '0')}`,
        name: `演示${threeStems(number, 811).slice(0, 2)}`,
        species: random.pick(['茶树', '百合', '稻', '竹', '桃']),
        category: random.pick(['landrace', 'landrace', 'bred', 'wild', 'introduced']),
        keeper: linkTo(keeper),
        collectedOn: String(Number(storedOn.slice(0, 4)) - 1),
        collectedAt: '演示采集地',
        copies: random.between(3, 60),
        storedOn,
        endedOn: null,
      },
    })
  }
}
