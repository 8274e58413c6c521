import { fileURLToPath } from 'node:url'
import type { PlanDocument } from '@qiangxian/engines/plan-document/plan-document.types'
import { describe, expect, it } from 'vitest'
import { qx } from '../recording-terminal.fixture.ts'

const file = fileURLToPath(new URL('../fixtures/yuntai-plan.txt', import.meta.url))
const example = (name: string) => fileURLToPath(new URL(`../../docs/examples/${name}`, import.meta.url))

describe('qx plan parse', () => {
  it('prints the plan as JSON', async () => {
    const { code, json, said } = await qx(['plan', 'parse', file, '--json'])
    expect([code, said]).toEqual([0, ''])
    expect(json).toMatchObject({
      title: '云台县知识产权服务提升行动方案（2025—2026年）',
      issuer: '云台县人民政府办公室',
      date: '2025-03-01',
      period: { start: '2025-01-01', end: '2026-12-31' },
      sections: expect.arrayContaining([expect.objectContaining({ label: '二、', title: '重点任务' })]),
      indicators: [
        { name: '知识产权工作站', op: '>=', value: 5, unit: '家', kind: 'new', deadline: '2026-12-31', task: null },
        { name: '知识产权质押融资额', value: 1.2, unit: '亿元', normalized: { value: 120_000_000, unit: '元' } },
        { name: '公益培训', value: 4, unit: '场', kind: 'annual', task: 1 },
      ],
      milestones: [{ text: '建成县级知识产权服务中心', commitment: 'achieve' }],
      tasks: [
        { number: 1, title: '完善服务网络', lead: ['县市场监管局'], support: ['各镇、街道'] },
        { number: 2, title: '推动融资服务', lead: ['县金融办'], units: ['县金融办', '县市场监管局', '县财政局'] },
      ],
      safeguards: [{ title: '加强组织领导' }],
      document: { format: 'txt', notes: [] },
    })
    for (const key of ['phases', 'references', 'questions', 'unread']) expect(json[key]).toBeInstanceOf(Array)
  })

  it('gives the text that every span points into', async () => {
    const { json } = await qx(['plan', 'parse', file, '--json'])
    const plan: PlanDocument & { document: { text: string } } = json
    const printed = (span: { start: number; end: number }) => plan.document.text.slice(span.start, span.end)
    for (const indicator of plan.indicators) expect(printed(indicator.span)).toBe(indicator.text)
    for (const task of plan.tasks) expect(printed(task.span)).toContain(task.responsibilityText)
  })

  it('prints tables for a person', async () => {
    const { printed } = await qx(['plan', 'parse', file])
    expect(printed.split('\n').slice(0, 14)).toEqual([
      '云台县知识产权服务提升行动方案（2025—2026年）',
      '',
      '发文机关  云台县人民政府办公室',
      '文号  缺',
      '成文日期  2025-03-01',
      '规划期  2025-01-01 – 2026-12-31',
      '格式  .txt',
      '',
      '指标（3）',
      expect.stringMatching(/^名称 {16}目标值/),
      expect.stringMatching(/^-{18} {2}-/),
      expect.stringMatching(/^知识产权工作站 {6}≥5家 /),
      expect.stringMatching(/^知识产权质押融资额 {2}≥1.2亿元（120000000元） {2}/),
      expect.stringMatching(/^公益培训 {12}≥4场 .* 缺 .*任务 1/),
    ])
    expect((await qx(['plan', 'parse', file], { env: { LANG: 'en_GB.UTF-8' } })).printed).toContain('Issuer  云台县')
  })

  it.each(['yunting-plan.docx', 'yunting-plan.pdf', 'yunting-plan.txt'])('reads %s', async (name) => {
    const { code, json } = await qx(['plan', 'parse', example(name), '--json'])
    expect([code, json.title]).toEqual([0, '云汀县知识产权强县建设工作方案（2025—2027年）'])
    expect(json.document.format).toBe(name.split('.')[1])
  })

  it('reads standard input for -', async () => {
    const { json } = await qx(['plan', 'parse', '-', '--json'], { input: '一、工作目标\n新增专利100件。' })
    expect(json.indicators).toMatchObject([{ value: 100, unit: '件' }])
  })

  it('refuses what it cannot read in one sentence, and in JSON', async () => {
    const { code, json, said } = await qx(['plan', 'parse', '-', '--json'], { input: '%PDF-1.7 broken' })
    expect(code).toBe(1)
    expect(json).toEqual({ error: { code: 'brokenPdf', message: said } })
    const inEnglish = await qx(['plan', 'parse', '-', '--lang', 'en'], { input: '' })
    expect([inEnglish.code, inEnglish.printed]).toEqual([1, ''])
    expect(inEnglish.said).toMatch(/^The file is empty/)
  })

  it('says that a file is not there, or no file', async () => {
    expect(await qx(['plan', 'parse', 'no-such-file.docx', '--json'])).toMatchObject({
      code: 2,
      json: { error: { code: 'qx.fileNotFound' } },
    })
    expect(await qx(['plan', 'parse', '.', '--json'])).toMatchObject({
      code: 2,
      json: { error: { code: 'qx.fileNotReadable' } },
    })
  })
})
