import { strToU8, type Zippable, zipSync } from 'fflate'
import { openTable } from './open-table.ts'
import { sourceOfBytes } from './source-of-bytes.ts'
import type { Cell, Table, TableRow } from './table.types.ts'

/** The table in some bytes; fails with the words of the refusal. */
export async function tableOf(bytes: Uint8Array, fileName = '清单'): Promise<Table> {
  const reading = await openTable(sourceOfBytes(bytes), { fileName })
  if (!reading.ok) throw new Error(reading.refusal.message.zh)
  return reading.table
}

/** The code under which a file is refused, on opening or on reading. */
export async function refusalCodeOf(bytes: Uint8Array): Promise<string | undefined> {
  const reading = await openTable(sourceOfBytes(bytes))
  return reading.ok ? undefined : reading.refusal.code
}

export async function rowsOf(table: Table, sheet = 0): Promise<readonly TableRow[]> {
  const rows: TableRow[] = []
  for await (const chunk of table.sheets[sheet]?.rows() ?? []) rows.push(...chunk)
  return rows
}

/** What people see, by row number: `{ 1: ['申请号', '名称'] }`; '' where nothing stands. */
export async function textsOf(table: Table, sheet = 0): Promise<Record<number, readonly string[]>> {
  const rows = await rowsOf(table, sheet)
  return Object.fromEntries(rows.map(({ row, cells }) => [row, Array.from(cells, (cell) => cell?.text ?? '')]))
}

export function textRow(row: number, ...texts: readonly (string | number | undefined)[]): TableRow {
  return { row, cells: texts.map((text) => (text === undefined ? undefined : cellOf(text))) }
}

export function cellOf(value: string | number): Cell {
  return typeof value === 'number'
    ? { kind: 'number', text: String(value), number: value, merged: false }
    : { kind: 'text', text: value, number: null, merged: false }
}

/** A workbook from the XML of its sheets, as other programs write it. */
export function workbookOf({
  sheets,
  shared = [],
  styles = '',
  workbook = '',
}: {
  readonly sheets: Readonly<Record<string, string>>
  readonly shared?: readonly string[]
  readonly styles?: string
  readonly workbook?: string
}): Uint8Array {
  const names = Object.keys(sheets)
  const files: Zippable = {
    'xl/workbook.xml': strToU8(
      `<workbook xmlns:r="r">${workbook}<sheets>${names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${names.map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}</Relationships>`,
    ),
    'xl/sharedStrings.xml': strToU8(`<sst>${shared.map((text) => `<si>${text}</si>`).join('')}</sst>`),
    'xl/styles.xml': strToU8(`<styleSheet>${styles}</styleSheet>`),
  }
  for (const [at, xml] of Object.values(sheets).entries()) {
    files[`xl/worksheets/sheet${at + 1}.xml`] = strToU8(`<worksheet>${xml}</worksheet>`)
  }
  return zipSync(files)
}

/** Text in GB 2312's part of GB18030: no runtime writes it, so that the decoder is turned around. */
export function gb18030Bytes(text: string): Uint8Array {
  gbCodes ??= twoByteCodes()
  return Uint8Array.from(
    [...text].flatMap((char) => {
      if (char.charCodeAt(0) < 0x80) return [char.charCodeAt(0)]
      const code = gbCodes?.get(char)
      if (code === undefined) throw new Error(`${char} is not among the two-byte codes`)
      return [code >> 8, code & 0xff]
    }),
  )
}

let gbCodes: Map<string, number> | undefined

function twoByteCodes(): Map<string, number> {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, number>()
  for (let first = 0x81; first <= 0xfe; first += 1) {
    for (let second = 0x40; second <= 0xfe; second += 1) {
      if (second === 0x7f) continue
      codes.set(decoder.decode(Uint8Array.of(first, second)), (first << 8) | second)
    }
  }
  return codes
}
