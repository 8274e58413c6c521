import { describe, expect, it } from 'vitest'
import type { FormFieldRow, FormStepRow } from '../../../api/service.types.ts'
import { field } from '../../registers/fields.fixture.ts'
import { askedSteps, conditionHolds } from './asked.ts'

describe('what a form asks for', () => {
  const form: readonly FormStepRow[] = [
    step('what', [
      asked('kind', null),
      asked('patent', { field: 'kind', is: 'patent' }),
      asked('number', { field: 'patent', filled: true }),
    ]),
    step('money', [
      asked('loss', {
        any: [
          { field: 'kind', in: ['patent', 'mark'] },
          { field: 'urgent', is: true },
        ],
      }),
    ]),
  ]
  const names = (values: Readonly<Record<string, unknown>>) =>
    askedSteps(form, values).map(({ id, fields }) => [id, ...fields.map(({ name }) => name)])

  it('begins with what hangs on nothing, and leaves out steps that ask for nothing', () => {
    expect(names({})).toEqual([['what', 'kind']])
  })

  it('follows the answers', () => {
    expect(names({ kind: 'patent' })).toEqual([
      ['what', 'kind', 'patent'],
      ['money', 'loss'],
    ])
    expect(names({ kind: 'mark' })).toEqual([
      ['what', 'kind'],
      ['money', 'loss'],
    ])
  })

  it('counts what is hidden as empty', () => {
    expect(names({ kind: 'mark', patent: 'ZL1' })[0]).toEqual(['what', 'kind'])
    expect(names({ kind: 'patent', patent: 'ZL1' })[0]).toEqual(['what', 'kind', 'patent', 'number'])
  })

  it('reads a choice of several, and no as an answer', () => {
    expect(conditionHolds({ field: 'kinds', is: 'mark' }, { kinds: ['patent', 'mark'] })).toBe(true)
    expect(conditionHolds({ field: 'urgent', is: false }, {})).toBe(true)
    expect(conditionHolds({ field: 'urgent', filled: true }, { urgent: false })).toBe(true)
    expect(
      conditionHolds(
        {
          all: [
            { field: 'a', filled: false },
            { field: 'b', filled: true },
          ],
        },
        { b: ' ' },
      ),
    ).toBe(false)
  })
})

function step(id: string, fields: readonly FormFieldRow[]): FormStepRow {
  return { id, label: id, about: null, fields }
}

function asked(name: string, when: unknown): FormFieldRow {
  return { ...field(name, {}), when, prefilledFrom: null, isSealed: false }
}
