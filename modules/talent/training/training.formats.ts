import type { Format } from '@qiangxian/kernel/registers/field.types'

/** 时刻: a time of day in 24 hours; `9点半` and `9：30` are read, and kept as `09:30`. */
export const timeOfDayFormat: Format = {
  id: 'time-of-day',
  label: { zh: '时刻', en: 'Time of day' },
  example: '09:30',
  read: (written) => {
    const folded = written
      .normalize('NFKC')
      .trim()
      .replaceAll('点半', ':30')
      .replaceAll(/[点时]/g, ':')
      .replace(/分$/, '')
    const found = /^(\d{1,2})(?::(\d{1,2})?)?(?::00)?$/.exec(folded)
    const [hour, minute] = [Number(found?.[1]), Number(found?.[2] ?? 0)]
    if (found === null || hour > 23 || minute > 59) {
      return {
        outcome: 'invalid',
        reason: {
          zh: '不是一天里的时刻，请写成 09:30 的样子。',
          en: 'This is no time of day; write it like 09:30.',
        },
      }
    }
    return { outcome: 'valid', normalized: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` }
  },
}
