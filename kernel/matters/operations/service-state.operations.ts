import Type from 'typebox'
import type { CommandContext } from '../../operations/context.ts'
import { defineCommand, type Operation } from '../../operations/operation.ts'
import type { Matters } from '../matters.ts'
import { ServiceState } from './type.schemas.ts'

const input = Type.Object({
  type: Type.String({ minLength: 1, maxLength: 64 }),
  reason: Type.String({ minLength: 2, maxLength: 500 }),
})

/** 开放、暂停收件: of new cases alone; what is in hand goes on, and drafts are kept. */
export function serviceStateOperations(matters: Matters): readonly Operation[] {
  return [
    defineCommand({
      id: 'matterType.open',
      label: { zh: '开放事项', en: 'Open a matter' },
      about: { zh: '恢复收件。', en: 'Takes new cases again.' },
      permission: 'service.manage',
      route: { method: 'POST', path: '/matter-types/:type/openings' },
      cli: 'matter open',
      input,
      output: ServiceState,
      run: (context, { type, reason }) => changeState(context, matters, type, reason, true),
    }),
    defineCommand({
      id: 'matterType.close',
      label: { zh: '暂停事项', en: 'Close a matter' },
      about: {
        zh: '暂停收件并写明原因；在办的继续办完，草稿保留。',
        en: 'Takes no new cases, and says why; those in hand go on and drafts are kept.',
      },
      permission: 'service.manage',
      route: { method: 'POST', path: '/matter-types/:type/closures' },
      cli: 'matter close',
      input,
      output: ServiceState,
      run: (context, { type, reason }) => changeState(context, matters, type, reason, false),
    }),
  ]
}

async function changeState(context: CommandContext, matters: Matters, type: string, reason: string, isOpen: boolean) {
  const { tx, jurisdiction, now, actor } = context
  const { id } = matters.get(type)
  const before = await tx
    .selectFrom('service_state')
    .select(['is_open', 'reason', 'changed_at', 'by_label'])
    .where('jurisdiction', '=', jurisdiction)
    .where('matter_type', '=', id)
    .forUpdate()
    .executeTakeFirst()
  const was = before?.is_open ?? true
  if (was === isOpen) {
    context.unchanged()
    const at = before?.changed_at ?? now
    return {
      type: id,
      isOpen,
      reason: before?.reason ?? reason,
      changedAt: at.toISOString(),
      byLabel: before?.by_label ?? '',
    }
  }
  const row = { is_open: isOpen, reason, changed_at: now, by_label: actor.label }
  await tx
    .insertInto('service_state')
    .values({ jurisdiction, matter_type: id, ...row })
    .onConflict((conflict) => conflict.columns(['jurisdiction', 'matter_type']).doUpdateSet(row))
    .execute()
  await context.record({
    subject: { kind: 'matterType', id },
    before: { isOpen: was },
    after: { isOpen },
    reason,
  })
  return { type: id, isOpen, reason, changedAt: now.toISOString(), byLabel: actor.label }
}
