import type { PlanMilestone, PlanTarget, PlanTask } from '@qiangxian/kernel/plan/plan-snapshot'
import type { ReportContent } from '@qiangxian/kernel/progress/progress.schemas'
import { emptyContent } from '@qiangxian/kernel/progress/report-record'
import { type ReportSubject, valueRulesOf } from '@qiangxian/kernel/progress/report-subject'
import { describe, expect, it } from 'vitest'
import { type SubmissionFacts, settledContent, submissionProblems } from './report-rules.ts'
import { readTypedContent } from './typed-content.ts'

const target = (kind: string, unit: string): ReportSubject => {
  const promised = { itemId: 'x', name: '演示指标', kind, unit, value: 1, baseValue: 1, baseUnit: unit } as PlanTarget
  return { kind: 'target', target: promised, value: valueRulesOf(promised) }
}
const task: ReportSubject = { kind: 'task', task: { itemId: 't', title: '演示任务' } as PlanTask }
const milestone: ReportSubject = {
  kind: 'milestone',
  milestone: { itemId: 'm', name: '演示里程碑', parts: ['申报', '获批'] } as unknown as PlanMilestone,
}
const value = { valueState: 'value', cutoffOn: '2026-10-31' } as const

function faults(subject: ReportSubject, said: Partial<ReportContent>, more: Partial<SubmissionFacts> = {}) {
  return submissionProblems({
    subject,
    content: { ...emptyContent, ...said },
    scope: 'county',
    period: '2026-10',
    periodStart: '2026-10-01',
    periodEnd: '2026-10-31',
    today: '2026-11-03',
    earlier: [],
    ...more,
  })
}
const paths = (...args: Parameters<typeof faults>) => faults(...args).map(({ path }) => path)

describe('what a report must say before it is submitted (上报前核验)', () => {
  it.each<[string, ReportSubject, Partial<ReportContent>, string[]]>([
    ['a count', target('stock', '件'), { ...value, value: 12 }, []],
    ['a count of zero', target('stock', '件'), { ...value, value: 0 }, []],
    ['nothing at all', target('stock', '件'), {}, ['/valueState']],
    ['a value that is not there', target('stock', '件'), value, ['/value']],
    ['half a case', target('stock', '件'), { ...value, value: 1.5 }, ['/value']],
    ['half an index', target('stock', '指数'), { ...value, value: 1.5 }, []],
    ['no cut-off day', target('stock', '件'), { valueState: 'value', value: 1 }, ['/cutoffOn']],
    ['a cut-off day to come', target('stock', '件'), { ...value, value: 1, cutoffOn: '2026-11-30' }, ['/cutoffOn']],
    [
      'a cut-off day before the period',
      target('stock', '件'),
      { ...value, value: 1, cutoffOn: '2026-09-30' },
      ['/cutoffOn'],
    ],
    ['a cut-off day inside the period', target('stock', '件'), { ...value, value: 1, cutoffOn: '2026-10-20' }, []],
    ['missing with a reason', target('stock', '件'), { valueState: 'missing', valueReason: '系统停机' }, []],
    ['missing without one', target('stock', '件'), { valueState: 'missing' }, ['/valueReason']],
    ['not applicable without one', target('ratio', '%'), { valueState: 'notApplicable' }, ['/valueReason']],
    ['suppressed without one', target('ratio', '%'), { valueState: 'suppressed' }, ['/valueReason']],
    ['a ratio without its numbers', target('ratio', '%'), { ...value, value: 45 }, ['/numerator', '/denominator']],
    ['a ratio', target('ratio', '%'), { ...value, numerator: 45, denominator: 100 }, []],
    [
      'a ratio with its value rounded',
      target('ratio', '%'),
      { ...value, value: 33.3, numerator: 1, denominator: 3 },
      [],
    ],
    [
      'a ratio with another value',
      target('ratio', '%'),
      { ...value, value: 33.4, numerator: 1, denominator: 3 },
      ['/value'],
    ],
    ['a denominator of zero', target('ratio', '%'), { ...value, numerator: 1, denominator: 0 }, ['/denominator']],
    ['a part above the whole', target('ratio', '%'), { ...value, numerator: 101, denominator: 100 }, ['/numerator']],
    ['the whole', target('ratio', '%'), { ...value, numerator: 100, denominator: 100 }, []],
    ['more than one each', target('ratio', '件/万人'), { ...value, numerator: 2_490, denominator: 124.5 }, []],
    ['a survey above 100 %', target('survey', '%'), { ...value, value: 101 }, ['/value']],
    ['a growth above 100 %', target('growth', '%'), { ...value, value: 140 }, []],
    ['progress and words', task, { progress: 0, narrative: '尚未启动' }, []],
    ['progress without words', task, { progress: 45 }, ['/narrative']],
    ['words without progress', task, { narrative: '走访' }, ['/progress']],
    ['no parts', milestone, { narrative: '无' }, ['/parts']],
  ])('%s', (_, subject, said, expected) => {
    expect(paths(subject, said)).toEqual(expected)
  })

  it('says of a fault which thing, what is wrong and what to do', () => {
    const [fault] = faults(target('ratio', '%'), { ...value, numerator: 120, denominator: 100 })
    expect(fault?.message.zh).toBe(
      '分子 120 大于分母 100，占比 120% 超过全部。请核对分子、分母是否填反、是否同一统计期。',
    )
    for (const { message } of faults(target('ratio', '%'), {})) expect(message.zh).toMatch(/请|选/)
  })

  const before = (period: string, past: number) => [{ period, content: { ...emptyContent, ...value, value: past } }]
  it.each([
    ['cumulativeSinceStart', '2026-09', ['/valueReason']],
    ['cumulativeEver', '2025-12', ['/valueReason']],
    ['annual', '2026-09', ['/valueReason']],
    ['annual', '2025-12', []],
    ['stock', '2026-09', []],
  ])('a %s value below that of %s', (kind, period, expected) => {
    expect(paths(target(kind, '件'), { ...value, value: 8 }, { earlier: before(period, 9) })).toEqual(expected)
    const explained = { ...value, value: 8, valueReason: '核减重复' }
    expect(paths(target(kind, '件'), explained, { earlier: before(period, 9) })).toEqual([])
  })

  it('asks of a part that is done for its number, its title and its day', () => {
    const part = (changes: object) => ({
      ...{ label: '申报', status: 'done', documentNo: null, documentTitle: null, on: null },
      ...changes,
    })
    const second = { label: '获批', status: 'open', documentNo: null, documentTitle: null, on: null }
    const said = (changes: object) =>
      paths(milestone, { narrative: '推进', parts: [part(changes), second] as ReportContent['parts'] })
    expect(said({})).toEqual(['/parts/0/on', '/parts/0/documentNo', '/parts/0/documentTitle'])
    expect(said({ on: '2026-12-01', documentNo: '1', documentTitle: '批复' })).toEqual(['/parts/0/on'])
    expect(said({ status: 'applied', on: '2026-10-01' })).toEqual([])
    expect(said({ status: 'applied' })).toEqual(['/parts/0/on'])
    expect(paths(milestone, { narrative: '推进', parts: [second] as ReportContent['parts'] })).toEqual(['/parts'])
  })

  it('submits what the two numbers make, and not what somebody rounded', () => {
    const content = { ...emptyContent, ...value, value: 20, numerator: 392, denominator: 20 }
    expect(settledContent(content, target('ratio', '件/万人')).value).toBe(19.6)
    expect(settledContent({ ...content, value: null }, target('ratio', '%')).value).toBe(1960)
    expect(settledContent(content, target('stock', '件')).value).toBe(20)
  })
})

describe('what is typed (填报)', () => {
  it.each<[string, ReportSubject, object, string[]]>([
    ['progress above 100', task, { progress: 101 }, ['/progress']],
    ['progress with its sign', task, { progress: '45％' }, []],
    ['a value for a task', task, { value: 3 }, ['/value']],
    ['progress of a target', target('stock', '件'), { progress: 3 }, ['/progress']],
    ['a value beside missing', target('stock', '件'), { valueState: 'missing', value: 3 }, ['/value']],
    ['a day that is none', target('stock', '件'), { cutoffOn: '2026-02-30' }, ['/cutoffOn']],
    [
      'a day of a part that is none',
      milestone,
      { parts: [{ label: '申报', status: 'open', documentNo: null, documentTitle: null, on: '2026-13-01' }] },
      ['/parts/0/on'],
    ],
    ['a count below nothing', target('stock', '件'), { value: -1 }, ['/value']],
    ['a rate of growth below nothing', target('growth', '%'), { value: -1 }, []],
    ['a rate of growth below nothing, as a text', target('growth', '%'), { value: '－2.5％' }, []],
    ['3.5亿 where 亿元 stands in the head', target('annual', '亿元'), { value: '3.5亿' }, ['/value']],
  ])('%s', (_, subject, typed, expected) => {
    expect(readTypedContent(typed, subject, '').problems.map(({ path }) => path)).toEqual(expected)
  })
})
