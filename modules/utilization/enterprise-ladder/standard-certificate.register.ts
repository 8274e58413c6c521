import { defineRegister } from '@qiangxian/kernel/registers/define-register'
import { choice, choices, date, integer, link, text } from '@qiangxian/kernel/registers/fields'
import { files, remarks } from '@qiangxian/kernel/registers/usual-fields'
import { scopes, standards } from './standards.ts'

const open = { sensitivity: 'open' } as const

/** 贯标证书: management systems certified by GB/T 29490 and its like, and the grades of ISO 56005. */
export const standardCertificate = defineRegister({
  id: 'standard-certificate',
  alsoCalled: ['certificates', 'certified-enterprises'],
  area: 'utilization',
  systems: ['S12', 'S44'],
  label: '贯标证书名录',
  labelEn: 'Certificates of management systems',
  recordLabel: '贯标证书',
  countUnit: '张',
  about: '知识产权管理体系认证和创新管理国际标准分级证书；2013 版证书未在 2025-12-31 前换版的，自 2026-01-01 起撤销。',
  source:
    '企业知识产权合规管理体系 要求（GB/T 29490-2023）；认监委、国家知识产权局公告 2023 年第27号（换版）；国知办发运字〔2023〕23号（ISO 56005）',
  fields: {
    certificateNo: text('证书编号', 'Certificate number', {
      ...open,
      required: true,
      longest: 60,
      aliases: ['证书号', '认证证书编号', '认证证书号'],
    }),
    enterprise: link('企业', 'Enterprise', 'market-entity', {
      ...open,
      required: true,
      aliases: ['企业名称', '获证组织', '单位名称', '获证单位'],
    }),
    standard: choice('标准', 'Standard', standards, {
      ...open,
      required: true,
      aliases: ['认证标准', '贯标标准', '认证依据', '标准号'],
    }),
    gradeLevel: integer('等级', 'Grade', {
      ...open,
      least: 1,
      most: 5,
      aliases: ['级别', '评价等级', '分级'],
      help: 'ISO 56005：1 初始级、2 过程级、3 项目级、4 系统级、5 生态级',
    }),
    scope: choices('认证范围', 'Scope', scopes, { ...open, aliases: ['范围'] }),
    certifiedBy: text('认证机构', 'Certified by', { ...open, longest: 150, aliases: ['发证机构', '评价机构'] }),
    issuedOn: date('发证日期', 'Issued on', {
      ...open,
      required: true,
      aliases: ['颁证日期', '首次发证日期', '获证日期', '发证时间'],
    }),
    validUntil: date('有效期至', 'Valid until', {
      ...open,
      isLastDay: true,
      mayLieAhead: true,
      notBefore: ['issuedOn'],
      aliases: ['证书到期日', '到期日', '有效期截止'],
    }),
    lastSurveyOn: date('最近监督审核', 'Last surveillance', {
      ...open,
      notBefore: ['issuedOn'],
      aliases: ['监督审核日期'],
    }),
    endedOn: date('撤销日期', 'Ended on', { ...open, notBefore: ['issuedOn'], aliases: ['暂停撤销日期', '注销日期'] }),
    endReason: text('撤销原因', 'Reason of end', { ...open, longest: 200 }),
    evidence: files('证书', 'Certificate'),
    remarks: remarks(),
  },
  key: ['certificateNo'],
  title: 'certificateNo',
  columns: ['certificateNo', 'enterprise', 'standard', 'gradeLevel', 'issuedOn', 'validUntil', 'endedOn'],
  validity: { from: 'issuedOn', until: ['validUntil', 'endedOn'] },
  unitFrom: 'enterprise',
  access: {
    public: ['certificateNo', 'enterprise', 'standard', 'gradeLevel', 'issuedOn', 'validUntil', 'endedOn'],
    units: 'all',
    editedBy: 'units',
  },
  retentionYears: null,
})
