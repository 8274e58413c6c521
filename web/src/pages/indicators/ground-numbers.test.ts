import { describe, expect, it } from 'vitest'
import { numberedReasons } from './ground-numbers.ts'

const reason = (zh: string, holds = true) => ({ zh, en: zh, holds, record: null })
const ground = (zh: string) => ({ zh, en: zh, records: 1, alone: 1 })

describe('numbers of grounds', () => {
  it('are the same from record to record, whatever stands before them', () => {
    const grounds = [ground('属于战略性新兴产业'), ground('维持年限超过十年')]
    const reasons = [reason('有效：授权公告日是 2020-12-15'), reason('维持年限超过十年：自申请日满 10 年')]
    expect(numberedReasons(reasons, grounds).map(({ number }) => number)).toEqual([null, 2])
  })

  it('there are none where a record counts by one condition only', () => {
    expect(numberedReasons([reason('有效'), reason('发明')], []).map(({ number }) => number)).toEqual([null, null])
  })
})
