import { timingSafeEqual } from 'node:crypto'
import { hasAnyAccount } from '@qiangxian/kernel/accounts/account.queries'
import { accountErrors } from '@qiangxian/kernel/accounts/account-errors'
import { actorMay, publicActor, rolesOf } from '@qiangxian/kernel/accounts/actor'
import { insertAccount } from '@qiangxian/kernel/accounts/insert-account'
import { type Permission, permissions, type Role, roles } from '@qiangxian/kernel/accounts/roles'
import { needsSecondFactor } from '@qiangxian/kernel/accounts/second-factor-required'
import { endOwnSession } from '@qiangxian/kernel/accounts/session.operations'
import { findSecondStep, finishSignIn, signIn } from '@qiangxian/kernel/accounts/sign-in'
import { countStolenSessions } from '@qiangxian/kernel/accounts/stolen-sessions'
import { civilDateInChina } from '@qiangxian/kernel/clock/civil-date'
import { endDemonstration } from '@qiangxian/kernel/jurisdiction/county-facts'
import { checkInput } from '@qiangxian/kernel/operations/check-input'
import { execute } from '@qiangxian/kernel/operations/execute'
import { defineCommand } from '@qiangxian/kernel/operations/operation'
import { findUnits } from '@qiangxian/kernel/parties/unit-ref'
import { findCurrentPlan } from '@qiangxian/kernel/plan/load-version'
import { isDemonstration } from '@qiangxian/modules/management/demonstration/remove-demonstration.command'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import Type, { type Static } from 'typebox'
import { outcomeInWords } from '../identity-outcome.ts'
import type { OpenPlatform } from '../open-platform.ts'
import {
  asRequest,
  isFromThisMachine,
  languageOf,
  sessionCookie,
  signedInBy,
  tokenIn,
  userAgentOf,
} from '../request-context.ts'
import { giveOutcome, outcomeCookie, secondStepCookie, takeCookieBack } from '../sign-in-cookies.ts'
import type { OidcRouteSettings } from './oidc.routes.ts'

/** `secure`: cookies go over TLS only */
export interface SessionSettings extends OidcRouteSettings {
  /** what a first administrator from another machine has to know; printed where the program was started */
  readonly setupCode: string
  readonly version: string
}

export const SignInInput = Type.Object({
  login: Type.String({ minLength: 1, maxLength: 60 }),
  password: Type.String({ minLength: 1, maxLength: 200 }),
})

export const SecondStepInput = Type.Object({ code: Type.String({ minLength: 1, maxLength: 40 }) })

export const FirstAdministrator = Type.Object({
  login: Type.String({ minLength: 2, maxLength: 60, pattern: '^[A-Za-z0-9._\\-一-鿿]+$' }),
  displayName: Type.String({ minLength: 1, maxLength: 60 }),
  password: Type.String({ minLength: 1, maxLength: 200 }),
  code: Type.Optional(Type.String({ maxLength: 40 })),
})

/**
 * Creates the first administrator; only while there is no account at all. The same person usually begins the
 * programme, so the account also holds the office's role; it can be taken away later.
 */
export const createFirstAdministrator = defineCommand({
  id: 'account.createFirst',
  label: { zh: '首次设置管理员', en: 'Create the first administrator' },
  about: {
    zh: '平台还没有账号时，建立第一个管理员。',
    en: 'Creates the first administrator while there is no account.',
  },
  permission: 'session.own',
  route: { method: 'POST', path: '/setup/administrator' },
  input: FirstAdministrator,
  output: Type.Object({}),
  run: async (context, input) => {
    const { tx, jurisdiction } = context
    await tx.selectFrom('jurisdiction').selectAll().where('jurisdiction', '=', jurisdiction).forUpdate().execute()
    if (await hasAnyAccount(tx, jurisdiction)) throw accountErrors.alreadySetUp({})
    const given = [
      { role: 'administrator' as const, partyId: null },
      { role: 'office' as const, partyId: null },
    ]
    await insertAccount(context, { ...input, roles: given, mustChangePassword: false })
    return {}
  },
})

/** Signing in and out, who one is, and the first set-up. */
export function sessionRoutes(app: FastifyInstance, platform: OpenPlatform, settings: SessionSettings): void {
  app.get('/api/session', async (request) => describeSession(platform, settings, request))

  app.post('/api/session', async (request, reply) => {
    const input = checkInput({ input: SignInInput }, request.body) as Static<typeof SignInInput>
    await openSession(platform, settings, request, reply, input)
    return describeSession(platform, settings, request)
  })

  app.post('/api/session/second-step', async (request, reply) => {
    const { code } = checkInput({ input: SecondStepInput }, request.body) as Static<typeof SecondStepInput>
    const token = tokenIn(request, secondStepCookie)
    if (token === undefined) throw accountErrors.secondStepOver({})
    const step = { token, code, userAgent: userAgentOf(request) }
    const opened = await finishSignIn(platform, asRequest(request, undefined), step)
    giveOutcome(request, reply, { kind: 'session', token: opened }, settings.secure)
    return describeSession(platform, settings, request)
  })

  app.delete('/api/session', async (request, reply) => {
    const signedIn = await signedInBy(platform, request)
    if (signedIn?.actor.sessionId !== undefined) {
      const input = { sessionId: signedIn.actor.sessionId }
      await execute(platform, endOwnSession, asRequest(request, signedIn.actor), input)
    }
    for (const cookie of [sessionCookie, secondStepCookie, outcomeCookie] as const) {
      takeCookieBack(request, reply, cookie)
    }
    return {}
  })

  app.post('/api/setup/administrator', async (request, reply) => {
    const input = checkInput({ input: FirstAdministrator }, request.body) as Static<typeof FirstAdministrator>
    if (!isFromThisMachine(request) && !sameCode(input.code ?? '', settings.setupCode)) {
      throw accountErrors.setupCodeWrong({})
    }
    await execute(platform, createFirstAdministrator, asRequest(request, publicActor(request.ip)), input)
    await openSession(platform, settings, request, reply, input)
    return describeSession(platform, settings, request)
  })
}

async function openSession(
  platform: OpenPlatform,
  settings: SessionSettings,
  request: FastifyRequest,
  reply: FastifyReply,
  input: { login: string; password: string },
): Promise<void> {
  const device = userAgentOf(request)
  const outcome = await signIn(platform, asRequest(request, undefined), { ...input, device })
  giveOutcome(request, reply, outcome, settings.secure)
}

async function describeSession(platform: OpenPlatform, settings: SessionSettings, request: FastifyRequest) {
  const { database, county } = platform
  const signedIn = await signedInBy(platform, request)
  const actor = signedIn?.actor ?? publicActor(request.ip)
  const state = await database.inJurisdiction(county.jurisdiction, 'read', async (tx) => ({
    stolenSessions:
      actor.accountId === undefined ? 0 : await countStolenSessions(tx, county.jurisdiction, actor.accountId),
    needsSetup: !(await hasAnyAccount(tx, county.jurisdiction)),
    hasProgramme: (await findCurrentPlan(tx, county.jurisdiction)) !== undefined,
    demonstration: await isDemonstration({ tx, jurisdiction: county.jurisdiction }),
    units: await findUnits(
      tx,
      county.jurisdiction,
      actor.roles.flatMap((held) => held.partyId ?? []),
    ),
  }))
  // Another program, qx on the machine, may have removed it; every page asks here first.
  if (county.demonstration && !state.demonstration) endDemonstration(county)
  return {
    account:
      signedIn === undefined
        ? null
        : {
            id: signedIn.actor.accountId,
            login: signedIn.login,
            displayName: signedIn.actor.label,
            mustChangePassword: signedIn.mustChangePassword,
            secondFactor: {
              on: signedIn.hasSecondFactor,
              required: needsSecondFactor(county, actor.roles),
            },
            stolenSessions: state.stolenSessions,
          },
    secondStepDue: await secondStepDue(platform, request),
    oidc: settings.identityService === undefined ? null : { label: settings.identityService.label },
    identityOutcome: outcomeInWords(request.cookies[outcomeCookie], languageOf(request)),
    roles: actor.roles.map(({ role, partyId }) => ({
      role,
      roleLabel: roles[role].label.zh,
      roleLabelEn: roles[role].label.en,
      unit: state.units.get(partyId ?? '') ?? null,
    })),
    permissions: (Object.keys(permissions) as Permission[]).filter((permission) => actorMay(actor, permission)),
    heldRoles: rolesOf(actor),
    jurisdiction: { id: county.jurisdiction, label: county.label, labelEn: county.labelEn },
    demonstration: county.demonstration,
    demoAccounts: county.demonstrationAccounts
      .filter((account) => account.roles.some((held) => held.role !== 'public'))
      .map(({ login, displayName, password, roles: held }) => ({
        login,
        displayName,
        password,
        roleLabel: held.map((each) => `${roles[each.role].label.zh}${unitOf(county, each)}`).join('、'),
        roleLabelEn: held.map((each) => `${roles[each.role].label.en}${unitOf(county, each)}`).join(', '),
      })),
    needsSetup: state.needsSetup,
    setupNeedsCode: state.needsSetup && !isFromThisMachine(request),
    hasProgramme: state.hasProgramme,
    countyPlanAvailable: county.plan !== undefined,
    today: civilDateInChina(platform.now()),
    version: settings.version,
    virusScanner: platform.scanner?.name ?? null,
  }
}

/** The unit for which a demonstration account acts, set apart; the office’s role says it already. */
function unitOf(county: OpenPlatform['county'], held: { readonly role: Role; readonly unit: string | null }): string {
  const unit = county.organisations.find((each) => each.key === held.unit)
  return unit === undefined || held.role === 'office' ? '' : ` · ${unit.shortName}`
}

/** Whether this browser has shown a password and owes the code. */
async function secondStepDue(platform: OpenPlatform, request: FastifyRequest): Promise<boolean> {
  const token = tokenIn(request, secondStepCookie)
  if (token === undefined) return false
  return (await findSecondStep(platform, { token, userAgent: userAgentOf(request) })) !== undefined
}

function sameCode(given: string, expected: string): boolean {
  const a = Buffer.from(given.trim().toUpperCase())
  const b = Buffer.from(expected)
  return a.length === b.length && timingSafeEqual(a, b)
}
