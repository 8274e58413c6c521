import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { choice, date, decimal, integer, link, money, oneOf } from '@qiangxian/kernel/registers/fields'
import { files, remarks } from '@qiangxian/kernel/registers/usual-fields'

/** 地理标志年销售额, as its users report them. */
export const giSales = defineRegister({
  id: 'gi-sales',
  area: 'creation',
  systems: ['S17'],
  label: '地理标志年度销售额',
  labelEn: 'Yearly sales under geographical indications',
  recordLabel: '年度销售',
  countUnit: '条',
  about: '使用人每年报告的地理标志产品产量、销售额和用标数量；同一产品有几种地理标志的只报一次。',
  source: '地理标志专用标志使用管理办法（使用情况报告）；工作方案工作目标、任务 6',
  fields: {
    gi: link('地理标志', 'Geographical indication', 'geographical-indication', {
      required: true,
      aliases: ['地理标志名称', '产品名称'],
    }),
    user: link('使用人', 'User', 'market-entity', {
      required: true,
      aliases: ['用标企业', '企业名称', '使用人名称'],
    }),
    year: date('年度', 'Year', { required: true, precision: 'year', aliases: ['年份', '统计年度', '报告年度'] }),
    output: decimal('产量', 'Output', { least: 0, aliases: ['年产量'], help: '按产品的习用单位，单位写在备注' }),
    sales: money('销售额', 'Sales', {
      writtenIn: '万元',
      required: true,
      least: 0,
      aliases: ['年销售额', '销售收入', '销售额（万元）', '年销售收入'],
      help: '只计使用专用标志或地理标志商标的产品',
    }),
    priceBasis: choice(
      '价格口径',
      'Price basis',
      [oneOf('ex-factory', '出厂', 'Ex factory', '出厂价'), oneOf('retail', '零售', 'Retail', '零售价')],
      { aliases: ['口径'] },
    ),
    marksUsed: integer('用标数量', 'Marks used', { unit: '枚', least: 0, aliases: ['专用标志使用数量', '贴标数量'] }),
    reportedOn: date('报告日期', 'Reported on', { aliases: ['填报日期', '上报日期'] }),
    evidence: files('报告', 'Report'),
    remarks: remarks(),
  },
  key: ['gi', 'user', 'year'],
  title: 'user',
  columns: ['gi', 'user', 'year', 'sales', 'marksUsed'],
  unitFrom: 'user',
  access: { public: 'none', units: 'own', editedBy: 'units' },
  retentionYears: 10,
})
