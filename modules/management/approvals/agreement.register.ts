import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { choice, date, oneOf, text } from '@qiangxian/kernel/registers/fields'
import { files, remarks } from '@qiangxian/kernel/registers/usual-fields'

const open = { sensitivity: 'open' } as const

/** 合作协议: with provinces, institutes, neighbours and banks. */
export const agreement = defineRegister({
  id: 'agreement',
  area: 'management',
  systems: ['S12', 'S54'],
  label: '合作协议',
  labelEn: 'Agreements',
  recordLabel: '协议',
  countUnit: '份',
  about: '与上级机关、院所、周边县市、金融机构签订的合作协议及其期限。',
  source: '工作方案任务 3、任务 14、任务 23',
  fields: {
    name: text('协议名称', 'Agreement', { ...open, required: true, longest: 200, aliases: ['名称', '合作项目'] }),
    category: choice(
      '类别',
      'Category',
      [
        oneOf('regional', '区域合作', 'Regional'),
        oneOf('international', '国际合作', 'International'),
        oneOf('research', '产学研合作', 'Research'),
        oneOf('finance', '金融合作', 'Finance'),
        oneOf('service', '服务合作', 'Service'),
        oneOf('other', '其他', 'Other'),
      ],
      { ...open, required: true, aliases: ['协议类别', '类型'] },
    ),
    partners: text('合作方', 'Partners', {
      ...open,
      required: true,
      longest: 500,
      aliases: ['签约方', '合作单位', '乙方'],
      help: '多个之间用“；”分开',
    }),
    signedOn: date('签订日期', 'Signed on', { ...open, required: true, aliases: ['签约日期', '签署日期'] }),
    validUntil: date('有效期至', 'Valid until', {
      ...open,
      isLastDay: true,
      mayLieAhead: true,
      notBefore: ['signedOn'],
      aliases: ['到期日', '协议期限至'],
    }),
    endedOn: date('解除日期', 'Ended on', { ...open, notBefore: ['signedOn'], aliases: ['终止日期'] }),
    substance: text('主要内容', 'Substance', { multiline: true, longest: 2_000, aliases: ['合作内容'] }),
    evidence: files('协议文本', 'Text'),
    remarks: remarks(),
  },
  key: ['name', 'signedOn'],
  title: 'name',
  columns: ['name', 'category', 'partners', 'signedOn', 'validUntil'],
  validity: { from: 'signedOn', until: ['validUntil', 'endedOn'] },
  access: { public: ['name', 'category', 'partners', 'signedOn'], units: 'all', editedBy: 'units' },
  retentionYears: 30,
})
