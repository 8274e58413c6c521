import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { hashOfToken, newToken } from '../accounts/random-token.ts'
import type { Database } from '../database/database.ts'
import { type DraftState, getDraft, twinDraft } from '../matters/applying/draft-row.ts'
import type { CommandContext, QueryContext } from '../operations/context.ts'
import type { TwinCode, TwinPaired } from './window.schemas.ts'
import { windowErrors } from './window-errors.ts'

/** how long a code is shown, and how long a screen stays with its draft */
const codeMinutes = 10
export const pairedMinutes = 120

/** Without what is mistaken for something else: 0 O 1 I L U V. */
const signs = '23456789ABCDEFGHJKMNPQRSTWXYZ'
const signsInCode = 8

/**
 * 副屏: the applicant's own screen, or their telephone, joins one form at the window by a code that the desk shows. Eight
 * signs of 29 (39 bits) for ten minutes, good for one screen.
 *
 * @param draft locked
 */
export async function showTwinCode(context: CommandContext, draft: DraftState): Promise<TwinCode> {
  const code = Array.from({ length: signsInCode }, () => signs[randomInt(signs.length)]).join('')
  const expiresAt = new Date(context.now.getTime() + codeMinutes * 60_000)
  await setTwin(context, draft.id, { twin_hash: hashOfCode(code), twin_expires_at: expiresAt, twin_seen_at: null })
  return {
    code: `${code.slice(0, 4)}-${code.slice(4)}`,
    path: `/twin?code=${code}`,
    expiresAt: expiresAt.toISOString(),
  }
}

/**
 * Pairs a screen. The code is used up: whoever read it over a shoulder comes too late.
 *
 * @returns the token for the cookie of that screen
 * @throws window.twinCodeWrong
 */
export async function pairTwin(context: CommandContext, typed: string): Promise<{ token: string; paired: TwinPaired }> {
  const { tx, jurisdiction, now } = context
  const code = typed.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '')
  const { rows } = await sql<{ id: string }>`
    select id from matter_draft
    where jurisdiction = ${jurisdiction} and twin_hash = ${hashOfCode(code)} and twin_expires_at > ${now}
      and twin_seen_at is null and matter_id is null
    for update`.execute(tx)
  const [draft] = rows
  if (draft === undefined) throw windowErrors.twinCodeWrong({})
  const token = newToken()
  const expiresAt = new Date(now.getTime() + pairedMinutes * 60_000)
  await setTwin(context, draft.id, { twin_hash: hashOfToken(token), twin_expires_at: expiresAt, twin_seen_at: now })
  return { token, paired: { draftId: draft.id, expiresAt: expiresAt.toISOString() } }
}

/** The draft to which a screen with this token was paired; undefined when that is over. */
export async function findTwin(
  database: Database,
  jurisdiction: string,
  token: string,
  now: Date,
): Promise<{ readonly draftId: string } | undefined> {
  return database.inJurisdiction(jurisdiction, 'read', async (tx) => {
    const { rows } = await sql<{ draftId: string }>`
      select id as "draftId" from matter_draft
      where jurisdiction = ${jurisdiction} and twin_hash = ${hashOfToken(token)} and twin_expires_at > ${now}
        and twin_seen_at is not null and matter_id is null`.execute(tx)
    return rows[0]
  })
}

export async function endTwin(context: CommandContext, draftId: string): Promise<void> {
  await setTwin(context, draftId, { twin_hash: null, twin_expires_at: null, twin_seen_at: null })
}

/** @throws window.notPaired, draft.unknown */
export async function draftOfTwin(context: QueryContext, lock = false): Promise<DraftState> {
  return getDraft(context, pairedDraft(context), { lock, where: twinDraft(context) })
}

/** @throws window.notPaired */
export function pairedDraft({ actor }: QueryContext): string {
  if (actor.twin === undefined) throw windowErrors.notPaired({})
  return actor.twin.draftId
}

async function setTwin(
  context: CommandContext,
  draftId: string,
  change: { twin_hash: string | null; twin_expires_at: Date | null; twin_seen_at: Date | null },
): Promise<void> {
  await context.tx
    .updateTable('matter_draft')
    // Another revision, so that the desk sees at once that a screen has come or gone.
    .set((eb) => ({ ...change, revision: eb('revision', '+', 1) }))
    .where('jurisdiction', '=', context.jurisdiction)
    .where('id', '=', draftId)
    .execute()
  // Which screen shows a form is nothing that anybody did to it.
  context.unchanged()
}

function hashOfCode(code: string): string {
  return hashOfToken(`pairing ${code}`)
}
