import { describe, expect, it } from 'vitest'
import { readNotice } from './read-notice.ts'

describe('a holiday notice as it is typed', () => {
  it('is a holiday or a day on each line', () => {
    expect(readNotice('元旦 2027-01-01\n\n春节 2027-2-5 至 2027-02-12\n', '2027-02-13 春节')).toEqual({
      holidays: [
        { name: '元旦', from: '2027-01-01', to: '2027-01-01' },
        { name: '春节', from: '2027-02-05', to: '2027-02-12' },
      ],
      makeUpDays: [{ date: '2027-02-13', holiday: '春节' }],
      bad: [],
    })
  })

  it('names the lines that cannot be read', () => {
    expect(readNotice('元旦', '春节\n2027-02-13').bad).toEqual([
      { field: 'off', number: 1, line: '元旦' },
      { field: 'makeUp', number: 1, line: '春节' },
      { field: 'makeUp', number: 2, line: '2027-02-13' },
    ])
  })
})
