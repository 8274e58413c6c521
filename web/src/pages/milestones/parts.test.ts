import { describe, expect, it } from 'vitest'
import type { MilestoneProgress } from '../../api/types.gen.ts'
import { lackingOf, partsOf, standingParts } from './parts.ts'
import { shownLight } from './shown-light.ts'

const milestone: MilestoneProgress = {
  itemId: 'm',
  code: 'G1',
  name: '两份实施方案印发',
  level: 'achieve',
  area: 'management',
  dueOn: '2024-05-31',
  parts: ['甲方案', '乙方案'],
  owners: [],
  tasks: [],
  words: null,
  light: 'red',
  why: { zh: '', en: '' },
  standing: null,
  dutyId: null,
}
const open = { label: '甲方案', status: 'open', documentNo: null, documentTitle: null, on: null } as const

describe('the parts of a milestone', () => {
  it('are open while nobody reported on them', () => {
    expect(partsOf(milestone)).toEqual({ done: 0, of: 2 })
    expect(standingParts(milestone).map((part) => part.label)).toEqual(['甲方案', '乙方案'])
  })

  it('are the milestone itself where the plan names none', () => {
    expect(standingParts({ ...milestone, parts: [] }).map((part) => part.label)).toEqual(['两份实施方案印发'])
  })

  it('lack their number, their day, or both', () => {
    expect(lackingOf(open)).toBe('all')
    expect(lackingOf({ ...open, documentNo: '宜知字〔2024〕1号' })).toBe('day')
    expect(lackingOf({ ...open, on: '2024-05-20' })).toBe('number')
    expect(lackingOf({ ...open, documentNo: '宜知字〔2024〕1号', on: '2024-05-20' })).toBe('nothing')
  })

  it('show a milestone that is done as done, whatever its light was made from', () => {
    const standing = { parts: [], appliedOn: null, doneOn: '2024-05-20', status: 'approved' } as const
    expect(shownLight({ ...milestone, light: 'green', standing })).toBe('blue')
    expect(shownLight({ ...milestone, standing: { ...standing, doneOn: null } })).toBe('red')
  })
})
