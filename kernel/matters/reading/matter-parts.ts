import { sql } from 'kysely'
import type { Static } from 'typebox'
import { unitsActedFor } from '../../accounts/actor.ts'
import type { QueryContext } from '../../operations/context.ts'
import { stateOf } from '../chart/states.ts'
import type { MatterDeclaration } from '../matter.types.ts'
import type { ActRow, CallRow, CommentRow, DocumentRow, MaterialRow, MatterDetail } from '../matters.schemas.ts'
import { actInputWords } from './shown-values.ts'

/** What hangs on a case, each read by its own index. Whoever calls has decided that the reader sees the case. */

export async function readMaterials(
  { tx, jurisdiction }: QueryContext,
  id: string,
): Promise<Static<typeof MaterialRow>[]> {
  const { rows } = await sql<{
    id: string
    material: string
    label: string
    evidence_id: string | null
    file_name: string | null
    media_type: string | null
    size: number | null
    origin: string
    origin_ref: { readonly words?: string } | null
    status: Static<typeof MaterialRow>['status']
    later_by: string | null
    note: string | null
    at: Date
    by_label: string
  }>`select t.id, t.material, t.label, t.evidence_id, t.file_name, b.media_type, b.size, t.origin, t.origin_ref, t.status,
      t.later_by, t.note, t.at, t.by_label
    from matter_material t
      left join evidence e on e.jurisdiction = ${jurisdiction} and e.jurisdiction = t.jurisdiction and e.id = t.evidence_id
      left join evidence_blob b on b.jurisdiction = ${jurisdiction} and b.jurisdiction = e.jurisdiction and b.sha256 = e.sha256
    where t.jurisdiction = ${jurisdiction} and t.matter_id = ${id} order by t.at, t.id`.execute(tx)
  return rows.map((row) => ({
    ...{ id: row.id, material: row.material, label: row.label, evidenceId: row.evidence_id, fileName: row.file_name },
    ...{ mediaType: row.media_type, bytes: row.size, origin: row.origin, originWords: materialOrigin(row) },
    ...{ status: row.status, laterBy: row.later_by, note: row.note, at: row.at.toISOString(), byLabel: row.by_label },
    isSealed: false,
  }))
}

function materialOrigin({
  origin,
  origin_ref: ref,
}: {
  origin: string
  origin_ref: { readonly words?: string } | null
}) {
  if (typeof ref?.words === 'string') return ref.words
  return (
    { register: '由登记簿共享取得', earlier: '沿用以前交过的材料', window: '窗口扫描', staff: '办理人员补入' }[
      origin
    ] ?? null
  )
}

interface ActLine {
  readonly ordinal: number
  readonly act: string
  readonly label: string
  readonly at: Date
  readonly by_label: string
  readonly by_kind: string
  readonly from_phases: readonly string[]
  readonly to_phases: readonly string[]
  readonly input: unknown
  readonly opinion: string | null
  readonly document_id: string | null
  readonly for_applicant: boolean
  readonly unit: string | null
}

export async function readActs(
  { tx, jurisdiction }: QueryContext,
  declaration: MatterDeclaration,
  id: string,
): Promise<Static<typeof ActRow>[]> {
  const { rows } = await sql<ActLine>`select a.ordinal, a.act, a.label, a.at, a.by_label, a.by_kind, a.from_phases,
      a.to_phases, a.input, a.opinion, a.document_id, a.for_applicant, u.short_name as unit
    from matter_act a left join party u on u.jurisdiction = ${jurisdiction} and u.jurisdiction = a.jurisdiction and u.id = a.unit_id
    where a.jurisdiction = ${jurisdiction} and a.matter_id = ${id} order by a.ordinal desc limit 1000`.execute(tx)
  const phase = (name: string) => stateOf(declaration, name)?.label ?? name
  return rows.map((row) => ({
    ...{ ordinal: row.ordinal, act: row.act, label: row.label, at: row.at.toISOString(), byLabel: row.by_label },
    ...{ byKind: row.by_kind, unit: row.unit, opinion: row.opinion, documentId: row.document_id },
    ...{ fromPhases: row.from_phases.map(phase), toPhases: row.to_phases.map(phase), forApplicant: row.for_applicant },
    input: actInputWords(declaration, row.act, row.input),
  }))
}

export async function readDocuments(
  { tx, jurisdiction }: QueryContext,
  id: string,
): Promise<Static<typeof DocumentRow>[]> {
  const rows = await tx
    .selectFrom('matter_document')
    .select([
      ...(['id', 'document', 'label', 'number', 'title', 'issued_on', 'by_label', 'verification_code'] as const),
      ...(['seal', 'revoked_at'] as const),
    ])
    .where('jurisdiction', '=', jurisdiction)
    .where('matter_id', '=', id)
    .orderBy('issued_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, document: row.document, label: row.label, number: row.number, title: row.title },
    ...{ issuedOn: row.issued_on, byLabel: row.by_label, verificationCode: row.verification_code },
    ...{ isSealed: row.seal !== null, revokedAt: row.revoked_at?.toISOString() ?? null },
  }))
}

export async function readComments(
  { tx, jurisdiction, actor }: QueryContext,
  id: string,
): Promise<Static<typeof CommentRow>[]> {
  const rows = await tx
    .selectFrom('matter_comment')
    .select(['id', 'words', 'at', 'by_label', 'by_account'])
    .where('jurisdiction', '=', jurisdiction)
    .where('matter_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, words: row.words, at: row.at.toISOString(), byLabel: row.by_label },
    isOwn: row.by_account === (actor.accountId ?? null),
  }))
}

export async function readCalls(
  { tx, jurisdiction, actor }: QueryContext,
  id: string,
): Promise<Static<typeof CallRow>[]> {
  const rows = await tx
    .selectFrom('matter_call')
    .selectAll()
    .where('jurisdiction', '=', jurisdiction)
    .where('matter_id', '=', id)
    .orderBy('at')
    .orderBy('id')
    .execute()
  const units = unitsActedFor(actor, 'matter.read')
  return rows.map((row) => ({
    ...{ id: row.id, kind: row.kind as Static<typeof CallRow>['kind'], to: row.to_label, words: row.words },
    ...{ byLabel: row.by_label, at: row.at.toISOString(), dueOn: row.due_on },
    answer: row.answer as Static<typeof CallRow>['answer'],
    ...{ answerWords: row.answer_words, answeredByLabel: row.answered_by_label },
    answeredAt: row.answered_at?.toISOString() ?? null,
    isForMe:
      row.answered_at === null &&
      (row.to_account === null
        ? row.to_unit !== null && units.includes(row.to_unit)
        : row.to_account === actor.accountId),
  }))
}

/**
 * Cases that this one came from or led to. Of those that the reader does not see only the number is told, as it stands
 * on the documents of this one.
 */
export async function readLinks(context: QueryContext, id: string): Promise<MatterDetail['links']> {
  const { tx, jurisdiction } = context
  const { rows } = await sql<{ kind: string; direction: 'to' | 'from'; id: string; number: string; title: string }>`
    select l.kind, l.direction, m.id, m.number, m.title
    from (
      select kind, 'to' as direction, to_matter as other, at from matter_link
        where jurisdiction = ${jurisdiction} and from_matter = ${id}
      union all
      select kind, 'from' as direction, from_matter as other, at from matter_link
        where jurisdiction = ${jurisdiction} and to_matter = ${id}
    ) l join matter m on m.jurisdiction = ${jurisdiction} and m.id = l.other
    order by l.at, m.number`.execute(tx)
  return [...rows]
}

export interface JournalOfMatter {
  /** numbers of the entries that speak of the case, the first ones first */
  readonly numbers: readonly number[]
  /** [register, id] of the records that its acts wrote */
  readonly records: readonly (readonly [string, string])[]
}

export async function readJournal({ tx, jurisdiction }: QueryContext, id: string): Promise<JournalOfMatter> {
  const { rows } = await sql<{ sequence: number; records: readonly (readonly [string, string])[] | null }>`
    select sequence, after -> 'records' as records from journal
    where jurisdiction = ${jurisdiction} and subject_kind = 'matter' and subject_id = ${id}
    order by sequence limit 1000`.execute(tx)
  return { numbers: rows.map(({ sequence }) => sequence), records: rows.flatMap(({ records }) => records ?? []) }
}
