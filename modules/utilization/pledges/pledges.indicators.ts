import type { Formula } from '@qiangxian/engines/formula/formula.types'
import { defineIndicator } from '@qiangxian/kernel/indicators/define-indicator'

/** One loan counts once, however many registrations secure it. */
const amounts = {
  measure: 'sum',
  register: 'pledge',
  field: 'ipAmount',
  window: { kind: 'sinceStart', on: 'registeredOn' },
  once: ['loanContractNo'],
  unit: '元',
} as const

const first: Formula = { ...amounts, where: { named: 'first-registration' } }
const renewed: Formula = { ...amounts, where: { field: 'isRenewal', is: true } }
const inYi = (of: Formula): Formula => ({ measure: 'scale', of, by: 100_000_000, unit: '亿元' })

const net: Formula = inYi(first)
const gross: Formula = inYi({ measure: 'add', parts: [first, renewed] })

const caveats = [
  '一笔贷款以专利、商标分别质押登记两次的，按贷款合同号只计一次；没有写合同号的各计各的。',
  '登记金额、实际放款、贷款余额是三个数；本指标是登记的担保债权中归属知识产权的部分，未填写这一项的登记不计。',
  '到期注销后重新登记的续押，官方总额再计一次：总额、净额分列。',
]
const dataFrom = '国家知识产权局质押登记、著作权质权登记，银行填报核对'
const source = '方案工作目标、任务 14；专利权质押登记办法'

const given = {
  pledge: [
    { registrationNo: 'Y1', loanContractNo: 'L1', ipAmount: 10_000_000_000, registeredOn: '2024-03-01' },
    // the same loan, secured by marks as well
    { registrationNo: 'Y2', loanContractNo: 'L1', ipAmount: 10_000_000_000, registeredOn: '2024-03-05' },
    { registrationNo: 'Y3', loanContractNo: 'L2', ipAmount: 5_000_000_000, registeredOn: '2025-03-01' },
    {
      registrationNo: 'Y4',
      loanContractNo: 'L3',
      ipAmount: 10_000_000_000,
      registeredOn: '2025-04-01',
      isRenewal: true,
    },
    { registrationNo: 'Y5', loanContractNo: 'L0', ipAmount: 10_000_000_000, registeredOn: '2023-04-01' },
  ],
}

/** U5 */
export const pledgedAmount = defineIndicator({
  id: 'pledge.amount',
  label: '知识产权质押融资金额',
  labelEn: 'Amount secured by pledged rights',
  unit: '亿元',
  decimals: 2,
  better: 'higher',
  meaning: '建设期内登记的、归属知识产权的质押担保债权金额；总额还是扣除续押的净额由参数决定。',
  formula: { parameter: 'indicator.U5.amount', otherwise: 'gross', cases: { gross, net } },
  byUnit: true,
  caveats: ['目标是“超 30 亿元”：正好 30.00 亿元没有完成。', ...caveats],
  dataFrom,
  source,
  officialSeries: '知识产权质押登记金额（官方）',
  cases: [
    { name: '一笔贷款登记两次计一次，续押计入总额，建设期以前的不计', on: '2026-06-30', given, expect: 2.5 },
    {
      name: '参数：净额',
      on: '2026-06-30',
      given,
      parameters: { 'indicator.U5.amount': 'net' },
      expect: 1.5,
    },
    { name: '名录还没有数据时是缺数', on: '2026-06-30', given: {}, expect: 'missing' },
  ],
})

export const pledgedGross = defineIndicator({
  id: 'pledge.gross-amount',
  label: '质押登记总额',
  labelEn: 'Pledged amount, gross',
  unit: '亿元',
  decimals: 2,
  better: 'higher',
  meaning: '建设期内质押登记的金额，续押再计一次，与官方口径可比。',
  formula: gross,
  byUnit: true,
  caveats,
  dataFrom,
  source,
  officialSeries: '知识产权质押登记金额（官方）',
  cases: [{ name: '续押计入', on: '2026-06-30', given, expect: 2.5 }],
})

export const pledgedNet = defineIndicator({
  id: 'pledge.net-amount',
  label: '质押登记净额',
  labelEn: 'Pledged amount, net of renewals',
  unit: '亿元',
  decimals: 2,
  better: 'higher',
  meaning: '建设期内质押登记的金额，扣除续押。',
  formula: net,
  byUnit: true,
  caveats,
  dataFrom,
  source,
  cases: [
    { name: '续押不计', on: '2026-06-30', given, expect: 1.5 },
    {
      name: '没有合同号的各计各的',
      on: '2026-06-30',
      given: {
        pledge: [
          { registrationNo: 'Y1', ipAmount: 10_000_000_000, registeredOn: '2024-03-01' },
          { registrationNo: 'Y2', ipAmount: 10_000_000_000, registeredOn: '2024-03-05' },
        ],
      },
      expect: 2,
    },
  ],
})
