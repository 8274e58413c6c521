import { invalid, plain, type Reading, refusedAtOnce, valid, type Words } from './reading.ts'

export interface IpcSymbol {
  readonly subclass: string
  /** 部: what the first letter stands for */
  readonly section: Words
  /** undefined where only the subclass is written */
  readonly mainGroup?: number
  readonly subgroup?: string
  /** sorts symbols as the classification does: the group by number, the subgroup as a decimal fraction */
  readonly sortKey: string
}

/** Sections A to H. @source 国际专利分类表 */
const SECTIONS: Readonly<Record<string, Words>> = {
  A: { zh: '人类生活必需', en: 'Human necessities' },
  B: { zh: '作业；运输', en: 'Performing operations; transporting' },
  C: { zh: '化学；冶金', en: 'Chemistry; metallurgy' },
  D: { zh: '纺织；造纸', en: 'Textiles; paper' },
  E: { zh: '固定建筑物', en: 'Fixed constructions' },
  F: { zh: '机械工程；照明；加热；武器；爆破', en: 'Mechanical engineering; lighting; heating; weapons; blasting' },
  G: { zh: '物理', en: 'Physics' },
  H: { zh: '电学', en: 'Electricity' },
}

/**
 * Reads a symbol of the International Patent Classification 国际专利分类号, or a subclass of it. The version in brackets is
 * left away, and the form of fourteen characters in which offices exchange data is read too.
 *
 * @example readIpc('c04b33/24(2006.01)') // valid, 'C04B 33/24', sortKey 'C04B0033240000'
 * @example readIpc('C04B0033240000') // valid, 'C04B 33/24'
 */
export function readIpc(written: string): Reading<IpcSymbol> {
  const refused = refusedAtOnce(written)
  if (refused !== undefined) return refused
  const symbol = plain(written).replace(/[([]\d{4}\.\d{2}[)\]]$/, '')
  if (/^[A-H]\d{2}[A-Z]$/.test(symbol) && symbol.slice(1, 3) !== '00') {
    return valid(symbol, { subclass: symbol, section: sectionOf(symbol), sortKey: symbol })
  }
  const exchanged = /^([A-H]\d{2}[A-Z])(\d{4})(\d{6})$/.exec(symbol)
  const [, subclass = '', group = '', subgroup = ''] =
    exchanged ?? /^([A-H]\d{2}[A-Z])(\d{1,4})\/(\d{2,6})$/.exec(symbol) ?? []
  const mainGroup = Number(group)
  if (subclass === '' || subclass.slice(1, 3) === '00' || mainGroup === 0) {
    return invalid(
      '不是 IPC 分类号：应写成 C04B 33/24，或只写小类 C04B。',
      'This is no symbol of the IPC; it is written C04B 33/24, or C04B for a subclass.',
    )
  }
  // As a fraction 24 and 240000 are the same place; at least two digits are written.
  const digits = subgroup.replace(/0+$/, '').padEnd(2, '0')
  return valid(`${subclass} ${mainGroup}/${digits}`, {
    subclass,
    section: sectionOf(subclass),
    mainGroup,
    subgroup: digits,
    sortKey: `${subclass}${String(mainGroup).padStart(4, '0')}${digits.padEnd(6, '0')}`,
  })
}

function sectionOf(symbol: string): Words {
  return SECTIONS[symbol[0] ?? ''] ?? { zh: '', en: '' }
}

/** By which symbols sort as the classification does; what is no symbol comes after all of them. */
export function ipcSortKey(symbol: string): string {
  const reading = readIpc(symbol)
  return reading.outcome === 'invalid' ? `~${symbol}` : reading.sortKey
}
