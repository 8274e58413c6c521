import type { DocumentTemplate } from '@qiangxian/kernel/matters/matter.types'

/**
 * No paper says who complained or reported: they name the number of the matter, so that a copy that comes into the hands
 * of the other side tells nothing (投诉举报处理办法：举报人信息保密).
 */
const complainant = '投诉人（编号{fact.number}）'
const reporter = '举报人（编号{fact.number}）'
const otherRoads =
  '您还可以依照消费者权益保护法第三十九条，与经营者协商和解、根据与经营者达成的仲裁协议提请仲裁，或者向人民法院提起诉讼。'

export const documents: Readonly<Record<string, DocumentTemplate>> = {
  complaintAcceptance: {
    label: '投诉受理告知书',
    form: 'notice',
    title: '投诉受理告知书',
    number: '知投受〔{year}〕{n}号',
    addressee: complainant,
    body: [
      { paragraph: '您于{fact.submittedOn}提出的对“{form.subjectName}”的投诉，符合规定，决定受理并组织调解。' },
      { paragraph: '调解须双方同意。达不成协议的，调解应在{limit.mediation.due}前终止，并告诉您其他途径。' },
      { list: 'limits' },
    ],
    signedBy: 'unit',
    sealed: true,
  },
  complaintRefusal: {
    label: '投诉不予受理告知书',
    form: 'notice',
    title: '投诉不予受理告知书',
    number: '知投不〔{year}〕{n}号',
    addressee: complainant,
    body: [
      {
        paragraph:
          '您于{fact.submittedOn}提出的对“{form.subjectName}”的投诉，属于下列情形：{input.ground}。决定不予受理。',
      },
      { paragraph: '理由：{input.reason}' },
      { paragraph: otherRoads },
    ],
    signedBy: 'unit',
    sealed: true,
  },
  identityNotice: {
    label: '提供身份证明告知书',
    form: 'notice',
    title: '提供身份证明告知书',
    number: '知投身〔{year}〕{n}号',
    addressee: complainant,
    body: [
      { paragraph: '您于{fact.submittedOn}提出的投诉，需要核验身份：{input.identityWords}' },
      { paragraph: '请于{limit.identity.due}前提供。逾期不提供或者提供虚假身份的，不予受理。' },
    ],
    signedBy: 'unit',
    sealed: true,
  },
  supplementNotice: {
    label: '补正告知书',
    form: 'notice',
    title: '投诉举报补正材料一次性告知书',
    number: '知投补〔{year}〕{n}号',
    addressee: '提交人（编号{fact.number}）',
    body: [
      { paragraph: '您于{fact.submittedOn}提交的投诉举报，需要补正。现将需要补正的全部内容一次告知：' },
      { paragraph: '{input.toSupplement}' },
      { list: 'missing' },
      {
        paragraph:
          '请于{limit.supplement.due}前补正。逾期未补正的，按现有材料处理不了的，不再处理；有新线索可以再次提交。',
      },
    ],
    signedBy: 'unit',
    sealed: true,
  },
  mediationNotice: {
    label: '调解通知书',
    form: 'notice',
    title: '消费纠纷调解通知书',
    number: '知投调〔{year}〕{n}号',
    addressee: '双方当事人（编号{fact.number}）',
    body: [
      { paragraph: '对“{form.subjectName}”的投诉，双方同意调解。' },
      {
        table: [
          { label: '调解时间', value: '{input.mediationOn}' },
          { label: '调解方式或者地点', value: '{input.mediationPlace}' },
          { label: '调解人员', value: '{input.mediators}' },
        ],
      },
      { paragraph: '认为调解人员与本案有利害关系的，可以在调解开始前申请回避。' },
      { paragraph: '一方无正当理由不参加的，终止调解。' },
    ],
    signedBy: 'unit',
    sealed: true,
  },
  mediationAgreement: {
    label: '调解书',
    form: 'letter',
    title: '消费纠纷调解书',
    number: '知投书〔{year}〕{n}号',
    addressee: '双方当事人（编号{fact.number}）',
    body: [
      { paragraph: '对“{form.subjectName}”的投诉，经调解，双方自愿达成如下协议：' },
      { paragraph: '{input.agreement}' },
      { paragraph: '履行期限：{input.performBy}。' },
      {
        paragraph:
          '本调解书自双方签字或者盖章之日起生效。不履行的，可以依照消费者权益保护法第三十九条申请仲裁或者提起诉讼。',
      },
    ],
    signedBy: 'unit',
    sealed: true,
  },
  mediationEnd: {
    label: '终止调解决定书',
    form: 'notice',
    title: '投诉终止调解决定书',
    number: '知投终〔{year}〕{n}号',
    addressee: '双方当事人（编号{fact.number}）',
    body: [
      { paragraph: '对“{form.subjectName}”的投诉，属于下列情形：{input.endGround}。决定终止调解。' },
      { paragraph: '{input.endReason}' },
      { paragraph: otherRoads },
      { paragraph: '终止调解不影响对违法行为的查处。' },
    ],
    signedBy: 'unit',
    sealed: true,
  },
  caseOpened: {
    label: '举报立案告知书',
    form: 'notice',
    title: '举报处理告知书（立案）',
    number: '知举立〔{year}〕{n}号',
    addressee: reporter,
    body: [
      {
        paragraph:
          '您于{fact.submittedOn}举报“{form.subjectName}”涉嫌违法（{form.violationKind}），经核查，决定立案调查。',
      },
      { paragraph: '举报人的姓名、联系方式等信息依法保密。谢谢您。' },
    ],
    signedBy: 'unit',
    sealed: true,
  },
  caseNotOpened: {
    label: '举报不予立案告知书',
    form: 'notice',
    title: '举报处理告知书（不予立案）',
    number: '知举不〔{year}〕{n}号',
    addressee: reporter,
    body: [
      {
        paragraph:
          '您于{fact.submittedOn}举报“{form.subjectName}”涉嫌违法（{form.violationKind}），经核查，{input.notOpenedBecause}',
      },
      { paragraph: '决定不予立案。有新的事实和证据，可以再次举报。' },
    ],
    signedBy: 'unit',
    sealed: true,
  },
  referral: {
    label: '举报移送告知书',
    form: 'notice',
    title: '举报处理告知书（移送或者告知有权机关）',
    number: '知举移〔{year}〕{n}号',
    addressee: reporter,
    body: [
      { paragraph: '您于{fact.submittedOn}举报“{form.subjectName}”的事项，应由{input.referredTo}处理。' },
      { paragraph: '{input.referWords}' },
    ],
    signedBy: 'unit',
    sealed: true,
  },
}
