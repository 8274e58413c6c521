import type { Deed, MatterEffect } from '@qiangxian/kernel/matters/effects.types'
import type { CommandContext } from '@qiangxian/kernel/operations/context'
import { readRecords } from '@qiangxian/kernel/registers/find-records'
import { writeRecords } from '@qiangxian/kernel/registers/write-records'
import { sql } from 'kysely'
import { numberOf } from './person-number.ts'
import { trainingErrors } from './training-errors.ts'
import { countEnrolments, getSession } from './training-sessions.ts'

/**
 * What enrolments change elsewhere: nobody is given a place that is not there, whoever gives it; and whoever gets a
 * certificate has it in the record of their attendance.
 */
export const trainingEffect: MatterEffect = {
  id: 'training',
  run: async (context, deed) => {
    if (deed.declaration.id !== 'training-enrolment') return undefined
    if (deed.act.id === 'confirm') await refuseWhenFull(context, deed)
    if (deed.act.id === 'certify') return { written: await markCertified(context, deed) }
    return undefined
  },
}

/** @throws training.full; the session is locked, so two officers do not give the last place twice */
async function refuseWhenFull(context: CommandContext, { values }: Deed): Promise<void> {
  const id = idOf(values['session'])
  if (id === undefined) return
  const session = await getSession(context, id, { lock: true })
  if (session.places === null) return
  const taken = (await countEnrolments(context, [id])).get(id)?.taken ?? 0
  if (taken >= session.places) throw trainingErrors.full({ title: session.title, places: session.places })
}

async function markCertified(context: CommandContext, { after, matters, values }: Deed) {
  const { tx, jurisdiction } = context
  const session = idOf(values['session'])
  if (session === undefined || after.phoneBlind === null) return []
  const { rows } = await sql<{ id: string }>`
    select id from training_attendance where jurisdiction = ${jurisdiction} and session_id = ${session}
      and person_no = ${numberOf(after.phoneBlind)}`.execute(tx)
  const register = matters.registers.get('training-attendance')
  const records = await readRecords(
    tx,
    jurisdiction,
    register,
    rows.map(({ id }) => id),
    { lock: true },
  )
  const changed = [...records.values()].map((before) => ({ before, values: { ...before.values, result: 'certified' } }))
  const written = await writeRecords(context, matters.registers, register, changed, {
    origin: 'matter',
    reason: after.number,
  })
  return written.map(({ id, label }) => ({ register: register.id, recordId: id, label }))
}

function idOf(link: unknown): string | undefined {
  const id = typeof link === 'object' && link !== null && 'id' in link ? link.id : undefined
  return typeof id === 'string' ? id : undefined
}
