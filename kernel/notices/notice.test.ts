import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../accounts/actor.ts'
import { jobRequest } from '../jobs/job-request.ts'
import { execute } from '../operations/execute.ts'
import type { Announcement } from '../outbox/announcement.ts'
import { addPerson, announcement, tellThem, unitsOf } from '../outbox/announcing.fixture.ts'
import { dispatchOutbox } from '../outbox/dispatch-outbox.ts'
import { openTestKernel, requestAs, type TestKernel } from '../testing/test-kernel.ts'
import { inAppChannel } from './in-app-channel.ts'
import { listNotices, readNotices } from './notice.operations.ts'

interface Page {
  readonly notices: readonly { readonly id: string; readonly title: string; readonly readAt: string | null }[]
  readonly next: string | null
  readonly unread: { readonly count: number; readonly more: boolean }
}

describe('notices (站内消息) of one’s own', () => {
  let kernel: TestKernel
  let head: Actor
  let office: Actor

  beforeAll(async () => {
    kernel = await openTestKernel()
    head = await addPerson(kernel, 'zhenzhang', [{ role: 'unitHead', partyId: (await unitsOf(kernel)).town }])
    office = await addPerson(kernel, 'zhuren', [{ role: 'office', partyId: undefined }])
  })
  beforeEach(async () => {
    for (const table of ['notice', 'delivery', 'outbox']) await kernel.test.tamper(`delete from ${table}`)
  })
  afterAll(() => kernel.close())

  const list = (actor: Actor, input: object = {}) =>
    execute(kernel, listNotices, { ...requestAs('public'), actor }, input) as Promise<Page>
  const read = (actor: Actor, input: object) =>
    execute(kernel, readNotices, { ...requestAs('public'), actor }, input) as Promise<{
      read: number
      unread: Page['unread']
    }>
  const tell = async (announcements: readonly Announcement[]) => {
    await tellThem(kernel, announcements)
    const request = jobRequest('test-run')
    const occasion = { requestId: 'test-run', request, signal: new AbortController().signal }
    await dispatchOutbox(kernel, [inAppChannel], occasion)
  }
  const toHead = (title: string) => announcement({ to: { accountIds: ['zhenzhang'] }, title })
  const toOffice = (title: string) => announcement({ to: { roles: ['office'] }, title })
  const entries = async () =>
    Number((await kernel.test.tamper(`select count(*) from journal where command = 'notice.read'`)).rows[0].count)

  it('are listed newest first, by pages that neither skip nor repeat, also among those of one moment', async () => {
    for (const minute of [0, 1, 2]) {
      kernel.setNow(new Date(Date.parse('2026-11-25T02:00:00Z') + minute * 60_000))
      await tell(Array.from({ length: 5 }, (_, index) => toHead(`${minute}:${index}`)))
    }
    const all = (await list(head)).notices.map(({ title }) => title)
    expect(all.map((title) => title[0]).join('')).toBe('222221111100000')
    const paged: string[] = []
    for (let before: string | null | undefined; before !== null; ) {
      const page: Page = await list(head, { limit: 4, ...(before === undefined ? {} : { before }) })
      paged.push(...page.notices.map(({ title }) => title))
      before = page.next
    }
    expect(paged).toEqual(all)
  })

  it('are marked as read, each once, with one entry in the journal for the act', async () => {
    await tell([toHead('一'), toHead('二'), toHead('三')])
    const before = await entries()
    const ids = (await list(head)).notices.slice(0, 2).map(({ id }) => id)
    expect(await read(head, { ids })).toEqual({ read: 2, unread: { count: 1, more: false } })
    expect(await read(head, { ids })).toEqual({ read: 0, unread: { count: 1, more: false } })
    expect(await entries()).toBe(before + 1)
    const unread = await list(head, { unread: true })
    expect(unread.notices.map(({ id }) => ids.includes(id))).toEqual([false])
    expect((await list(head)).notices.filter(({ readAt }) => readAt !== null).map(({ id }) => id)).toEqual(ids)
    expect(await read(head, { all: true })).toEqual({ read: 1, unread: { count: 0, more: false } })
    expect((await list(head, { unread: true })).notices).toEqual([])
  })

  it('say what is missing when it is not said which were read', async () => {
    await expect(read(head, {})).rejects.toMatchObject({ code: 'operation.badInput', problems: [{ path: '/ids' }] })
    await expect(read(head, { all: false })).rejects.toMatchObject({ code: 'operation.badInput' })
  })

  it('of somebody else are not listed, not marked, and mark no place in one’s own list', async () => {
    await tell([toHead('镇长的'), toOffice('办公室的'), toOffice('办公室的二')])
    const [theirs] = (await list(office)).notices
    expect((await list(head)).notices.map(({ title }) => title)).toEqual(['镇长的'])
    expect(await read(head, { ids: [theirs?.id, 'no-such-id'] })).toMatchObject({ read: 0 })
    expect(await read(head, { all: true })).toMatchObject({ read: 1 })
    expect((await list(office)).unread).toEqual({ count: 2, more: false })
    expect((await list(head, { before: theirs?.id })).notices).toEqual([])
  })

  it('of an account of the same id in another county are out of reach', async () => {
    await tell([toHead('本县的')])
    await kernel.test.tamper(`insert into jurisdiction (jurisdiction, label, label_en, demonstration, created_at)
      values ('biexian', '别县', 'Other County', false, now())`)
    await kernel.test.tamper(`insert into account (jurisdiction, id, login, display_name, password_hash,
      must_change_password, created_at) values ('biexian', 'zhenzhang', 'zhenzhang', '别县镇长（演示）', '-', false, now())`)
    await kernel.test.tamper(`insert into outbox (jurisdiction, id, topic, payload, created_at)
      values ('biexian', 'foreign', 'test.kind', '{}', now())`)
    await kernel.test.tamper(`insert into notice (jurisdiction, id, outbox_id, account_id, kind, title, body, path,
      subject_kind, subject_id, created_at)
      values ('biexian', 'foreign', 'foreign', 'zhenzhang', 'test.kind', '别县的', '', '/', 'test', '1', now())`)
    const own = await list(head)
    expect(own.notices.map(({ title }) => title)).toEqual(['本县的'])
    expect(own.unread).toEqual({ count: 1, more: false })
    expect((await list(head, { before: 'foreign' })).notices).toEqual([])
    expect(await read(head, { ids: ['foreign'] })).toMatchObject({ read: 0 })
    expect(await read(head, { all: true })).toMatchObject({ read: 1 })
    const { rows } = await kernel.test.tamper(`select read_at from notice where jurisdiction = 'biexian'`)
    expect(rows).toEqual([{ read_at: null }])
  })

  it('are nobody’s who has not signed in', async () => {
    const anonymous = { ...requestAs('public').actor, via: 'web' as const }
    await expect(list(anonymous)).rejects.toMatchObject({ code: 'operation.signInNeeded', status: 401 })
    await expect(read(anonymous, { all: true })).rejects.toMatchObject({ code: 'operation.signInNeeded' })
    await expect(list(requestAs('office').actor)).rejects.toThrow('“我的消息”需要先登录')
  })

  it('are counted and listed as quickly when there are ten thousand, and read in one act', async () => {
    await tell(Array.from({ length: 10_000 }, (_, index) => toHead(`第${index}条`)))
    await kernel.test.tamper('analyze notice')
    expect((await list(head)).unread).toEqual({ count: 999, more: true })
    const { rows } = await kernel.test.tamper(`explain (format json) select count(*) from (select from notice
      where jurisdiction = 'yanshi' and account_id = 'zhenzhang' and read_at is null limit 1000) u`)
    expect(JSON.stringify(rows)).toContain('"Plan Rows":1000')
    const started = performance.now()
    for (let times = 0; times < 20; times += 1) await list(head, { unread: true })
    expect((performance.now() - started) / 20).toBeLessThan(250)
    expect(await read(head, { all: true })).toEqual({ read: 10_000, unread: { count: 0, more: false } })
  })
})
