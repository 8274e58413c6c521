import { mediaTypeOfAnswer } from '@qiangxian/kernel/operations/file-answer'
import { expect, it } from 'vitest'
import { serializerOf } from './answer-serializer.ts'
import { operations } from './operations.ts'

const written = operations.filter(({ output }) => mediaTypeOfAnswer(output) === undefined)

it.each(written.map(({ id, output, route }) => ({ id, output, route })))(
  'an answer of $id can be written by its declaration',
  ({ output, route }) => {
    expect(serializerOf({ schema: output, method: route.method, url: route.path })).toBeTypeOf('function')
  },
)
