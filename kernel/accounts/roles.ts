import type { Localized } from '../errors/define-errors.ts'

/**
 * Roles as data: what a role is called and what it may do.
 *
 * An account holds any number of roles, each for a party. Everyone, signed in or not, holds `public`. A permission says
 * what one may try; which units' things one reaches with it is decided again in the look-up (`unitsActedFor`).
 */
export const permissions = {
  'session.own': { zh: '登录、退出、管理自己的会话', en: 'Sign in and out, manage own sessions' },
  'programme.read': { zh: '查看已公开的方案', en: 'Read the published programme' },
  'progress.read': { zh: '查看全部进展、数值和督办', en: 'Read all progress, values and supervision' },
  'plan.review': { zh: '上传、核对方案', en: 'Upload and review a plan' },
  'plan.adopt': { zh: '采纳、修订方案', en: 'Adopt and amend a plan' },
  'breakdown.decide': { zh: '分解目标、分配任务', en: 'Break targets down and hand out parts of tasks' },
  'work.read': { zh: '查看应办事项和报送', en: 'Read duties and reports' },
  'report.draft': { zh: '填报进展和数值', en: 'Draft reports' },
  'report.submit': {
    zh: '审签并上报、申报办结、申请延期',
    en: 'Submit reports, report completion, ask for extensions',
  },
  'report.review': { zh: '审核、核定、退回报送', en: 'Check, approve and return reports' },
  'supervision.manage': { zh: '催办、督办、批准延期', en: 'Urge, supervise, decide on extensions' },
  'supervision.answer': { zh: '回复督办', en: 'Reply to urgings' },
  'clock.run': { zh: '运行催办时钟', en: 'Run the clock of supervision' },
  'party.manage': { zh: '维护组织机构', en: 'Maintain organisations' },
  'evidence.give': { zh: '上传文件', en: 'Give files' },
  'evidence.read': { zh: '查看自己有权查看的文件', en: 'Read files that one may see' },
  'notice.own': { zh: '查看自己的消息', en: 'Read own notices' },
  'account.manage': { zh: '管理账号', en: 'Manage accounts' },
  'demonstration.remove': { zh: '清除演示数据', en: 'Remove the demonstration data' },
  'register.read': { zh: '查看名录和台账', en: 'Read registers' },
  'register.own': { zh: '查看自己的名录记录、报错', en: 'Read own records and report mistakes' },
  'register.edit': { zh: '登记、修改名录记录', en: 'Add and change records' },
  'register.manage': {
    zh: '导入、批量修改、合并、作废名录记录',
    en: 'Import, change in bulk, merge and remove records',
  },
  'personal.disclose': { zh: '查看个人信息明文（留痕）', en: 'Read personal data in clear (journalled)' },
  'indicator.read': { zh: '查看测算指标和背后的记录', en: 'Read computed indicators and their records' },
  'indicator.define': { zh: '修改指标公式和口径', en: 'Change formulas and conditions of indicators' },
  'indicator.freeze': { zh: '核定、冻结测算值', en: 'Approve and freeze computed values' },
  'quality.manage': { zh: '处理数据质量问题', en: 'Settle findings of data quality' },
  'journal.read': { zh: '查看、校验日志', en: 'Read and verify the journal' },
  'service.read': { zh: '查看办事指南、公示和公开结果', en: 'Read guides, publications and published results' },
  'service.apply': { zh: '申请、查询、评价自己的办件', en: 'Apply, follow and rate own matters' },
  'matter.receive': { zh: '窗口收件', en: 'Receive matters at the window' },
  'matter.read': { zh: '查看本单位的办件', en: 'Read matters of one’s unit' },
  'matter.handle': { zh: '办理本单位的办件', en: 'Handle matters of one’s unit' },
  'matter.decide': { zh: '审批本单位的办件', en: 'Decide on matters of one’s unit' },
  'matter.review': { zh: '评审分配给自己的申请', en: 'Review what one was drawn for' },
  'draw.make': { zh: '随机抽取', en: 'Draw by chance' },
  'matter.oversee': { zh: '查看全部办件、督促、转交', en: 'Read all matters, urge, transfer' },
  'matter.unseal': { zh: '查看封存的身份（留痕）', en: 'Open sealed identities (journalled)' },
  'service.manage': { zh: '开放、暂停事项，发布事项新版本', en: 'Open and close matters, publish versions' },
  'rating.manage': { zh: '处理差评', en: 'Settle bad ratings' },
  'calendar.manage': { zh: '录入节假日安排', en: 'Load holiday calendars' },
  'delivery.manage': { zh: '管理短信、邮件和推送', en: 'Manage messages and webhooks' },
} as const satisfies Record<string, Localized>

export type Permission = keyof typeof permissions

interface RoleDeclaration {
  readonly label: Localized
  readonly about: Localized
  /** true: the role acts for a unit and cannot be held without one */
  readonly forUnit: boolean
  readonly grants: readonly Permission[]
}

const forEveryone = [
  'session.own',
  'programme.read',
  'evidence.read',
  'notice.own',
  'service.read',
  'service.apply',
] as const satisfies readonly Permission[]

const forUnitReporter = [
  ...forEveryone,
  'work.read',
  'report.draft',
  'supervision.answer',
  'evidence.give',
  'register.read',
  'register.edit',
  'indicator.read',
  'quality.manage',
] as const satisfies readonly Permission[]

export const roles = {
  administrator: {
    label: { zh: '平台管理员', en: 'Platform administrator' },
    about: { zh: '管理账号，查看日志；不代办业务', en: 'Manages accounts and reads the journal; does no business' },
    forUnit: false,
    grants: [
      ...forEveryone,
      'account.manage',
      'journal.read',
      'clock.run',
      'demonstration.remove',
      'indicator.read',
      'indicator.define',
      'service.manage',
      'calendar.manage',
      'delivery.manage',
    ],
  },
  office: {
    label: { zh: '领导小组办公室', en: 'Leading-group office' },
    about: {
      zh: '采纳、修订方案，分解目标，审核、核定报送，催办督办，维护组织机构',
      en: 'Adopts and amends the plan, breaks targets down, checks and approves reports, supervises',
    },
    forUnit: false,
    grants: [
      ...forEveryone,
      'plan.review',
      'plan.adopt',
      'progress.read',
      'breakdown.decide',
      'work.read',
      'report.review',
      'supervision.manage',
      'clock.run',
      'party.manage',
      'evidence.give',
      'journal.read',
      'register.read',
      'register.edit',
      'register.manage',
      'personal.disclose',
      'indicator.read',
      'indicator.define',
      'indicator.freeze',
      'quality.manage',
      'matter.read',
      'draw.make',
      'matter.oversee',
      'rating.manage',
      'service.manage',
      'calendar.manage',
    ],
  },
  unitHead: {
    label: { zh: '单位负责人', en: 'Head of a unit' },
    about: {
      zh: '审签本单位的报送并上报，回复督办，申请延期',
      en: 'Signs and submits the unit’s reports, answers urgings',
    },
    forUnit: true,
    grants: [
      ...forUnitReporter,
      'report.submit',
      'matter.read',
      'draw.make',
      'matter.handle',
      'matter.decide',
      'matter.unseal',
      'rating.manage',
    ],
  },
  unitReporter: {
    label: { zh: '单位填报人', en: 'Reporter of a unit' },
    about: { zh: '填报本单位的进展、数值和佐证', en: 'Drafts the unit’s reports and gives evidence' },
    forUnit: true,
    grants: forUnitReporter,
  },
  caseOfficer: {
    label: { zh: '承办人', en: 'Case officer' },
    about: {
      zh: '办理本单位收到的办件：受理、审查、拟定意见、送达',
      en: 'Handles the matters of the unit: accepts, examines, drafts, serves',
    },
    forUnit: true,
    grants: [
      ...forEveryone,
      'evidence.give',
      'register.read',
      'matter.read',
      'draw.make',
      'matter.handle',
      'matter.unseal',
    ],
  },
  windowClerk: {
    label: { zh: '窗口人员', en: 'Window clerk' },
    about: {
      zh: '在一个窗口为所有部门收件，打印凭证，发放结果',
      en: 'Receives for all departments at one window, prints receipts, hands out results',
    },
    forUnit: true,
    grants: [...forEveryone, 'evidence.give', 'register.read', 'matter.receive'],
  },
  expert: {
    label: { zh: '评审专家', en: 'Reviewing expert' },
    about: {
      zh: '评审抽取给自己的申请；看不到申请人，申请人也看不到专家',
      en: 'Reviews what they were drawn for; sees no applicant and is seen by none',
    },
    forUnit: false,
    grants: [...forEveryone, 'register.own', 'matter.review'],
  },
  citizen: {
    label: { zh: '个人用户', en: 'Citizen' },
    about: { zh: '申请、查询、评价自己的办件', en: 'Applies for, follows and rates own matters' },
    forUnit: false,
    grants: [...forEveryone, 'register.own'],
  },
  leader: {
    label: { zh: '领导', en: 'Leader' },
    about: { zh: '查看全部，不改动', en: 'Reads everything and changes nothing' },
    forUnit: false,
    grants: [...forEveryone, 'progress.read', 'work.read', 'register.read', 'indicator.read', 'matter.read'],
  },
  auditor: {
    label: { zh: '审计人员', en: 'Auditor' },
    about: { zh: '查看全部和日志，不改动', en: 'Reads everything and the journal, and changes nothing' },
    forUnit: false,
    grants: [
      ...forEveryone,
      'progress.read',
      'work.read',
      'journal.read',
      'register.read',
      'indicator.read',
      'matter.read',
    ],
  },
  enterprise: {
    label: { zh: '企业用户', en: 'Enterprise' },
    about: {
      zh: '查看本企业名下的权利、称号、质押和期限，发现有误可以报错',
      en: 'Reads what the registers hold of the enterprise, and reports mistakes',
    },
    forUnit: false,
    grants: [...forEveryone, 'register.own'],
  },
  public: {
    label: { zh: '社会公众', en: 'Public' },
    about: { zh: '查看已公开的内容', en: 'Reads what is published' },
    forUnit: false,
    grants: forEveryone,
  },
} as const satisfies Record<string, RoleDeclaration>

export type Role = keyof typeof roles

export const roleNames = Object.keys(roles) as readonly Role[]

/** Whether any of the roles grants the permission. */
export function mayDo(held: readonly Role[], permission: Permission): boolean {
  return held.some((role) => (roles[role].grants as readonly Permission[]).includes(permission))
}
