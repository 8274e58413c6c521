import { notices } from '@qiangxian/engines/work-calendar/state-council-notices.fixture'
import { workCalendar } from '@qiangxian/engines/work-calendar/work-calendar'
import { describe, expect, it } from 'vitest'
import { assembleRules, byHead, days, defineRule, found, hours, lastDayOf, since, workingDays } from './define-rule.ts'
import { dueOf } from './due-of.ts'
import { readPauses } from './read-pauses.ts'
import type { RuleDeclaration } from './rule.types.ts'

const calendar = workCalendar(notices)
const county = { parameters: [] }

/** An invented rule of an invented law. 演示 */
function garden(changes: Partial<RuleDeclaration> = {}): RuleDeclaration {
  return defineRule({
    id: 'garden.permit',
    subject: '园林',
    subjectEn: 'Gardens',
    label: '园林许可决定',
    labelEn: 'To decide on a garden',
    startsOn: '受理之日',
    startsOnEn: 'the day of acceptance',
    limits: 'act',
    whose: '园林机关',
    history: [
      since('2020-01-01', workingDays(10), found('演示园林条例（2020）', '第五条'), {
        extensions: [{ length: workingDays(5), ...byHead }],
        stops: ['testing'],
      }),
      since('2026-01-01', days(20), found('演示园林条例（2026）', '第六条')),
    ],
    cases: [{ from: '2026-03-02', due: '2026-03-23' }],
    ...changes,
  })
}

describe('rules of time, put together', () => {
  it('tells every problem at once, each with its place', () => {
    const bad = [
      garden({ id: 'Garden' }),
      garden({ history: [since('2026-01-01', days(0), found('', '')), since('2025-01-01', days(3), found('甲', ''))] }),
      garden({
        id: 'garden.gap',
        history: [
          since('2020-01-01', days(3), found('甲', '一'), { until: '2020-06-30' }),
          since('2021-01-01', days(3), found('甲', '二'), { until: '2020-12-31' }),
        ],
      }),
      garden({
        id: 'garden.overlap',
        history: [
          since('2020-01-01', days(3), found('甲', '一'), { until: '2021-06-30' }),
          since('2021-01-01', days(3), found('甲', '二')),
        ],
      }),
      garden({
        id: 'garden.notice',
        limits: 'notice',
        history: [since('2020-01-01', hours(3), found('甲', '一'), { stops: ['testing'] })],
        cases: [],
      }),
      garden({ id: 'garden.key', label: ' ', history: [since('2020-01-01', days(3, 'anything'), found('甲', '一'))] }),
    ]
    const thrown = (() => {
      try {
        return assembleRules(bad).all.length
      } catch (error) {
        return String(error)
      }
    })()
    for (const part of [
      'Garden: an id is',
      'a length of 0',
      'source: names no instrument',
      'no article is named',
      'versions stand oldest first',
      'nothing is in force between 2020-06-30 and 2021-01-01',
      'ends on 2020-12-31, before it begins',
      'overlaps with the version from 2021-01-01',
      'a notice is served days before',
      'hours run through',
      'has no worked case',
      'keys of limits begin with',
      'garden.key.label: has no words',
    ]) {
      expect(thrown).toContain(part)
    }
  })

  it('names ids that are written alike', () => {
    expect(() => assembleRules([garden()]).get('garden.permits')).toThrow('相近的有：garden.permit')
  })

  it('ends a version the day before the next', () => {
    const rule = garden()
    expect(rule.history.map((version) => lastDayOf(rule, version))).toEqual(['2025-12-31', null])
  })
})

describe('the end of a limit by its rule', () => {
  const due = (question: Partial<Parameters<typeof dueOf>[1]>, rule = garden()) =>
    dueOf(rule, { from: '2025-03-03', calendar, county, ...question })

  it('is counted by the version in force when it starts, unless another day is named', () => {
    expect(due({}).due).toBe('2025-03-17')
    expect(due({ on: '2026-02-01' })).toMatchObject({ due: '2025-03-24', rawDue: '2025-03-23' })
  })

  it('is later by what is not counted, and only for reasons that the law names', () => {
    const testing = { from: '2025-03-10', to: '2025-03-12', reason: 'testing' } as const
    expect(due({ paused: [testing] }).due).toBe('2025-03-20')
    expect(() => due({ paused: [{ ...testing, reason: 'hearing' }] })).toThrow('可以扣除的是：检验、检测、检疫')
    expect(() => due({ from: '2026-03-02', paused: [testing] })).toThrow('没有规定')
  })

  it('is later by an extension, once', () => {
    expect(due({ extended: 1 }).due).toBe('2025-03-24')
    expect(() => due({ extended: 2 })).toThrow('最多延长 1 次')
    expect(() => due({ from: '2026-03-02', extended: 1 })).toThrow('没有规定可以延长')
  })

  it('is not known before the first version', () => {
    expect(() => due({ from: '2019-12-31' })).toThrow('自 2020-01-01 起施行')
  })

  it('uses the number that the county set', () => {
    const rule = garden({
      history: [since('2020-01-01', workingDays(10, 'limit.garden'), found('演示园林条例', '第五条'))],
    })
    const parameter = {
      key: 'limit.garden',
      label: '',
      unit: '工作日',
      choice: null,
      isDefault: false,
      about: [],
      source: '',
      note: null,
    }
    expect(due({ county: { parameters: [{ ...parameter, value: 3 }] } }, rule).due).toBe('2025-03-06')
    // Nothing that is no length shortens somebody's time to nothing.
    expect(due({ county: { parameters: [{ ...parameter, value: 0 }] } }, rule).due).toBe('2025-03-17')
  })

  it('asks for the moment where hours are counted', () => {
    const rule = garden({ history: [since('2020-01-01', hours(24), found('演示园林条例', '第五条'))] })
    expect(() => due({}, rule)).toThrow('2026-09-30T17:00')
    expect(due({ from: '2026-09-30T17:00' }, rule)).toMatchObject({ due: '2026-10-01T17:00', provisional: false })
  })

  it('says 暂定 where the holidays of a year are not published', () => {
    expect(due({ from: '2026-12-21' })).toMatchObject({ provisional: true })
  })
})

describe('spans that are not counted, as they are typed', () => {
  it('run as far as today while they have no end', () => {
    expect(readPauses(['2026-03-16..:testing', '2026-01-02..2026-01-03'], '2026-03-20')).toEqual([
      { from: '2026-03-16', to: '2026-03-20', reason: 'testing' },
      { from: '2026-01-02', to: '2026-01-03' },
    ])
  })

  it.each(['', '2026-03-16', '2026-02-30..2026-03-01', '2026-03-16..2026-03-01', '2026-03-16..2026-04-01:holiday'])(
    'refuses %j and says how it is written',
    (text) => {
      expect(() => readPauses([text], '2026-11-25')).toThrow('2026-03-16..2026-04-10')
    },
  )

  it('refuses what would be counted for ever', () => {
    expect(() => readPauses(['2026-01-01..9999-12-31'], '2026-11-25')).toThrow('十年')
  })
})
