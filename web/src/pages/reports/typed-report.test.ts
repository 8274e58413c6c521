import { describe, expect, it } from 'vitest'
import type { ReportContent, ReportDetail } from '../../api/types.gen.ts'
import { contentToSend, plainNumber, quotientOf, sameTyped, startingContent, typedFrom } from './typed-report.ts'

const content: ReportContent = {
  progress: null,
  narrative: '',
  problems: '',
  nextSteps: '',
  valueState: null,
  value: null,
  numerator: null,
  denominator: null,
  valueReason: null,
  cutoffOn: null,
  parts: null,
}

function detail(kind: 'target' | 'task' | 'milestone', stored: Partial<ReportContent> | null, ratio = false) {
  return {
    duty: { item: { kind } },
    report: stored === null ? null : { content: { ...content, ...stored } },
    prefill: null,
    target: kind === 'target' ? { ratio } : null,
  } as unknown as ReportDetail
}

describe('a report between the form and the server', () => {
  it('sends a figure as it was typed, so that the server reads it (3.5万)', () => {
    const typed = { ...typedFrom(content), value: '３.5万', valueState: 'value' as const }
    expect(contentToSend(typed, detail('target', null))).toMatchObject({ value: '３.5万', valueState: 'value' })
  })

  it('sends a figure that nobody touched as the number it is, with all its decimals', () => {
    const stored = { value: 92.74944045234068, valueState: 'value' as const }
    const typed = typedFrom({ ...content, ...stored })
    expect(contentToSend(typed, detail('target', stored))['value']).toBe(92.74944045234068)
  })

  it('keeps empty apart from nought: nothing is null, 0 is 0', () => {
    expect(contentToSend(typedFrom(content), detail('target', null))['value']).toBeNull()
    const typed = { ...typedFrom(content), value: '0' }
    expect(contentToSend(typed, detail('target', null))['value']).toBe('0')
  })

  it('sends no figure beside a state that says there is none, and keeps it in the form', () => {
    const typed = { ...typedFrom(content), value: '12', numerator: '3', valueState: 'missing' as const }
    expect(contentToSend(typed, detail('target', null))).toMatchObject({ value: null, numerator: null })
    expect(typed.value).toBe('12')
  })

  it('sends only the two numbers of a ratio: the quotient is computed', () => {
    const typed = { ...typedFrom(content), value: '90', numerator: '9', denominator: '10' }
    expect(contentToSend(typed, detail('target', null, true))).toMatchObject({
      value: null,
      numerator: '9',
      denominator: '10',
    })
  })

  it('sends of a task its progress, of a milestone its parts, and nothing that is not asked', () => {
    expect(Object.keys(contentToSend(typedFrom(content), detail('task', null))).sort()).toEqual(
      ['narrative', 'nextSteps', 'problems', 'progress'].sort(),
    )
    expect(Object.keys(contentToSend(typedFrom(content), detail('milestone', null)))).not.toContain('value')
  })

  it('begins with what is kept, else with what the platform knows, else with nothing', () => {
    const prefilled = {
      ...detail('task', null),
      prefill: { content: { ...content, progress: 40 }, from: { zh: '', en: '' } },
    }
    expect(startingContent(prefilled).progress).toBe(40)
    expect(startingContent(detail('task', { progress: 50 })).progress).toBe(50)
    expect(startingContent(detail('task', null))).toEqual(content)
  })

  it('is the same when every field is, whatever the order of the fields', () => {
    const typed = typedFrom({ ...content, narrative: '走访' })
    const turned = Object.fromEntries(Object.entries(typed).reverse()) as typeof typed
    expect(sameTyped(typed, turned)).toBe(true)
    expect(sameTyped(typed, { ...typed, narrative: '走访。' })).toBe(false)
  })
})

describe('figures while they are typed', () => {
  it.each([
    ['2,237', 2237],
    ['２２３７', 2237],
    ['3.5万', 35_000],
    ['1 亿', 100_000_000],
    ['0', 0],
  ])('%s is %d', (text, value) => expect(plainNumber(text)).toBe(value))

  it.each(['', '三万多', '3.', '-3', '3万5'])('%s is no figure yet', (text) => expect(plainNumber(text)).toBeNull())

  it('divides in the unit of the target, and not by nought', () => {
    expect(quotientOf('30', '40', '%')).toBe(75)
    expect(quotientOf('30', '40', '件/万人')).toBe(0.75)
    expect(quotientOf('30', '0', '%')).toBeNull()
    expect(quotientOf('', '40', '%')).toBeNull()
  })
})
