import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { mattersSeenBy } from '../matters/sight.ts'
import type { QueryContext } from '../operations/context.ts'
import type { PrintedContent } from './content.types.ts'
import { documentErrors } from './document-errors.ts'
import { digestOf, ownerOf } from './issue-document.ts'
import type { Seal } from './seal/seal-service.ts'
import { readVerificationCode } from './verification-code.ts'

/** A document as its row holds it. */
export interface DocumentRecord {
  readonly id: string
  readonly matterId: string | null
  readonly label: string
  readonly number: string
  readonly title: string
  readonly content: { readonly sealed: string }
  readonly digest: string
  readonly code: string
  readonly seal: Seal | null
  readonly issuedOn: string
  readonly revokedAt: Date | null
  readonly revokedReason: string | null
  readonly demonstration: boolean
}

const columns = sql`
  d.id, d.matter_id as "matterId", d.label, d.number, d.title, d.content, d.content_sha256 as digest,
  d.verification_code as code, d.seal, d.issued_on::text as "issuedOn", d.revoked_at as "revokedAt",
  d.revoked_reason as "revokedReason", d.demonstration`

/**
 * Documents that somebody sees: those of matters that they see. Whoever names the code of one holds the paper, and is
 * shown what stands on it.
 *
 * @throws document.unknown when one of them is not there, or is not the reader's
 */
export async function getDocuments(
  context: QueryContext,
  ids: readonly string[],
  code?: string,
): Promise<readonly DocumentRecord[]> {
  const { jurisdiction } = context
  const typed = code === undefined ? undefined : readVerificationCode(code)
  const byCode = typed === undefined ? sql`` : sql`or d.verification_code = ${typed}`
  const found = await readDocuments(
    context,
    sql`d.id = any(${[...ids]}) and (exists (select from matter m where m.jurisdiction = ${jurisdiction}
      and m.id = d.matter_id and ${mattersSeenBy(context)}) ${byCode})`,
  )
  const byId = new Map(found.map((document) => [document.id, document]))
  return ids.map((id) => {
    const document = byId.get(id)
    if (document === undefined) throw documentErrors.unknown({})
    return document
  })
}

export async function findDocumentByCode(context: QueryContext, code: string): Promise<DocumentRecord | undefined> {
  const [found] = await readDocuments(context, sql`d.verification_code = ${code}`)
  return found
}

async function readDocuments(
  { tx, jurisdiction }: QueryContext,
  condition: RawBuilder<unknown>,
): Promise<readonly DocumentRecord[]> {
  const { rows } = await sql<DocumentRecord>`
    select ${columns} from matter_document d
    where d.jurisdiction = ${jurisdiction} and ${condition as RawBuilder<SqlBool>}`.execute(tx)
  return rows
}

/**
 * What is printed. It is compared with the digest of its issue each time: what was changed in the database is not given
 * out as if it were the original.
 *
 * @throws document.changed
 */
export function openContent(
  { secrets, jurisdiction }: Pick<QueryContext, 'secrets' | 'jurisdiction'>,
  { id, content, digest, number }: DocumentRecord,
): PrintedContent {
  const opened = readContent(secrets, ownerOf(jurisdiction, id), content)
  if (opened === undefined || digestOf(opened) !== digest) throw documentErrors.changed({ number })
  return opened
}

function readContent(
  secrets: QueryContext['secrets'],
  owner: string,
  { sealed }: DocumentRecord['content'],
): PrintedContent | undefined {
  const clear = secrets.open(Buffer.from(sealed, 'base64'), owner)
  const content = JSON.parse(clear) as PrintedContent
  return content.shape === 1 ? content : undefined
}
