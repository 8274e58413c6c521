import type { LifeEvent } from '@qiangxian/kernel/services/service-house.types'

/** 想融资 */
export const finance: LifeEvent = {
  id: 'finance',
  label: '想用知识产权融资',
  labelEn: 'I need money on my rights',
  about: '用专利、商标贷款，或者许可、转让换钱。',
  words: ['贷款', '融资', '质押', '抵押', '专利换钱', '许可', '转让'],
  start: 'have',
  questions: {
    have: {
      ask: '您有什么？',
      choices: [
        { label: '有效的专利', ask: 'paid' },
        { label: '注册商标', ask: 'way' },
        { label: '只有申请，还没有授权', ways: ['question'] },
        { label: '不清楚值不值钱', ways: ['question', 'training'] },
      ],
    },
    paid: {
      ask: '年费都按时交了，没有纠纷吧？',
      help: '欠年费、已经质押、正在打无效官司的，一般登记不了质押。',
      choices: [
        { label: '都正常', ask: 'way' },
        { label: '欠着年费', ways: ['fee', 'question'] },
        { label: '正有纠纷', ways: ['assistance', 'question'] },
      ],
    },
    way: {
      ask: '想怎样换钱？',
      choices: [
        { label: '向银行贷款', ways: ['patentPledge', 'trademarkPledge', 'question'] },
        { label: '让别人用，收许可费；或者卖掉', ways: ['agencies', 'question'] },
        { label: '申报项目、奖补', ways: ['grant'] },
      ],
    },
  },
  ways: {
    patentPledge: {
      label: '专利权质押贷款',
      what: '先找银行谈贷款、签合同，再到国家知识产权局的代办处登记质押。',
      to: { outside: 'patent-pledge' },
      time: '登记 3 个工作日左右，银行审批另算',
      cost: '登记不收费；利息、评估、担保由您和银行商定',
      likelyOutcome: '有稳定经营的企业较容易贷到；专利本身往往不够，银行还看流水。',
      bring: ['专利证书、缴费凭证', '共有人同意书', '质押合同'],
    },
    trademarkPledge: {
      label: '商标质押贷款',
      what: '同样先谈贷款，再到商标局登记质押。',
      to: { outside: 'trademark-pledge' },
      time: '登记 2 个工作日左右（待核对），银行审批另算',
      cost: '登记不收费',
      likelyOutcome: '有名气的牌子较容易；相同近似的商标要一起质押。',
    },
    agencies: {
      label: '找运营、评估机构',
      what: '名录里有评估、运营机构，自己联系。',
      to: { page: '/experts?kind=service-agency' },
      time: '随时',
      cost: '看名录不收费，服务由机构报价',
      likelyOutcome: '许可、转让看有没有人要；合同要备案。',
    },
    fee: {
      label: '先补缴年费',
      what: '过期六个月以内还能补交，加滞纳金。',
      to: { outside: 'annual-fee' },
      time: '随时',
      cost: '年费加滞纳金',
      likelyOutcome: '补上就恢复正常；超过期限的要请求恢复，不一定成。',
    },
    assistance: {
      label: '申请维权援助',
      what: '先把纠纷理清楚。',
      to: { service: 'rights-assistance' },
    },
    grant: {
      label: '申报项目',
      what: '转化运用、战略推进项目按通知申报。',
      to: { service: 'grant-application' },
    },
    question: {
      label: '问专家',
      what: '值不值钱、能不能贷、先做什么，写下来问。',
      to: { service: 'expert-question' },
    },
    training: {
      label: '听一次融资培训',
      what: '培训班里常有质押融资的课。',
      to: { service: 'training-enrolment' },
    },
  },
}
