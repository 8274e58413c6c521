import Type, { type TSchema } from 'typebox'
import { describe, expect, it } from 'vitest'
import type { QxError } from '../errors/define-errors.ts'
import { checkInput } from './check-input.ts'

const Nullable = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])
const input = Type.Object({
  name: Type.Optional(Type.String({ minLength: 2, maxLength: 5 })),
  count: Type.Optional(Nullable(Type.Integer({ minimum: 1 }))),
  open: Type.Optional(Type.Boolean()),
  kinds: Type.Optional(Type.Array(Type.Enum(['apple', 'pear']))),
  content: Type.Optional(
    Type.Object({ value: Type.Number(), high: Nullable(Type.Number()), note: Nullable(Type.String()) }),
  ),
})

const check = (raw: unknown) => checkInput({ input }, raw)
const problemsOf = (raw: unknown) => {
  try {
    check(raw)
  } catch (error) {
    return (error as QxError).problems.map(({ path, message }) => `${path} ${message.zh}`)
  }
  throw new Error('was taken')
}

describe('input of an operation', () => {
  it('leaves null as null: not 0, not an empty text', () => {
    const raw = { count: null, content: { value: 0, high: null, note: null } }
    expect(check(raw)).toEqual(raw)
  })

  it('reads numbers, yes and no, and single values of lists from texts, as an address or a command line gives them', () => {
    expect(check({ count: '12', open: 'true', kinds: 'apple' })).toEqual({ count: 12, open: true, kinds: ['apple'] })
  })

  it('reads no numbers from texts inside of a body', () => {
    expect(problemsOf({ content: { value: '5', high: null, note: null } })).toEqual([
      '/content/value “value”应为数字。',
    ])
  })

  it.each([
    [{ name: 'a' }, '/name “name”不能为空（至少 2 个字符）。'],
    [{ name: 'abcdef' }, '/name “name”太长，最多 5 个字符。'],
    [{ count: '1e3' }, '/count “count”应为整数。'],
    [{ count: 0 }, '/count “count”不能小于 1。'],
    [{ open: 'maybe' }, '/open “open”应为是或否。'],
    [{ kinds: ['plum'] }, '/kinds/0 “0”只能是：apple、pear。'],
    [{ nmae: 'abc' }, '/nmae 不认识“nmae”这一项，请去掉。'],
    [{ content: { high: null, note: null } }, '/content/value 缺少“value”，请填写。'],
    [{ name: 'a\u0000b' }, '/name “name”里有无法保存的字符（空字符或残缺的字）。请删去后重新填写。'],
    [
      { content: { value: 1, high: null, note: '\ud800' } },
      '/content/note “note”里有无法保存的字符（空字符或残缺的字）。请删去后重新填写。',
    ],
    ['text', ' “输入”应为对象。'],
    [[1], ' “输入”应为对象。'],
  ])('refuses %j with one sentence', (raw, problem) => {
    expect(problemsOf(raw)).toEqual([problem])
  })

  it('tells every problem at once, each at its place', () => {
    expect(
      problemsOf({ name: '', count: -1, other: 1 })
        .map((line) => line.split(' ')[0])
        .sort(),
    ).toEqual(['/count', '/name', '/other'])
  })

  it('takes nothing as an empty input, and changes nothing of what it was given', () => {
    expect(check(undefined)).toEqual({})
    const raw = Object.freeze({ count: '3' })
    expect(check(raw)).toEqual({ count: 3 })
    expect(raw).toEqual({ count: '3' })
  })

  it('is not led to the inside of objects', () => {
    expect(problemsOf(JSON.parse('{"__proto__": {"name": "abc"}}'))).toHaveLength(1)
  })
})
