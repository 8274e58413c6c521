import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { choice, date, decimal, flag, integer, oneOf, text, unit } from '@qiangxian/kernel/registers/fields'
import { files, remarks } from '@qiangxian/kernel/registers/usual-fields'

const open = { sensitivity: 'open' } as const

/** 培训场次 */
export const trainingSession = defineRegister({
  id: 'training-session',
  alsoCalled: ['trainings', 'sessions'],
  area: 'talent',
  systems: ['S52'],
  label: '培训场次',
  labelEn: 'Training sessions',
  recordLabel: '培训',
  countUnit: '场',
  about: '每场培训的题目、日期、学时和师资；到场的人在签到册，人次由签到计，不由报名计。',
  source: '工作方案工作目标、任务 21',
  fields: {
    sessionNo: text('场次编号', 'Session number', {
      ...open,
      longest: 40,
      aliases: ['编号', '培训编号', '期次'],
    }),
    title: text('培训名称', 'Title', {
      ...open,
      required: true,
      longest: 200,
      aliases: ['名称', '培训主题', '题目', '课程'],
    }),
    category: choice(
      '类别',
      'Category',
      [
        oneOf('enterprise', '企业', 'Enterprises'),
        oneOf('official', '行政人员', 'Officials', '公务员', '干部'),
        oneOf('agency', '服务机构', 'Agencies'),
        oneOf('attorney', '代理师考前', 'Attorney examination'),
        oneOf('craft', '陶瓷从业者', 'Ceramics workers', '手工艺人'),
        oneOf('student', '学生和教师', 'Students and teachers', '学校'),
      ],
      { ...open, aliases: ['培训类别', '对象'] },
    ),
    organiser: unit('主办单位', 'Organiser', { ...open, aliases: ['承办单位', '组织单位'] }),
    heldOn: date('举办日期', 'Held on', {
      ...open,
      required: true,
      mayLieAhead: true,
      aliases: ['培训日期', '日期', '培训时间', '时间'],
    }),
    startsAt: text('开始时间', 'Starts at', { ...open, format: 'time-of-day', aliases: ['开始', '上课时间'] }),
    endsAt: text('结束时间', 'Ends at', { ...open, format: 'time-of-day', aliases: ['结束', '下课时间'] }),
    hours: decimal('学时', 'Hours', { ...open, unit: '学时', least: 0, decimals: 1, aliases: ['课时', '培训学时'] }),
    teachers: text('授课人', 'Teachers', { ...open, longest: 200, aliases: ['讲师', '师资', '主讲人'] }),
    place: text('地点', 'Place', { ...open, longest: 150, aliases: ['培训地点'] }),
    places: integer('名额', 'Places', { ...open, unit: '人', least: 1, aliases: ['招收人数', '限额'], group: '报名' }),
    enrolUntil: date('报名截止', 'Enrolment until', {
      ...open,
      mayLieAhead: true,
      aliases: ['报名截止日期'],
      help: '不填的，到举办前一天为止',
      group: '报名',
    }),
    walkIns: flag('未报名的可以现场签到', 'Open to whoever comes', { ...open, group: '报名' }),
    certificate: flag('发结业证书', 'With a certificate', { ...open, aliases: ['是否发证'], group: '报名' }),
    enrolled: integer('报名人数', 'Enrolled', { unit: '人', least: 0, aliases: ['计划人数'] }),
    satisfaction: decimal('满意度', 'Satisfaction', {
      unit: '分',
      least: 0,
      most: 100,
      decimals: 1,
      aliases: ['评价得分'],
    }),
    evidence: files('签到表与照片', 'Sign-in sheet and photos'),
    remarks: remarks(),
  },
  key: ['title', 'heldOn'],
  title: 'title',
  columns: ['title', 'category', 'organiser', 'heldOn', 'hours', 'enrolled'],
  access: {
    public: [
      'title',
      'category',
      'organiser',
      'heldOn',
      'startsAt',
      'endsAt',
      'hours',
      'teachers',
      'place',
      'places',
      'enrolUntil',
    ],
    units: 'all',
    editedBy: 'units',
  },
  retentionYears: 10,
})
