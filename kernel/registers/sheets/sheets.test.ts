import { readAllBytes } from '@qiangxian/engines/tabular/all-bytes'
import { cellReader } from '@qiangxian/engines/tabular/cell-reader'
import { rowJudge } from '@qiangxian/engines/tabular/judge-row'
import { rowsOf, tableOf, textsOf } from '@qiangxian/engines/tabular/tabular.fixture'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { csv, ImportKit, library, libraryRegisters } from '../../imports/import-kit.fixture.ts'
import { recogniseSheets } from '../../imports/recognise-sheets.ts'
import { execute } from '../../operations/execute.ts'
import type { FileAnswer } from '../../operations/file-answer.ts'
import { requestAs } from '../../testing/test-kernel.ts'
import { inventedRegisters } from '../invented-registers.fixture.ts'
import { cellOfValue, plainOfValue } from './cell-of-value.ts'
import { faultyWorkbook } from './faulty-workbook.ts'
import { exampleOf } from './field-words.ts'
import { registerSheetOperations } from './sheet.operations.ts'
import { sheetColumns } from './sheet-columns.ts'
import { templateOf } from './template.ts'

const invented = inventedRegisters()
const pointedAt = { units: new Map(), files: new Map() }

describe('a value in a cell is read again as it was', () => {
  const book = invented.get('book')
  it.each([
    { field: 'mark', value: 'ABC-123-6' },
    { field: 'title', value: '=书名' },
    {
      field: 'owners',
      value: [
        { name: '甲、乙两厂', id: null },
        { name: '丙公司', id: 'x' },
      ],
      read: ['甲、乙两厂', '丙公司'],
    },
    { field: 'owners', value: [{ name: '甲公司', id: null }], read: ['甲公司'] },
    { field: 'sequel', value: { name: '续', id: 'x' }, read: '续' },
    { field: 'kind', value: 'atlas' },
    { field: 'topics', value: ['sea', 'land'] },
    { field: 'marks', value: ['ABC-123-6', 'ABC-12-3'] },
    { field: 'pages', value: 0 },
    { field: 'weight', value: 0.45 },
    { field: 'worn', value: 12.5 },
    { field: 'price', value: 123_456_789_012 },
    { field: 'price', value: 1 },
    { field: 'lent', value: false },
    { field: 'boughtOn', value: '2024-06-12' },
    { field: 'boughtOn', value: '1900-02-28' },
    { field: 'printedIn', value: '2024' },
    { field: 'printedIn', value: '2024-06' },
    { field: 'place', value: { longitude: 119.82, latitude: 31.34 } },
  ])('$field: $value', async ({ field: name, value, read }) => {
    const column = sheetColumns(book).find((each) => each.name === name)
    if (column === undefined) throw new Error(name)
    const { writeWorkbook } = await import('@qiangxian/engines/tabular/write-workbook')
    const { writeCsv } = await import('@qiangxian/engines/tabular/write-csv')
    const files = [
      writeWorkbook([
        { name: '表', columns: [{ style: column.style }], rows: [[cellOfValue(column.field, value, pointedAt)]] },
      ]),
      writeCsv([['表头'], [plainOfValue(column.field, value, pointedAt)]]),
    ]
    for (const file of files) {
      const rows = await rowsOf(await tableOf(await readAllBytes(file)))
      const reading = cellReader(column.field, column.heading)(rows.at(-1)?.cells[0])
      expect(reading).toEqual({ outcome: 'value', value: read ?? value })
    }
  })
})

describe('the template of a register', () => {
  it('is recognised column by column, and its example is not taken', async () => {
    for (const register of invented.all) {
      const table = await tableOf(await readAllBytes(templateOf(invented, register, ['丁蜀镇', '新庄街道'])))
      const layouts = await recogniseSheets(table, invented, register, new Map())
      const [layout] = layouts
      if (layout === undefined) throw new Error('no sheet')
      expect(layouts.filter(({ taken }) => taken)).toHaveLength(1)
      expect(layout).toMatchObject({ headRow: 1, headRows: 1, taken: true })
      const fields = layout.columns.flatMap(({ field }) => field ?? [])
      expect(fields).toEqual(sheetColumns(register).map(({ name }) => name))
      const judge = rowJudge(layout)
      expect((await rowsOf(table)).map(judge)).toEqual(['head', 'note'])
    }
  })

  it('marks what is required, and shows how to fill in every field', async () => {
    const table = await tableOf(await readAllBytes(templateOf(invented, invented.get('book'), [])))
    const [head] = Object.values(await textsOf(table))
    expect(head?.slice(0, 3)).toEqual(['*架号', '*书名', '捐赠人'])
    expect(head).toContain('定价（元）')
    for (const { field, name } of sheetColumns(invented.get('book'))) {
      expect([
        name,
        cellReader(field, '')({ kind: 'text', text: String(exampleOf(invented, field)), number: null, merged: false })
          .outcome,
      ]).toEqual([name, 'value'])
    }
    const explained = Object.values(await textsOf(table, 1)).flat()
    expect(explained).toContain('图书登记簿 填写说明')
    expect(explained).toContain('小说、图册')
  })
})

describe('faulty rows', () => {
  it('come back as they were, with what is wrong behind them, and are recognised without those columns', async () => {
    const words = (zh: string) => ({ zh, en: zh })
    const bytes = await readAllBytes(
      faultyWorkbook([
        {
          name: '藏书',
          headings: ['架号', '', '书名'],
          rows: [
            {
              row: 7,
              cells: ['00123', null, '=书'],
              faults: [
                { columnIndex: 0, message: words('架号不对'), remedy: words('核对架号') },
                { columnIndex: null, message: words('与第 3 行重复'), remedy: words('删去一行') },
              ],
            },
          ],
        },
      ]),
    )
    const table = await tableOf(bytes)
    expect(await textsOf(table)).toEqual({
      1: ['架号', '', '书名', '哪里有问题', '怎么改', '原行号'],
      2: ['00123', '', '=书', '【架号】架号不对\n与第 3 行重复', '【架号】核对架号\n删去一行', '7'],
    })
    const [layout] = await recogniseSheets(table, libraryRegisters, library.volume, new Map())
    expect(layout?.columns.map(({ field }) => field)).toEqual(['mark', 'title', null, null, null])
  })
})

describe('an export', () => {
  let kit: ImportKit
  const operations = new Map(registerSheetOperations(libraryRegisters).map((each) => [each.id, each]))
  const ask = async (
    id: string,
    input: object,
    role: Parameters<typeof requestAs>[0] = 'office',
  ): Promise<FileAnswer> => {
    const operation = operations.get(id)
    if (operation === undefined) throw new Error(id)
    return (await execute(kit.kernel, operation, requestAs(role), input)) as FileAnswer
  }

  beforeAll(async () => {
    kit = await ImportKit.open()
    const donors = csv('名称,曾用名,信用代码,类型', '宜兴市演示紫砂厂,,A1,企业', '演示甲、乙联营社,,A2,机关团体')
    await kit.commit((await kit.start('donor', donors)).id)
    const volumes = csv(
      '架号,书名,捐赠人,种类,定价,购入日期,捐赠人电话,备注',
      'ABC-123-6,=SUM(A1),宜兴市演示紫砂厂；演示甲、乙联营社；,小说,0.01,2024-06-12,13900000000,"一,二"',
      'ABC-12-3,图册,宜兴市演示紫砂厂,图册,123456.78,2024年6月13日,,',
      'ABC-4-4,无主的书,,,,,,',
    )
    const run = await kit.commit((await kit.start('volume', volumes)).id)
    expect(run.counts).toMatchObject({ faulty: 0, doubtful: 0 })
  })
  afterAll(() => kit.close())

  it.each(['xlsx', 'csv', 'json'] as const)('as %s changes nothing when it is imported again', async (format) => {
    const { fileName, content } = await ask('register.export', { register: 'volume', format })
    const run = await kit.start('volume', content, { fileName })
    expect(run.trouble).toBeNull()
    expect(run.counts).toEqual({ new: 0, changed: 0, same: 3, faulty: 0, doubtful: 0 })
  })

  it('says which records it holds, in which units, as of which day', async () => {
    const filters = JSON.stringify([{ field: 'kind', by: 'is', value: 'atlas' }])
    const { content } = await ask('register.export', { register: 'volume', filters })
    const table = await tableOf(content)
    const rows = Object.values(await textsOf(table))
    expect(rows[0]).toContain('定价（元）')
    expect(rows[0]).toContain('捐赠人电话（已脱敏）')
    expect(rows.slice(1).map(([mark]) => mark)).toEqual(['ABC-12-3'])
    const about = Object.fromEntries(Object.values(await textsOf(table, 1)).map(([name = '', words]) => [name, words]))
    expect(about).toMatchObject({
      范围: '“种类”等于 图册',
      记录数: '1 册',
      计量单位: '定价：元',
      截至: '2026-11-25（导出时）',
    })
  })

  it('never holds personal data in clear', async () => {
    for (const format of ['xlsx', 'csv', 'json'] as const) {
      const { content } = await ask('register.export', { register: 'volume', format })
      const texts = Object.values(await textsOf(await tableOf(content))).flat()
      expect(texts.join('\n')).toContain('ABC-123-6')
      expect(texts.join('\n')).not.toContain('13900000000')
    }
  })

  it('is refused to those who may not see the register', async () => {
    await expect(ask('register.export', { register: 'volume' }, 'public')).rejects.toMatchObject({
      code: 'register.unknown',
    })
    await expect(ask('register.template', { register: 'volume' }, 'public')).rejects.toMatchObject({
      code: 'register.unknown',
    })
  })

  it('has a template with the units of the county', async () => {
    const { fileName, content } = await ask('register.template', { register: 'volume' })
    expect(fileName).toBe('藏书登记簿-导入模板.xlsx')
    expect((await tableOf(content)).sheets.map(({ name }) => name)).toContain('填写说明')
  })
})
