import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Library, type Listed, openLibrary, reporterOf } from './calling.fixture.ts'
import type { RecordDetail, RecordRow } from './registers.schemas.ts'

let library: Library
let ours: RecordRow
let others: RecordRow
let firm: RecordRow
let rival: RecordRow

beforeAll(async () => {
  library = await openLibrary()
  const { town, office } = library.units
  firm = await library.add(
    'reader',
    { name: '云亭书局', kind: 'firm', phone: '13800001234', idNumber: '320282199001011234' },
    { unitId: town },
  )
  rival = await library.add('reader', { name: '演示书社', kind: 'firm' }, { unitId: office })
  ours = await library.add(
    'book',
    { mark: 'ABC-1-1', title: '甲书', owners: [{ name: '云亭书局', id: firm.id }], price: 100 },
    { unitId: town },
  )
  others = await library.add(
    'book',
    { mark: 'ABC-2-2', title: '乙书', owners: [{ name: '演示书社', id: rival.id }] },
    { unitId: office },
  )
  await library.add('loan', { book: { id: ours.id }, user: { id: rival.id }, lentOn: '2026-01-02' })
  await library.test.tamper(
    `insert into account (jurisdiction, id, login, display_name, password_hash, must_change_password, created_at)
     values ('yanshi', 'a-firm', 'firm', '演示企业', 'x', false, now()), ('yanshi', 'a-town', 'town', '演示', 'x', false, now())`,
  )
  await library.test.tamper(
    `insert into account_role (jurisdiction, account_id, role, party_id, ordinal)
     values ('yanshi', 'a-firm', 'enterprise', null, 0), ('yanshi', 'a-town', 'leader', null, 0)`,
  )
})
afterAll(() => library.close())

const marks = async (role: Parameters<Library['call']>[2], actor = {}) => {
  const page = await library.call<Listed>('register.records', { register: 'book', sort: 'mark' }, role, actor)
  return page.rows.map(({ values }) => values)
}
const asFirm = {
  label: '演示企业',
  via: 'web',
  accountId: 'a-firm',
  roles: [{ role: 'enterprise', partyId: undefined }],
} as const

describe('what is seen of a register (可见范围)', () => {
  it('by the office, leaders and auditors: everything, personal data masked', async () => {
    for (const role of ['office', 'leader', 'auditor'] as const) {
      expect((await marks(role)).map((values) => values['mark'])).toEqual(['ABC-1-1', 'ABC-2-2'])
    }
    const reader = await library.get('reader', firm.id, 'leader')
    expect(reader.values['phone']).toEqual({ masked: '138****1234' })
    expect(reader.values['idNumber']).toEqual({ masked: '320282**********34' })
  })

  it('by everybody: the public fields of public registers, and not how a record came about', async () => {
    expect(await marks('public')).toEqual([
      { mark: 'ABC-1-1', title: '甲书' },
      { mark: 'ABC-2-2', title: '乙书' },
    ])
    const detail = await library.call<RecordDetail>(
      'register.record',
      { register: 'book', recordId: ours.id },
      'public',
    )
    expect(detail).toMatchObject({ revisions: [], mistakes: [], findings: [], conditions: [] })
    expect(detail.values).toEqual({ mark: 'ABC-1-1', title: '甲书' })
    expect(detail.related).toEqual([])
    const { registers } = await library.call<{ registers: { id: string }[] }>('register.list', {}, 'public')
    expect(registers.map(({ id }) => id)).toEqual(['reader', 'book'])
    await expect(library.call('register.show', { register: 'loan' }, 'public')).rejects.toMatchObject({
      code: 'register.unknown',
      status: 404,
    })
  })

  it('cannot be found out by filters or orders on fields that are not shown', async () => {
    for (const input of [{ filters: '[{"field":"price","by":"is","value":100}]' }, { sort: 'price' }]) {
      const attempt = library.call('register.records', { register: 'book', ...input }, 'public')
      await expect(attempt).rejects.toMatchObject({ code: 'register.badFilter' })
    }
  })

  it('by a unit: its own records where the register says so; others are not found', async () => {
    const reporter = reporterOf(library.units.town)
    expect((await marks('unitReporter', reporter)).map((values) => values['mark'])).toEqual(['ABC-1-1'])
    const attempt = library.call('register.record', { register: 'book', recordId: others.id }, 'unitReporter', reporter)
    await expect(attempt).rejects.toMatchObject({ code: 'register.recordUnknown', status: 404 })
  })

  it('by an enterprise: its own record and what points at it, once its account is linked', async () => {
    const own = () =>
      library.call<{
        entities: readonly { record: RecordRow; related: readonly { register: string; count: number }[] }[]
      }>('entity.own', {}, 'enterprise', asFirm)
    expect((await own()).entities).toEqual([])
    const link = { accountId: 'a-firm', recordId: firm.id }
    expect(await library.call('account.linkEntity', link, 'administrator')).toEqual({ linked: true })
    expect(await library.call('account.linkEntity', link, 'administrator')).toEqual({ linked: false })
    expect((await own()).entities).toMatchObject([
      {
        record: { id: firm.id, values: { phone: { masked: '138****1234' } } },
        related: [{ register: 'book', count: 1 }],
      },
    ])
    expect((await marks('enterprise', asFirm)).map((values) => values['mark'])).toEqual(['ABC-1-1'])
    const attempt = library.call('register.record', { register: 'book', recordId: others.id }, 'enterprise', asFirm)
    await expect(attempt).rejects.toMatchObject({ code: 'register.recordUnknown' })
    await expect(
      library.call('account.linkEntity', { accountId: 'a-town', recordId: firm.id }, 'administrator'),
    ).rejects.toMatchObject({ code: 'register.accountOfOtherRole' })
    await expect(
      library.call('account.linkEntity', { ...link, register: 'book', recordId: ours.id }, 'administrator'),
    ).rejects.toThrow(/没有账号代表“图书登记簿”.*读者名录/)
  })
})

describe('who changes records (谁能改)', () => {
  it('a unit its own, where the register lets units edit, and cannot give them away', async () => {
    const reporter = reporterOf(library.units.town)
    const change = (recordId: string, more: object) =>
      library.call<RecordRow>(
        'register.changeRecord',
        { register: 'book', recordId, revision: 1, values: { pages: 9 }, ...more },
        'unitReporter',
        reporter,
      )
    await expect(change(ours.id, { unitId: library.units.office })).rejects.toMatchObject({
      code: 'register.mayNotEdit',
    })
    expect((await change(ours.id, {})).revision).toBe(2)
    await expect(change(others.id, {})).rejects.toMatchObject({ code: 'register.recordUnknown' })
    const added = await library.call<RecordRow>(
      'register.addRecord',
      { register: 'book', values: { mark: 'ABC-3-3', title: '丙书' } },
      'unitReporter',
      reporter,
    )
    expect(added.unit?.id).toBe(library.units.town)
    const loan = { register: 'loan', values: { book: '甲书', user: '云亭书局', lentOn: '2026-02-02' } }
    await expect(library.call('register.addRecord', loan, 'unitReporter', reporter)).rejects.toMatchObject({
      code: 'register.mayNotEdit',
    })
  })

  it('nobody who only reads', async () => {
    for (const role of ['leader', 'auditor', 'administrator', 'public', 'enterprise'] as const) {
      const attempt = library.call('register.addRecord', { register: 'book', values: {} }, role)
      await expect(attempt).rejects.toMatchObject({ code: 'operation.notAllowed' })
    }
  })
})

describe('personal data (个人信息)', () => {
  it('stands in the tables, and in the journal, as nobody can read it', async () => {
    const { rows } = await library.test.tamper('select reader::text as row from reader where id = $1', [firm.id])
    const { rows: entries } = await library.test.tamper(
      "select coalesce(before::text, '') || after::text as entry from journal where subject_id = $1",
      [firm.id],
    )
    for (const text of [rows[0]?.row, ...entries.map(({ entry }) => entry)]) {
      expect(text).not.toContain('13800001234')
      expect(text).not.toContain('199001011234')
      expect(text).toContain('138****1234')
    }
  })

  it('is found by its whole value, through filter and search, however it is spaced', async () => {
    const found = async (input: object) =>
      (await library.call<Listed>('register.records', { register: 'reader', ...input })).rows.map(({ id }) => id)
    expect(await found({ filters: '[{"field":"phone","by":"is","value":"138 0000 1234"}]' })).toEqual([firm.id])
    expect(await found({ q: '13800001234' })).toEqual([firm.id])
    expect(await found({ q: '1380000' })).toEqual([])
    await expect(found({ filters: '[{"field":"phone","by":"startsWith","value":"138"}]' })).rejects.toMatchObject({
      code: 'register.badFilter',
    })
  })

  it('is read in clear for a reason only, and every reading stands in the journal without the value', async () => {
    const ask = { register: 'reader', recordId: firm.id, fields: ['phone', 'idNumber'], reason: '核对参会名单' }
    expect(await library.call('register.disclose', ask)).toEqual({
      values: { phone: '13800001234', idNumber: '320282199001011234' },
    })
    const { rows } = await library.test.tamper(
      `select reason, after::text as after from journal where command = 'register.disclose' order by sequence desc limit 1`,
    )
    expect(rows).toEqual([{ reason: '核对参会名单', after: '{"disclosed": ["phone", "idNumber"]}' }])
    await expect(library.call('register.disclose', ask, 'leader')).rejects.toMatchObject({
      code: 'operation.notAllowed',
    })
    await expect(library.call('register.disclose', { ...ask, fields: ['name'] })).rejects.toMatchObject({
      code: 'register.notPersonal',
    })
  })

  it('stays as it is when another field is changed, and does not open in another record', async () => {
    await library.call('register.changeRecord', {
      register: 'reader',
      recordId: firm.id,
      revision: 1,
      values: { code: 'R1' },
    })
    const ask = { register: 'reader', recordId: firm.id, fields: ['phone'], reason: '核对' }
    expect(await library.call('register.disclose', ask)).toEqual({ values: { phone: '13800001234' } })
    await library.test.tamper(
      'update reader set (phone_cipher, phone_blind) = (select phone_cipher, phone_blind from reader where id = $1) where id = $2',
      [firm.id, rival.id],
    )
    const attempt = library.call('register.disclose', { ...ask, recordId: rival.id })
    await expect(attempt).rejects.toMatchObject({ code: 'personalData.notOpened' })
  })
})

describe('a reported mistake (报错)', () => {
  it('comes from whom the record is about, waits for the office, and is answered once', async () => {
    const report = { register: 'book', recordId: ours.id, field: 'pages', words: '页数不对，应为 12 页。' }
    await library.call('register.reportMistake', report, 'enterprise', asFirm)
    await expect(library.call('register.reportMistake', report, 'public')).rejects.toMatchObject({ status: 404 })
    await expect(
      library.call('register.reportMistake', { ...report, recordId: others.id }, 'enterprise', asFirm),
    ).rejects.toMatchObject({ code: 'register.recordUnknown' })
    const listed = await library.call<{
      open: number
      mistakes: { id: string; recordLabel: string; fieldLabel: string }[]
    }>('mistake.list', {})
    expect(listed).toMatchObject({
      open: 1,
      mistakes: [{ recordLabel: '甲书', fieldLabel: '页数', byLabel: '演示企业' }],
    })
    const answer = { mistakeId: listed.mistakes[0]?.id ?? '', outcome: 'corrected', answer: '已核对更正。' }
    await library.call('mistake.answer', answer)
    await expect(library.call('mistake.answer', answer)).rejects.toMatchObject({ code: 'register.mistakeAnswered' })
    const detail = await library.call<RecordDetail>(
      'register.record',
      { register: 'book', recordId: ours.id },
      'enterprise',
      asFirm,
    )
    expect(detail.mistakes).toMatchObject([{ answer: '已核对更正。', outcome: 'corrected' }])
  })
})

describe('a saved view (视图)', () => {
  it('is shown to its owner, and to others when it is shared', async () => {
    const save = (label: string, isShared: boolean) =>
      library.call<{ id: string }>('register.saveView', {
        register: 'book',
        label,
        isShared,
        state: { sort: '-price' },
      })
    const [own, shared] = [await save('我的', false), await save('大家的', true)]
    const seen = async (role: 'office' | 'leader', actor = {}) =>
      (
        await library.call<{ views: { id: string; isOwn: boolean }[] }>(
          'register.views',
          { register: 'book' },
          role,
          actor,
        )
      ).views
    expect((await seen('office')).map(({ id }) => id)).toEqual([own.id, shared.id])
    const leader = { via: 'web', accountId: 'a-town' } as const
    expect(await seen('leader', leader)).toMatchObject([{ id: shared.id, isOwn: false }])
    await expect(
      library.call('register.removeView', { register: 'book', viewId: shared.id }, 'leader', leader),
    ).rejects.toMatchObject({ code: 'register.viewUnknown' })
    await library.call('register.removeView', { register: 'book', viewId: own.id })
    expect((await seen('office')).map(({ id }) => id)).toEqual([shared.id])
  })
})
