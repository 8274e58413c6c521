import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { choice, choices, date, integer, money, oneOf, text } from '@qiangxian/kernel/registers/fields'
import { files, remarks } from '@qiangxian/kernel/registers/usual-fields'
import { conditionChoices } from './grant-conditions.ts'

const open = { sensitivity: 'open' } as const

/** 申报通知: calls for projects and rewards, with their conditions as data. */
export const grantCall = defineRegister({
  id: 'grant-call',
  alsoCalled: ['calls', 'grant-calls'],
  area: 'management',
  systems: ['S08'],
  label: '政策申报通知',
  labelEn: 'Calls for grants',
  recordLabel: '申报通知',
  countUnit: '项',
  about:
    '知识产权战略推进项目和各项奖补的申报通知：给什么、给谁、条件、起止日期和资金。条件是数据，系统据此告诉企业能不能申报。',
  source: '工作方案任务 1、第四部分（专项经费）；国知发保字〔2021〕1号（不得按申请量、授权量资助）',
  fields: {
    callNo: text('通知编号', 'Number', { ...open, required: true, longest: 60, aliases: ['编号', '申报编号'] }),
    title: text('通知名称', 'Title', { ...open, required: true, longest: 200, aliases: ['名称', '项目名称'] }),
    paysFor: choice(
      '给付对象',
      'Pays for',
      [
        oneOf('project', '战略推进项目', 'Strategic project', '项目'),
        oneOf('cultivation', '高价值专利培育', 'Cultivation'),
        oneOf('use', '转化运用、许可', 'Use and licensing', '转化'),
        oneOf('pledge', '质押融资贴息', 'Pledge finance', '贴息'),
        oneOf('honour', '获专利奖、获称号', 'Honours', '获奖'),
        oneOf('standard', '贯标', 'Standards', '贯标奖补'),
        oneOf('protection', '维权、保险', 'Protection', '维权费用'),
        oneOf('platform', '服务平台、导航', 'Platforms and navigation'),
      ],
      { ...open, required: true, aliases: ['类别', '政策类型'], help: '没有“按申请”“按授权”：国家不允许' },
    ),
    rule: text('奖补规则', 'Rule', {
      ...open,
      required: true,
      multiline: true,
      longest: 3_000,
      format: 'grant-rule',
      aliases: ['支持方式', '补助标准'],
      help: '给多少、怎么算、最高多少。按申请或者授权件数给钱的不能登记',
    }),
    conditions: choices('申报条件', 'Conditions', conditionChoices, { ...open, aliases: ['条件'], group: '条件' }),
    leastInventions: integer('有效发明专利不少于', 'Inventions at least', {
      ...open,
      unit: '件',
      least: 1,
      help: '条件里选了“有效发明专利达到规定件数”的填',
      group: '条件',
    }),
    opensOn: date('开始日期', 'Opens on', { ...open, required: true, mayLieAhead: true, aliases: ['申报开始'] }),
    closesOn: date('截止日期', 'Closes on', {
      ...open,
      required: true,
      isLastDay: true,
      mayLieAhead: true,
      notBefore: ['opensOn'],
      aliases: ['申报截止'],
    }),
    budget: money('资金总额', 'Budget', { ...open, writtenIn: '万元', least: 0, aliases: ['预算'], group: '资金' }),
    perProjectMost: money('单个最高', 'Most for one', {
      ...open,
      writtenIn: '万元',
      least: 0,
      aliases: ['单项最高', '最高补助'],
      group: '资金',
    }),
    documentNo: text('文号', 'Document number', { ...open, format: 'document-number' }),
    evidence: files('通知文件', 'Document'),
    remarks: remarks(),
  },
  key: ['callNo'],
  title: 'title',
  columns: ['callNo', 'title', 'paysFor', 'opensOn', 'closesOn', 'perProjectMost'],
  validity: { from: 'opensOn', until: ['closesOn'] },
  access: {
    public: [
      'callNo',
      'title',
      'paysFor',
      'rule',
      'conditions',
      'leastInventions',
      'opensOn',
      'closesOn',
      'budget',
      'perProjectMost',
      'documentNo',
    ],
    units: 'all',
    editedBy: 'units',
  },
  retentionYears: 30,
})
