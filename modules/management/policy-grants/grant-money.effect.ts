import type { Deed, MatterEffect } from '@qiangxian/kernel/matters/effects.types'
import type { CommandContext } from '@qiangxian/kernel/operations/context'
import { readRecords } from '@qiangxian/kernel/registers/find-records'
import type { StoredRecord } from '@qiangxian/kernel/registers/record.types'
import { writeRecords } from '@qiangxian/kernel/registers/write-records'
import { sql } from 'kysely'
import { grantErrors } from './grant-errors.ts'
import { boundsOf, refuseAward } from './grant-money.ts'

/** Money of grants: an award keeps within its bounds, what is paid adds up in the register, to the fen. */
export const grantMoneyEffect: MatterEffect = {
  id: 'grant-money',
  run: async (context, deed) => {
    if (deed.declaration.id !== 'grant-application') return undefined
    if (deed.act.id === 'award') await keepWithinBounds(context, deed)
    if (deed.act.id === 'pay') return { written: await addPayment(context, deed) }
    if (deed.act.id === 'finishPayment') await refuseWhileUnpaid(context, deed)
    return undefined
  },
}

async function keepWithinBounds(context: CommandContext, { values, input, after }: Deed): Promise<void> {
  const call = idOf(values['call'])
  const amount = numberOf(input['amount'])
  if (call === undefined || amount === null) return
  refuseAward(amount, await boundsOf(context, { call, asked: numberOf(values['asked']), except: after.number }))
}

async function addPayment(context: CommandContext, deed: Deed) {
  const before = await lockAward(context, deed)
  const amount = numberOf(deed.input['amount']) ?? 0
  const paid = (numberOf(before.values['paidAmount']) ?? 0) + amount
  const left = (numberOf(before.values['amount']) ?? 0) - (numberOf(before.values['paidAmount']) ?? 0)
  if (amount > left) throw grantErrors.moreThanAwarded({ amount, left })
  const register = deed.matters.registers.get('grant-award')
  const values = {
    ...before.values,
    paidAmount: paid,
    lastPaidOn: context.today,
    voucherNo: String(deed.input['voucherNo'] ?? ''),
  }
  const written = await writeRecords(context, deed.matters.registers, register, [{ before, values }], {
    origin: 'matter',
    reason: deed.after.number,
  })
  return written.map(({ id, label }) => ({ register: register.id, recordId: id, label }))
}

async function refuseWhileUnpaid(context: CommandContext, deed: Deed): Promise<void> {
  const { values } = await lockAward(context, deed)
  const left = (numberOf(values['amount']) ?? 0) - (numberOf(values['paidAmount']) ?? 0)
  if (left > 0) throw grantErrors.notPaidInFull({ left })
}

/** @throws grant.awardMissing */
async function lockAward(context: CommandContext, { after, matters }: Deed): Promise<StoredRecord> {
  const { tx, jurisdiction } = context
  const { rows } = await sql<{ id: string }>`
    select id from grant_award where jurisdiction = ${jurisdiction} and award_no = ${after.number}`.execute(tx)
  const ids = rows.map(({ id }) => id)
  const records = await readRecords(tx, jurisdiction, matters.registers.get('grant-award'), ids, { lock: true })
  const [record] = records.values()
  if (record === undefined) throw grantErrors.awardMissing({ number: after.number })
  return record
}

function idOf(link: unknown): string | undefined {
  const id = typeof link === 'object' && link !== null && 'id' in link ? link.id : undefined
  return typeof id === 'string' ? id : undefined
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}
