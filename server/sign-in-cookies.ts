import { visitMinutes } from '@qiangxian/kernel/accounts/identity-visit'
import { sessionLimits } from '@qiangxian/kernel/accounts/session'
import type { SignInOutcome } from '@qiangxian/kernel/accounts/sign-in'
import { secondStepMinutes } from '@qiangxian/kernel/accounts/sign-in'
import { pairedMinutes } from '@qiangxian/kernel/window/twin'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { onceCookie, sessionCookie, twinCookie } from './request-context.ts'

/** The permit for the second step, between password and code. */
export const secondStepCookie = 'qx_second_step'
/** Binds a visit to the identity service to the browser that began it. */
export const visitCookie = 'qx_identity_visit'
/** How the last visit ended, for the page to say. A cookie and no address: a link cannot put words on our pages. */
export const outcomeCookie = 'qx_identity_outcome'

const minutesOf = {
  [sessionCookie]: sessionLimits.absoluteHours * 60,
  [secondStepCookie]: secondStepMinutes,
  [visitCookie]: visitMinutes,
  [outcomeCookie]: 3,
  // As long as the county lets a visit last at most; the row says when it is over.
  [onceCookie]: 24 * 60,
  [twinCookie]: pairedMinutes,
} as const

export type OwnCookie = keyof typeof minutesOf

/** Sets a cookie that scripts cannot read; also for the rest of this request, which then sees it as sent. */
export function giveCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  { name, value, secure }: { name: OwnCookie; value: string; secure: boolean },
): void {
  request.cookies[name] = value
  reply.setCookie(name, value, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: minutesOf[name] * 60 })
}

export function takeCookieBack(request: FastifyRequest, reply: FastifyReply, name: OwnCookie): void {
  if (request.cookies[name] === undefined) return
  delete request.cookies[name]
  reply.clearCookie(name, { path: '/' })
}

/** The cookie of what a sign-in came to: the session, or the permit for the second step. */
export function giveOutcome(
  request: FastifyRequest,
  reply: FastifyReply,
  outcome: SignInOutcome,
  secure: boolean,
): void {
  const name = outcome.kind === 'session' ? sessionCookie : secondStepCookie
  giveCookie(request, reply, { name, value: outcome.token, secure })
  takeCookieBack(request, reply, outcome.kind === 'session' ? secondStepCookie : sessionCookie)
  takeCookieBack(request, reply, outcomeCookie)
}
