import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { choice, date, link, oneOf, text } from '@qiangxian/kernel/registers/fields'
import { files, level, remarks } from '@qiangxian/kernel/registers/usual-fields'

const open = { sensitivity: 'open' } as const

/** 优势企业、示范企业 */
export const advantageEnterprise = defineRegister({
  id: 'advantage-enterprise',
  alsoCalled: ['honours'],
  area: 'utilization',
  systems: ['S44'],
  label: '优势示范企业名录',
  labelEn: 'Advantage and demonstration enterprises',
  recordLabel: '优势示范企业',
  countUnit: '家',
  about: '各级认定的知识产权优势企业和示范企业及其有效期；一家企业两个称号的，按参数计一次。',
  source: '国知发运字〔2025〕28号（知识产权强国建设示范创建）；工作方案工作目标、任务 15',
  fields: {
    enterprise: link('企业', 'Enterprise', 'market-entity', {
      ...open,
      required: true,
      aliases: ['企业名称', '单位名称'],
    }),
    title: choice(
      '称号',
      'Title',
      [
        oneOf('advantage', '优势企业', 'Advantage enterprise', '知识产权优势企业', '国家知识产权优势企业'),
        oneOf('demonstration', '示范企业', 'Demonstration enterprise', '知识产权示范企业', '国家知识产权示范企业'),
      ],
      { ...open, required: true, aliases: ['称号名称', '荣誉称号', '类型'] },
    ),
    level: level(),
    recognisedOn: date('认定日期', 'Recognised on', {
      ...open,
      required: true,
      aliases: ['批准日期', '公布日期', '认定时间', '发文日期'],
    }),
    validUntil: date('有效期至', 'Valid until', {
      ...open,
      isLastDay: true,
      mayLieAhead: true,
      notBefore: ['recognisedOn'],
      aliases: ['到期日', '有效期截止'],
      help: '国家级优势企业三年有效，复核通过的改此日期',
    }),
    reviewedOn: date('复核通过日期', 'Passed review on', {
      ...open,
      notBefore: ['recognisedOn'],
      aliases: ['复核日期'],
    }),
    endedOn: date('撤销日期', 'Ended on', { ...open, notBefore: ['recognisedOn'], aliases: ['取消日期'] }),
    documentNo: text('文号', 'Document number', {
      ...open,
      format: 'document-number',
      aliases: ['认定文号', '发文字号'],
    }),
    evidence: files('认定文件', 'Document'),
    remarks: remarks(),
  },
  key: ['enterprise', 'title', 'level', 'recognisedOn'],
  title: 'enterprise',
  columns: ['enterprise', 'title', 'level', 'recognisedOn', 'validUntil', 'documentNo'],
  validity: { from: 'recognisedOn', until: ['validUntil', 'endedOn'] },
  unitFrom: 'enterprise',
  access: {
    public: ['enterprise', 'title', 'level', 'recognisedOn', 'validUntil', 'documentNo'],
    units: 'all',
    editedBy: 'office',
  },
  retentionYears: null,
})
