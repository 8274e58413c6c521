import type { Operation } from '@qiangxian/kernel/operations/operation'
import { listIdentifierChecks } from './identifier-checks.query.ts'

/** Identifiers 编号: what every number that registers hold is checked by, for whoever wants to check one. */
export const identifiers = {
  id: 'identifiers',
  area: 'management',
  label: '编号校验',
  operations: [listIdentifierChecks] satisfies readonly Operation[],
}
