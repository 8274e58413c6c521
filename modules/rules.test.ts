import { notices } from '@qiangxian/engines/work-calendar/state-council-notices.fixture'
import { workCalendar } from '@qiangxian/engines/work-calendar/work-calendar'
import { assembleRules, versionOn } from '@qiangxian/kernel/rules/define-rule'
import { dueOf } from '@qiangxian/kernel/rules/due-of'
import type { RuleCase, RuleDeclaration } from '@qiangxian/kernel/rules/rule.types'
import { describe, expect, it } from 'vitest'
import { rules } from './declarations.gen.ts'

const calendar = workCalendar(notices)
const county = { parameters: [] }
const cases = rules.flatMap((rule) =>
  rule.cases.map((one, at): [string, RuleDeclaration, RuleCase] => [`${rule.id} ${at + 1}`, rule, one]),
)

function count(rule: RuleDeclaration, { from, paused = [], extended = 0, on }: RuleCase) {
  return dueOf(rule, { from, paused, extended, on, calendar, county })
}

describe('declared rules of time 时限规则', () => {
  it('are sound together', () => {
    expect(assembleRules(rules).all).toHaveLength(rules.length)
    expect(rules.length).toBeGreaterThan(150)
  })

  it.each(cases)('%s comes out as worked by hand', (_, rule, one) => {
    const due = count(rule, one)
    expect({ due: due.due, rawDue: due.rawDue, provisional: due.provisional }).toEqual({
      due: one.due,
      rawDue: one.rawDue ?? one.due,
      provisional: one.provisional ?? false,
    })
  })

  it.each(cases)('%s says of every day why it counts, and ends on its last day', (_, rule, one) => {
    const found = count(rule, one)
    const days = found.days()
    expect(days.filter(({ isDue }) => isDue).map(({ day }) => day)).toEqual([found.due.slice(0, 10)])
    expect(days.map(({ day }) => day)).toEqual([...days.map(({ day }) => day)].sort())
    if (
      found.length.unit === 'workingDay' &&
      rule.limits !== 'notice' &&
      one.extended === undefined &&
      !found.endedBySecond
    ) {
      expect(days.filter(({ counts }) => counts)).toHaveLength(found.length.n)
    }
  })

  it('of which the law changed show a case of each version that began since the calendar is known', () => {
    const without = rules.flatMap((rule) =>
      rule.history
        .filter(
          (version) => version.from >= '2026-01-01' || (rule.history.length > 1 && version === rule.history.at(-1)),
        )
        .filter((version) => !rule.cases.some(({ from, on }) => versionOn(rule, on ?? from.slice(0, 10)) === version))
        .map(({ from }) => `${rule.id} from ${from}`),
    )
    expect(without).toEqual([])
  })

  it.each([
    ['complaint.mediation', '2026-04-14', '45 workingDay'],
    ['complaint.mediation', '2026-04-15', '60 calendarDay'],
    ['penalty.hearing-request', '2021-07-14', '3 calendarDay'],
    ['penalty.hearing-request', '2021-07-15', '5 workingDay'],
    ['variety.term-woody', '2025-05-31', '20 year'],
    ['variety.term-woody', '2025-06-01', '25 year'],
  ])('%s counts by the law of %s: %s', (id, on, length) => {
    const version = versionOn(assembleRules(rules).get(id), on)
    expect(`${version?.length.n} ${version?.length.unit}`).toBe(length)
  })

  it('names another article of the trade mark law from 2027 on', () => {
    const rule = assembleRules(rules).get('trademark.repeat-infringement')
    expect(versionOn(rule, '2026-12-31')?.source.article).toBe('第六十条')
    expect(versionOn(rule, '2027-01-01')?.source.article).toBe('第七十四条')
  })

  it('leaves no number that is not certain without a parameter of the county, where the county sets it', () => {
    const local = /本市|平台默认/
    const fixed = rules.flatMap((rule) =>
      rule.history
        .filter(({ source, length }) => local.test(source.instrument) && length.parameter === undefined)
        .map(() => rule.id),
    )
    expect(fixed).toEqual([])
  })
})
