import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { choice, oneOf, text } from '@qiangxian/kernel/registers/fields'
import { remarks } from '@qiangxian/kernel/registers/usual-fields'

const open = { sensitivity: 'open' } as const

/** 分类号与战略性新兴产业对照: a published table, imported and never invented. */
export const ipcIndustry = defineRegister({
  id: 'ipc-industry',
  area: 'management',
  systems: ['S13', 'S45'],
  label: '分类号与战略性新兴产业对照表',
  labelEn: 'IPC symbols of strategic industries',
  recordLabel: '对照',
  countUnit: '条',
  about: '哪些国际专利分类号属于哪个战略性新兴产业；高价值发明专利的第一种情形按它判定，须导入公布的表。',
  source: '战略性新兴产业分类与国际专利分类参照关系表（2021）（试行）（国家知识产权局）',
  fields: {
    symbol: text('分类号', 'IPC symbol', {
      ...open,
      required: true,
      format: 'ipc',
      aliases: ['IPC', 'IPC分类号', '国际专利分类号', 'IPC号'],
      help: '写到小类（C04B）时其下都算；写到组（C04B 35/10）时只算该组',
    }),
    industry: choice(
      '产业',
      'Industry',
      [
        oneOf(
          'information-technology',
          '新一代信息技术产业',
          'Next-generation information technology',
          '新一代信息技术',
        ),
        oneOf('high-end-equipment', '高端装备制造产业', 'High-end equipment', '高端装备制造'),
        oneOf('new-materials', '新材料产业', 'New materials', '新材料'),
        oneOf('biology', '生物产业', 'Biology', '生物'),
        oneOf('new-energy-vehicles', '新能源汽车产业', 'New-energy vehicles', '新能源汽车'),
        oneOf('new-energy', '新能源产业', 'New energy', '新能源'),
        oneOf('environment', '节能环保产业', 'Energy saving and environment', '节能环保'),
        oneOf('digital-creativity', '数字创意产业', 'Digital creativity', '数字创意'),
        oneOf('related-services', '相关服务业', 'Related services'),
      ],
      { ...open, required: true, aliases: ['战略性新兴产业', '产业名称', '一级产业'] },
    ),
    tableVersion: text('表的版本', 'Version of the table', {
      ...open,
      required: true,
      longest: 50,
      aliases: ['版本', '表版本'],
      help: '如 2021试行',
    }),
    remarks: remarks(),
  },
  key: ['symbol', 'industry', 'tableVersion'],
  title: 'symbol',
  columns: ['symbol', 'industry', 'tableVersion'],
  access: { public: ['symbol', 'industry', 'tableVersion'], units: 'all', editedBy: 'office' },
  retentionYears: null,
})
