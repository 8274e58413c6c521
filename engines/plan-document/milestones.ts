/**
 * Promises without a number (里程碑).
 *
 * 建成, 成立, 争创 and the like promise by themselves. 完善, 构建, 实现 promise only what somebody could accept on a
 * given day: a system, a mechanism, a platform, a centre. 优化, 提升, 推进 promise nothing that can be accepted.
 */
import { clausesOf, HIDDEN, partsOf, sentencesOf } from './clauses.ts'
import type { CommitmentLevel } from './plan-document.types.ts'
import { findNumbers } from './quantities.ts'
import type { Range } from './reading.ts'

export interface Promise extends Range {
  readonly commitment: CommitmentLevel
  readonly confidence: number
}

const LEADING =
  /^(?:成功|(?:到|至)?20\d{2}年(?:底|末)?(?:前)?|力争|确保|努力|全面|基本|初步|率先|加快|逐步|进一步|持续|着力|全力|积极|推动|探索|并|且|同时|及|和|(?:全市|全县|全区)|高标准|高质量|率先|适时|及时|研究)+/
/** 每条产业链制定专利导航报告: the promise stands behind the one who makes it. */
const EACH_ONE = /^每[^，]{1,8}?(?=制定|建立|建成|设立|成立|编制|组建)/
const STRIVE = /^(?:争创|争取|争当|力争|探索|积极申报|申报|申创|积极争创|争取设立)/
const HARD =
  /^(?:建成运行|建成|建强|创建成为|创成|成立|设立|组建|获批|成为|出台|印发|制定出台|创建|守牢|守住|建立健全|建立)/
const SOFT = /^(?:完善|健全|构建|形成|实现|打造|建设|搭建|制定|修订|编制|发布|构筑)/
const ACCEPTABLE =
  /(?:体系|机制|制度|平台|中心|示范区|示范县|示范市|示范城市|示范园区|示范基地|先行区|先导区|试验区|集聚区|集聚高地|基地|数据库|专家库|智库|名录|清单|联盟|服务体|综合体|网络|报告|办法|意见|标准|规范|预案|指引|细则|委员会|试点|工作站|系统|大厅|法庭|库|强县|强市|强区|学院|研究院|园区|产业园|创新园|街区|专区|窗口|城市)$/
const NOT_ACCEPTABLE =
  /(?:环境|氛围|格局|局面|水平|能力|力度|效益|梯队|优势|合力|作用|品牌|业态|动能|活力|成果|链条|意识|政策|经验|模式)$/

/** The promises of one paragraph. Clauses with a number are targets or unread numbers, not promises. */
export function findPromises(hidden: string, range: Range): Promise[] {
  const promises: Promise[] = []
  for (const sentence of sentencesOf(hidden, range)) {
    for (const part of partsOf(hidden, sentence)) {
      for (const clause of clausesOf(hidden, part)) {
        for (const piece of piecesOf(hidden, clause)) {
          const promise = promiseOf(hidden, piece)
          if (promise !== null) promises.push(promise)
        }
      }
    }
  }
  return promises
}

/** 建成…示范区、争创…试验区 are two promises in one clause. */
function piecesOf(hidden: string, clause: Range): Range[] {
  const pieces: Range[] = []
  let from = clause.start
  for (let at = clause.start; at < clause.end; at += 1) {
    if (hidden.charAt(at) !== '、') continue
    const next = hidden.slice(at + 1, Math.min(clause.end, at + 12))
    if (HARD.test(next) || /^(?:争创|争取|申创)/.test(next)) {
      pieces.push({ start: from, end: at })
      from = at + 1
    }
  }
  pieces.push({ start: from, end: clause.end })
  return pieces
}

function promiseOf(hidden: string, piece: Range): Promise | null {
  const words = hidden.slice(piece.start, piece.end)
  if (words.length < 5 || words.length > 160) return null
  const lead = EACH_ONE.exec(words)?.[0] ?? LEADING.exec(words)?.[0] ?? ''
  // 力争, 探索 belong to the verb where nothing else follows.
  const core = words.slice(lead.length)
  const striving = /力争|探索/.test(lead) || STRIVE.test(core)
  if (
    findNumbers(hidden, piece.start, piece.end).quantities.some(
      ({ unit, numeral }) => unit !== '' && numeral === 'arabic',
    )
  )
    return null
  if (/^(?:推动|加快|积极)$/.test(lead) && !HARD.test(core) && !STRIVE.test(core)) return null
  const object = core.replaceAll(HIDDEN, '').replace(/（）|“”|〔〕/g, '')
  if (STRIVE.test(core) || HARD.test(core)) {
    if (object.length < 5) return null
    const commitment: CommitmentLevel = striving ? 'strive' : 'achieve'
    return {
      ...trimmed(hidden, piece.start, piece.end),
      commitment,
      confidence: /^建立健全|^建立/.test(core) ? 0.8 : 0.9,
    }
  }
  if (SOFT.test(core) && !NOT_ACCEPTABLE.test(object) && ACCEPTABLE.test(object)) {
    return { ...trimmed(hidden, piece.start, piece.end), commitment: striving ? 'strive' : 'achieve', confidence: 0.75 }
  }
  // …建设任务全面完成; 逐步建成 promises no day.
  if (/(?:全面|如期|圆满|高质量|顺利)(?:完成|建成)$/.test(core))
    return { ...trimmed(hidden, piece.start, piece.end), commitment: 'achieve', confidence: 0.7 }
  if (/基本|全面|率先/.test(lead) && /^实现[^，]{0,4}“/.test(core))
    return { ...trimmed(hidden, piece.start, piece.end), commitment: 'achieve', confidence: 0.7 }
  return null
}

function trimmed(hidden: string, start: number, end: number): Range {
  const cleaned = /^(?:(?:到|至)?20\d{2}年(?:底|末)?(?:前)?，?)/.exec(hidden.slice(start, end))?.[0].length ?? 0
  return { start: start + cleaned, end }
}

/** What a promise is about, to recognise it when it is said again: 全面建成示范县 and 建成示范县. */
export function promisedThing(text: string): string {
  const lead = LEADING.exec(text)?.[0].length ?? 0
  const core = text.slice(lead)
  const verb = (HARD.exec(core) ?? STRIVE.exec(core) ?? SOFT.exec(core))?.[0].length ?? 0
  return core.slice(verb)
}
