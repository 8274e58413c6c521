import { sql } from 'kysely'
import type { CommandContext } from '../operations/context.ts'
import type { Announcement } from '../outbox/announcement.ts'
import { choices, text } from '../registers/fields.ts'
import type { RecordValues } from '../registers/record.types.ts'
import type { ActAsked } from './act-on-matter.ts'
import type { MatterInHand } from './carry-out.ts'
import { moveBy } from './chart/chart.ts'
import { placeOf } from './common/handing.ts'
import { formFields } from './form/form-fields.ts'
import { openValues, ownerOfValues } from './form/sealed-values.ts'
import { readInput } from './input-of-act.ts'
import { guardFacts, judgeGuards, judgeWho, notAllowedNow, placedActOrThrow } from './judge-act.ts'
import type { ActDeclaration, FormField, MatterDeclaration } from './matter.types.ts'
import { matterErrors } from './matter-errors.ts'
import type { Matters } from './matters.ts'
import type { PlannedAct } from './planned-act.ts'

/** An act of the declaration: whether it stands in this state, who does it, what guards say, what comes with it. */
export async function planDeclaredAct(
  context: CommandContext,
  matters: Matters,
  inHand: MatterInHand,
  asked: ActAsked,
): Promise<PlannedAct> {
  const { secrets, jurisdiction } = context
  const { matter, declaration } = inHand
  const placed = placedActOrThrow(inHand, asked.act)
  const { name, act } = placed
  if (asked.isBatch === true && act.batch !== true) throw matterErrors.notInBatch({ act: act.label })
  const who = judgeWho(
    context,
    inHand,
    { label: act.label, by: act.by, notTheHandler: act.notTheHandler === true },
    asked.as,
  )
  if (who.refusal !== undefined) throw who.refusal
  const opinion = asked.opinion?.trim() === '' ? null : (asked.opinion ?? null)
  const fields = fieldsOfAct(declaration, act)
  const stored = openValues(secrets, ownerOfValues(jurisdiction, matter.id), matter.storedValues)
  const input = await readInput(context, matters, declaration, {
    ...{ label: act.label, fields, input: asked.input ?? {}, opinion, asks: act.opinion, beside: stored },
  })
  const corrected = correctionsIn(declaration, act, input)
  const facts = guardFacts(matters, context, inHand, input, corrected)
  const refusal = judgeGuards(matters, placed, facts)
  if (refusal !== undefined) throw refusal
  const move = moveBy(declaration, matter, 'declared', name, act.to)
  if (move === undefined) throw notAllowedNow(inHand, act.label)
  const isByApplicant = who.capacity === 'applicant'
  const told = act.asksForSupplement === true ? { ...input, missing: facts.missing } : input
  return {
    ...{ id: name, kind: 'declared', label: act.label, declaration: act, capacity: who.capacity, fields, opinion },
    ...(act.to === undefined ? {} : { move }),
    input: told,
    forApplicant: isByApplicant || (act.internal !== true && (act.to !== undefined || act.issues !== undefined)),
    changes: Object.keys(corrected).length === 0 ? {} : { values: corrected },
    announcements: isByApplicant ? toldHandler(inHand, act) : [],
    ...(act.asksForSupplement === true ? { also: () => sendBack(context, matter.id, input) } : {}),
  }
}

/**
 * The fields of an act: its own, and where it asks for a supplement also what has to come once more, of the materials
 * that are there. What is missing is told by itself.
 */
export function fieldsOfAct(declaration: MatterDeclaration, act: ActDeclaration): Readonly<Record<string, FormField>> {
  const own = act.fields ?? {}
  if (act.asksForSupplement !== true || declaration.materials.length === 0) return own
  return {
    ...own,
    again: choices(
      '需要重新提交的材料',
      'Materials to be given again',
      declaration.materials.map(({ id, label }) => ({ value: id, label, labelEn: label })),
    ),
    missing: text('尚缺的材料', 'Missing materials', { help: '由系统按材料清单列出' }),
  }
}

/** Materials that have to come again no longer count as given. */
async function sendBack({ tx, jurisdiction }: CommandContext, matterId: string, input: RecordValues): Promise<void> {
  const again = Array.isArray(input['again']) ? input['again'].filter((each) => typeof each === 'string') : []
  if (again.length === 0) return
  await sql`
    update matter_material set status = 'rejected' where jurisdiction = ${jurisdiction} and matter_id = ${matterId}
      and material = any(${again}::text[]) and status in ('given', 'accepted')`.execute(tx)
}

/** Fields of the act that have the name of one of the form correct the form. */
function correctionsIn(
  declaration: MatterDeclaration,
  { fields = {} }: ActDeclaration,
  input: RecordValues,
): RecordValues {
  const form = formFields(declaration)
  return Object.fromEntries(Object.entries(input).filter(([name]) => name in fields && form.has(name)))
}

/** Whoever has it in hand is told that the applicant did something. */
function toldHandler({ matter }: MatterInHand, act: ActDeclaration): readonly Announcement[] {
  return [
    {
      to:
        matter.handlerAccount === null
          ? { partyRoles: [{ partyId: matter.unitId, role: 'caseOfficer' }] }
          : { accountIds: [matter.handlerAccount] },
      ...{ kind: 'matter.answered', title: `申请人${act.label}：${matter.title}` },
      ...{ body: `办件编号 ${matter.number}。`, ...placeOf(matter) },
    },
  ]
}
