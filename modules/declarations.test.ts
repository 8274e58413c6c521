import { evaluate } from '@qiangxian/engines/formula/evaluate'
import type { Formula } from '@qiangxian/engines/formula/formula.types'
import { caseRecords } from '@qiangxian/kernel/indicators/case-records'
import { worldOf } from '@qiangxian/kernel/indicators/world'
import { assembleRegisters } from '@qiangxian/kernel/registers/define-register'
import type { Field } from '@qiangxian/kernel/registers/field.types'
import { generalFormats } from '@qiangxian/kernel/registers/formats/general-formats'
import { isInForce } from '@qiangxian/kernel/registers/present-records'
import { describe, expect, it } from 'vitest'
import { registers as declared, formats, indicators } from './declarations.gen.ts'

const registers = assembleRegisters({ registers: declared, formats: [...generalFormats, ...formats] })
const each = registers.all.map((register) => [register.id, register.declaration] as const)

/** Headings are compared as lists have them: width, case and spaces make no difference. */
const folded = (heading: string) => heading.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase()
const twice = (words: readonly string[]) => words.filter((word, at) => words.indexOf(word) !== at)
const choicesOf = (field: Field) => (field.kind === 'choice' || field.kind === 'choices' ? field.choices : [])

describe('the registers of the programme (名录)', () => {
  it('are the 51 that the plan and its services need, each with a label of its own', () => {
    expect(registers.all).toHaveLength(51)
    expect(twice(each.map(([, { label }]) => label))).toEqual([])
    expect(twice(each.map(([, { labelEn }]) => labelEn))).toEqual([])
  })

  it.each(each)('%s says what it holds, on what it stands and which system it serves', (_, declaration) => {
    expect(declaration.about.length).toBeGreaterThan(15)
    expect(declaration.source.length).toBeGreaterThan(5)
    expect(declaration.systems.join()).toMatch(/^S\d\d(,S\d\d)*$/)
    expect(declaration.countUnit).not.toBe('')
  })

  it.each(each)('%s names every field and choice in both languages, and none alike', (_, { fields }) => {
    const all = Object.values(fields)
    for (const field of all) {
      expect(field.label, field.labelEn).toMatch(/[\u4e00-\u9fff]/)
      expect(field.labelEn).toMatch(/^[\x20-\x7e–’é]+$/)
      const words = choicesOf(field)
      expect(twice(words.map(({ label }) => label))).toEqual([])
      expect(words.filter(({ label, labelEn }) => label === '' || labelEn === '')).toEqual([])
    }
    expect(twice(all.map(({ label }) => label))).toEqual([])
    expect(twice(all.map(({ labelEn }) => labelEn))).toEqual([])
  })

  it.each(each)('%s knows each heading of a list as one field only', (_, { fields }) => {
    expect(
      twice(Object.values(fields).flatMap(({ label, aliases = [] }) => [...new Set([label, ...aliases].map(folded))])),
    ).toEqual([])
  })

  it.each(each)('%s reads each word of a choice as one value only', (_, { fields }) => {
    for (const field of Object.values(fields)) {
      const words = choicesOf(field).flatMap(({ value, label, labelEn, aliases = [] }) => [
        ...new Set([value, label, labelEn, ...aliases].map(folded)),
      ])
      expect(twice(words), field.label).toEqual([])
    }
  })

  it.each(each)('%s shows everybody nothing that is internal', (_, { fields, access }) => {
    const shown = access.public === 'none' ? [] : access.public
    expect(shown.filter((name) => fields[name]?.sensitivity !== 'open')).toEqual([])
  })

  it.each(each)('%s keeps what tells who somebody is or how to reach them encrypted and masked', (_, { fields }) => {
    for (const [name, field] of Object.entries(fields)) {
      if (!/idNumber|contactPhone|contactName|personName|email/.test(name)) continue
      expect(field.sensitivity, name).toMatch(/^(personal|sensitive)$/)
      expect('mask' in field && field.mask, name).toBeTruthy()
    }
  })

  it('name each condition in both languages with its source', () => {
    const conditions = each.flatMap(([id, { conditions: own = {} }]) =>
      Object.entries(own).map(([name, one]) => ({ id, name, ...one })),
    )
    expect(conditions.length).toBeGreaterThan(8)
    expect(
      conditions.filter(({ label, labelEn, meaning, source }) => [label, labelEn, meaning, source].includes('')),
    ).toEqual([])
  })

  it('decide 高价值 by its five grounds', () => {
    const { declaration } = registers.get('patent')
    expect(declaration.conditions?.['high-value']?.grounds).toHaveLength(5)
  })
})

describe('what is in force (有效)', () => {
  const world = worldOf({ registers, indicators, parameters: new Map(), programme: null })

  it.each([
    // printed on the certificate: it holds on that day
    { register: 'standard-certificate', from: 'issuedOn', until: 'validUntil', last: '2025-12-31', holds: true },
    { register: 'trademark', from: 'registeredOn', until: 'expiresOn', last: '2025-12-31', holds: true },
    // 期满终止日, 终止日期: on that day the right is gone
    { register: 'patent', from: 'grantedOn', until: 'expiresOn', last: '2025-12-31', holds: false },
    { register: 'standard-certificate', from: 'issuedOn', until: 'endedOn', last: '2025-12-31', holds: false },
  ])('$register on the day in $until: $holds', ({ register, from, until, last, holds }) => {
    const values = { [from]: '2020-01-02', [until]: last }
    const found = registers.get(register)
    const formula: Formula = {
      measure: 'count',
      register,
      where: { named: 'in-force' },
      window: { kind: 'stock' },
      unit: found.declaration.countUnit,
    }
    const count = (day: string) =>
      evaluate(formula, {
        world,
        records: caseRecords({ [register]: [values] }, registers),
        statistics: { series: 'series', value: 'value', on: 'on', publishedOn: 'publishedOn' },
        day,
        unitId: null,
      })
    expect(count('2025-12-30')).toEqual({ value: 1 })
    expect(count(last)).toEqual({ value: holds ? 1 : 0 })
    expect(count('2026-01-01')).toEqual({ value: 0 })
    for (const day of ['2025-12-30', last, '2026-01-01']) {
      expect(isInForce(found, { values, expectedOn: null }, day)).toBe(day === last ? holds : day < last)
    }
  })
})
