import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { choice, date, integer, oneOf, text, unit } from '@qiangxian/kernel/registers/fields'
import { files, remarks } from '@qiangxian/kernel/registers/usual-fields'

const open = { sensitivity: 'open' } as const

/** 宣传文化活动 */
export const cultureEvent = defineRegister({
  id: 'culture-event',
  alsoCalled: ['events'],
  area: 'talent',
  systems: ['S53'],
  label: '宣传活动',
  labelEn: 'Culture events',
  recordLabel: '活动',
  countUnit: '场',
  about: '陶都主题讲座、宣传周、典型案例发布等活动的日期、参加人数和材料；目标 T4 由此计数。',
  source: '工作方案任务 22',
  fields: {
    title: text('活动名称', 'Title', { ...open, required: true, longest: 200, aliases: ['名称', '活动主题', '主题'] }),
    category: choice(
      '类别',
      'Category',
      [
        oneOf('lecture', '主题讲座', 'Lecture', '讲座', '陶都知识产权主题讲座'),
        oneOf('publicity-week', '宣传周活动', 'Publicity week', '宣传周', '全国知识产权宣传周'),
        oneOf('case-release', '典型案例发布', 'Release of cases', '案例发布'),
        oneOf('other', '其他', 'Other'),
      ],
      { ...open, required: true, aliases: ['活动类别', '类型'] },
    ),
    organiser: unit('主办单位', 'Organiser', { ...open, aliases: ['组织单位', '承办单位'] }),
    heldOn: date('举办日期', 'Held on', {
      ...open,
      required: true,
      mayLieAhead: true,
      aliases: ['活动日期', '日期', '发布日期', '时间'],
    }),
    place: text('地点', 'Place', { ...open, longest: 150, aliases: ['活动地点'] }),
    visitors: integer('参加人数', 'Visitors', { ...open, unit: '人', least: 0, aliases: ['人数', '参与人数'] }),
    summary: text('内容', 'Summary', { ...open, multiline: true, longest: 2_000, aliases: ['活动内容', '简介'] }),
    evidence: files('照片与报道', 'Photos and press'),
    remarks: remarks(),
  },
  key: ['title', 'heldOn'],
  title: 'title',
  columns: ['title', 'category', 'organiser', 'heldOn', 'visitors'],
  access: { public: ['title', 'category', 'organiser', 'heldOn', 'place', 'summary'], units: 'all', editedBy: 'units' },
  retentionYears: 10,
})
