import { describe, expect, it } from 'vitest'
import type { OrganisationRow } from '../parties/party.operations.ts'
import type { PlanTask } from './plan-snapshot.ts'
import { supportsTask } from './takes-part.ts'

const organisation = (id: string, members: readonly string[] = []): OrganisationRow => ({
  id,
  parentId: null,
  name: id,
  shortName: id,
  kind: members.length > 0 ? 'collective' : 'department',
  aliases: [],
  members: [...members],
  establishedOn: null,
  dissolvedOn: null,
  successorId: null,
})
const organisations = [
  organisation('甲局'),
  organisation('乙局'),
  organisation('丙镇'),
  organisation('其他成员单位', ['甲局', '乙局']),
]
const task: PlanTask = {
  itemId: 't',
  number: 1,
  title: '建设工作站',
  group: null,
  area: 'services',
  summary: '',
  responsibilityText: null,
  words: null,
  responsibilities: [
    { partyId: '甲局', share: 'lead', printed: '甲局' },
    { partyId: '其他成员单位', share: 'support', printed: '其他成员单位' },
  ],
}

describe('who supports a task (配合单位)', () => {
  it.each([
    { unit: '甲局', supports: false, because: 'it leads, and 其他 means the others' },
    { unit: '乙局', supports: true, because: 'it is one of 其他成员单位' },
    { unit: '其他成员单位', supports: true, because: 'it is named' },
    { unit: '丙镇', supports: false, because: 'nobody names it' },
  ])('$unit: $supports, since $because', ({ unit, supports }) => {
    expect(supportsTask(unit, task, organisations)).toBe(supports)
  })
})
