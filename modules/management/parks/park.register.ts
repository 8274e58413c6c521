import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { date, decimal, integer, point, text, unit } from '@qiangxian/kernel/registers/fields'
import { level, remarks } from '@qiangxian/kernel/registers/usual-fields'

const open = { sensitivity: 'open' } as const

/** 园区 and who runs them. */
export const park = defineRegister({
  id: 'park',
  area: 'management',
  systems: ['S11', 'S45'],
  label: '园区名录',
  labelEn: 'Parks',
  recordLabel: '园区',
  countUnit: '个',
  about: '开发区、产业园和特色园区：级别、管理机构、主导产业；园区称号另册登记。',
  source: '宜兴市国家知识产权强县建设示范县工作方案，任务 2、任务 16；中国开发区审核公告目录',
  fields: {
    name: text('园区名称', 'Name', { ...open, required: true, longest: 100, aliases: ['名称', '开发区名称'] }),
    level: level(),
    managedBy: unit('管理机构', 'Managed by', { ...open, aliases: ['管委会', '管理单位'] }),
    leadingIndustry: text('主导产业', 'Leading industry', { ...open, longest: 200, aliases: ['产业', '主导产业名称'] }),
    approvedOn: date('批准日期', 'Approved on', { ...open, aliases: ['设立日期', '批准时间'] }),
    endedOn: date('撤销日期', 'Ended on', { ...open, notBefore: ['approvedOn'], aliases: ['撤并日期'] }),
    area: decimal('面积', 'Area', { ...open, unit: '平方千米', least: 0, aliases: ['规划面积', '占地面积'] }),
    enterprises: integer('入园企业数', 'Enterprises', { unit: '家', least: 0, aliases: ['企业数'] }),
    location: point('位置', 'Location', { group: '其他' }),
    remarks: remarks(),
  },
  key: ['name'],
  title: 'name',
  columns: ['name', 'level', 'managedBy', 'leadingIndustry', 'approvedOn'],
  validity: { from: 'approvedOn', until: ['endedOn'] },
  access: { public: ['name', 'level', 'leadingIndustry'], units: 'all', editedBy: 'office' },
  retentionYears: null,
})
