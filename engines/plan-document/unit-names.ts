/**
 * Takes a list of responsible units (责任单位) apart.
 *
 * The joints 、，；和 及 以及 会同 part units, but not inside brackets that belong to a name (市市场监管局（知识产权局）)
 * and not inside a name (市工业和信息化局). Names stay exactly as printed.
 */
import { pairBrackets } from './brackets.ts'
import { fold } from './reading.ts'

const ENDS_A_UNIT =
  /(?:局|科|股|室|中队|委|办|部|院|厅|署|中心|公司|政府|管委会|管理办|委员会|办公室|街道|园区|开发区|单位|部门|银行|集团|协会|联合会|商会|学会|大队|支队|总队|分局|学校|大学|学院|工会|妇联|团委|科协|残联|文联|社|处|所|站|馆|支行|分行|办事处|指挥部|专班|领导小组|乡|镇|镇街|街镇|县|区|市|法院|检察院|海关|会|行|联社|团县委|团市委|团区委|台|队|联盟|高校|院校|企业|机构|运营商|公安|税务|海事|电信|移动|联通|）|〕|〉)$/
const JOINT = /以及|会同|和|及|与|并|暨/g
const STARTS_A_UNIT =
  /^(?:市|区|县|省|州|旗|各|国家|相关|有关|其他|其它|中国|驻|属地|镇|街道|乡|团|人民银行|国网|中共|本|全|宜|公安|财政|税务|教育|科技|农业|文化|卫生|人社|商务|自然|生态|住建|交通|水利|应急|审计|统计|市场)/

const TAIL =
  /(?:等(?:各)?(?:[市县区省州](?:直|级|属)?)?(?:各)?(?:相关|有关)(?:职能|责任|成员|行业)?(?:部门|单位|部门和单位|部门、单位|部门（单位）|单位（部门）)|等(?:部门|单位|部门单位|部门和单位|单位和部门)?|等)?(?:(?:结合实际)?(?:分别|各自|共同|根据|按照|依照|按|依)?(?:各自|自身)?(?:职责|职能|责任)?(?:范围|任务)?(?:分工|权限)?(?:分别|各自|共同|具体|组织|抓好)?(?:负责|落实|配合|参与|参加|推进|实施|协助|协同|承担)(?:配合|落实|实施|推进)?|按职责分工|各负其责|分工负责|分工协作|共同参与)?(?:等)?$/
const HEAD = /^(?:[∶：:]|\d{1,2}[.、．]|由|责成|并由|主要由|以及|会同|联合|协同|配合|和|及|与|、)+/
const GENERIC =
  /^等?(?:相关|有关|其他相关|其他有关|其它有关)(?:部门|单位|职能部门|部门和单位|部门单位|企业|方面|主体|责任单位)$/
const AREA =
  /^各(?:有关|相关)?(?:县|区|市|镇|乡|乡镇|镇街|街道|园区|旗|地|开发区)?(?:（[^（）]*）|〔[^〔〕]*〕)?(?:、(?:县级市|特区|自治县|县|区|市)(?:（[^（）]*）)?)*$/
const AREA_REST =
  /^(?:县级市|特区|自治县|区|县|市|镇|乡|街道)(?:（[^（）]*）|〔[^〔〕]*〕)?(?:人民政府|政府|管委会|办事处|党工委)?$/

/** The units of one list, in its order, without joints, tails (等相关部门, 按职责分工负责) and doubles. */
export function splitUnits(list: string): string[] {
  const pieces = mergeAreas(splitAtPauses(list))
  const units: string[] = []
  for (const piece of pieces) {
    for (const part of splitAtJoints(piece)) {
      const unit = trimUnit(part)
      if (unit !== '' && !units.includes(unit)) units.push(unit)
    }
  }
  return units
}

export const endsLikeAUnit = (piece: string): boolean => piece.length >= 2 && ENDS_A_UNIT.test(piece.replace(TAIL, ''))

/** Whether every piece of a text looks like the name of a unit. */
export function looksLikeUnits(list: string, named = false): boolean {
  if (list.length < 3 || list.length > 400 || /[。；0-9]/.test(fold(list))) return false
  const pieces = mergeAreas(splitAtPauses(list))
    .map((piece) => piece.replace(TAIL, ''))
    .filter((piece, index) => piece !== '' || index === 0)
  const plausible = pieces.filter((piece) => piece.length >= 2 && piece.length <= 40 && ENDS_A_UNIT.test(piece))
  // 负责 or 牵头 behind the list already says what it is; then one unusual name does not matter.
  if (named) return plausible.length > 0 && plausible.length * 3 >= pieces.length * 2
  return (
    plausible.length === pieces.length &&
    pieces.every((piece) => /^(?:市|区|县|省|各|州|镇)/.test(piece) && piece.length >= 3)
  )
}

/** Whether a text holds nothing but names that end like units: 甲科、乙中心. */
export const endLikeUnits = (list: string): boolean => {
  const pieces = mergeAreas(splitAtPauses(list))
  return (
    pieces.length > 0 &&
    !/[0-9]/.test(list) &&
    pieces.every((piece) => piece.length <= 24 && piece.length >= 3 && endsLikeAUnit(piece))
  )
}

/** Splits at 、，； outside brackets. */
export function splitAtPauses(list: string, pauses = '、，,；;\n'): string[] {
  const folded = fold(list)
  const closeOf = pairBrackets(folded)
  const pieces: string[] = []
  let from = 0
  for (let at = 0; at < list.length; at += 1) {
    const close = closeOf[at] ?? 0
    if (close > at) at = close
    else if (pauses.includes(list.charAt(at)) || pauses.includes(folded.charAt(at))) {
      pieces.push(list.slice(from, at))
      from = at + 1
    }
  }
  pieces.push(list.slice(from))
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '')
}

const isAreas = (before: string, piece: string): boolean =>
  AREA.test(fold(before)) && AREA_REST.test(fold(piece.replace(TAIL, '')))

/** 各办、所、中心: the kinds of offices of one house. */
const isOffices = (before: string, piece: string): boolean =>
  /^各(?:办|科|股|室|站|所|中心)(?:、|$)/.test(before) &&
  /^(?:办|科|股|室|站|所|中心|中队)$/.test(piece.replace(TAIL, ''))

/** 各县（市）、区人民政府 is one unit, though a 、 stands in it. */
function mergeAreas(pieces: readonly string[]): string[] {
  const merged: string[] = []
  for (const piece of pieces) {
    const before = merged.at(-1)
    if (before !== undefined && (isAreas(before, piece) || isOffices(before, piece)))
      merged[merged.length - 1] = `${before}、${piece}`
    else merged.push(piece)
  }
  return merged
}

function splitAtJoints(piece: string): string[] {
  const closeOf = pairBrackets(fold(piece))
  const parts: string[] = []
  let from = 0
  JOINT.lastIndex = 0
  for (let found = JOINT.exec(piece); found !== null; found = JOINT.exec(piece)) {
    const at = found.index
    const left = piece.slice(from, at)
    const right = piece.slice(at + found[0].length)
    if (insideBrackets(closeOf, at) || left === '') continue
    const longJoint = found[0].length === 2
    // 市工业和信息化局: 市工业 is no unit. 市社会和法制委: neither is 市社会.
    if (!ENDS_A_UNIT.test(left) || left.length < (longJoint ? 2 : 3) || /(?:社会|城市|城区|市区|农村)$/.test(left))
      continue
    if (!longJoint && !(STARTS_A_UNIT.test(right) && ENDS_A_UNIT.test(right.replace(TAIL, '')))) continue
    parts.push(left)
    from = at + found[0].length
  }
  parts.push(piece.slice(from))
  return parts
}

function insideBrackets(closeOf: Int32Array, at: number): boolean {
  for (let open = 0; open < at; open += 1) if ((closeOf[open] ?? 0) > at) return true
  return false
}

function trimUnit(part: string): string {
  const unit = part
    .trim()
    .replace(HEAD, '')
    .replace(TAIL, '')
    .replace(/[。.\s：:]+$/, '')
    .trim()
  if (GENERIC.test(unit) || unit.length > 60) return ''
  if (!/[\u4e00-\u9fffA-Za-z]/.test(unit) || unit.length < 2) return ''
  return unit
}
