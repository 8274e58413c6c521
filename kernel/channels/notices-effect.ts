import { fillText } from '../documents/fill.ts'
import { fillingOf } from '../documents/filling-of-deed.ts'
import type { Deed, MatterEffect, MatterState } from '../matters/effects.types.ts'
import type { MatterDeclaration, NoticeDeclaration } from '../matters/matter.types.ts'
import type { CommandContext } from '../operations/context.ts'
import { announce } from '../outbox/announce.ts'
import type { Recipients } from '../outbox/announcement.ts'
import { announceToApplicant } from './announce-to-applicant.ts'

/** Tells people what a declaration says they are told, when it happens. Last of the effects: it names what they did. */
export const noticesEffect: MatterEffect = {
  id: 'notices',
  run: async (context, deed) => {
    await announceNotices(context, deed, deed.events)
    return undefined
  },
}

/**
 * Sends the notices of some events: of an act (`act:accept`, `state:waiting`), or of the clock (`limit:decide/warn`,
 * `limit:decide/missed`), for which the caller makes a deed whose act is the clock's.
 *
 * @param key where the same event must not be told twice, as by a job that runs again: the event is added to it
 */
export async function announceNotices(
  context: CommandContext,
  deed: Deed,
  events: readonly string[],
  key?: string,
): Promise<void> {
  const due = deed.declaration.notices.filter(({ on }) => events.includes(on))
  if (due.length === 0) return
  const { words } = await fillingOf(context, deed, { masked: true })
  // What is not filled is left out of a notice: it says enough without, and must not hold back the act.
  const said = (name: string) => words(name) ?? ''
  for (const notice of due) {
    const title = fillText(notice.title, said).text
    const body = fillText(notice.body, said).text
    await tell(context, deed, notice, { title, body, ...(key === undefined ? {} : { key: `${key}:${notice.on}` }) })
  }
}

interface Told {
  readonly title: string
  readonly body: string
  readonly key?: string
}

async function tell(context: CommandContext, deed: Deed, notice: NoticeDeclaration, told: Told): Promise<void> {
  const { after, declaration } = deed
  const kind = kindOf(declaration, notice)
  if (notice.to === 'applicant') {
    await announceToApplicant(context, after, { kind, ...told })
    return
  }
  const to = recipientsOf(notice.to, after)
  // Who just did it themselves need not read of it.
  if (to.accountIds?.length === 1 && to.accountIds[0] === context.actor.accountId) return
  await announce(context, {
    ...{ to, kind, title: told.title, body: told.body, path: `/desk/matters/${after.id}` },
    subject: { kind: 'matter', id: after.id },
    demonstration: after.demonstration,
    ...(told.key === undefined ? {} : { key: `${told.key}:${notice.to}` }),
  })
}

/** `matter.rights-assistance.act.accept`: what a webhook asks for by `matter.rights-assistance.*` or `matter.*` */
function kindOf({ id }: MatterDeclaration, { on }: NoticeDeclaration): string {
  return `matter.${id}.${on.replaceAll(/[:/]/g, '.')}`
}

function recipientsOf(to: Exclude<NoticeDeclaration['to'], 'applicant'>, matter: MatterState): Recipients {
  const officers = { partyId: matter.unitId, role: 'caseOfficer' as const }
  const heads = { partyId: matter.unitId, role: 'unitHead' as const }
  if (to === 'head') return { partyRoles: [heads] }
  if (to === 'unit') return { partyRoles: [officers, heads] }
  return matter.handlerAccount === null ? { partyRoles: [officers] } : { accountIds: [matter.handlerAccount] }
}
