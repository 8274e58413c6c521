import type { Operation } from '../operations/operation.ts'
import type { Registers } from '../registers/registers.ts'
import { commitImport } from './commit-import.command.ts'
import { decideImportRows } from './decide-import-rows.command.ts'
import { discardImport } from './discard-import.command.ts'
import { faultyRows } from './faulty-rows.query.ts'
import { listImportRows, listImports, showImport } from './import.queries.ts'
import { mapImport } from './map-import.command.ts'
import { decideNameMatch, listNameMatches } from './names/name.operations.ts'
import { startImport } from './start-import.command.ts'
import { undoImport } from './undo-import.command.ts'

/** Everything that may be done about bringing files into registers, and about the names in them. */
export function importOperations(registers: Registers): readonly Operation[] {
  return [
    startImport(registers),
    listImports(registers),
    showImport(registers),
    listImportRows,
    mapImport(registers),
    decideImportRows(registers),
    commitImport(registers),
    undoImport(registers),
    discardImport(registers),
    faultyRows(registers),
    listNameMatches(registers),
    decideNameMatch(registers),
  ]
}
