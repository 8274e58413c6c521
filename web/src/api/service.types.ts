/** Services and matters as they are read over HTTP, by the names by which the pages call them. */

export type {
  CountedDay,
  DocumentRow,
  DraftRow,
  DraftView,
  FlowPicture,
  FormFieldRow,
  FormStepRow,
  LengthRow,
  LimitRow,
  MaterialRow,
  MaterialSpec,
  MatterStatus,
  NextAct,
  ServiceGuide,
  ServiceRow,
  SourceRow,
} from './types.gen.ts'

export type Entrance = 'account' | 'visit' | 'anonymous' | 'window' | 'staff'

/** The same tree as the server evaluates; it decides. */
export type FormCondition =
  | { readonly field: string; readonly is: string | boolean }
  | { readonly field: string; readonly in: readonly string[] }
  | { readonly field: string; readonly filled: boolean }
  | { readonly all: readonly FormCondition[] }
  | { readonly any: readonly FormCondition[] }
