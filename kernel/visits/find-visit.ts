import type { Visit } from '../accounts/actor.ts'
import { publicActor } from '../accounts/actor.ts'
import { browserOf } from '../accounts/browser.ts'
import { hashOfToken } from '../accounts/random-token.ts'
import type { Bearer } from '../accounts/session.ts'
import type { Database } from '../database/database.ts'
import { recordEntry } from '../journal/record-entry.ts'
import type { VisitView } from './visits.schemas.ts'

export interface FoundVisit {
  readonly visit: Visit
  readonly view: VisitView
}

/**
 * The visit that a token opens; undefined when it is unknown, over, or was taken along to another browser. In the last
 * case it ends for everybody, as a session does, and the journal says so.
 */
export async function findVisit(
  database: Database,
  jurisdiction: string,
  bearer: Bearer,
  now: Date,
): Promise<FoundVisit | undefined> {
  const row = await database.inJurisdiction(jurisdiction, 'read', (tx) =>
    tx
      .selectFrom('visit')
      .select(['id', 'phone_blind', 'phone_cipher', 'phone_masked', 'browser', 'expires_at'])
      .where('jurisdiction', '=', jurisdiction)
      .where('token_hash', '=', hashOfToken(bearer.token))
      .where('expires_at', '>', now)
      .where('ended_at', 'is', null)
      .executeTakeFirst(),
  )
  if (row === undefined) return undefined
  const usedFrom = browserOf(bearer.userAgent)
  if (row.browser !== usedFrom) {
    await endTakenAlong(database, jurisdiction, { id: row.id, openedIn: row.browser, usedFrom }, bearer, now)
    return undefined
  }
  const isAnonymous = row.phone_cipher === null
  return {
    visit: {
      id: row.id,
      phoneBlind: row.phone_blind,
      phoneMasked: row.phone_masked,
      ...(isAnonymous ? { isAnonymous } : {}),
    },
    view: {
      id: row.id,
      isAnonymous,
      phoneMasked: isAnonymous ? null : row.phone_masked,
      expiresAt: row.expires_at.toISOString(),
    },
  }
}

async function endTakenAlong(
  database: Database,
  jurisdiction: string,
  { id, openedIn, usedFrom }: { id: string; openedIn: string; usedFrom: string },
  { address, requestId }: Bearer,
  now: Date,
): Promise<void> {
  await database.inJurisdiction(jurisdiction, 'write', async (tx) => {
    const ended = await tx
      .updateTable('visit')
      .set({ ended_at: now })
      .where('jurisdiction', '=', jurisdiction)
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    if (ended.numUpdatedRows === 0n) return
    const occasion = { jurisdiction, actor: publicActor(address), command: 'visit.takenAlong', requestId, now }
    await recordEntry(tx, occasion, {
      subject: { kind: 'visit', id },
      before: { browser: openedIn },
      after: { ended: true, usedFrom },
      reason: '临时凭证在另一个浏览器上使用，已结束',
    })
  })
}
