import type { ConditionDeclaration } from '@qiangxian/kernel/registers/register.types'

const official = '国家知识产权局对“十四五”规划指标的说明（2021）；“十四五”国家知识产权保护和运用规划'

/** 高价值发明专利: which of the five grounds an invention meets; any one of them suffices, and it counts once. */
export const highValueConditions: Readonly<Record<string, ConditionDeclaration>> = {
  'strategic-emerging': {
    label: '属于战略性新兴产业',
    labelEn: 'Strategic emerging industry',
    meaning:
      '分类号列入国家知识产权局的战略性新兴产业分类与国际专利分类参照关系表；看任一分类号还是主分类号由参数决定。',
    source: `${official}第一种情形；战略性新兴产业分类与国际专利分类参照关系表（2021）（试行）`,
    holds: {
      codes: 'ipc',
      listedIn: 'ipc-industry',
      as: 'symbol',
      which: { parameter: 'indicator.C2.condition-one-ipc', otherwise: 'any' },
    },
  },
  'family-abroad': {
    label: '在海外有同族专利权',
    labelEn: 'Family member granted abroad',
    meaning: '有一件同族专利已由海外的局授权，只申请不算；港澳台是否计入与海外授权同一参数。',
    source: `${official}第二种情形`,
    holds: {
      related: 'overseas-patent',
      through: 'domesticPatent',
      where: {
        parameter: 'indicator.C4.include-hk-mo-tw',
        otherwise: 'false',
        cases: {
          true: { not: { field: 'office', is: 'CN' } },
          false: { not: { field: 'office', is: ['CN', 'HK', 'MO', 'TW'] } },
        },
      },
      on: 'grantedOn',
    },
  },
  'over-ten-years': {
    label: '维持年限超过十年',
    labelEn: 'In force for over ten years',
    meaning: '自申请日起满十年的次日起算；正好十年的那一天不算。',
    source: `${official}第三种情形；维持年限按有效专利年度报告自申请日起算`,
    holds: { from: { field: 'filedOn', years: 10, days: 1 } },
  },
  'high-pledge': {
    label: '实现较高质押融资金额',
    labelEn: 'Pledged for a high amount',
    meaning: '质押登记中分摊到本专利的金额累计达到参数所定的门槛；官方没有公布门槛。',
    source: `${official}第四种情形`,
    holds: {
      related: 'pledged-right',
      through: 'patent',
      on: 'registeredOn',
      sumOf: 'attributedAmount',
      reaches: { parameter: 'indicator.C2.pledge-threshold', otherwise: 10_000_000 },
    },
  },
  'won-national-award': {
    label: '获国家科学技术奖或中国专利奖',
    labelEn: 'National science award or China Patent Award',
    meaning: '获国家自然科学奖、技术发明奖、科技进步奖，或中国专利奖金奖、银奖、优秀奖；省级、市级奖不算。',
    source: `${official}第五种情形`,
    holds: {
      related: 'patent-award',
      through: 'patent',
      where: { field: 'awardKind', is: ['national-science', 'china-patent-award'] },
      on: 'awardedOn',
    },
  },
  'high-value': {
    label: '高价值',
    labelEn: 'High-value',
    meaning: '五种情形具备任何一种；具备几种也只计一件。',
    source: official,
    holds: {
      any: [
        { named: 'strategic-emerging' },
        { named: 'family-abroad' },
        { named: 'over-ten-years' },
        { named: 'high-pledge' },
        { named: 'won-national-award' },
      ],
    },
    grounds: ['strategic-emerging', 'family-abroad', 'over-ten-years', 'high-pledge', 'won-national-award'],
  },
  'high-value-in-force': {
    label: '有效的高价值发明专利',
    labelEn: 'High-value invention patent in force',
    meaning: '发明专利（含 PCT 进入国家阶段的），在统计日有效，并且属于高价值。',
    source: official,
    holds: { all: [{ field: 'patentType', is: 'invention' }, { named: 'in-force' }, { named: 'high-value' }] },
  },
}
