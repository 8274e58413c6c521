/** One administrative division 行政区划, as it was called for a while. Days without a date stand open. */
export interface Division {
  readonly code: string
  readonly name: string
  readonly parent: string
  /** the first day on which it was so; undefined: before everything that is kept here */
  readonly validFrom?: string
  /** the first day on which it was no longer so */
  readonly validUntil?: string
  readonly successor?: string
}

/** The day from which 广德 is a city; only the year is sure, so the year's first day stands for it. */
const GUANGDE_CITY = '2019-01-01'

/**
 * Divisions around the county, and those within it.
 *
 * @source GB/T 2260, GB/T 10114; a public table of divisions of about 2023 for the towns
 */
export const DIVISIONS: readonly Division[] = [
  { code: '310000', name: '上海市', parent: '000000' },
  { code: '320000', name: '江苏省', parent: '000000' },
  { code: '330000', name: '浙江省', parent: '000000' },
  { code: '340000', name: '安徽省', parent: '000000' },
  { code: '320200', name: '无锡市', parent: '320000' },
  { code: '320400', name: '常州市', parent: '320000' },
  { code: '330500', name: '湖州市', parent: '330000' },
  { code: '341800', name: '宣城市', parent: '340000' },
  { code: '320282', name: '宜兴市', parent: '320200' },
  { code: '320481', name: '溧阳市', parent: '320400' },
  { code: '330522', name: '长兴县', parent: '330500' },
  { code: '330523', name: '安吉县', parent: '330500' },
  { code: '341821', name: '郎溪县', parent: '341800' },
  { code: '341822', name: '广德县', parent: '341800', validUntil: GUANGDE_CITY, successor: '341882' },
  { code: '341882', name: '广德市', parent: '341800', validFrom: GUANGDE_CITY },
  // An enclave of Shanghai inside Anhui, without a code of its own: this one is local.
  { code: '310000-BML', name: '上海市白茅岭农场', parent: '310000' },
  ...[
    ['001', '宜城街道'],
    ['002', '屺亭街道'],
    ['003', '新庄街道'],
    ['004', '新街街道'],
    ['005', '芳桥街道'],
    ['100', '张渚镇'],
    ['101', '西渚镇'],
    ['102', '太华镇'],
    ['103', '徐舍镇'],
    ['104', '官林镇'],
    ['105', '杨巷镇'],
    ['106', '新建镇'],
    ['107', '和桥镇'],
    ['108', '高塍镇'],
    ['109', '万石镇'],
    ['110', '周铁镇'],
    ['112', '丁蜀镇'],
    ['113', '湖㳇镇'],
    // areas of statistics, not divisions
    ['400', '环科园'],
    ['401', '宜兴经济开发区'],
    ['402', '阳羡旅游度假区'],
  ].map(([place = '', name = '']) => ({ code: `320282${place}`, name, parent: '320282' })),
]
