import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { choice, date, link, oneOf, text } from '@qiangxian/kernel/registers/fields'
import { remarks } from '@qiangxian/kernel/registers/usual-fields'

const open = { sensitivity: 'open' } as const

/** 法律事件: what happened to a patent, in the words of the gazette. */
export const patentEvent = defineRegister({
  id: 'patent-event',
  area: 'creation',
  systems: ['S13'],
  label: '专利法律事件',
  labelEn: 'Legal events of patents',
  recordLabel: '法律事件',
  countUnit: '条',
  about: '专利的公布、授权、转移、许可备案、质押、无效、终止等公告事件，按日期排列就是一件专利的经历。',
  source: '中华人民共和国专利法实施细则（专利登记簿、专利公报）',
  fields: {
    patent: link('专利', 'Patent', 'patent', {
      ...open,
      required: true,
      aliases: ['申请号', '专利号', '专利申请号'],
    }),
    eventType: choice(
      '事件',
      'Event',
      [
        oneOf('published', '公布', 'Published', '公开'),
        oneOf('substantive-examination', '实质审查的生效', 'Examination begun', '进入实质审查'),
        oneOf('granted', '授权', 'Granted', '专利权授予'),
        oneOf('transferred', '专利权的转移', 'Transferred', '权利转移', '转让'),
        oneOf('licensed', '实施许可备案', 'Licence recorded', '许可备案'),
        oneOf('pledged', '质押登记', 'Pledged', '质押合同登记的生效'),
        oneOf('pledge-released', '质押注销', 'Pledge released', '质押合同登记的注销'),
        oneOf('fee-paid', '缴纳年费', 'Fee paid', '年费缴纳'),
        oneOf('invalidation-requested', '提出无效请求', 'Invalidation requested', '无效请求'),
        oneOf('invalidated', '宣告无效', 'Invalidated', '全部无效'),
        oneOf('partly-invalidated', '宣告部分无效', 'Partly invalidated', '部分无效'),
        oneOf('lapsed', '未缴年费终止', 'Lapsed', '专利权终止'),
        oneOf('restored', '权利恢复', 'Restored', '恢复'),
        oneOf('expired', '期限届满终止', 'Expired', '期限届满'),
        oneOf('changed', '著录事项变更', 'Details changed', '著录变更'),
      ],
      { ...open, required: true, aliases: ['事件类型', '法律状态', '法律状态类型'] },
    ),
    on: date('公告日', 'Announced on', {
      ...open,
      required: true,
      aliases: ['事件日期', '法律状态公告日', '日期', '公告日期'],
    }),
    effectiveOn: date('生效日', 'Effective on', { ...open, aliases: ['生效日期'] }),
    details: text('内容', 'Details', {
      ...open,
      multiline: true,
      longest: 2_000,
      aliases: ['法律状态信息', '事件内容'],
    }),
    remarks: remarks(),
  },
  key: ['patent', 'eventType', 'on'],
  title: 'patent',
  columns: ['on', 'eventType', 'patent', 'details'],
  unitFrom: 'patent',
  access: { public: ['patent', 'eventType', 'on', 'effectiveOn', 'details'], units: 'all', editedBy: 'office' },
  retentionYears: null,
})
