import { describe, expect, it } from 'vitest'
import type { PlanMilestone, PlanTarget, PlanTask } from '../plan/plan-snapshot.ts'
import type { ReportContent } from './progress.schemas.ts'
import { emptyContent } from './report-record.ts'
import { type RemarkFacts, remarksOn } from './report-remarks.ts'
import { type ReportSubject, valueRulesOf } from './report-subject.ts'

const target = (kind: string, unit = '件'): ReportSubject => {
  const promised = { itemId: 'x', kind, unit } as PlanTarget
  return { kind: 'target', target: promised, value: valueRulesOf(promised) }
}
const task: ReportSubject = { kind: 'task', task: {} as PlanTask }
const value = (number: number): ReportContent => ({ ...emptyContent, valueState: 'value', value: number })
const done = (progress: number): ReportContent => ({ ...emptyContent, progress })
const months = ['2026-09', '2026-08', '2026-07']
const earlier = (...contents: ReportContent[]) =>
  contents.map((content, index) => ({ period: months[index] ?? '', content }))

function remarks(subject: ReportSubject, content: ReportContent, more: Partial<RemarkFacts> = {}) {
  const facts: RemarkFacts = {
    ...{ subject, content, period: '2026-10', scope: 'county', earlier: [], unitTotal: null, evidence: 1, daysLate: 0 },
    ...more,
  }
  return remarksOn(facts).map(({ zh }) => zh)
}

describe('what deserves a second look (疑点提示)', () => {
  it.each<[string, string[], string[]]>([
    ['nothing', remarks(target('stock'), value(10)), []],
    ['late', remarks(target('stock'), value(10), { daysLate: 3 }), ['迟报 3 天']],
    [
      'a cumulative value that fell',
      remarks(target('cumulativeSinceStart'), value(9), { earlier: earlier(value(10)) }),
      ['累计值比上期减少：上期 10件，本期 9件'],
    ],
    ['a stock that fell a little', remarks(target('stock'), value(9), { earlier: earlier(value(10)) }), []],
    ['half more, and no further', remarks(target('stock'), value(15), { earlier: earlier(value(10)) }), []],
    [
      'more than half more',
      remarks(target('stock'), value(16), { earlier: earlier(value(10)) }),
      ['比上期增加 60%：上期 10件，本期 16件'],
    ],
    [
      'more than half less',
      remarks(target('stock'), value(4), { earlier: earlier(value(10)) }),
      ['比上期减少 60%：上期 10件，本期 4件'],
    ],
    ['something after nothing', remarks(target('stock'), value(4), { earlier: earlier(value(0)) }), []],
    [
      'a new year of an annual value',
      remarks(target('annual'), value(1), { period: '2026-01', earlier: [{ period: '2025-12', content: value(12) }] }),
      [],
    ],
    [
      'the same as three periods before',
      remarks(target('stock'), value(7), { earlier: earlier(value(7), value(7), value(7)) }),
      ['与前三期相同，都是 7件'],
    ],
    ['the same as two', remarks(target('stock'), value(7), { earlier: earlier(value(7), value(7), value(8)) }), []],
    [
      'the county beside its units',
      remarks(target('stock'), value(10), { unitTotal: { sum: 9, reported: 2, of: 3 } }),
      ['全县值 10件 与各单位合计 9件 不一致（3 个单位中 2 个已报）'],
    ],
    [
      'a ratio, which is not added up',
      remarks(target('ratio', '%'), value(10), { unitTotal: { sum: 9, reported: 2, of: 3 } }),
      [],
    ],
    ['units that are silent', remarks(target('stock'), value(10), { unitTotal: { sum: 0, reported: 0, of: 3 } }), []],
    ['no evidence', remarks(target('stock'), value(10), { evidence: 0 }), ['没有附佐证']],
    [
      'no evidence for nothing',
      remarks(target('stock'), { ...emptyContent, valueState: 'missing' }, { evidence: 0 }),
      [],
    ],
    [
      'progress that fell back',
      remarks(task, done(40), { earlier: earlier(done(50)) }),
      ['进度比上期退回：上期 50%，本期 40%'],
    ],
    [
      'progress that stands',
      remarks(task, done(40), { earlier: earlier(done(40), done(40), done(40)) }),
      ['与前三期相同，都是 40%'],
    ],
    ['what is finished', remarks(task, done(100), { earlier: earlier(done(100), done(100), done(100)) }), []],
    [
      'a milestone without a paper',
      remarks(
        { kind: 'milestone', milestone: {} as PlanMilestone },
        {
          ...emptyContent,
          parts: [{ label: 'a', status: 'applied', documentNo: null, documentTitle: null, on: null }],
        },
        { evidence: 0 },
      ),
      ['没有附佐证'],
    ],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected)
  })
})
