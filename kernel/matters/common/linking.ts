import { sql } from 'kysely'
import { newId } from '../../ids/new-id.ts'
import type { CommandContext } from '../../operations/context.ts'
import { insertMatter } from '../begin-matter.ts'
import { moveBy } from '../chart/chart.ts'
import type { MatterState } from '../effects.types.ts'
import { isSealedValue, openValue, ownerOfValues, type SealedValue } from '../form/sealed-values.ts'
import { matterErrors } from '../matter-errors.ts'
import { nextMatterNumber } from '../matter-number.ts'
import { lockMatter } from '../matter-row.ts'
import { mattersSeenBy } from '../sight.ts'
import { type CommonPlan, type CommonRequest, textOf } from './common-request.ts'

/** 并案: this one ends, and goes on as part of another of the same kind and unit. */
export async function join(request: CommonRequest): Promise<CommonPlan> {
  const { context, declaration, matter, input, act } = request
  const { tx, jurisdiction, now, actor } = context
  const asked = textOf(input, 'matter')
  const { rows } = await sql<{ id: string }>`
    select m.id from matter m where m.jurisdiction = ${jurisdiction} and (m.id = ${asked} or m.number = ${asked})
      and ${mattersSeenBy(context)}`.execute(tx)
  const [found] = rows
  if (found === undefined) throw matterErrors.unknown({ id: asked })
  if (found.id === matter.id) throw matterErrors.sameMatter({})
  const main = await lockMatter(context, found.id)
  const isAlike = main.type === matter.type && main.unitId === matter.unitId && main.status !== 'ended'
  const move = moveBy(declaration, matter, 'common', 'join')
  if (!isAlike) throw matterErrors.sameMatter({})
  if (move === undefined) {
    throw matterErrors.notAllowedNow({ number: matter.number, act: act.label, phase: '', possible: [] })
  }
  return {
    move,
    also: async () => {
      await tx
        .insertInto('matter_link')
        .values({
          ...{ jurisdiction, from_matter: matter.id, to_matter: main.id, kind: 'joinedInto', at: now },
          ...{ by_label: actor.label, demonstration: matter.demonstration },
        })
        .execute()
    },
  }
}

/**
 * 分案: a second matter with the same form, materials and clock, which then goes its own way. Both say where the other
 * is.
 */
export async function split({ context, matter, input, opinion }: CommonRequest): Promise<CommonPlan> {
  return {
    also: async () => {
      await splitOff(context, matter, { title: textOf(input, 'title'), opinion })
    },
  }
}

async function splitOff(
  context: CommandContext,
  matter: MatterState,
  { title, opinion }: { readonly title: string; readonly opinion: string | null },
): Promise<void> {
  const { tx, jurisdiction, secrets, now, today, actor } = context
  const id = newId(now)
  const [from, to] = [ownerOfValues(jurisdiction, matter.id), ownerOfValues(jurisdiction, id)]
  const moved = (cipher: Uint8Array | null) => (cipher === null ? null : secrets.seal(secrets.open(cipher, from), to))
  const phone = matter.phoneCipher === null ? undefined : secrets.open(matter.phoneCipher, from)
  const part: MatterState = {
    ...matter,
    ...{ id, title, number: await nextMatterNumber(context), parentId: matter.id, actCount: 1, revision: 1, urged: 0 },
    storedValues: resealed(context, matter.storedValues, from, to),
    ...{ phoneCipher: moved(matter.phoneCipher), emailCipher: moved(matter.emailCipher), lastActAt: now },
  }
  await insertMatter(context, part, phone === undefined ? {} : { applicant: { phone } })
  const limits = await sql<{ id: string }>`select id from matter_limit where jurisdiction = ${jurisdiction}
    and matter_id = ${matter.id} and status in ('running', 'stopped') order by id`.execute(tx)
  const materials = await sql<{ id: string }>`select id from matter_material where jurisdiction = ${jurisdiction}
    and matter_id = ${matter.id} order by id`.execute(tx)
  const newIds = (rows: readonly { id: string }[]) =>
    JSON.stringify(rows.map(({ id: old }) => ({ old, id: newId(now) })))
  await sql`
    insert into matter_act (jurisdiction, matter_id, ordinal, act, label, at, on_day, by_account, by_label, by_kind,
      unit_id, from_phases, to_phases, input, opinion, for_applicant, demonstration)
    values (${jurisdiction}, ${id}, 1, 'split', '分案', ${now}, ${today}::date, ${actor.accountId ?? null},
      ${actor.label}, 'handler', ${matter.unitId}, '{}', ${[...matter.phases]}::text[],
      ${JSON.stringify({ from: matter.number })}::jsonb, ${opinion}, true, ${matter.demonstration})`.execute(tx)
  await sql`
    insert into matter_limit (jurisdiction, id, matter_id, limit_id, kind, label, rule, rule_from, whose, length_n,
      length_unit, started_on, started_at, raw_due, due_on, is_provisional, stops, extensions, status, ended_on, step,
      next_step_on, on_missed, demonstration)
    select ${jurisdiction}, n.id, ${id}, l.limit_id, l.kind, l.label, l.rule, l.rule_from, l.whose, l.length_n,
      l.length_unit, l.started_on, l.started_at, l.raw_due, l.due_on, l.is_provisional, l.stops, l.extensions, l.status,
      l.ended_on, l.step, l.next_step_on, l.on_missed, l.demonstration
    from jsonb_to_recordset(${newIds(limits.rows)}::jsonb) as n (old text, id text)
    join matter_limit l on l.jurisdiction = ${jurisdiction} and l.id = n.old`.execute(tx)
  await sql`
    insert into matter_material (jurisdiction, id, matter_id, material, label, evidence_id, file_name, origin,
      origin_ref, status, later_by, note, at, by_label, demonstration)
    select ${jurisdiction}, n.id, ${id}, g.material, g.label, g.evidence_id, g.file_name, g.origin, g.origin_ref,
      g.status, g.later_by, g.note, g.at, g.by_label, g.demonstration
    from jsonb_to_recordset(${newIds(materials.rows)}::jsonb) as n (old text, id text)
    join matter_material g on g.jurisdiction = ${jurisdiction} and g.id = n.old`.execute(tx)
  await sql`
    update matter m set due_on = o.due_on, due_limit = o.due_limit, warn_on = o.warn_on,
      is_provisional = o.is_provisional, accepted_on = o.accepted_on, origins = o.origins
    from matter o where m.jurisdiction = ${jurisdiction} and m.id = ${id}
      and o.jurisdiction = ${jurisdiction} and o.id = ${matter.id}`.execute(tx)
  await tx
    .insertInto('matter_link')
    .values({
      ...{ jurisdiction, from_matter: id, to_matter: matter.id, kind: 'splitFrom', at: now },
      ...{ by_label: actor.label, demonstration: matter.demonstration },
    })
    .execute()
  await context.record({
    subject: { kind: 'matter', id },
    before: null,
    after: { number: part.number, splitFrom: matter.number, phases: part.phases },
  })
}

function resealed({ secrets }: CommandContext, stored: Readonly<Record<string, unknown>>, from: string, to: string) {
  return Object.fromEntries(
    Object.entries(stored).map(([name, value]) => [name, isSealedValue(value) ? reseal(value) : value]),
  )

  function reseal(value: SealedValue): SealedValue {
    const clear = JSON.stringify(openValue(secrets, from, value))
    return { ...value, sealed: secrets.seal(clear, to).toString('base64') }
  }
}
