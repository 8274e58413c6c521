import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { date, link, money } from '@qiangxian/kernel/registers/fields'
import { remarks } from '@qiangxian/kernel/registers/usual-fields'

/** 质押的专利: which patents secure a pledge, each with the part of the amount that is its own. */
export const pledgedRight = defineRegister({
  id: 'pledged-right',
  area: 'utilization',
  systems: ['S13', 'S42'],
  label: '质押专利清单',
  labelEn: 'Pledged patents',
  recordLabel: '质押专利',
  countUnit: '件',
  about: '每笔质押包含哪些专利、各分摊多少金额；高价值发明专利的第四种情形由它判定。',
  source: '专利权质押登记办法（国家知识产权局公告第461号）第八条（质押合同载明的专利）；高价值发明专利统计口径',
  fields: {
    pledge: link('质押登记', 'Pledge', 'pledge', {
      required: true,
      aliases: ['质押登记号', '登记号', '质押登记编号'],
    }),
    patent: link('专利', 'Patent', 'patent', {
      required: true,
      aliases: ['专利号', '申请号', '质押专利号'],
    }),
    attributedAmount: money('分摊金额', 'Attributed amount', {
      writtenIn: '万元',
      least: 0,
      aliases: ['分摊担保金额', '单件金额', '质押金额'],
      help: '合同未写明各件金额的，平均分摊',
    }),
    registeredOn: date('登记日期', 'Registered on', { required: true, aliases: ['质押登记日', '登记生效日'] }),
    releasedOn: date('注销日期', 'Released on', { notBefore: ['registeredOn'], aliases: ['解除日期', '质押注销日'] }),
    remarks: remarks(),
  },
  key: ['pledge', 'patent'],
  title: 'patent',
  columns: ['pledge', 'patent', 'attributedAmount', 'registeredOn', 'releasedOn'],
  validity: { from: 'registeredOn', until: ['releasedOn'] },
  unitFrom: 'patent',
  access: { public: 'none', units: 'own', editedBy: 'office' },
  retentionYears: 30,
})
