import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { certainUnit, type KnownUnit, matchUnit } from './match-units.ts'

const unit = (id: string, name: string, more: Partial<KnownUnit> = {}): KnownUnit => ({
  ...{ id, name, shortName: name, aliases: [], dissolvedOn: null },
  ...more,
})
const known = [
  unit('1', '云亭县市场监督管理局（知识产权局）', {
    shortName: '县市场监管局',
    aliases: ['县市场监管局（知识产权局）'],
  }),
  unit('2', '云亭县发展和改革委员会', { shortName: '县发展改革委' }),
  unit('3', '云亭县科学技术局', { shortName: '县科技局' }),
  unit('4', '县经贸局', { dissolvedOn: '2020-01-01' }),
  unit('5', '县商务局'),
]

describe('which organisation a printed name means (单位对应)', () => {
  it.each([
    ['云亭县科学技术局', '3', 'the name itself'],
    ['县科技局', '3', 'the short name'],
    ['县市场监管局（知识产权局）', '1', 'an alias'],
    ['县市场监管局(知识产权局)', '1', 'an alias with other brackets'],
    ['县市场监管局〔知识产权局〕', '1', 'an alias with brackets of documents'],
    ['县 商务局', '5', 'a name with a space in it'],
  ])('%s is certainly unit %s: %s', (printed, id) => {
    expect(certainUnit(printed, known)).toBe(id)
  })

  it.each([
    ['市市场监管局', '1', 'another place'],
    ['县发改委', '2', 'shortened in another way'],
    ['县经贸局', '4', 'a unit that is dissolved'],
    ['市场监管局', '1', 'without the place'],
  ])('%s is probably unit %s, for a person to decide: %s', (printed, id) => {
    expect(certainUnit(printed, known)).toBeUndefined()
    expect(matchUnit(printed, known)[0]?.unitId).toBe(id)
  })

  it.each(['县水利局', '云雾茶协会', ''])('%j is nobody for certain', (printed) => {
    expect(certainUnit(printed, known)).toBeUndefined()
  })

  it('a name that two living units bear is nobody for certain', () => {
    expect(certainUnit('县商务局', [...known, unit('6', '外事办', { aliases: ['县商务局'] })])).toBeUndefined()
  })

  it('proposes five at most, best first, each once with its reason, and never more than certain', () => {
    const names = fc.array(fc.constantFrom('县', '市', '科技', '商务', '局', '委', '（知识产权局）'), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(names, fc.array(names, { maxLength: 12 }), (printed, all) => {
        const units = all.map((name, index) => unit(String(index), name.join('')))
        const matches = matchUnit(printed.join(''), units)
        expect(matches.length).toBeLessThanOrEqual(5)
        expect(new Set(matches.map(({ unitId }) => unitId)).size).toBe(matches.length)
        expect(matches.map(({ score }) => score)).toEqual(matches.map(({ score }) => score).sort((a, b) => b - a))
        for (const { score, why } of matches) {
          expect(score).toBeLessThanOrEqual(1)
          expect(why).not.toBe('')
        }
      }),
    )
  })
})
