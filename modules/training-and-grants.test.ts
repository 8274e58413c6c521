import { documentsEffect } from '@qiangxian/kernel/documents/documents-effect'
import { assembleMatters } from '@qiangxian/kernel/matters/assemble-matters'
import { limitsEffect } from '@qiangxian/kernel/matters/limits/limits-effect'
import { registerEntriesEffect } from '@qiangxian/kernel/matters/register-entries'
import { filledForm } from '@qiangxian/kernel/matters/testing/filled-form'
import {
  type MatterKernel,
  openMatterKernel,
  putEvidence,
  type Somebody,
} from '@qiangxian/kernel/matters/testing/matter-kernel'
import { judgeChange, refuseUnlessGood } from '@qiangxian/kernel/registers/change-record'
import { assembleRegisters } from '@qiangxian/kernel/registers/define-register'
import { generalFormats } from '@qiangxian/kernel/registers/formats/general-formats'
import { writeRecords } from '@qiangxian/kernel/registers/write-records'
import { assembleRules } from '@qiangxian/kernel/rules/define-rule'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  matters as declaredMatters,
  registers as declaredRegisters,
  formats,
  guards,
  rules,
} from './declarations.gen.ts'
import { showEligibility } from './management/policy-grants/eligibility.query.ts'
import { grantMoneyEffect } from './management/policy-grants/grant-money.effect.ts'
import { trainingOperations } from './talent/training/training.operations.ts'
import { trainingEffect } from './talent/training/training-places.effect.ts'

const matters = assembleMatters({
  ...{ matters: declaredMatters, guards },
  rules: assembleRules(rules),
  registers: assembleRegisters({ registers: declaredRegisters, formats: [...generalFormats, ...formats] }),
  effects: [limitsEffect, documentsEffect, registerEntriesEffect, trainingEffect, grantMoneyEffect],
})
const [listSessions, showCode, signIn, prove, step] = trainingOperations(matters)
const eligibility = showEligibility(matters.registers)

let kernel: MatterKernel
beforeAll(async () => {
  kernel = await openMatterKernel({ matters })
  await putEvidence(kernel, 'e-walk')
}, 120_000)
afterAll(() => kernel.close())

function operation(found: typeof listSessions) {
  if (found === undefined) throw new Error('the subject of training has five operations')
  return found
}

/** Adds a record as the office does, and answers its id. */
function add(register: string, values: Readonly<Record<string, unknown>>): Promise<string> {
  return kernel.command('office', async (context) => {
    const one = matters.registers.get(register)
    const judged = await judgeChange(context, matters.registers, one, { values })
    refuseUnlessGood(one, judged)
    const [written] = await writeRecords(context, matters.registers, one, [judged.write], {
      origin: 'form',
      reason: null,
    })
    await context.record({ subject: { kind: register, id: written?.id ?? '' }, before: null, after: {} })
    return written?.id ?? ''
  })
}

const clock = () => ({ ...kernel.actor('office'), accountId: undefined, label: '系统任务', via: 'job' as const })

describe('a training session (培训)', { timeout: 120_000 }, () => {
  const phones = { resident: '13900000001', neighbour: '13900000002' } as const
  let session: string
  const ids: Record<string, string> = {}

  beforeAll(async () => {
    kernel.setNow(new Date('2026-11-25T02:00:00Z'))
    session = await add('training-session', {
      ...{ title: '演示课', heldOn: '2026-11-25', startsAt: '9点半', endsAt: '12:00', places: 1, walkIns: false },
    })
    for (const who of ['resident', 'neighbour'] as const) {
      const { id } = await kernel.begin(who, {
        ...{ type: 'training-enrolment', entrance: 'account' },
        values: filledForm(matters.registers, matters.get('training-enrolment'), {
          ...{ seed: 1, today: '2026-11-25', withOptional: false },
          values: { session: { id: session, name: '演示课' }, heldOn: '2026-11-25', phone: phones[who] },
        }),
        applicant: { label: '演示*', account: `acc-${who}`, phone: phones[who] },
      })
      ids[who] = id
    }
  }, 120_000)

  const phase = async (who: string) => {
    const { rows } = await kernel.test.tamper('select phases from matter where id = $1', [ids[who]])
    return (rows as { phases: string[] }[])[0]?.phases[0]
  }
  const code = async () =>
    (await kernel.run('officer', operation(showCode), { sessionId: session }))['code'] as unknown as string
  const signInAs = (who: Somebody | ReturnType<MatterKernel['actor']>, input: object) =>
    kernel.run(who, operation(signIn), { sessionId: session, ...input })

  it('gives its one place to whoever enrolled first, and puts the next on the list', async () => {
    expect(await kernel.run(clock(), operation(step), {})).toMatchObject({ confirmed: 1, listed: 1, finished: true })
    expect([await phase('resident'), await phase('neighbour')]).toEqual(['enrolled', 'waiting'])
    await expect(
      kernel.act('officer', { matterId: ids['neighbour'] ?? '', act: 'confirm', as: 'handler' }),
    ).rejects.toMatchObject({ code: 'training.full' })
    const { sessions } = (await kernel.run('resident', operation(listSessions), {})) as unknown as {
      sessions: object[]
    }
    expect(sessions).toEqual([expect.objectContaining({ places: 1, taken: 1, waiting: 1, startsAt: '09:30' })])
  })

  it('lets somebody sign in by the code of the room, once', async () => {
    const shown = await code()
    expect(shown).toMatch(/^[2-9A-Z]{6}$/)
    const input = { code: shown, name: '演示甲', phone: '139 0000 0001' }
    expect(await signInAs('resident', input)).toMatchObject({ outcome: 'signedIn', hasEnrolled: true, at: '10:00:00' })
    expect(await signInAs('resident', input)).toMatchObject({ outcome: 'already', at: '10:00:00' })
    const { rows } = await kernel.test.tamper('select count(*)::int as n from training_attendance')
    expect(rows).toEqual([{ n: 1 }])
  })

  it('takes no code that is wrong or over, and nobody who was given no place', async () => {
    const shown = await code()
    const input = { name: '演示乙', phone: '13900000002' }
    await expect(signInAs('neighbour', { ...input, code: '222222' })).rejects.toMatchObject({
      code: 'training.codeWrong',
    })
    await expect(signInAs('neighbour', { ...input, code: shown })).rejects.toMatchObject({
      code: 'training.notEnrolled',
    })
    const nobody = { ...kernel.actor('resident'), accountId: undefined, roles: [] }
    await expect(signInAs(nobody, { code: shown })).rejects.toMatchObject({ code: 'training.whoAreYou' })
    kernel.setNow(new Date('2026-11-25T02:01:01Z'))
    await expect(signInAs('neighbour', { ...input, code: shown })).rejects.toMatchObject({ code: 'training.codeWrong' })
    kernel.setNow(new Date('2026-11-25T09:00:00Z'))
    await expect(signInAs('neighbour', { ...input, code: shown })).rejects.toMatchObject({ code: 'training.notNow' })
    kernel.setNow(new Date('2026-11-25T02:02:00Z'))
  })

  it('shows the code to the unit that holds it alone', async () => {
    await kernel.test.tamper('update training_session set organiser = $1 where id = $2', [
      kernel.units['云亭镇'],
      session,
    ])
    await expect(code()).rejects.toMatchObject({ code: 'training.sessionUnknown' })
    await kernel.test.tamper('update training_session set organiser = null where id = $1', [session])
  })

  it('proves a person-time, and says when it was changed afterwards or entered by hand', async () => {
    const { rows } = await kernel.test.tamper('select id from training_attendance')
    const recordId = (rows as { id: string }[])[0]?.id ?? ''
    const proof = async () =>
      (await kernel.run('office', operation(prove), { recordId })) as unknown as {
        verdict: string
        steps: { label: string; holds: boolean | null }[]
      }
    const verdict = async () => (await proof()).verdict
    const holding = async () => (await proof()).steps.map(({ holds }) => holds)
    expect(await verdict()).toBe('proven')
    expect(await holding()).toEqual([true, true, true, true])
    await kernel.test.tamper(`update training_attendance set signed_in_at = '09:59:59' where id = $1`, [recordId])
    expect(await verdict()).toBe('broken')
    // The code of that step was still shown, so what does not come out is the seal; of another hour neither does.
    expect((await holding()).at(-1)).toBe(false)
    await kernel.test.tamper(`update training_attendance set signed_in_at = '08:00:00' where id = $1`, [recordId])
    expect(await holding()).toEqual([true, true, false, false])
    await kernel.test.tamper(`update training_attendance set signed_in_at = '10:00:00' where id = $1`, [recordId])
    await kernel.test.tamper('update training_attendance set sign_in_proof = null where id = $1', [recordId])
    expect(await proof()).toMatchObject({ verdict: 'none', steps: [] })
  })

  it('notes who came, and certifies them in document and register', async () => {
    expect(await kernel.run(clock(), operation(step), {})).toMatchObject({ attended: 1, absent: 0 })
    expect(await phase('resident')).toBe('attended')
    const outcome = await kernel.act('officer', {
      ...{ matterId: ids['resident'] ?? '', act: 'certify', as: 'handler' },
      input: { hours: '3', course: '演示内容' },
    })
    expect(outcome).toMatchObject({ status: 'ended', documents: [{ document: 'certificate' }] })
    expect(outcome.written).toMatchObject([{ register: 'training-attendance' }])
    const { rows } = await kernel.test.tamper('select result from training_attendance')
    expect(rows).toEqual([{ result: 'certified' }])
  })
})

describe('a grant (政策兑现)', { timeout: 120_000 }, () => {
  let call: string
  let entity: string

  beforeAll(async () => {
    kernel.setNow(new Date('2026-11-25T02:00:00Z'))
    entity = await add('market-entity', {
      name: '演示陶艺有限公司',
      entityType: 'enterprise',
      establishedOn: '2020-01-01',
    })
    call = await add('grant-call', {
      ...{ callNo: 'YS-1', title: '演示政策', paysFor: 'project', rule: '每个项目支持不超过 5 万元' },
      ...{ conditions: ['in-business', 'inventions', 'credit'], leastInventions: 1 },
      ...{ opensOn: '2026-01-01', closesOn: '2026-12-31', budget: 30_000_00, perProjectMost: 50_000_00 },
    })
  }, 120_000)

  const told = async () => {
    const answer = (await kernel.run('office', eligibility, { entity })) as unknown as {
      calls: { verdict: string; conditions: { id: string; verdict: string; records: object[] }[] }[]
    }
    return answer.calls[0]
  }

  it('cannot be called for by a rule that pays for grants as such', async () => {
    await expect(
      add('grant-call', {
        ...{ callNo: 'YS-2', title: '坏政策', paysFor: 'project', rule: '授权发明专利每件奖励 3000 元' },
        ...{ opensOn: '2026-01-01', closesOn: '2026-12-31' },
      }),
    ).rejects.toMatchObject({ code: 'register.badValues' })
  })

  it('tells an entity where it stands, from what is known, with the records that say so', async () => {
    expect(await told()).toMatchObject({
      verdict: 'unknown',
      conditions: [
        { id: 'in-business', verdict: 'fulfilled' },
        { id: 'inventions', verdict: 'unknown' },
        { id: 'credit' },
      ],
    })
    const owned = { title: '演示发明', patentType: 'invention', filedOn: '2022-01-01', grantedOn: '2024-01-01' }
    await add('patent', { ...owned, applicationNo: '202210000001X', owners: [{ id: null, name: '别家' }] }).catch(
      () => '',
    )
    await kernel.test.tamper('update patent set owners_ids = array[$1]', [entity])
    const after = await told()
    const inventions = after?.conditions.find(({ id }) => id === 'inventions')
    const { rows } = await kernel.test.tamper('select count(*)::int as n from patent')
    // Where the register holds the invention, it is shown; where it could not be entered, nothing is claimed.
    expect(inventions?.verdict).toBe((rows as { n: number }[])[0]?.n === 1 ? 'fulfilled' : 'unknown')
    await expect(kernel.run('resident', eligibility, { entity })).rejects.toMatchObject({ code: 'grant.entityUnknown' })
  })

  it('is paid to the fen: within its bounds, and closed when all of it was paid', async () => {
    const { id: matterId } = await kernel.begin('resident', {
      type: 'grant-application',
      values: filledForm(matters.registers, matters.get('grant-application'), {
        ...{ seed: 2, today: '2026-11-25', withOptional: false },
        values: {
          ...{ call: { id: call, name: '演示政策' }, promises: true, asked: 40_000_00, otherSupport: '无' },
          ...{ callOpensOn: '2026-01-01', callClosesOn: '2026-12-31', callMost: 50_000_00 },
        },
      }),
      applicant: { label: '演示陶艺有限公司', account: 'acc-resident', phone: '13900000003' },
      materials: matters.get('grant-application').materials.map(({ id: material }) => ({
        ...{ material, evidenceId: 'e-walk', fileName: '演示.txt', origin: 'applicant' as const },
      })),
    })
    const act = (who: Somebody, name: string, input: object = {}) =>
      kernel.act(who, { matterId, act: name, input: { ...input }, opinion: '同意（演示）' })
    await act('officer', 'accept')
    await expect(act('officer', 'proposeAward')).rejects.toMatchObject({ code: 'matter.refusedByGuard' })
    for (let at = 0; at < 5; at += 1) {
      await kernel.test.tamper(
        `insert into matter_review (jurisdiction, id, matter_id, expert_record, expert_label, code, status, total,
           asked_at, submitted_at)
         values ('yanshi', 'g-' || $2::text, $1, 'g-' || $2::text, '演示专家', 'A', 'submitted', 80, now(), now())`,
        [matterId, at],
      )
    }
    await act('officer', 'proposeAward')
    await act('head', 'publish')
    await expect(act('officer', 'endPublicity', { objections: '无' })).rejects.toMatchObject({
      code: 'matter.refusedByGuard',
    })
    kernel.setNow(new Date('2026-12-10T02:00:00Z'))
    await act('officer', 'endPublicity', { objections: '无' })
    const award = (amount: number) => act('head', 'award', { amount, payment: '分期' })
    await expect(award(40_000_01)).rejects.toMatchObject({ code: 'grant.moreThanAsked' })
    await expect(award(30_000_01)).rejects.toMatchObject({ code: 'grant.moreThanBudget' })
    await award(30_000_00)
    const pay = (amount: number) => act('officer', 'pay', { amount, voucherNo: '演示-1' })
    await pay(10_000_01)
    await expect(act('officer', 'finishPayment')).rejects.toMatchObject({ code: 'grant.notPaidInFull' })
    await expect(pay(20_000_00)).rejects.toMatchObject({ code: 'grant.moreThanAwarded' })
    await pay(19_999_99)
    await act('officer', 'finishPayment')
    const { rows } = await kernel.test.tamper(
      'select amount::int, paid_amount::int as paid, finished_on::text from grant_award',
    )
    expect(rows).toEqual([{ amount: 30_000_00, paid: 30_000_00, finished_on: '2026-12-10' }])
  })
})
