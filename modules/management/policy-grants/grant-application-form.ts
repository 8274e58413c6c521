import type { FormDeclaration, MaterialDeclaration } from '@qiangxian/kernel/matters/matter.types'
import { organisationFields } from '@qiangxian/kernel/matters/usual/usual-people'
import { choice, date, flag, link, money, oneOf, text } from '@qiangxian/kernel/registers/fields'

/** What experts read of an application; it may not say who applied. */
export const blindFields = [
  'projectTitle',
  'projectField',
  'goals',
  'innovation',
  'foundation',
  'plan',
  'outcomes',
  'totalCost',
  'asked',
] as const

export const form: FormDeclaration = {
  steps: [
    {
      id: 'call',
      label: '报哪一项',
      about: '系统会按平台已有的数据告诉您每项条件够不够，先看再填。',
      fields: {
        call: link('申报通知', 'Call', 'grant-call', { required: true }),
        callOpensOn: {
          ...date('申报开始', 'Opens on', { mayLieAhead: true }),
          prefill: { from: 'link', link: 'call', field: 'opensOn' },
        },
        callClosesOn: {
          ...date('申报截止', 'Closes on', { isLastDay: true, mayLieAhead: true }),
          prefill: { from: 'link', link: 'call', field: 'closesOn' },
        },
        callMost: {
          ...money('单个最高', 'Most for one', { writtenIn: '万元', least: 0 }),
          prefill: { from: 'link', link: 'call', field: 'perProjectMost' },
        },
      },
    },
    { id: 'who', label: '申报单位', fields: organisationFields },
    {
      id: 'project',
      label: '项目',
      about: '这一页给评审专家看，专家看不到您是谁：请不要写单位名称、姓名、地址，写了会被退回。',
      fields: {
        projectTitle: text('项目名称', 'Project', { required: true, longest: 200 }),
        projectField: choice(
          '技术领域',
          'Field',
          [
            oneOf('ceramics', '陶瓷', 'Ceramics'),
            oneOf('environment', '节能环保', 'Environment'),
            oneOf('cables', '电线电缆', 'Cables'),
            oneOf('materials', '新材料', 'Materials'),
            oneOf('machinery', '装备机械', 'Machinery'),
            oneOf('electronics', '电子信息', 'Electronics'),
            oneOf('biology', '生物医药', 'Biology'),
            oneOf('agriculture', '农业食品', 'Agriculture'),
            oneOf('services', '服务业', 'Services'),
          ],
          { required: true },
        ),
        goals: text('目标', 'Goals', {
          required: true,
          multiline: true,
          longest: 3_000,
          help: '三条以内，能量化的写数',
        }),
        innovation: text('创新点', 'Innovation', { required: true, multiline: true, longest: 3_000 }),
        foundation: text('已有基础', 'Foundation', {
          required: true,
          multiline: true,
          longest: 3_000,
          help: '写做到什么程度，不写单位名称和专利号',
        }),
        plan: text('实施方案和进度', 'Plan', { required: true, multiline: true, longest: 5_000 }),
        outcomes: text('预期成果和效益', 'Outcomes', { required: true, multiline: true, longest: 3_000 }),
        startsOn: date('开始日期', 'Starts on', { required: true, mayLieAhead: true }),
        endsOn: date('完成日期', 'Ends on', { required: true, mayLieAhead: true }),
      },
    },
    {
      id: 'money',
      label: '资金',
      fields: {
        totalCost: money('总投入', 'Total cost', { writtenIn: '万元', required: true, least: 0 }),
        asked: money('申请金额', 'Asked for', { writtenIn: '万元', required: true, least: 0, help: '不超过单个最高' }),
        otherSupport: text('已得过或者正在申请的其他财政资金', 'Other public money', {
          required: true,
          multiline: true,
          longest: 1_000,
          help: '没有就写“无”；同一内容不能重复支持',
        }),
        bankName: text('开户银行', 'Bank', { required: true, longest: 100 }),
        bankAccount: text('银行账号', 'Account', {
          required: true,
          sensitivity: 'sensitive',
          longest: 40,
          help: '单位对公账户；只用于拨付，加密保存',
        }),
        promises: flag('承诺', 'Promise', {
          required: true,
          help: '材料真实，没有严重失信、非正常专利申请；虚报的退回资金，三年内不得申报',
        }),
      },
    },
  ],
}

export const materials: readonly MaterialDeclaration[] = [
  {
    id: 'licence',
    label: '营业执照或者登记证书',
    kind: 'copy',
    copies: 1,
    necessity: 'required',
    origin: 'government',
    shared: { register: 'market-entity', through: 'id', says: '主体名录里已有您单位的登记信息，不用再交营业执照' },
  },
  {
    id: 'proposal',
    label: '项目申报书（匿名版）',
    kind: 'electronic',
    copies: 1,
    necessity: 'required',
    origin: 'applicant',
    notes: '给专家看的，不出现单位名称、人员姓名和标志',
  },
  {
    id: 'ownership',
    label: '知识产权证书',
    kind: 'copy',
    copies: 1,
    necessity: 'optional',
    origin: 'government',
    several: true,
    shared: { register: 'patent', through: 'owners', says: '专利名录里已有您单位名下的专利，不用再交证书' },
  },
  {
    id: 'proof',
    label: '与奖补规则对应的证明',
    kind: 'copy',
    copies: 1,
    necessity: 'later',
    origin: 'applicant',
    notes: '合同、发票、利息清单、获奖文件等，对照奖补规则；可以在形式审查期间补交',
    several: true,
  },
  {
    id: 'finance',
    label: '上年度财务报表',
    kind: 'copy',
    copies: 1,
    necessity: 'optional',
    origin: 'applicant',
  },
]
