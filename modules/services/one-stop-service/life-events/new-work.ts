import type { LifeEvent } from '@qiangxian/kernel/services/service-house.types'

/** 我做了新壶想登记 */
export const newWork: LifeEvent = {
  id: 'new-work',
  label: '我做了新壶、新产品，想登记',
  labelEn: 'I made something new',
  about: '新做的壶、图案、结构、牌子，怎么变成受保护的权利。',
  words: ['新壶', '登记', '新产品', '新设计', '申请专利', '注册商标', '作品登记', '怎么保护', '做了新壶'],
  start: 'what',
  questions: {
    what: {
      ask: '新在哪里？',
      help: '一件东西可以有几种权利，先选最要紧的。',
      choices: [
        { label: '样子、造型、图案', ask: 'shown' },
        { label: '做法、结构、配方，有技术在里面', ask: 'secret' },
        { label: '名字、牌子、图形标记', ask: 'name' },
        { label: '软件、小程序', ways: ['software'] },
      ],
    },
    shown: {
      ask: '公开过没有？（发朋友圈、参展、上架都算）',
      choices: [
        { label: '没有，只有自己人看过', ask: 'produce' },
        { label: '已经公开了', ways: ['work', 'question'] },
      ],
    },
    produce: {
      ask: '会批量做、放到市场上卖吗？',
      choices: [
        { label: '会，怕被人批量仿', ways: ['fast', 'patent', 'work'] },
        { label: '单件创作，艺术性的', ways: ['work', 'patent'] },
      ],
    },
    secret: {
      ask: '别人买回去拆开，能看出来怎么做的吗？',
      choices: [
        { label: '能看出来', ask: 'searched' },
        { label: '看不出来（配方、烧成曲线）', ways: ['keepSecret', 'patent'] },
      ],
    },
    searched: {
      ask: '查过有没有人已经申请了吗？',
      choices: [
        { label: '没有查过', ways: ['search', 'question', 'patent'] },
        { label: '查过，没有一样的', ways: ['patent', 'question'] },
      ],
    },
    name: {
      ask: '这个牌子用了没有？',
      choices: [
        { label: '还没有用，或者刚用', ways: ['search', 'trademark'] },
        { label: '用了好几年，没有注册', ways: ['trademark', 'question'] },
        { label: '发现已经被别人注册了', ways: ['assistance', 'question'] },
      ],
    },
  },
  ways: {
    work: {
      label: '作品登记',
      what: '造型、图案是作品的，登记一下，以后好证明是您先做的。',
      to: { outside: 'work-registration' },
      time: '材料齐全的一个月以内',
      cost: '本省不收费',
      likelyOutcome: '拿到登记证书，是有著作权的初步证明；不能单凭它垄断传统器型。',
      bring: ['至少三个角度的照片', '创作说明', '身份证明'],
    },
    patent: {
      label: '申请专利',
      what: '外形申请外观设计，结构申请实用新型，方法和配方申请发明。公开之前先申请。',
      to: { outside: 'patent-filing' },
      time: '半年到两年',
      cost: '申请费、年费；符合条件的可以减缴',
      likelyOutcome: '确实是新的才授权；授权以后才能禁止别人做。',
      bring: ['图片或者图纸', '和以前的做法有什么不同'],
    },
    fast: {
      label: '外观设计快速预审',
      what: '本行业的外观设计先预审，走快速通道。',
      to: { outside: 'fast-examination' },
      time: '几个星期',
      cost: '预审不收费，专利规费照交',
      likelyOutcome: '通过预审的，授权比一般快得多；预审前不能先提交过申请。',
    },
    trademark: {
      label: '注册商标',
      what: '先查有没有相同近似的，再按商品类别申请。',
      to: { outside: 'trademark-filing' },
      time: '半年左右',
      cost: '按类别交规费',
      likelyOutcome: '没有冲突的可以注册，十年有效，到期续展；通用名称、产地名一般注册不了。',
    },
    software: {
      label: '软件著作权登记',
      what: '自己写的软件登记著作权。',
      to: { outside: 'software-registration' },
      time: '约 30 个工作日',
      cost: '不收费',
      likelyOutcome: '拿到登记证书，申报项目、上架应用时用得上。',
    },
    search: {
      label: '先检索',
      what: '在国家的公共系统里查，免费。',
      to: { outside: 'search' },
      time: '随时',
      cost: '不收费',
      likelyOutcome: '知道有没有撞上别人的，少走弯路。',
    },
    keepSecret: {
      label: '作为商业秘密保护，先问怎么做',
      what: '不公开、签保密、管好接触的人；请专家告诉您要做哪几件事。',
      to: { service: 'expert-question' },
      likelyOutcome: '得到一份书面建议；保密做好了，被人偷走才能追究。',
    },
    question: {
      label: '先问专家',
      what: '把东西的照片和您的想法写下来，专家书面答复该走哪条路。',
      to: { service: 'expert-question' },
    },
    assistance: {
      label: '申请维权援助',
      what: '牌子被抢注的，帮您看能不能提异议、请求宣告无效。',
      to: { service: 'rights-assistance' },
      bring: ['最早使用的证据：合同、发票、广告', '对方的注册信息'],
    },
  },
}
