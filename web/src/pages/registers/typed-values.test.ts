import { describe, expect, it } from 'vitest'
import { patents } from './fields.fixture.ts'
import { changedValues, readForm, typedFrom } from './typed-values.ts'

const { fields } = patents
const typed = (part: Readonly<Record<string, unknown>>) => ({ ...typedFrom(fields, {}), title: '甲', ...part })
const read = (part: Readonly<Record<string, unknown>>) => readForm(fields, typed(part))

describe('what a form says', () => {
  it('reads money in its written unit into fen and back', () => {
    expect(read({ pledged: '３,０２０' }).values['pledged']).toBe(3_020_000_000)
    expect(typedFrom(fields, { pledged: 3_020_000_000 })['pledged']).toBe('3020')
  })

  it.each([
    ['2024.6.12', '2024-06-12'],
    ['2024年6月2日', '2024-06-02'],
    ['2024/06/12', '2024-06-12'],
  ])('reads the day %s as %s', (written, day) => {
    expect(read({ grantedOn: written }).values['grantedOn']).toBe(day)
  })

  it('wants as much of a date as the field must have, and no day that is none', () => {
    expect(read({ builtOn: '2024年6月' }).values['builtOn']).toBe('2024-06')
    expect(read({ grantedOn: '2024-06' }).faults).toEqual([{ field: 'grantedOn', fault: 'date' }])
    expect(read({ grantedOn: '2025-02-29' }).faults).toEqual([{ field: 'grantedOn', fault: 'date' }])
  })

  it('leaves empty what is empty: nothing is never zero', () => {
    const { values } = read({ claims: '  ', ipc: '' })
    expect(values['claims']).toBeNull()
    expect(values['ipc']).toBeNull()
  })

  it('names the field and what is wrong with it', () => {
    expect(read({ title: '', claims: '0' }).faults).toEqual([
      { field: 'title', fault: 'required' },
      { field: 'claims', fault: 'least' },
    ])
    expect(read({ claims: '1.5' }).faults).toEqual([{ field: 'claims', fault: 'whole' }])
    expect(read({ claims: '三件' }).faults).toEqual([{ field: 'claims', fault: 'figure' }])
  })

  it('takes several codes however they are separated', () => {
    expect(read({ ipc: 'C02F 3/30；B01D 53/86, C02F 101/16' }).values['ipc']).toEqual([
      'C02F 3/30',
      'B01D 53/86',
      'C02F 101/16',
    ])
  })
})

describe('what goes to the server', () => {
  it('is only what was changed', () => {
    const before = {
      title: '甲',
      claims: 3,
      owners: [{ name: '乙', id: 'e1' }],
      department: { id: 'u1', name: '科技局' },
    }
    const after = readForm(fields, { ...typedFrom(fields, before), claims: '4' }).values
    expect(changedValues(fields, before, after)).toEqual({ claims: 4 })
  })

  it('leaves personal data alone that was not written again', () => {
    const before = { title: '甲', phone: { masked: '138****2110' } }
    const begun = typedFrom(fields, before)
    expect(begun['phone']).toBe('')
    expect(changedValues(fields, before, readForm(fields, begun).values)).toEqual({})
    const again = readForm(fields, { ...begun, phone: '13900000000' }).values
    expect(changedValues(fields, before, again)).toEqual({ phone: '13900000000' })
  })

  it('is a unit by its id, and null for what was emptied', () => {
    const before = { title: '甲', department: { id: 'u1', name: '科技局' }, claims: 3 }
    const after = readForm(fields, { ...typedFrom(fields, before), department: 'u2', claims: '' }).values
    expect(changedValues(fields, before, after)).toEqual({ department: 'u2', claims: null })
  })
})
