import type { Operation } from '../operations/operation.ts'
import { bulkOperations } from './bulk.operations.ts'
import { disclosureOperations } from './disclosure.operations.ts'
import { entityOperations } from './entity.operations.ts'
import { mergeOperations } from './merge.operations.ts'
import { mistakeOperations } from './mistake.operations.ts'
import { recordDetailOperations } from './record-detail.operations.ts'
import { recordWriteOperations } from './record-write.operations.ts'
import { registerReadOperations } from './register.operations.ts'
import type { Registers } from './registers.ts'
import { viewOperations } from './view.operations.ts'

/**
 * Everything that can be done with registers, whichever there are: one set of operations serves all of them.
 *
 * @param options.ruleLabel what a rule of data quality is called, for the findings beside a record
 */
export function registerOperations(
  registers: Registers,
  { ruleLabel = () => undefined }: { readonly ruleLabel?: (rule: string) => string | undefined } = {},
): readonly Operation[] {
  return [
    ...registerReadOperations(registers),
    ...recordDetailOperations(registers, ruleLabel),
    ...recordWriteOperations(registers),
    ...bulkOperations(registers),
    ...mergeOperations(registers),
    ...disclosureOperations(registers),
    ...viewOperations(registers),
    ...mistakeOperations(registers),
    ...entityOperations(registers),
  ]
}
