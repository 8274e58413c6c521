import { describe, expect, it } from 'vitest'
import type { IndicatorInput } from '../../api/indicator.types.ts'
import { formulaParts, sentencePieces } from './formula-parts.ts'

const part = (path: string, zh: string): IndicatorInput => ({
  path,
  label: { zh, en: zh },
  unit: '件',
  value: 1,
  missing: null,
  register: null,
  records: null,
})

describe('parts of a formula', () => {
  it('stand above and below the line of a fraction', () => {
    const parts = formulaParts([part('of', '高价值发明专利'), part('residents', '常住人口')])
    expect(parts.arrangement).toBe('fraction')
    expect(parts.above.map(({ path }) => path)).toEqual(['of'])
    expect(parts.below.map(({ path }) => path)).toEqual(['residents'])
  })

  it('add up, or are taken off, or stand alone', () => {
    expect(formulaParts([part('parts.0', '甲'), part('parts.1', '乙')]).arrangement).toBe('sum')
    expect(formulaParts([part('of', '甲'), part('take', '乙')]).arrangement).toBe('difference')
    expect(formulaParts([part('', '甲')]).arrangement).toBe('single')
  })

  it('are found in the sentence, each once, the longer name first', () => {
    const inputs = [part('to', '专利'), part('of', '发明专利')]
    expect(
      sentencePieces('发明专利除以专利', inputs, 'zh').map(({ text, input }) => [text, input?.path ?? null]),
    ).toEqual([
      ['发明专利', 'of'],
      ['除以', null],
      ['专利', 'to'],
    ])
    expect(sentencePieces('无关', inputs, 'zh')).toEqual([{ text: '无关', input: null, tail: '' }])
    expect(sentencePieces('专利。', inputs, 'zh').map(({ text, tail }) => [text, tail])).toEqual([['专利', '。']])
  })
})
