import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { choice, date, link, oneOf, text } from '@qiangxian/kernel/registers/fields'
import { remarks } from '@qiangxian/kernel/registers/usual-fields'
import { standards } from './standards.ts'

const open = { sensitivity: 'open' } as const

/** 贯标备案: who is adopting which standard, and how far they are. */
export const standardAdoption = defineRegister({
  id: 'standard-adoption',
  alsoCalled: ['adoptions'],
  area: 'utilization',
  systems: ['S44'],
  label: '贯标备案名录',
  labelEn: 'Adoption of standards',
  recordLabel: '贯标备案',
  countUnit: '家',
  about: '备案启动贯标的企业和进度：从启动、体系运行到取得证书；由贯标备案事项办理时自动登记。',
  source: '工作方案任务 15；企业知识产权合规管理体系 要求（GB/T 29490-2023）',
  fields: {
    enterprise: link('企业', 'Enterprise', 'market-entity', {
      ...open,
      required: true,
      aliases: ['企业名称', '单位名称'],
    }),
    standard: choice('标准', 'Standard', standards, { ...open, required: true, aliases: ['贯标标准'] }),
    stage: choice(
      '进度',
      'Stage',
      [
        oneOf('starting', '已启动', 'Started'),
        oneOf('running', '体系运行中', 'Running'),
        oneOf('certified', '已取得证书', 'Certified'),
        oneOf('ended', '已停止', 'Ended'),
      ],
      { ...open, required: true, aliases: ['阶段'] },
    ),
    filedOn: date('备案日期', 'Filed on', { ...open, required: true }),
    plannedFor: date('计划取证日期', 'Planned for', { mayLieAhead: true, aliases: ['预计取证'] }),
    advisedBy: text('辅导机构', 'Advised by', { longest: 200, aliases: ['咨询机构'] }),
    certificateNo: text('证书编号', 'Certificate number', { ...open, longest: 60, aliases: ['证书号'] }),
    documentNo: text('备案号', 'Document number', { longest: 100 }),
    remarks: remarks(),
  },
  key: ['enterprise', 'standard'],
  title: 'enterprise',
  columns: ['enterprise', 'standard', 'stage', 'filedOn', 'plannedFor'],
  unitFrom: 'enterprise',
  access: { public: ['enterprise', 'standard', 'stage', 'filedOn'], units: 'all', editedBy: 'units' },
  retentionYears: 10,
})
