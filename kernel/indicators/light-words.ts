/** 正常 关注 滞后 缺数 已完成 */
export function lightInWords(light: string): string {
  return words.get(light) ?? light
}

const words: ReadonlyMap<string, string> = new Map([
  ['green', '正常'],
  ['amber', '关注'],
  ['red', '滞后'],
  ['grey', '缺数'],
  ['blue', '已完成'],
])
