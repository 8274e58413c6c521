import { describe, expect, it } from 'vitest'
import { text } from '../registers/fields.ts'
import { assembleMatters } from './assemble-matters.ts'
import { isLonger } from './declaration-check/limit-problems.ts'
import type { MatterDeclaration } from './matter.types.ts'
import {
  gardenAdoption,
  hallBooking,
  inventedGuards,
  inventedMatterRegisters,
  inventedMatters,
  inventedRules,
  neighbourDispute,
} from './testing/invented-matters.ts'

const assemble = (...matters: readonly MatterDeclaration[]) =>
  assembleMatters({
    ...{ matters, guards: inventedGuards, rules: inventedRules, registers: inventedMatterRegisters, effects: [] },
  })

/** A copy in which one thing is different. */
const changed = (declaration: MatterDeclaration, change: (copy: Copy) => void): MatterDeclaration => {
  const copy = structuredClone(declaration) as Copy
  change(copy)
  return copy as MatterDeclaration
}
// biome-ignore lint/suspicious/noExplicitAny: declarations are spoilt in every place, as a slip would
type Copy = any

describe('declarations of matters, checked at start', () => {
  it('takes those that fit together', () => {
    expect(assemble(...inventedMatters).all).toHaveLength(3)
  })

  const slips: readonly (readonly [what: string, declaration: MatterDeclaration, problem: string])[] = [
    [
      'an act that leads nowhere',
      changed(hallBooking, (c) => {
        c.states.asked.acts.confirm.to = 'heaven'
      }),
      'hall-booking.states.asked.acts.confirm.to: there is no state “heaven”',
    ],
    [
      'a state that is never reached',
      changed(hallBooking, (c) => {
        c.states.lost = { ...c.states.booked }
      }),
      'hall-booking.states.lost: nothing leads there',
    ],
    [
      'a dead end that is no end',
      changed(hallBooking, (c) => {
        c.states.asked.acts = { wait: { label: '等', labelEn: 'Wait', to: 'asked', by: ['handler'] } }
      }),
      'hall-booking.states.asked: nothing leads from there to an end',
    ],
    [
      'an end without an outcome',
      changed(hallBooking, (c) => {
        c.states.booked.outcome = undefined
      }),
      'hall-booking.states.booked: an end needs an outcome',
    ],
    [
      'an initial state that is none',
      changed(hallBooking, (c) => {
        c.initial = 'begun'
      }),
      'hall-booking.initial: there is no state “begun”',
    ],
    [
      'an act that nobody does',
      changed(hallBooking, (c) => {
        c.states.asked.acts.confirm.by = []
      }),
      'hall-booking.states.asked.acts.confirm.by: nobody may do it',
    ],
    [
      'an act that every matter has',
      changed(hallBooking, (c) => {
        c.states.asked.acts.withdraw = c.states.asked.acts.confirm
      }),
      'hall-booking.states.asked.acts.withdraw: every matter knows “withdraw” already',
    ],
    [
      'a guard that does not exist',
      changed(hallBooking, (c) => {
        c.states.asked.acts.confirm.guards = ['is-nice']
      }),
      'hall-booking.states.asked.acts.confirm.guards: there is no guard “is-nice”',
    ],
    [
      'a document that does not exist',
      changed(hallBooking, (c) => {
        c.states.asked.acts.confirm.issues = 'ticket'
      }),
      'hall-booking.states.asked.acts.confirm.issues: there is no document “ticket”',
    ],
    [
      'two keys that are one',
      changed(hallBooking, (c) => {
        c.states.asked.acts.confirm.key = 'a'
        c.states.asked.acts.turnDown.key = 'a'
      }),
      'hall-booking.states.asked: two acts have the key “a”',
    ],
    [
      'one act in two branches',
      changed(neighbourDispute, (c) => {
        c.states.hearing.regions.talks.states.talking.acts.examine = {
          ...c.states.hearing.regions.inquiry.states.visiting.acts.visit,
        }
      }),
      'neighbour-dispute.states.hearing: “examine” stands in two branches',
    ],
    [
      'an act that leads out of its branch',
      changed(neighbourDispute, (c) => {
        c.states.hearing.regions.talks.states.talking.acts.agree.to = 'closed'
      }),
      'acts.agree.to: “closed” stands in another region',
    ],
    [
      'branches after which nothing follows',
      changed(neighbourDispute, (c) => {
        // biome-ignore lint/suspicious/noThenProperty: the word of the declaration
        c.states.hearing.then = 'nirvana'
      }),
      'neighbour-dispute.states.hearing.then: there is no state “nirvana”',
    ],
    [
      'one name for two states',
      changed(neighbourDispute, (c) => {
        c.states.hearing.regions.talks.states.closed = { label: 'x', labelEn: 'x', forApplicant: 'x' }
      }),
      'neighbour-dispute.states.closed: stands twice',
    ],
    [
      'a field twice in a form',
      changed(gardenAdoption, (c) => {
        c.form.steps[1].fields.phone = text('电话', 'Phone')
      }),
      'garden-adoption.form: field “phone” stands twice',
    ],
    [
      'a format that nobody knows',
      changed(gardenAdoption, (c) => {
        c.form.steps[0].fields.phone.format = 'telegram'
      }),
      'garden-adoption.form.who.phone.format: there is no format “telegram”',
    ],
    [
      'a condition on no field',
      changed(gardenAdoption, (c) => {
        c.form.steps[1].fields.trees.when = { field: 'mood', is: 'good' }
      }),
      'garden-adoption.form.what.trees.when: there is no field “mood”',
    ],
    [
      'a condition on no choice',
      changed(gardenAdoption, (c) => {
        c.materials[1].when = { field: 'kind', is: 'cacti' }
      }),
      'garden-adoption.materials.survey.when: “cacti” is no choice of “kind”',
    ],
    [
      'a limit without a rule',
      changed(gardenAdoption, (c) => {
        c.limits[0].rule = 'garden.eternity'
      }),
      'garden-adoption.limits.decide.rule: there is no rule “garden.eternity”',
    ],
    [
      'a promise beyond the law',
      changed(gardenAdoption, (c) => {
        c.limits[0].promised = { n: 21, unit: 'workingDay' }
      }),
      'garden-adoption.limits.decide.promised: 21 workingDay is more than the law gives',
    ],
    [
      'a limit that nothing starts',
      changed(gardenAdoption, (c) => {
        c.limits[0].startsWith = ['act:bow']
      }),
      'garden-adoption.limits.decide.startsWith: “act:bow” is no act and no state',
    ],
    [
      'an act of the clock that is none',
      changed(gardenAdoption, (c) => {
        c.limits[1].onMissed = 'accept'
      }),
      'garden-adoption.limits.supplement.onMissed: “accept” is no act that the clock may do',
    ],
    [
      'a placeholder for no field',
      changed(gardenAdoption, (c) => {
        c.documents.decision.body[0].paragraph = '致{form.nobody}'
      }),
      '{form.nobody} is no field of the form',
    ],
    [
      'a placeholder for no fact',
      changed(gardenAdoption, (c) => {
        c.notices[0].body = '{fact.weather}'
      }),
      '{fact.weather} is no fact',
    ],
    [
      'a register that does not exist',
      changed(gardenAdoption, (c) => {
        c.writes[0].register = 'moon'
      }),
      'garden-adoption.writes.0.register: there is no register “moon”',
    ],
    [
      'a field that the register lacks',
      changed(gardenAdoption, (c) => {
        c.writes[0].values.colour = { form: 'kind' }
      }),
      'garden-adoption.writes.0.values.colour: “garden-bed” has no such field',
    ],
    [
      'a key that is not written',
      changed(gardenAdoption, (c) => {
        delete c.writes[0].values.name
      }),
      'garden-adoption.writes.0.values: “name” (名称) of “garden-bed” is required',
    ],
    [
      'a kind that does not fit',
      changed(gardenAdoption, (c) => {
        c.writes[0].values.trees = { form: 'bed' }
      }),
      'garden-adoption.writes.0.values.trees: the register has integer, and text would be written',
    ],
    [
      'personal data in clear',
      changed(gardenAdoption, (c) => {
        c.writes[0].values.name = { form: 'applicant' }
      }),
      'garden-adoption.writes.0.values.name: personal data would stand in clear',
    ],
    [
      'a sealed field in a register',
      changed(gardenAdoption, (c) => {
        c.writes[0].values.keeper = { form: 'whisper' }
      }),
      '“whisper” is sealed and is written nowhere',
    ],
    [
      'a sealed field in public',
      changed(gardenAdoption, (c) => {
        c.publication.fields = ['whisper']
      }),
      'garden-adoption.publication.fields: “whisper” is sealed and is never published',
    ],
    [
      'a correction of another kind',
      changed(gardenAdoption, (c) => {
        c.states.waiting.acts.supplement.fields.kind = text('种', 'Kind')
      }),
      'it would correct “kind” of the form, which is choice and not text',
    ],
  ]

  it.each(slips)('refuses %s, with its place', (_, declaration, problem) => {
    expect(() => assemble(declaration)).toThrow(problem)
  })

  it('tells every problem of all declarations at once', () => {
    const [a, b] = [slips[0]?.[1], slips[18]?.[1]]
    if (a === undefined || b === undefined) throw new Error('no slips')
    expect(() => assemble(a, b, a)).toThrow(/有 \d+ 处问题[\s\S]*heaven[\s\S]*eternity/)
    expect(() => assemble(a, b, a)).toThrow(/hall-booking: declared twice/)
  })

  it.each([
    [{ n: 15, unit: 'workingDay' }, { n: 20, unit: 'workingDay' }, false],
    [{ n: 20, unit: 'workingDay' }, { n: 20, unit: 'workingDay' }, false],
    [{ n: 45, unit: 'workingDay' }, { n: 60, unit: 'calendarDay' }, true],
    [{ n: 30, unit: 'calendarDay' }, { n: 1, unit: 'month' }, false],
    [{ n: 2, unit: 'year' }, { n: 12, unit: 'month' }, true],
  ] as const)('%j against %j is longer: %s', (promised, legal, longer) => {
    expect(isLonger(promised, legal)).toBe(longer)
  })
})
