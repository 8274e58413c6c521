import { tableOf, textsOf } from '@qiangxian/engines/tabular/tabular.fixture'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAccount } from '../accounts/account.operations.ts'
import { execute } from '../operations/execute.ts'
import { requestAs } from '../testing/test-kernel.ts'
import { advanceRun, waitingRuns } from './advance-run.ts'
import { csv, ImportKit, library, libraryRegisters } from './import-kit.fixture.ts'

let kit: ImportKit

beforeEach(async () => {
  kit = await ImportKit.open()
})
afterEach(() => kit.close())

const none = { new: 0, changed: 0, same: 0, faulty: 0, doubtful: 0 }

function mark(number: number): string {
  const sum = [...String(number)].reduce((total, digit) => total + Number(digit), 0) % 10
  return `ABC-${number}-${sum}`
}

/** more rows than two batches have */
const many = csv(
  '架号,书名,捐赠人',
  ...Array.from({ length: 12_000 }, (_, at) => `${mark(1000 + at)},演示${at},演示${at % 7}厂`),
)

describe('a run that breaks off', { timeout: 60_000 }, () => {
  const step = (signal: AbortSignal, runId: string) =>
    advanceRun(kit.kernel, libraryRegisters, { request: requestAs('office', { via: 'job' }), signal }, runId)

  it('goes on after the batch that was written last, each row once', async () => {
    const run = await kit.start('volume', many)
    expect(run.counts).toEqual({ ...none, new: 12_000 })
    await kit.run('import.begin-commit', { runId: run.id })
    // Asked to stop at once: the batch in hand is finished, and no other begun.
    await step(AbortSignal.abort(), run.id)
    expect(await kit.show(run.id)).toMatchObject({ status: 'committing', rowsDone: 5_000, progress: 5_000 / 12_000 })
    expect(await kit.count('volume')).toBe(5_000)

    // A worker that was killed has it in hand for a while yet.
    await kit.kernel.test.tamper(`update import_run set worker = 'dead', worker_until = '2026-11-25T02:00:20Z'`)
    expect(await waitingRuns(kit.kernel)).toEqual([])
    expect(await step(new AbortController().signal, run.id)).toBe(false)
    kit.kernel.setNow(new Date('2026-11-25T02:00:31Z'))
    expect(await waitingRuns(kit.kernel)).toEqual([run.id])
    await kit.work()
    expect(await kit.show(run.id)).toMatchObject({ status: 'committed', rowsDone: 12_000 })
    expect(await kit.count('volume')).toBe(12_000)
    expect(await kit.count('volume_past')).toBe(0)
    expect(await kit.count('donor')).toBe(7)
    const { rows } = await kit.kernel.test.tamper(
      'select batch_no, first_row, last_row from import_batch order by batch_no',
    )
    expect(rows).toEqual([
      { batch_no: 1, first_row: 2, last_row: 5_001 },
      { batch_no: 2, first_row: 5_002, last_row: 10_001 },
      { batch_no: 3, first_row: 10_002, last_row: 12_001 },
    ])
  })

  it('does nothing in a step that another worker has done in the meantime', async () => {
    const run = await kit.start('volume', many)
    await kit.run('import.begin-commit', { runId: run.id })
    await Promise.all([step(new AbortController().signal, run.id), step(new AbortController().signal, run.id)])
    expect(await kit.count('volume')).toBe(12_000)
    expect(await kit.count('import_batch')).toBe(3)
  })

  it('is undone in steps too', async () => {
    const run = await kit.start('volume', many)
    await kit.commit(run.id)
    await kit.run('import.begin-undo', { runId: run.id, reason: '演示' })
    await step(AbortSignal.abort(), run.id)
    expect(await kit.show(run.id)).toMatchObject({ status: 'undoing', rowsDone: 5_000, rowsTotal: 12_007 })
    await kit.work()
    expect(await kit.show(run.id)).toMatchObject({ status: 'undone', rowsDone: 12_007 })
    expect([await kit.count('volume'), await kit.count('donor')]).toEqual([0, 0])
  })

  it('previews again from the beginning', async () => {
    const upload = kit.start('volume', many)
    const { id } = await upload
    await kit.kernel.test.tamper(`update import_run set status = 'reading', rows_done = 7, new_count = 7`)
    await kit.work()
    expect(await kit.show(id)).toMatchObject({ status: 'ready', counts: { ...none, new: 12_000 } })
  })

  it('leaves what the register has learnt since the preview to the commit', async () => {
    const run = await kit.start('volume', csv('架号,书名', 'ABC-111-3,演示一', 'ABC-222-6,演示二'))
    const other = await kit.start('volume', csv('架号,书名,备注', 'ABC-111-3,演示一,先到'))
    await kit.commit(other.id)
    await kit.commit(run.id)
    expect(await kit.rows(library.volume, 'title, remark, revision')).toEqual([
      { title: '演示一', remark: '先到', revision: 1 },
      { title: '演示二', remark: null, revision: 1 },
    ])
  })
})

describe('what columns mean', () => {
  it('is asked once, and known for the next file', async () => {
    const file = csv('甲列,乙列', 'ABC-111-3,演示一')
    const run = await kit.start('volume', file)
    expect(run.status).toBe('mapping')
    const sheets = [
      {
        sheet: '藏书',
        columns: [
          { index: 0, field: 'mark' },
          { index: 1, field: 'title' },
        ],
      },
    ]
    await expect(
      kit.run('import.map', { runId: run.id, sheets: [{ sheet: '藏书', columns: [{ index: 1, field: 'title' }] }] }),
    ).rejects.toMatchObject({ code: 'import.columnsMissing', message: expect.stringContaining('架号') })
    await kit.run('import.map', { runId: run.id, sheets })
    await kit.work()
    expect(await kit.show(run.id)).toMatchObject({ status: 'ready', counts: { ...none, new: 1 } })
    expect(await kit.start('volume', file)).toMatchObject({ status: 'ready', counts: { ...none, new: 1 } })
  })

  it('is never two columns', async () => {
    const run = await kit.start('volume', csv('架号,书名,别名', 'ABC-111-3,演示一,演示二'))
    const sheets = [{ sheet: '藏书', columns: [{ index: 2, field: 'title' }] }]
    await expect(kit.run('import.map', { runId: run.id, sheets })).rejects.toMatchObject({
      code: 'import.badMap',
      message: expect.stringMatching(/“书名”和“别名”/),
    })
  })
})

describe('faulty rows', () => {
  it('come back as a workbook, are corrected, and are taken', async () => {
    const run = await kit.start('volume', csv('架号,书名,定价', 'X1,演示一,12', 'ABC-222-6,演示二,13'))
    await kit.commit(run.id)
    const { fileName, content } = await kit.run('import.faulty-rows', { runId: run.id })
    expect(fileName).toBe('藏书-待改正.xlsx')
    const again = await kit.start('volume', content, { fileName })
    expect(again.counts, 'nothing was corrected yet').toEqual({ ...none, faulty: 1 })
    const taken = again.sheets[0]?.columns.filter(({ field }) => field !== null).map(({ heading }) => heading)
    expect(taken, 'what is wrong is no column of the register').toEqual(['架号', '书名', '定价'])

    const table = await textsOf(await tableOf(content))
    const corrected = Object.values(table).map((cells) => cells.map((text) => (text === 'X1' ? 'ABC-111-3' : text)))
    const lines = corrected.map((cells) => cells.map((text) => `"${text}"`).join(','))
    const mended = await kit.start('volume', csv(...lines))
    expect(mended.counts).toEqual({ ...none, new: 1 })
    await kit.commit(mended.id)
    expect((await kit.rows(library.volume, 'mark')).map(({ mark: number }) => number).sort()).toEqual([
      'ABC-111-3',
      'ABC-222-6',
    ])
    await expect(kit.run('import.faulty-rows', { runId: mended.id })).rejects.toMatchObject({
      code: 'import.noFaultyRows',
    })
  })
})

describe('an import by a unit', () => {
  it('writes records of its own unit only, and nothing into registers that the office keeps', async () => {
    const { rows } = await kit.kernel.test.tamper(`select id from party where name = '云亭镇'`)
    const unit = rows[0].id as string
    const account = (await execute(kit.kernel, createAccount, requestAs('administrator'), {
      login: 'yunting',
      displayName: '云亭镇填报人（演示）',
      password: 'yanshi-yunting-2026',
      roles: [{ role: 'unitReporter', partyId: unit }],
    })) as { id: string }
    const actor = {
      ...requestAs('unitReporter', { accountId: account.id, label: '云亭镇填报人（演示）', via: 'web' }).actor,
      roles: [{ role: 'unitReporter' as const, partyId: unit }],
    }
    const own = await kit.start(
      'volume',
      csv('架号,书名,归属单位', 'ABC-111-3,演示一,云亭镇', 'ABC-222-6,演示二,', 'ABC-333-9,演示三,领导小组办公室'),
      {
        request: { actor },
      },
    )
    expect(own.counts).toMatchObject({ new: 2, faulty: 1 })
    await kit.commit(own.id)
    expect(await kit.rows(library.volume, 'unit_id')).toEqual([{ unit_id: unit }, { unit_id: unit }])
    const offices = await kit.start('volume', csv('架号,书名', 'ABC-444-2,办公室的'))
    await kit.commit(offices.id)
    const foreign = await kit.start('volume', csv('架号,书名', 'ABC-444-2,改成我的'), { request: { actor } })
    expect(foreign.counts).toEqual({ ...none, faulty: 1 })
    await expect(kit.run('import.get', { runId: offices.id }, { actor })).rejects.toMatchObject({
      code: 'import.unknown',
    })
    await expect(
      kit.start('donor', csv('名称,信用代码', '演示厂,1'), { request: { actor }, fileName: '主体.csv' }),
    ).rejects.toMatchObject({ code: 'import.mayNotImport' })
  })
})
