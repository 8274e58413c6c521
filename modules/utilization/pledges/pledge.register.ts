import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { choice, date, flag, integer, link, money, oneOf, share, text } from '@qiangxian/kernel/registers/fields'
import { files, remarks } from '@qiangxian/kernel/registers/usual-fields'

/** 知识产权质押登记: one record for each registration; which rights are pledged stands in a register of its own. */
export const pledge = defineRegister({
  id: 'pledge',
  area: 'utilization',
  systems: ['S42'],
  label: '质押登记簿',
  labelEn: 'Pledges',
  recordLabel: '质押',
  countUnit: '笔',
  about:
    '专利权、商标专用权、著作权等质押登记：担保金额、归属知识产权的金额和贷款金额是三个数；同一贷款的几次登记以合同号相认。',
  source:
    '专利权质押登记办法（国家知识产权局公告第461号）第三条；中华人民共和国民法典第四百四十四条；著作权质权登记办法第五条',
  fields: {
    registrationNo: text('质押登记号', 'Registration number', {
      required: true,
      longest: 60,
      aliases: ['登记号', '质押登记编号', '合同登记号', '质权登记号'],
    }),
    rightType: choice(
      '质押权利',
      'Kind of right',
      [
        oneOf('patent', '专利权', 'Patents', '专利'),
        oneOf('trademark', '注册商标专用权', 'Trade marks', '商标', '商标权'),
        oneOf('copyright', '著作权', 'Copyright', '版权'),
        oneOf('layout-design', '布图设计专有权', 'Layout designs', '布图设计'),
      ],
      { required: true, aliases: ['权利类型', '质押类型', '质物类型', '权利种类'] },
    ),
    pledgor: link('出质人', 'Pledgor', 'market-entity', {
      required: true,
      aliases: ['出质人名称', '借款企业', '企业名称', '出质企业'],
    }),
    pledgee: text('质权人', 'Pledgee', {
      required: true,
      longest: 200,
      aliases: ['质权人名称', '银行', '贷款银行', '金融机构'],
    }),
    loanContractNo: text('贷款合同号', 'Loan contract', {
      longest: 80,
      aliases: ['主合同号', '借款合同号', '借款合同编号', '贷款合同编号'],
      help: '同一笔贷款登记几次的写同一个号，融资额只计一次',
    }),
    securedAmount: money('担保债权金额', 'Secured amount', {
      writtenIn: '万元',
      required: true,
      least: 0,
      aliases: ['质押金额', '担保金额', '质押融资金额', '被担保债权数额', '登记金额'],
      help: '登记的担保债权数额；不是贷款余额',
      group: '金额',
    }),
    ipAmount: money('归属知识产权的金额', 'Amount secured by rights', {
      writtenIn: '万元',
      least: 0,
      aliases: ['知识产权担保金额', '知识产权质押额'],
      help: '组合质押中由知识产权担保的部分；没有其他担保时与担保债权金额相同',
      group: '金额',
    }),
    loanAmount: money('贷款金额', 'Loan', {
      writtenIn: '万元',
      least: 0,
      aliases: ['放款金额', '实际放款', '贷款发放额'],
      help: '实际发放的贷款',
      group: '金额',
    }),
    appraisal: money('评估价值', 'Appraised value', {
      writtenIn: '万元',
      least: 0,
      aliases: ['评估值', '评估金额'],
      group: '金额',
    }),
    interestRate: share('年利率', 'Interest', {
      least: 0,
      most: 100,
      decimals: 3,
      aliases: ['利率', '贷款利率'],
      group: '金额',
    }),
    rights: integer('质押件数', 'Rights pledged', {
      unit: '件',
      least: 0,
      aliases: ['专利件数', '权利件数', '质押数量'],
    }),
    registeredOn: date('登记日期', 'Registered on', {
      required: true,
      aliases: ['质押登记日', '登记生效日', '登记时间', '质押登记日期'],
      help: '质权自登记时设立；金额按这一天计',
      group: '期限',
    }),
    debtEndsOn: date('债务履行期至', 'Debt ends on', {
      mayLieAhead: true,
      notBefore: ['registeredOn'],
      aliases: ['贷款到期日', '债务到期日', '履行期限至'],
      group: '期限',
    }),
    releasedOn: date('注销日期', 'Released on', {
      notBefore: ['registeredOn'],
      aliases: ['质押注销日', '解除日期', '注销登记日'],
      group: '期限',
    }),
    isRenewal: flag('续贷续押', 'Renewal', {
      aliases: ['是否续展', '是否续押', '展期'],
      help: '注销后为同一债务重新登记的；官方总额中计入，净额中扣除',
      group: '期限',
    }),
    product: choice(
      '融资产品',
      'Product',
      [
        oneOf('ordinary', '一般质押贷款', 'Ordinary'),
        oneOf('suzhidai', '苏知贷', 'Suzhidai'),
        oneOf('guaranteed', '担保贷款', 'Guaranteed'),
        oneOf('combined', '组合质押', 'Combined security'),
      ],
      { aliases: ['贷款产品', '产品'] },
    ),
    evidence: files('登记通知书', 'Notice of registration'),
    remarks: remarks(),
  },
  key: ['registrationNo'],
  title: 'registrationNo',
  columns: ['registrationNo', 'rightType', 'pledgor', 'pledgee', 'securedAmount', 'registeredOn', 'releasedOn'],
  validity: { from: 'registeredOn', until: ['releasedOn'] },
  conditions: {
    'first-registration': {
      label: '非续押',
      labelEn: 'Not a renewal',
      meaning: '不是为同一债务注销后重新登记的，用于净额。',
      source: '县（市）参数 indicator.U5.amount：登记总额与扣除续展后的净额',
      holds: { not: { field: 'isRenewal', is: true } },
    },
  },
  unitFrom: 'pledgor',
  access: { public: 'none', units: 'own', editedBy: 'office' },
  retentionYears: 30,
})
