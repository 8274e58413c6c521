/** When the words of a sentence happen: what is past, what is to come, and by which day. */
import { type Period, readDeadline } from './plan-dates.ts'

export interface PlanYears {
  readonly period: Period
  /** what happened before this year is past */
  readonly firstYear: number | null
  /** the year that 全年 and 年底前 mean, where the plan is not for several years */
  readonly onlyYear: number | null
}

const FUTURE =
  /到“?(?:20\d{2}年|十[四五六]五)|力争|确保|目标|争取|20\d{2}年(?:底|末)?(?:前|之前)|年内|规划期|期末|今后|未来|实现以下|至20\d{2}年/
const PAST =
  /截至|截止|目前|现已|近年来|过去|历年|上年度?未|去年|十三五.{0,2}(?:期间|时期|以来)|以来|^已|已(?:建成|有|达|累计|完成|培育|突破|超|获|拥有|实现|形成|连续|建有|入驻|集聚)|成立于/
const HARD_FUTURE = /到“?(?:20\d{2}年|十[四五六]五)|力争|确保|今后|下一步/

/** Walks through the clauses of one sentence; a date or a sign of the past holds until another one comes. */
export class SentenceTime {
  readonly #years: PlanYears
  readonly #inGoals: boolean
  /** a date to come, 力争, 目标 anywhere in the sentence */
  readonly future: boolean
  deadline: string | null
  past = false

  /** @param standing the sentence stands under a date set before it */
  constructor(years: PlanYears, sentence: string, deadline: string | null, inGoals: boolean, standing: boolean) {
    this.#years = years
    this.#inGoals = inGoals
    this.deadline = deadline
    this.future = standing || FUTURE.test(sentence)
  }

  enter(clause: string): void {
    const { onlyYear, period, firstYear } = this.#years
    const thisYear = onlyYear !== null && /全年|年底前|年内|今年/.test(clause) ? `${onlyYear}-12-31` : null
    const deadline = readDeadline(clause, period)?.iso ?? thisYear
    if (HARD_FUTURE.test(clause)) this.past = this.#isOver(clause)
    else if (/近[一二两三五]年(?!内)/.test(clause) && !this.#inGoals) this.past = true
    else if (PAST.test(clause) || this.#namesPastYear(clause)) this.past = true
    if (deadline === null) return
    if (!this.past) this.deadline = deadline
    // 2026年底前 opens something new after what was achieved.
    if (/规划期|20\d{2}年(?:底|末)?前/.test(clause) && Number(deadline.slice(0, 4)) >= (firstYear ?? 0))
      this.past = false
  }

  /** 到2025年达到5家、2030年达到8家: each number has its own date. */
  enterItem(words: string): void {
    if (!this.past) this.deadline = readDeadline(words, this.#years.period)?.iso ?? this.deadline
  }

  /** 到2024年底，已建成… in a plan that begins in 2025. */
  #isOver(clause: string): boolean {
    const { firstYear } = this.#years
    const years = [...clause.matchAll(/(?<!达)到(20\d{2})年(?!的|同期)/g)].map(([, year]) => Number(year))
    return (
      firstYear !== null &&
      years.length > 0 &&
      years.every((year) => year < firstYear) &&
      !/力争|确保|今后/.test(clause)
    )
  }

  #namesPastYear(clause: string): boolean {
    const { firstYear } = this.#years
    if (firstYear === null) return false
    const found = /(较|比|相比|以|到|至|对|完成|由|从)?(20\d{2}|19\d{2})年/.exec(clause)
    return (
      found !== null &&
      found[1] === undefined &&
      Number(found[2]) < firstYear &&
      !/20\d{2}年(?:为基|基数|的?基础上)/.test(clause)
    )
  }
}
