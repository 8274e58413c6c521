import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { choice, date, flag, link, links, text } from '@qiangxian/kernel/registers/fields'
import { files, remarks } from '@qiangxian/kernel/registers/usual-fields'
import { patentTypes } from './patent-types.ts'

const open = { sensitivity: 'open' } as const

/** 海外专利: granted by offices abroad, each document once. */
export const overseasPatent = defineRegister({
  id: 'overseas-patent',
  alsoCalled: ['foreign-patents'],
  area: 'creation',
  systems: ['S12', 'S13'],
  label: '海外专利名录',
  labelEn: 'Patents abroad',
  recordLabel: '海外专利',
  countUnit: '件',
  about: '境外专利局授予本市权利人的专利，一份授权文献一条；欧洲专利在各国的生效另行标明，按参数不重复计数。',
  source: '世界知识产权组织标准 ST.3（国家和机构代码）；工作方案工作目标、任务 5',
  fields: {
    office: text('授权机构', 'Office', {
      ...open,
      required: true,
      format: 'office-code',
      aliases: ['国家/地区', '国别', '授权国家', '受理局', '国家（地区）', '授权国家（地区）'],
      help: '两个字母的代码：US、EP、JP；港澳台是否计入由参数决定',
    }),
    publicationNo: text('授权公告号', 'Publication number', {
      ...open,
      required: true,
      format: 'foreign-publication-no',
      aliases: ['公开号', '专利号', '授权号', '公开（公告）号', '海外专利号', '公告号'],
      help: '带机构代码，如 US11123456B2',
    }),
    applicationNo: text('申请号', 'Application number', { ...open, longest: 50, aliases: ['海外申请号'] }),
    patentType: choice('专利类型', 'Type', patentTypes, {
      ...open,
      required: true,
      aliases: ['类型', '专利种类'],
    }),
    title: text('名称', 'Title', { ...open, required: true, longest: 500, aliases: ['专利名称', '标题', '发明名称'] }),
    owners: links('专利权人', 'Owners', 'market-entity', {
      ...open,
      required: true,
      aliases: ['权利人', '申请人', '当前权利人'],
    }),
    filedOn: date('申请日', 'Filed on', { ...open, aliases: ['申请日期', '海外申请日'] }),
    grantedOn: date('授权日', 'Granted on', {
      ...open,
      required: true,
      notBefore: ['filedOn'],
      aliases: ['授权公告日', '授权日期', '公告日', '授权时间'],
    }),
    expiresOn: date('期限届满日', 'Expires on', {
      ...open,
      mayLieAhead: true,
      notBefore: ['grantedOn'],
      aliases: ['到期日', '届满日'],
    }),
    endedOn: date('终止日期', 'Ended on', { ...open, notBefore: ['grantedOn'], aliases: ['失效日期', '失效日'] }),
    domesticPatent: link('国内同族专利', 'Domestic family member', 'patent', {
      ...open,
      aliases: ['国内申请号', '同族专利', '对应中国专利', '中国同族', '国内专利号'],
      help: '对应的中国专利申请号；高价值发明专利的第二种情形由它判定',
    }),
    familyNo: text('同族号', 'Family', { ...open, longest: 50, aliases: ['专利族', '同族编号'] }),
    isValidation: flag('欧洲专利的国家生效', 'National validation of a European patent', {
      ...open,
      aliases: ['EP生效', '是否国家生效'],
      help: '是：它是一件欧洲专利在该国的生效，欧洲专利本身另有一条',
    }),
    evidence: files('授权文件', 'Grant document'),
    remarks: remarks(),
  },
  key: ['office', 'publicationNo'],
  title: 'title',
  columns: ['office', 'publicationNo', 'title', 'owners', 'grantedOn', 'domesticPatent'],
  validity: { from: 'grantedOn', until: ['expiresOn', 'endedOn'] },
  conditions: {
    'foreign-office': {
      label: '国外机构授权',
      labelEn: 'Granted abroad',
      meaning: '授权机构不是中国内地，也不是香港、澳门、台湾的。',
      source: '世界知识产权组织标准 ST.3；是否计入港澳台由县（市）参数决定',
      holds: { not: { field: 'office', is: ['CN', 'HK', 'MO', 'TW'] } },
    },
  },
  unitFrom: 'owners',
  access: {
    public: ['office', 'publicationNo', 'patentType', 'title', 'owners', 'grantedOn'],
    units: 'all',
    editedBy: 'units',
  },
  retentionYears: null,
})
