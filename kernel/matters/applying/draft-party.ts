import type { QueryContext } from '../../operations/context.ts'
import { ownerOfVisit } from '../../visits/open-visit.ts'
import { type DraftState, ownerOfDraft } from './draft-row.ts'

/** Who applies by a draft, in clear: for its own form, for the matter that comes of it, and for nothing else. */
export interface DraftParty {
  readonly accountId: string | undefined
  readonly visitId: string | undefined
  /** of the register of entities */
  readonly recordId: string | undefined
  readonly name: string | undefined
  readonly phone: string | undefined
  readonly idNumber: string | undefined
}

/** What a clerk was told of who comes; sealed as one value. */
export interface ToldParty {
  readonly name?: string
  readonly phone?: string
  readonly idNumber?: string
}

export async function partyOfDraft(context: QueryContext, draft: DraftState): Promise<DraftParty> {
  const told = openTold(context, draft)
  return {
    accountId: draft.accountId ?? undefined,
    visitId: draft.visitId ?? undefined,
    recordId: draft.applicantRecord ?? undefined,
    name: told.name ?? (await nameOfAccount(context, draft)),
    phone: told.phone ?? (await phoneOfVisit(context, draft)),
    idNumber: told.idNumber,
  }
}

export function sealTold({ secrets, jurisdiction }: QueryContext, draftId: string, told: ToldParty): Buffer {
  return secrets.seal(JSON.stringify(told), ownerOfDraft(jurisdiction, draftId))
}

function openTold({ secrets, jurisdiction }: QueryContext, { id, partyCipher }: DraftState): ToldParty {
  return partyCipher === null
    ? {}
    : (JSON.parse(secrets.open(partyCipher, ownerOfDraft(jurisdiction, id))) as ToldParty)
}

async function nameOfAccount({ tx, jurisdiction }: QueryContext, { accountId }: DraftState) {
  if (accountId === null) return undefined
  const account = await tx
    .selectFrom('account')
    .select('display_name')
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', accountId)
    .executeTakeFirst()
  return account?.display_name
}

async function phoneOfVisit({ tx, jurisdiction, secrets }: QueryContext, { visitId }: DraftState) {
  if (visitId === null) return undefined
  const visit = await tx
    .selectFrom('visit')
    .select('phone_cipher')
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', visitId)
    .executeTakeFirst()
  const cipher = visit?.phone_cipher ?? null
  return cipher === null ? undefined : secrets.open(cipher, ownerOfVisit(jurisdiction, visitId))
}
