import type ExcelJS from 'exceljs'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { FillableDuty } from './good-rows.ts'
import { readWorkSheet } from './read-work-sheet.ts'
import { readWorkbook } from './read-workbook.ts'
import { cellAt, edited, filledDuties, sheetNamed, workbookFor } from './work-sheet.fixture.ts'

function read(bytes: Uint8Array, duties: readonly FillableDuty[] = filledDuties) {
  const reading = readWorkbook(bytes)
  if (!reading.ok) throw new Error(reading.why.zh)
  return readWorkSheet(reading.workbook, duties)
}

const readEdited = async (edit: (workbook: ExcelJS.Workbook) => void, duties = filledDuties) =>
  read(await edited(await workbookFor(duties), edit), duties)

/** Cells of one style share it as one object. */
const format = (cell: ExcelJS.Cell, numFmt: string) => {
  cell.style = { ...cell.style, numFmt }
}

const fillTask = (workbook: ExcelJS.Workbook) => {
  cellAt(workbook, '任务进展', '进度').value = 45
  cellAt(workbook, '任务进展', '进展情况').value = '走访企业 12 家（演示）'
}

describe('the sheet to fill in (填报表)', () => {
  it('holds what the unit owes, with locked heads, choices, a hidden id and notes, marked 演示', async () => {
    await edited(await workbookFor(), (workbook) => {
      expect(workbook.worksheets.map(({ name }) => name)).toEqual(['任务进展', '指标数值', '里程碑', '填报说明'])
      const sheet = sheetNamed(workbook, '指标数值')
      expect(sheet.getCell('B1').text).toBe('【演示】演示县 云亭镇 2026年10月 指标数值')
      expect(sheet.getColumn(1).hidden).toBe(true)
      expect(cellAt(workbook, '指标数值', '数值状态').dataValidation.formulae).toEqual(['"有值,缺数,不适用,不公开"'])
      expect(cellAt(workbook, '指标数值', '数值状态').protection.locked).toBe(false)
      expect(cellAt(workbook, '指标数值', '计量单位').text).toBe('件')
      expect((sheet as unknown as { sheetProtection: { sheet: boolean } }).sheetProtection.sheet).toBe(true)
      expect(cellAt(workbook, '指标数值', '分子', 2).note).toContain('占比')
      expect(cellAt(workbook, '指标数值', '数据截止日').text).toBe('2026-10-31')
    })
  })

  it('comes back as it went: nothing filled in is nothing said, and nothing is wrong', async () => {
    expect(read(await workbookFor())).toEqual({ rows: [], issues: [] })
  })

  it('writes words that begin like a formula as words, in cells that are text', async () => {
    const words = ['=1+1', '+1', '-1', '@SUM(A1)', "=cmd|'/C calc'!A0"]
    for (const narrative of words) {
      const duties = filledDuties.map((each) =>
        each.duty.id === 'duty-task' ? { ...each, content: { ...blank, progress: 1, narrative }, revision: 1 } : each,
      )
      const bytes = await workbookFor(duties)
      await edited(bytes, (workbook) => {
        const cell = cellAt(workbook, '任务进展', '进展情况')
        expect([cell.value, cell.numFmt]).toEqual([narrative, '@'])
      })
      expect(read(bytes, duties).rows[0]).toMatchObject({ change: 'same', content: { narrative } })
    }
  })

  it('reads task, value, ratio and the parts of a milestone', async () => {
    const { rows, issues } = await readEdited((workbook) => {
      fillTask(workbook)
      cellAt(workbook, '指标数值', '数值（', 3).value = '３．５万'
      cellAt(workbook, '指标数值', '数值状态', 3).value = '有值'
      cellAt(workbook, '指标数值', '分子', 4).value = 45
      cellAt(workbook, '指标数值', '分母', 4).value = 60
      cellAt(workbook, '指标数值', '数据截止日', 4).value = '2026年10月'
      cellAt(workbook, '里程碑', '状态', 3).value = '已申报'
      cellAt(workbook, '里程碑', '日期', 3).value = '2026.6.12'
    })
    expect(issues).toEqual([])
    expect(rows.map(({ dutyId, row, change }) => [dutyId, row, change])).toEqual([
      ['duty-task', 3, 'new'],
      ['duty-count', 3, 'new'],
      ['duty-ratio', 4, 'new'],
      ['duty-milestone', 3, 'new'],
    ])
    expect(rows[0]?.content).toMatchObject({ progress: 45, narrative: '走访企业 12 家（演示）', parts: null })
    expect(rows[1]?.content).toMatchObject({ value: 35_000, valueState: 'value', cutoffOn: '2026-10-31' })
    expect(rows[2]?.content).toMatchObject({
      numerator: 45,
      denominator: 60,
      valueState: 'value',
      cutoffOn: '2026-10-31',
    })
    expect(rows[3]?.content.parts).toEqual([
      { label: '申报', status: 'applied', documentNo: null, documentTitle: null, on: '2026-06-12' },
      { label: '获批', status: 'open', documentNo: null, documentTitle: null, on: null },
    ])
  })

  it('reads days as serials, and shares that are shown as percentages', async () => {
    const { rows } = await readEdited((workbook) => {
      cellAt(workbook, '指标数值', '数值（', 3).value = 12
      cellAt(workbook, '指标数值', '数据截止日', 3).value = new Date('2026-10-30T00:00:00Z')
      format(cellAt(workbook, '指标数值', '数据截止日', 3), 'yyyy-mm-dd')
      cellAt(workbook, '任务进展', '进度').value = 0.45
      format(cellAt(workbook, '任务进展', '进度'), '0%')
    })
    expect(rows.find(({ dutyId }) => dutyId === 'duty-count')?.content.cutoffOn).toBe('2026-10-30')
    expect(rows.find(({ dutyId }) => dutyId === 'duty-task')?.content.progress).toBe(45)
  })

  it('finds a row by code and period when the hidden column was lost', async () => {
    const { rows, issues } = await readEdited((workbook) => {
      fillTask(workbook)
      for (const row of [2, 3]) sheetNamed(workbook, '任务进展').getRow(row).getCell(1).value = null
    })
    expect(issues).toEqual([])
    expect(rows.map(({ dutyId }) => dutyId)).toEqual(['duty-task'])
  })

  const faults: readonly [string, (workbook: ExcelJS.Workbook) => void, object][] = [
    [
      'a formula, whose kept result is not believed',
      (workbook) => {
        cellAt(workbook, '任务进展', '进度').value = { formula: '40+5', result: 45 }
      },
      { row: 3, column: 'F 进度（%）', value: '=40+5', remedy: { zh: '请复制后粘贴为数值。' } },
    ],
    [
      '=cmd typed as text where a number belongs',
      (workbook) => {
        cellAt(workbook, '任务进展', '进度').value = "=cmd|'/C calc'!A0"
      },
      { row: 3, column: '进度', message: { zh: expect.stringContaining('公式') } },
    ],
    [
      'merged cells',
      (workbook) => {
        fillTask(workbook)
        sheetNamed(workbook, '任务进展').mergeCells('G3:G4')
      },
      { row: 3, value: 'G3:G4', remedy: { zh: '请取消合并，每行各填各的。' } },
    ],
    [
      'a missing column',
      (workbook) => {
        fillTask(workbook)
        sheetNamed(workbook, '任务进展').spliceColumns(7, 1)
      },
      { row: null, column: '进展情况', message: { zh: '缺少“进展情况”一列，本工作表没有读取' } },
    ],
    [
      'a hidden sheet',
      (workbook) => {
        fillTask(workbook)
        sheetNamed(workbook, '任务进展').state = 'veryHidden'
      },
      { row: null, message: { zh: '工作表“任务进展”是隐藏的，没有读取' } },
    ],
    [
      'a row of another unit',
      (workbook) => {
        fillTask(workbook)
        cellAt(workbook, '任务进展', '编号').value = 'duty-of-another-unit'
      },
      { row: 3, column: '编号', value: 'duty-of-another-unit' },
    ],
    [
      'a choice that is none',
      (workbook) => {
        cellAt(workbook, '指标数值', '数值状态', 3).value = '大概'
      },
      { row: 3, value: '大概', remedy: { zh: '请选择：有值、缺数、不适用、不公开。' } },
    ],
    [
      'a day that does not exist',
      (workbook) => {
        cellAt(workbook, '指标数值', '数值（', 3).value = 1
        cellAt(workbook, '指标数值', '数据截止日', 3).value = '2026-02-30'
      },
      { row: 3, value: '2026-02-30' },
    ],
    [
      'words where a number belongs',
      (workbook) => {
        cellAt(workbook, '指标数值', '数值（', 3).value = '约三万'
      },
      { row: 3, column: '数值', value: '约三万' },
    ],
    [
      'words longer than the page takes',
      (workbook) => {
        cellAt(workbook, '任务进展', '进展情况').value = '长'.repeat(4_001)
      },
      { row: 3, column: 'G 进展情况', message: { zh: '内容太长，最多 4000 个字' } },
    ],
    [
      'a cell in error',
      (workbook) => {
        cellAt(workbook, '任务进展', '进度').value = { error: '#REF!' }
      },
      { row: 3, value: '#REF!' },
    ],
  ]
  it.each(faults)('refuses %s, and says where and what to do', async (_, edit, issue) => {
    const { rows, issues } = await readEdited(edit)
    expect(rows).toEqual([])
    expect(issues).toHaveLength(1)
    expect(issues[0]).toMatchObject(issue)
    for (const { message, remedy } of issues) expect(message.zh && message.en && remedy.zh && remedy.en).toBeTruthy()
  })

  it('takes neither of two rows for the same thing, and the good rows beside them', async () => {
    const { rows, issues } = await readEdited((workbook) => {
      fillTask(workbook)
      const sheet = sheetNamed(workbook, '任务进展')
      sheet.getRow(9).values = sheet.getRow(3).values
      cellAt(workbook, '指标数值', '数值（', 3).value = 7
    })
    expect(rows.map(({ dutyId }) => dutyId)).toEqual(['duty-count'])
    expect(issues.map(({ row, message }) => [row, message.zh])).toEqual([
      [3, '与第 9 行是同一事项，不知以哪行为准'],
      [9, '与第 3 行是同一事项，不知以哪行为准'],
    ])
  })

  it('says why a closed period cannot be written, in the words of the page', async () => {
    const refusal = { zh: '本期已关闭（演示）', en: 'closed' }
    const bytes = await edited(await workbookFor(), fillTask)
    const closed = filledDuties.map((each) => ({ ...each, refusal }))
    expect(read(bytes, closed)).toMatchObject({ rows: [], issues: [{ row: 3, message: refusal }] })
  })

  it('reads past 100,000 empty rows, and does not read on for ever', async () => {
    const empty = Array.from({ length: 100_000 }, (_, index) => `<row r="${index + 20}" s="1" customFormat="1"/>`).join(
      '',
    )
    const workbook = rawWorkbook(`${heads}${taskRow}${empty}`)
    expect(read(workbook).rows).toHaveLength(1)
    const full = Array.from(
      { length: 6_000 },
      (_, index) => `<row r="${index + 20}"><c t="inlineStr"><is><t>x</t></is></c></row>`,
    ).join('')
    expect(readWorkbook(rawWorkbook(`${heads}${full}`))).toMatchObject({
      ok: false,
      why: { zh: expect.stringContaining('大得异常') },
    })
  })

  it('reads what WPS writes: texts in the cells, and no places', () => {
    expect(read(rawWorkbook(`${heads}${taskRow}`)).rows[0]?.content).toMatchObject({
      progress: 60,
      narrative: '手工（演示）',
    })
  })

  it.each([
    ['an old .xls', compoundFile(), /旧版 \.xls.*另存为/],
    ['a CSV', strToU8('编号,进度\nduty-task,45\n'), /CSV.*下载 \.xlsx/],
    ['a cut-off file', strToU8('PK\u0003\u0004cut off'), /没有传完或已损坏/],
    ['a zip of something else', zipSync({ 'a.txt': strToU8('a') }), /这不是 \.xlsx/],
    ['a bomb', bomb(), /大得异常/],
    ['an XML with entities', rawWorkbook('', '<!DOCTYPE x [<!ENTITY a "b">]>'), /大得异常/],
  ])('names %s as what it is', (_, bytes, words) => {
    const reading = readWorkbook(bytes)
    expect(reading.ok).toBe(false)
    if (!reading.ok) expect(reading.why.zh).toMatch(words)
  })
})

const blank = {
  ...{ progress: null, narrative: '', problems: '', nextSteps: '', valueState: null, value: null, numerator: null },
  ...{ denominator: null, valueReason: null, cutoffOn: null, parts: null },
}

const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
const heads = `<row>${['编号（勿改）', '代码', '任务', '报送期', '应报日', '进度（%）', '进展情况', '存在问题', '下一步'].map(inline).join('')}</row>`
const taskRow = `<row>${['duty-task', '任务 4', '培育', '2026-10', '2026-11-06'].map(inline).join('')}<c><v>60</v></c>${inline('手工（演示）')}</row>`

/** A workbook with one sheet, written by hand as the smallest that a program opens. */
function rawWorkbook(rows: string, prologue = ''): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return zipSync({
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="任务进展" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(
      `${prologue}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
    ),
  })
}

function bomb(): Uint8Array {
  return rawWorkbook(`<row><c t="inlineStr"><is><t>${'0'.repeat(40 * 1024 * 1024)}</t></is></c></row>`)
}

function compoundFile(): Uint8Array {
  const name = [...'Workbook'].flatMap((letter) => [letter.charCodeAt(0), 0])
  return Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(512).fill(0), ...name])
}
