import { testCounty } from '@qiangxian/kernel/testing/test-county'
import { describe, expect, it } from 'vitest'
import { checkIdentifiers, identifierTypeNames, readingFacts } from './check-identifiers.ts'

describe('checks of identifiers 编号校验', () => {
  it.each(identifierTypeNames)('%s: nothing is not valid', (type) => {
    expect(checkIdentifiers(type, [''], { today: '2026-11-25' })).toMatchObject([
      { valid: false, reason: 'invalidFormat' },
    ])
  })

  it('takes the class letters that the county decided', () => {
    const parameter = {
      key: 'copyright.work-class-letters',
      label: '',
      unit: '',
      choice: null,
      isDefault: false,
      about: [],
      source: '',
      note: null,
    }
    const facts = readingFacts(testCounty({ parameters: [{ ...parameter, value: 'AF' }] }), '2026-11-25')
    const values = ['苏作登字-2025-F-00012345', '苏作登字-2025-G-00012345']
    expect(checkIdentifiers('work', values, facts).map(({ valid }) => valid)).toEqual([true, false])
  })
})
