import { expect, it } from 'vitest'
import { refusalsOf, withoutTitle } from './refusals.ts'

const items = ['a', 'b', 'c'].map((dutyId) => ({ dutyId, revision: 1 }))

it('gives each refusal to the report that it is about', () => {
  const problems = [
    { path: '/items/0', message: '已核定' },
    { path: '/items/2/value', message: '没有填数值' },
    { path: '/items/2/cutoffOn', message: '没有填日期' },
    { path: '/reason', message: '写明理由' },
  ]
  const found = refusalsOf({ problems }, items)
  expect(Object.fromEntries(found)).toEqual({ a: ['已核定'], c: ['没有填数值', '没有填日期'] })
})

it('finds none where nothing was refused', () => expect(refusalsOf(null, items).size).toBe(0))

it('leaves out the name where the message stands at the thing itself', () => {
  expect(withoutTitle('2026年11月 授权量：没有填数值。', '2026年11月 授权量')).toBe('没有填数值。')
  expect(withoutTitle('没有填数值。', '2026年11月 授权量')).toBe('没有填数值。')
})
