import Type from 'typebox'
import { isCivilDate } from '../clock/civil-date.ts'
import type { QueryContext } from '../operations/context.ts'
import { defineQuery, type Operation } from '../operations/operation.ts'
import { operationErrors } from '../operations/operation-errors.ts'
import { calendarOf } from './calendar-of.ts'
import type { Rules } from './define-rule.ts'
import { type Due, dueOf } from './due-of.ts'
import { presentDue, presentExplanation, presentRule, presentRuleDetail } from './present-rules.ts'
import { readPauses } from './read-pauses.ts'
import { DueAnswer, DueExplanation, RuleDetail, RuleRow } from './rules.schemas.ts'

/** The operations by which people read the rules of time and count by them. */
export function ruleOperations(rules: Rules): readonly Operation[] {
  return [listRules(rules), showRule(rules), showDue(rules), explainDue(rules)]
}

export function listRules(rules: Rules) {
  return defineQuery({
    id: 'rule.list',
    label: { zh: '列出时限规则', en: 'List the rules of time' },
    about: {
      zh: '每一个法定时限：多久、从何时起算、什么不计入、依据哪部法律哪一条，以及以前的版本。',
      en: 'Every limit of the law: how long, from when, what is not counted, by which article, and what it was before.',
    },
    permission: 'service.read',
    route: { method: 'GET', path: '/rules' },
    cli: 'rules list',
    input: Type.Object({
      q: Type.Optional(Type.String({ maxLength: 100, description: '名称、法律或者主题里的字' })),
    }),
    output: Type.Object({ rules: Type.Array(RuleRow) }),
    run: async ({ county, today }, { q }) => ({
      rules: rules.all
        .map((rule) => presentRule(rule, county, today))
        .filter((rule) => q === undefined || speaksOf(rule, q)),
    }),
  })
}

export function showRule(rules: Rules) {
  return defineQuery({
    id: 'rule.show',
    label: { zh: '查看时限规则', en: 'Show a rule of time' },
    about: { zh: '一个时限的全部版本、依据和算例。', en: 'All versions of a limit, with sources and worked cases.' },
    permission: 'service.read',
    route: { method: 'GET', path: '/rules/:rule' },
    cli: 'rules show',
    input: Type.Object({ rule: ruleId }),
    output: RuleDetail,
    run: async ({ county, today }, { rule }) => presentRuleDetail(rules.get(rule), county, today),
  })
}

const ruleId = Type.String({ minLength: 1, maxLength: 100 })

const dueInput = Type.Object({
  rule: ruleId,
  from: Type.String({ maxLength: 16, description: '起算的日子，当日不计；按小时计的写时刻 2026-09-30T17:00' }),
  paused: Type.Optional(
    Type.Array(Type.String({ maxLength: 60 }), {
      maxItems: 50,
      description: '不计入的期间 2026-03-16..2026-04-10，两头都不计',
    }),
  ),
  on: Type.Optional(Type.String({ maxLength: 10, description: '按哪天有效的规定算；不写按起算日' })),
  extended: Type.Optional(Type.Integer({ minimum: 0, maximum: 5, description: '已批准延长几次' })),
})

export function showDue(rules: Rules) {
  return defineQuery({
    id: 'rule.due',
    label: { zh: '计算到期日', en: 'When a limit ends' },
    about: {
      zh: '按一条时限规则和国务院节假日安排算出最后一天，逐日说明。节假日尚未公布的年份标为暂定。',
      en: 'The last day by a rule of time and the State Council’s holidays, day by day; provisional where a year is not published.',
    },
    permission: 'service.read',
    route: { method: 'GET', path: '/due' },
    cli: 'due',
    input: dueInput,
    output: DueAnswer,
    run: async (context, input) => presentDue(await dueAsked(rules, context, input), context.county),
  })
}

export function explainDue(rules: Rules) {
  return defineQuery({
    id: 'rule.explain',
    label: { zh: '到期日逐日说明', en: 'How a limit is counted' },
    about: {
      zh: '到期日、原始届满日和其间每一天为什么计、为什么不计。',
      en: 'The end of a limit, its raw end, and of every day in between why it counts or does not.',
    },
    permission: 'service.read',
    route: { method: 'GET', path: '/rules/:rule/counting' },
    cli: 'rules explain',
    input: dueInput,
    output: DueExplanation,
    run: async (context, input) => {
      const due = await dueAsked(rules, context, input)
      return presentExplanation(due, input.from, context.county, context.today)
    },
  })
}

interface Asked {
  readonly rule: string
  readonly from: string
  readonly paused?: readonly string[]
  readonly on?: string
  readonly extended?: number
}

async function dueAsked(rules: Rules, context: QueryContext, asked: Asked): Promise<Due> {
  const rule = rules.get(asked.rule)
  refuseNoDay('from', asked.from)
  if (asked.on !== undefined) refuseNoDay('on', asked.on)
  return dueOf(rule, {
    from: asked.from,
    paused: readPauses(asked.paused ?? [], context.today),
    extended: asked.extended ?? 0,
    on: asked.on,
    calendar: await calendarOf(context),
    county: context.county,
  })
}

/** The engine would throw at 2026-02-30; a person is told which field it is. Years far away would only cost time. */
function refuseNoDay(field: 'from' | 'on', text: string): void {
  const [day = '', time] = text.split('T')
  const isTime = time === undefined || (field === 'from' && /^([01]\d|2[0-3]):[0-5]\d$/.test(time))
  if (isCivilDate(day) && isTime && day >= '1980-01-01' && day <= '2999-12-31') return
  const message = {
    zh: `“${text}”不是 1980 年以后的一个日子。请写成 2026-11-25；按小时计的时限写成 2026-11-25T17:00。`,
    en: `“${text}” is no day after 1980. Write it like 2026-11-25, or 2026-11-25T17:00 for a limit in hours.`,
  }
  throw operationErrors.badInput({ count: 1 }, { problems: [{ path: `/${field}`, message }] })
}

function speaksOf(
  rule: Readonly<Record<'id' | 'subject' | 'label' | 'labelEn' | 'startsOn', string>> & {
    readonly history: readonly { readonly source: { readonly instrument: string; readonly article: string } }[]
  },
  q: string,
): boolean {
  const { id, subject, label, labelEn, startsOn, history } = rule
  const words = [
    id,
    subject,
    label,
    labelEn,
    startsOn,
    ...history.map(({ source }) => `${source.instrument}${source.article}`),
  ]
  const text = words.join(' ').toLowerCase()
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((part) => text.includes(part))
}
