import type { Condition } from '@qiangxian/engines/formula/formula.types'
import { describe, expect, it } from 'vitest'
import { assembleRegisters } from './define-register.ts'
import { choice, date, integer, link, oneOf, text } from './fields.ts'
import { inventedDeclarations, inventedRegisters, shelfMark } from './invented-registers.fixture.ts'
import type { RegisterDeclaration } from './register.types.ts'

const sound: RegisterDeclaration = {
  id: 'shelf',
  area: 'services',
  systems: [],
  label: '书架',
  labelEn: 'Shelves',
  recordLabel: '书架',
  countUnit: '个',
  about: '演示',
  source: '演示',
  fields: { name: text('名称', 'Name'), builtOn: date('安装日', 'Built on') },
  key: ['name'],
  title: 'name',
  columns: ['name'],
  access: { public: 'none', units: 'all', editedBy: 'office' },
  retentionYears: null,
}

function problemsOf(changes: Partial<RegisterDeclaration>, ...more: readonly RegisterDeclaration[]): readonly string[] {
  try {
    assembleRegisters({ registers: [{ ...sound, ...changes }, ...more], formats: [shelfMark] })
    return []
  } catch (error) {
    return (error instanceof Error ? error.message : '').split('\n- ').slice(1)
  }
}

const withCondition = (holds: Condition): Partial<RegisterDeclaration> => ({
  conditions: { one: { label: '一', labelEn: 'One', meaning: '演示', source: '演示', holds } },
})

describe('declarations of registers (名录的声明)', () => {
  it('that are sound give tables, columns and who points at whom', () => {
    const registers = inventedRegisters()
    expect(registers.all.map(({ id }) => id)).toEqual(['reader', 'book', 'loan'])
    const book = registers.get('book')
    expect(book.pointedAtBy).toEqual([
      { register: 'book', field: 'sequel' },
      { register: 'loan', field: 'book' },
    ])
    const columns = (register: string, field: string) =>
      registers
        .get(register)
        .fields.get(field)
        ?.columns.map(({ name, type }) => `${name} ${type}`)
    expect(columns('book', 'on')).toEqual(['on_ text'])
    expect(columns('book', 'owners')).toEqual(['owners_names text[]', 'owners_ids text[]'])
    expect(columns('book', 'printedIn')).toEqual(['printed_in date', 'printed_in_precision text'])
    expect(columns('reader', 'phone')).toEqual(['phone_blind text', 'phone_cipher bytea', 'phone_masked text'])
    expect(() => registers.get('nothing')).toThrow(/没有名录“nothing”/)
  })

  it.each<[string, Partial<RegisterDeclaration>, string]>([
    ['an id that is none', { id: 'Shelf' }, 'Shelf: an id is kebab-case'],
    ['a table of the kernel', { id: 'journal' }, 'journal: the kernel has a table “journal” of its own'],
    ['a word of SQL', { id: 'order' }, 'order: “order” is a word of SQL'],
    ['a key that is no field', { key: ['number'] }, 'shelf.key: there is no field “number”'],
    ['a title that is no field', { title: 'x' }, 'shelf.title: there is no field “x”'],
    ['a column that is no field', { columns: ['x'] }, 'shelf.columns: there is no field “x”'],
    [
      'a validity that is no day',
      { validity: { from: 'name', until: [] } },
      'shelf.validity.from: “name” is text, it must be date',
    ],
    ['a unit from no link', { unitFrom: 'name' }, 'shelf.unitFrom: “name” is text, it must be link or links'],
    [
      'an unknown format',
      { fields: { name: text('名称', 'Name', { format: 'isbn' }) } },
      'shelf.fields.name.format: there is no format “isbn”',
    ],
    [
      'a link to nowhere',
      { fields: { name: text('名称', 'Name'), owner: link('主人', 'Owner', 'person') } },
      'shelf.fields.owner.register: there is no register “person”',
    ],
    [
      'personal data that is no text',
      { fields: { name: text('名称', 'Name'), age: integer('年龄', 'Age', { sensitivity: 'personal' }) } },
      'shelf.fields.age.sensitivity: only text can be personal data, and this is integer',
    ],
    [
      'personal data for everybody',
      {
        fields: { name: text('名称', 'Name', { sensitivity: 'personal' }) },
        access: { public: ['name'], units: 'all', editedBy: 'office' },
      },
      'shelf.access.public: “name” is personal data and is never shown to everybody',
    ],
    [
      'a field that every record has',
      { fields: { name: text('名称', 'Name'), reason: text('原因', 'Reason') } },
      'shelf.fields.reason: every record has “reason” already; call the field otherwise',
    ],
    [
      'two fields in one column',
      { fields: { name: text('名称', 'Name'), nameName: text('甲', 'A'), 'name-name': text('乙', 'B') } },
      'shelf.fields.name-name: its column “name_name” is also one of “nameName”',
    ],
    [
      'a choice twice',
      {
        fields: {
          name: text('名称', 'Name'),
          kind: choice('种类', 'Kind', [oneOf('a', '甲', 'A'), oneOf('a', '乙', 'B')]),
        },
      },
      'shelf.fields.kind.choices: “a” stands twice',
    ],
    [
      'a condition on no field',
      withCondition({ field: 'x', isSet: true }),
      'shelf.conditions.one.holds: “shelf” has no field “x”',
    ],
    [
      'a condition on an unknown one',
      withCondition({ all: [{ named: 'two' }] }),
      'shelf.conditions.one.holds.all[0].named: “shelf” has no condition “two”',
    ],
    [
      'a condition on itself',
      withCondition({ not: { named: 'one' } }),
      'shelf.conditions.one: it refers to itself, directly or by others',
    ],
    [
      'a condition on a stranger',
      withCondition({ related: 'book', through: 'owners', on: 'boughtOn' }),
      'shelf.conditions.one.holds.through: “book.owners” does not lead here',
    ],
    ['a renaming of what is there', { renamed: { name: 'builtOn' } }, 'shelf.renamed.name: “builtOn” is still a field'],
  ])('are refused with %s', (_what, changes, problem) => {
    expect(problemsOf(changes, ...inventedDeclarations)).toContainEqual(expect.stringContaining(problem))
  })

  it('are refused when one is declared twice, and all problems are named at once', () => {
    const problems = problemsOf({ key: ['x'], title: 'y' }, sound)
    expect(problems).toHaveLength(3)
    expect(problems[0]).toBe('shelf: declared twice')
  })

  it('may name each other in a circle of registers', () => {
    const a: RegisterDeclaration = {
      ...sound,
      id: 'a-side',
      fields: { name: text('名', 'N'), other: link('乙', 'B', 'b-side') },
    }
    const b: RegisterDeclaration = {
      ...sound,
      id: 'b-side',
      fields: { name: text('名', 'N'), other: link('甲', 'A', 'a-side') },
    }
    expect(assembleRegisters({ registers: [a, b], formats: [] }).all).toHaveLength(2)
  })
})
