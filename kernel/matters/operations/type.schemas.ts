import Type, { type Static } from 'typebox'
import { Id, Instant, Nullable } from '../../plan/programme.schemas.ts'
import { FlowPicture, FormStepRow, MaterialSpec, SourceRow } from '../matters.schemas.ts'

/** A kind of matter in a list: what it is, on which version new ones begin, and whether they are taken. */
export const MatterTypeRow = Type.Object({
  id: Type.String(),
  area: Type.String(),
  systems: Type.Array(Type.String()),
  label: Type.String(),
  labelEn: Type.String(),
  about: Type.String(),
  entrances: Type.Array(Type.String()),
  /** null: not written down yet */
  version: Nullable(Type.Integer()),
  publishedAt: Nullable(Instant),
  /** false: the program no longer declares it, and those in hand go on to their end */
  isDeclared: Type.Boolean(),
  /** the program declares something else than the newest version: it waits to be published */
  isChanged: Type.Boolean(),
  isOpen: Type.Boolean(),
  closedBecause: Nullable(Type.String()),
  states: Type.Integer(),
  limits: Type.Array(Type.String()),
  registers: Type.Array(Type.String()),
})
export type MatterTypeRow = Static<typeof MatterTypeRow>

export const MatterTypeDetail = Type.Object({
  ...MatterTypeRow.properties,
  declaration: Type.Unknown({ description: 'MatterDeclaration, as it is in force' }),
  versions: Type.Array(
    Type.Object({ version: Type.Integer(), publishedAt: Instant, reason: Type.String(), byLabel: Type.String() }),
  ),
  form: Type.Array(FormStepRow),
  materials: Type.Array(MaterialSpec),
  sources: Type.Array(SourceRow),
  flow: FlowPicture,
})
export type MatterTypeDetail = Static<typeof MatterTypeDetail>

export const VersionEffectView = Type.Object({
  type: Type.String(),
  label: Type.String(),
  fromVersion: Nullable(Type.Integer()),
  /** null: what the program declares and nobody has published */
  toVersion: Nullable(Type.Integer()),
  differences: Type.Array(
    Type.Object({
      kind: Type.String(),
      id: Type.String(),
      label: Type.String(),
      before: Nullable(Type.String()),
      after: Nullable(Type.String()),
      words: Type.String(),
    }),
  ),
  inHand: Type.Array(
    Type.Object({
      version: Type.Integer(),
      phase: Type.String(),
      label: Type.String(),
      count: Type.Integer(),
      isGone: Type.Boolean(),
    }),
  ),
  drafts: Type.Integer(),
  /** the whole in sentences */
  words: Type.Array(Type.String()),
  /** to be given back when it is published */
  seen: Type.String(),
})
export type VersionEffectView = Static<typeof VersionEffectView>

export const ServiceState = Type.Object({
  type: Type.String(),
  isOpen: Type.Boolean(),
  reason: Type.String(),
  changedAt: Instant,
  byLabel: Type.String(),
})

export const GivenMaterialInput = Type.Object({
  material: Type.String({ maxLength: 64 }),
  evidenceId: Id,
  fileName: Type.String({ minLength: 1, maxLength: 200 }),
  note: Type.Optional(Type.String({ maxLength: 500 })),
})

export const MatterOutcome = Type.Object({
  matterId: Id,
  number: Type.String(),
  revision: Type.Integer(),
  phases: Type.Array(Type.String()),
  status: Type.Enum(['open', 'suspended', 'ended']),
  act: Type.String(),
  label: Type.String(),
  ordinal: Type.Integer(),
  wasDone: Type.Boolean(),
  documents: Type.Array(Type.Object({ id: Id, document: Type.String(), number: Type.String(), title: Type.String() })),
  written: Type.Array(Type.Object({ register: Type.String(), recordId: Id, label: Type.String() })),
})
