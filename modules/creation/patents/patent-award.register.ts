import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { choice, date, integer, link, links, oneOf, text } from '@qiangxian/kernel/registers/fields'
import { files, level, remarks } from '@qiangxian/kernel/registers/usual-fields'

const open = { sensitivity: 'open' } as const

/** 专利奖: one for each patent and award. */
export const patentAward = defineRegister({
  id: 'patent-award',
  alsoCalled: ['awards'],
  area: 'creation',
  systems: ['S13', 'S44'],
  label: '专利奖名录',
  labelEn: 'Patent awards',
  recordLabel: '专利奖',
  countUnit: '件',
  about: '中国专利奖、国家科学技术奖、江苏专利奖、市级专利奖：一件专利一次获奖一条；目标 C9、C9b 由此计数。',
  source: '中国专利奖评奖办法；国家科学技术奖励条例；工作方案工作目标、任务 15',
  fields: {
    patent: link('获奖专利', 'Patent', 'patent', {
      ...open,
      required: true,
      aliases: ['专利', '专利号', '申请号', '获奖专利号'],
    }),
    title: text('获奖项目', 'Awarded for', {
      ...open,
      required: true,
      longest: 300,
      aliases: ['项目名称', '专利名称', '名称'],
    }),
    awardKind: choice(
      '奖项',
      'Award',
      [
        oneOf('china-patent-award', '中国专利奖', 'China Patent Award'),
        oneOf(
          'national-science',
          '国家科学技术奖',
          'National science award',
          '国家技术发明奖',
          '国家科学技术进步奖',
          '国家自然科学奖',
        ),
        oneOf('provincial', '江苏专利奖', 'Provincial patent award', '省专利奖', '省级专利奖'),
        oneOf('municipal', '市级专利奖', 'Municipal patent award', '无锡市专利奖', '市专利奖'),
      ],
      { ...open, required: true, aliases: ['奖项名称', '奖励名称', '奖种'] },
    ),
    level: level(),
    grade: choice(
      '等次',
      'Grade',
      [
        oneOf('gold', '金奖', 'Gold'),
        oneOf('silver', '银奖', 'Silver'),
        oneOf('excellence', '优秀奖', 'Excellence'),
        oneOf('first', '一等奖', 'First prize'),
        oneOf('second', '二等奖', 'Second prize'),
        oneOf('third', '三等奖', 'Third prize'),
        oneOf('inventor', '发明人奖', 'Inventor award'),
      ],
      { ...open, aliases: ['奖级', '获奖等级', '等级'] },
    ),
    edition: integer('届次', 'Edition', { ...open, unit: '届', least: 1, aliases: ['第几届'] }),
    owners: links('获奖单位', 'Owners', 'market-entity', {
      ...open,
      aliases: ['专利权人', '权利人', '完成单位'],
    }),
    awardedOn: date('获奖日期', 'Awarded on', {
      ...open,
      required: true,
      aliases: ['公布日期', '表彰日期', '获奖时间', '发文日期'],
    }),
    documentNo: text('文号', 'Document number', {
      ...open,
      format: 'document-number',
      aliases: ['表彰文号', '发文字号'],
    }),
    evidence: files('获奖文件', 'Award document'),
    remarks: remarks(),
  },
  key: ['patent', 'awardKind', 'awardedOn'],
  title: 'title',
  columns: ['title', 'patent', 'awardKind', 'level', 'grade', 'awardedOn'],
  unitFrom: 'owners',
  access: {
    public: ['patent', 'title', 'awardKind', 'level', 'grade', 'owners', 'awardedOn', 'documentNo'],
    units: 'all',
    editedBy: 'office',
  },
  retentionYears: null,
})
