import type { LifeEvent } from '@qiangxian/kernel/services/service-house.types'

/** 查进度 */
export const progress: LifeEvent = {
  id: 'progress',
  label: '查进度、补材料、提意见',
  labelEn: 'How far is mine',
  about: '已经交了的件办到哪一步，要补什么，不满意怎么说。',
  words: ['查进度', '办到哪', '进度', '回执', '编号', '补材料', '差评', '催一催', '撤回'],
  start: 'want',
  questions: {
    want: {
      ask: '您想？',
      choices: [
        { label: '看办到哪一步', ask: 'how' },
        { label: '补材料、撤回', ask: 'entered' },
        { label: '核对一份文书是不是真的', ways: ['verify'] },
        { label: '不满意，要提意见', ask: 'ended' },
      ],
    },
    how: {
      ask: '手边有什么？',
      choices: [
        { label: '回执上的办件编号，和留的手机号后四位', ways: ['status'] },
        { label: '只有手机，当时用它收过验证码', ways: ['own'] },
        { label: '有账号', ways: ['own'] },
        { label: '什么都没有，匿名交的', ways: ['window'] },
      ],
    },
    entered: {
      ask: '当时怎么交的？',
      choices: [
        { label: '网上，用账号或者手机验证码', ways: ['own'] },
        { label: '在窗口', ways: ['own', 'window'] },
      ],
    },
    ended: {
      ask: '办完了没有？',
      choices: [
        { label: '办完了', ways: ['rate', 'hotline'] },
        { label: '还没有，太慢了', ways: ['own', 'hotline'] },
      ],
    },
  },
  ways: {
    status: {
      label: '凭编号查',
      what: '输入办件编号和手机号后四位，或者扫回执上的码。',
      to: { page: '/status' },
      time: '当时',
      cost: '不收费',
      likelyOutcome: '看到在哪一步、谁在办、哪天以前要办好、下一步是什么。',
      bring: ['回执'],
    },
    own: {
      label: '进“我的办件”',
      what: '用账号登录，或者用手机验证码进入，看进度、补材料、撤回、催办。',
      to: { page: '/own-matters' },
      time: '当时',
      cost: '不收费',
      likelyOutcome: '看得到自己的全部办件和要做的事。',
      bring: ['收得到验证码的手机'],
    },
    window: {
      label: '到窗口问',
      what: '带身份证件到政务服务中心的知识产权窗口。',
      to: { page: '/tickets' },
      time: '当天',
      cost: '不收费',
      likelyOutcome: '窗口帮您查；匿名举报不告知结果。',
      bring: ['身份证件'],
    },
    verify: {
      label: '核验文书',
      what: '输入文书上的核验码，或者扫码。',
      to: { page: '/verify' },
      time: '当时',
      cost: '不收费',
      likelyOutcome: '告诉您是不是本平台出的、有没有改过、有没有撤销。',
      bring: ['文书'],
    },
    rate: {
      label: '评价',
      what: '在“我的办件”里评价；差评有人联系您，限期整改。',
      to: { page: '/own-matters' },
      time: '当时；差评 1 个工作日内联系',
      cost: '不收费',
      likelyOutcome: '被评的人看不到是谁评的；整改结果公开。',
    },
    hotline: {
      label: '拨打 12345',
      what: '政务服务便民热线，转给办理单位，限期答复。',
      to: { outside: 'hotline' },
      time: '按热线规定答复',
      cost: '不收费',
      likelyOutcome: '有工单、有答复。',
    },
  },
}
