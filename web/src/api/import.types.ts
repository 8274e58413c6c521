import type { FieldChange } from './register.types.ts'
import type { Sentence } from './types.gen.ts'

/** A file that is brought into a register 导入, as it is read and decided over HTTP. */

export type ImportStatus =
  | 'mapping'
  | 'reading'
  | 'ready'
  | 'committing'
  | 'committed'
  | 'undoing'
  | 'undone'
  | 'failed'
  | 'discarded'

export interface ImportCounts {
  readonly new: number
  readonly changed: number
  readonly same: number
  readonly faulty: number
  readonly doubtful: number
}

export interface ImportFault {
  readonly sheet: string
  readonly row: number
  readonly column: string
  readonly field: string | null
  readonly value: string
  readonly code: string
  readonly message: Sentence
  readonly remedy: Sentence
}

export interface SheetColumn {
  readonly index: number
  readonly letter: string
  readonly heading: string
  readonly field: string | null
  readonly confidence: number
  readonly why: 'label' | 'alias' | 'learned' | 'content' | 'similar' | 'decided' | 'none'
  readonly samples: readonly string[]
}

export interface SheetLayout {
  readonly sheet: string
  readonly taken: boolean
  readonly headRow: number
  readonly headRows: number
  readonly columns: readonly SheetColumn[]
}

export interface ImportRun {
  readonly id: string
  readonly register: string
  readonly registerLabel: string
  readonly fileName: string
  readonly evidenceId: string
  readonly format: 'xlsx' | 'csv' | 'json' | 'st96'
  readonly status: ImportStatus
  readonly counts: ImportCounts
  readonly rowsDone: number
  readonly rowsTotal: number | null
  readonly progress: number
  readonly secondsLeft: number | null
  readonly sheets: readonly SheetLayout[]
  readonly missingFields: readonly { readonly field: string; readonly label: string }[]
  readonly trouble: Sentence | null
  readonly startedAt: string
  readonly endedAt: string | null
  readonly byLabel: string
  readonly undoReason: string | null
  readonly may: {
    readonly map: boolean
    readonly commit: boolean
    readonly undo: boolean
    readonly discard: boolean
  }
}

export interface ImportRowView {
  readonly sheet: string
  readonly row: number
  readonly verdict: 'faulty' | 'doubtful' | 'changed'
  readonly label: string
  readonly recordId: string | null
  readonly written: Readonly<Record<string, string>>
  readonly faults: readonly ImportFault[]
  readonly changes: readonly FieldChange[]
  readonly decision: 'take' | 'skip' | null
}

export interface NameMatch {
  readonly id: string
  readonly register: string
  readonly registerLabel: string
  readonly written: string
  readonly status: 'open' | 'decided' | 'none'
  readonly candidates: readonly {
    readonly recordId: string
    readonly name: string
    readonly confidence: number
    readonly why: Sentence
  }[]
  readonly decidedFor: { readonly id: string; readonly label: string } | null
  readonly confidence: number | null
  readonly uses: number
  readonly firstSeenAt: string
  readonly byLabel: string | null
}
