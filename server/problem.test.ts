import { databaseErrors } from '@qiangxian/kernel/database/database-errors'
import { operationErrors } from '@qiangxian/kernel/operations/operation-errors'
import { describe, expect, it } from 'vitest'
import { problemFrom } from './problem.ts'

describe('what is answered when something cannot be done (RFC 9457)', () => {
  it('has code, words, status and request id, in the language of the reader', () => {
    const error = operationErrors.notFound({ what: { zh: '单位', en: 'unit' }, id: 'x1' })
    expect(problemFrom(error, 'r1', 'zh')).toEqual({
      type: '/api/errors/operation.notFound',
      title: '没有找到',
      status: 404,
      code: 'operation.notFound',
      detail: '没有找到单位“x1”，或者您无权查看。请从列表中重新选择。',
      requestId: 'r1',
    })
    expect(problemFrom(error, 'r1', 'en')).toMatchObject({
      title: 'Not found',
      detail: expect.stringMatching(/^There is no unit/),
    })
  })

  it.each([
    new Error('connection to 10.0.0.5 with password geheim failed'),
    new TypeError("Cannot read properties of undefined (reading 'geheim')"),
    Object.assign(new Error('duplicate key value (geheim)'), { code: '23505' }),
    'geheim',
    undefined,
  ])('says nothing of the inside of an error that is not ours: %s', (error) => {
    const problem = problemFrom(error, 'r1', 'zh')
    expect(problem).toMatchObject({ status: 500, code: 'unexpected' })
    expect(JSON.stringify(problem)).not.toMatch(/geheim|10\.0\.0\.5/)
    expect(problem.detail).toMatch(/请求编号/)
  })

  it.each(['ECONNREFUSED', 'ECONNRESET', '57P01', '57P02', '57P03', '08006'])(
    'calls %s a database that is away',
    (code) => {
      expect(problemFrom(Object.assign(new Error('x'), { code }), 'r1', 'zh')).toMatchObject({
        ...{ status: 503, code: 'database.away', retryAfterSeconds: 5 },
      })
    },
  )

  it('does not say that nothing was saved where nobody knows', () => {
    const problem = problemFrom(databaseErrors.outcomeUnknown({}), 'r1', 'zh')
    expect(problem).toMatchObject({ status: 503, code: 'database.outcomeUnknown' })
    expect(problem.detail).toContain('可能已保存')
  })
})
