import type { Condition, Formula } from '@qiangxian/engines/formula/formula.types'
import { defineIndicator } from '@qiangxian/kernel/indicators/define-indicator'

/** 宽展期: the law gives six months; a county may count none of them, and up to a year of them. */
const MOST_MONTHS_OF_GRACE = 12

/** A mark counts until its term ends, and through the months of grace that the county counts. */
const inForce: Condition = {
  parameter: 'indicator.mark-grace-months',
  otherwise: '6',
  cases: Object.fromEntries(
    Array.from({ length: MOST_MONTHS_OF_GRACE + 1 }, (_, months) => [
      String(months),
      { from: 'registeredOn', until: [{ field: 'expiresOn', months }, 'endedOn'] },
    ]),
  ),
}

const collective: Condition = { all: [{ named: 'collective-or-certification' }, inForce] }
const counted = { measure: 'count', window: { kind: 'stock' }, unit: '件' } as const

const madrid = [
  { registrationNo: '1234567', name: '甲', registeredOn: '2020-01-01', expiresOn: '2030-01-01', classCount: 3 },
  { registrationNo: '1234568', name: '乙', registeredOn: '2016-03-01', expiresOn: '2026-03-01', classCount: 1 },
  { registrationNo: '1234569', name: '丙', registeredOn: '2015-10-01', expiresOn: '2025-10-01', classCount: 1 },
  { registrationNo: '1234570', name: '丁', registeredOn: '2020-01-01', endedOn: '2026-01-01', classCount: 1 },
]

/** C6 */
export const madridInForce = defineIndicator({
  id: 'madrid-registration.in-force',
  label: '马德里商标有效注册量',
  labelEn: 'Madrid registrations in force',
  unit: '件',
  decimals: 0,
  better: 'higher',
  meaning: '统计日有效的马德里商标国际注册件数，一个国际注册计一件，与指定多少国家无关。',
  formula: {
    parameter: 'indicator.C6.count-by',
    otherwise: 'registration',
    cases: {
      registration: { ...counted, register: 'madrid-registration', where: inForce },
      class: {
        measure: 'sum',
        register: 'madrid-registration',
        field: 'classCount',
        where: inForce,
        window: { kind: 'stock' },
        unit: '件',
      },
    },
  },
  byUnit: true,
  caveats: [
    '按国际注册号计，不按指定国家计；参数可改为按类别计，那时须填写类别数。',
    '期满后的宽展期内仍计有效，月数由参数决定，最多 12 个月。',
  ],
  dataFrom: '国家知识产权局、世界知识产权组织',
  source: '方案工作目标、任务 6；国家知识产权局商标统计口径',
  officialSeries: '马德里商标有效注册量（官方）',
  cases: [
    {
      name: '宽展期内的仍计，过了宽展期的和已注销的不计',
      on: '2026-06-30',
      given: { 'madrid-registration': madrid },
      expect: 2,
    },
    {
      name: '参数：宽展期不计',
      on: '2026-06-30',
      given: { 'madrid-registration': madrid },
      parameters: { 'indicator.mark-grace-months': 0 },
      expect: 1,
    },
    {
      name: '参数：按类别计',
      on: '2026-06-30',
      given: { 'madrid-registration': madrid },
      parameters: { 'indicator.C6.count-by': 'class' },
      expect: 4,
    },
    { name: '名录还没有数据时是缺数', on: '2026-06-30', given: {}, expect: 'missing' },
  ],
})

const collectiveMarks: Formula = { ...counted, register: 'trademark', where: collective }
const marks = [
  { registrationNo: '1', niceClass: '21', name: '甲', markType: 'certification', registeredOn: '2020-01-01' },
  { registrationNo: '1', niceClass: '30', name: '甲', markType: 'certification', registeredOn: '2020-01-01' },
  { registrationNo: '2', niceClass: '30', name: '乙', markType: 'collective', registeredOn: '2021-01-01' },
  { registrationNo: '3', niceClass: '30', name: '丙', markType: 'ordinary', registeredOn: '2021-01-01' },
  {
    registrationNo: '4',
    niceClass: '30',
    name: '丁',
    markType: 'collective',
    registeredOn: '2015-01-01',
    expiresOn: '2025-01-01',
  },
]

/** C7 */
export const collectiveAndCertificationMarks = defineIndicator({
  id: 'trademark.collective-and-certification',
  label: '集体商标、证明商标',
  labelEn: 'Collective and certification marks',
  unit: '件',
  decimals: 0,
  better: 'higher',
  meaning: '统计日有效的集体商标和证明商标件数。',
  formula: {
    parameter: 'indicator.C7.count-by',
    otherwise: 'registration',
    cases: {
      registration: { ...counted, register: 'trademark', where: collective, once: ['registrationNo'] },
      class: collectiveMarks,
    },
  },
  byUnit: true,
  caveats: [
    '默认按注册号计：一标多类只计一件；按类别计时一类一件，与国家局统计一致。',
    '期满后的宽展期内仍计有效，月数由参数决定。',
  ],
  dataFrom: '国家知识产权局商标局',
  source: '方案工作目标、任务 25；集体商标、证明商标注册和管理规定（国家知识产权局令第79号）',
  cases: [
    { name: '一标两类计一件，普通商标和过期的不计', on: '2026-06-30', given: { trademark: marks }, expect: 2 },
    {
      name: '参数：按类别计',
      on: '2026-06-30',
      given: { trademark: marks },
      parameters: { 'indicator.C7.count-by': 'class' },
      expect: 3,
    },
    { name: '名录还没有数据时是缺数', on: '2026-06-30', given: {}, expect: 'missing' },
  ],
})

/** 有效注册商标, per registration and class. */
export const marksInForce = defineIndicator({
  id: 'trademark.in-force',
  label: '有效注册商标量',
  labelEn: 'Marks in force',
  unit: '件',
  decimals: 0,
  better: 'higher',
  meaning: '统计日有效的注册商标件数，按注册号和类别计，一标多类的每类一件。',
  formula: { ...counted, register: 'trademark', where: inForce },
  byUnit: true,
  caveats: ['与国家局统计一致，按类计件；没有方案目标。'],
  dataFrom: '国家知识产权局商标局',
  source: '国家知识产权局商标统计口径',
  cases: [{ name: '一标两类计两件', on: '2026-06-30', given: { trademark: marks }, expect: 4 }],
})
