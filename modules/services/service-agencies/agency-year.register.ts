import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { date, integer, link, money, text } from '@qiangxian/kernel/registers/fields'
import { files, remarks } from '@qiangxian/kernel/registers/usual-fields'

/** 服务机构年报: staff and revenue, year by year. */
export const agencyYear = defineRegister({
  id: 'agency-year',
  area: 'services',
  systems: ['S50'],
  label: '服务机构年度数据',
  labelEn: 'Yearly figures of service agencies',
  recordLabel: '年度数据',
  countUnit: '条',
  about: '服务机构每年的从业人数和主营业务收入：人数为年末参加社会保险的人数，收入只计知识产权服务。',
  source: '工作方案工作目标、任务 20、任务 21；知识产权服务业统计调查',
  fields: {
    agency: link('服务机构', 'Agency', 'service-agency', {
      required: true,
      aliases: ['机构名称', '单位名称', '机构'],
    }),
    year: date('年度', 'Year', { required: true, precision: 'year', aliases: ['年份', '统计年度'] }),
    asOf: date('统计时点', 'As of', {
      aliases: ['截止日期', '数据截止日'],
      help: '当年未结束时写截至哪一天',
    }),
    staff: integer('年末从业人数', 'Staff', {
      unit: '人',
      least: 0,
      aliases: ['从业人数', '人数', '年末人数'],
      help: '年末参加社会保险的人数',
    }),
    attorneys: integer('其中专利代理师', 'Patent attorneys', { unit: '人', least: 0, aliases: ['专利代理师'] }),
    revenue: money('主营业务收入', 'Revenue', {
      writtenIn: '万元',
      least: 0,
      aliases: ['营业收入', '服务收入', '收入', '主营业务收入（万元）'],
      help: '当年知识产权服务收入，不含其他业务',
    }),
    surveyName: text('调查名称', 'Survey', { longest: 100, aliases: ['数据来源', '来源'] }),
    evidence: files('报表', 'Return'),
    remarks: remarks(),
  },
  key: ['agency', 'year'],
  title: 'agency',
  columns: ['agency', 'year', 'staff', 'revenue', 'asOf'],
  unitFrom: 'agency',
  access: { public: 'none', units: 'own', editedBy: 'units' },
  retentionYears: 10,
})
