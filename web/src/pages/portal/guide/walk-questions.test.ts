import { describe, expect, it } from 'vitest'
import { choicesOf, walk } from './walk-questions.ts'

const event = {
  start: 'what',
  questions: [
    {
      id: 'what',
      ask: '仿的是什么？',
      help: null,
      choices: [
        { label: '壶型', ask: 'has', ways: [] },
        { label: '不清楚', ask: null, ways: ['ask'] },
      ],
    },
    {
      id: 'has',
      ask: '有外观专利吗？',
      help: null,
      choices: [
        { label: '有', ask: null, ways: ['report', 'court'] },
        { label: '没有', ask: null, ways: ['ask'] },
      ],
    },
  ],
}

describe('the questions of a life event', () => {
  it('begin with the first one', () => {
    expect(walk(event, [])).toMatchObject({ answered: [], asks: { id: 'what' }, ways: [] })
  })

  it('lead by the choices to the ways, in their order', () => {
    const end = walk(event, [0, 0])
    expect(end.asks).toBeNull()
    expect(end.ways).toEqual(['report', 'court'])
    expect(end.answered.map(({ question }) => question.id)).toEqual(['what', 'has'])
  })

  it('ask again where an old address names a choice that is gone', () => {
    expect(walk(event, [0, 7])).toMatchObject({ asks: { id: 'has' }, ways: [] })
  })

  it('read the address, and nothing from one that is none', () => {
    expect(choicesOf('0-2')).toEqual([0, 2])
    expect(choicesOf(undefined)).toEqual([])
    expect(choicesOf('0--x')).toEqual([])
  })
})
