import { describe, expect, it } from 'vitest'
import { compilePlan } from './compile-plan.ts'
import { sourceFromText } from './source-from-text.ts'

const body = [
  '一、工作目标',
  '到2027年，新增示范企业5家。',
  '二、重点任务',
  '（一）做好工作。抓好落实。（责任单位：市甲局牵头）',
]
const cover = (lines: readonly string[], end: readonly string[] = []) => {
  const { title, noticeTitle, issuer, documentNo, date, tasks } = compilePlan(
    sourceFromText([...lines, ...body, ...end].join('\n')),
  )
  expect(tasks).toHaveLength(1)
  return { title, noticeTitle, issuer, documentNo, date }
}

describe('the covering notice (印发通知)', () => {
  it('may be broken over lines, with the plan printed again below', () => {
    expect(
      cover([
        '演示市人民政府办公室关于印发演示市',
        '知识产权强市建设方案（2025-2027年）的通知',
        '演政办发〔2025〕3号',
        '各县（市、区）人民政府：',
        '现将方案印发给你们。',
        '演示市人民政府办公室',
        '2025 年 3 月 1 日',
        '演示市知识产权强市建设方案',
        '（2025—2027年）',
      ]),
    ).toEqual({
      title: '演示市知识产权强市建设方案（2025—2027年）',
      noticeTitle: '演示市人民政府办公室关于印发演示市知识产权强市建设方案（2025-2027年）的通知',
      issuer: '演示市人民政府办公室',
      documentNo: '演政办发〔2025〕3号',
      date: '2025-03-01',
    })
  })

  it('names the plan in its text where the notice was copied without its title', () => {
    expect(
      cover([
        '各镇人民政府：',
        '《演示县制造业提升三年行动计划（2025—2027年）》已经县政府同意，现印发给你们，请认真执行。',
        '演示县人民政府办公室',
        '2025年3月1日',
        '演示县制造业提升',
        '三年行动计划（2025—2027年）',
      ]),
    ).toMatchObject({ title: '演示县制造业提升三年行动计划（2025—2027年）', issuer: '演示县人民政府办公室' })
  })

  it('may be signed at the end of the document', () => {
    expect(cover(['演示市人民政府关于加快发展的实施意见'], ['演示市人民政府', '二〇二五年五月六日'])).toMatchObject({
      title: '演示市人民政府关于加快发展的实施意见',
      issuer: '演示市人民政府',
      date: '2025-05-06',
    })
  })

  it('may be signed by several offices, of which the first issues, spaced out or not', () => {
    expect(
      cover([
        '关于印发《演示市方案》的通知',
        '各单位：',
        '请执行。',
        '演示市市场监管局　　演示市财政局',
        '2025年3月1日',
        '演示市方案',
      ]),
    ).toMatchObject({
      issuer: '演示市市场监管局',
    })
    expect(cover(['关于印发《演示市方案》的通知', '演 示 市 人 民 政 府', '2025年3月1日', '演示市方案'])).toMatchObject(
      { issuer: '演示市人民政府' },
    )
  })

  it('may follow the metadata of a portal, and an annex may be the plan', () => {
    expect(
      cover([
        '索引号：0000/2025',
        '成文日期：2025年03月01日',
        '演示市关于印发质量强市方案的通知',
        '演政发〔2025〕5号',
        '附件',
        '演示市质量强市方案',
      ]),
    ).toMatchObject({
      title: '演示市质量强市方案',
      documentNo: '演政发〔2025〕5号',
      date: '2025-03-01',
    })
    expect(cover(['附件1：', '演示市行动方案（2025—2027年）', '（征求意见稿）']).title).toBe(
      '演示市行动方案（2025—2027年）（征求意见稿）',
    )
  })

  it('asks about a date that no calendar has', () => {
    const plan = compilePlan(sourceFromText(['演示市方案', '演示市人民政府', '2025年2月30日', ...body].join('\n')))
    expect(plan.date).toBeNull()
    expect(plan.questions.some(({ kind }) => kind === 'impossibleDate')).toBe(true)
  })
})
