import type { LifeEvent } from '@qiangxian/kernel/services/service-house.types'

/** 想学习和咨询 */
export const learning: LifeEvent = {
  id: 'learning',
  label: '想学习、想咨询',
  labelEn: 'I want to learn or to ask',
  about: '找培训、找专家、找机构，或者想当专家。',
  words: ['培训', '学习', '咨询', '找专家', '讲座', '报名', '问问题', '当专家'],
  start: 'want',
  questions: {
    want: {
      ask: '您想？',
      choices: [
        { label: '学点东西', ask: 'certificate' },
        { label: '问一个具体问题', ask: 'urgent' },
        { label: '找人代办专利、商标', ways: ['agencies', 'question'] },
        { label: '当专家、当讲师', ask: 'expert' },
      ],
    },
    certificate: {
      ask: '要证书吗？',
      choices: [
        { label: '要，工作、职称用', ways: ['training'] },
        { label: '不要，听听就行', ask: 'people' },
      ],
    },
    people: {
      ask: '几个人？',
      choices: [
        { label: '自己，或者带孩子', ways: ['event', 'training'] },
        { label: '单位、学校一批人', ways: ['training', 'event', 'workstation'] },
      ],
    },
    urgent: {
      ask: '急不急？',
      choices: [
        { label: '有期限、有纠纷', ways: ['assistance', 'legalAid'] },
        { label: '不急，想弄清楚', ways: ['question'] },
      ],
    },
    expert: {
      ask: '有没有相关的专业背景？',
      choices: [
        { label: '有（审查、代理、法官、律师、高校、行业师傅）', ways: ['admission'] },
        { label: '没有，但是想学', ways: ['training'] },
      ],
    },
  },
  ways: {
    training: {
      label: '报名培训',
      what: '看有哪些班还能报，网上报名，现场扫码签到，学完发电子证书。',
      to: { service: 'training-enrolment' },
    },
    event: {
      label: '报名活动',
      what: '开放日、宣传周、亲子体验等。',
      to: { service: 'event-enrolment' },
    },
    question: {
      label: '问专家',
      what: '写下问题，工作站的专家书面答复，可以追问。',
      to: { service: 'expert-question' },
    },
    assistance: {
      label: '申请维权援助',
      what: '有纠纷的走这条，专家一对一。',
      to: { service: 'rights-assistance' },
    },
    legalAid: {
      label: '打 12348 问律师',
      what: '免费法律咨询，二十四小时。',
      to: { outside: 'legal-aid' },
      time: '当时',
      cost: '不收费',
      likelyOutcome: '得到口头的法律意见；符合条件的可以申请法律援助。',
    },
    agencies: {
      label: '看服务机构名录',
      what: '在本市有实际经营场所的代理、法律、运营机构，电话地址都在。',
      to: { page: '/experts?kind=service-agency' },
      time: '随时',
      cost: '看名录不收费，代办由机构报价',
      likelyOutcome: '自己挑、自己谈；名录不是推荐。',
    },
    admission: {
      label: '申请专家入库',
      what: '填专长和经历，审核、公示后入库，有聘期。',
      to: { service: 'expert-admission' },
    },
    workstation: {
      label: '申请设立工作站',
      what: '单位长期需要服务的，可以设一个站。',
      to: { service: 'workstation-setup' },
    },
  },
}
