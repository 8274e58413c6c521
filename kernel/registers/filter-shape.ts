import Type from 'typebox'
import { Value } from 'typebox/value'
import { registerErrors } from './register-errors.ts'
import { Filter } from './registers.schemas.ts'

const Filters = Type.Array(Filter, { maxItems: 30 })

/** @throws register.badFilter when it is no list of filters */
export function checkInputShape(given: unknown): readonly Filter[] {
  if (!Value.Check(Filters, given)) {
    throw registerErrors.badFilter({ why: '应为 [{"field","by","value"}] 的列表 / must be a list of those' })
  }
  return given
}
