import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compilePlan } from './compile-plan.ts'
import type { DocumentIndicator, DocumentTask, PlanDocument, Span } from './plan-document.types.ts'
import { type PlanToRender, renderPlan } from './render-plan.ts'
import { sourceFromText } from './source-from-text.ts'

const here: Span = { start: 0, end: 0 }

const units = fc.uniqueArray(
  fc.constantFrom(
    '县科技局',
    '县工业和信息化局',
    '县市场监管局（知识产权局）',
    '各镇（街道）',
    '县委宣传部',
    '县人力资源和社会保障局',
    '人民银行演示县支行',
  ),
  { minLength: 1, maxLength: 5 },
)
const groupName = fc.constantFrom('夯实创造基础', '严格保护机制，优化环境', '提升运用效益', '优化公共服务')
const things = [
  '有效注册商标',
  '高价值专利培育中心',
  '知识产权服务机构',
  '示范企业',
  '公共服务网点',
  '商标品牌指导站',
  '技术调查官',
  '专利导航项目',
]

type Numbers = Pick<DocumentIndicator, 'name' | 'op' | 'value' | 'unit' | 'normalized' | 'kind' | 'deadline'>
const deadline = fc.constantFrom('2025-12-31', '2026-12-31', '2026-06-30')
const counted = fc.record({
  name: fc.constantFrom(...things),
  op: fc.constantFrom<DocumentIndicator['op']>('>=', '>'),
  value: fc.integer({ min: 1, max: 9999 }),
  unit: fc.constantFrom('家', '个', '件', '万件', '名', '项'),
  kind: fc.constantFrom<DocumentIndicator['kind']>('new', 'build', 'cumulative', 'stock'),
  deadline,
})
const shared = fc.record({
  name: fc.constantFrom('企业专利授权量占比', '纠纷调解成功率', '按期办结率'),
  op: fc.constantFrom<DocumentIndicator['op']>('>=', '<=', '>'),
  value: fc.integer({ min: 1, max: 1000 }).map((tenths) => tenths / 10),
  unit: fc.constant('%'),
  kind: fc.constant<DocumentIndicator['kind']>('ratio'),
  deadline,
})
const numbers = fc.oneof(counted, shared).map((one): Numbers => {
  const scaled = one.unit.startsWith('万')
  return { ...one, normalized: { value: scaled ? one.value * 10_000 : one.value, unit: scaled ? '件' : one.unit } }
})

const plans = fc
  .record({
    goals: fc.array(fc.record({ category: fc.constantFrom('创造量质并举', '运用效益凸显', '保护更加严格'), numbers }), {
      maxLength: 6,
    }),
    promises: fc.uniqueArray(
      fc.constantFrom('建成国家知识产权强县', '争创省级版权示范城市', '成立县知识产权专家库', '建立技术调查官制度'),
      { maxLength: 3 },
    ),
    tasks: fc.array(
      fc.record({
        group: groupName,
        units,
        leads: fc.integer({ min: 0, max: 2 }),
        numbers: fc.array(numbers, { maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    safeguards: fc.uniqueArray(fc.constantFrom('加强组织领导', '完善政策供给', '强化监督考核'), { maxLength: 3 }),
    phases: fc.uniqueArray(fc.constantFrom('启动部署阶段', '全面推进阶段', '总结验收阶段'), { maxLength: 3 }),
  })
  .map(({ goals, promises, tasks, safeguards, phases }): PlanToRender => {
    const base = { category: null, task: null, taskId: null, sameAs: null, text: '', span: here, confidence: 1 }
    const sorted = [...tasks].sort((a, b) => a.group.localeCompare(b.group))
    return {
      title: '演示县知识产权强县建设工作方案（2024—2026年）',
      issuer: '演示县人民政府办公室',
      documentNo: '演政办发〔2024〕7号',
      date: '2024-03-05',
      indicators: [
        ...[...goals]
          .sort((a, b) => a.category.localeCompare(b.category))
          .map((goal, i) => ({ ...base, ...goal.numbers, id: `g${i}`, category: goal.category })),
        ...sorted.flatMap((task, i) =>
          task.numbers.map((one, k) => ({ ...base, ...one, id: `t${i}-${k}`, task: i + 1, taskId: `task-${i + 1}` })),
        ),
      ],
      milestones: promises.map((text, i) => ({
        id: `m${i}`,
        text,
        commitment: text.startsWith('争创') ? ('strive' as const) : ('achieve' as const),
        category: '更进一步',
        task: null,
        taskId: null,
        sameAs: null,
        span: here,
        confidence: 1,
      })),
      tasks: sorted.map((task, i): DocumentTask => {
        const lead = task.units.slice(0, task.leads)
        return {
          id: `task-${i + 1}`,
          number: i + 1,
          label: `${i + 1}、`,
          title: `推进第${'甲乙丙丁戊己庚辛'.charAt(i)}项工作`,
          group: task.group,
          text: '',
          lead,
          support: task.units.slice(task.leads),
          units: task.units,
          responsibilityText: null,
          due: null,
          milestones: [],
          span: here,
          confidence: 1,
        }
      }),
      safeguards: safeguards.map((title, i) => ({
        number: i + 1,
        label: '',
        title,
        text: '压实工作责任。',
        span: here,
      })),
      phases: phases.map((name, i) => ({
        name,
        start: `2024-0${i + 1}-01`,
        end: `2025-0${i + 1}-${i === 1 ? 28 : 31}`,
        text: '抓好落实。',
        span: here,
      })),
    }
  })

const project = (plan: PlanToRender | PlanDocument) => ({
  title: plan.title,
  issuer: plan.issuer,
  documentNo: plan.documentNo,
  date: plan.date,
  indicators: plan.indicators.map(({ name, op, value, unit, normalized, kind, deadline, category, task }) => ({
    name,
    op,
    value,
    unit,
    normalized,
    kind,
    deadline,
    category,
    task,
  })),
  milestones: plan.milestones.map(({ text, commitment, category }) => ({ text, commitment, category })),
  tasks: plan.tasks.map(({ number, title, group, lead, units }) => ({ number, title, group, lead, units })),
  safeguards: plan.safeguards.map(({ number, title, text }) => ({ number, title, text })),
  phases: plan.phases.map(({ name, start, end, text }) => ({ name, start, end, text })),
})

describe('any plan, rendered and read again', () => {
  it('says the same', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        expect(project(compilePlan(sourceFromText(renderPlan(plan))))).toEqual(project(plan))
      }),
      { numRuns: 200 },
    )
  })
})

const pieces = fc.constantFrom(
  '一、',
  '（一）',
  '1、',
  '第一章 ',
  '工作目标',
  '重点任务',
  '保障措施',
  '。',
  '，',
  '、',
  '；',
  '\n',
  '（',
  '）',
  '〔',
  '〕',
  '《',
  '》',
  '“',
  '”',
  '责任单位：',
  '牵头',
  '市科技局',
  '新增',
  '达',
  '超',
  '不少于',
  '100',
  '3.5',
  '万件',
  '家',
  '%',
  '亿元',
  '到2026年',
  '每年',
  '分别',
  '其中',
  '翻一番',
  '全覆盖',
  '一百二十个',
  '1—2个',
  '[bookmark: _Toc1]',
  '[1: 注]',
  '\u3000',
  '\u00a0',
  '\t',
  '😀',
  '\u0000',
  'ISO56005',
  '3+3+N',
  '的',
  '较2020年',
  '截至',
  '附件',
  '——',
  '①',
)

describe('any text at all', () => {
  const holds = (text: string) => {
    const source = sourceFromText(text)
    const plan = compilePlan(source)
    const printed = [
      ...plan.indicators,
      ...plan.milestones,
      ...plan.unread,
      ...plan.tasks.flatMap((task) => task.milestones),
    ]
    for (const one of printed) expect(source.text.slice(one.span.start, one.span.end)).toBe(one.text)
    for (const { span } of [...plan.sections, ...plan.tasks, ...plan.phases, ...plan.references, ...plan.safeguards]) {
      expect(span.start).toBeLessThanOrEqual(span.end)
      expect(span.end).toBeLessThanOrEqual(source.text.length)
    }
    expect(new Set(plan.indicators.map(({ id }) => id)).size).toBe(plan.indicators.length)
    expect(new Set(plan.tasks.map(({ id }) => id)).size).toBe(plan.tasks.length)
  }

  it('gives a structure whose spans point at the printed words', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 120 }), (words) => holds(words.join(''))),
      { numRuns: 400 },
    )
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), holds), { numRuns: 200 })
  })

  it('in time that grows with its length, however it is made', () => {
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 4 }), (words) => {
        const word = words.join('')
        const text = word.repeat(Math.ceil(60_000 / word.length))
        const started = performance.now()
        compilePlan(sourceFromText(text))
        expect(performance.now() - started).toBeLessThan(4000)
      }),
      { numRuns: 40 },
    )
  })

  it.each([
    ['', '没有文字'],
    ['A plan in English. 1. Grow patents to 500 by 2027.', '没有中文'],
    ['Plan\n1. Goals\nGrow to 500.\n2. Tasks\n2.1 Train 200 people.\n(1) Hold 5 events.', '没有中文'],
    ['\u0000PK\u0003\ufffd\ufffd\n', '没有中文'],
    ['今天天气不错。', '可能不是工作方案'],
    ['一、工作目标\n二、重点任务\n三、保障措施', '可能不是工作方案'],
  ])('%j leaves a clear note', (text, note) => {
    const plan = compilePlan(sourceFromText(text))
    expect(plan.tasks).toEqual([])
    expect(
      plan.questions
        .filter(({ kind }) => kind === 'other')
        .map(({ message }) => message)
        .join(),
    ).toContain(note)
  })
})
