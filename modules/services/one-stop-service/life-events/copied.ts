import type { LifeEvent } from '@qiangxian/kernel/services/service-house.types'

/** 有人仿冒我 */
export const copied: LifeEvent = {
  id: 'copied',
  label: '有人仿冒我',
  labelEn: 'Somebody copies me',
  about: '壶型、图案、牌子、技术被人仿了，或者网上有人卖您的款。',
  words: ['有人仿我', '仿冒', '被抄', '山寨', '侵权', '卖我的款', '仿我的壶'],
  start: 'side',
  questions: {
    side: {
      ask: '您是哪一边？',
      choices: [
        { label: '我的东西被别人仿了', ask: 'right' },
        { label: '我买到了假货', ask: 'wish' },
        { label: '我看见有人卖假货，跟我没有买卖', ways: ['report'] },
        { label: '别人说我侵权', ask: 'letter' },
      ],
    },
    right: {
      ask: '您手里有什么权利？',
      help: '不确定也没关系，选最接近的。作品一做出来就有著作权，不登记也有。',
      choices: [
        { label: '专利证书（外观、实用新型、发明）', ask: 'patentWant' },
        { label: '注册商标', ask: 'where' },
        { label: '作品登记证，或者能证明是我先做的', ask: 'where' },
        { label: '什么都没有，说不清', ways: ['assistance', 'question'] },
      ],
    },
    patentWant: {
      ask: '您最想要的是什么？',
      choices: [
        { label: '让他马上停下来', ways: ['adjudication', 'assistance'] },
        { label: '要他赔钱', ways: ['court', 'assistance'] },
        { label: '先弄清楚算不算侵权', ways: ['assistance'] },
      ],
    },
    where: {
      ask: '在哪里卖？',
      choices: [
        { label: '网店、直播间', ways: ['platform', 'report', 'assistance'] },
        { label: '本市的店、作坊、市场', ways: ['report', 'assistance', 'court'] },
        { label: '要出口，或者在国外', ways: ['customs', 'overseas', 'assistance'] },
        { label: '在展会上', ways: ['assistance', 'report'] },
      ],
    },
    wish: {
      ask: '您想要什么？',
      choices: [
        { label: '退钱、赔钱', ways: ['complaint', 'court'] },
        { label: '查处他', ways: ['report'] },
        { label: '两样都要', ways: ['complaint', 'report'] },
      ],
    },
    letter: {
      ask: '到了哪一步？',
      choices: [
        { label: '收到律师函、警告，或者链接被下架', ways: ['defence', 'question'] },
        { label: '已经被起诉', ways: ['defence', 'legalAid'] },
        { label: '在国外被告', ways: ['overseas', 'defence'] },
      ],
    },
  },
  ways: {
    assistance: {
      label: '申请维权援助',
      what: '专家帮您比对、看证据、出参考意见，告诉您走哪条路最合适，也指导取证。',
      to: { service: 'rights-assistance' },
      bring: ['权利证明（没有的，交底稿、图纸、发表记录）', '对方的照片、链接、买来的实物'],
    },
    report: {
      label: '举报，请市场监管部门查处',
      what: '假冒商标、假冒专利、盗版，查实了处罚；可以匿名。罚款归国库，不给举报人。',
      to: { service: 'violation-report' },
      bring: ['卖的人是谁、在哪里', '照片、链接、价签、小票'],
    },
    complaint: {
      label: '投诉，请求调解退赔',
      what: '自己买东西吃了亏，由市场监管部门组织调解；对方不同意就终止，可以再起诉。',
      to: { service: 'violation-report' },
      likelyOutcome: '双方愿意就能当场谈成退赔；对方不肯，调解终止，可以拿着决定书去起诉。',
      bring: ['付款记录、聊天记录', '东西的照片', '身份证件'],
    },
    adjudication: {
      label: '请求专利侵权行政裁决',
      what: '由管理专利工作的部门审理，认定侵权的责令停止；不判赔钱。',
      to: { outside: 'patent-adjudication' },
      time: '三个月左右',
      cost: '不收费',
      likelyOutcome: '证据清楚的，比打官司快；要赔钱还得另外协商或者起诉。',
      bring: ['专利证书和年费收据，外观和实用新型最好有评价报告', '侵权证据'],
    },
    court: {
      label: '向法院起诉',
      what: '既能要求停止，也能要求赔偿。',
      to: { outside: 'court' },
      time: '半年以上',
      cost: '诉讼费，败诉方负担；律师费先由自己出',
      likelyOutcome: '证据扎实的多数能赢；赔多少看损失和证据。',
      bring: ['权利证明', '公证过的侵权证据', '损失或者对方获利的证据'],
    },
    platform: {
      label: '通知平台下架',
      what: '把权利证明和链接发给平台，平台应当删除或者断开链接。',
      to: { outside: 'platform-notice' },
      time: '几天',
      cost: '不收费',
      likelyOutcome: '最快让链接消失的办法；对方声明不侵权的，要在 15 日内投诉或者起诉。',
      bring: ['权利证明', '侵权链接和对比图'],
    },
    customs: {
      label: '到海关备案',
      what: '把权利备案到海关，仿品进出口时海关会查扣。',
      to: { outside: 'customs-recordal' },
      time: '30 个工作日以内',
      cost: '不收费',
      likelyOutcome: '备案后海关主动盯着；查到要您及时确认并交担保。',
    },
    overseas: {
      label: '找海外纠纷应对指导',
      what: '在国外被告、被警告，或者要在国外维权，先请人指导。',
      to: { outside: 'overseas-guidance' },
      time: '受理后给意见',
      cost: '指导不收费',
      likelyOutcome: '得到应对思路和当地律师、机构的信息；诉讼费用由自己承担。',
    },
    defence: {
      label: '申请维权援助（应对被控侵权）',
      what: '帮您看对方的权利站不站得住、算不算侵权、怎么答复、要不要和解。',
      to: { service: 'rights-assistance' },
      bring: ['收到的函件、起诉状', '您的产品、设计时间的证据'],
    },
    question: {
      label: '先问专家',
      what: '把情况写下来，专家书面答复。',
      to: { service: 'expert-question' },
    },
    legalAid: {
      label: '申请法律援助',
      what: '请不起律师的，打 12348 或者到法律援助中心。',
      to: { outside: 'legal-aid' },
      time: '七日内决定',
      cost: '不收费',
      likelyOutcome: '符合经济困难条件的，指派律师；不符合的也可以免费咨询。',
    },
  },
}
