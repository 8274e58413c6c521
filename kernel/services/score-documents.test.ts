import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inventedHouse } from './invented-house.fixture.ts'
import { type SearchDocument, scoreDocuments } from './score-documents.ts'

const documents: readonly SearchDocument[] = [
  {
    id: 'card',
    label: '阅览证办理',
    words: ['办证', '借书', '借阅'],
    about: '办一张证就能借图书',
    rest: '弄丢了书怎么赔',
  },
  { id: 'replacement', label: '遗失赔偿', words: ['弄丢', '赔书'], about: '借的图书丢了怎么赔', rest: '' },
  { id: 'hall', label: '场地预约', words: ['开会', '活动室'], about: '借用报告厅', rest: '' },
]

const ask = (asked: string) => scoreDocuments(asked, documents, inventedHouse.words)

describe('finding in ordinary words', () => {
  it.each([
    ['我想借书', 'card'],
    ['书泡水了怎么办', 'replacement'],
    ['想带回家看', 'card'],
    ['活动室', 'hall'],
    ['ＨＡＬＬ 开会', 'hall'],
  ])('%s → %s', (asked, first) => expect(ask(asked).found[0]?.id).toBe(first))

  it('says which words it answers to', () => {
    expect(ask('书弄丢了怎么办').found[0]).toMatchObject({
      id: 'replacement',
      because: expect.arrayContaining(['弄丢']),
    })
  })

  it('finds nothing by a mention in passing, and nothing by what is said of everything', () => {
    expect(ask('怎么办').found).toEqual([])
    expect(ask('赔').found.map(({ id }) => id)).toEqual(['replacement'])
    expect(ask('滑雪').found).toEqual([])
  })

  it('finds by pairs of characters where no word is known', () => {
    expect(ask('阅览正办里 阅览').found[0]?.id).toBe('card')
  })

  it('never finds the same twice, scores best first, and bears any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60, unit: 'grapheme' }), (asked) => {
        const { found } = ask(asked)
        expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
        expect([...found].sort((a, b) => b.score - a.score).map(({ score }) => score)).toEqual(
          found.map(({ score }) => score),
        )
        expect(found.every(({ because }) => because.length > 0)).toBe(true)
      }),
    )
  })
})
