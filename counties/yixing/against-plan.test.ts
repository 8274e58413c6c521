import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { county } from './county.ts'

// The plan itself is not part of the repository. Where a copy lies beside it, the data is held against the words.
const file = new URL('../../../shared/samples/plans/yixing-2024-2026.txt', import.meta.url)
const present = existsSync(file)
const text = present ? withoutTraces(readFileSync(file, 'utf8')) : ''

/** Where each number stands: the words that name it, then the number as printed. */
const statements: Record<string, RegExp> = {
  M1: /新增1个国家知识产权试点园区/,
  M2: /1个省级知识产权示范园区/,
  C1: /授权专利量累计达3\.5万件/,
  C2: /万人高价值发明专利拥有量达20件/,
  C3: /企业专利授权量占比达93%以上/,
  C4: /累计海外专利授权量120件/,
  C5: /万人作品著作权登记量达60件/,
  C6: /马德里商标有效注册量达50件/,
  C7: /集体商标、证明商标达10件/,
  C8: /集成电路设计登记量达100件/,
  C9: /各级专利奖超70件/,
  C9b: /各级专利奖不少于5项/,
  C10: /建成1家省级以上高价值专利培育中心/,
  C11: /市级高价值专利培育中心不少于2家/,
  P2: /新增国家级知识产权快速维权中心1家/,
  P3: /保护中心分中心2家/,
  P4: /社会满意度达90分以上/,
  A1: /年度知识产权社会满意度调查/,
  A2: /年度[^。]*知识产权保护水平评估/,
  U1: /专利密集型产业增加值占GDP比重达19%/,
  U2: /版权产业增加值占GDP比重达8\.6%/,
  U3: /年度地理标志产品销售额不低于10亿元/,
  U5: /知识产权质押金额累计超30亿元/,
  U6: /新增贯标企业120家以上/,
  U7: /各级知识产权优势示范企业达15家/,
  U7b: /新增各级优势示范企业不少于5家/,
  U8: /新增2家省级以上科研院所、科创载体/,
  S3: /新增知识产权工作站（商标品牌指导站）10家/,
  S4: /新增国家级知识产权研究与服务机构2家/,
  S5: /累计知识产权服务机构超10家/,
  S6: /知识产权服务从业人数超300人/,
  S7: /知识产权服务机构主营业务收入超5000万元/,
  T1: /新增知识产权专家库成员20人/,
  T1b: /知识产权专家库人才达50人/,
  T2: /技术调查官10人/,
  T3: /累计培训知识产权各类人才1000人次/,
  T4: /每年举办陶都知识产权主题讲座/,
}

const repetitions: Record<string, RegExp> = {
  C10: /省级高价值专利培育中心不少于1家/,
  U5: /新增知识产权质押融资超30亿元/,
  T3: /培训知识产权各类人才不少于1000人次/,
}

describe.skipIf(!present)(
  present ? 'Yixing as data, held against its plan' : 'skipped: no copy of the plan in ../shared/samples/plans',
  () => {
    it('has the title, the issuer and the date of the plan', () => {
      for (const words of [county.plan.title, county.plan.issuer, '2024年6月12日']) expect(text).toContain(words)
      expect(county.plan.issuedOn).toBe('2024-06-12')
    })

    it('has the titles of groups, tasks and safeguards as printed', () => {
      for (const { number, title } of county.plan.groups) expect(text).toContain(`（${chinese(number)}）${title}`)
      for (const { number, title } of county.plan.tasks) expect(text).toContain(`${number}、${title}。`)
      for (const { number, title } of county.plan.safeguards)
        expect(chapter('四')).toContain(`（${chinese(number)}）${title}`)
    })

    it('has the phases with their first and last months', () => {
      for (const { number, name, start, end } of county.plan.phases) {
        const months = start.slice(0, 7) === end.slice(0, 7) ? month(start) : `${month(start)}-${month(end)}`
        expect(chapter('五')).toContain(`（${chinese(number)}）${name}（${months}）`)
      }
    })

    it.each(county.plan.tasks.map((task) => [task.number, task] as const))(
      'finds the responsible units of task %i by their printed names',
      (number, task) => {
        const { lead, support } = responsibility(number)
        expect(lead.map(unitPrintedAs)).toEqual(task.lead)
        expect(support.map(unitPrintedAs)).toEqual(task.support)
      },
    )

    it('finds every unit that it says is from the plan', () => {
      for (const unit of county.organisations.filter(({ source }) => source === 'plan')) {
        const forms = [unit.name, ...(unit.aliases ?? [])]
        expect(
          forms.filter((form) => text.includes(form)),
          unit.key,
        ).not.toEqual([])
      }
    })

    it.each(county.plan.targets.map((target) => [target.code, target] as const))(
      'finds the number of %s',
      (code, target) => {
        const statement = statements[code]
        expect(statement).toBeDefined()
        for (const place of target.where) {
          const words = statement?.exec(placeInPlan(place))?.[0] ?? ''
          expect(words, `${code} in ${place}`).not.toBe('')
          expect(words.includes('超')).toBe(target.comparator === 'gt')
          if (target.kind !== 'annual' || /[0-9]/.test(words)) {
            expect(words).toContain(printed(target.value, target.unit))
          }
        }
        for (const place of target.sameStatementIn ?? []) {
          const words = repetitions[code]?.exec(placeInPlan(place))?.[0] ?? ''
          expect(words, `${code} again in ${place}`).toContain(printed(target.value, target.unit))
        }
      },
    )

    it('leaves no number of the goal chapter (工作目标) out', () => {
      const rest = Object.values(statements).reduce((words, statement) => words.replace(statement, ''), chapter('二'))
      expect(rest.match(/[0-9.]+[^0-9，。、]{0,4}/g)).toEqual(['2026年'])
    })

    it('tells summaries in its own words', () => {
      const own = [county.plan.goalText, ...county.plan.tasks.map((task) => task.summary)].concat(
        county.plan.safeguards.map((safeguard) => safeguard.summary),
      )
      for (const summary of own) expect(longestCopy(summary).length, longestCopy(summary)).toBeLessThan(16)
    })
  },
)

/** Takes out what the conversion from the word processor left in, and the line breaks inside of the title. */
function withoutTraces(source: string): string {
  return source
    .replace(/\[bookmark: [^\]]*\]/g, '')
    .replace(/\[footnoteRef:\d+\]/g, '')
    .replace(/\r?\n工作方案/g, '工作方案')
}

function chinese(number: number): string {
  return '一二三四五六七八九十'.charAt(number - 1)
}

function month(plainDate: string): string {
  return `${plainDate.slice(0, 4)}年${Number(plainDate.slice(5, 7))}月`
}

/** 35000 件 is printed 3.5万件, 20 件/万人 is printed 20件. */
function printed(value: number, unit: string): string {
  const printedUnit = unit.replace(/\/.*/, '')
  return value >= 10_000 ? `${value / 10_000}万${printedUnit}` : `${value}${printedUnit}`
}

/** A chapter from its heading 二、 to the next; the copy at hand prints the third as “3、”. */
function chapter(number: string): string {
  const starts: Record<string, string> = { 二: '\n二、', 三: '\n3、 重点任务', 四: '\n四、', 五: '\n五、' }
  const order = Object.values(starts)
  const start = starts[number] ?? ''
  const next = order[order.indexOf(start) + 1]
  return text.slice(text.indexOf(start), next === undefined ? undefined : text.indexOf(next))
}

function placeInPlan(place: string): string {
  const [kind, number = ''] = place.split(':')
  if (kind === 'goals') return chapter('二')
  if (kind === 'task') return paragraphOfTask(Number(number))
  if (kind === 'safeguard') return chapter('四').split(`（${chinese(Number(number))}）`)[1] ?? ''
  return chapter('五').split(`（${chinese(Number(number))}）`)[1] ?? ''
}

function paragraphOfTask(number: number): string {
  const title = county.plan.tasks.find((task) => task.number === number)?.title ?? ''
  const start = text.indexOf(`${number}、${title}`)
  return text.slice(start, text.indexOf('〕', start) + 1)
}

/** 〔责任单位：甲、乙牵头，丙，丁按职责分工负责〕; task 16 names who is responsible without the word 牵头. */
function responsibility(number: number): { lead: string[]; support: string[] } {
  const note = /〔责任单位：(.*?)按职责分工负责〕/.exec(paragraphOfTask(number))?.[1] ?? ''
  const [first = '', ...others] = note.split('，')
  return { lead: first.replace(/牵头$/, '').split('、'), support: others }
}

function unitPrintedAs(name: string): string {
  const unit = county.organisations.find((one) => one.name === name || one.aliases?.includes(name))
  return unit?.key ?? `no unit is printed as ${name}`
}

/** The longest run of words that a summary shares with the plan. */
function longestCopy(summary: string): string {
  let longest = ''
  for (let start = 0; start < summary.length; start += 1) {
    while (start + longest.length < summary.length) {
      const longer = summary.slice(start, start + longest.length + 1)
      if (!text.includes(longer)) break
      longest = longer
    }
  }
  return longest
}
