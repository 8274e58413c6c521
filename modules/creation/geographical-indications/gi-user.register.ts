import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { choice, date, link, oneOf, text } from '@qiangxian/kernel/registers/fields'
import { files, remarks } from '@qiangxian/kernel/registers/usual-fields'

const open = { sensitivity: 'open' } as const

/** 专用标志使用人: who may use the mark, and when it was last used. */
export const giUser = defineRegister({
  id: 'gi-user',
  area: 'creation',
  systems: ['S17'],
  label: '地理标志专用标志使用人',
  labelEn: 'Users of geographical indications',
  recordLabel: '使用人',
  countUnit: '家',
  about: '经核准使用地理标志专用标志的生产者；连续两年未在产品上使用的，注销使用注册。',
  source: '地理标志产品保护办法第二十条（使用申请）、第三十一条（注销，连续两年未使用）；地理标志专用标志使用管理办法',
  fields: {
    gi: link('地理标志', 'Geographical indication', 'geographical-indication', {
      ...open,
      required: true,
      aliases: ['地理标志名称', '产品名称'],
    }),
    user: link('使用人', 'User', 'market-entity', {
      ...open,
      required: true,
      aliases: ['用标企业', '使用人名称', '企业名称', '生产者'],
    }),
    basis: choice(
      '使用依据',
      'Basis',
      [
        oneOf('announced', '公告核准', 'Announced'),
        oneOf('member', '集体商标成员', 'Member of the collective'),
        oneOf('licensed', '许可备案', 'Recorded licence'),
      ],
      { ...open, aliases: ['依据'] },
    ),
    documentNo: text('核准文号', 'Document number', {
      ...open,
      format: 'document-number',
      aliases: ['批准文号', '公告号'],
    }),
    approvedOn: date('核准日期', 'Approved on', {
      ...open,
      required: true,
      aliases: ['批准日期', '公告日期', '核准使用日期'],
    }),
    lastUsedOn: date('最近用标日期', 'Last used on', {
      notBefore: ['approvedOn'],
      aliases: ['最近使用日期', '最后用标日期'],
      help: '满十八个月未用提醒，满两年未用应予处理',
    }),
    endedOn: date('注销日期', 'Ended on', {
      ...open,
      notBefore: ['approvedOn'],
      aliases: ['终止日期', '停止使用日期'],
    }),
    evidence: files('核准文件', 'Approval'),
    remarks: remarks(),
  },
  key: ['gi', 'user'],
  title: 'user',
  columns: ['gi', 'user', 'approvedOn', 'lastUsedOn', 'endedOn'],
  validity: { from: 'approvedOn', until: ['endedOn'] },
  unitFrom: 'user',
  access: { public: ['gi', 'user', 'approvedOn', 'endedOn'], units: 'all', editedBy: 'units' },
  retentionYears: null,
})
