import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openReporting, type Reporting } from './testing/reporting.ts'
import type { Answer, Visitor } from './testing/test-app.ts'

/** The life of one report as a person would tell it in ten lines. */
interface Model {
  state: 'none' | 'draft' | 'submitted' | 'checked' | 'approved' | 'returned'
  revision: number
  value: number
  /** what the public reads; null while nothing was approved */
  approved: number | null
  acts: number
  /** approved once, so its duty is met */
  closed: boolean
}

interface Real {
  readonly county: Reporting
  readonly dutyId: string
  readonly period: string
}

type Person = 'reporter' | 'head' | 'office' | 'secondOffice' | 'stranger' | 'leader'
type Step = (model: Readonly<Model>, person: Person) => Partial<Model> | 'refused'

/** One act by somebody: the model says whether it may be done and what comes of it; the platform must say the same. */
class Act implements fc.AsyncCommand<Model, Real> {
  readonly name: string
  readonly person: Person
  readonly send: (visitor: Visitor, real: Real, model: Model) => Promise<Answer>
  readonly step: Step

  constructor(name: string, person: Person, send: Act['send'], step: Step) {
    this.name = name
    this.person = person
    this.send = send
    this.step = step
  }

  check() {
    return true // tried in every state, also where it must be refused
  }

  async run(model: Model, real: Real) {
    real.county.test.platform.clock.forwardMinutes(1 / 60)
    const answer = await this.send(real.county[this.person], real, model)
    const next = this.step(model, this.person)
    if (next === 'refused') {
      expect([403, 404, 409], `${this} in ${model.state}: ${answer.text}`).toContain(answer.status)
      expect(answer.body.detail).toMatch(/[。]/)
    } else {
      expect(answer.status, `${this} in ${model.state}: ${answer.text}`).toBe(200)
      Object.assign(model, next)
    }
    expect(await standing(real), String(this)).toEqual({ ...model })
  }

  toString() {
    return `${this.person} ${this.name}`
  }
}

/** What the database says of the report. */
async function standing({ county, dutyId, period }: Real): Promise<Model> {
  const [row] = await county.rows(
    `select coalesce(r.state, 'none') as state, coalesce(r.revision, 0) as revision, coalesce(r.value, 0) as value,
      v.approved_value as approved, d.closed_on is not null as closed,
      (select count(*)::int from report_act a where a.report_id = r.id) as acts
    from duty d left join report r on r.duty_id = d.id
    left join indicator_value v on v.item_id = d.item_id and v.period = $2
    where d.id = $1`,
    [dutyId, period],
  )
  return row as Model
}

const isUnit = (person: Person) => person === 'reporter' || person === 'head'
const isOffice = (person: Person) => person === 'office' || person === 'secondOffice'

function saving(person: Person, value: number): Act {
  return new Act(
    `saves ${value}`,
    person,
    (visitor, { dutyId, period }, { revision }) =>
      visitor.put(`/reports/${dutyId}`, { revision, content: contentOf(value, period) }),
    (model) => {
      const writable = ['none', 'draft', 'returned'].includes(model.state)
      if (!isUnit(person) || !writable) return 'refused'
      if (model.state !== 'none' && model.value === value) return {}
      const state = model.state === 'returned' ? 'returned' : 'draft'
      return { state, value, revision: model.revision + 1 }
    },
  )
}

function batch(name: string, person: Person, path: string, step: Step, body: object = {}): Act {
  return new Act(
    name,
    person,
    (visitor, { dutyId }, { revision }) =>
      visitor.post(`/reports/${path}`, { items: [{ dutyId, revision: Math.max(1, revision) }], ...body }),
    step,
  )
}

const acted = (model: Readonly<Model>, state: Model['state'], more: Partial<Model> = {}) => ({
  state,
  revision: model.revision + 1,
  acts: model.acts + 1,
  ...more,
})

const submitting = (person: Person) =>
  batch('submits', person, 'submission', (model) =>
    person === 'head' && ['draft', 'returned'].includes(model.state) ? acted(model, 'submitted') : 'refused',
  )
const checking = (person: Person) =>
  batch('checks', person, 'check', (model) =>
    isOffice(person) && model.state === 'submitted' ? acted(model, 'checked') : 'refused',
  )
const approving = (person: Person) =>
  batch('approves', person, 'approval', (model) =>
    isOffice(person) && model.state === 'checked'
      ? acted(model, 'approved', { approved: model.value, closed: true })
      : 'refused',
  )
const returning = (person: Person) =>
  batch(
    'returns',
    person,
    'return',
    (model) =>
      isOffice(person) && ['submitted', 'checked'].includes(model.state) ? acted(model, 'returned') : 'refused',
    { reason: '请补充（演示）' },
  )
const withdrawing = (person: Person) =>
  new Act(
    'withdraws',
    person,
    (visitor, { dutyId }, { revision }) =>
      visitor.post(`/reports/${dutyId}/withdrawal`, { revision: Math.max(1, revision) }),
    (model) => {
      if (person !== 'head' || model.state !== 'submitted') return 'refused'
      // A correction that is taken back leaves what was approved.
      return model.closed && model.approved !== null
        ? acted(model, 'approved', { value: model.approved })
        : acted(model, 'draft')
    },
  )
const correcting = (person: Person, value: number) =>
  new Act(
    `corrects to ${value}`,
    person,
    (visitor, { dutyId, period }, { revision }) =>
      visitor.post(`/reports/${dutyId}/correction`, {
        revision: Math.max(1, revision),
        content: contentOf(value, period),
        reason: '口径核减（演示）',
      }),
    (model) => {
      if (person !== 'head' || model.state !== 'approved') return 'refused'
      return model.value === value ? {} : acted(model, 'submitted', { value })
    },
  )

const contentOf = (value: number, period: string) => ({ valueState: 'value', value, cutoffOn: `${period}-28` })

const anybody = fc.constantFrom<Person>('reporter', 'head', 'office', 'secondOffice', 'stranger', 'leader')
const writer = fc.constantFrom<Person>('reporter', 'head', 'stranger')
const values = fc.integer({ min: 1, max: 3 })
/** Acts of those who may, in turn with one of anybody: else a report would seldom come far. */
const right = [
  values.map((value) => saving('reporter', value)),
  fc.constant(submitting('head')),
  fc.constantFrom(checking('office'), checking('secondOffice')),
  fc.constant(approving('office')),
  fc.constantFrom(returning('office'), withdrawing('head')),
  values.map((value) => correcting('head', value)),
]
const wrong = fc.oneof(
  fc.tuple(writer, values).map(([person, value]) => saving(person, value)),
  anybody.map(submitting),
  anybody.map(checking),
  anybody.map(approving),
  anybody.map(returning),
  anybody.map(withdrawing),
  fc.tuple(anybody, values).map(([person, value]) => correcting(person, value)),
)

describe('the life of a report (报送的一生)', () => {
  let county: Reporting
  let months = 0
  beforeAll(async () => {
    county = await openReporting()
  })
  afterAll(() => county.close())

  it('is what ten lines say, whoever does what in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands([...right, ...right, wrong], { maxCommands: 60, size: 'max' }), async (commands) => {
        const setup = async () => {
          months += 1
          const year = 1900 + Math.floor(months / 12)
          const period = `${year}-${String((months % 12) + 1).padStart(2, '0')}`
          const dutyId = await county.owe({ item: 'C6', period })
          const model: Model = { state: 'none', revision: 0, value: 0, approved: null, acts: 0, closed: false }
          return { model, real: { county, dutyId, period } }
        }
        await fc.asyncModelRun(setup, commands)
      }),
      { numRuns: 8 },
    )
  }, 120_000)

  it('leaves a journal that verifies, with one entry for each act', async () => {
    const verified = (await county.office.get('/journal/verification')).body
    expect(verified).toMatchObject({ verified: true })
    const [counts] = await county.rows(`
      select (select count(*)::int from report_act) as acts,
        (select count(*)::int from journal where command in ('report.submit', 'report.check', 'report.approve',
          'report.return', 'report.withdraw', 'report.correct')) as entries,
        (select count(*)::int from observation) as observations,
        (select count(*)::int from report_act where act in ('submit', 'correct')) as signed`)
    expect(counts.acts).toBeGreaterThan(20)
    expect(counts.entries).toBe(counts.acts)
    expect(counts.observations).toBe(counts.signed)
  })
})
