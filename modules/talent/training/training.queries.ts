import type { QueryContext } from '@qiangxian/kernel/operations/context'
import { defineQuery } from '@qiangxian/kernel/operations/operation'
import { Id } from '@qiangxian/kernel/plan/programme.schemas'
import { readRecords } from '@qiangxian/kernel/registers/find-records'
import type { LinkValue, StoredRecord } from '@qiangxian/kernel/registers/record.types'
import { registerErrors } from '@qiangxian/kernel/registers/register-errors'
import type { Registers } from '@qiangxian/kernel/registers/registers'
import { Parameters, runSql } from '@qiangxian/kernel/registers/run-sql'
import { sightOrThrow } from '@qiangxian/kernel/registers/sight'
import Type from 'typebox'
import { civilTime, instantOf } from './civil-time.ts'
import { proofSteps } from './proof-steps.ts'
import { codeOf, isProven, STEP_SECONDS, shownUntil, stepAt } from './sign-in-code.ts'
import { signInKey } from './sign-in-key.ts'
import { refusesSignIn } from './sign-in-window.ts'
import { AttendanceProof, SignInCode, UpcomingSession } from './training.schemas.ts'
import { countAttendances, countEnrolments, getOwnSession, sessionsFrom } from './training-sessions.ts'

export const listUpcomingSessions = defineQuery({
  id: 'training.sessions',
  label: { zh: '查看可以报名的培训', en: 'List sessions to come' },
  about: { zh: '还没有办的培训：时间、地点、名额、候补人数。', en: 'Sessions to come: when, where, places left.' },
  permission: 'service.read',
  route: { method: 'GET', path: '/training-sessions' },
  cli: 'training sessions',
  input: Type.Object({}),
  output: Type.Object({ sessions: Type.Array(UpcomingSession) }),
  run: async (context) => {
    const sessions = await sessionsFrom(context, context.today)
    const counts = await countEnrolments(
      context,
      sessions.map(({ id }) => id),
    )
    return {
      sessions: sessions.map(({ organiser, demonstration, certificate, ...session }) => ({
        ...session,
        taken: counts.get(session.id)?.taken ?? 0,
        waiting: counts.get(session.id)?.waiting ?? 0,
        isOpen: context.today <= session.enrolUntil,
      })),
    }
  },
})

export const showSignInCode = defineQuery({
  id: 'training.signInCode',
  label: { zh: '会场签到码', en: 'Sign-in code for the room' },
  about: {
    zh: '放在会场屏幕上的签到码，每 30 秒换一次；不在签到时间内的说明原因。',
    en: 'For the screen of the room; it changes every 30 seconds, and says why where nobody can sign in.',
  },
  permission: 'matter.handle',
  route: { method: 'GET', path: '/training-sessions/:sessionId/sign-in-code' },
  cli: 'training code',
  input: Type.Object({ sessionId: Id }),
  output: SignInCode,
  run: async (context, { sessionId }) => {
    const session = await getOwnSession(context, sessionId)
    const why = refusesSignIn(session, context.today, civilTime(context.now).slice(0, 5))
    const step = stepAt(context.now)
    const code = why === undefined ? codeOf(signInKey(context), session.id, step) : null
    const counts = await countEnrolments(context, [session.id])
    return {
      sessionId: session.id,
      title: session.title,
      heldOn: session.heldOn,
      code,
      closedBecause: why?.[context.language] ?? null,
      path: code === null ? null : `/sign-in/${session.id}?code=${code}`,
      step,
      validUntil: shownUntil(step).toISOString(),
      refreshSeconds: STEP_SECONDS,
      signedIn: await countAttendances(context, session.id),
      enrolled: counts.get(session.id)?.taken ?? 0,
    }
  },
})

export function proveAttendance(registers: Registers) {
  return defineQuery({
    id: 'training.proof',
    label: { zh: '核对一条签到', en: 'Prove a person-time' },
    about: {
      zh: '重新计算签到凭据：是不是在会场、用当时的签到码签的。补录和导入的没有凭据。',
      en: 'Computes the proof of a sign-in again; what was entered by hand has none.',
    },
    permission: 'register.read',
    route: { method: 'GET', path: '/training-attendances/:recordId/proof' },
    cli: 'training proof',
    input: Type.Object({ recordId: Id }),
    output: AttendanceProof,
    run: async (context, { recordId }) => {
      const record = await getSeen(context, registers, recordId)
      const { session, personNo, signedInOn, signedInAt, signInStep, signInProof } = record.values
      const link = session as LinkValue
      const said = {
        recordId,
        ...{ session: link.name, sessionId: link.id },
        personNo: String(personNo),
        signedInOn: String(signedInOn),
        signedInAt: typeof signedInAt === 'string' ? signedInAt : null,
        step: typeof signInStep === 'number' ? signInStep : null,
      }
      if (said.signedInAt === null || said.step === null || typeof signInProof !== 'string') {
        return {
          ...said,
          steps: [],
          verdict: 'none' as const,
          words: '补录或者导入的，没有扫码凭据；以签到表原件为准。',
        }
      }
      const facts = {
        session: link.id ?? '',
        person: said.personNo,
        day: said.signedInOn,
        time: said.signedInAt,
        step: said.step,
      }
      const heldOn = link.id === null ? null : await heldOnOf(context, registers, link.id)
      const steps = proofSteps(signInKey(context), { ...facts, heldOn }, signInProof, instantOf).map((step) => ({
        ...step,
      }))
      return isProven(signInKey(context), facts, signInProof, instantOf) && steps.every(({ holds }) => holds !== false)
        ? {
            ...said,
            steps,
            verdict: 'proven' as const,
            words: `${said.signedInOn} ${said.signedInAt} 用第 ${said.step} 号签到码在会场签到，凭据重算相符。`,
          }
        : {
            ...said,
            steps,
            verdict: 'broken' as const,
            words: '凭据与记录不符：这条记录在签到以后被改过，或者不是扫码签到的。',
          }
    },
  })
}

/** The day of a session; null where its record is not there any more. */
async function heldOnOf({ tx, jurisdiction }: QueryContext, registers: Registers, id: string): Promise<string | null> {
  const session = (await readRecords(tx, jurisdiction, registers.get('training-session'), [id])).get(id)
  const heldOn = session?.values['heldOn']
  return typeof heldOn === 'string' ? heldOn : null
}

/** @throws register.recordUnknown */
async function getSeen(context: QueryContext, registers: Registers, id: string): Promise<StoredRecord> {
  const { tx, jurisdiction } = context
  const register = registers.get('training-attendance')
  const sight = await sightOrThrow(context, registers, register)
  const parameters = new Parameters()
  const [own, given] = [parameters.add(jurisdiction), parameters.add(id)]
  const seen = await runSql<{ id: string }>(
    tx,
    `select r.id from ${register.table} r
     where r.jurisdiction = ${own} and r.id = ${given} and ${sight.where('r', parameters)}`,
    parameters.values,
  )
  const records = await readRecords(
    tx,
    jurisdiction,
    register,
    seen.map((row) => row.id),
  )
  const record = records.get(id)
  if (record === undefined) throw registerErrors.recordUnknown({ label: register.declaration.label, id })
  return record
}
