import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { text } from '../../registers/fields.ts'
import type { FormCondition, FormField } from '../matter.types.ts'
import { askedFields, askedValues, conditionHolds, isFilled, type PlacedField } from './form-conditions.ts'

describe('conditions of a form (表单显示条件)', () => {
  const cases: readonly [string, FormCondition, Record<string, unknown>, boolean][] = [
    ['a choice that is the one', { field: 'kind', is: 'patent' }, { kind: 'patent' }, true],
    ['a choice that is another', { field: 'kind', is: 'patent' }, { kind: 'mark' }, false],
    ['one of several choices', { field: 'kinds', is: 'patent' }, { kinds: ['mark', 'patent'] }, true],
    ['one of a list', { field: 'kind', in: ['a', 'b'] }, { kind: 'b' }, true],
    ['none of a list', { field: 'kind', in: ['a', 'b'] }, {}, false],
    ['yes', { field: 'flag', is: true }, { flag: true }, true],
    ['no, where it was never answered', { field: 'flag', is: false }, {}, true],
    ['filled with zero', { field: 'n', filled: true }, { n: 0 }, true],
    ['filled with a no', { field: 'n', filled: true }, { n: false }, true],
    ['not filled by blanks', { field: 'n', filled: true }, { n: '  ' }, false],
    ['empty list', { field: 'n', filled: false }, { n: [] }, true],
    [
      'all',
      {
        all: [
          { field: 'a', filled: true },
          { field: 'b', filled: true },
        ],
      },
      { a: 1 },
      false,
    ],
    [
      'any',
      {
        any: [
          { field: 'a', filled: true },
          { field: 'b', filled: true },
        ],
      },
      { a: 1 },
      true,
    ],
    ['all of none', { all: [] }, {}, true],
    ['any of none', { any: [] }, {}, false],
  ]
  it.each(cases)('%s', (_, condition, values, holds) => {
    expect(conditionHolds(condition, values)).toBe(holds)
  })

  it('takes whatever a value is, and never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(typeof conditionHolds({ field: 'x', in: ['a'] }, { x: value })).toBe('boolean')
        expect(typeof isFilled(value)).toBe('boolean')
      }),
    )
  })
})

describe('what is asked for', () => {
  const field = (name: string, when?: FormCondition): PlacedField => ({
    name,
    step: 's',
    field: { ...text(name, name), ...(when === undefined ? {} : { when }) } as FormField,
  })
  const chain = [field('a'), field('b', { field: 'a', is: 'yes' }), field('c', { field: 'b', filled: true })]

  it('counts a hidden field as empty for those that hang on it', () => {
    const names = (values: Record<string, unknown>) => askedFields(chain, values).map(({ name }) => name)
    expect(names({ a: 'yes', b: 'x' })).toEqual(['a', 'b', 'c'])
    expect(names({ a: 'no', b: 'typed before' })).toEqual(['a'])
    expect(askedValues(chain, { a: 'no', b: 'typed before', c: 'too' })).toEqual({ a: 'no' })
  })

  it('hangs on a later field as well, and ends where a declaration goes in a circle', () => {
    const later = [field('first', { field: 'last', is: 'x' }), field('last')]
    expect(askedFields(later, { last: 'x' }).map(({ name }) => name)).toEqual(['first', 'last'])
    const circle = [field('p', { field: 'q', filled: false }), field('q', { field: 'p', filled: false })]
    expect(askedFields(circle, { p: '1', q: '1' }).length).toBeLessThanOrEqual(2)
  })
})
