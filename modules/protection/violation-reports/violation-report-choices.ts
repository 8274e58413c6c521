import { oneOf } from '@qiangxian/kernel/registers/fields'

export const submissionKinds = [
  oneOf('complaint', '投诉', 'Complaint', '消费投诉'),
  oneOf('report', '举报', 'Report', '违法线索'),
  oneOf('both', '投诉并举报', 'Complaint and report', '投诉举报'),
] as const

export const violationKinds = [
  oneOf('trademark', '侵犯商标权、假冒商标', 'Trade mark infringement', '假货', '冒牌'),
  oneOf('false-patent', '假冒专利、乱标专利号', 'False patent marking', '假专利'),
  oneOf('patent', '侵犯专利权', 'Patent infringement'),
  oneOf('copyright', '盗版、侵犯著作权', 'Piracy', '盗图'),
  oneOf('geographical-indication', '冒用地理标志或者专用标志', 'Misuse of a geographical indication', '假冒产地'),
  oneOf('trade-secret', '侵犯商业秘密', 'Trade secrets'),
  oneOf('bad-faith', '恶意抢注商标、非正常申请专利', 'Bad-faith filings', '抢注'),
  oneOf('agency', '代理机构违法、无资质代理', 'Illegal agency work', '黑代理'),
  oneOf('other', '其他', 'Other'),
] as const

export const complaintOutcomes = [
  oneOf('agreed', '调解成功', 'Agreed'),
  oneOf('not-agreed', '调解未成，终止调解', 'Mediation ended'),
  oneOf('withdrawn', '撤回或者自行和解', 'Withdrawn or settled'),
  oneOf('refused', '不予受理', 'Refused'),
] as const

export const reportOutcomes = [
  oneOf('opened', '立案', 'Case opened'),
  oneOf('not-opened', '不予立案', 'Case not opened'),
  oneOf('referred', '移送其他机关', 'Referred'),
  oneOf('not-competent', '告知向有权机关举报', 'Told the competent authority'),
  oneOf('merged', '重复举报，并入已有案件', 'Merged with an earlier one'),
] as const

/** 不予受理投诉的情形. `from` and `until`: by the day on which the complaint came in. */
export const complaintRefusalGrounds = [
  { value: 'not-competent', label: '不属于本单位职责或者管辖', labelEn: 'Not our competence' },
  { value: 'handled', label: '同一争议已被法院、仲裁、行政机关、消协受理或者处理过', labelEn: 'Handled before' },
  {
    value: 'other-mediation-body',
    label: '同一争议其他依法成立的调解组织已处理（仅 2026-04-14 以前收到的）',
    labelEn: 'Handled by another mediation body (received until 2026-04-14)',
    until: '2026-04-14',
  },
  { value: 'not-for-living', label: '不是为生活消费，或者不能证明有消费争议', labelEn: 'Not for daily life' },
  { value: 'three-years', label: '知道权益受损已超过三年', labelEn: 'More than three years ago' },
  { value: 'material-missing', label: '没有提供规定的材料', labelEn: 'Material missing' },
  {
    value: 'false-material',
    label: '提供虚假材料（2026-04-15 起收到的）',
    labelEn: 'False material (received from 2026-04-15)',
    from: '2026-04-15',
  },
  {
    value: 'identity',
    label: '冒用他人名义，或者拒绝配合核验身份（2026-04-15 起收到的）',
    labelEn: 'Another person’s name used, or identity not proved (received from 2026-04-15)',
    from: '2026-04-15',
  },
  { value: 'other', label: '法律、法规规定的其他情形', labelEn: 'Other' },
] as const satisfies readonly RefusalGround[]

/** 终止调解的情形 */
export const mediationEndGrounds = [
  { value: 'settled', label: '投诉人撤回投诉或者双方自行和解', labelEn: 'Withdrawn or settled' },
  { value: 'no-tester', label: '对检测、鉴定的机构或者费用达不成一致', labelEn: 'No agreement on testing' },
  { value: 'stayed-away', label: '一方无正当理由不参加调解或者明确拒绝', labelEn: 'A side stays away or refuses' },
  { value: 'impossible', label: '一方明确表示无法达成协议', labelEn: 'A side says that it is impossible' },
  { value: 'time', label: '调解期限内没有达成协议', labelEn: 'No agreement in time' },
  { value: 'refusable', label: '发现应当不予受理的情形', labelEn: 'A ground of refusal appeared' },
  {
    value: 'abuse',
    label: '滥用投诉权利（2026-04-15 起收到的）',
    labelEn: 'Abuse of the right to complain (received from 2026-04-15)',
    from: '2026-04-15',
  },
  {
    value: 'death',
    label: '一方死亡或者终止，无人承受（2026-04-15 起收到的）',
    labelEn: 'A side died or ended (received from 2026-04-15)',
    from: '2026-04-15',
  },
  { value: 'other', label: '其他情形', labelEn: 'Other' },
] as const satisfies readonly RefusalGround[]

export interface RefusalGround {
  readonly value: string
  readonly label: string
  readonly labelEn: string
  readonly from?: string
  readonly until?: string
}
