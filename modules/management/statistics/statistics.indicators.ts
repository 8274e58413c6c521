import { defineIndicator } from '@qiangxian/kernel/indicators/define-indicator'

const published = { series: '常住人口', area: '全市', unit: '人' }

/** The denominator of everything that is counted per head. */
export const residents = defineIndicator({
  id: 'population.residents',
  label: '常住人口',
  labelEn: 'Resident population',
  unit: '人',
  decimals: 0,
  better: 'higher',
  meaning: '最近一次公布的常住人口；没有录入统计公报的，可用参数改用录入的人口数。',
  formula: {
    parameter: 'population.basis',
    otherwise: 'published',
    cases: {
      published: { measure: 'latest', series: '常住人口', unit: '人' },
      entered: { measure: 'number', value: { parameter: 'population.residents', otherwise: 0 }, unit: '人' },
    },
  },
  byUnit: true,
  caveats: [
    '是常住人口，不是户籍人口。',
    '自公布之日起使用：年初仍用上上年末的数。',
    '改用录入的人口数时，镇（园区）也除以全市人口，得到的是对全市的贡献。',
  ],
  dataFrom: '国民经济和社会发展统计公报',
  source: '国家统计局人口统计口径；方案工作目标（万人指标的分母）',
  cases: [
    {
      name: '取统计日以前公布的最近一次',
      on: '2026-02-01',
      given: {
        statistic: [
          { ...published, on: '2024-12-31', publishedOn: '2025-03-10', value: 1_280_000 },
          { ...published, on: '2025-12-31', publishedOn: '2026-03-10', value: 1_281_000 },
        ],
      },
      expect: 1_280_000,
    },
    {
      name: '参数：用录入的数',
      on: '2026-02-01',
      given: {},
      parameters: { 'population.basis': 'entered', 'population.residents': 1_285_785 },
      expect: 1_285_785,
    },
    { name: '没有公布时是缺数', on: '2026-02-01', given: {}, expect: 'missing' },
  ],
})

const shareOfGdp = (series: string, otherCase: string) =>
  ({
    parameter: 'indicator.value-added.acceptance-year',
    otherwise: 'latestPublished',
    cases: {
      latestPublished: { measure: 'latest', series, unit: '%', ofCounty: true },
      [otherCase]: { measure: 'latest', series, unit: '%', ofCounty: true, notBefore: `${otherCase}-01-01` },
    },
  }) as const

const patentIntensive = '专利密集型产业增加值占地区生产总值比重'
const copyrightBased = '版权产业增加值占地区生产总值比重'

/** U1 */
export const patentIntensiveShare = defineIndicator({
  id: 'value-added.patent-intensive-share',
  label: '专利密集型产业增加值占GDP比重',
  labelEn: 'Patent-intensive industries in GDP',
  unit: '%',
  decimals: 2,
  better: 'higher',
  meaning: '统计部门核算的专利密集型产业增加值，占同一年地区生产总值的百分比。',
  formula: shareOfGdp(patentIntensive, '2026'),
  byUnit: false,
  caveats: [
    '由统计局核算后录入，不由专利推算；整个行业都计，不论企业有没有专利。',
    '一年公布一次，约滞后十二个月：2026 年的数要到 2027 年末才有；验收用哪一年由参数决定。',
    '经济普查后会修订；县级没有官方发布，须注明由谁核算。',
    '占比由同一年的增加值和地区生产总值得出，不用不同年份的数相除。',
  ],
  dataFrom: '市统计局',
  source: '知识产权（专利）密集型产业统计分类（2019）（国家统计局令第25号）；国家统计局、国家知识产权局公告',
  cases: [
    {
      name: '取最近公布的一年',
      on: '2026-06-30',
      given: {
        statistic: [
          {
            series: patentIntensive,
            area: '全市',
            on: '2023-12-31',
            publishedOn: '2024-12-31',
            value: 17.2,
            unit: '%',
          },
          {
            series: patentIntensive,
            area: '全市',
            on: '2024-12-31',
            publishedOn: '2025-12-31',
            value: 17.9,
            unit: '%',
          },
        ],
      },
      expect: 17.9,
    },
    {
      name: '参数：验收只认 2026 年的数，未公布时是缺数',
      on: '2026-12-31',
      given: {
        statistic: [
          {
            series: patentIntensive,
            area: '全市',
            on: '2024-12-31',
            publishedOn: '2025-12-31',
            value: 17.9,
            unit: '%',
          },
        ],
      },
      parameters: { 'indicator.value-added.acceptance-year': '2026' },
      expect: 'missing',
    },
    { name: '没有公布时是缺数', on: '2026-06-30', given: {}, expect: 'missing' },
  ],
})

/** U2 */
export const copyrightShare = defineIndicator({
  id: 'value-added.copyright-share',
  label: '版权产业增加值占GDP比重',
  labelEn: 'Copyright-based industries in GDP',
  unit: '%',
  decimals: 2,
  better: 'higher',
  meaning: '按版权因子折算的版权产业增加值，占同一年地区生产总值的百分比。',
  formula: shareOfGdp(copyrightBased, '2026'),
  byUnit: false,
  caveats: [
    '由调研报告录入；紫砂、陶瓷属部分版权产业，所用因子决定结果，须附因子表及版本。',
    '核心版权产业因子为 1，其余来自调查；非专用支持产业按公式折算。',
    '全国 2018 年为 7.37%。',
  ],
  dataFrom: '版权部门的调研报告',
  source: '世界知识产权组织《版权产业的经济贡献调研指南》',
  cases: [
    {
      name: '取最近公布的一年',
      on: '2026-06-30',
      given: {
        statistic: [
          { series: copyrightBased, area: '全市', on: '2024-12-31', publishedOn: '2025-11-30', value: 8.1, unit: '%' },
        ],
      },
      expect: 8.1,
    },
    {
      name: '参数：2026 年的数公布以后',
      on: '2027-12-31',
      given: {
        statistic: [
          { series: copyrightBased, area: '全市', on: '2026-12-31', publishedOn: '2027-12-01', value: 8.7, unit: '%' },
        ],
      },
      parameters: { 'indicator.value-added.acceptance-year': '2026' },
      expect: 8.7,
    },
    { name: '没有公布时是缺数', on: '2026-06-30', given: {}, expect: 'missing' },
  ],
})
