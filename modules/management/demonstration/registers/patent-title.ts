import type { Seeded } from '../seeded.ts'
import type { PatentType } from './invent-patents.ts'
import { adjectives, inventionEndings, modelEndings, type Trade } from './words.ts'

/** 一种…: what the patents of a trade are called; designs by the thing alone. */
export function patentTitle(patentType: PatentType, trade: Trade, random: Seeded): string {
  const thing = random.pick(trade.things)
  if (patentType === 'design')
    return `${thing}（${random.pick(['一', '二', '三', '四', '五', '六'])}${random.between(1, 99)}）`
  const ending = patentType === 'invention' ? random.pick(inventionEndings) : random.pick(modelEndings)
  const isMethod = /方法$|工艺$/.test(thing)
  return `一种${random.pick(adjectives)}${thing}${isMethod ? '' : ending}`
}
