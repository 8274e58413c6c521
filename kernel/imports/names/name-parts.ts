/**
 * The parts of an organisation's name 企业名称: 行政区划 + 字号 + 行业 + 组织形式. Files leave out or add the first and the
 * last of them; the middle, its core, is what tells one organisation from another.
 *
 * @source 企业名称登记管理规定（2020 修订）第六条
 */
export interface NameParts {
  /** 字号 and 行业 */
  readonly core: string
  /** 组织形式: 有限公司 and 有限责任公司 are the same one */
  readonly form: 'limited' | 'shares' | 'company' | 'other'
  /** without 省, 市, 县, in the order of their letters: 宜兴 江苏 */
  readonly places: readonly string[]
}

/**
 * @param folded as `foldName` gives it
 * @param places names of the county and of its towns, without 市, 县, 镇; the provinces are known here
 */
export function partsOfName(folded: string, places: ReadonlySet<string>): NameParts {
  const found = new Set<string>()
  const bare = withoutBracketedPlaces(folded, places, found)
  const [withoutForm, form] = splitForm(bare)
  const core = withoutLeadingPlaces(withoutForm, places, found)
  return { core, form, places: [...found].sort() }
}

const forms = [
  ['股份有限责任公司', 'shares'],
  ['股份有限公司', 'shares'],
  ['股份公司', 'shares'],
  ['有限责任公司', 'limited'],
  ['有限公司', 'limited'],
] as const

function splitForm(name: string): [rest: string, form: NameParts['form']] {
  for (const [ending, form] of forms) {
    if (name.endsWith(ending) && name.length > ending.length) return [name.slice(0, -ending.length), form]
  }
  // A branch 分公司 and a subsidiary 子公司 are others than their company.
  if (/[分子]公司$/.test(name) || !name.endsWith('公司') || name.length === 2) return [name, 'other']
  return [name.slice(0, -2), 'company']
}

function withoutBracketedPlaces(name: string, places: ReadonlySet<string>, found: Set<string>): string {
  return name.replace(/\(([^()]*)\)/g, (whole, inner: string) => {
    const stem = placeStem(inner)
    if (!places.has(stem) && !provinces.has(stem) && !/^\p{Script=Han}{2,4}[省市县]$/u.test(inner)) return whole
    found.add(stem)
    return ''
  })
}

function withoutLeadingPlaces(name: string, places: ReadonlySet<string>, found: Set<string>): string {
  let rest = name
  for (let steps = 0; steps < 4; steps += 1) {
    const place = leadingPlace(rest, places)
    // What is left must still be a name: 宜兴公司 has no other core than the place.
    if (place === undefined || rest.length - place.length < 2) return rest
    found.add(placeStem(place))
    rest = rest.slice(place.length)
  }
  return rest
}

function leadingPlace(name: string, places: ReadonlySet<string>): string | undefined {
  // 省 and 市 after two or three characters; 县 and 区 only of places that are known, for 工业区 and 开发区 are none.
  const official = /^(?:\p{Script=Han}{2,3}?(?:省|自治区|市))/u.exec(name)?.[0]
  if (official !== undefined && !/[大小上门城超]市$/.test(official)) return official
  for (let length = 4; length >= 2; length -= 1) {
    const start = name.slice(0, length)
    if (!provinces.has(start) && !places.has(start)) continue
    const unit = /^(?:省|市|县|区|镇|街道)/.exec(name.slice(length))?.[0] ?? ''
    return start + unit
  }
  return undefined
}

/** 宜兴市 → 宜兴 */
export function placeStem(place: string): string {
  return place.length > 2 ? place.replace(/(?:自治区|省|市|县|区|镇|街道)$/, '') : place
}

/** 省级行政区 in short. @source 中华人民共和国行政区划（民政部） */
const provinces = new Set(
  (
    '北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 ' +
    '四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 中国'
  ).split(' '),
)
