import type { Announcement } from '../outbox/announcement.ts'
import type { RecordValues } from '../registers/record.types.ts'
import type { Capacity } from './capacities.ts'
import type { Move } from './chart/chart.ts'
import type { ActDeclaration, FormField } from './matter.types.ts'

/** An act that was looked at and may be done: what is to be written of it. */
export interface PlannedAct {
  readonly id: string
  readonly kind: 'declared' | 'common'
  readonly label: string
  readonly declaration: ActDeclaration | undefined
  readonly capacity: Capacity
  /** left out: the matter stays where it is */
  readonly move?: Move
  readonly input: RecordValues
  /** what the input is declared by; personal values of it are sealed */
  readonly fields: Readonly<Record<string, FormField>>
  readonly opinion: string | null
  readonly forApplicant: boolean
  readonly changes: MatterChanges
  readonly announcements: readonly Announcement[]
  /** what else is written, once the act has its place in the list */
  readonly also?: () => Promise<void>
}

/** What an act changes of the matter besides where it stands. */
export interface MatterChanges {
  readonly handlerAccount?: string | null
  readonly handlerLabel?: string | null
  readonly unitId?: string
  readonly unitName?: string
  readonly urged?: number
  /** form fields that were corrected, in clear */
  readonly values?: RecordValues
}
