import type { CommandContext } from '../operations/context.ts'
import type { ActDeclaration, MatterDeclaration } from './matter.types.ts'
import type { Matters } from './matters.ts'

/**
 * What one act changes elsewhere is done by effects, each in its own file, in the transaction of the act.
 *
 * Order: limits, documents, register entries, publication, notices. Each is given the deed and what those before it did
 * (`deed.so`), and answers what it did itself. The row of the matter is there already when effects run (also at the
 * beginning), and locked; the act and what changes of the matter are written after them in one statement.
 */
export interface MatterEffect {
  /** `limits`, `documents` */
  readonly id: string
  readonly run: (context: CommandContext, deed: Deed) => Promise<EffectOutcome | undefined>
}

/** What an effect did, for those that follow and for whoever acted. */
export interface EffectOutcome {
  /** columns of the matter that lists sort by; the last effect that says one is right */
  readonly due?: MatterDue
  readonly documents?: readonly IssuedDocument[]
  readonly written?: readonly WrittenEntry[]
  readonly publications?: readonly { readonly id: string; readonly title: string }[]
}

/** The nearest running limit, as it stands in the row of the matter. */
export interface MatterDue {
  readonly dueOn: string | null
  readonly dueLimit: string | null
  readonly warnOn: string | null
  readonly isProvisional: boolean
}

export interface IssuedDocument {
  readonly id: string
  /** of the declaration */
  readonly document: string
  readonly number: string
  readonly title: string
}

export interface WrittenEntry {
  readonly register: string
  readonly recordId: string
  readonly label: string
}

/** What effects before this one did. */
export interface DoneSoFar {
  readonly due: MatterDue | undefined
  readonly documents: readonly IssuedDocument[]
  readonly written: readonly WrittenEntry[]
  readonly publications: readonly { readonly id: string; readonly title: string }[]
}

/** Who acts on a matter, as the act keeps it (`matter_act.by_kind`). */
export type ActorKind =
  | 'applicant'
  | 'handler'
  | 'head'
  | 'window'
  | 'expert'
  | 'called'
  | 'clock'
  | 'office'
  | 'system'

/** One thing that is done to a matter, seen by its effects. */
export interface Deed {
  readonly matters: Matters
  /** the version on which the matter began */
  readonly declaration: MatterDeclaration
  /** undefined at the beginning */
  readonly before: MatterState | undefined
  readonly after: MatterState
  readonly act: DoneAct
  /** form fields by name, personal ones in clear: never logged, never put into the journal or an announcement */
  readonly values: Readonly<Record<string, unknown>>
  /** what came with the act, in clear */
  readonly input: Readonly<Record<string, unknown>>
  readonly opinion: string | null
  /**
   * Everything that happened, in order, as declarations name it: `act:accept`, `state:accepted`. The beginning is
   * `act:submit` and the first states; withdrawal, termination, suspension and resumption are `act:withdraw` … as all
   * common acts are.
   */
  readonly events: readonly string[]
  /** names of states, parents of regions among them */
  readonly entered: readonly string[]
  readonly left: readonly string[]
  /** ids of materials that are there, that are missing now, and that may come later */
  readonly materials: MaterialsInHand
  readonly so: DoneSoFar
}

export interface DoneAct {
  readonly id: string
  readonly kind: 'begin' | 'declared' | 'common'
  readonly label: string
  /** undefined for the beginning and for common acts */
  readonly declaration: ActDeclaration | undefined
  readonly ordinal: number
  readonly by: ActorKind
  readonly byLabel: string
}

export interface MaterialsInHand {
  readonly given: readonly string[]
  readonly missing: readonly string[]
  readonly later: readonly string[]
}

/** A matter as its row holds it; values are sealed where they are personal (`form/sealed-values.ts`). */
export interface MatterState {
  readonly id: string
  readonly number: string
  readonly type: string
  readonly version: number
  readonly area: string
  readonly title: string
  readonly snapshot: unknown
  readonly phases: readonly string[]
  readonly status: 'open' | 'suspended' | 'ended'
  readonly turn: 'applicant' | 'unit' | 'expert' | 'other' | null
  readonly outcome: string | null
  readonly unitId: string
  readonly unitName: string
  readonly handlerAccount: string | null
  readonly handlerLabel: string | null
  readonly entrance: 'account' | 'visit' | 'anonymous' | 'window' | 'staff'
  readonly applicantLabel: string
  readonly applicantAccount: string | null
  readonly applicantVisit: string | null
  readonly applicantRecord: string | null
  readonly phoneBlind: string | null
  readonly phoneCipher: Uint8Array | null
  readonly emailCipher: Uint8Array | null
  readonly storedValues: Readonly<Record<string, unknown>>
  readonly dueOn: string | null
  readonly dueLimit: string | null
  readonly urged: number
  readonly actCount: number
  readonly revision: number
  readonly submittedAt: Date
  readonly submittedOn: string
  readonly acceptedOn: string | null
  readonly endedOn: string | null
  readonly lastActAt: Date
  readonly parentId: string | null
  readonly demonstration: boolean
}
