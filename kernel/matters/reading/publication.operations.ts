import { type RawBuilder, sql } from 'kysely'
import Type from 'typebox'
import { newId } from '../../ids/new-id.ts'
import type { CommandContext, QueryContext } from '../../operations/context.ts'
import { defineCommand, defineQuery, type Operation } from '../../operations/operation.ts'
import { mask } from '../../personal-data/mask.ts'
import { Id } from '../../plan/programme.schemas.ts'
import { newestVersion } from '../versions.ts'
import { PublicationDetail, PublicationRow } from './reading.schemas.ts'
import { publicationErrors, queueErrors } from './reading-errors.ts'

const rowsOfAPage = 20
/** who objects again and again is told to wait for the answer */
const mostObjections = 5

/** 公示: what everybody reads of a case, and what may be said against it while the days for it run. */
export const publicationOperations: readonly Operation[] = [
  defineQuery({
    id: 'publication.list',
    label: { zh: '查看公示', en: 'List publications' },
    about: {
      zh: '公示，新的在前；可只看还能提异议的。',
      en: 'Publications, newest first; also only those open to objections.',
    },
    permission: 'service.read',
    route: { method: 'GET', path: '/publications' },
    cli: 'publication list',
    input: Type.Object({
      type: Type.Optional(Type.String({ maxLength: 64 })),
      state: Type.Optional(Type.Enum(['open', 'all'])),
      after: Type.Optional(Type.String({ maxLength: 500 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    }),
    output: Type.Object({ rows: Type.Array(PublicationRow), next: Type.Union([Type.String(), Type.Null()]) }),
    run: async (context, { type, state, after, limit = rowsOfAPage }) => {
      const filters = [
        sql<boolean>`${shownTo(context)}`,
        ...(type === undefined ? [] : [sql<boolean>`p.matter_type = ${type}`]),
        ...(state === 'open'
          ? [sql<boolean>`p.withdrawn_on is null and p.objections_until >= ${context.today}::date`]
          : []),
        ...(after === undefined ? [] : [behind(after)]),
      ]
      const found = await readPublications(context, sql.join(filters, sql` and `), limit + 1)
      const last = found[limit - 1]
      return {
        rows: await presentAll(context, found.slice(0, limit)),
        next: found.length > limit && last !== undefined ? placeOf(last) : null,
      }
    },
  }),
  defineQuery({
    id: 'publication.show',
    label: { zh: '查看一项公示', en: 'Show a publication' },
    about: {
      zh: '公示的内容、异议期、异议件数；提过异议的人看得到自己的异议和答复。',
      en: 'What is published, until when one may object, how many did; whoever objected reads their own with its answer.',
    },
    permission: 'service.read',
    route: { method: 'GET', path: '/publications/:publicationId' },
    cli: 'publication show',
    input: Type.Object({ publicationId: Id }),
    output: PublicationDetail,
    run: async (context, { publicationId }) => {
      const publication = await getPublication(context, publicationId)
      const [row] = await presentAll(context, [publication])
      if (row === undefined) throw publicationErrors.unknown({ id: publicationId })
      const { tx, jurisdiction } = context
      const counted = await tx
        .selectFrom('publication_objection')
        .select((eb) => eb.fn.countAll<number>().as('objections'))
        .where('jurisdiction', '=', jurisdiction)
        .where('publication_id', '=', publication.id)
        .executeTakeFirstOrThrow()
      const own = await ownObjections(context, publication.id)
      return {
        ...row,
        body: Object.entries(publication.body).map(([label, words]) => ({ label, words: String(words) })),
        objections: counted.objections,
        own: own.map((each) => ({
          ...{ id: each.id, words: each.words, at: each.at.toISOString(), answer: each.answer, upheld: each.upheld },
          answeredAt: each.answered_at?.toISOString() ?? null,
        })),
      }
    },
  }),
  defineCommand({
    id: 'publication.object',
    label: { zh: '提出异议', en: 'Object to a publication' },
    about: {
      zh: '在异议期内对公示提出异议；姓名和电话加密保存，只用于联系您。',
      en: 'Objects to a publication in time; name and telephone are kept encrypted, to reach you and nothing else.',
    },
    permission: 'service.apply',
    route: { method: 'POST', path: '/publications/:publicationId/objections' },
    cli: 'publication object',
    input: Type.Object({
      publicationId: Id,
      words: Type.String({ minLength: 1, maxLength: 4_000, pattern: '\\S' }),
      name: Type.Optional(Type.String({ minLength: 1, maxLength: 50, pattern: '\\S' })),
      phone: Type.Optional(Type.String({ pattern: '^[0-9+() -]{5,30}$' })),
    }),
    output: Type.Object({ id: Id }),
    run: async (context, { publicationId, words, name, phone }) => {
      const { tx, jurisdiction, actor, now, secrets } = context
      const publication = await getPublication(context, publicationId)
      if (actor.accountId === undefined && actor.visit === undefined) throw publicationErrors.whoAreYou({})
      if (!takesObjections(publication, context.today)) {
        throw publicationErrors.notOpen({ title: publication.title, until: publication.objections_until })
      }
      const earlier = await ownObjections(context, publication.id)
      if (earlier.length >= mostObjections) throw publicationErrors.tooMany({ most: mostObjections })
      const id = newId(now)
      const owner = `${jurisdiction}/publication-objection/${id}`
      const [named, reached] = [name?.trim(), phone?.trim()]
      await tx
        .insertInto('publication_objection')
        .values({
          ...{ jurisdiction, id, publication_id: publication.id, words: words.trim(), at: now },
          ...{ by_account: actor.accountId ?? null, phone_blind: actor.visit?.phoneBlind ?? null },
          name_cipher: named === undefined ? null : secrets.seal(named, owner),
          name_masked: named === undefined ? null : mask(named, 'name'),
          phone_cipher: reached === undefined ? null : secrets.seal(reached, owner),
          phone_masked: reached === undefined ? (actor.visit?.phoneMasked ?? null) : mask(reached, 'phone'),
          demonstration: publication.demonstration,
        })
        .execute()
      await recordObjection(context, publication, { objection: id })
      return { id }
    },
  }),
]

interface PublicationLine {
  readonly id: string
  readonly matter_id: string
  readonly matter_type: string
  readonly title: string
  readonly body: Readonly<Record<string, unknown>>
  readonly published_on: string
  readonly objections_until: string | null
  readonly shown_until: string | null
  readonly withdrawn_on: string | null
  readonly withdrawn_reason: string | null
  readonly demonstration: boolean
  readonly unit: string
}

/** What everybody reads: it has begun, and is not over; what was withdrawn stays with its reason until it would end. */
function shownTo({ today }: QueryContext): RawBuilder<boolean> {
  return sql`p.published_on <= ${today}::date and (p.shown_until is null or p.shown_until >= ${today}::date)`
}

async function readPublications(
  { tx, jurisdiction }: QueryContext,
  where: RawBuilder<unknown>,
  limit: number,
): Promise<readonly PublicationLine[]> {
  const { rows } = await sql<PublicationLine>`select p.*, u.name as unit
    from matter_publication p
      join matter m on m.jurisdiction = p.jurisdiction and m.id = p.matter_id
      join party u on u.jurisdiction = m.jurisdiction and u.id = m.unit_id
    where p.jurisdiction = ${jurisdiction} and m.jurisdiction = ${jurisdiction} and u.jurisdiction = ${jurisdiction}
      and ${where} order by p.published_on desc, p.id desc limit ${limit}`.execute(tx)
  return rows
}

/** @throws publication.unknown for what was never there and for what is over, with the same words */
export async function getPublication(context: QueryContext, id: string): Promise<PublicationLine> {
  const [row] = await readPublications(context, sql`p.id = ${id} and ${shownTo(context)}`, 1)
  if (row === undefined) throw publicationErrors.unknown({ id })
  return row
}

async function presentAll(context: QueryContext, lines: readonly PublicationLine[]) {
  const rows = []
  for (const line of lines) {
    const newest = await newestVersion(context, line.matter_type)
    rows.push({
      ...{ id: line.id, type: line.matter_type, typeLabel: newest?.declaration.label ?? line.matter_type },
      ...{ title: line.title, unit: line.unit, publishedOn: line.published_on },
      ...{ objectionsUntil: line.objections_until, takesObjections: takesObjections(line, context.today) },
      ...{ shownUntil: line.shown_until, withdrawnOn: line.withdrawn_on, withdrawnReason: line.withdrawn_reason },
      demonstration: line.demonstration,
    })
  }
  return rows
}

function takesObjections(line: PublicationLine, today: string): boolean {
  return line.withdrawn_on === null && line.objections_until !== null && line.objections_until >= today
}

function placeOf({ published_on: day, id }: PublicationLine): string {
  return Buffer.from(JSON.stringify([day, id])).toString('base64url')
}

/** @throws queue.badCursor */
function behind(after: string): RawBuilder<boolean> {
  try {
    const [day, id] = JSON.parse(Buffer.from(after, 'base64url').toString()) as unknown[]
    if (typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) && typeof id === 'string') {
      return sql`(p.published_on, p.id) < (${day}::date, ${id})`
    }
  } catch {
    // what is no JSON is no place either
  }
  throw queueErrors.badCursor({})
}

/** Of whoever reads: by their account, or by the telephone that was shown to be theirs. */
async function ownObjections({ tx, jurisdiction, actor }: QueryContext, publicationId: string) {
  const { accountId, visit } = actor
  if (accountId === undefined && visit === undefined) return []
  return tx
    .selectFrom('publication_objection')
    .select(['id', 'words', 'at', 'answer', 'upheld', 'answered_at'])
    .where('jurisdiction', '=', jurisdiction)
    .where('publication_id', '=', publicationId)
    .where(({ or, eb }) =>
      or([
        ...(accountId === undefined ? [] : [eb('by_account', '=', accountId)]),
        ...(visit === undefined ? [] : [eb('phone_blind', '=', visit.phoneBlind)]),
      ]),
    )
    .orderBy('at')
    .execute()
}

function recordObjection(
  context: CommandContext,
  publication: PublicationLine,
  after: { objection: string },
): Promise<void> {
  return context.record({ subject: { kind: 'matter', id: publication.matter_id }, before: null, after })
}
