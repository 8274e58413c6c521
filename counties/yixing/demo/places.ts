import type { DemoStory } from '../../county.types.ts'

/** 常住人口 and 规上企业 of each place: invented, of the size that such places have. */
const places: readonly (readonly [organisation: string, residents: number | null, enterprises: number | null])[] = [
  ['yicheng', 24.6, 168],
  ['dingshu', 19.8, 142],
  ['qiting', 8.4, 76],
  ['guanlin', 8.9, 118],
  ['heqiao', 8.1, 92],
  ['gaocheng', 7.6, 131],
  ['zhangzhu', 7.2, 58],
  ['xushe', 7.9, 84],
  ['zhoutie', 6.3, 63],
  ['wanshi', 4.6, 47],
  ['xinjie', 5.1, 55],
  ['xinzhuang', 4.4, 51],
  ['fangqiao', 3.7, 33],
  ['yangxiang', 4.1, 29],
  ['xinjian', 3.4, 38],
  ['hufu', 2.9, 21],
  ['xizhu', 2.5, 17],
  ['taihua', 2.2, 14],
  ['economic-development-zone', 4.2, 236],
  ['environmental-science-park', 3.1, 187],
  ['yangxian-resort', 0.9, 9],
  // A place so new that nobody has counted it: missing, and not zero.
  ['taodu-innovation-city', null, null],
]

export const statistics: DemoStory['statistics'] = [
  {
    key: 'residents',
    label: '常住人口',
    unit: '万人',
    source: '演示数据，非统计公报',
    on: '2025-12-31',
    values: places.map(([organisation, value]) => ({ organisation, value })),
  },
  {
    key: 'enterprises',
    label: '规模以上企业',
    unit: '家',
    source: '演示数据，非统计年报',
    on: '2025-12-31',
    values: places.map(([organisation, , value]) => ({ organisation, value })),
  },
]

export const counted = places.filter(([, , enterprises]) => enterprises !== null).map(([organisation]) => organisation)
