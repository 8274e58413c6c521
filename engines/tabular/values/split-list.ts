const brackets: Readonly<Record<string, string>> = {
  '(': ')',
  '（': '）',
  '[': ']',
  '【': '】',
  '《': '》',
  '“': '”',
  '「': '」',
  '〔': '〕',
}

/** Endings of foreign firms that a comma stands before: Acme Co., Ltd. */
const firmEnding =
  /^\s*(?:co|ltd|inc|llc|l\.l\.c|corp|limited|incorporated|gmbh|s\.?a|s\.?p\.?a|b\.?v|n\.?v|l\.?p|plc|ag|kg|pte|pty)\b\.?/i
const enumerator = /^\s*(?:[(（]\d{1,2}[)）]|\d{1,2}\s*[)）、．]|\d{1,2}\.(?!\d)|[①-⑳])\s*/

/**
 * Several values in one cell, as people separate them: ； ; 、 ， , | and new lines; a stroke between two Chinese names.
 * What stands in brackets or quotation marks stays together, and so does the name of a foreign firm with its comma.
 * Numbers in front (1、…2、…) are left out, and so are repetitions.
 *
 * One that ends with ；, as `joinList` writes it, is split there alone.
 *
 * @param wished the marks at which it is split, besides new lines
 */
export function splitList(text: string, wished = ';；、，,|'): readonly string[] {
  if (!needsCare.test(text)) return distinct(text.split(wished.includes('、') ? /[;；、]/ : /[;；]/))
  const marks = isExplicit(text) ? ';；' : wished
  const parts: string[] = []
  const open: string[] = []
  let part = ''
  const characters = [...(isExplicit(text) ? text : withoutNumbers(text))]
  for (const [index, char] of characters.entries()) {
    const closing = brackets[char]
    if (closing !== undefined) open.push(closing)
    else if (char === open.at(-1)) open.pop()
    const splits =
      char === '\n' ||
      (open.length === 0 &&
        (marks.includes(char) || (char === '/' && marks.includes('、') && isBetweenChinese(characters, index))) &&
        !((char === ',' || char === '，') && firmEnding.test(characters.slice(index + 1, index + 20).join(''))))
    if (!splits) {
      part += char
      continue
    }
    if (char === '\n') open.length = 0
    parts.push(part)
    part = ''
  }
  parts.push(part)
  const bare = parts.map((each) => (isExplicit(text) ? each : each.replace(enumerator, '')))
  return distinct(bare)
}

/** Brackets, quotes, numbers in front, commas and strokes, and a ； at the end; most lists have none of them. */
const needsCare = /[()（）[\]【】《》“”「」〔〕\n,，|①-⑳]|\p{Script=Han}\/|(?:^|[;；、])\s*\d|[;；]\s*$/u

function distinct(parts: readonly string[]): readonly string[] {
  const values: string[] = []
  for (const part of parts) {
    const value = part.trim()
    if (value !== '' && !values.includes(value)) values.push(value)
  }
  return values
}

function isExplicit(text: string): boolean {
  return /[;；]\s*$/.test(text)
}

/** Several values in one cell, so that `splitList` and `splitNames` find the same ones again. */
export function joinList(values: readonly string[]): string {
  const joined = values.join('；')
  const found = splitNames(joined)
  const isSame = found.length === values.length && found.every((value, index) => value === values[index])
  return isSame || joined === '' ? joined : `${joined}；`
}

/** Names of people may have spaces between them alone: 张小明 李小红. */
export function splitNames(text: string): readonly string[] {
  if (isExplicit(text)) return splitList(text)
  return splitList(text).flatMap((part) => {
    if (!/\s/.test(part)) return [part]
    const words = part.split(/\s+/)
    return words.length > 1 && words.every((word) => /^[\p{Script=Han}·]{2,4}$/u.test(word)) ? words : [part]
  })
}

function isBetweenChinese(characters: readonly string[], index: number): boolean {
  const isHan = (char: string | undefined) => char !== undefined && /[\p{Script=Han}）)]/u.test(char)
  return isHan(characters[index - 1]) && isHan(characters[index + 1])
}

/** 1、张小明 2、李红: where they are numbered from 1 on, each number begins a value. */
function withoutNumbers(text: string): string {
  if (!/^\s*[(（]?1[)）、．.](?!\d)/.test(text)) return text
  return text.replaceAll(/(^|[\s;；、，,])[(（]?\d{1,2}[)）、．.](?=\s*[\p{L}])/gu, '\n')
}
