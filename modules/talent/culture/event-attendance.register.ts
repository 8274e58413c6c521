import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { choice, date, integer, link, oneOf, text } from '@qiangxian/kernel/registers/fields'
import { remarks } from '@qiangxian/kernel/registers/usual-fields'

/** 活动参加: one record for each enrolment whose people came, with how many they were. */
export const eventAttendance = defineRegister({
  id: 'event-attendance',
  alsoCalled: ['event-attendances'],
  area: 'talent',
  systems: ['S53'],
  label: '活动参加登记',
  labelEn: 'Attendance of events',
  recordLabel: '活动参加',
  countUnit: '条',
  about: '谁报名参加了哪场宣传活动、来了几个人；由活动报名事项办理时自动登记。',
  source: '工作方案任务 22；中华人民共和国个人信息保护法第六条',
  fields: {
    enrolmentNo: text('报名编号', 'Enrolment', { required: true, longest: 60, aliases: ['办件编号'] }),
    event: link('活动', 'Event', 'culture-event', { required: true, aliases: ['活动名称'] }),
    personName: text('姓名', 'Name', { sensitivity: 'personal', mask: 'name', longest: 50 }),
    groupKind: choice('参加对象', 'Who', [
      oneOf('person', '个人', 'Person'),
      oneOf('school', '学校', 'School'),
      oneOf('enterprise', '企业', 'Enterprise'),
      oneOf('family', '家庭', 'Family'),
    ]),
    people: integer('到场人次', 'People', { unit: '人次', least: 0, aliases: ['人数'] }),
    cameOn: date('到场日期', 'Came on', { required: true }),
    remarks: remarks(),
  },
  key: ['enrolmentNo'],
  title: 'enrolmentNo',
  columns: ['enrolmentNo', 'event', 'groupKind', 'people', 'cameOn'],
  access: { public: 'none', units: 'all', editedBy: 'units' },
  retentionYears: 5,
})
