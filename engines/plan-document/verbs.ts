/**
 * The verbs with which plans set numbers.
 *
 * *taking* verbs stand in front of the name and are taken off it (新增, 建成, 培育); *acting* verbs belong to the name
 * (培训人才, 服务企业) and only tell that something is to be done. Nouns of the trade that look like verbs (授权, 质押)
 * are in neither list.
 */
import { HIDDEN } from './clauses.ts'

const list = (words: string): string[] => words.split(/\s+/).filter((word) => word !== '')
/** The longest alternative first, because a pattern takes the first that fits. */
const anyOf = (...groups: readonly (readonly string[])[]): string =>
  [...new Set(groups.flat())].sort((a, b) => b.length - a.length).join('|')

/** Verbs that call something into being. */
const BUILDING = list(`
  建成运行 规划建设 改造提升 新改建 改扩建 建成 创建 创成 建设 建立 打造 设立 组建 新建 改建 改造 新设 布局 建强 成立
  搭建 构建 筹建`)

/** Verbs that add to what is there. */
const ADDING = list(`
  新增 净增 新发展 新培育 新认定 新认证 新引进 新招引 新注册 新登记 新获批 新创建 新获 新落地 新建 新改建 新开 新开工 新发行
  新设立 新打造 新转化 新入库 新纳入 新晋 新组建 新签约 新取得 新通过 新布局 新招收 新植 新开通 新上线 新投用 新选派 增加 再增 新`)

const SUMMING = list('累计 累积')

const TAKING = list(`
  育成审定 育成 审定 选拔认定 选拔资助 选拔培养 遴选评定 遴选扶持 评选资助 资助培养 培养资助 引进扶持 培育创办 培育发展 引进培育 引进和培育 招引培育 组织实施 征集发布 推广应用 柔性引进 遴选支持 遴选 选派 选聘 选送 选树 选育 评选
  认定 培育 培养 引育 引进 招引 招收 招募 集聚 汇聚 聚集 吸引 吸纳 组织 举办 召开 开展 开设 开通 开发 开放 完成 实施 发布
  推出 制定 制修订 修订 编制 出台 形成 获批 获得 获评 争创 争取 推动 支持 扶持 孵化 发放 投放 落地 惠及 带动 发行 筹集
  盘活 促成 收录 接入 导入 梳理 取得 保持 实现 推广 栽植 征集 凝练`).concat([`制（${HIDDEN}）订`, `修（${HIDDEN}）订`])

const ACTING = list(`
  打掉 撤并 整合 查处 破获 产生 发动 帮助 聘请 引导 结对 配建 加装 竣工 投产 开建 通车 入选 验收 诊断 辅导 化解 复绿 入驻 保障 指导 降低 登记 聘任 选任 承办 参与 申报 推进 帮扶 签约 服务 覆盖 入库 新晋 选拔 建档 建档立卡 储备 整治提升 整治 促进 吸收 配备 配置 安排 投入
  落实 化解 查办 办理 调解 检查 抽检 排查 排除 创新 备案 扩建 续建 提升 归集 发展 布设 安装 更新 更换 升级 推介 推送
  转化 输送 招聘 解决 提供 突破 攻克 攻关 揭榜 通过 评定 创评 创树 培树 命名 授牌 挂牌 拥有 登记 注册 举行 走访 链接
  上线 投用 扩大 减少 压减 淘汰 清退 关停 退出 治理 修复 种植 补植 栽种 复种 播种 引种 放流 造林 绿化 复垦 收储 收购
  回收 拆除 处置 处理 救助 资助 援助 慰问 供应 供给 供地 出让 开行 开辟 加密 延伸 铺设 敷设 架设 疏浚 清淤 录入 编写
  编印 拍摄 制作 印发 输出 派驻 派遣 轮训 培训 引入`)

const AT_END = new RegExp(`(${anyOf(ADDING, BUILDING, SUMMING, TAKING, ACTING, ['有', '共', '共有'])})$`)
const AT_START = new RegExp(`^(?:${anyOf(ADDING, BUILDING, SUMMING, TAKING)})`)
const ACTS = new RegExp(`^(?:${anyOf(ADDING, BUILDING, TAKING, ACTING)})`)
const SETTING_UP = list(`
  建成 创建 建设 打造 设立 组建 布局 成立 搭建 构建 培育 引进 招引 集聚 吸纳 举办 开发 推出 获批 完成 落地`)
const INSIDE = new RegExp(
  `^.*(?:${anyOf(
    ADDING.filter((verb) => verb !== '新'),
    SETTING_UP,
  )})`,
)

const BUILT = new RegExp(`^(?:${anyOf(BUILDING.filter((verb) => !/改/.test(verb)))})`)

export const verbAtEnd = (words: string): string | null => AT_END.exec(words)?.[1] ?? null
export const verbAtStart = (words: string): string | null => AT_START.exec(words)?.[0] ?? null
export const actsAtStart = (words: string): boolean => ACTS.test(words)
export const isBuilding = (verb: string): boolean => BUILT.test(verb)
export const isAdding = (verb: string): boolean => /^新|净增|增加|再增/.test(verb)

/** The last verb inside a phrase such as 在产业园区设立工作站 or 支持企业牵头组建联合体, and where it ends. */
export function verbInside(words: string): { readonly verb: string; readonly end: number } | null {
  const found = INSIDE.exec(words.slice(0, 80))
  return found === null ? null : { verb: verbAtEnd(found[0]) ?? '', end: found[0].length }
}
