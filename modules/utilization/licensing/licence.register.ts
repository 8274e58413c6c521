import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { choice, date, link, money, oneOf, text } from '@qiangxian/kernel/registers/fields'
import { files, remarks } from '@qiangxian/kernel/registers/usual-fields'

/** 转让、许可: what changes hands or is let for use. */
export const licence = defineRegister({
  id: 'licence',
  area: 'utilization',
  systems: ['S41'],
  label: '转让许可登记簿',
  labelEn: 'Assignments and licences',
  recordLabel: '转让许可',
  countUnit: '件次',
  about: '专利的转让、许可和开放许可备案：双方、日期、金额；许可合同自生效起三个月内备案。',
  source:
    '中华人民共和国专利法第十条（转让）、第十二条（许可）、第五十条至第五十二条（开放许可）；专利法实施细则第十五条（许可备案）',
  fields: {
    contractNo: text('合同或备案号', 'Contract or recordal number', {
      longest: 80,
      aliases: ['备案号', '合同备案号', '合同号', '登记号'],
    }),
    kind: choice(
      '种类',
      'Kind',
      [
        oneOf('assignment', '转让', 'Assignment', '专利权转让'),
        oneOf('licence', '许可', 'Licence', '普通许可', '独占许可', '排他许可'),
        oneOf('open-licence', '开放许可', 'Open licence'),
      ],
      { required: true, aliases: ['类型', '运用方式', '许可类型'] },
    ),
    patent: link('专利', 'Patent', 'patent', { required: true, aliases: ['专利号', '申请号', '许可专利号'] }),
    from: link('让与人（许可人）', 'From', 'market-entity', {
      aliases: ['转让人', '许可人', '让与人', '出让方'],
    }),
    to: link('受让人（被许可人）', 'To', 'market-entity', { aliases: ['被许可人', '受让人', '受让方'] }),
    recordedOn: date('备案日期', 'Recorded on', {
      required: true,
      aliases: ['登记日期', '备案时间', '登记生效日'],
    }),
    effectiveOn: date('合同生效日', 'Effective on', { aliases: ['生效日期', '合同生效日期'] }),
    endsOn: date('许可期限至', 'Licence ends on', {
      mayLieAhead: true,
      notBefore: ['effectiveOn'],
      aliases: ['许可到期日', '合同终止日'],
    }),
    amount: money('金额', 'Amount', {
      writtenIn: '万元',
      least: 0,
      aliases: ['合同金额', '交易金额', '许可费', '转让费'],
      help: '入门费与已付提成之和；无偿的填 0',
    }),
    evidence: files('备案证明', 'Certificate of recordal'),
    remarks: remarks(),
  },
  key: ['kind', 'patent', 'to', 'recordedOn'],
  title: 'patent',
  columns: ['kind', 'patent', 'from', 'to', 'recordedOn', 'amount'],
  unitFrom: 'from',
  access: { public: 'none', units: 'own', editedBy: 'office' },
  retentionYears: 30,
})
