import Type, { type Static } from 'typebox'
import { Id, Instant, Nullable } from '../plan/programme.schemas.ts'

/** A draw 抽取 as it is read; `engines/draw/README.md` says how it is computed again. */
const Person = Type.Object({ id: Id, label: Type.String() })

export const DrawRow = Type.Object({
  id: Id,
  purpose: Type.String(),
  subjectKind: Type.String(),
  subjectId: Type.String(),
  wanted: Type.Integer(),
  reserves: Type.Integer(),
  candidates: Type.Integer(),
  excluded: Type.Integer(),
  /** SHA-256 of the seed, fixed before */
  commitment: Type.String(),
  committedAt: Instant,
  committedBy: Type.String(),
  drawnAt: Nullable(Instant),
  drawnBy: Nullable(Type.String()),
  demonstration: Type.Boolean(),
})
export type DrawRow = Static<typeof DrawRow>

export const DrawDetail = Type.Object({
  ...DrawRow.properties,
  /** exactly what the digest was computed over, as canonical JSON */
  inputs: Type.Object({
    candidates: Type.Array(Person),
    excluded: Type.Array(Type.Object({ id: Id, reason: Type.String() })),
    wanted: Type.Integer(),
    reserves: Type.Integer(),
  }),
  inputsDigest: Type.String(),
  /** null until it was drawn */
  result: Nullable(
    Type.Object({
      seed: Type.String(),
      publicValue: Type.String(),
      drawn: Type.Array(Person),
      reserves: Type.Array(Person),
      steps: Type.Array(Type.Object({ among: Type.Integer(), place: Type.Integer(), id: Id })),
      /** fewer were left than were wanted */
      tooFew: Type.Boolean(),
    }),
  ),
  /** computed again now; empty: everything fits. Null until it was drawn */
  faults: Nullable(Type.Array(Type.Object({ fault: Type.Enum(['seed', 'inputs', 'result']), words: Type.String() }))),
})
export type DrawDetail = Static<typeof DrawDetail>
