import type { Condition, Formula } from '@qiangxian/engines/formula/formula.types'
import { defineIndicator } from '@qiangxian/kernel/indicators/define-indicator'

/** 未转换的 2013 版证书 are no longer certificates from this day on. */
const OLD_EDITION_ENDS = '2026-01-01'

/** Of the standards that the target names, in force; certificates of the old edition until they ended for all. */
const counted: Condition = {
  all: [
    { field: 'standard', is: ['gbt29490-2023', 'gbt29490-2013', 'iso56005'] },
    {
      from: 'issuedOn',
      until: [
        { field: 'validUntil', days: 1 },
        'endedOn',
        { day: OLD_EDITION_ENDS, of: { field: 'standard', is: ['gbt29490-2013'] } },
      ],
    },
  ],
}

const certificates = {
  measure: 'count',
  register: 'standard-certificate',
  where: counted,
  window: { kind: 'sinceStart', on: 'issuedOn' },
  unit: '家',
} as const

const held = [
  { certificateNo: '1', enterprise: '甲', standard: 'gbt29490-2023', issuedOn: '2024-05-01' },
  { certificateNo: '2', enterprise: '甲', standard: 'iso56005', issuedOn: '2025-05-01' },
  { certificateNo: '3', enterprise: '乙', standard: 'gbt29490-2013', issuedOn: '2024-05-01' },
  { certificateNo: '4', enterprise: '丙', standard: 'gbt29490-2013', issuedOn: '2023-05-01' },
  { certificateNo: '5', enterprise: '丙', standard: 'gbt29490-2023', issuedOn: '2025-08-01' },
  { certificateNo: '6', enterprise: '丁', standard: 'gbt33250', issuedOn: '2025-08-01' },
  { certificateNo: '7', enterprise: '戊', standard: 'gbt29490-2023', issuedOn: '2024-08-01', validUntil: '2025-12-31' },
]

/** U6 */
export const newCertifiedEnterprises = defineIndicator({
  id: 'standard-certificate.enterprises-new',
  label: '贯标企业（新增）',
  labelEn: 'Newly certified enterprises',
  unit: '家',
  decimals: 0,
  better: 'higher',
  meaning: '建设期内首次取得 GB/T 29490 认证或 ISO 56005 分级评价、证书仍有效的企业家数，一家企业只计一次。',
  formula: {
    parameter: 'indicator.U6.count-enterprise-once',
    otherwise: 'true',
    cases: { true: { ...certificates, once: ['enterprise'] }, false: certificates },
  },
  byUnit: true,
  caveats: [
    '一家企业有两个标准的证书只计一家；建设期以前就有证书的不是新增，换了新版也不是。',
    'GB/T 29490-2013 的证书须在 2025-12-31 前转换为 2023 版，未转换的自 2026-01-01 起不再计入。',
    'GB/T 33250、GB/T 33251 是科研组织和高校的标准，不计入贯标企业。',
  ],
  dataFrom: '认证认可信息公示平台、ISO 56005 分级评价公告',
  source: '方案工作目标、任务 15；企业知识产权合规管理体系 要求（GB/T 29490-2023）转换安排',
  cases: [
    {
      name: '2025 年末：两个标准的计一家，2013 版尚可计，从前已贯标的不计',
      on: '2025-12-31',
      given: { 'standard-certificate': held },
      expect: 3,
    },
    {
      name: '2026-01-01 起未转换的 2013 版退出，到期的退出',
      on: '2026-01-01',
      given: { 'standard-certificate': held },
      expect: 1,
    },
    {
      name: '参数：按证书计',
      on: '2025-12-31',
      given: { 'standard-certificate': held },
      parameters: { 'indicator.U6.count-enterprise-once': false },
      expect: 5,
    },
    { name: '名录还没有数据时是缺数', on: '2026-06-30', given: {}, expect: 'missing' },
  ],
})

export const certifiedEnterprises = defineIndicator({
  id: 'standard-certificate.enterprises-in-force',
  label: '贯标企业（存量）',
  labelEn: 'Certified enterprises in force',
  unit: '家',
  decimals: 0,
  better: 'higher',
  meaning: '统计日证书有效的贯标企业家数，一家只计一次。',
  formula: {
    measure: 'count',
    register: 'standard-certificate',
    where: counted,
    window: { kind: 'stock' },
    once: ['enterprise'],
    unit: '家',
  },
  byUnit: true,
  caveats: ['没有方案目标；与新增（U6）对照，看有多少企业没有续证。'],
  dataFrom: '认证认可信息公示平台',
  source: '企业知识产权合规管理体系 要求（GB/T 29490-2023）',
  cases: [{ name: '未转换的和到期的退出', on: '2026-01-01', given: { 'standard-certificate': held }, expect: 2 }],
})

const titles = {
  'advantage-enterprise': [
    { enterprise: '甲', title: 'advantage', level: 'national', recognisedOn: '2022-10-01', validUntil: '2027-10-01' },
    { enterprise: '甲', title: 'demonstration', level: 'national', recognisedOn: '2025-10-01' },
    { enterprise: '乙', title: 'advantage', level: 'municipal', recognisedOn: '2024-10-01' },
    { enterprise: '丙', title: 'advantage', level: 'provincial', recognisedOn: '2019-10-01', validUntil: '2022-10-01' },
    { enterprise: '丁', title: 'advantage', level: 'provincial', recognisedOn: '2025-11-01' },
    { enterprise: '丁', title: 'demonstration', level: 'provincial', recognisedOn: '2026-03-01' },
  ],
}

function onceOrEach(counted: Extract<Formula, { readonly measure: 'count' }>): Formula {
  return {
    parameter: 'indicator.U7.count-enterprise-once',
    otherwise: 'true',
    cases: { true: { ...counted, once: ['enterprise'] }, false: counted },
  }
}

/** U7 */
export const advantageEnterprises = defineIndicator({
  id: 'advantage-enterprise.in-force',
  label: '各级优势示范企业',
  labelEn: 'Advantage and demonstration enterprises',
  unit: '家',
  decimals: 0,
  better: 'higher',
  meaning: '统计日称号有效的国家、省、市各级知识产权优势企业和示范企业家数，一家企业只计一次。',
  formula: onceOrEach({
    measure: 'count',
    register: 'advantage-enterprise',
    where: { named: 'in-force' },
    window: { kind: 'stock' },
    unit: '家',
  }),
  byUnit: true,
  caveats: ['“各级”按国家、省、市都计；一家有两级称号的默认只计一家，参数可改。', '称号有期限，期满未复核的退出。'],
  dataFrom: '国家、省、市认定通知',
  source: '方案工作目标、任务 15',
  cases: [
    { name: '两个称号计一家，期满的不计', on: '2026-06-30', given: titles, expect: 3 },
    {
      name: '参数：按称号计',
      on: '2026-06-30',
      given: titles,
      parameters: { 'indicator.U7.count-enterprise-once': false },
      expect: 5,
    },
    { name: '名录还没有数据时是缺数', on: '2026-06-30', given: {}, expect: 'missing' },
  ],
})

/** U7b */
export const newAdvantageEnterprises = defineIndicator({
  id: 'advantage-enterprise.new',
  label: '各级优势示范企业（新增）',
  labelEn: 'New advantage and demonstration enterprises',
  unit: '家',
  decimals: 0,
  better: 'higher',
  meaning: '建设期内首次取得各级优势、示范称号的企业家数。',
  formula: onceOrEach({
    measure: 'count',
    register: 'advantage-enterprise',
    window: { kind: 'sinceStart', on: 'recognisedOn' },
    unit: '家',
  }),
  byUnit: true,
  caveats: ['只在任务 15 出现；从前已有称号、建设期内升级的不是新增企业，按称号计时才计入。'],
  dataFrom: '国家、省、市认定通知',
  source: '方案任务 15',
  cases: [
    { name: '升级的不是新增', on: '2026-06-30', given: titles, expect: 2 },
    {
      name: '参数：按称号计',
      on: '2026-06-30',
      given: titles,
      parameters: { 'indicator.U7.count-enterprise-once': false },
      expect: 4,
    },
    { name: '名录还没有数据时是缺数', on: '2026-06-30', given: {}, expect: 'missing' },
  ],
})
