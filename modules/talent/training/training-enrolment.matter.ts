import { defineMatter } from '@qiangxian/kernel/matters/define-matter'
import type { ActDeclaration } from '@qiangxian/kernel/matters/matter.types'
import { personFields } from '@qiangxian/kernel/matters/usual/usual-people'
import { choice, date, link, oneOf, text } from '@qiangxian/kernel/registers/fields'

const confirm: ActDeclaration = {
  label: '确认名额',
  labelEn: 'Give a place',
  to: 'enrolled',
  by: ['handler', 'clock'],
  main: true,
  batch: true,
  key: 'a',
  guards: ['training-enrolment.session-ahead'],
  issues: 'confirmation',
}

const decline: ActDeclaration = {
  label: '不录取',
  labelEn: 'Decline',
  to: 'declined',
  by: ['handler'],
  batch: true,
  key: 'r',
  fields: {
    reason: text('原因', 'Reason', { required: true, longest: 500, help: '比如不属于这一场的对象，推荐哪一场' }),
  },
}

/** 培训报名: a place at a session, or one on the waiting list; a certificate for whoever came. */
export const trainingEnrolment = defineMatter({
  id: 'training-enrolment',
  area: 'talent',
  systems: ['S52', 'S48'],
  label: '知识产权培训报名',
  labelEn: 'Enrolment for a training session',
  about: '报名参加知识产权培训：专利商标怎么申请、被侵权怎么办、质押贷款怎么弄，免费听课，听完发证书。',
  titleFrom: ['session'],
  guide: {
    itemType: '20',
    forWhom: ['person', 'enterprise', 'institution', 'organisation', 'government'],
    handling: 'atOnce',
    conditions: ['培训还没有开始，报名没有截止', '一人一场报一次；有的场次只面向企业或者行政人员，见场次说明'],
    steps: [
      { label: '选场次报名', what: '填姓名、手机，两分钟' },
      { label: '确认名额', what: '有名额马上确认；满了进候补，有人退出按先后递补' },
      { label: '到场签到', what: '用手机扫会场屏幕上的码，码每 30 秒换一次' },
      { label: '结业', what: '到课的可以下载证书，证书可以在网上核验' },
    ],
    result: { label: '报名确认、结业证书', kind: 'certificate', delivery: ['网上下载'] },
    fee: { charged: false },
    visits: 1,
    visitReason: '本人到场听课、签到',
    online: 'whole',
    acrossRegions: 'city',
    likelyOutcome: '多数场次报上就有名额；热门场次要候补，一般能补上。',
    questions: [
      { ask: '要钱吗？', answer: '不要。' },
      { ask: '报了名去不了怎么办？', answer: '在“我的办件”里撤回，名额给候补的人。' },
      { ask: '没报名能直接去吗？', answer: '允许现场签到的场次可以，位置有限，先报名更稳。' },
      { ask: '签到码是什么？', answer: '会场屏幕上的六位码，每 30 秒换一次，只能在现场扫。扫两次也只算一次。' },
      { ask: '证书有用吗？', answer: '证书写明学时，带核验码，别人可以在网上查真假；同时有电子徽章。' },
    ],
    words: [
      '培训',
      '上课',
      '听课',
      '讲座',
      '学习',
      '报名',
      '培训班',
      '学时',
      '继续教育',
      '证书',
      '结业证',
      '专利培训',
      '商标培训',
      '版权培训',
      '怎么申请专利',
      '学知识产权',
      '签到',
      '扫码签到',
      '讲课',
      '公开课',
    ],
  },
  form: {
    steps: [
      {
        id: 'session',
        label: '选场次',
        fields: {
          session: link('培训场次', 'Session', 'training-session', { required: true, help: '按名称或者日期找' }),
          heldOn: {
            ...date('举办日期', 'Held on', { required: true, mayLieAhead: true, help: '选好场次自动带出' }),
            prefill: { from: 'link', link: 'session', field: 'heldOn' },
          },
        },
      },
      {
        id: 'who',
        label: '您是谁',
        fields: {
          ...personFields,
          employer: {
            ...text('工作单位', 'Employer', { longest: 200, help: '没有单位的可以不填' }),
            prefill: { from: 'entity', field: 'name' },
          },
          trade: {
            ...choice('您是', 'You are', [
              oneOf('enterprise', '企业人员', 'Enterprise'),
              oneOf('craft', '手工艺人、个体户', 'Craft', '陶艺人'),
              oneOf('official', '行政人员', 'Official'),
              oneOf('agency', '服务机构人员', 'Agency'),
              oneOf('student', '学生、教师', 'Student or teacher'),
              oneOf('other', '其他', 'Other'),
            ]),
            prefill: { from: 'earlier', key: 'trade' },
          },
          wish: text('想听什么', 'Wish', { multiline: true, longest: 500, help: '转给老师备课用，可以不填' }),
        },
      },
    ],
  },
  materials: [],
  entrances: ['account', 'visit', 'window'],
  initial: 'received',
  states: {
    received: {
      label: '待确认',
      labelEn: 'Received',
      forApplicant: '已收到报名，正在确认名额，一般几分钟内就有结果。',
      turn: 'unit',
      acts: {
        confirm,
        putOnList: {
          label: '转入候补',
          labelEn: 'Put on the waiting list',
          to: 'waiting',
          by: ['handler', 'clock'],
          batch: true,
          key: 'w',
        },
        decline,
      },
    },
    waiting: {
      label: '候补',
      labelEn: 'On the waiting list',
      forApplicant: '名额满了，您在候补。有人退出时按报名先后递补，补上会通知您。',
      turn: 'unit',
      acts: { confirm, decline },
    },
    enrolled: {
      label: '报名成功',
      labelEn: 'Enrolled',
      forApplicant: '名额已经确认。请按时到场，扫会场屏幕上的码签到；来不了请撤回，把名额让给别人。',
      turn: 'applicant',
      acts: {
        attend: {
          label: '登记到课',
          labelEn: 'Came',
          to: 'attended',
          by: ['clock', 'handler'],
          batch: true,
          key: 't',
          guards: ['training-enrolment.session-over'],
        },
        markAbsent: {
          label: '登记缺席',
          labelEn: 'Did not come',
          to: 'absent',
          by: ['clock', 'handler'],
          batch: true,
          guards: ['training-enrolment.session-over'],
        },
      },
    },
    attended: {
      label: '已到课',
      labelEn: 'Attended',
      forApplicant: '已经签到。培训结束后发结业证书。',
      turn: 'unit',
      acts: {
        certify: {
          label: '发结业证书',
          labelEn: 'Issue the certificate',
          to: 'certified',
          by: ['handler'],
          main: true,
          batch: true,
          key: 'c',
          issues: 'certificate',
          fields: {
            hours: text('学时', 'Hours', { required: true, longest: 10, help: '如 4 学时填 4' }),
            course: text('培训内容', 'Course', { required: true, longest: 500 }),
          },
        },
        finish: {
          label: '办结（不发证）',
          labelEn: 'Finish without certificate',
          to: 'finished',
          by: ['handler', 'clock'],
          batch: true,
        },
      },
    },
    certified: {
      label: '已发证书',
      labelEn: 'Certified',
      forApplicant: '结业证书已经发出，可以下载，也可以取电子徽章。',
      outcome: 'granted',
    },
    finished: { label: '已结业', labelEn: 'Finished', forApplicant: '培训已经结束，谢谢参加。', outcome: 'done' },
    absent: {
      label: '缺席',
      labelEn: 'Absent',
      forApplicant: '没有签到。欢迎报名下一场。',
      outcome: 'lapsed',
    },
    declined: {
      label: '未录取',
      labelEn: 'Declined',
      forApplicant: '这一场没有录取，原因写在通知里。可以报名其他场次。',
      outcome: 'refused',
    },
  },
  limits: [
    {
      id: 'answer',
      label: '答复期限',
      labelEn: 'To answer',
      rule: 'enrolment.confirmation',
      startsWith: ['act:submit'],
      endsWith: ['act:confirm', 'act:putOnList', 'act:decline'],
      whose: 'unit',
    },
  ],
  documents: {
    confirmation: {
      label: '报名确认单',
      form: 'receipt',
      title: '知识产权培训报名确认单',
      number: '知训报〔{year}〕{n}号',
      addressee: '{form.applicantName}',
      body: [
        {
          table: [
            { label: '报名编号', value: '{fact.number}' },
            { label: '培训', value: '{form.session}' },
            { label: '日期', value: '{form.heldOn}' },
          ],
        },
        { paragraph: '请按时到场，用手机扫会场屏幕上的签到码。来不了的请提前在网上撤回。' },
      ],
      signedBy: 'unit',
      sealed: false,
    },
    certificate: {
      label: '结业证书',
      form: 'certificate',
      title: '知识产权培训结业证书',
      number: '知训证〔{year}〕{n}号',
      addressee: '{form.applicantName}',
      body: [
        {
          paragraph:
            '于{form.heldOn}参加“{form.session}”，内容为{input.course}，共{input.hours}学时，到课签到，准予结业。',
        },
      ],
      signedBy: 'unit',
      sealed: true,
      notes: ['本证书可凭核验码在网上查验。'],
    },
  },
  notices: [
    {
      on: 'act:confirm',
      to: 'applicant',
      title: '报名成功：{form.session}',
      body: '您已报名成功，{form.heldOn}请按时到场扫码签到。来不了请撤回，把名额让给候补的人。',
    },
    {
      on: 'act:putOnList',
      to: 'applicant',
      title: '进入候补：{form.session}',
      body: '名额已满，您已进入候补，有人退出时按报名先后递补，补上会通知您。',
    },
    {
      on: 'act:decline',
      to: 'applicant',
      title: '未录取：{form.session}',
      body: '这一场没有录取：{input.reason}',
    },
    {
      on: 'act:certify',
      to: 'applicant',
      title: '结业证书已发：{form.session}',
      body: '结业证书可以在办件页面下载，别人可以凭核验码查真假。',
    },
    {
      on: 'limit:answer/missed',
      to: 'head',
      title: '{fact.title}：报名没有答复',
      body: '报名{fact.number}应于{limit.answer.due}前答复，已经超期。',
    },
  ],
  writes: [],
  withdrawal: { in: ['received', 'waiting', 'enrolled'] },
  archive: { years: 10, category: '培训' },
  sources: [{ instrument: '工作方案', article: '任务 21（培训各类人才）', certainty: 'found' }],
})
