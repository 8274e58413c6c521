import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { choice, choices, date, link, oneOf, text, unit } from '@qiangxian/kernel/registers/fields'
import { files, remarks } from '@qiangxian/kernel/registers/usual-fields'
import { helpKinds, results, rightKinds } from './rights-assistance-choices.ts'

/** 维权援助案件 */
export const rightsAssistanceCase = defineRegister({
  id: 'rights-assistance-case',
  alsoCalled: ['assistance-cases'],
  area: 'protection',
  systems: ['S37'],
  label: '维权援助台账',
  labelEn: 'Cases of rights assistance',
  recordLabel: '维权援助',
  countUnit: '件',
  about: '受理的知识产权维权援助：谁申请、要什么帮助、怎么办的、结果和回访。由维权援助事项办理时自动登记。',
  source: '知识产权维权援助工作指引（国家知识产权局）；工作方案任务 13',
  fields: {
    handledBy: unit('承办单位', 'Handled by', { origin: '办件', aliases: ['办理单位'] }),
    caseNo: text('编号', 'Number', { required: true, longest: 60, aliases: ['办件编号', '援助编号'] }),
    applicantName: text('申请人', 'Applicant', { sensitivity: 'personal', mask: 'name', longest: 200 }),
    enterprise: link('申请单位', 'Applying organisation', 'market-entity', { aliases: ['企业名称', '单位名称'] }),
    helpKinds: choices('援助方式', 'Kinds of help', helpKinds, { aliases: ['援助类型'] }),
    rightKind: choice('权利类型', 'Right', rightKinds, { aliases: ['知识产权类型'] }),
    rightNo: text('权利编号', 'Number of the right', { longest: 100, aliases: ['专利号', '注册号', '登记号'] }),
    overseas: choice('是否涉外', 'Abroad', [oneOf('no', '否', 'No'), oneOf('yes', '是', 'Yes')], { aliases: ['涉外'] }),
    acceptedOn: date('受理日期', 'Accepted on', { required: true, aliases: ['受理时间'] }),
    closedOn: date('办结日期', 'Closed on', { notBefore: ['acceptedOn'], aliases: ['结案日期'] }),
    result: choice('结果', 'Result', results, { aliases: ['办理结果'] }),
    documentNo: text('意见书文号', 'Number of the opinion', { longest: 100 }),
    satisfaction: choice(
      '回访评价',
      'Call-back',
      [
        oneOf('satisfied', '满意', 'Satisfied'),
        oneOf('fair', '基本满意', 'Fairly satisfied'),
        oneOf('dissatisfied', '不满意', 'Dissatisfied'),
        oneOf('unreached', '未联系上', 'Not reached'),
      ],
      { aliases: ['满意度', '回访结果'] },
    ),
    evidence: files('意见书和回访记录', 'Opinion and record of the call'),
    remarks: remarks(),
  },
  key: ['caseNo'],
  title: 'caseNo',
  columns: ['caseNo', 'enterprise', 'helpKinds', 'rightKind', 'acceptedOn', 'closedOn', 'result'],
  unitFrom: 'handledBy',
  access: { public: 'none', units: 'own', editedBy: 'units' },
  retentionYears: 10,
})
