import type { CommandContext } from '../../operations/context.ts'
import type { DraftState } from './draft-row.ts'
import { draftSettings } from './draft-settings.ts'

const day = 24 * 3_600_000

/** Until when a draft is kept from now on: by the way in which it was begun, counted from the last touch. */
export function keptUntil(
  { county, now }: Pick<CommandContext, 'county' | 'now'>,
  entrance: DraftState['entrance'],
): Date {
  const { keptDays } = draftSettings(county)
  const days = entrance === 'staff' ? keptDays.account : keptDays[entrance]
  return new Date(now.getTime() + days * day)
}

/** Somebody changed a draft: another revision, and kept anew. Whoever types on another screen sees it by the number. */
export async function touchDraft(
  context: CommandContext,
  draft: Pick<DraftState, 'id' | 'revision' | 'entrance'>,
  change: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const { tx, jurisdiction, now } = context
  await tx
    .updateTable('matter_draft')
    .set({ revision: draft.revision + 1, updated_at: now, expires_at: keptUntil(context, draft.entrance), ...change })
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', draft.id)
    .execute()
  context.unchanged()
}
