import { describe, expect, it } from 'vitest'
import { foldHeading, unitOfHeading } from './fold-heading.ts'
import { headFieldOf } from './head-field.ts'
import { rowJudge } from './judge-row.ts'
import { recogniseHead, type SheetHead } from './recognise-head.ts'
import type { TableRow } from './table.types.ts'
import { cellOf, rowsOf, tableOf, textRow } from './tabular.fixture.ts'

const isApplicationNo = (text: string) => /^(?:ZL|CN)?\d{12,13}\.?[\dX]?$/i.test(text.trim())
const fields = [
  headFieldOf(
    'applicationNo',
    {
      kind: 'text',
      label: '申请号',
      labelEn: 'Application number',
      aliases: ['专利号', '专利申请号', 'ApplicationNumberText'],
      required: true,
    },
    isApplicationNo,
  ),
  headFieldOf('title', { kind: 'text', label: '名称', labelEn: 'Title', aliases: ['专利名称', '发明名称'] }),
  headFieldOf('owners', {
    kind: 'links',
    label: '权利人',
    labelEn: 'Owners',
    aliases: ['专利权人', '申请人', '申请（专利权）人'],
  }),
  headFieldOf('filedOn', { kind: 'date', label: '申请日', labelEn: 'Filed on' }),
  headFieldOf('grantedOn', { kind: 'date', label: '授权公告日', labelEn: 'Granted on' }),
  headFieldOf('grantNo', { kind: 'text', label: '授权公告号', labelEn: 'Grant number' }),
  headFieldOf('amount', { kind: 'money', label: '质押金额', labelEn: 'Amount' }),
  headFieldOf('patentType', {
    kind: 'choice',
    label: '专利类型',
    labelEn: 'Type',
    choices: [{ value: 'invention', label: '发明', labelEn: 'Invention' }],
  }),
]

const meaning = (head: SheetHead | null) =>
  Object.fromEntries(
    (head?.columns ?? []).map(({ letter, field, why }) => [letter, field === null ? null : `${field} ${why}`]),
  )

describe('headings', () => {
  it.each([
    ['*质押金额 （万元）', '质押金额', '万元'],
    ['申 请 号', '申请号', null],
    ['质押金额/万元', '质押金额', '万元'],
    ['金额（单位：亿元）', '金额', '亿元'],
    ['占比(%)', '占比', '%'],
    ['ＰＣＴ申请号：', 'pct申请号', null],
    ['（备注）', '备注', null],
    ['名称\n（必填）', '名称', null],
  ])('%j is compared as %s, and counts in %s', (heading, folded, unit) => {
    expect(foldHeading(heading)).toBe(folded)
    expect(unitOfHeading(heading)).toBe(unit)
  })
})

describe('the head of a table', () => {
  const data = [
    textRow(4, 1, 'ZL202010123456.2', '一种紫砂壶', '甲公司', '2020.1.5'),
    textRow(5, 2, '202110123456.3', '一种茶具', '乙公司', '2021.1.5'),
    textRow(6, 3, '202210123456.4', '一种陶泥', '丙公司；丁公司', '2022.1.5'),
  ]

  it('is found below a title and an empty row', () => {
    const rows = [
      textRow(1, '宜兴市有效专利清单'),
      textRow(3, '序号', '专利号', '专利名称', '申请（专利权）人', '申请日期'),
      ...data,
    ]
    const head = recogniseHead(rows, fields)
    expect(head).toMatchObject({ headRow: 3, headRows: 1 })
    expect(meaning(head)).toEqual({
      A: null,
      B: 'applicationNo alias',
      C: 'title alias',
      D: 'owners alias',
      E: 'filedOn similar',
    })
    expect(head?.columns[1]?.samples).toEqual(['ZL202010123456.2', '202110123456.3', '202210123456.4'])
  })

  it('of two rows is read with both where one says too little', () => {
    const parties = ['出质人', '质权人'].map((label) => headFieldOf(label, { kind: 'link', label, labelEn: label }))
    const rows = [
      textRow(1, '出质人', undefined, '质权人', undefined),
      textRow(2, '名称', '地址', '名称', '金额（万元）'),
      textRow(3, '甲公司', '宜兴', '乙银行', 12),
    ]
    const head = recogniseHead(rows, parties)
    expect(head).toMatchObject({ headRow: 1, headRows: 2 })
    expect(head?.columns.map(({ heading, field, unit }) => [heading, field, unit])).toEqual([
      ['出质人 名称', '出质人', null],
      ['出质人 地址', null, null],
      ['质权人 名称', '质权人', null],
      ['质权人 金额（万元）', null, '万元'],
    ])
  })

  it('of two rows is found where cells are merged', async () => {
    const inline = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`
    const { workbookOf } = await import('./tabular.fixture.ts')
    const xml = `<sheetData><row r="1">${inline('A1', '专利一览')}</row><row r="2">${inline('A2', '申请号')}${inline('B2', '名称')}${inline('C2', '授权')}</row><row r="3">${inline('C3', '授权公告日')}${inline('D3', '授权公告号')}</row><row r="4">${inline('A4', '202010123456.2')}${inline('B4', '壶')}${inline('C4', '2021-01-05')}${inline('D4', 'CN112345678B')}</row></sheetData><mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/><mergeCell ref="C2:D2"/></mergeCells>`
    const rows = await rowsOf(await tableOf(workbookOf({ sheets: { 表: xml } })))
    const head = recogniseHead(rows, fields)
    expect(head && head.headRow + head.headRows).toBe(4)
    expect(meaning(head)).toEqual({
      A: 'applicationNo label',
      B: 'title label',
      C: 'grantedOn label',
      D: 'grantNo label',
    })
  })

  it('is not mistaken where words are nearly alike', () => {
    const head = recogniseHead(
      [textRow(1, '申请人地址', '公告号', '授权日'), textRow(2, '宜兴', 'CN1', '2020-01-01')],
      fields,
    )
    expect(meaning(head)).toEqual({ A: null, B: 'grantNo similar', C: null })
  })

  it('knows a column by its content where the heading says nothing', () => {
    const rows = [
      textRow(1, '编码', '名称'),
      ...data.map(({ row, cells }): TableRow => ({ row: row - 2, cells: [cells[1], cells[2]] })),
    ]
    expect(meaning(recogniseHead(rows, fields))).toEqual({ A: 'applicationNo content', B: 'title label' })
  })

  it('takes what was learned, also that a column is not taken', () => {
    const learned = new Map<string, string | null>([
      [foldHeading('编码'), 'grantNo'],
      [foldHeading('名称'), null],
      [foldHeading('旧列'), 'gone'],
    ])
    const rows = [textRow(1, '编码', '名称', '旧列', '申请号'), ...data]
    expect(meaning(recogniseHead(rows, fields, { learned }))).toEqual({
      A: 'grantNo learned',
      B: null,
      C: null,
      D: 'applicationNo label',
      E: null,
    })
  })

  it('counts amounts in the unit that stands above the table, unless the column says its own', () => {
    const rows = [
      textRow(1, '质押清单'),
      textRow(2, undefined, undefined, '单位：万元'),
      textRow(3, '申请号', '名称', '质押金额'),
      textRow(4, 'x', '壶', 12),
    ]
    expect(recogniseHead(rows, fields)?.columns[2]).toMatchObject({
      heading: '质押金额（万元）',
      unit: '万元',
      field: 'amount',
    })
    const own = [...rows.slice(0, 2), textRow(3, '申请号', '名称', '质押金额（元）')]
    expect(recogniseHead(own, fields)?.columns[2]).toMatchObject({ heading: '质押金额（元）', unit: '元' })
  })

  it('gives a field to one column: to the surer one', () => {
    const rows = [
      textRow(1, '申请号', '专利号'),
      textRow(2, 'x1', '202010123456.2'),
      textRow(3, 'x2', '202010123457.2'),
    ]
    expect(meaning(recogniseHead(rows, fields))).toEqual({ A: null, B: 'applicationNo alias' })
  })

  it('of components of ST.96 is known by the last of them', () => {
    const rows = [
      textRow(1, 'ApplicationNumber/IPOfficeCode', 'ApplicationNumber/ApplicationNumberText'),
      textRow(2, 'CN', '202010123456.2'),
    ]
    expect(meaning(recogniseHead(rows, fields))).toEqual({ A: null, B: 'applicationNo alias' })
  })

  it('is shown for mapping where nothing of it is known, and is none in notes or nothing', () => {
    expect(meaning(recogniseHead([textRow(1, '甲', '乙', '丙'), textRow(2, 1, 2, 3)], fields))).toEqual({
      A: null,
      B: null,
      C: null,
    })
    expect(recogniseHead([textRow(1, '填报说明：请勿修改')], fields)).toBeNull()
    expect(recogniseHead([], fields)).toBeNull()
  })

  it('with 300 columns is found in time', () => {
    const rows = [
      textRow(1, ...Array.from({ length: 300 }, (_, at) => (at === 150 ? '申请号' : `附加字段${at}`))),
      textRow(2, ...Array.from({ length: 300 }, () => 'x')),
    ]
    const start = performance.now()
    expect(recogniseHead(rows, fields)?.columns[150]).toMatchObject({ field: 'applicationNo' })
    expect(performance.now() - start).toBeLessThan(1_000)
  })
})

describe('rows below the head', () => {
  const head = {
    headRow: 2,
    headRows: 1,
    columns: ['序号', '申请号', '名称', '权利人', '金额', '填写提示'].map((heading, index) => ({
      index,
      heading,
      field: [null, 'applicationNo', 'title', 'owners', 'amount', null][index] ?? null,
    })),
  }
  const judge = rowJudge(head)
  const merged = (text: string): TableRow => ({
    row: 9,
    cells: Array.from({ length: 5 }, (_, at) => ({ ...cellOf(text), merged: at > 0 })),
  })

  it.each([
    { row: textRow(5, 1, '2020', '壶', '甲', 5), kind: 'data' },
    { row: textRow(5, undefined, undefined, '合计牌陶泥'), kind: 'data' },
    { row: textRow(5, 1, '2020', '总计'), kind: 'data' },
    { row: textRow(5, undefined, '合计', '某权', '甲', 5), kind: 'data' },
    { row: textRow(3, 1, 2, 3, 4, 5), kind: 'numbering' },
    { row: textRow(3, '(1)', '(2)', '(3)', '(4)'), kind: 'numbering' },
    { row: textRow(9, '合 计', undefined, undefined, undefined, 500), kind: 'total' },
    { row: textRow(9, '丁蜀镇小计', undefined, undefined, undefined, 500), kind: 'total' },
    { row: textRow(9, undefined, '总计：12件'), kind: 'total' },
    { row: textRow(9, '注：本表数据截至 2024 年底'), kind: 'note' },
    { row: textRow(9, '填表人：张三', undefined, '审核人：李四'), kind: 'note' },
    { row: merged('以上为全部专利'), kind: 'note' },
    { row: textRow(30, '序号', '申请号', '名称', '权利人', '金额'), kind: 'head' },
    { row: textRow(9, 12), kind: 'blank' },
    { row: textRow(4, undefined, '202010123456.2', '壶', '甲', 5, '示例，不会导入'), kind: 'note' },
  ])('$kind: $row.cells', ({ row, kind }) => {
    expect(judge(row)).toBe(kind)
  })
})
