import { defineMatter } from '@qiangxian/kernel/matters/define-matter'
import { complaintStates } from './complaint-states.ts'
import { reportStates } from './report-states.ts'
import { alone, beside } from './state-names.ts'
import { documents } from './violation-report-documents.ts'
import { form, materials, sealedFields } from './violation-report-form.ts'
import { intakeStates } from './violation-report-intake.ts'
import { limits } from './violation-report-limits.ts'
import { notices } from './violation-report-notices.ts'
import { writes } from './violation-report-writes.ts'

/**
 * 侵权线索、投诉举报: one entrance for what people see. What came in until 2026-04-14 goes by the old text, what came in
 * later by the new one; rules and guards ask for the day of receipt.
 */
export const violationReport = defineMatter({
  id: 'violation-report',
  area: 'protection',
  systems: ['S24', 'S48'],
  label: '知识产权投诉举报',
  labelEn: 'Complaints and reports of violations',
  about: '买到假货要退赔，或者看见有人卖假冒、盗版、乱标专利，向我们说一声。可以不留姓名。',
  titleFrom: ['subjectName'],
  guide: {
    itemType: '10',
    forWhom: ['person', 'enterprise', 'institution', 'organisation'],
    handling: 'promised',
    conditions: [
      '对方在本市经营或者有住所；网店按平台内经营者的实际地址，没有真实地址的到平台所在地',
      '投诉：自己为生活消费买的，有争议，要有真实姓名、电话、地址；2026-04-15 起还要身份证件',
      '举报：有具体的违法线索；可以匿名，匿名的不告知结果',
    ],
    steps: [
      { label: '提交', what: '网上、窗口都行，可以匿名举报' },
      { label: '受理', what: '投诉 7 个工作日内告诉您受理不受理；举报直接核查' },
      { label: '调解', what: '双方同意才调解；2026-04-15 起收到的 60 日内，之前收到的 45 个工作日内，达不成就终止' },
      { label: '核查', what: '15 个工作日内核查、决定立不立案，复杂的可以再延 15 个工作日' },
      { label: '告知', what: '终止调解 7 个工作日内告诉双方；立不立案 5 个工作日内告诉实名举报人' },
    ],
    result: { label: '受理、调解、立案或者不予立案的告知书', kind: 'document', delivery: ['网上查看', '短信', '邮寄'] },
    fee: { charged: false },
    visits: 0,
    online: 'whole',
    acrossRegions: 'county',
    likelyOutcome: '投诉约有一半能调解退赔；举报查实的立案处罚，罚款归国库，不会给举报人。',
    questions: [
      {
        ask: '投诉和举报有什么不同？',
        answer:
          '投诉是您自己买东西吃亏了，要退要赔；举报是看到有人违法，要查处他。两样都要就选“投诉并举报”，会分成两件办。',
      },
      {
        ask: '会不会泄露我的身份？',
        answer: '不会。姓名、电话封存，办案人员打开要写理由并留痕，告知书上也不写您的名字。',
      },
      { ask: '不留名字行吗？', answer: '举报可以匿名，但要有具体线索，结果也没法告诉您。投诉要有真实身份。' },
      {
        ask: '有人用我的专利怎么办？',
        answer: '要停止侵权、要赔偿的是专利侵权纠纷，由有权的机关受理，可以先申请维权援助，帮您判断和找路子。',
      },
      { ask: '对方不肯赔怎么办？', answer: '调解不能强迫。达不成协议的，拿终止调解决定书去仲裁或者起诉。' },
    ],
    words: [
      '投诉',
      '举报',
      '假货',
      '买到假货',
      '冒牌',
      '假冒',
      '山寨',
      '侵权',
      '盗版',
      '盗图',
      '假专利',
      '乱标专利',
      '专利号是假的',
      '卖假壶',
      '假紫砂',
      '假大师作品',
      '高仿',
      '退货',
      '退款',
      '退一赔三',
      '12315',
      '12345',
      '线索',
      '打假',
      '抢注商标',
      '恶意抢注',
      '黑代理',
      '无证代理',
      '匿名举报',
      '检举',
      '告他',
      '查处',
      '直播间卖假货',
      '网店卖假',
      '冒用地理标志',
      '假宜兴紫砂',
    ],
  },
  form,
  materials,
  entrances: ['account', 'visit', 'anonymous', 'window', 'staff'],
  initial: 'received',
  states: {
    ...intakeStates,
    ...complaintStates(alone),
    ...reportStates(alone, { mayBeAnonymous: true }),
    handlingBoth: {
      label: '调解与核查并行',
      labelEn: 'Mediation beside verification',
      forApplicant: '投诉在调解，举报在核查，两边分开办，谁先办完先告诉您。',
      turn: 'unit',
      regions: {
        complaintSide: {
          label: '投诉',
          labelEn: 'Complaint',
          initial: beside('consulting'),
          states: complaintStates(beside),
        },
        reportSide: {
          label: '举报',
          labelEn: 'Report',
          initial: beside('verifying'),
          states: reportStates(beside, { mayBeAnonymous: false }),
        },
      },
      // biome-ignore lint/suspicious/noThenProperty: the word of the declaration; nobody awaits plain data
      then: 'bothClosed',
    },
    bothClosed: {
      label: '办结',
      labelEn: 'Done',
      forApplicant: '投诉和举报都办完了，结果看各自的告知书。',
      outcome: 'done',
    },
  },
  limits,
  documents,
  notices,
  writes,
  withdrawal: { in: ['received', 'identityAwaited', 'supplementing', 'consulting', 'mediating', 'testing'] },
  sealed: sealedFields,
  archive: { years: 10, category: '投诉举报' },
  sources: [
    {
      instrument: '市场监督管理投诉举报处理办法（市场监管总局令第121号）',
      article: '第三条、第七条、第十条、第十六条、第二十三条',
      certainty: 'found',
    },
    {
      instrument: '市场监督管理投诉举报处理暂行办法（市场监管总局令第20号）',
      article: '第十四条、第十五条、第二十一条、第三十一条',
      certainty: 'found',
    },
    { instrument: '中华人民共和国消费者权益保护法', article: '第三十九条、第四十六条', certainty: 'found' },
    { instrument: '市场监督管理行政处罚程序规定', article: '第十八条', certainty: 'found' },
  ],
  changes: [
    {
      from: '2026-04-15',
      what: '新的投诉举报处理办法施行：投诉要提供身份证件；调解期限由 45 个工作日改为 60 日；提供虚假材料、冒用他人名义、滥用投诉权利的不予受理或者终止调解。以收到之日为准。',
    },
  ],
})
