import { foldName } from './fold-name.ts'

/** A name as it stands in a cell, with the code that was written beside it. */
export interface WrittenName {
  /** without the code and the brackets around it */
  readonly name: string
  /** `foldName` of it; '' where nothing but a code was written */
  readonly key: string
  /** 统一社会信用代码, upper case */
  readonly code: string | undefined
}

/**
 * @example writtenName('演示陶瓷有限公司（91320282MA1X00017X）').name // '演示陶瓷有限公司'
 * @returns undefined for what stands for nobody: 无, 不详, a dash
 */
export function writtenName(written: string): WrittenName | undefined {
  const plain = written.normalize('NFKC')
  const code = codePattern.exec(plain.toUpperCase())?.[0]
  const name =
    code === undefined
      ? written.trim()
      : plain
          .replace(new RegExp(`[(:：\\s]*(?:统一社会信用代码|信用代码|代码)?[:：\\s]*${code}[)\\s]*`, 'i'), ' ')
          .trim()
          .replace(/[,，;；:：]$/, '')
  const key = foldName(name)
  if (code === undefined && (key === '' || nobody.has(key))) return undefined
  return { name, key, code }
}

/** The characters of a code without I, O, S, V and Z. @source GB 32100-2015 */
const codePattern = /(?<![0-9A-Z])[0-9A-HJ-NP-RT-UW-Y]{2}\d{6}[0-9A-HJ-NP-RT-UW-Y]{10}(?![0-9A-Z])/

const nobody = new Set([
  '无',
  '没有',
  '不详',
  '未知',
  '不明',
  '暂无',
  '空',
  '/',
  '\\',
  'n/a',
  'na',
  'null',
  '未填',
  '待定',
])
