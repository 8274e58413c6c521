/**
 * The looks that cells of our workbooks have, by name; a workbook holds all of them.
 *
 * text: for codes, so that leading zeros survive and nothing is computed · hint: words about the table · example: a row
 * that only shows how to fill in · fault: a cell in which something is wrong
 */
const looks = {
  plain: {},
  text: { format: '@' },
  words: { format: '@', wraps: true },
  date: { format: 'yyyy\\-mm\\-dd' },
  integer: { format: '#,##0' },
  decimal: { format: '#,##0.######' },
  money: { format: '#,##0.00####' },
  title: { bold: true, size: 14 },
  head: { format: '@', bold: true, fill: 'FFE3F0E8', wraps: true, border: true },
  requiredHead: { format: '@', bold: true, fill: 'FFFBE3C8', wraps: true, border: true },
  plainHead: { format: '@', bold: true, fill: 'FFEDEDED', wraps: true, border: true },
  hint: { color: 'FF5C5C5C', wraps: true },
  example: { format: '@', color: 'FF7A7A7A', italic: true, fill: 'FFF5F5F5' },
  fault: { format: '@', fill: 'FFFFD9D4', border: true },
  faultWords: { format: '@', color: 'FFA8201A', wraps: true },
} as const satisfies Record<string, Look>

interface Look {
  readonly format?: string
  readonly bold?: true
  readonly italic?: true
  readonly size?: number
  readonly color?: string
  readonly fill?: string
  readonly wraps?: true
  readonly border?: true
}

export type CellStyle = keyof typeof looks

const names = Object.keys(looks) as readonly CellStyle[]
const firstOwnFormat = 164

/** The number under which a style stands in the workbook. */
export const styleIndex: Readonly<Record<CellStyle, number>> = Object.fromEntries(
  names.map((name, index) => [name, index]),
) as Record<CellStyle, number>

/** `xl/styles.xml` */
export function stylesXml(): string {
  const all: readonly Look[] = Object.values(looks)
  const formats = [...new Set(all.flatMap(({ format }) => (format === undefined ? [] : [format])))]
  const formatId = (format: string | undefined) => (format === undefined ? 0 : firstOwnFormat + formats.indexOf(format))
  const xfs = all.map((look, index) => {
    const alignment = `<alignment vertical="top"${look.wraps ? ' wrapText="1"' : ''}/>`
    return `<xf numFmtId="${formatId(look.format)}" fontId="${index}" fillId="${index + 2}" borderId="${look.border ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`
  })
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<numFmts count="${formats.length}">${formats.map((format) => `<numFmt numFmtId="${formatId(format)}" formatCode="${format}"/>`).join('')}</numFmts>`,
    `<fonts count="${all.length}">${all.map(fontXml).join('')}</fonts>`,
    `<fills count="${all.length + 2}"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${all.map(fillXml).join('')}</fills>`,
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>${borderXml}</borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${all.length}">${xfs.join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join('')
}

function fontXml({ bold, italic, size = 11, color }: Look): string {
  const marks = `${bold ? '<b/>' : ''}${italic ? '<i/>' : ''}`
  const tint = color === undefined ? '' : `<color rgb="${color}"/>`
  return `<font>${marks}<sz val="${size}"/>${tint}<name val="等线"/><family val="2"/></font>`
}

function fillXml({ fill }: Look): string {
  return fill === undefined
    ? '<fill><patternFill patternType="none"/></fill>'
    : `<fill><patternFill patternType="solid"><fgColor rgb="${fill}"/><bgColor indexed="64"/></patternFill></fill>`
}

const edge = (side: string) => `<${side} style="thin"><color rgb="FFBFBFBF"/></${side}>`
const borderXml = `<border>${['left', 'right', 'top', 'bottom'].map(edge).join('')}<diagonal/></border>`
