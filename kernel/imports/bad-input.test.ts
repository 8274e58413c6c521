import { workbookOf } from '@qiangxian/engines/tabular/tabular.fixture'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { csv, ImportKit, library } from './import-kit.fixture.ts'
import type { ImportFault } from './imports.schemas.ts'

let kit: ImportKit

beforeEach(async () => {
  kit = await ImportKit.open()
})
afterEach(() => kit.close())

const none = { new: 0, changed: 0, same: 0, faulty: 0, doubtful: 0 }

async function faultsOf(runId: string, verdict: string): Promise<ImportFault[]> {
  const { rows } = await kit.run('import.rows', { runId, verdict })
  return rows.flatMap((row: { faults: ImportFault[] }) => row.faults)
}

describe('what files really hold', () => {
  it('says of each fault where it stands, what is wrong and what to do', async () => {
    const run = await kit.start(
      'volume',
      csv(
        '架号,书名,种类,定价,购入日',
        'ABC-111-3,演示一,画报,十二元,0204-06-12',
        ',演示二,小说,1,2024-01-01',
        'X1,演示三,小说,1,2024-01-01',
      ),
    )
    expect(run.counts).toEqual({ ...none, faulty: 3 })
    const faults = await faultsOf(run.id, 'faulty')
    expect(faults.map(({ row, column, value }) => [row, column, value])).toEqual([
      [2, 'C 种类', '画报'],
      [2, 'D 定价', '十二元'],
      [2, 'E 购入日', '0204-06-12'],
      [3, 'A 架号', ''],
      [4, 'A 架号', 'X1'],
    ])
    for (const { code, message, remedy } of faults) {
      expect(code).toMatch(/^\w+/)
      expect(`${message.zh}${remedy.zh}`).toMatch(/[。]/)
      expect(message.en).not.toBe('')
    }
    await kit.commit(run.id)
    expect(await kit.count('volume')).toBe(0)
  })

  it('keeps a number with a wrong check digit, and marks it (存疑)', async () => {
    const run = await kit.start('volume', csv('架号,书名', 'ABC-123-5,演示一', 'ABC-111-3,演示二'))
    expect(run.counts).toEqual({ ...none, new: 1, doubtful: 1 })
    expect(await faultsOf(run.id, 'doubtful')).toMatchObject([
      { row: 2, column: 'A 架号', field: 'mark', value: 'ABC-123-5', code: 'checkMismatch' },
    ])
    await kit.commit(run.id)
    expect(await kit.rows(library.volume, 'mark, doubts is not null as marked')).toEqual([
      { mark: 'ABC-123-5', marked: true },
      { mark: 'ABC-111-3', marked: false },
    ])
  })

  it('takes the same row twice once, and refuses two that say different things of one number', async () => {
    const run = await kit.start(
      'volume',
      csv('架号,书名', 'ABC-111-3,演示一', 'ABC-222-6,演示二', 'ABC-111-3,演示一', 'abc111-3,另一个'),
    )
    expect(run.counts).toEqual({ ...none, new: 2, same: 1, faulty: 1 })
    const [fault] = await faultsOf(run.id, 'faulty')
    expect(fault).toMatchObject({
      row: 5,
      code: 'duplicateInFile',
      message: { zh: expect.stringContaining('第 2 行') },
    })
    await kit.commit(run.id)
    expect(await kit.rows(library.volume, 'title')).toEqual([{ title: '演示一' }, { title: '演示二' }])
  })

  it('keeps text that looks like a formula as text (=cmd)', async () => {
    const run = await kit.start('volume', csv('架号,书名,备注', `ABC-111-3,"=cmd|' /C calc'!A0",+1+1`))
    expect(run.counts).toEqual({ ...none, new: 1 })
    await kit.commit(run.id)
    expect(await kit.rows(library.volume, 'title, remark')).toEqual([{ title: "=cmd|' /C calc'!A0", remark: '+1+1' }])
  })

  it('does not take totals, notes and blank rows for records', async () => {
    const run = await kit.start(
      'volume',
      csv(
        '2024年藏书表,,,',
        '架号,书名,定价,',
        'ABC-111-3,演示一,10,',
        ',,,',
        '小计,,10,',
        'ABC-222-6,演示二,20,',
        '合计,,30,',
        '注：本表由演示馆填报。,,,',
      ),
    )
    expect(run.counts).toEqual({ ...none, new: 2 })
  })

  it('reads several donors in a cell, by ；and ; and 、', async () => {
    const run = await kit.start(
      'volume',
      csv('架号,书名,捐赠单位', 'ABC-111-3,演示一,演示甲厂；演示乙厂;演示丙厂、演示丁厂'),
    )
    await kit.commit(run.id)
    expect(await kit.rows(library.volume, 'cardinality(donors_ids) as n')).toEqual([{ n: 4 }])
    expect(await kit.count('donor')).toBe(4)
  })

  it('does not make a town an owner without asking', async () => {
    const run = await kit.start('volume', csv('架号,书名,捐赠人', 'ABC-111-3,演示一,云亭镇'))
    expect(run.counts).toEqual({ ...none, doubtful: 1 })
    expect(await faultsOf(run.id, 'doubtful')).toMatchObject([
      { code: 'nameOfUnit', column: 'C 捐赠人', value: '云亭镇' },
    ])
    await kit.commit(run.id)
    expect(await kit.count('donor')).toBe(0)
    expect(await kit.rows(library.volume, 'donors_names, donors_ids')).toEqual([
      { donors_names: ['云亭镇'], donors_ids: [''] },
    ])
  })

  it('refuses a unit that the county does not have, and takes it by any of its names', async () => {
    const run = await kit.start(
      'volume',
      csv('架号,书名,分馆,归属单位', 'ABC-111-3,演示一,云亭镇,云亭镇', 'ABC-222-6,演示二,乌有镇,'),
    )
    expect(run.counts).toEqual({ ...none, new: 1, faulty: 1 })
    expect(await faultsOf(run.id, 'faulty')).toMatchObject([{ code: 'unknownUnit', column: 'C 分馆', value: '乌有镇' }])
    await kit.commit(run.id)
    expect(await kit.rows(library.volume, 'branch = unit_id as same, unit_id is not null as known')).toEqual([
      { same: true, known: true },
    ])
  })

  it.each([
    ['GB18030', gb18030()],
    ['a byte order mark', Buffer.from('\ufeff架号,书名\nABC-111-3,演示\n')],
    ['tabs and carriage returns', Buffer.from('架号\t书名\r\nABC-111-3\t演示\r\n')],
  ])('reads %s', async (_, content) => {
    const run = await kit.start('volume', content)
    expect(run).toMatchObject({ status: 'ready', counts: { ...none, new: 1 } })
    await kit.commit(run.id)
    expect(await kit.rows(library.volume, 'title')).toEqual([{ title: '演示' }])
  })

  it('reads records of JSON by their names', async () => {
    const records = [{ 架号: 'ABC-111-3', 书名: '演示一', 捐赠人: ['演示甲厂', '演示乙厂'], 定价: 12.5 }]
    const run = await kit.start('volume', JSON.stringify(records), { fileName: '藏书.json' })
    expect(run).toMatchObject({ format: 'json', counts: { ...none, new: 1 } })
    await kit.commit(run.id)
    expect(await kit.rows(library.volume, 'price, donors_names')).toEqual([
      { price: 1250, donors_names: ['演示甲厂', '演示乙厂'] },
    ])
  })

  it('finds nothing in a file with a head only, and says so by its counts', async () => {
    expect(await kit.start('volume', csv('架号,书名'))).toMatchObject({ status: 'ready', counts: none, rowsTotal: 0 })
  })

  it.each([
    ['an empty file', '', /空|没有/],
    [
      'an old workbook (.xls)',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4_096)]),
      /xlsx|另存/,
    ],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /./],
  ])('refuses %s by name, with what to do', async (_, content, words) => {
    await expect(kit.start('volume', content, { fileName: '表.xls' })).rejects.toMatchObject({
      message: expect.stringMatching(words),
    })
  })

  it('asks what the columns of a file of another register are, instead of guessing', async () => {
    const run = await kit.start('volume', csv('商标号,商标名称,申请人', '123,演示,演示厂'), { fileName: '商标.csv' })
    expect(run).toMatchObject({ status: 'mapping', may: { map: true, commit: false } })
    expect(run.missingFields.map(({ field }) => field)).toContain('mark')
  })

  it('reads three hundred columns, and takes those that it knows', async () => {
    const more = Array.from({ length: 300 }, (_, at) => `列${at}`)
    const run = await kit.start(
      'volume',
      csv(`架号,书名,${more.join(',')}`, `ABC-111-3,演示一,${more.map(() => 'x').join(',')}`),
    )
    expect(run).toMatchObject({ status: 'ready', counts: { ...none, new: 1 } })
  })

  it('keeps telephone numbers out of what it shows of a row', async () => {
    const run = await kit.start(
      'volume',
      csv('架号,书名,捐赠人电话', 'ABC-123-5,演示一,13900001234', 'X,演示二,13900005678'),
    )
    const { rows } = await kit.kernel.test.tamper('select written::text || faults::text as all from import_row')
    expect(rows.map(({ all }) => all).join('')).not.toMatch(/13900001234|13900005678/)
    await kit.commit(run.id)
    expect(await kit.rows(library.volume, 'phone_masked')).toEqual([{ phone_masked: '139****1234' }])
    const again = await kit.start('volume', csv('架号,捐赠人电话', 'ABC-123-5,13900001234'))
    expect(again.counts).toEqual({ ...none, same: 1 })
  })
})

/** 架号,书名\nABC-111-3,演示\n as GB18030 has it */
function gb18030(): Buffer {
  return Buffer.concat([
    Buffer.from([0xbc, 0xdc, 0xba, 0xc5, 0x2c, 0xca, 0xe9, 0xc3, 0xfb, 0x0a]),
    Buffer.from('ABC-111-3,'),
    Buffer.from([0xd1, 0xdd, 0xca, 0xbe, 0x0a]),
  ])
}

describe('workbooks', () => {
  const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`
  const row = (number: number, ...texts: readonly string[]) =>
    `<row r="${number}">${texts.map((text, at) => (text === '' ? '' : cell(`${'ABCDEFG'[at]}${number}`, text))).join('')}</row>`
  const sheet = (rows: string, after = '') => `<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`

  it('are read where the head is merged over two rows', async () => {
    const rows = [
      row(1, '藏书清单'),
      row(2, '架号', '书名', '购书', ''),
      row(3, '', '', '购入日', '定价（元）'),
      row(4, 'ABC-111-3', '演示一', '2024-06-12', '12'),
      row(5, 'ABC-222-6', '演示二', '2024-06-13', '13'),
    ].join('')
    const merged =
      '<mergeCells count="4"><mergeCell ref="A1:D1"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/><mergeCell ref="C2:D2"/></mergeCells>'
    const run = await kit.start('volume', workbookOf({ sheets: { 清单: sheet(rows, merged) } }), {
      fileName: '清单.xlsx',
    })
    expect(run).toMatchObject({ status: 'ready', format: 'xlsx', counts: { ...none, new: 2 } })
    await kit.commit(run.id)
    expect(await kit.rows(library.volume, 'price, bought_on, sheet, row_number')).toEqual([
      { price: 1200, bought_on: '2024-06-12', sheet: '清单', row_number: 4 },
      { price: 1300, bought_on: '2024-06-13', sheet: '清单', row_number: 5 },
    ])
  })

  it('with a million empty rows are read as what stands in them', async () => {
    const empty = Array.from({ length: 1_000_000 }, (_, at) => `<row r="${at + 3}" spans="1:7"/>`).join('')
    const rows = row(1, '架号', '书名') + row(2, 'ABC-111-3', '演示一') + empty + row(1_000_003, 'ABC-222-6', '演示二')
    const run = await kit.start('volume', workbookOf({ sheets: { 清单: sheet(rows) } }), { fileName: '清单.xlsx' })
    expect(run).toMatchObject({ status: 'ready', counts: { ...none, new: 2 } })
  }, 60_000)

  it('with several sheets bring those of the register, and name the sheet where rows contradict each other', async () => {
    const head = row(1, '架号', '书名')
    const bytes = workbookOf({
      sheets: {
        说明: sheet(row(1, '请照此填写')),
        一月: sheet(head + row(2, 'ABC-111-3', '演示一')),
        二月: sheet(head + row(2, 'ABC-111-3', '另一个')),
      },
    })
    const run = await kit.start('volume', bytes, { fileName: '清单.xlsx' })
    expect(run.sheets.map(({ sheet: name, taken }) => [name, taken])).toEqual([
      ['说明', false],
      ['一月', true],
      ['二月', true],
    ])
    const [fault] = await faultsOf(run.id, 'faulty')
    expect(fault).toMatchObject({
      sheet: '二月',
      row: 2,
      message: { zh: expect.stringContaining('工作表“一月”第 2 行') },
    })
  })
})
