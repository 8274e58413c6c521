import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { date, decimal, text } from '@qiangxian/kernel/registers/fields'
import { files, remarks } from '@qiangxian/kernel/registers/usual-fields'

const open = { sensitivity: 'open' } as const

/** 统计数据: what offices of statistics publish and the platform does not count itself. */
export const statistic = defineRegister({
  id: 'statistic',
  area: 'management',
  systems: ['S02'],
  label: '统计数据',
  labelEn: 'Statistics',
  recordLabel: '统计数',
  countUnit: '条',
  about: '统计公报和部门公布的数：常住人口、地区生产总值、增加值、官方发布的指标值；作分母或与测算值对照。',
  source: '国民经济和社会发展统计公报；工作方案工作目标（常住人口、地区生产总值为分母）',
  fields: {
    series: text('统计项目', 'Series', {
      ...open,
      required: true,
      longest: 100,
      aliases: ['指标', '指标名称', '项目', '指标代码'],
      help: '同一项目各年写法须一致，如 residents（常住人口）、gdp（地区生产总值）',
    }),
    area: text('地区', 'Area', {
      ...open,
      required: true,
      longest: 100,
      aliases: ['区域', '范围', '统计范围'],
      help: '全市写“全市”；镇、园区写名称',
    }),
    on: date('所属日期', 'As of', {
      ...open,
      required: true,
      precision: 'year',
      aliases: ['时点', '统计时点', '年份', '所属期', '年度'],
      help: '年末数写 12 月 31 日；全年数写年份',
    }),
    value: decimal('数值', 'Value', { ...open, required: true, aliases: ['值', '统计值', '本期数'] }),
    unit: text('计量单位', 'Unit', { ...open, required: true, longest: 20, aliases: ['单位'] }),
    publishedOn: date('公布日期', 'Published on', {
      ...open,
      aliases: ['发布日期', '发布时间'],
      help: '自这一天起用这个数；修订数另立一条时写修订公布日',
    }),
    dataSource: text('数据来源', 'Source', {
      ...open,
      required: true,
      longest: 300,
      aliases: ['来源', '出处', '数据出处'],
      help: '公报或文件的名称和年份',
    }),
    evidence: files('来源文件', 'Source documents'),
    remarks: remarks(),
  },
  key: ['series', 'area', 'on'],
  title: 'series',
  columns: ['series', 'area', 'on', 'value', 'unit', 'publishedOn', 'dataSource'],
  statistics: { series: 'series', value: 'value', on: 'on', publishedOn: 'publishedOn' },
  access: {
    public: ['series', 'area', 'on', 'value', 'unit', 'publishedOn', 'dataSource'],
    units: 'all',
    editedBy: 'office',
  },
  retentionYears: null,
})
