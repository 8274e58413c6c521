import { describe, expect, it } from 'vitest'
import type { DraftView, FormFieldRow } from '../../../api/service.types.ts'
import { field } from '../../registers/fields.fixture.ts'
import { checkStep, emptyFields, materialsStep, missingMaterials, planOf, unconfirmed } from './wizard-steps.ts'

describe('the steps of a form', () => {
  const draft = draftOf()

  it('are those that ask for something, then the materials, then the check', () => {
    expect(planOf(draft, { kind: 'person' }).order).toEqual(['who', materialsStep, checkStep])
    expect(planOf(draft, { kind: 'organisation' }).order).toEqual(['who', 'company', materialsStep, checkStep])
  })

  it('ask for a material only where its condition holds', () => {
    const ids = (kind: string) => planOf(draft, { kind }).materials.map(({ id }) => id)
    expect(ids('person')).toEqual(['identity'])
    expect(ids('organisation')).toEqual(['identity', 'licence'])
  })

  it('are complete when every needed field is filled; a masked value is one', () => {
    const [who] = planOf(draft, { kind: 'person' }).steps
    if (who === undefined) throw new Error('no step')
    expect(emptyFields(who, { kind: 'person', name: '' }).map(({ name }) => name)).toEqual(['name'])
    expect(emptyFields(who, { kind: 'person', name: { masked: '张*' } })).toEqual([])
  })

  it('do not ask again for what the platform has (一次告知、数据共享)', () => {
    const { materials } = planOf(draft, { kind: 'organisation' })
    expect(missingMaterials(draft, materials).map(({ id }) => id)).toEqual(['identity'])
  })

  it('wait for a prefilled value to be confirmed', () => {
    const [who] = planOf(draft, { kind: 'person' }).steps
    if (who === undefined) throw new Error('no step')
    expect(unconfirmed(draft, who).map(({ name }) => name)).toEqual(['name'])
  })
})

function draftOf(): DraftView {
  const material = {
    kind: 'copy',
    copies: 1,
    origin: 'applicant',
    notes: null,
    several: false,
    sharedFrom: null,
    isSealed: false,
  } as const
  const at = '2026-11-26T00:00:00Z'
  return {
    ...{ id: 'd', type: 't', typeLabel: 't', version: 1, step: 'who', revision: 1, updatedAt: at, expiresAt: at },
    ...{ party: null, filled: 0, asked: 0, twin: null, matterId: null, problems: [], given: [] },
    form: [
      { id: 'who', label: 'who', about: null, fields: [asked('kind', null), asked('name', null)] },
      {
        id: 'company',
        label: 'company',
        about: null,
        fields: [asked('uscc', { field: 'kind', is: 'organisation' })],
      },
    ],
    materials: [
      { id: 'identity', label: '身份证明', necessity: 'required', when: null, ...material },
      {
        id: 'licence',
        label: '营业执照',
        necessity: 'required',
        when: { field: 'kind', is: 'organisation' },
        ...material,
      },
    ],
    values: { kind: 'person', name: '甲' },
    entries: { name: { by: 'prefill', at, from: '上次填报', confirmed: false } },
    shared: [{ material: 'licence', words: '主体库已有' }],
  }
}

function asked(name: string, when: unknown): FormFieldRow {
  return { ...field(name, { required: true }), when, prefilledFrom: null, isSealed: false }
}
