import { invalid, plain, type Reading, refusedAtOnce, valid, type Words } from './reading.ts'

export interface NiceClass {
  readonly number: number
  readonly label: Words
  readonly covers: 'goods' | 'services'
}

/** Short headings of the 45 classes, in their order. @source 尼斯分类第十三版 */
const HEADINGS: readonly Words[] = [
  ['化学品', 'Chemicals'],
  ['颜料油漆', 'Paints'],
  ['日化用品', 'Cosmetics and cleaning'],
  ['燃料油脂', 'Fuels and oils'],
  ['医药', 'Pharmaceuticals'],
  ['金属材料', 'Metal goods'],
  ['机械设备', 'Machinery'],
  ['手工器械', 'Hand tools'],
  ['科学仪器、软件', 'Instruments and software'],
  ['医疗器械', 'Medical instruments'],
  ['灯具空调、卫浴', 'Lighting, heating, sanitary'],
  ['运输工具', 'Vehicles'],
  ['军火烟火', 'Firearms and fireworks'],
  ['珠宝钟表', 'Jewellery and clocks'],
  ['乐器', 'Musical instruments'],
  ['办公文具', 'Paper and stationery'],
  ['橡胶绝缘制品', 'Rubber and insulation'],
  ['皮革皮具', 'Leather goods'],
  ['建筑材料（非金属）', 'Building materials, not metal'],
  ['家具', 'Furniture'],
  ['厨房洁具、陶瓷玻璃器皿', 'Household, ceramic and glass ware'],
  ['绳网袋篷', 'Ropes, nets and tents'],
  ['纱线丝', 'Yarns'],
  ['布料床单', 'Textiles'],
  ['服装鞋帽', 'Clothing'],
  ['钮扣拉链', 'Haberdashery'],
  ['地毯席垫', 'Carpets and mats'],
  ['健身玩具', 'Games and sports'],
  ['食品（肉、干货）', 'Meat, fish, preserved food'],
  ['方便食品、茶、米', 'Staple food and tea'],
  ['生鲜农产品', 'Fresh produce'],
  ['啤酒饮料', 'Beer and soft drinks'],
  ['酒', 'Alcoholic drinks'],
  ['烟草', 'Tobacco'],
  ['广告销售', 'Advertising and business'],
  ['金融物管', 'Finance and real estate'],
  ['建筑修理', 'Building and repair'],
  ['通讯服务', 'Telecommunication'],
  ['运输贮藏', 'Transport and storage'],
  ['材料加工', 'Treatment of materials'],
  ['教育娱乐', 'Education and entertainment'],
  ['科研、软件服务', 'Research and software services'],
  ['餐饮住宿', 'Food and lodging'],
  ['医疗园艺', 'Health and horticulture'],
  ['社会法律服务', 'Legal and social services'],
].map(([zh = '', en = '']) => ({ zh, en }))

/** The first class of services 服务. */
const FIRST_SERVICE = 35

/**
 * Reads a class of the Nice classification 尼斯分类, kept as two digits.
 *
 * @example readNiceClass('第21类') // valid, '21'
 */
export function readNiceClass(written: string): Reading<NiceClass> {
  const refused = refusedAtOnce(written)
  if (refused !== undefined) return refused
  const [, digits = ''] = /^第?0*(\d{1,2})类?$/.exec(plain(written)) ?? []
  const number = Number(digits)
  const label = HEADINGS[number - 1]
  if (digits === '' || label === undefined) {
    return invalid('商标类别是 1 至 45 的数。', 'A class of goods and services is a number from 1 to 45.')
  }
  return valid(String(number).padStart(2, '0'), {
    number,
    label,
    covers: number < FIRST_SERVICE ? 'goods' : 'services',
  })
}

/** Reads a group of similar goods 类似群: four digits, of which the first two are the class. */
export function readSimilarGroup(written: string): Reading<{ readonly niceClass: string }> {
  const refused = refusedAtOnce(written)
  if (refused !== undefined) return refused
  const [, digits = ''] = /^(\d{4})$/.exec(plain(written)) ?? []
  const niceClass = digits.slice(0, 2)
  if (digits !== '' && HEADINGS[Number(niceClass) - 1] !== undefined && !digits.endsWith('00')) {
    return valid(digits, { niceClass })
  }
  return invalid('类似群是 4 位数字，前两位为类别。', 'A similar group is four digits; the first two are the class.')
}
