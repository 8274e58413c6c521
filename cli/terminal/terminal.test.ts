import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displayWidth, padTo, wrapTo } from './display-width.ts'
import { presentOutput } from './present-output.ts'
import { oneLine, tableOf } from './table.ts'
import { languageOf } from './terminal.ts'

describe('the width of a text', () => {
  it.each([
    ['abc', 3],
    ['知识产权', 8],
    ['（一）', 6],
    ['≥5家', 4],
    ['“强县”', 6],
    ['e\u0301', 1],
    ['湖㳇𠮷', 6],
  ])('of %s is %i', (text, width) => {
    expect(displayWidth(text)).toBe(width)
    expect(displayWidth(padTo(text, 20))).toBe(20)
  })

  it('wraps Latin words as a whole and Chinese anywhere', () => {
    expect(wrapTo('the second county', 10)).toEqual(['the second', 'county'])
    expect(wrapTo('加强知识产权 PCT 申请', 10)).toEqual(['加强知识产', '权 PCT 申', '请'])
  })

  it('never loses a character and never exceeds the width', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab 专利—，'), maxLength: 60 })
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 30 }), (words, width) => {
        const lines = wrapTo(words, width)
        expect(lines.join('').replaceAll(' ', '')).toBe(words.replaceAll(' ', ''))
        for (const line of lines) expect(displayWidth(line.trimEnd())).toBeLessThanOrEqual(width)
      }),
    )
  })
})

describe('a table', () => {
  it('fits the window and keeps ids whole', () => {
    const id = '01a2130e-2ff3-7082-9eb2-8f9c4902b9ed'
    const rows = [{ name: '万人高价值发明专利拥有量'.repeat(3), id }]
    const table = tableOf(
      rows,
      [
        { title: '名称', cell: ({ name }) => name },
        { title: '标识', cell: ({ id: one }) => one, whole: true },
      ],
      60,
    )
    expect(table).toContain(id)
    for (const line of table.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(60)
  })

  it('lets no control sequence of a document reach the terminal', () => {
    expect(oneLine('红\u001b[31m字\u0007\r\n二\u009b2J')).not.toMatch(/\p{Cc}/u)
    expect(oneLine('一\n 二')).toBe('一 二')
  })
})

describe('an answer for a person', () => {
  const view = { language: 'zh', width: 80 } as const

  it('says what is missing, what is none and what is zero', () => {
    const text = presentOutput({ value: null, aliases: [], leads: 0, verified: false }, view)
    expect(text.split('\n')).toEqual(['值        缺', '别名      无', '牵头      0', '校验通过  否'])
  })

  it('writes amounts, periods, references and instants as one reads them', () => {
    const text = presentOutput(
      {
        amount: { comparator: 'gt', value: 3.5, valueHigh: null, unit: '万件', baseValue: 35_000, baseUnit: '件' },
        period: { start: '2024-01-01', end: null },
        owners: [{ id: '1', name: '市科学技术局', shortName: '市科技局', dissolvedOn: null }],
        adoptedAt: '2026-11-25T14:13:46.606Z',
        area: 'creation',
      },
      view,
    )
    expect(text.split('\n')).toEqual([
      '目标值    > 3.5 万件',
      '规划期    2024-01-01 – 缺',
      '责任单位  市科技局',
      '采纳时间  2026-11-25 22:13:46',
      '领域      创造',
    ])
  })

  it('prints lists as tables and names what has no room', () => {
    const text = presentOutput(
      {
        tasks: [
          { number: 1, title: '健全机制', group: null, words: { text: '…', start: 0, end: 1 } },
          { number: 2, title: '打造试点', group: null, words: null },
        ],
      },
      view,
    )
    expect(text.split('\n')).toEqual([
      '任务（2）',
      '序号  标题',
      '----  --------',
      '1     健全机制',
      '2     打造试点',
      '（全部为缺：分组）',
      '（另有 原文，加 --json 查看）',
    ])
  })

  it('keeps a field that nobody has named in Chinese', () => {
    expect(presentOutput({ brandNew: 'x' }, view)).toBe('brandNew  x')
  })

  it('says that something was done where there is nothing to show', () => {
    expect(presentOutput({}, view)).toBe('已完成。')
  })
})

describe('the language', () => {
  it.each([
    [undefined, {}, 'zh'],
    [undefined, { LANG: 'C.UTF-8' }, 'zh'],
    [undefined, { LANG: 'en_US.UTF-8' }, 'en'],
    [undefined, { LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }, 'zh'],
    ['en', { LANG: 'zh_CN.UTF-8' }, 'en'],
    ['zh', { LANG: 'en_US.UTF-8' }, 'zh'],
  ])('with --lang %s and %j is %s', (option, env, language) => {
    expect(languageOf(option, env)).toBe(language)
  })
})
