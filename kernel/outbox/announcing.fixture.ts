import Type from 'typebox'
import type { Actor, HeldRole } from '../accounts/actor.ts'
import { execute } from '../operations/execute.ts'
import { defineCommand } from '../operations/operation.ts'
import { requestAs, type TestKernel } from '../testing/test-kernel.ts'
import { announceAll } from './announce.ts'
import type { Announcement } from './announcement.ts'

let toAnnounce: readonly Announcement[] = []

/** A command of the tests that announces, and then succeeds or does not. */
const tell = defineCommand({
  id: 'test.tell',
  label: { zh: '告知', en: 'Tell' },
  about: { zh: '测试用。', en: 'For tests.' },
  permission: 'party.manage',
  route: { method: 'POST', path: '/test/tell' },
  input: Type.Object({ fails: Type.Optional(Type.Boolean()) }),
  output: Type.Object({}),
  run: async (context, { fails }) => {
    await announceAll(context, toAnnounce)
    await context.record({ subject: { kind: 'test', id: 'tell' }, before: null, after: {} })
    if (fails === true) throw new Error('nobody is to hear of it')
    return {}
  },
})

/** Announces in a command, which may fail after it. */
export function tellThem(kernel: TestKernel, announcements: readonly Announcement[], fails = false): Promise<unknown> {
  toAnnounce = announcements
  return execute(kernel, tell, requestAs('office'), { fails })
}

export function announcement(changes: Partial<Announcement> = {}): Announcement {
  return {
    to: { roles: ['office'] },
    kind: 'report.submitted',
    title: '云亭镇报送了 10 月进展（演示）',
    body: '请审核',
    path: '/reports/1',
    subject: { kind: 'report', id: '1' },
    ...changes,
  }
}

/** An account with roles, invented for a test; returns it as somebody who acts. */
export async function addPerson(
  kernel: TestKernel,
  login: string,
  roles: readonly HeldRole[],
): Promise<Actor & { accountId: string }> {
  await kernel.database.inJurisdiction('yanshi', 'write', async (tx) => {
    const account = { jurisdiction: 'yanshi', id: login, login, display_name: `${login}（演示）` }
    const state = { password_hash: '-', must_change_password: false, created_at: kernel.now() }
    await tx
      .insertInto('account')
      .values({ ...account, ...state })
      .execute()
    for (const [ordinal, { role, partyId }] of roles.entries()) {
      const given = { jurisdiction: 'yanshi', account_id: login, role, party_id: partyId ?? null, ordinal }
      await tx.insertInto('account_role').values(given).execute()
    }
  })
  return {
    accountId: login,
    sessionId: undefined,
    label: login,
    roles,
    via: 'web',
    address: undefined,
  }
}

/** Units of the invented county by name. */
export async function unitsOf(kernel: TestKernel): Promise<{ office: string; town: string }> {
  const { rows } = await kernel.test.tamper(`select id, name from party where jurisdiction = 'yanshi'`)
  const idOf = (name: string) => String(rows.find((row) => row.name === name)?.id)
  return { office: idOf('演示县工作领导小组办公室'), town: idOf('云亭镇') }
}
