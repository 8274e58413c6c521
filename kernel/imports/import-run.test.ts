import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { csv, ImportKit, library } from './import-kit.fixture.ts'

let kit: ImportKit

beforeEach(async () => {
  kit = await ImportKit.open()
})
afterEach(() => kit.close())

const books = csv(
  '编号,书名,赠书人,种类,定价（元）,购入日',
  'ABC-123-6,演示一,演示陶瓷有限公司,小说,12.50,2024.6.12',
  'ABC-111-3,演示二,演示陶瓷有限公司；演某某,图册,8,2024年6月1日',
  'ABC-222-6,演示三,,小说,9,2024-06-30',
)

const none = { new: 0, changed: 0, same: 0, faulty: 0, doubtful: 0 }

describe('a file on its way into a register (导入)', () => {
  it('is previewed, committed, brought again without effect, and undone as a whole', async () => {
    const run = await kit.start('volume', books)
    expect(run).toMatchObject({ status: 'ready', counts: { ...none, new: 3 }, rowsTotal: 3, progress: 1 })
    expect(await kit.count('volume'), 'a preview writes nothing').toBe(0)
    expect(await kit.count('donor')).toBe(0)

    expect(await kit.commit(run.id)).toMatchObject({ status: 'committed', trouble: null })
    expect(
      await kit.rows(library.volume, 'mark, title, donors_names, kind, price, bought_on, row_number, origin'),
    ).toEqual([
      {
        mark: 'ABC-123-6',
        title: '演示一',
        donors_names: ['演示陶瓷有限公司'],
        kind: 'novel',
        price: 1250,
        bought_on: '2024-06-12',
        row_number: 2,
        origin: 'import',
      },
      {
        mark: 'ABC-111-3',
        title: '演示二',
        donors_names: ['演示陶瓷有限公司', '演某某'],
        kind: 'atlas',
        price: 800,
        bought_on: '2024-06-01',
        row_number: 3,
        origin: 'import',
      },
      {
        mark: 'ABC-222-6',
        title: '演示三',
        donors_names: null,
        kind: 'novel',
        price: 900,
        bought_on: '2024-06-30',
        row_number: 4,
        origin: 'import',
      },
    ])
    const donors = await kit.rows(library.donor, 'name, entity_type')
    expect(donors).toEqual([
      { name: '演示陶瓷有限公司', entity_type: 'enterprise' },
      { name: '演某某', entity_type: 'individual' },
    ])

    const again = await kit.start('volume', books)
    expect(again.counts).toEqual({ ...none, same: 3 })
    await kit.commit(again.id)
    expect(await kit.count('volume_past'), 'the same file twice changes nothing').toBe(0)

    expect(await kit.undo(run.id)).toMatchObject({ status: 'undone', undoReason: '导错了文件（演示）' })
    expect(await kit.count('volume')).toBe(0)
    expect(await kit.count('donor'), 'those whom it named go with it').toBe(0)
    expect(await kit.count('volume_past')).toBe(3)
  })

  it('changes only what the file has, and brings the earlier state back', async () => {
    const first = await kit.start('volume', books)
    await kit.commit(first.id)
    const change = await kit.start(
      'volume',
      csv('架号,定价,备注', 'ABC-123-6,13.5,', 'ABC-111-3,8,', 'ABC-222-6,,有签名'),
    )
    expect(change.counts).toEqual({ ...none, changed: 2, same: 1 })
    const { rows } = await kit.run('import.rows', { runId: change.id, verdict: 'changed' })
    expect(rows.map((row: { row: number; changes: unknown }) => [row.row, row.changes])).toEqual([
      [2, [{ field: 'price', before: 1250, after: 1350 }]],
      [4, [{ field: 'remark', before: null, after: '有签名' }]],
    ])
    await kit.commit(change.id)
    const prices = () => kit.rows(library.volume, 'mark, title, price, remark, revision')
    expect(await prices()).toEqual([
      { mark: 'ABC-123-6', title: '演示一', price: 1350, remark: null, revision: 2 },
      { mark: 'ABC-111-3', title: '演示二', price: 800, remark: null, revision: 1 },
      { mark: 'ABC-222-6', title: '演示三', price: 900, remark: '有签名', revision: 2 },
    ])
    await expect(kit.undo(first.id), 'a later import stands on it').rejects.toMatchObject({
      code: 'import.changedSince',
      message: expect.stringMatching(/2 条记录.*演示一/),
    })
    await kit.undo(change.id)
    expect(await prices()).toEqual([
      { mark: 'ABC-123-6', title: '演示一', price: 1250, remark: null, revision: 3 },
      { mark: 'ABC-111-3', title: '演示二', price: 800, remark: null, revision: 1 },
      { mark: 'ABC-222-6', title: '演示三', price: 900, remark: null, revision: 3 },
    ])
    await kit.undo(first.id)
    expect(await kit.count('volume')).toBe(0)
  })

  it('keeps what was changed since when that is asked for, and undoes the others', async () => {
    const first = await kit.start('volume', books)
    await kit.commit(first.id)
    const change = await kit.start('volume', csv('架号,备注', 'ABC-222-6,有签名'))
    await kit.commit(change.id)
    await kit.undo(first.id, { leaveChanged: true })
    expect(await kit.rows(library.volume, 'mark')).toEqual([{ mark: 'ABC-222-6' }])
    expect(await kit.rows(library.donor, 'name')).toEqual([])
  })

  it('leaves out what a person skips, and tells of rows that are nothing to decide', async () => {
    const first = await kit.start('volume', books)
    await kit.commit(first.id)
    const change = await kit.start('volume', csv('架号,定价', 'ABC-123-6,13', 'ABC-111-3,14'))
    const decide = (row: number) =>
      kit.run('import.decide', { runId: change.id, decision: 'skip', rows: [{ sheet: '藏书', row }] })
    await expect(decide(9)).rejects.toMatchObject({ code: 'import.rowUnknown' })
    expect(await decide(2)).toMatchObject({ decided: 1 })
    await kit.commit(change.id)
    expect(await kit.rows(library.volume, 'price')).toEqual([{ price: 1250 }, { price: 1400 }, { price: 900 }].sort())
  })

  it('has every batch in the journal with a digest over its rows', async () => {
    const run = await kit.start('volume', books)
    await kit.commit(run.id)
    const { rows } = await kit.kernel.test.tamper(
      `select command, after from journal where subject_kind = 'import-run' and command = 'import.commit' order by sequence`,
    )
    expect(rows[0]).toMatchObject({ after: { batch: 1, firstRow: 2, lastRow: 4, new: 3, named: 2 } })
    expect(rows[0].after.digest).toMatch(/^[0-9a-f]{64}$/)
    const batches = await kit.kernel.test.tamper('select digest, new_count from import_batch')
    expect(batches.rows).toEqual([{ digest: rows[0].after.digest, new_count: 3 }])
  })

  it('is discarded without a trace in the register, and then not committed', async () => {
    const run = await kit.start('volume', books)
    expect(await kit.run('import.discard', { runId: run.id })).toMatchObject({ status: 'discarded' })
    await expect(kit.commit(run.id)).rejects.toMatchObject({ code: 'import.notNow' })
    expect(await kit.count('volume')).toBe(0)
  })

  it('brings the same records of a register without a key once', async () => {
    const run = await kit.start('volume', books)
    await kit.commit(run.id)
    const visits = csv(
      '图书,读者,借出日期',
      'ABC-123-6,演某某,2025-01-02',
      'ABC-123-6,演某某,2025-01-02',
      '演示二,演某某,2025-01-03',
    )
    const first = await kit.start('outing', visits, { fileName: '借阅.csv' })
    expect(first.counts).toEqual({ ...none, new: 2, same: 1 })
    await kit.commit(first.id)
    expect(await kit.count('outing')).toBe(2)
    expect((await kit.rows(library.outing, 'book_id')).every(({ book_id }) => book_id !== null)).toBe(true)
    expect((await kit.start('outing', visits, { fileName: '借阅.csv' })).counts).toEqual({ ...none, same: 3 })
    await expect(kit.undo(run.id), 'loans point at its books').rejects.toMatchObject({ code: 'import.changedSince' })
  })
})
