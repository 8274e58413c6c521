import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { codes, date, link, links, text } from '@qiangxian/kernel/registers/fields'
import { remarks } from '@qiangxian/kernel/registers/usual-fields'

const open = { sensitivity: 'open' } as const

/** PCT 国际申请: what the county's owners file abroad through the treaty. No target counts them. */
export const pctApplication = defineRegister({
  id: 'pct-application',
  area: 'creation',
  systems: ['S12', 'S13'],
  label: 'PCT 国际申请名录',
  labelEn: 'PCT applications',
  recordLabel: 'PCT 申请',
  countUnit: '件',
  about: '第一申请人在本市的 PCT 国际申请，用来看海外布局和进入国家阶段的期限；不作考核。',
  source: '专利合作条约第二十二条（进入国家阶段的期限）；国知发保字〔2021〕1号（不得以申请量考核）',
  fields: {
    applicationNo: text('国际申请号', 'International application number', {
      ...open,
      required: true,
      format: 'pct-application-no',
      aliases: ['PCT申请号', '申请号', 'PCT号'],
    }),
    publicationNo: text('国际公布号', 'International publication number', {
      ...open,
      format: 'pct-publication-no',
      aliases: ['WO号', '公布号'],
    }),
    title: text('名称', 'Title', { ...open, required: true, longest: 500, aliases: ['发明名称', '专利名称'] }),
    owners: links('申请人', 'Applicants', 'market-entity', {
      ...open,
      required: true,
      aliases: ['权利人', '第一申请人', '专利权人'],
    }),
    filedOn: date('国际申请日', 'Filed on', { ...open, required: true, aliases: ['申请日', '申请日期'] }),
    priorityOn: date('优先权日', 'Priority date', { ...open, aliases: ['最早优先权日'] }),
    nationalPhaseDueOn: date('进入国家阶段期限', 'National phase due on', {
      ...open,
      mayLieAhead: true,
      notBefore: ['filedOn'],
      aliases: ['国家阶段期限'],
      help: '自优先权日起 30 个月，个别国家更短',
    }),
    enteredOffices: codes('已进入的国家', 'Offices entered', 'office-code', {
      ...open,
      aliases: ['进入国家', '指定国'],
    }),
    domesticPatent: link('国内同族专利', 'Domestic family member', 'patent', {
      ...open,
      aliases: ['国内申请号', '对应中国专利', '优先权申请号'],
    }),
    remarks: remarks(),
  },
  key: ['applicationNo'],
  title: 'title',
  columns: ['applicationNo', 'title', 'owners', 'filedOn', 'nationalPhaseDueOn'],
  unitFrom: 'owners',
  access: { public: ['applicationNo', 'title', 'owners', 'filedOn'], units: 'all', editedBy: 'units' },
  retentionYears: null,
})
