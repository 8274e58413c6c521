import type { LifeEvent } from '@qiangxian/kernel/services/service-house.types'

/** 想申请补贴 */
export const subsidy: LifeEvent = {
  id: 'subsidy',
  label: '想申请补贴、项目、称号',
  labelEn: 'I look for support',
  about: '有什么政策可以享受，自己够不够条件，怎么申报。',
  words: ['补贴', '奖励', '资助', '项目申报', '政策兑现', '奖补', '扶持', '申报'],
  start: 'who',
  questions: {
    who: {
      ask: '您是？',
      choices: [
        { label: '企业', ask: 'want' },
        { label: '个人、工作室、合作社', ask: 'small' },
        { label: '学校、院所、协会、园区', ask: 'institution' },
      ],
    },
    want: {
      ask: '主要想做什么？',
      choices: [
        { label: '申报战略推进、奖补项目', ask: 'last' },
        { label: '做知识产权贯标', ways: ['standard', 'grant'] },
        { label: '上大项目、买技术、引人才，怕踩雷', ways: ['review'] },
        { label: '认定高新技术企业', ways: ['highTech', 'question'] },
        { label: '按专利件数、申请件数拿钱', ways: ['noPerPiece', 'grant'] },
      ],
    },
    last: {
      ask: '以前的项目都验收了吗？',
      help: '有没有逾期没有验收的、被列入失信的，系统会按已知的情况先告诉您。',
      choices: [
        { label: '都验收了，或者从来没有报过', ways: ['grant'] },
        { label: '有逾期没有验收的', ways: ['question', 'grant'] },
      ],
    },
    small: {
      ask: '想要什么样的帮助？',
      choices: [
        { label: '有人教、有人带', ways: ['training', 'question'] },
        { label: '申报项目、奖补', ways: ['grant', 'question'] },
        { label: '被侵权了，想要费用上的帮助', ways: ['assistance'] },
      ],
    },
    institution: {
      ask: '想做什么？',
      choices: [
        { label: '设一个知识产权工作站', ways: ['workstation'] },
        { label: '申报项目', ways: ['grant'] },
        { label: '办活动、办培训', ways: ['training', 'event'] },
      ],
    },
  },
  ways: {
    grant: {
      label: '申报政策兑现、战略推进项目',
      what: '有通知的时候网上申报：形式审查、专家盲评、公示、立项、拨付，以后抽查。',
      to: { service: 'grant-application' },
      bring: ['申报书', '已经登记的专利、商标等不用再交，系统带出来'],
    },
    standard: {
      label: '贯标备案',
      what: '按 GB/T 29490—2023 建体系的，备案并登记进度和证书。',
      to: { service: 'standard-adoption' },
    },
    review: {
      label: '申请知识产权评议',
      what: '项目动手之前，查一查专利风险、技术先进不先进、合同有没有坑。',
      to: { service: 'ip-review' },
    },
    highTech: {
      label: '高新技术企业认定',
      what: '到科学技术部门按当年通知申报。',
      to: { outside: 'high-tech-enterprise' },
      time: '按当年批次',
      cost: '不收费',
      likelyOutcome: '符合条件的认定三年，享受税收优惠。',
    },
    noPerPiece: {
      label: '国家已经不允许按件数资助',
      what: '对申请、授权按件给钱的办法已经停止；可以申报重质量、重转化的项目。先看政策。',
      to: { page: '/policies' },
      time: '随时',
      cost: '不收费',
      likelyOutcome: '看得到现在还有哪些政策；按件数申报的不会受理。',
    },
    training: {
      label: '报名培训',
      what: '看有哪些班，网上报名，现场签到，结业发证。',
      to: { service: 'training-enrolment' },
    },
    event: {
      label: '报名参加活动',
      what: '宣传周、开放日、进校园等活动报名。',
      to: { service: 'event-enrolment' },
    },
    workstation: {
      label: '申请设立工作站',
      what: '有场地、有两个人以上、有服务对象的，可以申请设站。',
      to: { service: 'workstation-setup' },
    },
    assistance: {
      label: '申请维权援助',
      what: '符合条件的，鉴定、公证等费用可以申请分担一部分。',
      to: { service: 'rights-assistance' },
    },
    question: {
      label: '先问工作站的专家',
      what: '拿不准够不够条件，写下来问。',
      to: { service: 'expert-question' },
    },
  },
}
