import { sql } from 'kysely'
import type { QueryContext } from '../../operations/context.ts'
import { isRateable, ratingsOfMatters } from '../../ratings/rating-state.ts'
import type { MatterState } from '../effects.types.ts'
import { missingMaterials } from '../form/needed-materials.ts'
import { presentLimits } from '../limits/present-limits.ts'
import type { MatterDeclaration } from '../matter.types.ts'
import type { MatterStatus } from '../matters.schemas.ts'
import type { Matters } from '../matters.ts'
import { nextActs } from '../next-acts.ts'
import { readDocuments, readMaterials } from '../reading/matter-parts.ts'
import { shownMaterials } from '../sealed-materials.ts'
import { matterVersion } from '../versions.ts'
import { matterSteps, type VisibleAct } from './matter-steps.ts'
import { lightOf, nowOf } from './own-matters.ts'

/** One's own matter: where it is, who has it, by when, what next, and what can be done now. */
export async function ownStatus(context: QueryContext, matters: Matters, matter: MatterState): Promise<MatterStatus> {
  const declaration = await matterVersion(context, matter.type, matter.version)
  const rated = (await ratingsOfMatters(context, [matter.id])).get(matter.id) ?? []
  const last = rated.at(-1)
  return {
    ...(await outlineOf(context, matters, matter, declaration)),
    documents: await readDocuments(context, matter.id),
    next: await nextActs(context, matters, matter, 'applicant'),
    mayRate: isRateable(context, matter, rated),
    rating: last === undefined ? null : { level: last.level, answer: last.answer },
  }
}

/** The same for a clerk at whose hall it came in, with what they may do for who applied; rating is nobody else's. */
export async function windowStatus(
  context: QueryContext,
  matters: Matters,
  matter: MatterState,
): Promise<MatterStatus> {
  const declaration = await matterVersion(context, matter.type, matter.version)
  const outline = await outlineOf(context, matters, matter, declaration)
  return {
    ...outline,
    materials: shownMaterials(declaration, outline.materials, { maySeeSealed: true }),
    documents: await readDocuments(context, matter.id),
    next: await nextActs(context, matters, matter, 'window'),
    ...{ mayRate: false, rating: null },
  }
}

/**
 * The same for whoever shows number and tail of the telephone, or the code of the receipt, and is not signed in: nothing
 * personal, no files and papers, and nothing to do.
 */
export async function publicStatus(
  context: QueryContext,
  matters: Matters,
  matter: MatterState,
): Promise<MatterStatus> {
  const declaration = await matterVersion(context, matter.type, matter.version)
  const outline = await outlineOf(context, matters, matter, declaration)
  return {
    ...outline,
    title: declaration.label,
    // Opinions and file names may hold names of people; that something was given does not.
    steps: outline.steps.map((step) => (step.state === 'done' && step.on !== null ? { ...step, words: null } : step)),
    materials: outline.materials.map((material) => ({
      ...material,
      ...{ evidenceId: null, fileName: null, originWords: null, note: null, byLabel: '' },
    })),
    ...{ documents: [], next: [], mayRate: false, rating: null },
  }
}

async function outlineOf(
  context: QueryContext,
  matters: Matters,
  matter: MatterState,
  declaration: MatterDeclaration,
): Promise<Omit<MatterStatus, 'documents' | 'next' | 'mayRate' | 'rating'>> {
  const { county, today } = context
  const limits = await presentLimits(context, matters, [matter.id])
  const nearest = limits.find(({ dueOn, status }) => status === 'running' && dueOn === matter.dueOn)
  const materials = await readMaterials(context, matter.id)
  return {
    ...{ id: matter.id, number: matter.number, type: matter.type, typeLabel: declaration.label, title: matter.title },
    ...{ status: matter.status, outcome: matter.outcome, unit: matter.unitName, turn: matter.turn },
    phone: county.services.matters.find((each) => each.matter === matter.type)?.phone ?? null,
    now: nowOf(declaration, matter.status, matter.phases),
    dueOn: matter.dueOn,
    dueLabel: nearest?.label ?? null,
    daysLeft: nearest?.daysLeft ?? null,
    light: nearest?.light ?? lightOf(matter, null, today),
    steps: matterSteps(declaration, {
      ...{ acts: await visibleActs(context, matter.id), phases: matter.phases, status: matter.status },
    }),
    limits,
    materials,
    missing: missingOf(declaration, matter, materials),
    ...{ submittedOn: matter.submittedOn, endedOn: matter.endedOn },
  }
}

async function visibleActs({ tx, jurisdiction }: QueryContext, matterId: string): Promise<readonly VisibleAct[]> {
  const { rows } = await sql<VisibleAct>`
    select label, on_day as on, opinion from matter_act
    where jurisdiction = ${jurisdiction} and matter_id = ${matterId} and for_applicant order by ordinal limit 500`.execute(
    tx,
  )
  return rows
}

function missingOf(
  declaration: MatterDeclaration,
  { storedValues }: MatterState,
  materials: MatterStatus['materials'],
): MatterStatus['missing'] {
  const there = materials.flatMap(({ material, status }) =>
    status === 'given' || status === 'accepted' ? [material] : [],
  )
  const { missing, later } = missingMaterials(declaration, storedValues, there)
  return [...missing, ...later].map(({ id, label }) => ({
    ...{ material: id, label },
    laterBy: materials.find(({ material, status }) => material === id && status === 'later')?.laterBy ?? null,
  }))
}
