import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { choice, date, integer, link, oneOf, text } from '@qiangxian/kernel/registers/fields'
import { remarks } from '@qiangxian/kernel/registers/usual-fields'

/** 培训签到: one record for each person and session, which is what 人次 means. */
export const trainingAttendance = defineRegister({
  id: 'training-attendance',
  alsoCalled: ['attendances'],
  area: 'talent',
  systems: ['S52'],
  label: '培训签到册',
  labelEn: 'Training attendance',
  recordLabel: '签到',
  countUnit: '人次',
  about: '谁到了哪一场培训：一人一场一条，就是人次；同一人到几场计几次。',
  source: '工作方案工作目标、任务 21（培训各类人才，须有签到佐证）；中华人民共和国个人信息保护法第六条',
  fields: {
    session: link('培训', 'Session', 'training-session', {
      required: true,
      aliases: ['培训名称', '场次', '培训主题'],
    }),
    personNo: text('学员编号', 'Person number', {
      required: true,
      longest: 40,
      aliases: ['编号', '签到编号', '序号'],
      help: '工号或签到表上的序号，同一场内不重复',
    }),
    personName: text('姓名', 'Name', {
      sensitivity: 'personal',
      mask: 'name',
      longest: 50,
      aliases: ['学员姓名', '参训人员'],
    }),
    employer: link('工作单位', 'Employer', 'market-entity', { aliases: ['单位', '所在单位', '企业名称'] }),
    signedInOn: date('签到日期', 'Signed in on', { required: true, aliases: ['签到时间', '日期'] }),
    result: choice(
      '结果',
      'Result',
      [
        oneOf('attended', '到课', 'Attended', '已签到'),
        oneOf('completed', '结业', 'Completed', '合格'),
        oneOf('certified', '取得证书', 'Certified'),
      ],
      { aliases: ['培训结果', '考核结果'] },
    ),
    signedInAt: text('签到时刻', 'Signed in at', {
      longest: 8,
      help: '扫码签到时由平台记下；补录的没有',
      group: '签到凭据',
    }),
    signInStep: integer('签到码序号', 'Step of the code', {
      least: 0,
      help: '签到码每 30 秒换一次，这是当时的那一个；由它和凭据可以核对这条签到是不是在场时作出的',
      group: '签到凭据',
    }),
    signInProof: text('签到凭据', 'Proof', { longest: 64, group: '签到凭据' }),
    enrolmentNo: text('报名编号', 'Enrolment', { longest: 60, group: '签到凭据' }),
    remarks: remarks(),
  },
  key: ['session', 'personNo'],
  title: 'personNo',
  columns: ['session', 'personNo', 'personName', 'employer', 'signedInOn'],
  unitFrom: 'employer',
  access: { public: 'none', units: 'own', editedBy: 'units' },
  retentionYears: 5,
})
