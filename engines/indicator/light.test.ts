import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figureBeside } from './figures.ts'
import { type IndicatorStanding, indicatorLight, lightInWords } from './light.ts'
import { completionOf, isMet, judgedWindow, scheduleShare } from './progress.ts'

const programme = { start: '2024-01-01', end: '2026-12-31' }

const standing = (part: Partial<IndicatorStanding>): IndicatorStanding => ({
  value: 0,
  target: 10,
  comparator: 'gte',
  baseline: null,
  kind: 'cumulativeSinceStart',
  unit: '家',
  window: programme,
  on: '2026-11-22',
  greenFrom: 1,
  yellowFrom: 0.8,
  ...part,
})

const percent = (share: number | null) => (share === null ? null : `${(share * 100).toFixed(2)}%`)

const known: readonly [string, Partial<IndicatorStanding>, string, number, 'green' | 'amber' | 'red'][] = [
  ['C1', { value: 34_000, target: 35_000 }, '97.14%', 1.007, 'green'],
  ['U5', { value: 26.5, target: 30, comparator: 'gt' }, '88.33%', 0.916, 'amber'],
  ['U6', { value: 93, target: 120 }, '77.50%', 0.804, 'amber'],
  ['S3', { value: 6, target: 10 }, '60.00%', 0.622, 'red'],
  ['C2', { value: 17.4, target: 20, baseline: 12.6, kind: 'ratio' }, '64.86%', 0.673, 'red'],
  ['T3', { value: 1240, target: 1000 }, '100.00%', 1.037, 'green'],
  ['U3, well', { value: 9.1, kind: 'annual' }, '91.00%', 1.019, 'green'],
  ['U3, badly', { value: 7, kind: 'annual' }, '70.00%', 0.784, 'red'],
]

describe('the light of an indicator (红黄绿灯)', () => {
  it.each(known)('%s', (_, part, completion, ratio, light) => {
    const result = indicatorLight(standing(part))
    expect(result.light).toBe(light)
    expect(percent(result.completion)).toBe(completion)
    expect(result.ratio?.toFixed(3)).toBe(ratio.toFixed(3))
    expect(percent(result.share)).toBe(part.kind === 'annual' ? '89.32%' : '96.44%')
  })

  it('a target of more than 30 (超) is complete at 30 and met above it', () => {
    const at = (value: number) =>
      indicatorLight(standing({ value, target: 30, comparator: 'gt', unit: '亿元', on: '2026-12-31' }))
    expect(at(30)).toMatchObject({ completion: 1, met: false, light: 'green', reason: { code: 'reachedNotBeyond' } })
    expect(at(30.01)).toMatchObject({ completion: 1, met: true, light: 'green', reason: { code: 'met' } })
  })

  it.each(['missing', 'notApplicable', 'suppressed'] as const)('%s is grey, and not zero', (value) => {
    expect(indicatorLight(standing({ value }))).toMatchObject({
      light: 'grey',
      met: false,
      completion: null,
      ratio: null,
      reason: { code: value },
    })
    expect(indicatorLight(standing({ value: 0 }))).toMatchObject({ light: 'red', completion: 0 })
  })

  it('a target that nobody has set is grey', () => {
    expect(indicatorLight(standing({ value: 3, target: null }))).toMatchObject({
      light: 'grey',
      reason: { code: 'noTarget' },
    })
  })

  it('on the edge it is amber, without the dust of binary fractions', () => {
    expect(0.72 / 0.9 < 0.8).toBe(true)
    expect(indicatorLight(standing({ value: 0.72, target: 0.9, on: '2026-12-31' })).light).toBe('amber')
    expect(indicatorLight(standing({ value: 0.7199, target: 0.9, on: '2026-12-31' })).light).toBe('red')
  })

  it('before the window nothing is late, and there is no ratio', () => {
    const early = indicatorLight(standing({ value: 0, on: '2023-12-31' }))
    expect(early).toMatchObject({ light: 'green', share: 0, ratio: null })
  })

  it('takes its thresholds from the county', () => {
    expect(indicatorLight(standing({ value: 6, yellowFrom: 0.6 })).light).toBe('amber')
    expect(indicatorLight(standing({ value: 9, greenFrom: 0.9 })).light).toBe('green')
    // What is complete stays green, also where more than the schedule is asked for.
    expect(indicatorLight(standing({ value: 10, greenFrom: 1.1 }))).toMatchObject({ light: 'green', met: true })
  })

  it('a higher value never has a worse light, a later day never a better one', () => {
    const order = { red: 0, amber: 1, green: 2, grey: 3 }
    const amount = fc.integer({ min: 0, max: 1500 }).map((cents) => cents / 100)
    const day = fc.integer({ min: 0, max: 1200 }).map((at) => {
      return new Date(Date.UTC(2023, 11, 1) + at * 86_400_000).toISOString().slice(0, 10)
    })
    fc.assert(
      fc.property(amount, amount, day, day, fc.constantFrom('gte', 'gt'), (a, b, one, other, comparator) => {
        const light = (value: number, on: string) => order[indicatorLight(standing({ value, on, comparator })).light]
        expect(light(Math.min(a, b), one) <= light(Math.max(a, b), one)).toBe(true)
        const [earlier = '', later = ''] = [one, other].sort()
        expect(light(a, later) <= light(a, earlier)).toBe(true)
      }),
    )
  })
})

describe('completion (完成度)', () => {
  const of = (
    value: number,
    target: number,
    comparator: 'gte' | 'gt' | 'lte' | 'lt' | 'eq' | 'range' = 'gte',
    rest: { baseline?: number; kind?: IndicatorStanding['kind']; targetHigh?: number } = {},
  ) => completionOf({ value, target, comparator, baseline: null, kind: 'stock', ...rest })

  it.each([
    ['below zero is zero', of(-4, 20), 0],
    ['of a downward target kept', of(3, 5, 'lte'), 1],
    ['of a downward target missed', of(10, 5, 'lte'), 0.5],
    ['of a downward target of zero kept', of(0, 0, 'lte'), 1],
    ['of a downward target of zero missed', of(2, 0, 'lte'), 0],
    ['of less than 5 (少于) at 5', of(5, 5, 'lt'), 1],
    ['of an upward target of zero', of(0, 0), 1],
    ['below an upward target of zero', of(-1, 0), 0],
    ['of about 20 (左右), under', of(10, 20, 'eq'), 0.5],
    ['of about 20, over', of(40, 20, 'eq'), 0.5],
    ['inside a range', of(7, 5, 'range', { targetHigh: 10 }), 1],
    ['under a range', of(4, 5, 'range', { targetHigh: 10 }), 0.8],
    ['over a range', of(20, 5, 'range', { targetHigh: 10 }), 0.5],
    ['below the baseline', of(10, 20, 'gte', { baseline: 12 }), 0],
    ['halfway from the baseline', of(16, 20, 'gte', { baseline: 12 }), 0.5],
    ['of a target at the baseline, held', of(20, 20, 'gte', { baseline: 20 }), 1],
    ['of a target under the baseline, not held', of(15, 20, 'gte', { baseline: 30 }), 0.75],
    ['of more than the baseline, reached exactly', of(20, 20, 'gt', { baseline: 20 }), 1],
    [
      'of what was added since the start has no baseline',
      of(5, 10, 'gte', { baseline: 4, kind: 'cumulativeSinceStart' }),
      0.5,
    ],
    ['of all there ever was has one', of(7, 10, 'gte', { baseline: 4, kind: 'cumulativeEver' }), 0.5],
    ['of what counts from nothing has no baseline', of(5, 10, 'gte', { baseline: 4, kind: 'annual' }), 0.5],
  ])('%s', (_, completion, expected) => expect(completion).toBe(expected))

  it.each([
    [89.995, 'gte', 90, null, false],
    [90, 'gte', 90, null, true],
    [70, 'gt', 70, null, false],
    [71, 'gt', 70, null, true],
    [5, 'lte', 5, null, true],
    [5, 'lt', 5, null, false],
    [5, 'eq', 5, null, true],
    [10, 'range', 5, 10, true],
    [10.01, 'range', 5, 10, false],
    [4.99, 'range', 5, 10, false],
    [11, 'range', 5, null, true],
  ] as const)('%d %s %d—%s is met: %s', (value, comparator, target, high, met) => {
    expect(isMet(value, comparator, target, high)).toBe(met)
  })

  it('lies between 0 and 1, and a promise kept upward is complete', () => {
    const amount = fc.double({ min: -1e9, max: 1e9, noNaN: true })
    fc.assert(
      fc.property(
        amount,
        amount,
        fc.option(amount),
        fc.constantFrom('gte', 'gt', 'lte', 'lt', 'eq', 'range'),
        (value, target, baseline, comparator) => {
          const completion = completionOf({ value, target, comparator, baseline, kind: 'stock' })
          expect(completion >= 0 && completion <= 1).toBe(true)
          if (isMet(value, comparator, target) && comparator !== 'range') expect(completion).toBe(1)
        },
      ),
    )
  })
})

describe('schedule share (时序进度)', () => {
  it.each([
    ['2023-12-31', 0],
    ['2024-01-01', 1 / 1096],
    ['2025-06-30', 547 / 1096],
    ['2026-08-31', 974 / 1096],
    ['2026-11-22', 1057 / 1096],
    ['2026-12-31', 1],
    ['2027-06-01', 1],
  ])('%s', (on, share) => expect(scheduleShare(programme, on)).toBe(share))

  it('of an annual indicator is inside its year, cut by the window', () => {
    expect(judgedWindow('annual', programme, '2025-03-01')).toEqual({ start: '2025-01-01', end: '2025-12-31' })
    expect(judgedWindow('annual', programme, '2027-03-01')).toEqual({ start: '2026-01-01', end: '2026-12-31' })
    expect(judgedWindow('annual', { start: '2024-05-01', end: '2026-08-31' }, '2023-01-01')).toEqual({
      start: '2024-05-01',
      end: '2024-12-31',
    })
    expect(judgedWindow('stock', programme, '2025-03-01')).toEqual(programme)
  })

  it('refuses a window that ends before it begins, and what is no date', () => {
    expect(() => scheduleShare({ start: '2026-01-02', end: '2026-01-01' }, '2026-01-01')).toThrow(RangeError)
    expect(() => scheduleShare(programme, '2026-02-30')).toThrow(RangeError)
  })
})

describe('the reason in words', () => {
  const words = (part: Partial<IndicatorStanding>, language: 'zh' | 'en' = 'zh') =>
    lightInWords(indicatorLight(standing(part)).reason, language)

  it.each([
    [{ value: 6 }, '滞后：完成度 60.0%（6/10 家），低于时序进度 96.4% 的 0.8 倍'],
    [{ value: 8 }, '关注：完成度 80.0%（8/10 家），低于时序进度 96.4%，不低于其 0.8 倍'],
    [{ value: 34_000, target: 35_000, unit: '件' }, '正常：完成度 97.1%（34,000/35,000 件），不低于时序进度 96.4%'],
    [{ value: 12 }, '正常：完成度 100.0%（12/10 家），已达到目标'],
    [
      { value: 30, target: 30, comparator: 'gt', unit: '亿元' },
      '正常：完成度 100.0%（30/30 亿元），但目标要求超过此数，尚不算完成',
    ],
    [
      { value: 17.4, target: 20, baseline: 12.6, kind: 'ratio', unit: '件/万人' },
      '滞后：完成度 64.9%（17.4/20 件/万人，自基期 12.6 起算），低于时序进度 96.4% 的 0.8 倍',
    ],
    [{ value: 'missing' }, '缺数：尚无可用的数值'],
    [{ value: 9, target: null }, '未分解：还没有定目标值'],
  ] as const)('%j', (part, sentence) => expect(words(part)).toBe(sentence))

  it('in English', () => {
    expect(words({ value: 6, unit: 'firms' }, 'en')).toBe(
      'Behind: 60.0% complete (6/10 firms), below 0.8 × the schedule of 96.4%',
    )
    expect(words({ value: 'suppressed' }, 'en')).toContain('Suppressed')
  })

  it('never prints two different shares alike, nor what is not whole as whole', () => {
    expect(words({ value: 96.4375, target: 100 })).toBe(
      '关注：完成度 96.438%（96.44/100 家），低于时序进度 96.442%，不低于其 0.8 倍',
    )
    expect(words({ value: 99.96, target: 100 })).toContain('99.96%')
  })
})

describe('a figure in a sentence', () => {
  it.each([
    { value: 17.257187, others: [20], said: '17.26' },
    { value: 89.995, others: [90], said: '89.995' },
    { value: 90, others: [90], said: '90' },
    { value: 35_000, others: [], said: '35,000' },
    { value: 0.5, others: [], said: '0.5' },
  ])('$value beside $others reads $said', ({ value, others, said }) => {
    expect(figureBeside(value, others)).toBe(said)
  })
})
