import { beforeAll, describe, expect, it, vi } from 'vitest'
import type * as Fields from './fields.ts'
import type { ReviewTexts } from './review.texts.ts'

let fields: typeof Fields
let t: ReviewTexts

beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: { lang: 'zh-CN' } })
  fields = await import('./fields.ts')
  t = (await import('./review.texts.ts')).reviewTexts.zh
})

const target = {
  code: 'C9',
  name: '各级专利奖',
  comparator: 'gt',
  value: 70,
  valueHigh: null,
  unit: '件',
  kind: null,
  area: 'creation',
  category: null,
  deadline: '2026-12-31',
  tasks: [4, 15],
  owners: ['市市场监管局（知识产权局）', '市科技局'],
  years: [
    { year: 2025, value: null },
    { year: 2026, value: 70 },
  ],
  sameAs: null,
}

describe('the form of a draft item', () => {
  it('gives back the content that it was filled with', () => {
    const values = fields.toValues('target', target)
    expect(values['tasks']).toBe('4、15')
    expect(values['years']).toBe('2025：\n2026：70')
    expect(fields.fromValues('target', values, t)).toEqual({ content: target, errors: [] })
  })

  it('names every error at once and what to do about it', () => {
    const values = {
      ...fields.toValues('target', target),
      name: '',
      value: '七十',
      deadline: '明年',
      tasks: '四',
      years: '去年 5',
    }
    expect(fields.fromValues('target', values, t).errors.map((error) => error.message)).toEqual([
      '请填写名称',
      '数值应为数字',
      '截止日应为日期，例如 2026-12-31',
      '任务序号应为数字',
      '分年目标每行应为“年份：数值”',
    ])
  })

  it('reads an amount with separators and a year that is not broken down (未分解)', () => {
    const values = { ...fields.toValues('target', target), value: '35,000', years: '2024：未分解\n2026年：35,000' }
    const { content } = fields.fromValues('target', values, t)
    expect(content['value']).toBe(35_000)
    expect(content['years']).toEqual([
      { year: 2024, value: null },
      { year: 2026, value: 35_000 },
    ])
  })
})

describe('an item from selected words', () => {
  it.each([
    ['各级专利奖超70件', 'gt', 70, '件'],
    ['授权专利量累计达3.5万件', 'gte', 3.5, '万件'],
    ['不低于10亿元', 'gte', 10, '亿元'],
    ['占比达93%以上', 'gte', 93, '%'],
    ['培训1000人次', 'gte', 1000, '人次'],
    ['不超过5项', 'lte', 5, '项'],
    ['建成平台', 'gte', null, ''],
  ])('reads %s as %s %s %s', (words, comparator, value, unit) => {
    expect(fields.blankContent('target', words, { number: 1, code: 'X1' })).toMatchObject({ comparator, value, unit })
  })

  it('takes 争创 as striven for', () => {
    expect(fields.blankContent('milestone', '争创江苏省版权示范城市', { number: 1, code: 'X1' })).toMatchObject({
      level: 'strive',
    })
  })
})
