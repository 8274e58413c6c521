/** Services and matters as they are read over HTTP, by the names by which the pages call them. */

import type { LifeEventRow, ServiceGuide } from './types.gen.ts'

export type {
  DocumentRow,
  DraftRow,
  DraftView,
  FlowPicture,
  FormFieldRow,
  FormStepRow,
  FoundService,
  KeptPromises,
  LifeEventRow,
  LifeEventWay,
  LimitRow,
  MaterialSpec,
  MatterStatus,
  NextAct,
  OutsideOffice,
  PolicyRow,
  PublicationDetail,
  PublicationRow,
  ServiceGuide,
  ServiceRow,
  ServiceSearch,
  SourceRow,
} from './types.gen.ts'

export type GuideLimit = ServiceGuide['limits'][number]
export type LifeQuestion = LifeEventRow['questions'][number]

/** The same tree as the server evaluates; it decides. */
export type FormCondition =
  | { readonly field: string; readonly is: string | boolean }
  | { readonly field: string; readonly in: readonly string[] }
  | { readonly field: string; readonly filled: boolean }
  | { readonly all: readonly FormCondition[] }
  | { readonly any: readonly FormCondition[] }
