import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { choice, date, links, oneOf, text } from '@qiangxian/kernel/registers/fields'
import { files, remarks } from '@qiangxian/kernel/registers/usual-fields'

const open = { sensitivity: 'open' } as const

/** 集成电路布图设计 */
export const layoutDesign = defineRegister({
  id: 'layout-design',
  alsoCalled: ['layouts'],
  area: 'creation',
  systems: ['S13', 'S20'],
  label: '集成电路布图设计名录',
  labelEn: 'Layout designs of integrated circuits',
  recordLabel: '布图设计',
  countUnit: '件',
  about: '权利人在本市的布图设计登记；届满日由登记申请日或首次商业利用日中较早的起十年，且不超过创作完成后十五年。',
  source:
    '集成电路布图设计保护条例（2026-10-15 起施行的修订文本）第十二条（登记）、第十七条（保护期）；2001 年文本第八条、第十二条',
  fields: {
    registrationNo: text('登记号', 'Registration number', {
      ...open,
      required: true,
      format: 'layout-design-no',
      aliases: ['布图设计登记号', 'BS号', '登记证号'],
    }),
    name: text('布图设计名称', 'Name', { ...open, required: true, longest: 200, aliases: ['名称'] }),
    category: choice(
      '类别',
      'Category',
      [
        oneOf('logic', '逻辑', 'Logic'),
        oneOf('memory', '存储', 'Memory'),
        oneOf('microprocessor', '微处理器', 'Microprocessor'),
        oneOf('mixed', '模数混合', 'Mixed signal'),
        oneOf('other', '其他', 'Other'),
      ],
      { ...open, aliases: ['布图设计类别', '功能类别'] },
    ),
    owners: links('权利人', 'Owners', 'market-entity', {
      ...open,
      required: true,
      aliases: ['布图设计权利人', '申请人', '专有权人'],
    }),
    creators: text('创作人', 'Creators', { ...open, longest: 300, aliases: ['布图设计创作人'] }),
    completedOn: date('创作完成日', 'Completed on', {
      ...open,
      aliases: ['完成日期', '创作完成日期'],
      group: '保护期',
    }),
    firstUsedOn: date('首次商业利用日', 'First used on', {
      ...open,
      notBefore: ['completedOn'],
      aliases: ['首次商业利用日期', '首次投入商业利用'],
      help: '首次商业利用后两年内未申请登记的，不予登记',
      group: '保护期',
    }),
    appliedOn: date('登记申请日', 'Applied on', {
      ...open,
      required: true,
      notBefore: ['completedOn'],
      aliases: ['申请日', '申请日期'],
      group: '保护期',
    }),
    registeredOn: date('登记公告日', 'Registered on', {
      ...open,
      required: true,
      notBefore: ['appliedOn'],
      aliases: ['登记日期', '颁证日', '公告日期'],
      group: '保护期',
    }),
    expiresOn: date('保护期届满日', 'Expires on', {
      ...open,
      mayLieAhead: true,
      notBefore: ['appliedOn'],
      aliases: ['届满日', '到期日', '保护期至'],
      group: '保护期',
    }),
    endedOn: date('终止日期', 'Ended on', {
      ...open,
      notBefore: ['registeredOn'],
      aliases: ['撤销日期', '放弃日期'],
      group: '保护期',
    }),
    evidence: files('登记证书', 'Certificate'),
    remarks: remarks(),
  },
  key: ['registrationNo'],
  title: 'name',
  columns: ['registrationNo', 'name', 'owners', 'appliedOn', 'registeredOn', 'expiresOn'],
  validity: { from: 'registeredOn', until: ['expiresOn', 'endedOn'] },
  unitFrom: 'owners',
  access: {
    public: ['registrationNo', 'name', 'category', 'owners', 'appliedOn', 'registeredOn', 'expiresOn'],
    units: 'all',
    editedBy: 'office',
  },
  retentionYears: null,
})
