import { describe, expect, it } from 'vitest'
import { valueWords } from './field-words.ts'
import { field } from './fields.fixture.ts'

describe('values in words', () => {
  it.each([
    [field('money', { kind: 'money', unit: '万元' }), 3_020_000_000, '3,020'],
    [field('share', { kind: 'share' }), 12.5, '12.5%'],
    [field('year', { kind: 'integer' }), 2026, '2026'],
    [field('staff', { kind: 'integer', unit: '人' }), 2026, '2,026'],
    [field('flag', { kind: 'flag' }), false, '否'],
    [
      field('owners', { kind: 'links' }),
      [
        { name: '甲', id: 'e1' },
        { name: '乙', id: null },
      ],
      '甲；乙',
    ],
    [field('phone', { sensitivity: 'personal' }), { masked: '138****2110' }, '138****2110'],
    [field('unit', { kind: 'unit' }), { id: 'u1', name: '宜兴市科学技术局', shortName: '市科技局' }, '市科技局'],
    [field('nothing', { kind: 'decimal' }), null, ''],
  ])('%o', (one, value, words) => {
    expect(valueWords(one, value, 'zh')).toBe(words)
  })
})
