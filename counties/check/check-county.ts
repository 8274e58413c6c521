import type { FieldProblem } from '@qiangxian/kernel/errors/define-errors'
import type { County } from '../county.types.ts'
import { countySchema } from '../schema/county.schema.ts'
import { shapeProblems } from './shape-problems.ts'

export type CountyCheck =
  | { readonly kind: 'sound'; readonly county: County }
  | { readonly kind: 'broken'; readonly problems: readonly FieldProblem[] }

export function checkCounty(value: unknown): CountyCheck {
  const problems = shapeProblems(countySchema, value)
  if (problems.length > 0) return { kind: 'broken', problems }
  return { kind: 'sound', county: value as County }
}
