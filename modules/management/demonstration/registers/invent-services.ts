import { addDays } from '@qiangxian/engines/indicator/days'
import { addYears, workday } from './days.ts'
import { creditCode, threeStems } from './invent-entities.ts'
import { add, chance, type Inventing, largestPlaces, stepsOf, targetOf } from './invented.ts'

const tenThousand = 1_000_000

/** 工作站: one for each place that the story names, by the days of S3, and two that were there before. */
export function inventWorkstations(told: Inventing): void {
  const random = chance(told, 'workstations')
  const { start, until } = told.span
  const { steps } = stepsOf(told, 'S3')
  const places = targetOf(told, 'S3')?.units?.shares.map(({ organisation }) => organisation) ?? []
  const days = [
    addYears(start, -2),
    addYears(addDays(start, 60), -1),
    ...steps.flatMap(({ on, by }) => Array.from({ length: by }, () => on)),
  ]
  const write = (number: number, unit: string | null, establishedOn: string, expectedOn?: string) =>
    add(told, 'workstation', {
      unit,
      ...(expectedOn === undefined ? {} : { expectedOn }),
      values: {
        name: `${told.place}演示第${number + 1}工作站`,
        kinds: number % 3 === 0 ? ['ip-workstation', 'copyright'] : ['ip-workstation', 'brand-guidance'],
        hostedBy: '演示便民服务中心',
        establishedOn,
        closedOn: null,
        documentNo: `演示知〔${establishedOn.slice(0, 4)}〕${number + 3}号`,
        staff: random.between(2, 4),
        duties: ['publicity', 'advice', 'training', number % 2 === 0 ? 'works' : 'pledge'],
        score: establishedOn < addYears(until, -1) ? random.between(78, 96) : null,
        stars: random.between(2, 4),
        address: `演示路 ${number + 10} 号`,
        location: { longitude: 119.6 + (number % 7) / 16, latitude: 31.25 + (number % 5) / 16 },
        contactName: `${threeStems(number, 331)}（演示）`,
        contactPhone: `1380000${String(1_000 + number).padStart(4, '0')}`,
      },
    })
  for (const [number, day] of days.entries()) write(number, places[number] ?? null, workday(day))
  const next = places[days.length]
  if (next !== undefined) write(days.length, next, workday(addDays(until, 20)), workday(addDays(until, 20)))
}

/** 服务机构 with a real office, by the days of S5; one without an office and one that closed count nowhere. */
export function inventAgencies(told: Inventing): void {
  const random = chance(told, 'agencies')
  const { start } = told.span
  const places = largestPlaces(told)
  const { before, steps } = stepsOf(told, 'S5')
  const days = [
    ...Array.from({ length: before }, (_, at) => workday(addYears(addDays(start, -at * 61 - 20), -2))),
    ...steps.flatMap(({ on, by }) => Array.from({ length: by }, () => on)),
  ]
  const write = (number: number, openedOn: string, hasOffice: boolean, closedOn: string | null) =>
    add(told, 'service-agency', {
      unit: places[number % 4] ?? null,
      values: {
        name: `${told.place}${threeStems(number, 2_333).slice(0, 2)}知识产权${['代理', '服务', '运营'][number % 3]}有限公司（演示）`,
        uscc: creditCode(told.division, 'enterprise', 80_000 + number),
        entity: null,
        agencyTypes:
          [
            ['patent', 'trademark'],
            ['trademark', 'copyright'],
            ['operation', 'information'],
          ][number % 3] ?? [],
        licenceNo: number % 3 === 0 ? `演示${32_000 + number}` : null,
        isBranch: number % 4 === 1,
        openedOn,
        closedOn,
        hasOffice,
        attorneys: number % 3 === 0 ? random.between(2, 9) : 0,
        address: '演示大厦',
        phone: `0510-8700${String(1_000 + number)}`,
      },
    })
  const real = days.map((day, number) => ({ of: write(number, day, true, null), opened: day }))
  write(60, workday(addYears(start, -1)), false, null)
  write(61, workday(addYears(start, -3)), true, workday(addDays(start, -45)))
  inventAgencyYears(told, real)
}

/** Staff and revenue of each year, which add up to what the story tells (S6, S7). */
function inventAgencyYears(
  told: Inventing,
  agencies: readonly { readonly of: number; readonly opened: string }[],
): void {
  const staff = yearly(told, 'S6')
  const revenue = yearly(told, 'S7')
  const { until } = told.span
  for (const [year, revenueOfAll] of revenue) {
    const open = agencies.filter(({ opened }) => opened.slice(0, 4) <= String(year))
    // The survey of staff was not done where the story says so: the figure is missing, and not zero.
    const surveyed = !isAbsent(told, 'S6', String(year))
    const staffParts = parts(staff.get(year) ?? 0, open.length)
    const revenueParts = parts(revenueOfAll, open.length)
    // In one year the largest and the smallest are mixed up, as it happens in forms: what stands out is asked about.
    if (surveyed === false) revenueParts.reverse()
    for (const [at, { of }] of open.entries()) {
      add(told, 'agency-year', {
        unit: told.books['service-agency']?.[of]?.unit ?? null,
        values: {
          agency: { name: String(told.books['service-agency']?.[of]?.values['name'] ?? ''), of },
          year: String(year),
          asOf: until.startsWith(String(year)) ? addDays(until, -25) : `${year}-12-31`,
          staff: surveyed ? (staffParts[at] ?? 0) : null,
          attorneys: null,
          revenue: (revenueParts[at] ?? 0) * tenThousand,
          surveyName: '服务业调查（演示）',
        },
      })
    }
  }
}

function yearly(told: Inventing, code: string): ReadonlyMap<number, number> {
  const course = targetOf(told, code)?.course
  return new Map(course?.kind === 'yearly' ? course.years.map(({ year, value }) => [year, value]) : [])
}

function isAbsent(told: Inventing, code: string, period: string): boolean {
  return targetOf(told, code)?.absences.some((each) => each.organisation === null && each.period === period) === true
}

/** Whole parts of a sum, the first ones larger; the last takes what is left. */
export function parts(sum: number, count: number): number[] {
  const weights = Array.from({ length: count }, (_, at) => 1 / (at + 2))
  const whole = weights.reduce((total, weight) => total + weight, 0)
  let left = sum
  return weights.map((weight, at) => {
    const part = at === count - 1 ? left : Math.floor((sum * weight) / whole)
    left -= part
    return part
  })
}

/** 研究与服务机构, 维权机构, 培育中心, 落户院所: few, by the days of their targets. */
export function inventCentres(told: Inventing): void {
  const random = chance(told, 'centres')
  const { start } = told.span
  const daysOf = (code: string) =>
    stepsOf(told, code).steps.flatMap(({ on, by }) => Array.from({ length: by }, () => on))
  const documentNo = (sign: string, on: string) => `演示${sign}〔${on.slice(0, 4)}〕${random.between(3, 90)}号`
  const institution = (name: string, level: string, approvedOn: string, institutionType: string) =>
    add(told, 'service-institution', {
      unit: null,
      values: {
        name,
        institutionType,
        level,
        host: '演示依托单位',
        approvedOn,
        documentNo: documentNo('国知', approvedOn),
        address: '演示路 1 号',
      },
    })
  for (const [at, on] of daysOf('S4').entries())
    institution(`演示第${at + 1}技术与创新支持中心`, 'national', on, 'tisc')
  institution('演示省级信息公共服务网点', 'provincial', workday(addDays(addYears(start, 1), 75)), 'information-outlet')
  institution('演示市级信息公共服务网点', 'municipal', workday(addDays(addYears(start, -1), 75)), 'information-outlet')

  for (const [at, on] of daysOf('P3').entries()) {
    add(told, 'rights-centre', {
      unit: null,
      values: {
        name: at === 0 ? '演示省保护中心工作站' : '演示保护中心分中心',
        centreType: at === 0 ? 'workstation-of-provincial-centre' : 'protection-branch',
        level: at === 0 ? 'provincial' : 'municipal',
        approvedOn: on,
        acceptedOn: on,
        documentNo: documentNo('苏知', on),
        address: '演示路 2 号',
        phone: '0510-87000000',
      },
    })
  }
  const approvedOn = workday(addDays(addYears(start, 1), 50))
  // Approved and not yet accepted: the plan counts the second, and a step of it may be expected.
  add(told, 'rights-centre', {
    unit: null,
    values: {
      name: '演示陶瓷快速维权中心',
      centreType: 'rapid-rights',
      level: 'national',
      industry: '陶瓷',
      approvedOn,
      acceptedOn: null,
      documentNo: documentNo('国知', approvedOn),
    },
  })
  const cultivation = [
    ...daysOf('C10').map((on) => ['provincial', on] as const),
    ...daysOf('C11').map((on) => ['municipal', on] as const),
  ]
  for (const [at, [level, on]] of cultivation.entries()) {
    const lead = told.books['market-entity']?.[at * 2]
    add(told, 'cultivation-centre', {
      unit: lead?.unit ?? null,
      values: {
        name: `演示第${at + 1}高价值专利培育中心`,
        level,
        lead: { name: String(lead?.values['name'] ?? ''), of: at * 2 },
        partners: '演示研究院',
        field: random.pick(['先进陶瓷', '水处理装备', '特种电缆']),
        funding: (level === 'provincial' ? 200 : 50) * tenThousand,
        approvedOn: on,
        acceptedOn: null,
        validUntil: addDays(addYears(on, 3), -1),
        documentNo: documentNo(level === 'provincial' ? '苏知' : '锡知', on),
      },
    })
  }
  for (const [at, on] of daysOf('U8').entries()) {
    add(told, 'institute-settlement', {
      unit: told.parks[at % Math.max(1, told.parks.length)] ?? null,
      values: {
        name: `演示大学${told.place}研究院（第${at + 1}所）`,
        instituteType: at % 2 === 0 ? 'institute' : 'transfer-centre',
        level: at % 2 === 0 ? 'provincial' : 'national',
        partner: '演示大学',
        settledOn: on,
        documentNo: documentNo('政办', on),
      },
    })
  }
}
