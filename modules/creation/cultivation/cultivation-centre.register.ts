import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { date, link, money, text } from '@qiangxian/kernel/registers/fields'
import { files, level, remarks } from '@qiangxian/kernel/registers/usual-fields'

const open = { sensitivity: 'open' } as const

/** 高价值专利培育中心 */
export const cultivationCentre = defineRegister({
  id: 'cultivation-centre',
  alsoCalled: ['centres'],
  area: 'creation',
  systems: ['S15'],
  label: '高价值专利培育中心名录',
  labelEn: 'High-value patent cultivation centres',
  recordLabel: '培育中心',
  countUnit: '家',
  about: '各级批准建设的高价值专利培育中心及其建设期；目标 C10、C11 由此计数。',
  source: '工作方案工作目标、任务 5',
  fields: {
    name: text('中心名称', 'Name', {
      ...open,
      required: true,
      longest: 200,
      aliases: ['名称', '培育中心名称', '项目名称'],
    }),
    level: level(),
    lead: link('牵头企业', 'Lead enterprise', 'market-entity', {
      ...open,
      aliases: ['承担单位', '牵头单位', '企业名称'],
    }),
    partners: text('合作单位', 'Partners', { ...open, longest: 300, aliases: ['参与单位', '合作院所'] }),
    field: text('技术领域', 'Field', { ...open, longest: 200, aliases: ['领域', '产业领域'] }),
    funding: money('财政资助', 'Public funding', { writtenIn: '万元', least: 0, aliases: ['资助金额', '资助额度'] }),
    approvedOn: date('批准日期', 'Approved on', {
      ...open,
      required: true,
      aliases: ['立项日期', '认定日期', '批复日期'],
    }),
    acceptedOn: date('验收日期', 'Accepted on', { ...open, notBefore: ['approvedOn'], aliases: ['验收时间'] }),
    validUntil: date('建设期至', 'Term ends on', {
      ...open,
      mayLieAhead: true,
      notBefore: ['approvedOn'],
      aliases: ['项目期至', '有效期至'],
    }),
    endedOn: date('终止日期', 'Ended on', { ...open, notBefore: ['approvedOn'], aliases: ['撤销日期'] }),
    documentNo: text('文号', 'Document number', {
      ...open,
      format: 'document-number',
      aliases: ['批准文号', '立项文号'],
    }),
    evidence: files('批准文件', 'Approval'),
    remarks: remarks(),
  },
  key: ['name', 'level'],
  title: 'name',
  columns: ['name', 'level', 'lead', 'field', 'approvedOn', 'acceptedOn'],
  // The end of the building term is no end of the approval: a centre stays one until it is withdrawn.
  validity: { from: 'approvedOn', until: ['endedOn'] },
  unitFrom: 'lead',
  access: { public: ['name', 'level', 'lead', 'field', 'approvedOn', 'documentNo'], units: 'all', editedBy: 'office' },
  retentionYears: null,
})
