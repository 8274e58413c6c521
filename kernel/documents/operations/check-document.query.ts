import Type from 'typebox'
import { civilDateInChina } from '../../clock/civil-date.ts'
import type { QueryContext } from '../../operations/context.ts'
import { KeptRefusal } from '../../operations/kept-refusal.ts'
import { defineQuery } from '../../operations/operation.ts'
import { addressOf } from '../../throttles/address-of.ts'
import { type Counted, countOne, secondsToWait } from '../../throttles/throttle.ts'
import { DocumentCheck, TypedCode } from '../document.schemas.ts'
import { documentErrors } from '../document-errors.ts'
import { findDocumentByCode, openContent } from '../find-document.ts'
import { isUnchanged, sealStateOf } from '../seal-state.ts'
import { readVerificationCode } from '../verification-code.ts'

/**
 * Wrong codes from one address; real ones do not count, however many an office checks. Nobody guesses one of 72 bits; this
 * keeps the trying cheap for us.
 */
const wrongCodes = { id: 'document.check', most: 20, minutes: 10 }

export const checkDocument = defineQuery({
  id: 'document.check',
  label: { zh: '核验文书', en: 'Check a document' },
  about: {
    zh: '凭文书上的核验码查是否本平台签发、内容是否改动、印章是否有效、是否已撤销。不显示文书内容和个人信息。',
    en: 'By the code on a document: whether it was issued here, is unchanged, well sealed and not revoked. Shows nothing of its content.',
  },
  permission: 'service.read',
  countsGuesses: true,
  route: { method: 'GET', path: '/document-checks' },
  cli: 'document check',
  input: Type.Object({ code: TypedCode }),
  output: DocumentCheck,
  run: async (context, { code }) => {
    const { outside, language } = context
    const guesses = guessesOf(context)
    const seconds = await secondsToWait(context, guesses)
    if (seconds > 0) {
      throw documentErrors.tooManyChecks({ minutes: Math.ceil(seconds / 60) }, { retryAfterSeconds: seconds })
    }
    const read = readVerificationCode(code)
    const document = read === undefined ? undefined : await findDocumentByCode(context, read)
    if (document === undefined) {
      await countOne(context, guesses)
      throw new KeptRefusal(
        read === undefined ? documentErrors.codeMistyped({ code }) : documentErrors.codeUnknown({ code: read }),
      )
    }
    const unchanged = isUnchanged(context, document)
    const { seal } = document
    const caution = seal === null ? null : outside.seal.caution
    return {
      ...{ number: document.number, label: document.label, title: document.title },
      // Of a content that was changed nothing is said as if it were true.
      office: unchanged ? openContent(context, document).office : '',
      ...{ issuedOn: document.issuedOn, digest: document.digest, isUnchanged: unchanged },
      seal: {
        state: sealStateOf(context, document),
        algorithm: seal?.algorithm ?? null,
        publicKey: seal?.publicKey ?? null,
        signature: seal?.signature ?? null,
        sealedAt: seal?.sealedAt ?? null,
        caution: caution === null ? null : caution[language],
      },
      revoked:
        document.revokedAt === null
          ? null
          : { on: civilDateInChina(document.revokedAt), reason: document.revokedReason ?? '' },
      isDemonstration: document.demonstration,
    }
  },
})

function guessesOf({ actor }: QueryContext): readonly Counted[] {
  const address = addressOf(actor)
  return address === undefined ? [] : [{ throttle: wrongCodes, of: address }]
}
