/** Takes dates, adverbs and verbs off the words in front of a number; what is left is the name of the target. */
import { HIDDEN } from './clauses.ts'
import type { Range, Reading } from './reading.ts'
import { comparatorBefore } from './target-words.ts'
import { verbAtStart, verbInside } from './verbs.ts'

const DATE_HEAD =
  /^(?:[①-⑳]|[一二三四五六七八九]是|(?:到|至|在|于|自|从|截至)?(?:20\d{2}|19\d{2})年?(?:[-—~至到](?:20\d{2})年)?(?:年?(?:底|末))?(?:前|之前|起)?(?:上半年|下半年)?|(?:\d{1,2}月)(?:底|末)?(?:前)?|到?[“"]\ue000+[”"](?:期)?(?:末|期间)|到?十[四五六]五(?:期)?(?:末|期间)|(?:建设期|规划期|试点期|创建期)(?:内|末)|(?:今后)?(?:近|未来)?[一二两三四五六七八九\d]年(?:内|累计|来|共|时间)?|年底前|年内|近期|其中|每年|每季度|每半年|每月|每两年|全年|当年|年均(?!增|下|递|提)|平均每年|计划|期间)[，,]?/
/** Words that only lead up to the name. 有效 and 重点 are not among them: 有效发明专利, 重点研发项目. */
const ADVERB_HEAD =
  /^(?:目标|力争|确保|努力|争取|预计|计划|使(?!用)|推动|促进|推进|加快|逐步|基本(?!公共|养老|医疗|农田)|全面|进一步|持续|不断|分别|总共|共(?!享|建|同|用|性|治|青)|至少|并(?!购|网)|且|同时|以及|及(?!时)|和(?!美|平|谐|睦)|与|、|—|全市|全县|全区|全镇|全省|全州|全系统|我市|我县|我区|我省|辖区内?|园区内|将|实现|完成(?!率|度)|达到|力求|切实|着力|大力|积极|高标准(?=建|打|推|完)|高质量(?=建)|率先|首批|稳步|探索|再(?!生|造|制|担|贷)|还|各类(?=人才))/

const SETTING =
  /^(?:在|围绕|依托|支持|推动|鼓励|引导|以|通过|聚焦|向|面向|从|联合|指导|组织|按照|结合|利用|统筹|为|争取|协助|协调|建立)/

export interface CleanedName extends Range {
  /** the verb that stood in front of the name, 新增, 累计, 建成 */
  readonly verb: string
}

/** `text` is folded, brackets hidden. The comparator in front of the number is taken off too. */
export function cleanName(text: string, from: number, to: number): CleanedName {
  let start = from
  let verb = ''
  const end = endOfName(text, from, to)
  for (let turn = 0; turn < 16 && start < end; turn += 1) {
    const words = text.slice(start, Math.min(end, start + 40))
    const date = DATE_HEAD.exec(words)?.[0].length ?? 0
    if (date > 0) {
      start += date
      continue
    }
    const acting = verbAtStart(words)
    // 新增 is a verb, 新增就业 after 城镇 is not at the start; 实施 alone would leave nothing behind.
    if (acting !== null && isVerbHere(acting, words)) {
      if (verb === '' || verb === '累计') verb = verb === '累计' && !/^新/.test(acting) ? verb : acting
      start += acting.length
      continue
    }
    if (SETTING.test(words)) {
      // 在产业园区设立工作站40个: the thing stands behind the last verb.
      const inside = verbInside(text.slice(start, end))
      if (
        inside !== null &&
        inside.end < end - start &&
        !/^(?:率|度|期|项目|工程)/.test(text.slice(start + inside.end, end))
      ) {
        if (verb === '') verb = inside.verb
        start += inside.end
        continue
      }
    }
    const adverb = ADVERB_HEAD.exec(words)?.[0].length ?? 0
    if (adverb === 0) break
    start += adverb
  }
  return { start: Math.min(start, end), end, verb }
}

/** 新材料 and 建设用地 begin with a verb only in appearance. */
function isVerbHere(verb: string, words: string): boolean {
  const rest = words.slice(verb.length)
  // 开工率, 开放度 are measured, not done.
  if (rest.startsWith('率') || rest.length === 1) return false
  if (verb === '新')
    return !/^(?:材料|能源|媒体|型|质|兴|技术|产品|业态|农村|时代|生儿|品种|城|区|药|一代|基建|华|闻|就业|三板)/.test(
      rest,
    )
  if (verb === '建设' || verb === '创新' || verb === '组织') return !/^(?:用地|工程|项目|指标|资金|期|机构)/.test(rest)
  if (verb === '培育') return !/^(?:中心|项目|工程|库|基地)/.test(rest)
  if (verb === '保持' || verb === '实现' || verb === '完成') return !/^(?:率|度)/.test(rest)
  return true
}

const TRAILING =
  /(?:(?<=[量额值数率])[两三四五]年|年均|平均每年|每年|总计|共计|共|总|累计|力争|分别|各|均|不断|进一步|数量|总数|(?<=[量额值])完成)$/
/** 达到2023年的2.5倍, 比2023年翻一番: the year to compare with is no part of the name. */
const COMPARED =
  /(?:(?:达到|达|为|是)?(?:20\d{2}年|上年|去年|目前|现有)(?:同期|末|底)?的|(?:比|较|在)(?:20\d{2}年|上年|去年|现有|“\ue000+”|十[三四五六]五)(?:同期|末|底)?(?:的)?(?:基础上?|实现)?)$/
/** 比例提高到合同金额的30%: what the share is of is no part of the name. */
const SHARE_OF = /(?:提高|提升|扩大|增加)(?:到|至)[^，、\d]{2,10}的$/
const BASELINE = /(?:从|由)[^从由，、]{0,12}\d[\d.,]*[^从由，、\d]{0,6}$|(?:由现状的?|从现在的?)[^，]*$/

function endOfName(text: string, from: number, to: number): number {
  let end = to
  for (let turn = 0; turn < 6; turn += 1) {
    const words = text.slice(from, end)
    const taken = comparatorBefore(words).length
    if (taken > 0) {
      end -= taken
      continue
    }
    const baseline = BASELINE.exec(words.slice(-30))?.[0].length ?? 0
    if (baseline > 0) {
      end -= baseline
      continue
    }
    const compared = (COMPARED.exec(words.slice(-24)) ?? SHARE_OF.exec(words.slice(-16)))?.[0].length ?? 0
    if (compared > 0) {
      end -= compared
      continue
    }
    const trailing = TRAILING.exec(words.slice(-4))?.[0] ?? ''
    if (trailing === '' || (trailing === '总' && false) || /数量|总数/.test(trailing)) break
    end -= trailing.length
  }
  return Math.max(from, end)
}

/** The printed name, long explanations in brackets left out. */
export function nameOf(reading: Reading, range: Range): string {
  const words = reading.text.slice(range.start, range.end).replaceAll(HIDDEN, '')
  return words
    .replace(/[（(]([^（）()]{0,400})[）)]/g, (whole, inside: string) =>
      inside.length > 20 || /以下简称|^即|^含|^包括/.test(inside) ? '' : whole,
    )
    .replace(/^[、，,：:；;。\s]+|[、，,：:；;。\s]+$/g, '')
    .slice(0, 80)
}
