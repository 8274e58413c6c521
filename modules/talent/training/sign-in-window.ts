import type { Localized } from '@qiangxian/kernel/errors/define-errors'

/** People come early; the code works from so many minutes before the beginning. */
const MINUTES_BEFORE = 60
/** 次日不行: a sign-in belongs to the day and the hours of its session. */
const MINUTES_AFTER = 30

export interface SessionTimes {
  readonly heldOn: string
  /** 09:30; null: the whole day */
  readonly startsAt: string | null
  readonly endsAt: string | null
}

/** Why nobody can sign in now; undefined where they can. Day and time are civil ones of the county. */
export function refusesSignIn(times: SessionTimes, today: string, time: string): Localized | undefined {
  if (today !== times.heldOn) {
    return {
      zh: `这场培训在 ${times.heldOn}，今天是 ${today}，不能签到。`,
      en: `The session is on ${times.heldOn}; today is ${today}.`,
    }
  }
  const from = shifted(times.startsAt ?? '00:00', -MINUTES_BEFORE)
  const until = shifted(times.endsAt ?? '23:59', MINUTES_AFTER)
  if (from <= time && time <= until) return undefined
  return {
    zh: `签到时间是 ${from} 到 ${until}，现在是 ${time}。`,
    en: `Sign-in is from ${from} to ${until}; it is ${time}.`,
  }
}

/** Within the day: an hour before midnight does not become yesterday. */
function shifted(time: string, minutes: number): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const moved = Math.min(Math.max(hour * 60 + minute + minutes, 0), 23 * 60 + 59)
  return `${String(Math.floor(moved / 60)).padStart(2, '0')}:${String(moved % 60).padStart(2, '0')}`
}
