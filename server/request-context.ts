import { accountErrors } from '@qiangxian/kernel/accounts/account-errors'
import type { Actor } from '@qiangxian/kernel/accounts/actor'
import { publicActor } from '@qiangxian/kernel/accounts/actor'
import { needsSecondFactor } from '@qiangxian/kernel/accounts/second-factor-required'
import { findSession, type SignedIn } from '@qiangxian/kernel/accounts/session'
import type { Language } from '@qiangxian/kernel/errors/define-errors'
import type { Request } from '@qiangxian/kernel/operations/execute'
import type { Operation } from '@qiangxian/kernel/operations/operation'
import { type FoundVisit, findVisit } from '@qiangxian/kernel/visits/find-visit'
import { findTwin } from '@qiangxian/kernel/window/twin'
import type { FastifyRequest } from 'fastify'
import type { OpenPlatform } from './open-platform.ts'

export const sessionCookie = 'qx_session'
/** Somebody who came once, by a code to their telephone. */
export const onceCookie = 'qx_visit'
/** The applicant's own screen at the window, paired to one form. */
export const twinCookie = 'qx_twin'

/** The language that the reader asked for: Chinese unless they prefer English. */
export function languageOf(request: FastifyRequest): Language {
  const wanted = String(request.headers['accept-language'] ?? '')
  return /^\s*en\b/i.test(wanted) ? 'en' : 'zh'
}

/** What the browser says it is. A program that says nothing is one too. */
export function userAgentOf(request: FastifyRequest): string {
  return String(request.headers['user-agent'] ?? '')
}

/** A token from a cookie; undefined when there is none, or what is there is none of ours. */
export function tokenIn(request: FastifyRequest, cookie: string): string | undefined {
  const token = request.cookies[cookie]
  return token === undefined || token.length > 100 ? undefined : token
}

/** Who is signed in, by the cookie; undefined for the public. */
export async function signedInBy(platform: OpenPlatform, request: FastifyRequest): Promise<SignedIn | undefined> {
  const token = tokenIn(request, sessionCookie)
  if (token === undefined) return undefined
  const bearer = { token, userAgent: userAgentOf(request), address: request.ip, requestId: request.id }
  return findSession(platform.database, platform.county.jurisdiction, bearer, platform.now())
}

/** Who came once, by the cookie; undefined where that is over. */
export async function visitOf(platform: OpenPlatform, request: FastifyRequest): Promise<FoundVisit | undefined> {
  const token = tokenIn(request, onceCookie)
  if (token === undefined) return undefined
  const bearer = { token, userAgent: userAgentOf(request), address: request.ip, requestId: request.id }
  return findVisit(platform.database, platform.county.jurisdiction, bearer, platform.now())
}

/** The form to which this screen was paired. */
async function twinOf(platform: OpenPlatform, request: FastifyRequest): Promise<Actor['twin']> {
  const token = tokenIn(request, twinCookie)
  return token === undefined
    ? undefined
    : findTwin(platform.database, platform.county.jurisdiction, token, platform.now())
}

/**
 * The request as an operation sees it: whoever is signed in asks, else whoever came once, else the public. A paired screen
 * counts on the routes of the twin only, whoever else uses this browser.
 *
 * @throws account.passwordMustChange when the first password still stands, account.secondFactorNeeded when a role asks
 *   for a second factor that is not set up; unless this is about one's own session, where both are put right
 */
export async function askedBy(
  platform: OpenPlatform,
  request: FastifyRequest,
  operation: Pick<Operation, 'permission' | 'route'>,
): Promise<Request> {
  const signedIn = await signedInBy(platform, request)
  if (signedIn !== undefined && operation.permission !== 'session.own') {
    if (signedIn.mustChangePassword) throw accountErrors.passwordMustChange({})
    if (lacksSecondFactor(platform, signedIn)) throw accountErrors.secondFactorNeeded({})
  }
  const asked = asRequest(request, signedIn?.actor ?? (await visitorOf(platform, request)))
  const twin = operation.route.path.startsWith('/twin') ? await twinOf(platform, request) : undefined
  return twin === undefined ? asked : { ...asked, actor: { ...asked.actor, twin } }
}

async function visitorOf(platform: OpenPlatform, request: FastifyRequest): Promise<Actor | undefined> {
  const visit = (await visitOf(platform, request))?.visit
  if (visit === undefined) return undefined
  return {
    ...publicActor(request.ip),
    label: visit.isAnonymous === true ? '匿名来访者' : `来访者 ${visit.phoneMasked}`,
    visit,
  }
}

/** Whether a role of this person asks for a second factor, and none is set up yet. */
export function lacksSecondFactor(platform: Pick<OpenPlatform, 'county'>, signedIn: SignedIn): boolean {
  return !signedIn.hasSecondFactor && needsSecondFactor(platform.county, signedIn.actor.roles)
}

/** The request as an operation sees it. */
export function asRequest(request: FastifyRequest, actor: Actor | undefined): Request {
  return { actor: actor ?? publicActor(request.ip), requestId: request.id, language: languageOf(request) }
}

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/**
 * Whether someone sits at this machine. A proxy here makes everyone's address 127.0.0.1, so what a proxy handed on is
 * not from here, whether or not the proxy is one that we trust.
 */
export function isFromThisMachine(request: FastifyRequest): boolean {
  const handedOn = request.headers['x-forwarded-for'] ?? request.headers['forwarded'] ?? request.headers['x-real-ip']
  return handedOn === undefined && loopback.has(request.ip)
}
