import { idCardCheck } from '@qiangxian/engines/identifiers/id-card'
import { addDays } from '@qiangxian/engines/indicator/days'
import type { Seeded } from '../seeded.ts'
import { addYears, between, daysAlong, daysOf, workday } from './days.ts'
import { linkTo, type Owners, threeStems } from './invent-entities.ts'
import { add, chance, type Inventing, stepsOf, toldOn } from './invented.ts'

const fields = [
  'patent',
  'trademark',
  'copyright',
  'law',
  'finance',
  'ceramics',
  'materials',
  'machinery',
  'environment',
  'electronics',
  'cables',
  'agriculture',
] as const

/** 专家 (T1, T1b), 技术调查官 (T2), 乡贤: with invented numbers of identity cards and telephones that are nobody's. */
export function inventPeople(told: Inventing): void {
  const random = chance(told, 'people')
  const { start, until } = told.span
  const first = Math.round(toldOn(told, 'T1b', start) ?? 0)
  const experts = [
    ...Array.from({ length: first }, () => workday(between(random, addYears(start, -1), addDays(start, -6)))),
    ...daysAlong(daysOf(start, until, [2, 4]), (day) => toldOn(told, 'T1', day) ?? 0),
  ]
  for (const [number, appointedOn] of experts.entries()) appoint(told, random, 'expert', number, appointedOn)
  const investigators = stepsOf(told, 'T2').steps.flatMap(({ on, by }) => Array.from({ length: by }, () => on))
  for (const [number, on] of investigators.entries()) appoint(told, random, 'technical-investigator', 200 + number, on)
  for (let number = 0; number < 38; number++) {
    const registeredOn = workday(between(random, addYears(start, 1), addDays(until, -12)))
    add(told, 'townsman', {
      unit: null,
      values: {
        ...person(random, told.division, 300 + number),
        city: random.pick(['上海', '南京', '北京', '杭州', '深圳', '苏州']),
        tie: random.pick(['born', 'born', 'family', 'studied']),
        registeredOn,
        consented: true,
        lastContactOn: addDays(registeredOn, 3),
        endedOn: null,
      },
    })
  }
}

function appoint(told: Inventing, random: Seeded, register: string, number: number, appointedOn: string): void {
  add(told, register, {
    unit: null,
    values: {
      ...person(random, told.division, number),
      appointedOn,
      termEndsOn: addDays(addYears(appointedOn, 5), -1),
      endedOn: null,
      documentNo: `演示知〔${appointedOn.slice(0, 4)}〕${random.between(2, 50)}号`,
    },
  })
}

function person(random: Seeded, division: string, number: number) {
  return {
    name: `${threeStems(number, 1_231)}（演示）`,
    specialities: [...new Set([random.pick(fields), random.pick(fields)])],
    employer: `演示${['大学', '研究院', '律师事务所', '陶瓷研究所'][number % 4]}`,
    post: random.pick(['教授', '高级工程师', '律师', '研究员', '专利代理师']),
    idNumber: idNumber(division, number),
    phone: `1390000${String(1_000 + number).padStart(4, '0')}`,
    email: `yanshi${number}@example.cn`,
  }
}

function idNumber(division: string, number: number): string {
  const first17 = `${division}${1_955 + (number % 40)}${String(1 + (number % 12)).padStart(2, '0')}${String(1 + (number % 28)).padStart(2, '0')}${String(900 + (number % 99))}`
  return `${first17}${idCardCheck(first17)}`
}

/** 培训: sessions each month, and 签到 that reach what the story tells (T3), one for each person and session. */
export function inventTraining(told: Inventing, owners: Owners): void {
  const random = chance(told, 'training')
  const { start, until } = told.span
  const wednesdays = daysOf(addDays(start, 20), until, [3]).filter((_, at) => at % 4 === 0)
  let attended = 0
  for (const [number, heldOn] of wednesdays.entries()) {
    const category = random.pick(['enterprise', 'enterprise', 'craft', 'agency', 'official', 'student'])
    const title = `第${number + 1}期${topics[number % topics.length]}培训（演示）`
    const next = wednesdays[number + 1] ?? until
    const wanted = Math.round(toldOn(told, 'T3', number === wednesdays.length - 1 ? until : addDays(next, -20)) ?? 0)
    const present = Math.max(0, Math.min(wanted - attended, 90))
    attended += present
    const session = add(told, 'training-session', {
      unit: null,
      values: {
        sessionNo: `演示${heldOn.slice(0, 4)}-${String(number + 1).padStart(2, '0')}`,
        title,
        category,
        organiser: 'market-supervision-bureau',
        heldOn,
        hours: random.pick([4, 8, 8, 16]),
        teachers: `${threeStems(number, 571)}（演示）`,
        place: '演示培训室',
        enrolled: present + random.between(2, 9),
        satisfaction: random.between(880, 990) / 10,
      },
    })
    for (let seat = 1; seat <= present; seat++) {
      // Of six hundred people many come again: persons are fewer than attendances.
      const person = (number * 37 + seat * 3) % 600
      // Some people sign without a firm, which counts all the same.
      const employer = random.percent(94) ? owners.pickEnterprise(random) : undefined
      add(told, 'training-attendance', {
        unit: employer?.unit ?? null,
        values: {
          session: { name: title, of: session },
          personNo: `演示${String(person).padStart(4, '0')}`,
          personName: `${threeStems(person, 3_001)}（演示）`,
          employer: employer === undefined ? null : linkTo(employer),
          signedInOn: heldOn,
          result: random.percent(60) ? 'completed' : 'attended',
        },
      })
    }
  }
}

const topics = [
  '专利挖掘与布局',
  '商标品牌',
  '作品登记实务',
  '质押融资',
  '商业秘密保护',
  '地理标志用标',
  '合规管理体系',
]

/** 讲座 once a year (T4), with weeks of publicity, cases, and schools. */
export function inventCulture(told: Inventing): void {
  const random = chance(told, 'culture')
  const { start, until } = told.span
  const write = (title: string, category: string, heldOn: string) =>
    add(told, 'culture-event', {
      unit: null,
      values: {
        title,
        category,
        organiser: 'market-supervision-bureau',
        heldOn,
        place: '演示会场',
        visitors: random.between(40, 320),
        summary: '演示数据，内容为虚构。',
      },
    })
  for (const { on } of stepsOf(told, 'T4').steps) {
    const year = on.slice(0, 4)
    if (on.endsWith('-01-01')) continue
    write(`${year} 年演示主题讲座`, 'lecture', on)
    write(`${year} 年宣传周进校园（演示）`, 'publicity-week', workday(addDays(on, -4)))
    write(`${year} 年宣传周进企业（演示）`, 'publicity-week', workday(addDays(on, -2)))
    write(`${year} 年典型案例发布（演示）`, 'case-release', on)
    write(`${year} 年陶瓷展维权服务（演示）`, 'other', workday(`${year}-10-18`))
  }
  for (let number = 0; number < 9; number++) {
    const level = number === 0 ? 'national' : number < 4 ? 'provincial' : 'municipal'
    add(told, 'pilot-school', {
      unit: null,
      values: {
        name: `演示第${number + 1}中小学`,
        grade: number % 3 === 0 ? 'demonstration' : 'pilot',
        level,
        approvedOn: workday(between(random, addYears(start, -2), addDays(until, -90))),
        pupils: random.between(300, 2_400),
        hoursPerYear: random.between(8, 24),
        documentNo: null,
      },
    })
  }
}
