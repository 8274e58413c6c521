import { newId } from '../ids/new-id.ts'
import { beginDraft } from '../matters/applying/begin-draft.ts'
import type { DraftState } from '../matters/applying/draft-row.ts'
import type { Matters } from '../matters/matters.ts'
import type { CommandContext } from '../operations/context.ts'
import { mask } from '../personal-data/mask.ts'
import { readRecords } from '../registers/find-records.ts'
import { registerErrors } from '../registers/register-errors.ts'
import { entityRegister } from '../registers/sight.ts'
import { phoneNumber } from '../visits/phone-number.ts'
import { knownPerson } from './known-person.ts'
import { windowErrors } from './window-errors.ts'

export interface Receiving {
  readonly types: readonly string[]
  readonly recordId?: string | undefined
  readonly name?: string | undefined
  readonly phone?: string | undefined
  readonly idNumber?: string | undefined
  readonly earlier?: string | undefined
  readonly ticketId?: string | undefined
}

/**
 * 综合收件: one clerk begins several services for whoever comes, in one go; what the person said once stands in all of
 * their forms.
 *
 * @throws window.whoComes, window.notThisPerson, window.needsAccount, visit.badPhone, register.recordUnknown, matter.wrongEntrance
 */
export async function receiveAtWindow(
  context: CommandContext,
  matters: Matters,
  { types, recordId, name, phone, idNumber, earlier, ticketId }: Receiving,
): Promise<{ readonly receptionId: string; readonly drafts: readonly DraftState[] }> {
  const { actor, jurisdiction, secrets, now } = context
  if (actor.accountId === undefined) throw windowErrors.needsAccount({})
  const person =
    earlier === undefined || phone === undefined ? undefined : await knownPerson(context, earlier, phoneNumber(phone))
  const said = name ?? person?.name
  const told = {
    ...(said === undefined ? {} : { name: said.replaceAll(/\s+/g, ' ').trim() }),
    ...(phone === undefined || phone.trim() === '' ? {} : { phone: phoneNumber(phone) }),
    ...(idNumber === undefined || idNumber.trim() === '' ? {} : { idNumber: idNumber.trim() }),
  }
  const partyLabel =
    told.name === undefined && person !== undefined
      ? person.label
      : await labelOf(context, matters, recordId, told.name)
  const receptionId = newId(now)
  const drafts: DraftState[] = []
  for (const type of [...new Set(types)]) {
    drafts.push(
      await beginDraft(context, matters, {
        ...{
          type,
          entrance: 'window',
          deskAccount: actor.accountId,
          receptionId,
          ticketId,
          recordId,
          told,
          partyLabel,
        },
        phoneBlind: told.phone === undefined ? undefined : secrets.blind(told.phone, jurisdiction),
      }),
    )
  }
  await context.record({
    subject: { kind: 'reception', id: receptionId },
    before: null,
    after: {
      ...{ party: partyLabel, types: drafts.map(({ type }) => type), drafts: drafts.map(({ id }) => id) },
      // The name was opened for the form, as everything personal that is opened.
      ...(person?.name === undefined ? {} : { nameFrom: earlier }),
    },
  })
  return { receptionId, drafts }
}

async function labelOf(
  { tx, jurisdiction }: CommandContext,
  { registers }: Matters,
  recordId: string | undefined,
  name: string | undefined,
): Promise<string> {
  if (recordId === undefined) {
    if (name === undefined || name === '') throw windowErrors.whoComes({})
    return mask(name, 'name')
  }
  const register = entityRegister(registers)
  if (register === undefined) throw registerErrors.noEntities({})
  const record = (await readRecords(tx, jurisdiction, register, [recordId])).get(recordId)
  if (record === undefined) throw registerErrors.recordUnknown({ label: register.declaration.label, id: recordId })
  return record.label
}
