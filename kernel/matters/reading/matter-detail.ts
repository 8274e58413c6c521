import { sql } from 'kysely'
import { unitsActedFor } from '../../accounts/actor.ts'
import type { QueryContext } from '../../operations/context.ts'
import { stateOf } from '../chart/states.ts'
import type { MatterState } from '../effects.types.ts'
import { presentFlow } from '../flow/present-flow.ts'
import { missingMaterials } from '../form/needed-materials.ts'
import { presentLimits } from '../limits/present-limits.ts'
import type { MatterDeclaration } from '../matter.types.ts'
import { matterErrors } from '../matter-errors.ts'
import { getMatter } from '../matter-row.ts'
import type { MatterDetail } from '../matters.schemas.ts'
import type { Matters } from '../matters.ts'
import { nextActs } from '../next-acts.ts'
import { shownMaterials } from '../sealed-materials.ts'
import { mattersWorkedOnBy } from '../sight.ts'
import { matterVersion } from '../versions.ts'
import {
  readActs,
  readCalls,
  readComments,
  readDocuments,
  readJournal,
  readLinks,
  readMaterials,
} from './matter-parts.ts'
import { matterRow } from './matter-rows.ts'
import { registerEntries } from './register-entries.ts'
import { shownValues } from './shown-values.ts'

/**
 * Everything about one case on one page, for those who work on it.
 *
 * @throws matter.unknown for what is not there and for what the reader has no part in, with the same words
 */
export async function matterDetail(context: QueryContext, matters: Matters, matterId: string): Promise<MatterDetail> {
  const row = await matterRow(context, mattersWorkedOnBy(context), matterId)
  if (row === undefined) throw matterErrors.unknown({ id: matterId })
  const matter = await getMatter(context, matterId)
  const declaration = await matterVersion(context, matter.type, matter.version)
  const acts = await readActs(context, declaration, matter.id)
  const materials = await readMaterials(context, matter.id)
  const journal = await readJournal(context, matter.id)
  const opens = unitsActedFor(context.actor, 'matter.unseal').includes(matter.unitId)
  return {
    ...row,
    ...{ revision: matter.revision, version: matter.version },
    forApplicant: matter.phases.flatMap((phase) => stateOf(declaration, phase)?.forApplicant ?? []).join(' '),
    values: shownValues(declaration, matter.storedValues, await originsOf(context, matter.id), { maySeeSealed: opens }),
    materials: shownMaterials(declaration, materials, { maySeeSealed: opens }),
    missing: missingOf(declaration, matter, materials),
    limits: await presentLimits(context, matters, [matter.id]),
    acts,
    documents: await readDocuments(context, matter.id),
    comments: await readComments(context, matter.id),
    calls: await readCalls(context, matter.id),
    next: await nextActs(context, matters, matter),
    links: await readLinks(context, matter.id),
    flow: presentFlow(declaration, { phases: matter.phases, past: await pastPhases(context, matter.id) }),
    registerEntries: await registerEntries(context, matters, journal.records),
    journal: [...journal.numbers],
  }
}

async function originsOf({ tx, jurisdiction }: QueryContext, id: string): Promise<unknown> {
  const row = await tx
    .selectFrom('matter')
    .select('origins')
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.origins
}

/** States in which it ever stood. */
async function pastPhases({ tx, jurisdiction }: QueryContext, id: string): Promise<readonly string[]> {
  const { rows } = await sql<{ phase: string }>`select distinct unnest(to_phases) as phase from matter_act
    where jurisdiction = ${jurisdiction} and matter_id = ${id}`.execute(tx)
  return rows.map(({ phase }) => phase)
}

/** What is required or may follow, and is not there; with the day where one was promised. */
function missingOf(
  declaration: MatterDeclaration,
  matter: MatterState,
  materials: MatterDetail['materials'],
): MatterDetail['missing'] {
  const given = materials.filter(({ status }) => status === 'given' || status === 'accepted')
  const { missing, later } = missingMaterials(
    declaration,
    matter.storedValues,
    given.map(({ material }) => material),
  )
  const promised = new Map(
    materials.flatMap(({ material, laterBy }) => (laterBy === null ? [] : [[material, laterBy]])),
  )
  return [...missing, ...later].map(({ id, label }) => ({
    ...{ material: id, label, laterBy: promised.get(id) ?? null },
  }))
}
