import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findNumbers } from './quantities.ts'
import { fold } from './reading.ts'

const read = (words: string) => {
  const folded = fold(words)
  return findNumbers(folded, 0, folded.length).quantities.map(({ value, unit, normalized }) => [
    value,
    unit,
    normalized.value,
    normalized.unit,
  ])
}

describe('numbers with a unit (数量)', () => {
  it.each([
    ['累计达3.5万件', [[3.5, '万件', 35_000, '件']]],
    ['超30亿元', [[30, '亿元', 3_000_000_000, '元']]],
    ['１２家', [[12, '家', 12, '家']]],
    ['3,200 亿元'.replace(' ', ''), [[3200, '亿元', 320_000_000_000, '元']]],
    ['占９３％以上', [[93, '%', 93, '%']]],
    ['提高0.5个百分点', [[0.5, '个百分点', 0.5, '个百分点']]],
    ['1—2个', [[[1, 2], '个', [1, 2], '个']]],
    ['5%-8%', [[[5, 8], '%', [5, 8], '%']]],
    ['80万—100万标箱', [[[80, 100], '万标箱', [800_000, 1_000_000], '标箱']]],
    ['一百二十家', [[120, '家', 120, '家']]],
    ['四万五千名', [[45_000, '名', 45_000, '名']]],
    ['百分之三十六', [[36, '%', 36, '%']]],
    ['百分之二点五', [[2.5, '%', 2.5, '%']]],
    ['六成以上', [[6, '成', 60, '%']]],
    ['翻一番', [[1, '番', 2, '倍']]],
    ['翻两番', [[2, '番', 4, '倍']]],
    ['100余家', [[100, '家', 100, '家']]],
    ['20件/万人', [[20, '件/万人', 20, '件/万人']]],
    ['40台（套）', [[40, '台（套）', 40, '台（套）']]],
    [
      '5、3家',
      [
        [5, '家', 5, '家'],
        [3, '家', 3, '家'],
      ],
    ],
  ])('%s', (words, quantities) => expect(read(words)).toEqual(quantities))

  it.each([
    '2024年6月12日',
    '2024—2026年',
    '二〇二六年',
    '第三条',
    '第99次',
    '国知发运字〔2024〕2号',
    'ISO56005',
    'GB/T29490-2023',
    '5G网络',
    '3A级',
    '一批企业',
    '一体化',
    '第三方',
    '一件事一次办',
    '万人有效',
    '十四五',
    '一园区一产业一导航',
    '统一',
    '一地六县',
    '五大工程',
  ])('%s is no quantity', (words) => expect(read(words).filter(([, unit]) => unit !== '')).toEqual([]))

  it('3+3+N is a name, and said to be one', () => {
    expect(findNumbers('围绕3+3+N产业', 0, 9)).toMatchObject({ quantities: [], names: [{ words: '3+3+N' }] })
  })

  it('never reads past its end and never throws', () => {
    const words = fc.string({
      unit: fc.constantFrom(...'0123456789一二三十百千万亿个家件%.,-—年月+A（）、翻番百分之全覆盖元'),
    })
    fc.assert(
      fc.property(words, (text) => {
        const { quantities } = findNumbers(text, 0, text.length)
        return quantities.every(({ start, end }) => start < end && end <= text.length)
      }),
    )
  })
})
