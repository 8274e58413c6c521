import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'

let made: Jieba | undefined

/** What cuts Chinese into words: one for the program, since its dictionary weighs some megabytes. */
export function chineseWords(): Jieba {
  made ??= Jieba.withDict(dict)
  return made
}
