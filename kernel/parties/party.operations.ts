import { type RawBuilder, sql } from 'kysely'
import { pinyin } from 'pinyin-pro'
import Type, { type Static } from 'typebox'
import type { Transaction } from '../database/database.ts'
import { newId } from '../ids/new-id.ts'
import type { CommandContext, QueryContext } from '../operations/context.ts'
import { defineCommand } from '../operations/operation.ts'
import { operationErrors } from '../operations/operation-errors.ts'
import { partyErrors } from './party-errors.ts'

/** What an organisation can be. `collective` is a named set, such as 各镇（园区、街道）. */
export const organisationKinds = [
  'leadingGroup',
  'office',
  'department',
  'partyOrgan',
  'town',
  'subdistrict',
  'park',
  'collective',
  'other',
] as const

const Kind = Type.Enum([...organisationKinds])
const Name = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })
const PartyId = Type.String({ maxLength: 64 })
const IsoDate = Type.String({ format: 'date' })

export const OrganisationRow = Type.Object({
  id: Type.String(),
  parentId: Type.Union([Type.String(), Type.Null()]),
  name: Type.String(),
  shortName: Type.String(),
  kind: Type.String(),
  aliases: Type.Array(Type.String()),
  members: Type.Array(Type.String()),
  establishedOn: Type.Union([Type.String(), Type.Null()]),
  dissolvedOn: Type.Union([Type.String(), Type.Null()]),
  successorId: Type.Union([Type.String(), Type.Null()]),
})
export type OrganisationRow = Static<typeof OrganisationRow>

export const createOrganisation = defineCommand({
  id: 'party.create',
  label: { zh: '新建单位', en: 'Create a unit' },
  about: { zh: '在组织机构中新建一个单位。', en: 'Adds a unit to the organisation tree.' },
  permission: 'party.manage',
  route: { method: 'POST', path: '/organisations' },
  cli: 'unit create',
  input: Type.Object({
    name: Name,
    shortName: Type.Optional(Name),
    kind: Kind,
    parentId: Type.Optional(Type.Union([PartyId, Type.Null()])),
  }),
  output: OrganisationRow,
  run: async (context, input) => {
    const id = await insertOrganisation(context, input)
    const after = await getOrganisation(context, id)
    await context.record({ subject: { kind: 'party', id }, before: null, after })
    return after
  },
})

export const changeOrganisation = defineCommand({
  id: 'party.change',
  label: { zh: '修改单位', en: 'Change a unit' },
  about: {
    zh: '改名、调整上级、维护别名，或撤销并指定承接单位。旧名自动留作别名。',
    en: 'Renames, moves, keeps aliases, or dissolves with a successor. An old name stays as an alias.',
  },
  permission: 'party.manage',
  route: { method: 'PATCH', path: '/organisations/:partyId' },
  cli: 'unit change',
  input: Type.Object({
    partyId: PartyId,
    name: Type.Optional(Name),
    shortName: Type.Optional(Name),
    parentId: Type.Optional(Type.Union([PartyId, Type.Null()])),
    aliases: Type.Optional(Type.Array(Name, { maxItems: 50 })),
    dissolvedOn: Type.Optional(Type.Union([IsoDate, Type.Null()])),
    successorId: Type.Optional(Type.Union([PartyId, Type.Null()])),
  }),
  output: OrganisationRow,
  run: async (context, input) => {
    const { tx, jurisdiction } = context
    const before = await getOrganisation(context, input.partyId)
    const name = input.name?.trim() ?? before.name
    const dissolvedOn = input.dissolvedOn === undefined ? before.dissolvedOn : input.dissolvedOn
    // A unit that is taken back to life needs its name for itself, as a renamed one does.
    const bearsNameAnew = name !== before.name || before.dissolvedOn !== null
    if (dissolvedOn === null && bearsNameAnew) await refuseTakenName(context, name)
    const parentId = input.parentId === undefined ? before.parentId : input.parentId
    await refuseCycle(context, before.id, parentId)
    if (input.successorId != null) await getOrganisation(context, input.successorId)
    if (input.successorId === before.id) throw partyErrors.ownSuccessor({ name: before.name })
    await tx
      .updateTable('party')
      .set((eb) => ({
        name,
        short_name: input.shortName?.trim() ?? before.shortName,
        parent_id: parentId,
        pinyin: pinyinOf(name),
        dissolved_on: dissolvedOn,
        successor_id: input.successorId === undefined ? before.successorId : input.successorId,
        revision: eb('revision', '+', 1),
      }))
      .where('jurisdiction', '=', jurisdiction)
      .where('id', '=', before.id)
      .execute()
    if (input.aliases !== undefined) await replaceAliases(context, before.id, input.aliases)
    if (name !== before.name) await learnAlias(context, before.name, before.id, '改名')
    const after = await getOrganisation(context, before.id)
    await context.record({ subject: { kind: 'party', id: before.id }, before, after })
    return after
  },
})

export interface NewOrganisation {
  readonly name: string
  readonly shortName?: string
  readonly kind: string
  readonly parentId?: string | null
  readonly ordinal?: number
}

/** Inserts a unit; the command that calls it writes the journal entry. */
export async function insertOrganisation(context: CommandContext, unit: NewOrganisation): Promise<string> {
  const { tx, jurisdiction, now } = context
  const name = unit.name.trim()
  await refuseTakenName(context, name)
  if (unit.parentId != null) await getOrganisation(context, unit.parentId)
  const id = newId(now)
  await tx
    .insertInto('party')
    .values({
      jurisdiction,
      id,
      parent_id: unit.parentId ?? null,
      name,
      short_name: unit.shortName?.trim() ?? name,
      kind: unit.kind,
      ordinal: unit.ordinal ?? 1_000,
      pinyin: pinyinOf(name),
      created_at: now,
    })
    .execute()
  return id
}

/** Remembers another way in which documents print a unit; a name that already means a unit keeps its meaning. */
export async function learnAlias(
  { tx, jurisdiction, now }: CommandContext,
  alias: string,
  partyId: string,
  learnedFrom: string,
): Promise<void> {
  await tx
    .insertInto('party_alias')
    .values({ jurisdiction, alias: alias.trim(), party_id: partyId, learned_from: learnedFrom, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Every unit with its aliases and, for a named set, its members; in the order of the tree, in one round trip. */
export async function listOrganisations(tx: Transaction, jurisdiction: string): Promise<readonly OrganisationRow[]> {
  const { rows } = await organisationRows(jurisdiction).execute(tx)
  return rows
}

/** The statement of `listOrganisations`, for who reads more than the units in one round trip. */
export function organisationRows(jurisdiction: string): RawBuilder<OrganisationRow> {
  return sql<OrganisationRow>`
    select p.id, p.parent_id as "parentId", p.name, p.short_name as "shortName", p.kind,
      array(select a.alias from party_alias a
        where a.jurisdiction = ${jurisdiction} and a.party_id = p.id order by a.alias) as aliases,
      array(select m.member_id from party_member m
        where m.jurisdiction = ${jurisdiction} and m.set_id = p.id order by m.member_id) as members,
      p.established_on as "establishedOn", p.dissolved_on as "dissolvedOn", p.successor_id as "successorId"
    from party p
    where p.jurisdiction = ${jurisdiction}
    order by p.ordinal, p.pinyin`
}

async function getOrganisation({ tx, jurisdiction }: QueryContext, id: string): Promise<OrganisationRow> {
  const found = (await listOrganisations(tx, jurisdiction)).find((unit) => unit.id === id)
  if (found === undefined) throw operationErrors.notFound({ what: { zh: '单位', en: 'unit' }, id })
  return found
}

async function refuseTakenName({ tx, jurisdiction }: QueryContext, name: string): Promise<void> {
  const living = await tx
    .selectFrom('party')
    .select('id')
    .where('jurisdiction', '=', jurisdiction)
    .where('name', '=', name)
    .where('dissolved_on', 'is', null)
    .executeTakeFirst()
  if (living !== undefined) throw partyErrors.nameTaken({ name })
}

async function refuseCycle({ tx, jurisdiction }: QueryContext, id: string, parentId: string | null): Promise<void> {
  const rows = await tx
    .selectFrom('party')
    .select(['id', 'parent_id'])
    .where('jurisdiction', '=', jurisdiction)
    .execute()
  const parentOf = new Map(rows.map((row) => [row.id, row.parent_id]))
  if (parentId !== null && !parentOf.has(parentId)) {
    throw operationErrors.notFound({ what: { zh: '上级单位', en: 'parent unit' }, id: parentId })
  }
  for (let above = parentId; above !== null; above = parentOf.get(above) ?? null) {
    if (above === id) throw partyErrors.ownAncestor({})
  }
}

async function replaceAliases(context: CommandContext, partyId: string, aliases: readonly string[]): Promise<void> {
  const { tx, jurisdiction, now } = context
  const wanted = [...new Set(aliases.map((alias) => alias.trim()))]
  const taken = await tx
    .selectFrom('party_alias')
    .select('alias')
    .where('jurisdiction', '=', jurisdiction)
    .where('party_id', '<>', partyId)
    .where('alias', 'in', wanted.length === 0 ? [''] : wanted)
    .executeTakeFirst()
  if (taken !== undefined) throw partyErrors.aliasTaken({ alias: taken.alias })
  await tx.deleteFrom('party_alias').where('jurisdiction', '=', jurisdiction).where('party_id', '=', partyId).execute()
  if (wanted.length === 0) return
  await tx
    .insertInto('party_alias')
    .values(
      wanted.map((alias) => ({ jurisdiction, alias, party_id: partyId, learned_from: '人工维护', created_at: now })),
    )
    .execute()
}

/** Chinese names sort by sound; the key is stored, since a collation differs from machine to machine. */
export function pinyinOf(name: string): string {
  return pinyin(name, { toneType: 'none', type: 'array' }).join(' ').toLowerCase()
}
