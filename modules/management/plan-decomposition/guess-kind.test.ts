import { describe, expect, it } from 'vitest'
import { guessKind } from './guess-kind.ts'

describe('what a printed unit name probably is', () => {
  it.each([
    ['县市场监管局（知识产权局）', 'department'],
    ['县发展和改革委', 'department'],
    ['市委宣传部', 'partyOrgan'],
    ['各镇（园区、街道）', 'collective'],
    ['市知识产权战略实施工作领导小组其他成员单位', 'collective'],
    ['县知识产权强县建设领导小组办公室', 'office'],
    ['县知识产权强县建设领导小组', 'leadingGroup'],
    ['云亭镇', 'town'],
    ['城东街道办事处', 'subdistrict'],
    ['云汀经济开发区管委会', 'park'],
    ['县总商会', 'other'],
  ])('%s is %s', (printed, kind) => {
    expect(guessKind(printed)).toBe(kind)
  })
})
