import { defineMatter } from '@qiangxian/kernel/matters/define-matter'
import { intakeDocuments } from '@qiangxian/kernel/matters/usual/usual-documents'
import { intakeLimits, usualIntake } from '@qiangxian/kernel/matters/usual/usual-intake'
import { closingNotices, usualNotices } from '@qiangxian/kernel/matters/usual/usual-notices'
import { organisationFields } from '@qiangxian/kernel/matters/usual/usual-people'
import { choice, choices, date, flag, integer, oneOf, text } from '@qiangxian/kernel/registers/fields'
import { scopes, standards } from './standards.ts'

const hasCertificate = { field: 'kind', is: 'certified' } as const
const isStarting = { field: 'kind', is: 'starting' } as const

/** 企业贯标备案: the start of adopting a standard, or the certificate that came of it. */
export const standardAdoption = defineMatter({
  id: 'standard-adoption',
  area: 'utilization',
  systems: ['S44', 'S12', 'S48'],
  label: '企业贯标备案',
  labelEn: 'Filing of standards adoption',
  about: '企业启动知识产权贯标，或者拿到了贯标证书，来备个案：计入贯标企业，能申请辅导和奖补。',
  titleFrom: ['organisationName'],
  guide: {
    itemType: '20',
    forWhom: ['enterprise', 'institution'],
    handling: 'promised',
    conditions: [
      '在本市注册、正常经营',
      '启动备案：已经确定标准、负责人和计划',
      '证书备案：证书在有效期内；GB/T 29490-2013 的证书 2025-12-31 以后不再有效',
    ],
    steps: [
      { label: '备案', what: '选启动还是证书，填表，单位信息自动带出' },
      { label: '核对', what: '5 个工作日内受理，核对证书真伪' },
      { label: '备案回执', what: '发备案回执，列入名录' },
    ],
    result: { label: '贯标备案回执', kind: 'document', delivery: ['网上下载'] },
    fee: { charged: false },
    visits: 0,
    online: 'whole',
    acrossRegions: 'county',
    byPromise: true,
    likelyOutcome: '材料齐的一周内备案；备案了才能报贯标奖补、排进免费辅导。',
    questions: [
      { ask: '贯标是什么？', answer: '按 GB/T 29490 等标准把企业的知识产权管起来，通过认证发证书，三年有效。' },
      { ask: '2013 版的证书还行吗？', answer: '不行了。没有在 2025-12-31 前换成 2023 版的，已经失效。' },
      { ask: '备案有什么好处？', answer: '列入贯标企业，能申请贯标奖补，优先安排辅导；评优势企业也看这个。' },
      { ask: 'ISO 56005 也算吗？', answer: '算。分五级，几级都可以备案。' },
    ],
    words: [
      '贯标',
      '贯标备案',
      '知识产权贯标',
      '29490',
      'GB/T 29490',
      'ISO56005',
      'ISO 56005',
      '体系认证',
      '管理体系',
      '合规管理体系',
      '贯标证书',
      '认证证书',
      '备案',
      '知识产权管理体系认证',
      '贯标辅导',
      '企业贯标',
    ],
  },
  form: {
    steps: [
      {
        id: 'kind',
        label: '备哪一种案',
        fields: {
          kind: choice(
            '备案类型',
            'Kind',
            [
              oneOf('starting', '启动贯标', 'Start', '启动备案'),
              oneOf('certified', '已经取得证书', 'Certified', '证书备案'),
            ],
            { required: true },
          ),
          standard: choice('标准', 'Standard', standards, { required: true }),
        },
      },
      { id: 'who', label: '企业', fields: organisationFields },
      {
        id: 'system',
        label: '体系和证书',
        fields: {
          officer: text('管理者代表', 'In charge', {
            required: true,
            sensitivity: 'personal',
            mask: 'name',
            longest: 50,
          }),
          advisedBy: text('辅导机构', 'Advised by', { longest: 200, help: '自己做的不填' }),
          plannedFor: {
            ...date('计划取证日期', 'Planned for', { required: true, mayLieAhead: true }),
            when: isStarting,
          },
          plan: { ...text('工作计划', 'Plan', { required: true, multiline: true, longest: 2_000 }), when: isStarting },
          certificateNo: {
            ...text('证书编号', 'Certificate number', { required: true, sensitivity: 'open', longest: 60 }),
            when: hasCertificate,
          },
          certifiedBy: {
            ...text('认证机构', 'Certified by', { required: true, sensitivity: 'open', longest: 150 }),
            when: hasCertificate,
          },
          gradeLevel: {
            ...integer('等级', 'Grade', { least: 1, most: 5, help: 'ISO 56005 的填，1 到 5 级' }),
            when: hasCertificate,
          },
          certificateScope: { ...choices('认证范围', 'Scope', scopes), when: hasCertificate },
          issuedOn: { ...date('发证日期', 'Issued on', { required: true }), when: hasCertificate },
          validUntil: {
            ...date('有效期至', 'Valid until', { required: true, isLastDay: true, mayLieAhead: true }),
            when: hasCertificate,
          },
          promises: flag('承诺属实', 'Promise', { required: true, help: '虚假备案的撤销，并记入信用' }),
        },
      },
    ],
  },
  materials: [
    {
      id: 'licence',
      label: '营业执照',
      kind: 'copy',
      copies: 1,
      necessity: 'required',
      origin: 'government',
      shared: { register: 'market-entity', through: 'id', says: '主体名录里已有您单位的登记信息，不用再交营业执照' },
    },
    {
      id: 'certificate',
      label: '贯标证书',
      kind: 'copy',
      copies: 1,
      necessity: 'required',
      when: hasCertificate,
      origin: 'other',
      shared: {
        register: 'standard-certificate',
        through: 'enterprise',
        says: '贯标证书名录里已有您单位的证书，不用再交',
      },
    },
    {
      id: 'decision',
      label: '启动贯标的决定或者管理手册',
      kind: 'copy',
      copies: 1,
      necessity: 'later',
      when: isStarting,
      origin: 'applicant',
      notes: '可以先备案，后补交',
    },
  ],
  entrances: ['account', 'window'],
  initial: 'received',
  states: {
    ...usualIntake({ to: 'checking', guards: ['standard-adoption.certificate-in-force'] }),
    checking: {
      label: '核对',
      labelEn: 'Checking',
      forApplicant: '已受理，正在核对。',
      turn: 'unit',
      acts: {
        enterCertificate: {
          label: '登记证书',
          labelEn: 'Enter the certificate',
          to: 'filed',
          by: ['handler'],
          main: true,
          key: 'y',
          batch: true,
          guards: ['standard-adoption.is-certified', 'standard-adoption.certificate-in-force'],
          issues: 'filing',
          fields: {
            verifiedBy: text('怎么核对的', 'How verified', {
              required: true,
              longest: 200,
              help: '认证认可公示平台查询等',
            }),
          },
        },
        confirmStart: {
          label: '启动备案',
          labelEn: 'Confirm the start',
          to: 'started',
          by: ['handler'],
          main: true,
          batch: true,
          guards: ['standard-adoption.is-starting'],
          issues: 'filing',
        },
        declineFiling: {
          label: '不予备案',
          labelEn: 'Decline',
          to: 'notFiled',
          by: ['head'],
          notTheHandler: true,
          issues: 'refusal',
          fields: { reason: text('理由', 'Reason', { required: true, multiline: true, longest: 2_000 }) },
        },
      },
    },
    filed: {
      label: '已备案（有证书）',
      labelEn: 'Filed with certificate',
      forApplicant: '证书已登记，回执可以下载。现在可以申请贯标奖补。',
      outcome: 'granted',
    },
    started: {
      label: '已备案（启动）',
      labelEn: 'Start filed',
      forApplicant: '启动备案完成，回执可以下载。拿到证书请再来备案。',
      outcome: 'granted',
    },
    notFiled: {
      label: '不予备案',
      labelEn: 'Not filed',
      forApplicant: '没有备案，理由写在决定书里。',
      outcome: 'refused',
    },
  },
  limits: [
    ...intakeLimits({ acceptance: 'service.acceptance', supplement: 'service.supplement' }),
    {
      id: 'decide',
      label: '办结期限',
      labelEn: 'To file',
      rule: 'service.handling',
      promised: { n: 10, unit: 'workingDay' },
      startsWith: ['act:accept'],
      endsWith: ['act:enterCertificate', 'act:confirmStart', 'act:declineFiling'],
      whose: 'unit',
    },
  ],
  documents: {
    ...intakeDocuments({
      called: '企业贯标备案',
      mark: '知标',
      addressee: '{form.organisationName}',
      decideLimit: 'decide',
    }),
    filing: {
      label: '贯标备案回执',
      form: 'receipt',
      title: '企业知识产权贯标备案回执',
      number: '知标备〔{year}〕{n}号',
      addressee: '{form.organisationName}',
      body: [
        {
          table: [
            { label: '办件编号', value: '{fact.number}' },
            { label: '备案类型', value: '{form.kind}' },
            { label: '标准', value: '{form.standard}' },
            { label: '备案日期', value: '{fact.today}' },
          ],
        },
        { paragraph: '证书编号：{form.certificateNo}，有效期至{form.validUntil}。', when: hasCertificate },
        { paragraph: '计划取证日期：{form.plannedFor}。', when: isStarting },
      ],
      signedBy: 'unit',
      sealed: true,
    },
    refusal: {
      label: '不予备案决定书',
      form: 'notice',
      title: '企业知识产权贯标不予备案决定书',
      number: '知标不〔{year}〕{n}号',
      addressee: '{form.organisationName}',
      body: [
        { paragraph: '你单位的贯标备案申请（办件编号：{fact.number}），决定不予备案。' },
        { paragraph: '理由：{input.reason}' },
        { paragraph: '条件具备后可以重新备案。' },
      ],
      signedBy: 'unit',
      sealed: true,
    },
  },
  notices: [
    ...usualNotices,
    ...closingNotices('decide'),
    {
      on: 'act:enterCertificate',
      to: 'applicant',
      title: '贯标证书已登记',
      body: '办件{fact.number}已备案，回执可以下载，可以申请贯标奖补。',
    },
    {
      on: 'act:confirmStart',
      to: 'applicant',
      title: '贯标启动已备案',
      body: '办件{fact.number}已备案，拿到证书请再来备案。',
    },
    {
      on: 'act:declineFiling',
      to: 'applicant',
      title: '没有备案',
      body: '办件{fact.number}没有备案，理由写在决定书里。',
    },
  ],
  writes: [
    {
      on: 'act:enterCertificate',
      register: 'standard-certificate',
      changesExisting: true,
      values: {
        certificateNo: { form: 'certificateNo' },
        enterprise: { form: 'organisationName' },
        standard: { form: 'standard' },
        gradeLevel: { form: 'gradeLevel' },
        scope: { form: 'certificateScope' },
        certifiedBy: { form: 'certifiedBy' },
        issuedOn: { form: 'issuedOn' },
        validUntil: { form: 'validUntil' },
      },
    },
    {
      on: 'act:enterCertificate',
      register: 'standard-adoption',
      changesExisting: true,
      values: {
        enterprise: { form: 'organisationName' },
        standard: { form: 'standard' },
        stage: { literal: 'certified' },
        filedOn: { fact: 'today' },
        advisedBy: { form: 'advisedBy' },
        certificateNo: { form: 'certificateNo' },
        documentNo: { fact: 'documentNumber' },
      },
    },
    {
      on: 'act:confirmStart',
      register: 'standard-adoption',
      changesExisting: true,
      values: {
        enterprise: { form: 'organisationName' },
        standard: { form: 'standard' },
        stage: { literal: 'starting' },
        filedOn: { fact: 'today' },
        plannedFor: { form: 'plannedFor' },
        advisedBy: { form: 'advisedBy' },
        documentNo: { fact: 'documentNumber' },
      },
    },
  ],
  withdrawal: { in: ['received', 'supplementing', 'checking'] },
  archive: { years: 10, category: '贯标' },
  sources: [
    { instrument: '工作方案', article: '任务 15', certainty: 'found' },
    { instrument: '企业知识产权合规管理体系 要求（GB/T 29490-2023）', article: '', certainty: 'found' },
    { instrument: '认监委、国家知识产权局公告 2023 年第27号', article: '', certainty: 'found' },
  ],
})
