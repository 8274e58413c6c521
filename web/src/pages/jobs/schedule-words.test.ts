import { expect, it } from 'vitest'
import { scheduleWords } from './schedule-words.ts'

const words = {
  seconds: (n: number) => (n % 3600 === 0 ? `每 ${n / 3600} 小时` : n % 60 === 0 ? `每 ${n / 60} 分钟` : `每 ${n} 秒`),
  daily: (time: string) => `每天 ${time}`,
  weekly: (day: string, time: string) => `每周${day} ${time}`,
  monthly: (day: string, time: string) => `每月 ${day} 日 ${time}`,
  weekdays: ['日', '一', '二', '三', '四', '五', '六'],
}

it.each([
  [5, '每 5 秒'],
  [3600, '每 1 小时'],
  ['5 * * * *', '每 1 小时'],
  ['*/15 * * * *', '每 15 分钟'],
  ['30 7 * * *', '每天 07:30'],
  ['0 9 * * 1', '每周一 09:00'],
  ['0 9 * * 7', '每周日 09:00'],
  ['0 3 1 * *', '每月 1 日 03:00'],
  ['0 3 1 1 *', '0 3 1 1 *'],
])('%s reads %s', (every, reads) => expect(scheduleWords(every, words)).toBe(reads))
