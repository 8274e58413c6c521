/** A file that is brought into a register 导入, as it is read and decided over HTTP. */

export type {
  ImportCounts,
  ImportRowView,
  ImportRun,
  NameMatch,
  RunStatus,
  SheetColumn,
  SheetLayout,
} from './types.gen.ts'
