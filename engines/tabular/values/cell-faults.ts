import type { Words } from '../table.types.ts'

/** What is wrong with a cell, and what to do about it. */
export interface CellFault {
  readonly code: CellFaultCode
  readonly message: Words
  readonly remedy: Words
}

export type CellFaultCode = keyof typeof sentences

export function cellFault(code: CellFaultCode, details: Readonly<Record<string, string | number>> = {}): CellFault {
  const fill = (sentence: string) => sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ''))
  const [zh, en, remedyZh, remedyEn] = sentences[code]
  return { code, message: { zh: fill(zh), en: fill(en) }, remedy: { zh: fill(remedyZh), en: fill(remedyEn) } }
}

/** What is wrong, in Chinese and English; what to do, in Chinese and English. `{…}` is filled in. */
const sentences = {
  errorCell: [
    '单元格里是公式的错误值“{value}”',
    'the cell holds the error “{value}” of a formula',
    '改好公式并保存，或直接填写数值。',
    'Correct the formula and save, or write the value itself.',
  ],
  notComputed: [
    '单元格里是没有算出结果的公式“{value}”',
    'the cell holds the formula “{value}” without its result',
    '在 Excel 或 WPS 里打开并保存一次，或粘贴为数值。',
    'Open and save the file once in Excel or WPS, or paste the values.',
  ],
  brokenCharacter: [
    '文字里有损坏的字符',
    'the text has damaged characters',
    '把这一格改成正确的文字；多处如此时，请以 UTF-8 重新导出文件。',
    'Correct the text; if there are many, export the file again as UTF-8.',
  ],
  digitsLost: [
    '数字“{value}”超过 15 位，末尾几位已被表格软件改成 0',
    'the number “{value}” has more than 15 digits, and the last of them were lost in the spreadsheet',
    '把这一列设为“文本”格式，重新填写完整的号码。',
    'Format the column as text and write the whole number again.',
  ],
  mergedNumber: [
    '这一格是合并单元格的一部分，看不出数值属于哪一行',
    'the cell is part of a merged one, so that it is not clear to which row the number belongs',
    '取消合并，把数值填在它所属的行。',
    'Unmerge the cells and write the number into the row to which it belongs.',
  ],
  noDate: [
    '“{value}”不是日期',
    '“{value}” is no date',
    '写成 2024-06-12 或 2024年6月12日。',
    'Write it as 2024-06-12.',
  ],
  noSuchDay: [
    '“{value}”这一天不存在',
    'there is no day “{value}”',
    '核对年月日后改正，例如 2024-06-12。',
    'Check year, month and day, and correct it, as 2024-06-12.',
  ],
  monthLost: [
    '“{value}”是 1 月还是 10 月看不出来：表格软件会去掉末尾的 0',
    '“{value}” may be January or October: spreadsheets cut the last zero',
    '写成 2024-01 或 2024-10。',
    'Write it as 2024-01 or 2024-10.',
  ],
  impossibleYear: [
    '“{value}”的年份 {year} 不可能',
    'the year {year} of “{value}” is impossible',
    '核对年份后改正；年份写四位，在 1900 到 2200 之间。',
    'Check the year and correct it: four digits, from 1900 to 2200.',
  ],
  shortYear: [
    '“{value}”的年份不是四位',
    'the year of “{value}” does not have four digits',
    '把年份写成四位，例如 2024-06-12。',
    'Write the year with four digits, as 2024-06-12.',
  ],
  dateOrder: [
    '“{value}”分不清哪个是月、哪个是日',
    'in “{value}” it is not clear which is the month and which the day',
    '把年份写在最前面，例如 2024-06-12。',
    'Write the year first, as 2024-06-12.',
  ],
  datePrecision: [
    '“{value}”没有写到{least}',
    '“{value}” does not say the {leastEn}',
    '补全日期，例如 {example}。',
    'Complete the date, as {example}.',
  ],
  noNumber: [
    '“{value}”不是数字',
    '“{value}” is no number',
    '只填数字，例如 1234.5；没有的请留空。',
    'Write a number alone, as 1234.5; leave it blank where there is none.',
  ],
  notExact: [
    '“{value}”是约数',
    '“{value}” is not exact',
    '填写准确的数字；没有的请留空。',
    'Write the exact number, or leave it blank.',
  ],
  hanNumeral: [
    '“{value}”是用汉字写的数',
    '“{value}” is a number in Chinese characters',
    '用阿拉伯数字填写。',
    'Write it in digits.',
  ],
  severalNumbers: [
    '“{value}”里不止一个数字',
    '“{value}” holds more than one number',
    '一格只填一个数字。',
    'Write one number into a cell.',
  ],
  grouping: [
    '“{value}”的逗号不在千位上',
    'the commas of “{value}” do not separate thousands',
    '去掉逗号，只填数字。',
    'Leave out the commas.',
  ],
  notWhole: ['“{value}”不是整数', '“{value}” is no whole number', '填写整数。', 'Write a whole number.'],
  tooLarge: [
    '“{value}”大得超出能精确保存的范围',
    '“{value}” is larger than what can be kept exactly',
    '核对数字和单位。',
    'Check the number and its unit.',
  ],
  otherUnit: [
    '“{value}”的单位与这一列的单位“{unit}”不符',
    'the unit of “{value}” is not that of the column, “{unit}”',
    '换算成{unit}后只填数字。',
    'Convert it to {unit} and write the number alone.',
  ],
  scaleTwice: [
    '列的单位是{unit}，“{value}”里又有“{scale}”，看不出是哪一个',
    'the column counts in {unit}, and “{value}” says “{scale}” again',
    '只填以{unit}为单位的数字，或写全单位，例如 120万元。',
    'Write the number in {unit} alone, or with its whole unit.',
  ],
  otherCurrency: [
    '“{value}”不是人民币金额',
    '“{value}” is no amount in renminbi',
    '按登记的汇率换算成人民币后填写。',
    'Convert it to renminbi at the rate of the registration.',
  ],
  belowFen: [
    '“{value}”折合下来不足一分，无法精确保存',
    '“{value}” is not a whole number of fen',
    '四舍五入到分（{decimals} 位小数）后填写。',
    'Round it to fen ({decimals} decimals).',
  ],
  noFlag: ['“{value}”不是“是”或“否”', '“{value}” is neither yes nor no', '填“是”或“否”。', 'Write 是 or 否.'],
  noChoice: [
    '“{value}”不在可选项里',
    '“{value}” is none of the choices',
    '改为下列之一：{choices}。',
    'Take one of these: {choices}.',
  ],
  severalNames: [
    '“{value}”里不止一个名称，这一列只能填一个',
    '“{value}” holds more than one name, and the column takes one',
    '只留一个名称。',
    'Keep one name.',
  ],
  noPoint: [
    '“{value}”不是经纬度',
    '“{value}” is no longitude and latitude',
    '写成“119.82, 31.34”，经度在前。',
    'Write it as “119.82, 31.34”, longitude first.',
  ],
} as const satisfies Record<string, readonly [string, string, string, string]>
