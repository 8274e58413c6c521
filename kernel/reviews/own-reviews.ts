import type { Json } from '@qiangxian/engines/canonical-json/canonical-json'
import { sql } from 'kysely'
import { formFields } from '../matters/form/form-fields.ts'
import { isSealedValue } from '../matters/form/sealed-values.ts'
import { wordsOf } from '../matters/form/value-words.ts'
import { matterVersion } from '../matters/versions.ts'
import type { QueryContext } from '../operations/context.ts'
import { recordsOfActor } from './expert-accounts.ts'
import { reviewErrors } from './review-errors.ts'
import { isReviewed, type ReviewedDeclaration } from './review-panel.ts'
import type { OwnReview, OwnReviewRow } from './reviews.schemas.ts'

/** A review as it stands, with the matter that is behind it and that its expert does not see. */
export interface StoredReview {
  readonly id: string
  readonly matterId: string
  readonly expertRecord: string
  readonly code: string
  readonly drawId: string | null
  readonly status: 'asked' | 'recused' | 'submitted' | 'cancelled'
  readonly askedAt: Date
  readonly dueOn: string | null
  readonly submittedAt: Date | null
  readonly total: number | null
  readonly scores: Json | null
  readonly opinion: string | null
  readonly recusedReason: string | null
  readonly type: string
  readonly version: number
  readonly number: string
  readonly unitId: string
  readonly handlerAccount: string | null
  readonly phases: readonly string[]
  readonly values: Readonly<Record<string, unknown>>
  readonly demonstration: boolean
}

/** The reviews that were given to the actor, the open ones first. */
export async function readOwnReviews(
  context: QueryContext,
  { id, lock = false }: { readonly id?: string; readonly lock?: boolean } = {},
): Promise<readonly StoredReview[]> {
  const { tx, jurisdiction } = context
  const records = await recordsOfActor(context)
  if (records.length === 0) return []
  const { rows } = await sql<StoredReview>`
    select r.id, r.matter_id as "matterId", r.expert_record as "expertRecord", r.code, r.draw_id as "drawId", r.status,
      r.asked_at as "askedAt", r.due_on::text as "dueOn", r.submitted_at as "submittedAt", r.total, r.scores, r.opinion,
      r.recused_reason as "recusedReason", m.matter_type as type, m.version, m.number, m.unit_id as "unitId",
      m.handler_account as "handlerAccount", m.phases, m.values, m.demonstration
    from matter_review r join matter m on m.jurisdiction = ${jurisdiction} and m.id = r.matter_id
    where r.jurisdiction = ${jurisdiction} and r.expert_record = any(${[...records]}::text[])
      ${id === undefined ? sql`` : sql`and r.id = ${id}`}
    order by (r.status = 'asked') desc, r.asked_at desc, r.id limit 500
    ${lock ? sql`for update of r` : sql``}`.execute(tx)
  return rows
}

/** @throws review.unknown also where it was given to somebody else */
export async function getOwnReview(
  context: QueryContext,
  id: string,
  options: { readonly lock?: boolean } = {},
): Promise<StoredReview> {
  const [found] = await readOwnReviews(context, { id, ...options })
  if (found === undefined) throw reviewErrors.unknown({ id })
  return found
}

/** The declaration on which the matter behind a review runs. */
export async function reviewedBy(context: QueryContext, review: StoredReview): Promise<ReviewedDeclaration> {
  const declaration = await matterVersion(context, review.type, review.version)
  if (!isReviewed(declaration)) throw reviewErrors.unknown({ id: review.id })
  return declaration
}

export function presentOwnReview(review: StoredReview, typeLabel: string): OwnReviewRow {
  return {
    id: review.id,
    code: review.code,
    typeLabel,
    status: review.status,
    askedAt: review.askedAt.toISOString(),
    dueOn: review.dueOn,
    submittedAt: review.submittedAt?.toISOString() ?? null,
    total: review.total,
  }
}

/** What an expert reads: the fields and files that the declaration shows, and of the applicant nothing. */
export async function presentBlind(context: QueryContext, review: StoredReview): Promise<OwnReview> {
  const declaration = await reviewedBy(context, review)
  const fields = formFields(declaration)
  const shown = declaration.review.shows.flatMap((name) => {
    const placed = fields.get(name)
    const value = review.values[name]
    // A sealed value is somebody's data, whatever the declaration says.
    if (placed === undefined || value === undefined || value === null || isSealedValue(value)) return []
    return [{ label: placed.field.label, words: wordsOf(placed.field, value) }]
  })
  return {
    ...presentOwnReview(review, declaration.label),
    criteria: presentCriteria(declaration),
    shown,
    materials: await materialsShown(context, review, declaration.review.materials),
    scores: review.scores === null ? null : (review.scores as Record<string, number>),
    opinion: review.opinion,
    recusedReason: review.recusedReason,
  }
}

export function presentCriteria({ review }: ReviewedDeclaration): OwnReview['criteria'] {
  return review.criteria.map(({ id, label, about, most }) => ({ id, label, about: about ?? null, most }))
}

async function materialsShown(
  { tx, jurisdiction }: QueryContext,
  { matterId }: StoredReview,
  materials: readonly string[],
): Promise<OwnReview['materials']> {
  if (materials.length === 0) return []
  const { rows } = await sql<OwnReview['materials'][number]>`
    select m.id, m.label, coalesce(m.file_name, e.name) as "fileName", e.id as "evidenceId", b.size::int as bytes
    from matter_material m
    join evidence e on e.jurisdiction = ${jurisdiction} and e.id = m.evidence_id
    join evidence_blob b on b.jurisdiction = ${jurisdiction} and b.sha256 = e.sha256
    where m.jurisdiction = ${jurisdiction} and m.matter_id = ${matterId} and m.material = any(${[...materials]}::text[])
      and m.status <> 'rejected'
    order by m.at, m.id`.execute(tx)
  return rows
}
