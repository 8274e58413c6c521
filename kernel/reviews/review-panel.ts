import type { DrawInputs } from '@qiangxian/engines/draw/draw'
import { candidatesOf, drawInputs } from '../draws/candidates.ts'
import type { MatterState } from '../matters/effects.types.ts'
import type { MatterDeclaration, ReviewDeclaration } from '../matters/matter.types.ts'
import type { QueryContext } from '../operations/context.ts'
import { foldedKey } from '../registers/prepare-record.ts'
import type { StoredRecord } from '../registers/record.types.ts'
import type { Registers } from '../registers/registers.ts'
import { accountsOf } from './expert-accounts.ts'

/** What a draw of reviewers stands under, so that what follows it is known. */
export const reviewSubject = 'matter-review'

export type ReviewedDeclaration = MatterDeclaration & { readonly review: ReviewDeclaration }

export function isReviewed(declaration: MatterDeclaration): declaration is ReviewedDeclaration {
  return declaration.review !== undefined
}

/**
 * The list from which reviewers of a matter are drawn, and who stands aside (回避): who is employed by the applicant or
 * acts for it, who was asked before, and whom the officer names with a reason.
 */
export async function panelInputs(
  context: QueryContext,
  registers: Registers,
  { review }: ReviewedDeclaration,
  matter: MatterState,
  named: readonly { readonly id: string; readonly reason: string }[],
  reserves: number,
): Promise<DrawInputs> {
  const candidates = await candidatesOf(context, registers, review.from.register)
  const asked = await askedBefore(context, matter.id)
  const accounts = await accountsOf(
    context,
    review.from.register,
    candidates.map(({ id }) => id),
  )
  const applicants = new Set([foldedKey(matter.applicantLabel)])
  const reasons = new Map<string, string>()
  for (const candidate of candidates) {
    const reason = asideBecause(candidate, review, applicants, {
      acts: matter.applicantAccount !== null && accounts.get(candidate.id)?.includes(matter.applicantAccount) === true,
      asked: asked.has(candidate.id),
    })
    if (reason !== undefined) reasons.set(candidate.id, reason)
  }
  for (const { id, reason } of named) reasons.set(id, reasons.get(id) ?? reason)
  const excluded = [...reasons].map(([id, reason]) => ({ id, reason }))
  excluded.sort((a, b) => (a.id < b.id ? -1 : 1))
  const { label } = registers.get(review.from.register).declaration
  const wanted = review.experts - [...asked.values()].filter((status) => status !== 'recused').length
  return drawInputs(label, candidates, { excluded, wanted: Math.max(wanted, 1), reserves })
}

/** Why a candidate stands aside; undefined where nothing speaks against. Pure. */
export function asideBecause(
  { values }: Pick<StoredRecord, 'values'>,
  { from }: ReviewDeclaration,
  applicants: ReadonlySet<string>,
  { acts, asked }: { readonly acts: boolean; readonly asked: boolean },
): string | undefined {
  if (asked) return '已抽中过'
  if (acts) return '申请人本人'
  const employer = values[from.employer]
  const name = typeof employer === 'string' ? employer : nameOfLink(employer)
  if (name !== undefined && applicants.has(foldedKey(name))) return '任职单位是申请人'
  return undefined
}

function nameOfLink(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
    ? value.name
    : undefined
}

async function askedBefore({ tx, jurisdiction }: QueryContext, matterId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('matter_review')
    .select(['expert_record', 'status'])
    .where('jurisdiction', '=', jurisdiction)
    .where('matter_id', '=', matterId)
    .execute()
  return new Map(rows.map(({ expert_record, status }) => [expert_record, status]))
}
