import { addDays } from '@qiangxian/engines/indicator/days'
import type { Seeded } from '../seeded.ts'
import { daysAlong, daysOf } from './days.ts'
import { linkTo, type Owners, threeStems } from './invent-entities.ts'
import { add, chance, type Inventing, targetOf } from './invented.ts'

const categories: readonly (readonly [category: string, letter: string, share: number, things: readonly string[]])[] = [
  ['art', 'F', 86, ['石瓢壶', '西施壶', '仿古壶', '竹段壶', '提梁壶', '陶塑', '花器', '茶盏', '刻绘']],
  ['graphic', 'J', 6, ['包装图样', '产品设计图', '标志图形']],
  ['photographic', 'G', 4, ['竹海', '龙窑', '茶园', '太湖']],
  ['literary', 'A', 3, ['茶经新解', '陶工口述', '游记']],
  ['audiovisual', 'I', 1, ['制壶纪录', '宣传片']],
]

/** 作品登记: in each year as many as the story tells (C5), spread over its working days. */
export function inventWorks(told: Inventing, owners: Owners): void {
  const random = chance(told, 'works')
  const { until } = told.span
  for (const [year, wanted] of worksByYear(told)) {
    const last = until.startsWith(String(year)) ? until : `${year}-12-31`
    const days = daysOf(`${year}-01-01`, last, [1, 2, 3, 4, 5])
    const dates = daysAlong(days, (day) => (wanted * (days.indexOf(day) + 1)) / days.length)
    for (const [at, registeredOn] of dates.entries()) addWork(told, owners, random, registeredOn, at + 1)
  }
}

function worksByYear(told: Inventing): readonly (readonly [year: number, count: number])[] {
  const target = targetOf(told, 'C5')
  if (target?.course.kind !== 'yearly') return []
  return target.course.years.map(({ year, value }) => {
    const residents = target.denominator?.values.find((each) => each.year === year)?.value ?? 0
    return [year, Math.round(value * residents)]
  })
}

function addWork(told: Inventing, owners: Owners, random: Seeded, registeredOn: string, serial: number): void {
  let place = random.next() * 100
  const kind = categories.find(([, , share]) => {
    place -= share
    return place < 0
  })
  const [category, letter, , things] = kind ?? categories[0] ?? ['art', 'F', 100, ['茶壶']]
  const isOfPerson = random.percent(category === 'art' ? 88 : 45)
  const owner = isOfPerson ? random.pick(owners.individuals) : owners.pickEnterprise(random)
  const completedOn = addDays(registeredOn, -random.between(40, 700))
  const isPublished = random.percent(55)
  add(told, 'work-registration', {
    unit: owner.unit,
    values: {
      registrationNo: `苏作登字-${registeredOn.slice(0, 4)}-${letter}-${String(100_000 + serial * 17).padStart(8, '0')}`,
      title: `${threeStems(random.between(0, 10_000)).slice(0, 2)}·${random.pick(things)}`,
      category,
      owners: [linkTo(owner)],
      authors: isOfPerson ? owner.name : `${threeStems(random.between(0, 9_000))}（演示）`,
      completedOn,
      completedAt: told.place,
      firstPublishedOn: isPublished ? addDays(completedOn, random.between(1, 30)) : null,
      creationWay: random.percent(96) ? 'original' : 'adapted',
      ownershipWay: isOfPerson ? 'individual' : 'legal-entity',
      registeredOn,
      registeredBy: '省版权登记机构（演示）',
      endedOn: null,
    },
  })
}

/** 软件: some nine hundred a year. */
export function inventSoftware(told: Inventing, owners: Owners): void {
  const random = chance(told, 'software')
  const { start, until } = told.span
  const days = daysOf(start, until, [1, 2, 3, 4, 5])
  for (const [number, registeredOn] of daysAlong(days, (day) => (days.indexOf(day) + 1) * 3.4).entries()) {
    const owner = random.percent(92) ? owners.pickEnterprise(random) : random.pick(owners.institutions)
    const completedOn = addDays(registeredOn, -random.between(60, 300))
    add(told, 'software-registration', {
      unit: owner.unit,
      values: {
        registrationNo: `${registeredOn.slice(0, 4)}SR${String(100_000 + number * 331).padStart(7, '0')}`,
        certificateNo: `软著登字第${12_000_000 + number * 613}号`,
        name: `${threeStems(number, 617).slice(0, 2)}${random.pick(['生产管理', '窑炉温控', '水质监测', '质量追溯', '设备运维', '仓储管理'])}软件`,
        version: `V${random.between(1, 3)}.${random.between(0, 9)}`,
        owners: [linkTo(owner)],
        completedOn,
        firstPublishedOn: random.percent(40) ? addDays(completedOn, 10) : null,
        registeredOn,
        endedOn: null,
      },
    })
  }
}
