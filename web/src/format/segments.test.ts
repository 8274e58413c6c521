import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { segmentText } from './segments.ts'

const shape = (text: string, spans: Parameters<typeof segmentText>[1]) =>
  segmentText(text, spans).map((paragraph) =>
    paragraph.segments.map((segment) => `${segment.text}[${segment.marks.map((mark) => mark.id).join(',')}]`),
  )

describe('a document text with marks', () => {
  it('puts the shorter of two nested spans first', () => {
    const spans = [
      { id: 'task', kind: 'task', start: 0, end: 8 },
      { id: 'target', kind: 'target', start: 2, end: 5 },
    ]
    expect(shape('建成二十家工作站', spans)).toEqual([['建成[task]', '二十家[target,task]', '工作站[task]']])
  })

  it('carries a span over a line feed and leaves the feed out', () => {
    expect(shape('甲乙\n\n丙丁', [{ id: 'a', kind: 'task', start: 1, end: 5 }])).toEqual([
      ['甲[]', '乙[a]'],
      ['丙[a]', '丁[]'],
    ])
  })

  it('ignores spans that are empty or outside', () => {
    const spans = [
      { id: 'empty', kind: 'unit', start: 1, end: 1 },
      { id: 'far', kind: 'unit', start: 1, end: 99 },
    ]
    expect(shape('甲乙', spans)).toEqual([['甲乙[]']])
  })

  it('loses no character and no mark, whatever the spans are', () => {
    const texts = fc.string({ unit: fc.constantFrom('甲', '乙', '\n', '3', '。'), maxLength: 40 })
    const spans = fc.array(fc.record({ start: fc.nat(40), length: fc.nat(12) }), { maxLength: 12 })
    fc.assert(
      fc.property(texts, spans, (text, ranges) => {
        const marks = ranges.map(({ start, length }, index) => ({
          id: String(index),
          kind: 'target',
          start,
          end: start + length,
        }))
        const paragraphs = segmentText(text, marks)
        for (const { start, end, segments } of paragraphs) {
          expect(segments.map((segment) => segment.text).join('')).toBe(text.slice(start, end))
          for (const segment of segments) {
            const covering = marks.filter(
              (mark) =>
                mark.end <= text.length &&
                mark.start < mark.end &&
                mark.start <= segment.start &&
                mark.end >= segment.start + segment.text.length,
            )
            expect(segment.marks.map((mark) => mark.id).sort()).toEqual(covering.map((mark) => mark.id).sort())
          }
        }
        expect(paragraphs.reduce((sum, one) => sum + one.end - one.start, 0)).toBe(text.replaceAll('\n', '').length)
      }),
    )
  })
})
