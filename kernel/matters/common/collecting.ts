import { sql } from 'kysely'
import { matterErrors } from '../matter-errors.ts'
import { type CommonPlan, type CommonRequest, textOf } from './common-request.ts'

/**
 * 登记领取: a document was handed over at the window, on what day, by whom and to whom; it stands in the list of acts.
 * What was revoked is handed over no more.
 *
 * @throws matter.documentNotHere
 */
export async function collect({ context, matter, input }: CommonRequest): Promise<CommonPlan> {
  const { tx, jurisdiction } = context
  const document = textOf(input, 'document')
  const { rows } = await sql`
    select from matter_document where jurisdiction = ${jurisdiction} and matter_id = ${matter.id} and number = ${document}
      and revoked_at is null`.execute(tx)
  if (rows.length === 0) throw matterErrors.documentNotHere({ number: matter.number, document })
  return {}
}
