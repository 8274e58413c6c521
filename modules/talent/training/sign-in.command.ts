import type { CommandContext } from '@qiangxian/kernel/operations/context'
import { defineCommand } from '@qiangxian/kernel/operations/operation'
import { judgeChange, refuseUnlessGood } from '@qiangxian/kernel/registers/change-record'
import type { Registers } from '@qiangxian/kernel/registers/registers'
import { writeRecords } from '@qiangxian/kernel/registers/write-records'
import { sql } from 'kysely'
import { civilTime } from './civil-time.ts'
import { type Attendant, attendantOf } from './person-number.ts'
import { proofOf, stepOfCode } from './sign-in-code.ts'
import { signInKey } from './sign-in-key.ts'
import { refusesSignIn } from './sign-in-window.ts'
import { SignedIn, SignInInput } from './training.schemas.ts'
import { trainingErrors } from './training-errors.ts'
import { getSession, type Session } from './training-sessions.ts'

/**
 * 签到: whoever reads the code in the room was in the room. It becomes a record of the register, one for each person and
 * session, with what proves it; signing in twice changes nothing.
 */
export function signIn(registers: Registers) {
  return defineCommand({
    id: 'training.signIn',
    label: { zh: '培训签到', en: 'Sign in to a session' },
    about: {
      zh: '凭会场屏幕上的签到码签到；登录、手机验证过的不用再填姓名。重复签到只算一次。',
      en: 'By the code on the screen of the room; a second time changes nothing.',
    },
    permission: 'service.apply',
    route: { method: 'POST', path: '/training-sign-ins' },
    cli: 'training sign-in',
    input: SignInInput,
    output: SignedIn,
    run: async (context, input) => {
      // Locked, so that two taps of one finger do not make two records.
      const session = await getSession(context, input.sessionId, { lock: true })
      const time = civilTime(context.now)
      const why = refusesSignIn(session, context.today, time.slice(0, 5))
      if (why !== undefined) throw trainingErrors.notNow({ why })
      const step = stepOfCode(signInKey(context), session.id, input.code, context.now)
      if (step === undefined) throw trainingErrors.codeWrong({})
      const attendant = attendantOf(context, input)
      const said = { title: session.title, heldOn: session.heldOn, personNo: attendant.personNo }
      const earlier = await findAttendance(context, session.id, attendant.personNo)
      const enrolmentNo = await findEnrolment(context, session.id, attendant)
      const hasEnrolled = enrolmentNo !== null
      if (earlier !== undefined) {
        context.unchanged()
        return { ...said, outcome: 'already' as const, at: earlier.at, hasEnrolled }
      }
      if (!hasEnrolled && !session.walkIns) throw trainingErrors.notEnrolled({ title: session.title })
      await write(context, registers, { session, attendant, time, step, enrolmentNo })
      return { ...said, outcome: 'signedIn' as const, at: time, hasEnrolled }
    },
  })
}

async function write(
  context: CommandContext,
  registers: Registers,
  {
    session,
    attendant,
    time,
    step,
    enrolmentNo,
  }: { session: Session; attendant: Attendant; time: string; step: number; enrolmentNo: string | null },
): Promise<void> {
  const register = registers.get('training-attendance')
  const { personNo, name } = attendant
  const proof = proofOf(signInKey(context), { session: session.id, person: personNo, day: context.today, time, step })
  const values = {
    session: { id: session.id, name: session.title },
    personNo,
    personName: name,
    signedInOn: context.today,
    result: 'attended',
    signedInAt: time,
    signInStep: step,
    signInProof: proof,
    enrolmentNo,
  }
  const judged = await judgeChange(context, registers, register, {
    values,
    ...(session.organiser === null ? {} : { unitId: session.organiser }),
  })
  refuseUnlessGood(register, judged)
  const [written] = await writeRecords(context, registers, register, [judged.write], {
    origin: 'form',
    reason: '扫码签到',
    demonstration: session.demonstration,
  })
  await context.record({
    subject: { kind: register.id, id: written?.id ?? '' },
    before: null,
    after: { session: session.id, personNo, signedInOn: context.today, at: time, step },
  })
}

async function findAttendance(
  { tx, jurisdiction }: CommandContext,
  session: string,
  personNo: string,
): Promise<{ readonly at: string | null } | undefined> {
  const { rows } = await sql<{ at: string | null }>`
    select signed_in_at as at from training_attendance
    where jurisdiction = ${jurisdiction} and session_id = ${session} and person_no = ${personNo}`.execute(tx)
  return rows[0]
}

/** The number of the enrolment that holds a place; null where there is none. */
async function findEnrolment(
  { tx, jurisdiction }: CommandContext,
  session: string,
  { phoneBlind, accountId }: Attendant,
): Promise<string | null> {
  const { rows } = await sql<{ number: string }>`
    select m.number from matter m
    where m.jurisdiction = ${jurisdiction} and m.matter_type = 'training-enrolment'
      and (m.phone_blind = ${phoneBlind} or m.applicant_account = ${accountId})
      and m.values -> 'session' ->> 'id' = ${session} and m.phases && array['enrolled', 'attended']
    order by m.submitted_at limit 1`.execute(tx)
  return rows[0]?.number ?? null
}
