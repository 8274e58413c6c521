import type { Localized } from '@qiangxian/kernel/errors/define-errors'

/** What can be wrong with a sheet that comes back, and what to do about it. */

const again: Localized = {
  zh: '请从平台重新下载表格，把内容填进去再上传。',
  en: 'Download a fresh sheet, fill that in and upload it.',
}

export const issueWords = {
  noSheet: {
    message: { zh: '没有找到“任务进展”“指标数值”“里程碑”工作表', en: 'None of our sheets is in the workbook' },
    remedy: again,
  },
  unknownSheet: (name: string) => ({
    message: { zh: `不认识工作表“${name}”，没有读取`, en: `The sheet “${name}” is not known and was not read` },
    remedy: {
      zh: '要填报的内容请放进平台下载的工作表，工作表名不要改。',
      en: 'Put what is to be reported into the downloaded sheets, and leave their names.',
    },
  }),
  hiddenSheet: (name: string) => ({
    message: { zh: `工作表“${name}”是隐藏的，没有读取`, en: `The sheet “${name}” is hidden and was not read` },
    remedy: { zh: '请取消隐藏，核对内容后再上传。', en: 'Unhide it, check what it says and upload again.' },
  }),
  noHeads: (name: string) => ({
    message: { zh: `工作表“${name}”里没有找到表头`, en: `The sheet “${name}” has no heads` },
    remedy: again,
  }),
  missingColumn: (head: string) => ({
    message: {
      zh: `缺少“${head}”一列，本工作表没有读取`,
      en: `The column “${head}” is missing; the sheet was not read`,
    },
    remedy: again,
  }),
  merged: (range: string) => ({
    message: {
      zh: `合并单元格 ${range}，分不清内容属于哪一行`,
      en: `Cells ${range} are merged; whose content it is cannot be told`,
    },
    remedy: { zh: '请取消合并，每行各填各的。', en: 'Unmerge them and fill in each row.' },
  }),
  unknownRow: {
    message: {
      zh: '这一行不在本单位本期的应报事项里',
      en: 'This row is none of what the unit owes for the period',
    },
    remedy: {
      zh: '请核对是不是本单位、本期的表格；别的单位和别的报送期请分别下载填报。',
      en: 'Check that the sheet is that of the unit and the period; others have sheets of their own.',
    },
  },
  unknownPart: {
    message: { zh: '里程碑没有这一事项', en: 'The milestone has no such part' },
    remedy: { zh: '“事项”一列请勿改动。', en: 'Leave the column 事项 as it is.' },
  },
  cannotWrite: (refusal: Localized) => ({
    message: refusal,
    remedy: {
      zh: '请删去这一行的内容，或按提示办理后再上传。',
      en: 'Clear the row, or do as described and upload again.',
    },
  }),
  formula: {
    message: { zh: '是公式，其中的结果不可信，没有读取', en: 'is a formula; its kept result is not believed' },
    remedy: { zh: '请复制后粘贴为数值。', en: 'Copy it and paste it as a value.' },
  },
  errorCell: {
    message: { zh: '是出错的单元格', en: 'is a cell in error' },
    remedy: { zh: '请填入正确的内容，或清空。', en: 'Enter what is right, or clear it.' },
  },
  dateAsNumber: {
    message: { zh: '这里应填数字，单元格却是日期', en: 'a number belongs here, and the cell is a date' },
    remedy: {
      zh: '请把单元格格式改为“常规”，重新填写数字。',
      en: 'Set the format of the cell to General and enter the number.',
    },
  },
  noDate: {
    message: { zh: '不是存在的日期', en: 'is no date that exists' },
    remedy: { zh: '请写成 2026-10-31 这样的日期。', en: 'Write it like 2026-10-31.' },
  },
  noChoice: (choices: readonly string[]) => ({
    message: { zh: '不在可选项里', en: 'is none of the choices' },
    remedy: { zh: `请选择：${choices.join('、')}。`, en: `Choose one of ${choices.join(', ')}.` },
  }),
  tooLong: (most: number) => ({
    message: { zh: `内容太长，最多 ${most} 个字`, en: `is too long; ${most} characters at most` },
    remedy: { zh: '请写得简短些，详细材料作为佐证上传。', en: 'Make it shorter; give the details as evidence.' },
  }),
  twice: (row: number) => ({
    message: {
      zh: `与第 ${row} 行是同一事项，不知以哪行为准`,
      en: `is the same thing as row ${row}; which one counts is not known`,
    },
    remedy: { zh: '请只保留一行。', en: 'Keep one of them.' },
  }),
  correct: {
    zh: '请在表格里改正后重新上传，或删去后在页面上填写。',
    en: 'Correct it and upload again, or enter it on the page.',
  },
} as const
