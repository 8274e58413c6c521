import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { choice, date, oneOf, text, unit } from '@qiangxian/kernel/registers/fields'
import { files, level, remarks } from '@qiangxian/kernel/registers/usual-fields'

const open = { sensitivity: 'open' } as const

/** 园区称号: pilot and demonstration parks, by whom and until when. */
export const parkTitle = defineRegister({
  id: 'park-title',
  area: 'management',
  systems: ['S11'],
  label: '园区称号',
  labelEn: 'Titles of parks',
  recordLabel: '园区称号',
  countUnit: '个',
  about: '各级知识产权试点、示范园区：称号、级别、获批日期和有效期；目标 M1、M2 由此计数。',
  source: '知识产权强国建设示范创建（国知发运字〔2025〕28号）；工作方案工作目标、任务 2',
  fields: {
    park: unit('园区', 'Park', { ...open, required: true, aliases: ['园区名称', '申报园区', '获批园区'] }),
    title: text('称号', 'Title', { ...open, required: true, longest: 150, aliases: ['称号名称', '荣誉名称'] }),
    category: choice(
      '类型',
      'Category',
      [
        oneOf('pilot', '试点园区', 'Pilot', '试点'),
        oneOf('demonstration', '示范园区', 'Demonstration', '示范'),
        oneOf('other', '其他', 'Other'),
      ],
      { ...open, required: true, aliases: ['称号类型', '类别'], help: '试点低于示范；2025 年起两者合并申报' },
    ),
    level: level(),
    awardedOn: date('获批日期', 'Awarded on', {
      ...open,
      required: true,
      aliases: ['批准日期', '认定日期', '发文日期', '获批时间'],
    }),
    validUntil: date('有效期至', 'Valid until', {
      ...open,
      isLastDay: true,
      mayLieAhead: true,
      notBefore: ['awardedOn'],
      aliases: ['到期日', '有效期截止'],
    }),
    endedOn: date('终止日期', 'Ended on', { ...open, notBefore: ['awardedOn'], aliases: ['撤销日期'] }),
    documentNo: text('文号', 'Document number', {
      ...open,
      format: 'document-number',
      aliases: ['批准文号', '发文字号', '文件编号'],
    }),
    issuedBy: text('批准机关', 'Issued by', { ...open, longest: 100, aliases: ['发文机关', '认定机关'] }),
    evidence: files('批准文件', 'Approval document'),
    remarks: remarks(),
  },
  key: ['park', 'title', 'awardedOn'],
  title: 'title',
  columns: ['title', 'park', 'category', 'level', 'awardedOn', 'validUntil', 'documentNo'],
  validity: { from: 'awardedOn', until: ['validUntil', 'endedOn'] },
  unitFrom: 'park',
  access: {
    public: ['park', 'title', 'category', 'level', 'awardedOn', 'validUntil', 'documentNo'],
    units: 'all',
    editedBy: 'office',
  },
  retentionYears: null,
})
