import type { Localized } from '@qiangxian/kernel/errors/define-errors'

const words: Readonly<Record<string, Localized>> = {
  green: { zh: '绿灯（正常）', en: 'green (on track)' },
  amber: { zh: '黄灯（关注）', en: 'amber (watch)' },
  red: { zh: '红灯（滞后）', en: 'red (behind)' },
  grey: { zh: '灰（缺数）', en: 'grey (no data)' },
  blue: { zh: '已完成', en: 'done' },
}

/** A light in words; undefined where there was none. */
export function lightWords(light: string | null): Localized | undefined {
  return light === null ? undefined : words[light]
}
