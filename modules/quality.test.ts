import { caseRecords } from '@qiangxian/kernel/indicators/case-records'
import { putRecords } from '@qiangxian/kernel/indicators/put-records.fixture'
import { execute } from '@qiangxian/kernel/operations/execute'
import { listQualityFindings, runQuality } from '@qiangxian/kernel/quality/quality.operations'
import { assembleQualityRules } from '@qiangxian/kernel/quality/quality-rules'
import { assembleRegisters } from '@qiangxian/kernel/registers/define-register'
import { generalFormats } from '@qiangxian/kernel/registers/formats/general-formats'
import { openTestKernel, requestAs, type TestKernel } from '@qiangxian/kernel/testing/test-kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registers as declared, formats, indicators, qualityRules } from './declarations.gen.ts'

const registers = assembleRegisters({ registers: declared, formats: [...generalFormats, ...formats] })
const rules = assembleQualityRules({ registers, indicators, rules: qualityRules })

type Rows = readonly Readonly<Record<string, unknown>>[]

/** rule → records of which it finds the one called 可疑, and no other; today is 2026-11-25 */
const planted: Readonly<Record<string, Readonly<Record<string, Rows>>>> = {
  'patent.same-number': {
    patent: [
      { title: '可疑', applicationNo: '202010123456.2' },
      { title: '可疑', applicationNo: '202010123456.3' },
      { title: '无疑', applicationNo: '202010123457.2' },
    ],
  },
  'patent.granted-before-filed': {
    patent: [
      { title: '可疑', filedOn: '2024-01-01', grantedOn: '2023-01-01' },
      { title: '无疑', filedOn: '2023-01-01', grantedOn: '2024-01-01' },
    ],
  },
  'patent.filed-on-impossible': {
    patent: [
      { title: '可疑', filedOn: '0204-01-01' },
      { title: '无疑', filedOn: '2024-01-01' },
    ],
  },
  'patent.expired-not-ended': {
    patent: [
      { title: '可疑', expiresOn: '2026-11-25', status: 'granted' },
      { title: '无疑', expiresOn: '2026-11-26', status: 'granted' },
      { title: '无疑', expiresOn: '2026-01-01', status: 'expired', endedOn: '2026-01-01' },
    ],
  },
  'patent.lapsed-without-day': {
    patent: [
      { title: '可疑', status: 'lapsed' },
      { title: '无疑', status: 'lapsed', endedOn: '2026-01-01' },
      { title: '无疑', status: 'granted' },
    ],
  },
  'patent.fee-overdue': {
    patent: [
      { title: '可疑', grantedOn: '2020-01-01', feeState: 'due', feeDueOn: '2026-11-24' },
      { title: '无疑', grantedOn: '2020-01-01', feeState: 'due', feeDueOn: '2026-11-25' },
      { title: '无疑', grantedOn: '2020-01-01', feeState: 'paid', feeDueOn: '2026-01-01' },
      { title: '无疑', grantedOn: '2020-01-01', endedOn: '2025-01-01', feeState: 'due', feeDueOn: '2026-01-01' },
    ],
  },
  'patent.owner-is-town': {
    patent: [
      { title: '可疑', owners: ['云亭镇'] },
      { title: '无疑', owners: ['云亭镇演示厂'] },
    ],
  },
  'trademark.expired-not-ended': {
    trademark: [
      { name: '可疑', expiresOn: '2026-05-25' },
      { name: '无疑', expiresOn: '2026-05-26' },
    ],
  },
  'gi-user.unused-18-months': {
    'market-entity': [
      { name: '可疑', uscc: '1', entityType: 'enterprise' },
      { name: '无疑', uscc: '2', entityType: 'enterprise' },
    ],
    'gi-user': [
      { user: '可疑', approvedOn: '2020-01-01', lastUsedOn: '2025-05-25' },
      { user: '无疑', approvedOn: '2020-01-01', lastUsedOn: '2025-05-26' },
      { user: '无疑', approvedOn: '2020-01-01', lastUsedOn: '2024-11-25' },
    ],
  },
  'gi-user.unused-24-months': {
    'gi-user': [
      { user: '可疑', approvedOn: '2020-01-01', lastUsedOn: '2024-11-25' },
      { user: '无疑', approvedOn: '2020-01-01', lastUsedOn: '2025-05-01' },
    ],
  },
  'gi-sales.far-from-last-year': {
    'gi-sales': [
      { gi: '甲', user: '可疑', year: '2026', sales: 600_000 },
      { gi: '甲', user: '可疑前', year: '2025', sales: 1 },
      { gi: '乙', user: '可疑', year: '2025', sales: 1 },
      { gi: '甲', user: '可疑', year: '2025', sales: 100_000 },
    ],
  },
  'pledge.no-ip-amount': {
    pledge: [
      { registrationNo: '可疑', securedAmount: 100 },
      { registrationNo: '无疑', securedAmount: 100, ipAmount: 100 },
    ],
  },
  'pledge.ip-amount-over-secured': {
    pledge: [
      { registrationNo: '可疑', securedAmount: 100, ipAmount: 101 },
      { registrationNo: '无疑', securedAmount: 100, ipAmount: 100 },
    ],
  },
  'pledge.attributed-total': {
    pledge: [
      { registrationNo: '可疑', ipAmount: 10_000 },
      { registrationNo: '无疑', ipAmount: 10_000 },
    ],
    'pledged-right': [
      { pledge: '可疑', attributedAmount: 5_000 },
      { pledge: '可疑', attributedAmount: 4_000 },
      { pledge: '无疑', attributedAmount: 9_950 },
    ],
  },
  'standard-certificate.old-edition': {
    'standard-certificate': [
      { certificateNo: '可疑', standard: 'gbt29490-2013', issuedOn: '2024-01-01', validUntil: '2027-01-01' },
      { certificateNo: '无疑', standard: 'gbt29490-2013', issuedOn: '2024-01-01', endedOn: '2026-01-01' },
      { certificateNo: '无疑', standard: 'gbt29490-2023', issuedOn: '2024-01-01' },
      { certificateNo: '无疑', standard: 'gbt29490-2013', issuedOn: '2022-01-01', validUntil: '2025-01-01' },
    ],
  },
  'statistic.far-from-last-year': {
    statistic: [
      { series: '常住人口', area: '可疑', on: '2026-01-01', value: 20 },
      { series: '常住人口', area: '可疑', on: '2025-01-01', value: 10 },
      { series: '无疑（官方）', area: '全市', on: '2026-01-01', value: 20 },
      { series: '无疑（官方）', area: '全市', on: '2025-01-01', value: 10 },
    ],
  },
  'agency-year.revenue-far-from-last-year': {
    'agency-year': [
      { agency: '可疑', year: '2026', revenue: 500_000 },
      { agency: '可疑', year: '2025', revenue: 100_000 },
      { agency: '无疑', year: '2026', revenue: 200_000 },
      { agency: '无疑', year: '2025', revenue: 100_000 },
    ],
  },
  'market-entity.same-name': {
    'market-entity': [
      { name: '可疑', entityType: 'enterprise' },
      { name: ' 可 疑 ', entityType: 'enterprise' },
      { name: '无疑', entityType: 'enterprise' },
    ],
  },
  'market-entity.is-town': {
    'market-entity': [
      { name: '云亭镇', entityType: 'organisation' },
      { name: '无疑', entityType: 'enterprise' },
    ],
  },
  'training-session.enrolled-total': {
    'training-session': [
      { title: '可疑', enrolled: 10 },
      { title: '无疑', enrolled: 2 },
    ],
    'training-attendance': [
      { session: '可疑', personNo: '1' },
      { session: '无疑', personNo: '1' },
      { session: '无疑', personNo: '2' },
    ],
  },
}

let kernel: TestKernel

beforeAll(async () => {
  kernel = await openTestKernel({}, { registers })
})
afterAll(() => kernel.close())

const run = (rule?: string) =>
  execute(kernel, runQuality(rules), requestAs('office'), rule === undefined ? {} : { rule }) as Promise<{
    rules: { rule: string; found: number }[]
  }>

describe('rules of data quality 数据质量规则', () => {
  it.each(qualityRules.map((rule) => [rule.id, rule] as const))('%s says why it matters and what to do', (_, rule) => {
    expect(rule.label).not.toBe('')
    expect(rule.labelEn).not.toBe('')
    expect(rule.remedy.length).toBeGreaterThan(8)
    expect(rule.remedyEn.length).toBeGreaterThan(8)
    expect(rule.source).not.toBe('')
  })

  it('all run over registers that hold nothing, and only miss what should be there', async () => {
    const { rules: runs } = await run()
    expect(runs).toHaveLength(qualityRules.length)
    const silent = qualityRules.filter(({ finds }) => finds.check === 'silent').map(({ id }) => id)
    expect(
      runs
        .filter(({ found }) => found > 0)
        .map(({ rule }) => rule)
        .sort(),
    ).toEqual(silent.sort())
  })

  it.each(Object.entries(planted))('%s finds what was planted and nothing else', async (rule, given) => {
    const touched = registers.all.filter(({ id }) => given[id] !== undefined)
    await putRecords(kernel, { ...registers, all: touched }, caseRecords(given, registers))
    await run(rule)
    const { findings } = (await execute(kernel, listQualityFindings(rules), requestAs('office'), { rule })) as {
      findings: { subject: { kind: string; id: string; label: string }; message: { zh: string } }[]
    }
    expect(findings.length).toBeGreaterThan(0)
    for (const { subject } of findings) {
      const rows = given[subject.kind] ?? []
      const row = rows[Number(subject.id.split('-').at(-1)) - 1]
      expect(JSON.stringify(Object.values(row ?? {}))).toMatch(/可\s*疑|云亭镇/)
      expect(JSON.stringify(Object.values(row ?? {}))).not.toMatch(/无疑|可疑前/)
    }
    await kernel.test.tamper(`delete from quality_finding`)
    for (const { table } of touched) await kernel.test.tamper(`delete from ${table}`)
  })
})
