import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compilePlan } from './compile-plan.ts'
import type { PlanDocument } from './plan-document.types.ts'
import { renderPlan } from './render-plan.ts'
import { sourceFromText } from './source-from-text.ts'

/** Real plans lie beside the repository, for those who have them. */
const samples = new URL('../../../shared/samples/plans/', import.meta.url)
const isHere = existsSync(samples)
if (!isHere) console.log('样本方案不在本机（../shared/samples/plans），跳过对真实文件的测试。')

const read = (name: string): { plan: PlanDocument; text: string } => {
  const text = readFileSync(new URL(name, samples), 'utf8')
  return { plan: compilePlan(sourceFromText(text)), text }
}
const short = (plan: PlanDocument, task: number | null) =>
  plan.indicators.filter((one) => one.task === task).map(({ op, value, unit }) => `${op} ${String(value)}${unit}`)

describe.skipIf(!isHere)('the plan of Yixing 2024-2026 (宜兴市工作方案)', () => {
  const { plan, text } = isHere ? read('yixing-2024-2026.txt') : { plan: compilePlan(sourceFromText('')), text: '' }

  it('has 25 tasks in 6 groups, 4 safeguards and 4 phases', () => {
    expect(plan.tasks.map(({ number }) => number)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1))
    expect(new Set(plan.tasks.map(({ group }) => group)).size).toBe(6)
    expect(plan.safeguards).toHaveLength(4)
    expect(plan.phases.map(({ start, end }) => `${start} ${end}`)).toEqual([
      '2024-01-01 2024-05-31',
      '2024-05-01 2026-08-31',
      '2026-08-01 2026-11-30',
      '2026-12-01 2026-12-31',
    ])
  })

  it('names the leading units, two for tasks 10 and 14, none for task 16', () => {
    const lead = (number: number) => plan.tasks.find((task) => task.number === number)?.lead
    expect(lead(1)).toEqual(['市知识产权战略实施工作领导小组办公室'])
    expect(lead(10)).toEqual(['市市场监管局（知识产权局）', '市公安局'])
    expect(lead(14)).toEqual(['市发改委', '市科技局'])
    expect(lead(16)).toEqual([])
    expect(plan.tasks.find((task) => task.number === 16)?.units).toEqual([
      '各园区管委会（管理办）',
      '市知识产权战略实施工作领导小组成员单位',
    ])
    expect(plan.tasks[0]?.support).toEqual(['市知识产权战略实施工作领导小组其他成员单位', '各镇（园区、街道）'])
    expect(plan.tasks.filter(({ lead: named }) => named.length > 0)).toHaveLength(24)
  })

  it('sets 29 numbers in the goals and prints 8 in the tasks', () => {
    expect(short(plan, null)).toEqual([
      '>= 1个',
      '>= 1个',
      '>= 3.5万件',
      '>= 20件',
      '>= 93%',
      '>= 120件',
      '>= 60件',
      '>= 50件',
      '>= 10件',
      '>= 100件',
      '> 70件',
      '>= 1家',
      '>= 1家',
      '>= 2家',
      '>= 90分',
      '>= 19%',
      '>= 8.6%',
      '>= 10亿元',
      '> 30亿元',
      '>= 120家',
      '>= 15家',
      '>= 10家',
      '>= 2家',
      '> 10家',
      '> 300人',
      '> 5000万元',
      '>= 20人',
      '>= 10人',
      '>= 1000人次',
    ])
    expect(short(plan, 5)).toEqual(['>= 1家', '>= 2家'])
    expect(short(plan, 14)).toEqual(['>= 2家', '> 30亿元'])
    expect(short(plan, 15)).toEqual(['>= 5家', '>= 5项'])
    expect(short(plan, 21)).toEqual(['>= 50人', '>= 1000人次'])
    expect(plan.indicators).toHaveLength(37)
  })

  it('promises 12 things without a number in its goals, one of them only striven for', () => {
    expect(plan.milestones).toHaveLength(12)
    expect(plan.milestones.filter(({ commitment }) => commitment === 'strive').map((one) => one.text)).toEqual([
      '争创江苏省版权示范城市',
    ])
  })

  it('links what is said twice and asks about what does not agree', () => {
    const repeated = plan.indicators.filter(({ sameAs }) => sameAs !== null)
    expect(repeated.map(({ task, value }) => `${task} ${String(value)}`)).toEqual(['5 1', '14 30', '21 1000'])
    const about = plan.questions.filter(({ kind }) => kind === 'contradiction').map(({ message }) => message)
    expect(about.some((message) => message.includes('专家库'))).toBe(true)
    expect(about.some((message) => message.includes('专利奖'))).toBe(true)
    expect(plan.questions.filter(({ kind }) => kind === 'frequencyWithoutNumber')).toHaveLength(1)
    expect(plan.questions.filter(({ kind }) => kind === 'numbering')).toHaveLength(1)
  })

  it('reads the covering notice', () => {
    expect(plan).toMatchObject({
      title: '宜兴市国家知识产权强县建设示范县工作方案（2024—2026年）',
      issuer: '宜兴市人民政府办公室',
      date: '2024-06-12',
      documentNo: null,
      period: { start: '2024-01-01', end: '2026-12-31' },
    })
  })

  it('ties every item to the words it came from', () => {
    for (const one of [...plan.indicators, ...plan.milestones, ...plan.unread])
      expect(text.slice(one.span.start, one.span.end)).toBe(one.text)
  })
})

describe.skipIf(!isHere)('plans of other cities', () => {
  it('Taian (泰安): 13 tasks in 5 groups, two numbers, no lead named anywhere', () => {
    const { plan } = read('taian-opc.txt')
    expect(plan.tasks).toHaveLength(13)
    expect(new Set(plan.tasks.map(({ group }) => group)).size).toBe(5)
    expect(plan.tasks.every(({ lead }) => lead.length === 0)).toBe(true)
    expect(plan.tasks[0]?.units.at(-1)).toBe('功能区管委会')
    expect(short(plan, null)).toEqual(['> 100家', '>= 5个'])
    expect(plan.date).toBe('2026-05-07')
  })

  it('Ningbo (宁波): the first unit of each list leads, offers of money are no targets', () => {
    const { plan } = read('ningbo-opc.txt')
    expect(plan.tasks).toHaveLength(18)
    expect(plan.tasks[1]?.lead).toEqual(['市委改革办〔市营商环境建设局〕'])
    expect(plan.tasks[0]?.units).toEqual(['市经信局', '市发改委', '各区〔县、市〕政府', '开发园区管委会'])
    expect(plan.tasks[6]?.units).toEqual(['市发改委'])
    expect(short(plan, 1)).toEqual(['>= 10个', '> 10000人'])
    expect(plan.indicators).toHaveLength(2)
    expect(plan.unread.length).toBeGreaterThan(10)
  })

  it('Suzhou (苏州): eight tasks without units; the fields of chapter two are no tasks', () => {
    const { plan } = read('suzhou-opc.txt')
    expect(plan.tasks.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(short(plan, null)).toEqual(['> 50个', '> 100个', '>= 1000家', '> 10000名'])
    expect(plan.indicators.filter(({ sameAs }) => sameAs !== null)).toHaveLength(4)
  })

  it.each(['yixing-2024-2026.txt', 'taian-opc.txt', 'ningbo-opc.txt', 'suzhou-opc.txt'])(
    '%s says the same after it is rendered and read again',
    (name) => {
      const { plan } = read(name)
      const again = compilePlan(sourceFromText(renderPlan(plan)))
      const tasks = (one: PlanDocument) =>
        one.tasks.map(({ number, title, lead, units }) => ({ number, title, lead, units: [...units].sort() }))
      const numbers = (one: PlanDocument) =>
        one.indicators.map(({ task, op, value, unit, deadline }) => `${task} ${op} ${String(value)}${unit} ${deadline}`)
      expect(tasks(again)).toEqual(tasks(plan))
      expect(numbers(again)).toEqual(numbers(plan))
    },
  )
})
