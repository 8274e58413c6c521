import { sql } from 'kysely'
import Type from 'typebox'
import type { QueryContext } from '../../operations/context.ts'
import { defineCommand, defineQuery, type Operation } from '../../operations/operation.ts'
import { presentFlow } from '../flow/present-flow.ts'
import { presentForm } from '../form/present-form.ts'
import type { MatterDeclaration } from '../matter.types.ts'
import { matterErrors } from '../matter-errors.ts'
import type { Matters } from '../matters.ts'
import { differenceWords, effectWords } from '../version-change/difference-words.ts'
import { writeVersion } from '../version-change/sync-versions.command.ts'
import { versionEffect } from '../version-change/version-effect.ts'
import { digestOf, type MatterVersion, newestVersion, newestVersions, readVersion, versionsOf } from '../versions.ts'
import { serviceStateOperations } from './service-state.operations.ts'
import { MatterTypeDetail, MatterTypeRow, VersionEffectView } from './type.schemas.ts'

const typeInput = Type.String({ minLength: 1, maxLength: 64 })

/** Kinds of matters: what is declared, on which versions it runs, what a version changes, and whether it is open. */
export function matterTypeOperations(matters: Matters): readonly Operation[] {
  return [
    defineQuery({
      id: 'matterType.list',
      label: { zh: '查看事项清单', en: 'List kinds of matters' },
      about: {
        zh: '全部事项及其现行版本、是否开放；程序不再声明而仍有在办的也在其中。',
        en: 'All kinds of matters, their versions in force, and whether new cases are taken.',
      },
      permission: 'service.read',
      route: { method: 'GET', path: '/matter-types' },
      cli: 'matter types',
      input: Type.Object({}),
      output: Type.Object({ rows: Type.Array(MatterTypeRow) }),
      run: async (context) => ({ rows: await rowsOf(context, matters) }),
    }),
    defineQuery({
      id: 'matterType.show',
      label: { zh: '查看事项声明', en: 'Show a kind of matter' },
      about: {
        zh: '一个事项的声明、表单、流程图和各版本。',
        en: 'The declaration of a matter, its form, flow and versions.',
      },
      permission: 'service.read',
      route: { method: 'GET', path: '/matter-types/:type' },
      cli: 'matter type',
      input: Type.Object({ type: typeInput }),
      output: MatterTypeDetail,
      run: (context, { type }) => showType(context, matters, type),
    }),
    defineQuery({
      id: 'matterType.effect',
      label: { zh: '查看新版本的影响', en: 'Show what a version changes' },
      about: {
        zh: '一个版本改变了什么，对在办的办件和草稿有什么影响；next 是程序已声明而尚未发布的版本。',
        en: 'What a version changes and what it means for matters in hand; `next` is what waits to be published.',
      },
      permission: 'service.manage',
      route: { method: 'GET', path: '/matter-types/:type/versions/:version/effect' },
      cli: 'matter effect',
      input: Type.Object({ type: typeInput, version: Type.String({ pattern: '^([0-9]{1,6}|next)$' }) }),
      output: VersionEffectView,
      run: (context, { type, version }) => showEffect(context, matters, type, version),
    }),
    defineCommand({
      id: 'matterType.publish',
      label: { zh: '发布事项新版本', en: 'Publish a version of a matter' },
      about: {
        zh: '看过影响之后发布程序已声明的新版本；以后的申请按它办，在办的不变。',
        en: 'Publishes what the program declares, after its effect was seen; matters in hand stay as they are.',
      },
      permission: 'service.manage',
      route: { method: 'POST', path: '/matter-types/:type/versions' },
      cli: 'matter publish',
      input: Type.Object({
        type: typeInput,
        reason: Type.String({ minLength: 2, maxLength: 500 }),
        seen: Type.String({ maxLength: 64 }),
      }),
      output: Type.Object({ version: Type.Integer() }),
      run: async (context, { type, reason, seen }) => {
        const declaration = matters.get(type)
        const before = await newestVersion(context, type)
        const { label } = declaration
        if (before?.digest === digestOf(declaration))
          throw matterErrors.versionStands({ label, version: before.version })
        const effect = await versionEffect(context, before, declaration)
        if (effect.seen !== seen) throw matterErrors.effectUnseen({ label })
        const version = (before?.version ?? 0) + 1
        await writeVersion(context, declaration, version, reason)
        return { version }
      },
    }),
    ...serviceStateOperations(matters),
  ]
}

async function rowsOf(context: QueryContext, matters: Matters): Promise<MatterTypeRow[]> {
  const newest = await newestVersions(context)
  const closed = await closures(context)
  const declared = matters.all.map(({ id }) => id)
  const gone = [...newest.keys()].filter((type) => !declared.includes(type)).sort()
  return [...declared, ...gone].flatMap((type) => {
    const version = newest.get(type)
    const declaration = version?.declaration ?? matters.find(type)
    return declaration === undefined ? [] : [rowOf(matters, declaration, version, closed.get(type))]
  })
}

function rowOf(
  matters: Matters,
  declaration: MatterDeclaration,
  version: MatterVersion | undefined,
  closedBecause: string | undefined,
): MatterTypeRow {
  const { id, area, systems, label, labelEn, about, entrances, states, limits, writes } = declaration
  const own = matters.find(id)
  return {
    ...{ id, area, systems: [...systems], label, labelEn, about, entrances: [...entrances] },
    version: version?.version ?? null,
    publishedAt: version?.publishedAt.toISOString() ?? null,
    isDeclared: own !== undefined,
    isChanged: own !== undefined && version !== undefined && digestOf(own) !== version.digest,
    isOpen: own !== undefined && closedBecause === undefined,
    closedBecause: closedBecause ?? (own === undefined ? '本平台不再办理' : null),
    states: Object.keys(states).length,
    limits: limits.map(({ rule }) => rule),
    registers: [...new Set(writes.map(({ register }) => register))],
  }
}

async function closures({ tx, jurisdiction }: QueryContext): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ type: string; reason: string }>`
    select matter_type as type, reason from service_state
    where jurisdiction = ${jurisdiction} and not is_open`.execute(tx)
  return new Map(rows.map(({ type, reason }) => [type, reason]))
}

async function showType(context: QueryContext, matters: Matters, type: string): Promise<MatterTypeDetail> {
  const newest = await newestVersion(context, type)
  const declaration = newest?.declaration ?? matters.get(type)
  const { registers } = matters
  const closed = await closures(context)
  const versions = await versionsOf(context, type)
  return {
    ...rowOf(matters, declaration, newest, closed.get(type)),
    declaration,
    versions: versions.map(({ version, publishedAt, reason, byLabel }) => ({
      ...{ version, publishedAt: publishedAt.toISOString(), reason, byLabel },
    })),
    form: presentForm(registers, declaration),
    materials: declaration.materials.map(
      ({ id, label, kind, copies, necessity, when, origin, notes, several, shared, sealed }) => ({
        ...{ id, label, kind, copies, necessity, when: when ?? null, origin, notes: notes ?? null },
        ...{ several: several === true, sharedFrom: shared?.says ?? null, isSealed: sealed === true },
      }),
    ),
    sources: declaration.sources.map(({ instrument, article, certainty }) => ({ instrument, article, certainty })),
    flow: presentFlow(declaration),
  }
}

async function showEffect(
  context: QueryContext,
  matters: Matters,
  type: string,
  asked: string,
): Promise<VersionEffectView> {
  const newest = await newestVersion(context, type)
  const isNext = asked === 'next'
  const version = isNext ? undefined : await readVersion(context, type, Number(asked))
  const declaration = version?.declaration ?? matters.get(type)
  const before = isNext
    ? newest
    : version === undefined || version.version === 1
      ? undefined
      : await readVersion(context, type, version.version - 1)
  const effect = await versionEffect(context, before, declaration)
  return {
    ...{ type, label: declaration.label, fromVersion: before?.version ?? null, toVersion: version?.version ?? null },
    differences: effect.differences.map((each) => ({ ...each, words: differenceWords(each) })),
    inHand: [...effect.inHand],
    drafts: effect.drafts,
    words: effectWords(effect),
    seen: effect.seen,
  }
}
