import { createHash, randomBytes } from 'node:crypto'
import { canonicalJson, type Json } from '@qiangxian/engines/canonical-json/canonical-json'
import { newId } from '../ids/new-id.ts'
import type { IssuedDocument } from '../matters/effects.types.ts'
import type { DocumentTemplate } from '../matters/matter.types.ts'
import type { CommandContext } from '../operations/context.ts'
import type { PrintedContent } from './content.types.ts'
import { documentErrors } from './document-errors.ts'
import { type Filling, fillTemplate } from './fill.ts'
import { placedPattern, takeNumber } from './take-number.ts'
import { valuesOf, type WordTemplateInForce } from './templates/template-in-force.ts'
import { newVerificationCode } from './verification-code.ts'

export interface DocumentOrder {
  /** id of the declaration's document */
  readonly document: string
  readonly template: DocumentTemplate
  readonly filling: Filling
  /** 发文机关: full name of who signs */
  readonly office: string
  /** null for what is issued outside of a matter */
  readonly matter: { readonly id: string; readonly number: string } | null
  readonly demonstration: boolean
  /** the county's own Word template that is in force; undefined where there is none, or it does not fit the case */
  readonly wordTemplate?: WordTemplateInForce | undefined
}

/** A document that was issued, with what proves it. */
export interface IssuedPaper extends IssuedDocument {
  readonly verificationCode: string
}

type Issuing = Pick<
  CommandContext,
  'tx' | 'jurisdiction' | 'today' | 'now' | 'actor' | 'county' | 'secrets' | 'outside'
>

/**
 * Issues a document, in the transaction of the act: takes its number, fills the template, seals the digest, and keeps
 * everything that is printed. Word and PDF are printed from that, whenever somebody wants them.
 *
 * It writes no journal entry: the act that issues it names it in its own.
 *
 * @throws document.placeholderMissing names all that is not filled, and nothing is issued
 */
export async function issueDocument(context: Issuing, order: DocumentOrder): Promise<IssuedPaper> {
  const { tx, jurisdiction, now, today, actor, secrets, outside } = context
  const { template, filling, office, matter } = order
  const filled = fillTemplate(template, withOwnNumber(filling))
  const inWord = order.wordTemplate === undefined ? undefined : valuesOf(order.wordTemplate, filling)
  const missing = [...new Set([...filled.missing, ...(inWord?.missing ?? [])])]
  if (missing.length > 0) throw documentErrors.placeholderMissing({ document: template.label, placeholders: missing })
  const facts = matter === null ? {} : { 'fact.number': matter.number }
  const number = await takeNumber(context, placedPattern(context.county, template.number), facts)
  // Filled again with the number, which is taken only for a document that will be.
  const { title, addressee, blocks, notes } = fillTemplate(template, withOwnNumber(filling, number))
  const content: PrintedContent = {
    shape: 1,
    ...{ form: template.form, office, label: template.label, title, number, addressee, blocks, notes },
    issuedOn: today,
    isSealed: template.sealed,
    verificationCode: newVerificationCode(),
    matterNumber: matter?.number ?? null,
    isDemonstration: order.demonstration,
    ...(inWord === undefined ? {} : { wordTemplate: inWord.content }),
    salt: randomBytes(16).toString('base64url'),
  }
  const id = newId(now)
  const digest = digestOf(content)
  const seal = template.sealed ? await outside.seal.seal({ digest, office, at: now }) : null
  const { verificationCode } = content
  await tx
    .insertInto('matter_document')
    .values({
      ...{ jurisdiction, id, matter_id: matter?.id ?? null, document: order.document, label: template.label },
      ...{ number, title, content: sealContent(secrets, ownerOf(jurisdiction, id), content) },
      ...{ content_sha256: digest, verification_code: verificationCode },
      seal: seal === null ? null : JSON.stringify(seal),
      ...{ issued_on: today, issued_at: now, by_label: actor.label, demonstration: order.demonstration },
      template_id: order.wordTemplate?.id ?? null,
    })
    .execute()
  return { id, document: order.document, number, title, verificationCode }
}

/** While nothing is wrong yet, a document that names its own number is not missing anything. */
function withOwnNumber(filling: Filling, number = '号'): Filling {
  return { ...filling, words: (name) => (name === 'fact.documentNumber' ? number : filling.words(name)) }
}

export function digestOf(content: PrintedContent): string {
  return createHash('sha256')
    .update(canonicalJson(content as unknown as Json))
    .digest('hex')
}

export function ownerOf(jurisdiction: string, documentId: string): string {
  return `${jurisdiction}/document/${documentId}`
}

export function sealContent(secrets: CommandContext['secrets'], owner: string, content: PrintedContent): string {
  return JSON.stringify({ sealed: secrets.seal(JSON.stringify(content), owner).toString('base64') })
}
