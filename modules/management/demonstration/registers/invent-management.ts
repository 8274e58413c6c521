import { addDays, addYears, workday } from './days.ts'
import { add, chance, type Inventing, stepsOf, targetOf, toldOn } from './invented.ts'
import { industryTable } from './words.ts'

/** 统计数据: what bulletins would say, of the size that the story uses. */
export function inventStatistics(told: Inventing): void {
  const write = (
    series: string,
    on: string,
    value: number,
    unit: string,
    publishedOn: string,
    place: string | null = null,
  ) =>
    add(told, 'statistic', {
      unit: place,
      values: {
        series,
        area: place === null ? '全市' : told.nameOf(place),
        on,
        value,
        unit,
        publishedOn,
        dataSource: '演示数据，非统计公报',
      },
    })
  const firstYear = Number(told.span.start.slice(0, 4))
  const residents = targetOf(told, 'C2')?.denominator?.values ?? []
  // The story divides by the figure of a year what was published in it, which is of the end of the year before.
  const residentsOf = (year: number) => (residents.find((each) => each.year === year + 1) ?? residents[0])?.value ?? 0
  // A county that tells no residents has none invented: missing is never zero.
  for (let year = firstYear - 5; residents.length > 0 && year < firstYear + residents.length - 1; year++) {
    const value = year < firstYear - 1 ? residentsOf(firstYear - 1) - (firstYear - 1 - year) * 0.06 : residentsOf(year)
    write('常住人口', `${year}-12-31`, Math.round(value * 10_000), '人', `${year + 1}-03-20`)
    write('户籍人口', `${year}-12-31`, Math.round(value * 8_400), '人', `${year + 1}-03-20`)
  }
  const gdp = targetOf(told, 'U1')?.denominator?.values ?? []
  const outputOf = (year: number) => {
    const known = gdp.find((each) => each.year === year)?.value
    return known ?? (gdp[0]?.value ?? 0) * 0.955 ** ((gdp[0]?.year ?? year) - year)
  }
  const tenth = (value: number) => Math.round(value * 10) / 10
  for (let year = firstYear - 4; gdp.length > 0 && year <= firstYear + 1; year++) {
    write('地区生产总值', `${year}-12-31`, tenth(outputOf(year)), '亿元', `${year + 1}-02-01`)
  }
  const shares = (code: string, series: string, from: number, last: number, monthDay: string) => {
    const years = targetOf(told, code)?.course
    if (years?.kind !== 'yearly' || gdp.length === 0) return
    for (let year = from; year <= last; year++) {
      const first = years.years[0]
      const share =
        years.years.find((each) => each.year === year)?.value ??
        (first?.value ?? 0) - 0.3 * ((first?.year ?? year) - year)
      write(
        `${series}增加值`,
        `${year}-12-31`,
        tenth((outputOf(year) * share) / 100),
        '亿元',
        `${year + 1}-${monthDay}`,
      )
      write(`${series}增加值占地区生产总值比重`, `${year}-12-31`, tenth(share), '%', `${year + 1}-${monthDay}`)
    }
  }
  // About a year later: that of 2025 is not there yet.
  shares('U1', '专利密集型产业', firstYear - 2, firstYear, '11-20')
  shares('U2', '版权产业', firstYear - 2, firstYear + 1, '10-15')
  for (const { organisation, value } of told.story.statistics.find(({ key }) => key === 'residents')?.values ?? []) {
    if (value !== null)
      write(
        '常住人口',
        `${firstYear + 1}-12-31`,
        Math.round(value * 10_000),
        '人',
        `${firstYear + 2}-03-20`,
        organisation,
      )
  }
  inventOfficial(told, write)
}

type Write = (series: string, on: string, value: number, unit: string, publishedOn: string) => number

/** What the national office would publish: a little less than what is computed here, and a month later. */
function inventOfficial(told: Inventing, write: Write): void {
  const { start, until } = told.span
  const random = chance(told, 'official')
  // A month late and a little lower: what was granted in the last days is not in their lists yet.
  const counted = [
    ['C1', '专利授权量（官方）', '件', 0],
    ['C2', '每万人口高价值发明专利拥有量（官方）', '件/万人', 2],
    ['C6', '马德里商标有效注册量（官方）', '件', 0],
    ['U5', '知识产权质押登记金额（官方）', '亿元', 2],
  ] as const
  for (let year = Number(start.slice(0, 4)); year <= Number(until.slice(0, 4)); year++) {
    for (const end of ['03-31', '06-30', '09-30', '12-31']) {
      const on = `${year}-${end}`
      if (addDays(on, 28) > until) return
      for (const [code, series, unit, decimals] of counted) {
        const value = toldOn(told, code, on)
        if (value === undefined) continue
        const published = value * (1 - random.between(2, 16) / 1_000)
        write(series, on, Number(published.toFixed(decimals)), unit, addDays(on, 28))
      }
    }
  }
}

/** 园区、称号、批准文件、协议、调查评估、产业对照 */
export function inventProgramme(told: Inventing): void {
  const random = chance(told, 'programme')
  const { start } = told.span
  const documentNo = (sign: string, on: string) => `演示${sign}〔${on.slice(0, 4)}〕${random.between(2, 80)}号`
  for (const [at, key] of told.parks.entries()) {
    const [name, level, industry] = parks[at] ?? [`演示第${at + 1}园区`, 'provincial', '特色产业']
    add(told, 'park', {
      unit: key,
      values: {
        name,
        level,
        managedBy: key,
        leadingIndustry: industry,
        approvedOn: workday(addYears(start, -12)),
        endedOn: null,
        enterprises: random.between(90, 420),
      },
    })
  }
  // A county without parks has no titles of parks.
  const title = (park: string | undefined, named: string, category: string, level: string, awardedOn: string) => {
    if (park === undefined) return
    add(told, 'park-title', {
      unit: park,
      values: {
        park,
        title: named,
        category,
        level,
        awardedOn,
        validUntil: addDays(addYears(awardedOn, 3), -1),
        endedOn: null,
        documentNo: documentNo('知', awardedOn),
        issuedBy: '演示机关',
      },
    })
  }
  const [zone, science = zone] = told.parks
  for (const { on } of stepsOf(told, 'M1').steps) title(zone, '国家知识产权试点园区（演示）', 'pilot', 'national', on)
  for (const { on } of stepsOf(told, 'M2').steps)
    title(science, '省级知识产权示范园区（演示）', 'demonstration', 'provincial', on)
  title(zone, '省级知识产权试点园区（演示）', 'pilot', 'provincial', workday(addYears(start, -2)))
  inventApprovals(told)
  const surveys = targetOf(told, 'P4')?.course
  const score = (year: string) =>
    surveys?.kind === 'yearly' ? (surveys.years.find((each) => String(each.year) === year)?.value ?? null) : null
  for (const [code, kind, name] of [
    ['A1', 'satisfaction-survey', '社会满意度调查'],
    ['A2', 'protection-evaluation', '保护水平评估'],
  ] as const) {
    for (const { on, by } of stepsOf(told, code).steps) {
      if (by < 1) continue
      const year = on.slice(0, 4)
      const isSurvey = kind === 'satisfaction-survey'
      add(told, 'assessment-activity', {
        unit: null,
        values: {
          name: `${year} 年${name}（演示）`,
          kind,
          year,
          publishedOn: on,
          score: isSurvey ? score(year) : random.between(860, 940) / 10,
          questionnaires: isSurvey ? random.between(900, 1_600) : null,
          method: isSurvey ? '本市问卷，分权利人、专业人士、公众三组（演示）' : null,
          conductedBy: '演示调查机构',
        },
      })
    }
  }
  for (const [symbol, industry] of industryTable) {
    add(told, 'ipc-industry', {
      unit: null,
      values: { symbol, industry, tableVersion: '演示摘录', remarks: '演示数据，非公布的对照表' },
    })
  }
}

const parks: readonly (readonly [name: string, level: string, industry: string])[] = [
  ['演示经济技术开发区', 'national', '新能源、新材料'],
  ['演示环保科技工业园', 'national', '节能环保'],
  ['演示生态旅游度假区', 'provincial', '文化旅游'],
  ['演示科创新城', 'municipal', '电子信息'],
]

function inventApprovals(told: Inventing): void {
  const random = chance(told, 'approvals')
  const { start, until } = told.span
  const matters: readonly (readonly [
    name: string,
    category: string,
    level: string,
    months: number,
    accepted: boolean,
  ])[] = [
    ['强县建设示范县', 'programme', 'national', 4, false],
    ['省知识产权保护示范区', 'protection', 'provincial', 9, false],
    ['陶瓷快速维权中心批复', 'protection', 'national', 12, false],
    ['维权援助工作站', 'protection', 'municipal', 7, true],
    ['版权示范单位', 'copyright', 'provincial', 14, true],
    ['信息公共服务网点', 'service', 'provincial', 12, true],
    ['中小学教育试点', 'education', 'provincial', 20, true],
    ['地理标志保护示范区筹建', 'geographical-indication', 'national', 26, false],
  ]
  for (const [at, [name, category, level, months, accepted]] of matters.entries()) {
    const approvedOn = workday(addDays(start, months * 30))
    add(told, 'approval', {
      unit: null,
      values: {
        name: `${name}（演示）`,
        category,
        level,
        issuedBy: '演示机关',
        documentNo: `演示批〔${approvedOn.slice(0, 4)}〕${at + 11}号`,
        appliedOn: addDays(approvedOn, -150),
        approvedOn,
        acceptedOn: accepted ? workday(addDays(approvedOn, 240)) : null,
      },
    })
  }
  const kinds = [
    'regional',
    'research',
    'finance',
    'service',
    'regional',
    'international',
    'research',
    'finance',
    'research',
    'other',
  ]
  for (const [at, category] of kinds.entries()) {
    const signedOn = workday(addDays(start, 40 + at * 95))
    if (signedOn > until) continue
    add(told, 'agreement', {
      unit: null,
      values: {
        name: `第${at + 1}号合作协议（演示）`,
        category,
        partners: random.pick(['甲县；乙县（演示）', '甲大学（演示）', '甲银行（演示）', '乙服务机构（演示）']),
        signedOn,
        validUntil: addDays(addYears(signedOn, 3), -1),
        endedOn: null,
        substance: '演示数据，内容为虚构。',
      },
    })
  }
}

/** 乡土特色 */
export function inventSpecialities(told: Inventing): void {
  const random = chance(told, 'specialities')
  const { start } = told.span
  const places = (told.story.statistics[0]?.values ?? []).map(({ organisation }) => organisation)
  const kinds = ['tea', 'grain', 'fruit', 'vegetable', 'aquatic', 'livestock', 'bamboo', 'craft'] as const
  const things = {
    tea: '红茶',
    grain: '大米',
    fruit: '蜜桃',
    vegetable: '百合',
    aquatic: '青虾',
    livestock: '土鸡',
    bamboo: '竹器',
    craft: '陶塑',
  }
  for (let number = 0; number < 42; number++) {
    const category = random.pick(kinds)
    const gi =
      number < 4
        ? { name: String(told.books['geographical-indication']?.[number]?.values['name'] ?? ''), of: number }
        : null
    add(told, 'rural-speciality', {
      unit: places[number % places.length] ?? null,
      values: {
        name: `演示${things[category]}${number + 1}号`,
        category,
        producer: '演示农民专业合作社',
        gi,
        protection: gi !== null ? 'protected' : number % 5 === 0 ? 'applied' : 'open',
        area: random.between(20, 900) * 10,
        output: random.between(5, 400),
        listedOn: workday(addDays(start, 60 + ((number * 23) % 900))),
        endedOn: null,
      },
    })
  }
}
