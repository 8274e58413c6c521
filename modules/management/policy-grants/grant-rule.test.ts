import { describe, expect, it } from 'vitest'
import { refuseAward } from './grant-money.ts'
import { grantRuleFormat } from './grant-rule.formats.ts'
import { yuan } from './yuan.ts'

describe('what a grant may pay for (国知发保字〔2021〕1号)', () => {
  it.each([
    '对获得授权的发明专利，每件奖励 3000 元',
    '每申请一件发明专利补助 500 元',
    '按专利申请量给予奖励，100 件以上 5 万元',
    'PCT 专利申请进入国家阶段的，每件资助 1 万元',
    '实用新型专利授权补贴 200 元/件',
    '新注册商标每件补助 1000 元',
    '按授权量排名给予奖励',
    '软件著作权登记每件补贴 300 元',
    '贯标企业奖励 5 万元；另对授权发明专利每件给予 2000 元资助',
  ])('is not “%s”', (rule) => {
    const reading = grantRuleFormat.read(rule)
    expect(reading.outcome).toBe('invalid')
    if (reading.outcome === 'invalid') expect(reading.reason.zh).toMatch(/国知发保字〔2021〕1号/)
  })

  it.each([
    '专利质押贷款按实际支付利息的 30% 补助，一家企业一年最高 10 万元',
    '获得中国专利金奖的奖励 50 万元，优秀奖 10 万元',
    '专利许可、转让合同实际到账金额的 5% 给予奖励，最高 20 万元',
    '通过 GB/T 29490-2023 贯标认证的企业奖励 5 万元',
    '维权胜诉的，按律师费的 50% 补助，最高 10 万元',
    '高价值专利培育项目支持 30 万元，分两期拨付',
    '战略推进项目每项支持不超过 50 万元；不得按专利申请量、授权量给予资助',
    '专利保险保费补贴 50%',
  ])('may be “%s”', (rule) => {
    expect(grantRuleFormat.read(rule)).toEqual({ outcome: 'valid', normalized: rule })
  })
})

describe('money of an award, in fen', () => {
  const bounds = { perProjectMost: 50_000_00, asked: 30_000_00, budget: 100_000_00, awarded: 80_000_00 }

  it.each([
    { amount: 20_000_00, code: undefined },
    { amount: 20_000_01, code: 'grant.moreThanBudget' },
    { amount: 30_000_01, code: 'grant.moreThanAsked' },
    { amount: 50_000_01, code: 'grant.moreThanMost' },
  ])('of $amount is refused by $code', ({ amount, code }) => {
    const award = () => refuseAward(amount, bounds)
    if (code === undefined) expect(award).not.toThrow()
    else expect(award).toThrow(expect.objectContaining({ code }))
  })

  it('is bounded by nothing that nobody set', () => {
    expect(() => refuseAward(1e12, { perProjectMost: null, asked: null, budget: null, awarded: 0 })).not.toThrow()
  })

  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [123450, '1,234.50'],
    [-123456789, '-1,234,567.89'],
  ])('%i fen is written %s', (fen, words) => {
    expect(yuan(fen)).toBe(words)
  })
})
