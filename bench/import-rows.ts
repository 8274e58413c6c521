import type { CsvValue } from '@qiangxian/engines/tabular/write-csv'

/** A file that is brought in: 演示 rows, made by their number. */
export interface ImportFile {
  readonly register: string
  rows(count: number): Generator<readonly CsvValue[]>
}

/** Plain rows: seven columns of words, a day, a number; no relations. */
export const plainFile: ImportFile = {
  register: 'statistic',
  *rows(count) {
    yield ['统计项目', '地区', '所属日期', '数值', '计量单位', '公布日期', '数据来源']
    for (let row = 0; row < count; row += 1) {
      const day = String((row % 28) + 1).padStart(2, '0')
      const series = `演示统计项目${row % 1_000}`
      yield [series, `演示地区${Math.floor(row / 1_000)}`, '2024年', row * 1.25, '件', `2025.3.${day}`, '演示统计公报']
    }
  },
}

/** The things at which the linked rows point. */
export const placesFile: ImportFile = {
  register: 'geographical-indication',
  *rows(count) {
    yield ['地理标志名称', '保护途径', '注册登记日期']
    for (let row = 0; row < count; row += 1) yield [`演示地理标志${row}`, '地理标志产品', '2020-01-01']
  },
}

export const firmsFile: ImportFile = {
  register: 'market-entity',
  *rows(count) {
    yield ['名称', '主体类型', '统一社会信用代码']
    for (let row = 0; row < count; row += 1) yield [firm(row), '企业', null]
  },
}

export const counts = { places: 20, firms: 2_500 } as const

/** Rows with two relations: one to a thing by its name, one to a firm that is found by matching names. */
export const linkedFile: ImportFile = {
  register: 'gi-sales',
  *rows(count) {
    yield ['地理标志名称', '使用人', '年度', '产量', '销售额（万元）', '价格口径', '报告日期']
    for (let row = 0; row < count; row += 1) {
      const place = row % counts.places
      const user = Math.floor(row / counts.places) % counts.firms
      const year = 2010 + Math.floor(row / (counts.places * counts.firms))
      yield [
        `演示地理标志${place}`,
        firm(user),
        String(year),
        row % 977,
        (row % 9_999) / 100,
        '出厂',
        `${year + 1}-01-15`,
      ]
    }
  },
}

/** Names that differ in more than a digit, as those of firms do. */
function firm(row: number): string {
  const first = '陶紫砂壶泥窑火釉彩瓷盏杯盘碗瓶罐炉印石竹茶山水云松梅兰菊荷桂杏桃'
  const letters = [...first]
  const at = (index: number) => letters[index % letters.length] ?? ''
  return `宜兴市演示${at(row)}${at(Math.floor(row / letters.length))}${at(Math.floor(row / letters.length ** 2) + 7)}有限公司`
}
