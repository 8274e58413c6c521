/**
 * Measure words (计量单位) that a number in a plan may carry.
 *
 * `counter` counts things (个 家 件 项 人), `share` is a part of a whole, `money`, `time` (limits and durations),
 * `physical` is measured with an instrument. The family decides which two numbers can be compared at all.
 */
export type MeasureFamily = 'counter' | 'share' | 'money' | 'time' | 'physical'

const FAMILIES: Readonly<Record<MeasureFamily, string>> = {
  share: '% ‰ /10万 /十万 个百分点 百分点 个基点 倍 番 成',
  money: '元 美元 欧元 元人民币',
  time: '年 个月 个工作日 工作日 个自然日 自然日 天 日 周 个星期 小时 个小时 分钟 秒 学时 课时',
  physical:
    '亩 公顷 平方公里 平方千米 平方米 ㎡ 立方米 公里 千米 km 米 吨 公斤 千克 克 升 吨标准煤 吨标煤 吨二氧化碳 千瓦 千瓦时 伏 伏安 兆瓦 瓦 度 毫克 微克 分贝 ' +
    'P PFLOPS EFLOPS TFLOPS PFlops EFlops MWp GWh 立方 吨公里 Wh/kg Wh TB PB GB EB MW GW kW kWh MWh TEU 标准箱 斤 兆 Mbps Gbps 兆瓦时 微克/立方米 克/立方米 毫克/升 岁',
  counter:
    '个 家 件 项 人 名 位 例次 列 项次 件次 亩次 株次 人次 人份 人天 场 场次 次 期 篇 份 户 户次 所 座 处 条 类 款 套 台 台套 台（套） 部 宗 只 支 例 起 门 班 张 村 镇 头 羽 ' +
    '株 棵 床 张床位 辆 艘 架 间 栋 幢 车次 班次 航次 架次 批 批次 笔 单 组 对 轮 块 种 本 册 枚 幅 首 集 届 家次 户数 校 机架 标准机架 桩 ' +
    '分 片 口 眼 尾 卡 路 工位 课次 桶 枝 丛 单元 网格 院 团 岗 岗位 节 页 段 盏 颗 辆次 期次 席 艇 匹 根 标箱 人年',
}

const FAMILY_OF = new Map<string, MeasureFamily>()
for (const [family, words] of Object.entries(FAMILIES)) {
  for (const word of words.split(' ')) FAMILY_OF.set(word, family as MeasureFamily)
}

/** After a Chinese numeral only these count: 三大行动, 一体化 and 第三方 carry none of them. */
const AFTER_HAN_NUMERAL = new Set(
  '个 家 件 项 人 名 位 例次 列 项次 件次 亩次 株次 人次 人年 场 场次 次 期 篇 份 户 所 座 处 条 类 款 套 台 支 例 张 亩 公里 平方公里 平方米 吨 元 美元 倍 成 % 个百分点 百分点 年 个月 个工作日 工作日 天 小时 分钟 批 只 部 本 辆 间 门'.split(
    ' ',
  ),
)

const LONGEST = Math.max(...[...FAMILY_OF.keys()].map((word) => word.length))

/** Words that only look as if a measure word stood in front: 分 in 分别, 个 in 个性化. */
const NOT_A_MEASURE =
  /^(?:成员|成果|成效|成立|成为|成功|路径|路线|卡点|个性|分别|分类|分级|人工|人才|人均|人民|人员|家庭|项目|市场|名录|名牌|位居|区域|市级|县级|镇级|村级|省级|国家级|站点|点位|本级|年度|网络|环境|卡口|A级|强市|强县|省份|车间|部门|部分|次数|期间|条件|类型|份额|户籍|所有|处理|道路|口径|片区|社区化|品牌化|队伍|团队|课程|段落|团体)/

/** The measure word that starts at `at`, longest first; null where none does. */
export function measureWordAt(folded: string, at: number, afterHan = false): string | null {
  for (let length = Math.min(LONGEST, folded.length - at); length > 0; length -= 1) {
    const word = folded.slice(at, at + length)
    if (!FAMILY_OF.has(word)) continue
    if (afterHan && !AFTER_HAN_NUMERAL.has(word)) continue
    if (length === 1 && word !== '个' && NOT_A_MEASURE.test(folded.slice(at, at + 3))) continue
    // Latin units end where the Latin word ends: P, not the P of PCT.
    if (/[A-Za-z]$/.test(word) && /[A-Za-z0-9]/.test(folded.charAt(at + length))) continue
    return `${word}${secondWord(folded, at + length)}`
  }
  return null
}

/** 台（套）, 件（套）: a second measure word in brackets. */
function secondWord(folded: string, at: number): string {
  const found = /^（([^（）]{1,2})）/.exec(folded.slice(at, at + 4))
  return found !== null && FAMILY_OF.has(found[1] ?? '') ? found[0] : ''
}

/** Whether a bracket holds only a second measure word. */
export const isSecondMeasure = (inside: string): boolean => inside.length <= 2 && FAMILY_OF.has(inside)

/** The family of a unit as printed, scale and `/万人` left aside. */
export function familyOf(unit: string): MeasureFamily {
  const bare = unit.replace(/^[十百千万亿]+(?=.)/, '').replace(/（.*$/, '')
  const known = FAMILY_OF.get(bare) ?? FAMILY_OF.get(bare.split('/')[0] ?? '')
  return known ?? 'counter'
}
