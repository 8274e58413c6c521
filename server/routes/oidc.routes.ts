import { signInByIdentity } from '@qiangxian/kernel/accounts/identity'
import { linkOwnIdentity } from '@qiangxian/kernel/accounts/identity.operations'
import { identityErrors } from '@qiangxian/kernel/accounts/identity-errors'
import { beginVisit, type FinishedVisit, takeVisit } from '@qiangxian/kernel/accounts/identity-visit'
import { QxError } from '@qiangxian/kernel/errors/define-errors'
import { checkInput } from '@qiangxian/kernel/operations/check-input'
import { execute } from '@qiangxian/kernel/operations/execute'
import { operationErrors } from '@qiangxian/kernel/operations/operation-errors'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import Type, { type Static } from 'typebox'
import type { IdentityService } from '../identity-service.ts'
import type { OpenPlatform } from '../open-platform.ts'
import { asRequest, signedInBy, tokenIn, userAgentOf } from '../request-context.ts'
import { giveCookie, giveOutcome, outcomeCookie, takeCookieBack, visitCookie } from '../sign-in-cookies.ts'

export interface OidcRouteSettings {
  readonly secure: boolean
  readonly identityService: IdentityService | undefined
}

export const VisitInput = Type.Object({
  purpose: Type.Enum(['signIn', 'link']),
  /** page of ours to go on to; only addresses of this site */
  next: Type.Optional(Type.String({ maxLength: 500, pattern: '^/(?![/\\\\])' })),
})

/**
 * Sign-in through an identity service: authorization code with PKCE, state and nonce (OpenID Connect Core 1.0).
 *
 * A visit begins with a POST, which other sites cannot send, and comes back to the callback in the same browser. What
 * it came to, the page learns from `GET /session`.
 */
export function oidcRoutes(app: FastifyInstance, platform: OpenPlatform, settings: OidcRouteSettings): void {
  const serviceOrRefuse = () => {
    if (settings.identityService === undefined) throw identityErrors.notConfigured({})
    return settings.identityService
  }

  app.post('/api/oidc/visits', async (request, reply) => {
    const service = serviceOrRefuse()
    const input = checkInput({ input: VisitInput }, request.body) as Static<typeof VisitInput>
    const signedIn = input.purpose === 'link' ? await signedInBy(platform, request) : undefined
    if (input.purpose === 'link' && signedIn === undefined) {
      throw operationErrors.signInNeeded({ label: linkOwnIdentity.label })
    }
    const nextPath = input.next ?? (input.purpose === 'link' ? '/me' : '/')
    const visit = await beginVisit(platform, { accountId: signedIn?.actor.accountId, nextPath })
    const url = await addressOrRefuse(request, () => service.addressFor(visit))
    takeCookieBack(request, reply, outcomeCookie)
    giveCookie(request, reply, { name: visitCookie, value: visit.browserToken, secure: settings.secure })
    return { url }
  })

  app.get('/api/oidc/callback', async (request, reply) => {
    const service = serviceOrRefuse()
    const browserToken = tokenIn(request, visitCookie)
    takeCookieBack(request, reply, visitCookie)
    let visit: FinishedVisit | undefined
    try {
      const query = request.url.split('?')[1] ?? ''
      const state = new URLSearchParams(query).get('state') ?? ''
      visit = browserToken === undefined ? undefined : await takeVisit(platform, { state, browserToken })
      if (visit === undefined) throw identityErrors.visitOver({})
      const identity = await service.identityFrom(query, visit, state)
      if (visit.accountId !== undefined) {
        await link(platform, request, visit.accountId, identity)
        giveCookie(request, reply, { name: outcomeCookie, value: 'linked', secure: settings.secure })
        return reply.redirect(visit.nextPath, 303)
      }
      const asked = asRequest(request, undefined)
      const outcome = await signInByIdentity(platform, asked, identity, userAgentOf(request))
      giveOutcome(request, reply, outcome, settings.secure)
      return reply.redirect(outcome.kind === 'session' ? visit.nextPath : signInPage(visit), 303)
    } catch (error) {
      if (!(error instanceof QxError)) throw error
      noteRefusal(request, error)
      giveCookie(request, reply, { name: outcomeCookie, value: outcomeOf(error), secure: settings.secure })
      return reply.redirect(visit?.accountId === undefined ? signInPage(visit) : '/me', 303)
    }
  })
}

function signInPage(visit: FinishedVisit | undefined): string {
  return visit === undefined || visit.nextPath === '/'
    ? '/sign-in'
    : `/sign-in?next=${encodeURIComponent(visit.nextPath)}`
}

/** The session has to be the one that began: the identity must not go to whoever signed in meanwhile. */
async function link(
  platform: OpenPlatform,
  request: FastifyRequest,
  accountId: string,
  identity: { readonly issuer: string; readonly subject: string },
): Promise<void> {
  const signedIn = await signedInBy(platform, request)
  if (signedIn?.actor.accountId !== accountId) throw identityErrors.visitOver({})
  await execute(platform, linkOwnIdentity, asRequest(request, signedIn.actor), identity)
}

async function addressOrRefuse(request: FastifyRequest, ask: () => Promise<string>): Promise<string> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof QxError) noteRefusal(request, error)
    throw error
  }
}

/** For the operator: what went wrong, by the names of the errors. Answers of the service hold codes and stay out. */
function noteRefusal(request: FastifyRequest, error: QxError): void {
  const why: string[] = []
  for (let cause = error.cause; cause instanceof Error && why.length < 5; cause = cause.cause) {
    why.push('code' in cause && typeof cause.code === 'string' ? `${cause.name} ${cause.code}` : cause.name)
  }
  request.log.warn({ code: error.code, why }, 'identity service')
}

function outcomeOf(error: QxError): string {
  const reference = error.code === 'identity.unknown' ? /\d{8}/.exec(error.localized.zh)?.[0] : undefined
  return reference === undefined ? error.code : `${error.code} ${reference}`
}
