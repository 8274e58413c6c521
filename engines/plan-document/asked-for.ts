/**
 * Whether the words around a number ask for it to be reached. Here nothing speaks against the number any more
 * (`not-a-target.ts`); in a goal chapter that is enough, elsewhere something must ask.
 */
import { LISTED, type Reason, type Zone } from './not-a-target.ts'
import type { PrintedQuantity } from './quantities.ts'
import { MEASURED } from './target-words.ts'

export interface Asking {
  /** 达到, 超过, 不少于 in front of the number */
  readonly reached: boolean
  /** 以上, 左右 behind it */
  readonly later: boolean
  readonly verb: string
  /** 培训, 服务, 每年: something is to be done */
  readonly acts: boolean
  /** not the first number of its clause */
  readonly inList: boolean
  /** another number of the sentence was a target */
  readonly afterTarget: boolean
  readonly name: string
  /** the words in front of the number and its comparator */
  readonly stem: string
  readonly following: string
  readonly zone: Zone
  readonly future: boolean
}

/** Null where the number is asked for, otherwise the reason why it is left to the ledger. */
export function whyNotAsked(quantity: PrintedQuantity, about: Asking): Reason | null {
  const { zone, future } = about
  if (
    quantity.unit === '' &&
    !(about.reached && MEASURED.test(about.name)) &&
    !(about.reached && /值|指数|评分|得分|[数比]$|系数|PUE/.test(about.name))
  )
    return 'name'
  if (quantity.worded) return null
  if (quantity.numeral === 'han') return whyNotAskedInWords(quantity, about)
  if (
    LISTED.test(about.following.replace(/^的/, '')) &&
    !about.reached &&
    !about.later &&
    !/新增|建成/.test(about.verb)
  )
    return 'list'
  if (zone === 'goals') return null
  if (zone === 'preface' && !future) return 'background'
  if (zone === 'background') return future ? null : 'background'
  if (about.reached || about.later || about.verb !== '' || about.acts) return null
  if (MEASURED.test(about.name) || quantity.family === 'share') return null
  const endsHere = about.following.replace(/^[，、]/, '') === ''
  if (
    endsHere &&
    about.stem.length >= 4 &&
    !/^(?:现有|现|拥有|共有|涉及|围绕|针对|在|对|按|以|将|从|由|含|包括|其中)/.test(about.stem)
  )
    return null
  if ((/^其中/.test(about.stem) || about.inList) && about.afterTarget) return null
  return future ? null : 'unclear'
}

/** Chinese numerals mostly count what a plan lists (三个体系, 八项任务); a verb or a comparator must say otherwise. */
function whyNotAskedInWords(quantity: PrintedQuantity, about: Asking): Reason | null {
  const { zone } = about
  const noun = about.following.replace(/^的/, '')
  if (LISTED.test(noun)) return 'list'
  const large = typeof quantity.value === 'number' && quantity.value > 12
  if (quantity.unit === '%' || quantity.family === 'money' || large)
    return about.reached || about.later || about.verb !== '' || about.acts || zone === 'goals' ? null : 'unclear'
  const direct = about.verb !== '' && (about.stem.endsWith(about.verb) || noun === '' || about.reached)
  if (!about.reached && !about.later && !direct) return 'list'
  if (quantity.value === 1 && !/^(?:家|个|名|件|所|座|处|场)$/.test(quantity.unit)) return 'list'
  if (quantity.value === 1 && !/新|建成|培育|打造|创|设立|引进|成立/.test(about.verb) && !about.reached) return 'list'
  if (/实施|围绕|聚焦|推进|落实|坚持|统筹|提供|开展/.test(about.verb) && !about.reached && !about.later) return 'list'
  return null
}
