import { defineIndicator } from '@qiangxian/kernel/indicators/define-indicator'

/** S4 */
export const nationalInstitutions = defineIndicator({
  id: 'service-institution.national-new',
  label: '国家级知识产权研究与服务机构（新增）',
  labelEn: 'New national institutions',
  unit: '家',
  decimals: 0,
  better: 'higher',
  meaning: '建设期内新增的国家级知识产权研究、服务机构家数，如 TISC、信息公共服务网点。',
  formula: {
    measure: 'count',
    register: 'service-institution',
    where: { field: 'level', is: 'national' },
    window: { kind: 'sinceStart', on: 'approvedOn' },
    unit: '家',
  },
  byUnit: true,
  caveats: ['方案没有列明哪些算，TISC（任务 3）和信息服务网点（任务 19）按批复级别计。'],
  dataFrom: '批复、协议',
  source: '方案工作目标、任务 3、任务 20',
  cases: [
    {
      name: '省级的不计',
      on: '2026-06-30',
      given: {
        'service-institution': [
          { name: '甲', level: 'national', approvedOn: '2025-01-01' },
          { name: '乙', level: 'provincial', approvedOn: '2025-01-01' },
        ],
      },
      expect: 1,
    },
    { name: '名录还没有数据时是缺数', on: '2026-06-30', given: {}, expect: 'missing' },
  ],
})

const agencies = {
  'service-agency': [
    { name: '甲', openedOn: '2020-01-01', hasOffice: true },
    { name: '乙', openedOn: '2024-01-01', hasOffice: true },
    { name: '丙', openedOn: '2024-01-01', hasOffice: false },
    { name: '丁', openedOn: '2020-01-01', closedOn: '2025-01-01', hasOffice: true },
  ],
}

/** S5 */
export const activeAgencies = defineIndicator({
  id: 'service-agency.active',
  label: '知识产权服务机构',
  labelEn: 'Service agencies',
  unit: '家',
  decimals: 0,
  better: 'higher',
  meaning: '在本市有固定办公场所的知识产权服务机构家数，默认只计统计日仍在经营的。',
  formula: {
    parameter: 'indicator.S5.window',
    otherwise: 'stock',
    cases: {
      stock: {
        measure: 'count',
        register: 'service-agency',
        where: { all: [{ field: 'hasOffice', is: true }, { named: 'in-force' }] },
        window: { kind: 'stock' },
        unit: '家',
      },
      cumulativeEver: {
        measure: 'count',
        register: 'service-agency',
        where: { field: 'hasOffice', is: true },
        window: { kind: 'ever', on: 'openedOn' },
        unit: '家',
      },
    },
  },
  byUnit: true,
  caveats: [
    '目标是“超 10 家”：11 家才算完成。',
    '没有实际办公场所的不计；未填写的也不计。',
    '方案写“累计”，默认按存量计，参数可改。',
  ],
  dataFrom: '市知识产权局名录，现场核实',
  source: '方案工作目标、任务 20',
  cases: [
    { name: '没有场所的和已停业的不计', on: '2026-06-30', given: agencies, expect: 2 },
    {
      name: '参数：历年累计',
      on: '2026-06-30',
      given: agencies,
      parameters: { 'indicator.S5.window': 'cumulativeEver' },
      expect: 3,
    },
    { name: '名录还没有数据时是缺数', on: '2026-06-30', given: {}, expect: 'missing' },
  ],
})

const years = {
  'agency-year': [
    { agency: '甲', year: '2024', staff: 100, revenue: 1_000_000_000 },
    { agency: '甲', year: '2025', staff: 120, revenue: 2_000_000_000 },
    { agency: '乙', year: '2025', staff: 30, revenue: 500_000_000 },
    { agency: '丙', year: '2025', revenue: 100_000_000 },
  ],
}

/** S6 */
export const agencyStaff = defineIndicator({
  id: 'agency-year.staff',
  label: '服务从业人数',
  labelEn: 'Staff of service agencies',
  unit: '人',
  decimals: 0,
  better: 'higher',
  meaning: '各服务机构最近一次年报的年末从业人数（参加社会保险的）之和。',
  formula: {
    measure: 'sum',
    register: 'agency-year',
    field: 'staff',
    window: { kind: 'latest', on: 'year', per: ['agency'] },
    unit: '人',
    whenNone: 'missing',
  },
  byUnit: true,
  caveats: [
    '目标是“超 300 人”：301 人才算完成。',
    '每家取最近一次年报；停业的机构不再报时，要在名录里作废它的年报，否则一直计入。',
  ],
  dataFrom: '服务机构年报，社保核对',
  source: '方案工作目标、任务 20、任务 21',
  cases: [
    { name: '每家取最近一年，未填人数的不计', on: '2026-06-30', given: years, expect: 150 },
    { name: '上一年的值', on: '2024-12-31', given: years, expect: 100 },
    { name: '还没有年报时是缺数', on: '2023-12-31', given: years, expect: 'missing' },
    { name: '名录还没有数据时是缺数', on: '2026-06-30', given: {}, expect: 'missing' },
  ],
})

/** S7 */
export const agencyRevenue = defineIndicator({
  id: 'agency-year.revenue',
  label: '服务机构主营业务收入',
  labelEn: 'Revenue of service agencies',
  unit: '万元',
  decimals: 2,
  better: 'higher',
  meaning: '当年各服务机构知识产权服务的主营业务收入之和。',
  formula: {
    measure: 'scale',
    of: {
      measure: 'sum',
      register: 'agency-year',
      field: 'revenue',
      window: { kind: 'year', on: 'year' },
      unit: '元',
      whenNone: 'missing',
    },
    by: 10_000,
    unit: '万元',
  },
  byUnit: true,
  caveats: [
    '目标是“超 5,000 万元”，看 2026 年一年，不累加。',
    '年报次年才有：当年还没有填报时是缺数，不是 0。',
    '只计知识产权服务的收入，律师事务所的其他业务不计。',
  ],
  dataFrom: '服务机构年报',
  source: '方案工作目标、任务 20',
  cases: [
    { name: '只看当年', on: '2025-12-31', given: years, expect: 2600 },
    { name: '当年还没有填报是缺数', on: '2026-06-30', given: years, expect: 'missing' },
    { name: '名录还没有数据时是缺数', on: '2026-06-30', given: {}, expect: 'missing' },
  ],
})
