import { addDays } from '@qiangxian/engines/indicator/days'
import type { Seeded } from '../seeded.ts'
import { addYears, between, daysAlong, daysOf, workday } from './days.ts'
import { linkTo, type Owner, type Owners } from './invent-entities.ts'
import { add, chance, type Inventing, stepsOf, toldOn } from './invented.ts'

/** 认监委、国家知识产权局公告 2023 年第27号 */
const conversionEnds = '2025-12-31'
const lastFilingBy2013 = '2024-12-31'
const earlier = 58

/**
 * 贯标: as many enterprises certified for the first time in the programme as the story tells (U6), beside earlier ones, of
 * which a dozen let their certificate of 2013 fall, and some with two standards.
 */
export function inventCertificates(told: Inventing, owners: Owners): void {
  const random = chance(told, 'certificates')
  const { start, until } = told.span
  const firms = distinct(owners.enterprises.slice(0, 900), random)
  const issue = (enterprise: Owner, standard: string, issuedOn: string, ends: Partial<Ends> = {}) => {
    const number = told.books['standard-certificate']?.length ?? 0
    const isGrade = standard === 'iso56005'
    add(told, 'standard-certificate', {
      unit: enterprise.unit,
      values: {
        certificateNo: `演示${isGrade ? 'IM' : 'IPMS'}${issuedOn.slice(0, 4)}${String(number + 1).padStart(5, '0')}`,
        enterprise: linkTo(enterprise),
        standard,
        gradeLevel: isGrade ? random.between(1, 3) : null,
        scope: isGrade ? null : random.percent(60) ? ['patent', 'trademark'] : ['patent'],
        certifiedBy: random.pick(['甲认证有限公司（演示）', '乙认证中心（演示）']),
        issuedOn,
        validUntil: ends.validUntil ?? addDays(addYears(issuedOn, 3), -1),
        lastSurveyOn: addDays(issuedOn, 360) < until ? addDays(issuedOn, 355) : null,
        endedOn: ends.endedOn ?? null,
        endReason: ends.endReason ?? null,
      },
    })
  }
  for (let number = 0; number < earlier; number++) {
    const enterprise = firms.pop()
    if (enterprise === undefined) return
    const issuedOn = workday(between(random, addYears(start, -2), addDays(start, -20)))
    const validUntil = addDays(addYears(issuedOn, 3), -1)
    const isDropped = number < 12 && validUntil > conversionEnds
    issue(enterprise, 'gbt29490-2013', issuedOn, isDropped ? dropped : {})
    // Converted or certified again by the new text, for three years more.
    if (!isDropped && number % 3 !== 0) {
      const again = workday(addDays(validUntil, -random.between(20, 60)))
      if (again < until && again > start) issue(enterprise, 'gbt29490-2023', again)
    }
  }
  const days = daysAlong(daysOf(start, until, [1, 2, 3, 4, 5]), (day) => toldOn(told, 'U6', day) ?? 0)
  for (const [number, issuedOn] of days.entries()) {
    const enterprise = firms.pop()
    if (enterprise === undefined) return
    const isIso = number % 8 === 5
    const by2013 = !isIso && issuedOn <= lastFilingBy2013 && number % 2 === 0
    issue(
      enterprise,
      isIso ? 'iso56005' : by2013 ? 'gbt29490-2013' : 'gbt29490-2023',
      issuedOn,
      by2013 ? convertedAway : {},
    )
    if (by2013) issue(enterprise, 'gbt29490-2023', workday(addDays(issuedOn, 350)))
    // A second standard: one enterprise still.
    if (number % 11 === 3) {
      const second = workday(addDays(issuedOn, 200))
      if (second < until) issue(enterprise, isIso ? 'gbt29490-2023' : 'iso56005', second)
    }
  }
  for (const enterprise of firms.slice(0, 4)) expect(told, enterprise)
}

interface Ends {
  readonly validUntil: string
  readonly endedOn: string
  readonly endReason: string
}

const dropped = { endedOn: addDays(conversionEnds, 1), endReason: '2013 版证书未按期换版' }
const convertedAway = { endedOn: addDays(conversionEnds, 1), endReason: '已换发 2023 版证书' }

function expect(told: Inventing, enterprise: Owner): void {
  const { until } = told.span
  const number = told.books['standard-certificate']?.length ?? 0
  const issuedOn = workday(addDays(until, 14))
  add(told, 'standard-certificate', {
    unit: enterprise.unit,
    expectedOn: issuedOn,
    values: {
      certificateNo: `演示预计${number}`,
      enterprise: linkTo(enterprise),
      standard: 'gbt29490-2023',
      issuedOn,
      validUntil: addDays(addYears(issuedOn, 3), -1),
    },
  })
}

function distinct(owners: readonly Owner[], random: Seeded): Owner[] {
  const left = [...owners]
  const mixed: Owner[] = []
  while (left.length > 0) mixed.push(...left.splice(random.between(0, left.length - 1), 1))
  return mixed
}

/** 优势、示范企业: so many at each announcement (U7); two of them have a second title, and count once. */
export function inventTitles(told: Inventing, owners: Owners): void {
  const random = chance(told, 'titles')
  const { before, steps } = stepsOf(told, 'U7')
  const days = [
    ...Array.from({ length: before }, (_, at) => workday(addYears(addDays(told.span.start, -at * 40 - 30), -1))),
    ...steps.flatMap(({ on, by }) => Array.from({ length: by }, () => on)),
  ]
  const recognise = (enterprise: Owner, recognisedOn: string, title: string, level: string) => {
    const year = recognisedOn.slice(0, 4)
    add(told, 'advantage-enterprise', {
      unit: enterprise.unit,
      values: {
        enterprise: linkTo(enterprise),
        title,
        level,
        recognisedOn,
        // Reviewed and prolonged; the three years of the oldest would be over else.
        validUntil: addDays(addYears(recognisedOn, recognisedOn < told.span.start ? 6 : 3), -1),
        reviewedOn: recognisedOn < told.span.start ? workday(addYears(recognisedOn, 3)) : null,
        endedOn: null,
        documentNo: `演示国知〔${year}〕${random.between(2, 40)}号`,
      },
    })
  }
  for (const [at, recognisedOn] of days.entries()) {
    const enterprise = owners.enterprises[at * 3]
    if (enterprise === undefined) return
    const level = at % 4 === 0 ? 'provincial' : at % 4 === 3 ? 'municipal' : 'national'
    recognise(enterprise, recognisedOn, at % 5 === 2 ? 'demonstration' : 'advantage', level)
    if (at === 1 || at === 4) recognise(enterprise, workday(addDays(recognisedOn, 5)), 'demonstration', 'provincial')
  }
}
