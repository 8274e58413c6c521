import { describe, expect, it } from 'vitest'
import { compilePlan } from './compile-plan.ts'
import type { SourceCell, SourceDocument, SourceTable } from './plan-document.types.ts'

/** A document with one table: rows by line, cells by |, `^` is the cell above once more (merged downwards). */
function withTable(before: string, rows: readonly string[]): SourceDocument {
  let text = `${before}\n`
  const start = text.length
  const table: SourceCell[][] = []
  rows.forEach((row, index) => {
    const cells = row.split('|').map((words, column): SourceCell => {
      const above = table.at(-1)?.[column]
      if (words === '^' && above !== undefined) return above
      if (column > 0) text += '\t'
      const at = text.length
      text += words
      return { text: words, span: { start: at, end: text.length } }
    })
    table.push(cells)
    if (index < rows.length - 1) text += '\n'
  })
  const tables: SourceTable[] = [{ span: { start, end: text.length }, rows: table }]
  return { format: 'docx', text: `${text}\n`, tables, notes: [] }
}

describe('tables of tasks (任务分解表)', () => {
  const source = withTable('演示县2025年知识产权重点任务分解表', [
    '序号|类别|重点任务|目标要求|牵头单位|责任单位|完成时限',
    '1|创造|提升专利质量|有效发明专利达到500件；培训企业人员200人次|县市场监管局|县科技局、县工业和信息化局|2025年11月底',
    '2|^|培育商标品牌|新增地理标志证明商标2件|县农业农村局、县市场监管局|各镇（街道）|12月底',
    '3|保护|加强行政执法，推进协作|查办案件不少于30件，行政裁决结案率100%|县市场监管局||持续推进',
  ])
  const plan = compilePlan(source)

  it('give tasks with group, units and time limit', () => {
    expect(
      plan.tasks.map(({ number, title, group, lead, support, due }) => ({
        number,
        title,
        group,
        lead,
        support,
        due: due?.date,
      })),
    ).toEqual([
      {
        number: 1,
        title: '提升专利质量',
        group: '创造',
        lead: ['县市场监管局'],
        support: ['县科技局', '县工业和信息化局'],
        due: '2025-11-30',
      },
      {
        number: 2,
        title: '培育商标品牌',
        group: '创造',
        lead: ['县农业农村局', '县市场监管局'],
        support: ['各镇（街道）'],
        due: '2025-12-31',
      },
      { number: 3, title: '加强行政执法，推进协作', group: '保护', lead: ['县市场监管局'], support: [], due: null },
    ])
  })

  it('and their targets, each pointing into its cell', () => {
    expect(plan.indicators.map(({ task, name, value, unit }) => [task, name, value, unit])).toEqual([
      [1, '有效发明专利', 500, '件'],
      [1, '培训企业人员', 200, '人次'],
      [2, '地理标志证明商标', 2, '件'],
      [3, '查办案件', 30, '件'],
      [3, '行政裁决结案率', 100, '%'],
    ])
    for (const { span, text } of plan.indicators) expect(source.text.slice(span.start, span.end)).toBe(text)
  })

  it('read 牵头：…；配合：… in one cell, and the first unit where the document says so', () => {
    const mixed = compilePlan(
      withTable('演示县任务清单', [
        '序号|任务|责任分工|责任单位',
        '1|加强执法|做好工作|牵头：县公安局；配合：县法院、县司法局',
      ]),
    )
    expect(mixed.tasks[0]).toMatchObject({ lead: ['县公安局'], support: ['县法院', '县司法局'] })
    const first = compilePlan(
      withTable('演示县任务清单\n责任单位排名第一的为牵头单位。', [
        '序号|任务|责任单位',
        '1|加强执法|县公安局、县法院',
      ]),
    )
    expect(first.tasks[0]).toMatchObject({ lead: ['县公安局'], support: ['县法院'] })
  })
})

describe('tables of indicators (主要指标表)', () => {
  it('give one target for each name and target year; the baseline is none', () => {
    const plan = compilePlan(
      withTable('演示县知识产权规划（2024—2027年）', [
        '序号|指标名称|单位|2023年基数|2025年目标|2027年目标|属性',
        '1|有效发明专利拥有量|件|800|1000|1500|预期性',
        '2|质押融资金额|亿元|3|≥5|≥10|预期性',
        '3|平均办理时限|个工作日|10|7|5|约束性',
        '4|社会满意度（分）||82|84|≥86|预期性',
      ]),
    )
    expect(
      plan.indicators.map(({ name, op, value, unit, deadline }) => `${name} ${op} ${String(value)}${unit} ${deadline}`),
    ).toEqual([
      '有效发明专利拥有量 >= 1000件 2025-12-31',
      '有效发明专利拥有量 >= 1500件 2027-12-31',
      '质押融资金额 >= 5亿元 2025-12-31',
      '质押融资金额 >= 10亿元 2027-12-31',
      '平均办理时限 <= 7个工作日 2025-12-31',
      '平均办理时限 <= 5个工作日 2027-12-31',
      '社会满意度 >= 84分 2025-12-31',
      '社会满意度 >= 86分 2027-12-31',
    ])
    expect(plan.unread.map(({ text }) => text)).toEqual(['800', '3', '10', '82'])
  })
})

describe('other tables', () => {
  it('go to the ledger row by row, unless they only lay out text', () => {
    const money = compilePlan(
      withTable('演示县方案\n一、工作目标\n建成平台。', ['项目|总投资|财政资金', '平台|500万元|300万元']),
    )
    expect(money.indicators).toEqual([])
    expect(money.unread).toHaveLength(1)
    const layout = compilePlan(
      withTable('演示县方案（2025—2027年）', [
        `一、工作目标\n到2027年，新增企业5家，${'各项工作水平明显提升，'.repeat(8)}成效显著。`,
      ]),
    )
    expect(layout.indicators.map(({ value }) => value)).toEqual([5])
  })
})
