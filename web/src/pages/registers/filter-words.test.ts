import { describe, expect, it } from 'vitest'
import type { Filter } from '../../api/register.types.ts'
import { patents } from './fields.fixture.ts'
import { asOfWords, filterWords } from './filter-words.ts'

describe('filters say what they do', () => {
  it.each<[Filter, string]>([
    [{ field: 'high-value', by: 'condition', value: true }, '高价值'],
    [{ field: 'high-value', by: 'condition', value: false }, '不是：高价值'],
    [{ field: 'patentType', by: 'in', value: ['invention', 'design'] }, '专利类型 发明、外观设计'],
    [{ field: 'grantedOn', by: 'within', value: ['2025-01-01', '2025-12-31'] }, '授权公告日 2025-01-01 至 2025-12-31'],
    [{ field: 'grantedOn', by: 'within', value: [null, '2025-12-31'] }, '授权公告日 2025-12-31 及以前'],
    [{ field: 'pledged', by: 'within', value: [1_000_000_000, null] }, '质押金额 ≥ 1,000 万元'],
    [{ field: 'owners', by: 'holds', value: { id: 'e1', name: '示例公司' } }, '专利权人 含 示例公司'],
    [{ field: 'title', by: 'contains', value: '陶瓷' }, '名称 含“陶瓷”'],
    [{ field: 'claims', by: 'isSet', value: false }, '权利要求数 未填'],
  ])('%j is %s', (filter, words) => {
    expect(filterWords(patents, filter, 'zh')).toBe(words)
  })

  it('keeps the name of a field that the register no longer has', () => {
    expect(filterWords(patents, { field: 'gone', by: 'is', value: 1 }, 'zh')).toBe('gone')
  })

  it('names the day of a list as it was (时点)', () => {
    expect(asOfWords('2025-12-31', '专利登记簿', 'zh')).toBe('截至 2025年12月31日的专利登记簿')
  })
})
