import type { QualityRuleDeclaration } from '@qiangxian/kernel/indicators/indicator.types'

const shares = {
  patents: '专利密集型产业增加值占地区生产总值比重',
  copyright: '版权产业增加值占地区生产总值比重',
}

export const statisticJump: QualityRuleDeclaration = {
  id: 'statistic.far-from-last-year',
  label: '统计数与上年相差很大',
  labelEn: 'A statistic far from that of last year',
  severity: 'warning',
  remedy: '人口、产值一年内不会翻倍：多半是单位写错（万人、人）。请对照公报改正。',
  remedyEn: 'Population and output do not double in a year: mostly the unit is wrong. Compare with the communiqué.',
  source: '国民经济和社会发展统计公报',
  withinWorkingDays: 5,
  finds: {
    check: 'outlier',
    register: 'statistic',
    field: 'value',
    on: 'on',
    per: ['series', 'area'],
    times: 1.5,
    // Sums that grow from year to year, such as of pledges, may well double.
    where: { field: 'series', is: ['常住人口', '地区生产总值', shares.patents, shares.copyright] },
  },
}

export const statisticPublished: QualityRuleDeclaration = {
  id: 'statistic.published-before-day',
  label: '公布早于所属日期',
  labelEn: 'Published before the day it is about',
  severity: 'error',
  remedy: '自公布之日起使用这个数，日期错了会用得过早。请改正公布日期。',
  remedyEn: 'It is used from that day on. Mend the day of publication.',
  source: '平台默认',
  withinWorkingDays: 5,
  finds: { check: 'dateOrder', register: 'statistic', earlier: 'on', later: 'publishedOn' },
}

export const statisticSilent: QualityRuleDeclaration = {
  id: 'statistic.silent',
  label: '统计数据一年没有更新',
  labelEn: 'No statistic for a year',
  severity: 'warning',
  remedy: '统计公报每年三、四月发布。请录入最近一年的常住人口和地区生产总值。',
  remedyEn: 'The communiqué comes every spring. Enter population and output of the last year.',
  source: '国民经济和社会发展统计公报',
  withinWorkingDays: 10,
  finds: { check: 'silent', register: 'statistic', days: 400 },
}

export const residentsJump: QualityRuleDeclaration = {
  id: 'population.residents-jump',
  label: '常住人口一个月内变化过大',
  labelEn: 'Residents changed too much in a month',
  severity: 'error',
  remedy: '万人指标的分母变了一成半以上。请查统计数据名录里新录入的一条。',
  remedyEn: 'The denominator of figures per head moved by more than 15 percent. Look at what was entered last.',
  source: '平台默认',
  withinWorkingDays: 3,
  finds: { check: 'jump', indicator: 'population.residents', times: 1.15 },
}
