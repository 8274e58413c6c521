import { invalid, plain, type Reading, refusedAtOnce, valid, type Words } from './reading.ts'

export interface LocarnoClass {
  readonly number: number
  readonly label: Words
}

/** The 32 classes in their order. @source 洛迦诺分类 */
const HEADINGS: readonly Words[] = [
  ['食品', 'Foodstuffs'],
  ['服装和服饰', 'Clothing'],
  ['旅行用品、箱包', 'Travel goods'],
  ['刷子类', 'Brushware'],
  ['纺织品、片材', 'Textile piecegoods'],
  ['家具家居', 'Furnishing'],
  ['家庭用品', 'Household goods'],
  ['工具和五金', 'Tools and hardware'],
  ['包装和容器', 'Packages and containers'],
  ['钟表和测量仪器', 'Clocks and measuring instruments'],
  ['装饰品', 'Articles of adornment'],
  ['运输或起重工具', 'Means of transport or hoisting'],
  ['发电、配电或变电设备', 'Equipment for electricity'],
  ['记录、通信或信息再现设备', 'Recording, telecommunication, data processing'],
  ['其他类未列入的机械', 'Machines not elsewhere specified'],
  ['照相、电影和光学仪器', 'Photographic and optical apparatus'],
  ['乐器', 'Musical instruments'],
  ['印刷和办公机械', 'Printing and office machinery'],
  ['文具、教学材料', 'Stationery and teaching materials'],
  ['销售和广告设备、标志', 'Sales and advertising equipment'],
  ['游戏器具、玩具、体育用品', 'Games, toys and sports goods'],
  ['武器、烟火', 'Arms, pyrotechnic articles'],
  ['流体分配设备、卫生、供暖、通风', 'Fluid distribution, sanitary, heating, ventilation'],
  ['医疗和实验室设备', 'Medical and laboratory equipment'],
  ['建筑构件和施工元件', 'Building units and construction elements'],
  ['照明设备', 'Lighting apparatus'],
  ['烟草和吸烟用具', "Tobacco and smokers' supplies"],
  ['药品、化妆用品、梳妆', 'Pharmaceutical and cosmetic products'],
  ['防火救援装置', 'Devices against fire and for rescue'],
  ['动物照料用品', 'Articles for the care of animals'],
  ['食品饮料制作机械', 'Machines for preparing food'],
  ['图形符号、标识、表面图案、装饰', 'Graphic symbols, logos, surface patterns'],
].map(([zh = '', en = '']) => ({ zh, en }))

/**
 * Reads a class of the Locarno classification 洛迦诺分类 for designs: class and subclass, both with two digits.
 *
 * @example readLocarno('LOC(14) Cl. 7-1') // valid, '07-01'
 */
export function readLocarno(written: string): Reading<LocarnoClass> {
  const refused = refusedAtOnce(written)
  if (refused !== undefined) return refused
  const symbol = plain(written).replace(/^LOC(\(\d+\))?(CL\.?)?/, '')
  const [, main = '', sub = ''] = /^(\d{1,2})-(\d{1,2})$|^(\d{2})(\d{2})$/.exec(symbol)?.filter(given) ?? []
  const label = HEADINGS[Number(main) - 1]
  if (main === '' || label === undefined || Number(sub) === 0) {
    return invalid(
      '不是洛迦诺分类号：应写成 07-01，大类为 01 至 32。',
      'This is no class of designs; it is written 07-01, with a class from 01 to 32.',
    )
  }
  return valid(`${main.padStart(2, '0')}-${sub.padStart(2, '0')}`, { number: Number(main), label })
}

function given(part: string | undefined): part is string {
  return part !== undefined
}
