import type { QualityRuleDeclaration } from '@qiangxian/kernel/indicators/indicator.types'

const source = '地理标志产品保护办法（国家知识产权局令第80号）；专用标志使用管理的通行做法'

export const unusedEighteenMonths: QualityRuleDeclaration = {
  id: 'gi-user.unused-18-months',
  label: '专用标志已 18 个月未用',
  labelEn: 'Mark unused for 18 months',
  severity: 'note',
  remedy: '满 24 个月未用将被停止使用资格。请提醒使用人，或更新最近使用日期。',
  remedyEn: 'After 24 months the right to use it ends. Remind the user, or enter when it was last used.',
  source,
  withinWorkingDays: 20,
  finds: {
    check: 'records',
    register: 'gi-user',
    where: {
      all: [
        { named: 'in-force' },
        { from: { field: 'lastUsedOn', months: 18 }, until: [{ field: 'lastUsedOn', months: 24 }] },
      ],
    },
    field: 'lastUsedOn',
  },
}

export const unusedTwentyFourMonths: QualityRuleDeclaration = {
  id: 'gi-user.unused-24-months',
  label: '专用标志已 24 个月未用',
  labelEn: 'Mark unused for 24 months',
  severity: 'warning',
  remedy: '请核实：仍在用的更新最近使用日期，确已不用的登记终止。',
  remedyEn: 'Find out: enter when it was last used, or end it.',
  source,
  withinWorkingDays: 20,
  finds: {
    check: 'records',
    register: 'gi-user',
    where: { all: [{ named: 'in-force' }, { from: { field: 'lastUsedOn', months: 24 } }] },
    field: 'lastUsedOn',
  },
}

export const salesJump: QualityRuleDeclaration = {
  id: 'gi-sales.far-from-last-year',
  label: '地理标志销售额与上年相差很大',
  labelEn: 'Sales far from those of last year',
  severity: 'warning',
  remedy: '多半是单位写错（元、万元）或年份写错。请与使用人核对；属实的写明说明。',
  remedyEn: 'Mostly the unit or the year is wrong. Ask the user; explain it where it is so.',
  source: '平台默认',
  withinWorkingDays: 10,
  finds: { check: 'outlier', register: 'gi-sales', field: 'sales', on: 'year', per: ['gi', 'user'], times: 5 },
}

export const salesYear: QualityRuleDeclaration = {
  id: 'gi-sales.year-impossible',
  label: '销售年度不可能',
  labelEn: 'Impossible year of sales',
  severity: 'error',
  remedy: '早于 2000 年或还没有到。请改正年度。',
  remedyEn: 'Before 2000, or still ahead. Mend the year.',
  source: '平台默认',
  withinWorkingDays: 10,
  finds: { check: 'dateRange', register: 'gi-sales', field: 'year', notBefore: '2000-01-01', notAfter: 'today' },
}
