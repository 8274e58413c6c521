import { compilePlan } from '@qiangxian/engines/plan-document/compile-plan'
import { sourceFromText } from '@qiangxian/engines/plan-document/source-from-text'
import { describe, expect, it } from 'vitest'
import { standing } from './draft.ts'
import { draftFromDocument } from './draft-from-document.ts'

const text = `云汀县知识产权工作方案（2025—2027年）
一、工作目标
到2027年，全县有效发明专利达1200件，争创国家知识产权试点县。
二、重点任务
（一）提升创造质量
1.培育专利。新增高价值专利培育中心2家。（责任单位：县科技局牵头，县财政局配合）
（二）加强保护
1.建设工作站。建成知识产权工作站5家。（责任单位：县市场监管局、县司法局）
`

describe('a draft from a document (草稿)', () => {
  let made = 0
  const items = draftFromDocument(compilePlan(sourceFromText(text)), text, () => {
    made += 1
    return `item-${made}`
  })

  it('counts tasks through where their numbers begin anew in every group', () => {
    expect(standing(items, 'task').map((task) => task.content.number)).toEqual([1, 2])
  })

  it('links each number to the task that it stands in, and to the unit that leads it', () => {
    const targets = standing(items, 'target').map(({ content }) => [content.value, content.tasks, content.owners])
    expect(targets).toEqual([
      [1200, [], []],
      [2, [1], ['县科技局']],
      [5, [2], []],
    ])
  })

  it('lets every unit of a list support where none leads', () => {
    const [, station] = standing(items, 'task')
    expect(station?.content.lead).toEqual([])
    expect(station?.content.support).toEqual(['县市场监管局', '县司法局'])
  })

  it('keeps the words that each item came from', () => {
    for (const item of items) {
      if (item.span !== null) expect(item.words).toBe(text.slice(item.span.start, item.span.end))
    }
    expect(standing(items, 'target').every((target) => target.words !== null)).toBe(true)
  })
})
