import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { text } from '../../registers/fields.ts'
import { holds } from '../form/conditions.ts'
import type { FormCondition, MatterDeclaration } from '../matter.types.ts'
import { askedFields, askedValues } from './form-conditions.ts'

describe('conditions of a form (表单显示条件)', () => {
  const cases: readonly [string, FormCondition, Record<string, unknown>, boolean][] = [
    ['a choice that is the one', { field: 'kind', is: 'patent' }, { kind: 'patent' }, true],
    ['a choice that is another', { field: 'kind', is: 'patent' }, { kind: 'mark' }, false],
    ['one of several choices', { field: 'kinds', is: 'patent' }, { kinds: ['mark', 'patent'] }, true],
    ['one of a list', { field: 'kind', in: ['a', 'b'] }, { kind: 'b' }, true],
    ['none of a list', { field: 'kind', in: ['a', 'b'] }, {}, false],
    ['yes', { field: 'flag', is: true }, { flag: true }, true],
    ['no, where it was never answered: missing is no answer', { field: 'flag', is: false }, {}, false],
    ['no, where it was answered', { field: 'flag', is: false }, { flag: false }, true],
    ['filled with zero', { field: 'n', filled: true }, { n: 0 }, true],
    ['filled with a no', { field: 'n', filled: true }, { n: false }, true],
    ['an empty list', { field: 'n', filled: false }, { n: [] }, true],
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
  it.each(cases)('%s', (_, condition, values, expected) => {
    expect(holds(condition, values)).toBe(expected)
  })

  it('takes whatever a value is, and never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(typeof holds({ field: 'x', in: ['a'] }, { x: value })).toBe('boolean')
      }),
      { examples: [[[{ toString: 0 }]]] },
    )
  })
})

describe('what is asked for', () => {
  const form = (conditions: Readonly<Record<string, FormCondition | undefined>>): MatterDeclaration => {
    const fields = Object.fromEntries(
      Object.entries(conditions).map(([name, when]) => [
        name,
        { ...text(name, name), ...(when === undefined ? {} : { when }) },
      ]),
    )
    return { form: { steps: [{ id: 's', label: 's', fields }] }, materials: [] } as unknown as MatterDeclaration
  }
  const chain = form({ a: undefined, b: { field: 'a', is: 'yes' }, c: { field: 'b', filled: true } })

  it('counts a hidden field as empty for those that hang on it', () => {
    expect([...askedFields(chain, { a: 'yes', b: 'x' })]).toEqual(['a', 'b', 'c'])
    expect([...askedFields(chain, { a: 'no', b: 'typed before' })]).toEqual(['a'])
    expect(askedValues(chain, { a: 'no', b: 'typed before', c: 'too' })).toEqual({ a: 'no' })
  })

  it('hangs on a later field as well, and ends where a declaration goes in a circle', () => {
    const later = form({ first: { field: 'last', is: 'x' }, last: undefined })
    expect([...askedFields(later, { last: 'x' })]).toEqual(['first', 'last'])
    const circle = form({ p: { field: 'q', filled: false }, q: { field: 'p', filled: false } })
    expect(askedFields(circle, { p: '1', q: '1' }).size).toBeLessThanOrEqual(2)
  })
})
