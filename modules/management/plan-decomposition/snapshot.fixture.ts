import type { PlanComparator, PlanSnapshot } from '@qiangxian/kernel/plan/plan-snapshot'
import fc from 'fast-check'
import { areaLabels } from './areas.ts'
import { inBaseUnit } from './base-unit.ts'

/** Names of invented units; the id of a unit is its place in the list. 演示 */
export const unitNames = ['县市场监管局', '县科技局', '县财政局', '县商务局', '云亭镇', '各镇（街道）']
export const unitName = (id: string): string => unitNames[Number(id)] ?? `未知${id}`

const words = fc.constantFrom('专利', '商标', '版权', '质押融资', '培育', '保护', '工作站', '服务', '提升', '示范')
const name = fc.array(words, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''))
const area = fc.constantFrom(...Object.keys(areaLabels))
const date = fc
  .integer({ min: 0, max: 1_000 })
  .map((days) => new Date(Date.UTC(2025, 0, 1 + days)).toISOString().slice(0, 10))
const maybeDate = fc.option(date)
const units = fc.uniqueArray(fc.nat({ max: unitNames.length - 1 }).map(String), { maxLength: 3 })
const quoted = fc.option(name.map((text) => ({ text, start: 1, end: 1 + text.length })))

const targetBody = fc.record({
  name,
  area,
  kind: fc.constantFrom(null, 'stock', 'annual', 'ratio'),
  comparator: fc.constantFrom<PlanComparator>('gte', 'gt', 'eq', 'lte', 'lt', 'range'),
  value: fc.integer({ min: 1, max: 9_999 }).map((value) => value / 10),
  unit: fc.constantFrom('件', '万件', '亿元', '%', '件/万人', ''),
  deadline: maybeDate,
  words: quoted,
  years: fc.uniqueArray(fc.record({ year: fc.integer({ min: 2025, max: 2027 }), value: fc.option(fc.nat()) }), {
    selector: ({ year }) => year,
    maxLength: 3,
  }),
  ownerIds: units,
  tasks: fc.array(fc.nat(), { maxLength: 2 }),
})
const milestoneBody = fc.record({
  name,
  level: fc.constantFrom<'achieve' | 'strive'>('achieve', 'strive'),
  area,
  dueOn: maybeDate,
  parts: fc.array(name, { maxLength: 2 }),
  words: quoted,
  ownerIds: units,
  tasks: fc.array(fc.nat(), { maxLength: 2 }),
})
const taskBody = fc.record({
  title: name,
  group: fc.option(name),
  area,
  summary: name,
  responsibilityText: fc.option(name),
  words: quoted,
  lead: units,
  support: units,
})

/** Whole versions of invented plans, each right in itself: numbers and codes are unique, links lead somewhere. */
export const anySnapshot: fc.Arbitrary<PlanSnapshot> = fc
  .record({
    tasks: fc.array(taskBody, { maxLength: 5 }),
    targets: fc.array(targetBody, { maxLength: 6 }),
    milestones: fc.array(milestoneBody, { maxLength: 4 }),
    groups: fc.array(fc.record({ title: name, area }), { maxLength: 3 }),
    safeguards: fc.array(fc.record({ title: name, summary: name, words: quoted }), { maxLength: 2 }),
    phases: fc.array(fc.record({ name, summary: name, words: quoted }), { maxLength: 3 }),
    questions: fc.array(fc.record({ message: name, answer: name }), { maxLength: 2 }),
  })
  .map(({ tasks, targets, milestones, groups, safeguards, phases, questions }): PlanSnapshot => {
    const links = (numbers: readonly number[]) =>
      tasks.length === 0
        ? []
        : [...new Set(numbers.map((number) => number % tasks.length))].sort().map((at) => `task-${at}`)
    return {
      head: {
        ...{ planId: 'plan', version: 1, title: '云亭县方案（演示）', issuer: null, documentNo: null, issuedOn: null },
        ...{ periodStart: '2025-01-01', periodEnd: '2027-12-31', goal: '建成示范县', effectiveFrom: '2025-01-01' },
        ...{ reason: null, adoptedAt: '2025-01-01T00:00:00.000Z', adoptedBy: null, adoptedByLabel: '演示' },
        ...{ importId: null, evidenceId: null },
      },
      groups: groups.map((group, at) => ({ itemId: `group-${at}`, number: at + 1, ...group })),
      tasks: tasks.map(({ lead, support, ...task }, at) => ({
        itemId: `task-${at}`,
        number: at + 1,
        ...task,
        responsibilities: [
          ...lead.map((partyId) => ({ partyId, share: 'lead' as const, printed: unitName(partyId) })),
          ...support.map((partyId) => ({ partyId, share: 'support' as const, printed: unitName(partyId) })),
        ],
      })),
      targets: targets.map(({ tasks: numbers, ...target }, at) => {
        const valueHigh = target.comparator === 'range' ? target.value + 1 : null
        const base = inBaseUnit(target.value, target.unit)
        return {
          itemId: `target-${at}`,
          code: `C${at + 1}`,
          ...target,
          shortName: target.name,
          valueHigh,
          baseValue: base.value,
          baseValueHigh: valueHigh === null ? null : inBaseUnit(valueHigh, target.unit).value,
          baseUnit: base.unit,
          definition: null,
          statements: [],
          taskItemIds: links(numbers),
        }
      }),
      milestones: milestones.map(({ tasks: numbers, ...milestone }, at) => ({
        itemId: `milestone-${at}`,
        code: `L${at + 1}`,
        ...milestone,
        taskItemIds: links(numbers),
      })),
      safeguards: safeguards.map((safeguard, at) => ({ itemId: `safeguard-${at}`, number: at + 1, ...safeguard })),
      phases: phases.map((phase, at) => ({ itemId: `phase-${at}`, start: null, end: null, ...phase })),
      questions: questions.map((question, at) => ({ itemId: `question-${at}`, ...question })),
    }
  })
