import type { QualityRuleDeclaration } from '@qiangxian/kernel/indicators/indicator.types'

const law = '中华人民共和国专利法第三十九条、第四十条、第四十二条、第四十四条'
/** 专利法施行日: no application here is older. */
const FIRST_DAY = '1985-04-01'

export const patentCheckDigits: QualityRuleDeclaration = {
  id: 'patent.application-no-check',
  label: '专利号校验位不符',
  labelEn: 'Patent number whose check character does not fit',
  severity: 'error',
  remedy: '号码写错就找不到法律状态。请对照证书或登记簿改正；登记簿上就是如此的，写明说明。',
  remedyEn:
    'A wrong number finds no legal status. Compare with the certificate or register and mend it, or explain it.',
  source: '专利申请号标准 ZC 0006-2003',
  withinWorkingDays: 10,
  finds: { check: 'format', register: 'patent', field: 'applicationNo' },
}

export const patentsTwice: QualityRuleDeclaration = {
  id: 'patent.same-number',
  label: '两条专利一个号',
  labelEn: 'Two patents with one number',
  severity: 'error',
  remedy: '校验位不同而号码相同的是同一件专利，会重复计数。请核对后合并。',
  remedyEn: 'Numbers that differ in the check character alone are one patent, and count twice. Merge them.',
  source: '专利申请号标准 ZC 0006-2003',
  withinWorkingDays: 10,
  finds: { check: 'duplicates', register: 'patent', by: ['applicationNo'], beforeDot: ['applicationNo'] },
}

export const patentsAlike: QualityRuleDeclaration = {
  id: 'patent.same-title-owner-day',
  label: '同一权利人同日同名的同类专利',
  labelEn: 'Patents of one owner, day, type and title',
  severity: 'note',
  remedy: '可能是重复录入，也可能确是两件。请核对申请号；确是两件的写明说明。',
  remedyEn: 'They may be one patent entered twice, or two. Compare the numbers, and explain where they are two.',
  source: '平台默认',
  withinWorkingDays: null,
  finds: { check: 'duplicates', register: 'patent', by: ['title', 'owners', 'filedOn', 'patentType'] },
}

export const patentGrantedFirst: QualityRuleDeclaration = {
  id: 'patent.granted-before-filed',
  label: '授权早于申请',
  labelEn: 'Granted before it was filed',
  severity: 'error',
  remedy: '授权量按授权公告日归年，日期错了就计错年份。请对照证书改正。',
  remedyEn: 'Grants are counted by their day; a wrong one falls into the wrong year. Compare with the certificate.',
  source: law,
  withinWorkingDays: 10,
  finds: { check: 'dateOrder', register: 'patent', earlier: 'filedOn', later: 'grantedOn' },
}

export const patentFiledDay: QualityRuleDeclaration = {
  id: 'patent.filed-on-impossible',
  label: '申请日不可能',
  labelEn: 'Impossible filing date',
  severity: 'error',
  remedy: '年份写成 0204 之类，或晚于今天。维持年限和期限都由它算，请改正。',
  remedyEn: 'A year such as 0204, or a day that lies ahead. Terms are reckoned from it; mend it.',
  source: law,
  withinWorkingDays: 10,
  finds: { check: 'dateRange', register: 'patent', field: 'filedOn', notBefore: FIRST_DAY, notAfter: 'today' },
}

export const patentGrantedDay: QualityRuleDeclaration = {
  id: 'patent.granted-on-impossible',
  label: '授权公告日不可能',
  labelEn: 'Impossible day of grant',
  severity: 'error',
  remedy: '年份写成 0204 之类，或晚于今天。请对照证书改正。',
  remedyEn: 'A year such as 0204, or a day that lies ahead. Compare with the certificate and mend it.',
  source: law,
  withinWorkingDays: 10,
  finds: { check: 'dateRange', register: 'patent', field: 'grantedOn', notBefore: FIRST_DAY, notAfter: 'today' },
}

export const patentExpired: QualityRuleDeclaration = {
  id: 'patent.expired-not-ended',
  label: '已过期限届满日，状态仍为有效',
  labelEn: 'Expired, and still said to be in force',
  severity: 'warning',
  remedy: '统计已按届满日退出，但名录还写着有效。请登记终止；有期限补偿的，改正届满日。',
  remedyEn: 'Figures let it go by its day, and the register still says it is in force. End it, or correct the day.',
  source: law,
  withinWorkingDays: 20,
  finds: {
    check: 'records',
    register: 'patent',
    where: { all: [{ from: 'expiresOn' }, { field: 'endedOn', isSet: false }, { field: 'status', is: 'granted' }] },
    field: 'status',
  },
}

export const patentEndedInForce: QualityRuleDeclaration = {
  id: 'patent.lapsed-without-day',
  label: '状态已终止，没有终止日期',
  labelEn: 'Ended without a day',
  severity: 'error',
  remedy: '没有终止日期的仍计入有效量。请按专利公报补填。',
  remedyEn: 'Without a day it still counts as in force. Take the day from the gazette.',
  source: law,
  withinWorkingDays: 10,
  finds: {
    check: 'records',
    register: 'patent',
    where: {
      all: [
        { field: 'status', is: ['lapsed', 'abandoned', 'invalidated', 'transferred-out'] },
        { field: 'endedOn', isSet: false },
      ],
    },
    field: 'endedOn',
  },
}

export const patentFeeOverdue: QualityRuleDeclaration = {
  id: 'patent.fee-overdue',
  label: '年费已过缴纳期限',
  labelEn: 'Annual fee overdue',
  severity: 'warning',
  remedy: '期限届满后六个月内可补缴并缴滞纳金，逾期专利权终止。请联系权利人，缴费后更新年费状态。',
  remedyEn:
    'It can be paid with a surcharge within six months, and then the patent ends. Tell the owner, and update it.',
  source: '中华人民共和国专利法第四十三条、第四十四条；专利法实施细则（年费、滞纳金）',
  withinWorkingDays: 10,
  finds: {
    check: 'records',
    register: 'patent',
    where: {
      all: [
        { named: 'in-force' },
        { field: 'feeState', is: ['due', 'overdue'] },
        { from: { field: 'feeDueOn', days: 1 } },
      ],
    },
    field: 'feeDueOn',
  },
}

export const patentOwnerTown: QualityRuleDeclaration = {
  id: 'patent.owner-is-town',
  label: '专利权人是镇、园区或部门',
  labelEn: 'An owner that is a town, park or department',
  severity: 'warning',
  remedy: '多半是把“归属镇”填进了“专利权人”一列。请对照登记簿改为权利人。',
  remedyEn: 'Mostly the column of the town was read as that of the owner. Compare with the register.',
  source: '平台默认',
  withinWorkingDays: 10,
  finds: {
    check: 'namesOrganisation',
    register: 'patent',
    field: 'owners',
    kinds: ['town', 'subdistrict', 'park', 'department'],
  },
}

export const patentOwnerUnknown: QualityRuleDeclaration = {
  id: 'patent.owner-unknown',
  label: '专利权人没有对上主体',
  labelEn: 'An owner that nobody knows',
  severity: 'note',
  remedy: '对不上主体的算不到镇（园区），也进不了企业画像。请在名称核对里确认，或新增主体。',
  remedyEn: 'It counts for no town and on no enterprise page. Decide the name, or add the entity.',
  source: '平台默认',
  withinWorkingDays: 20,
  finds: { check: 'unknownLink', register: 'patent', field: 'owners' },
}

export const overseasFamilyUnknown: QualityRuleDeclaration = {
  id: 'overseas-patent.family-unknown',
  label: '国内同族专利没有对上',
  labelEn: 'A domestic family member that is not known',
  severity: 'warning',
  remedy: '对不上国内专利的，高价值的“海外同族”一项就判不出来。请核对国内申请号。',
  remedyEn: 'Without it the ground “family abroad” cannot be seen. Check the domestic number.',
  source: '国家知识产权局对“十四五”规划指标的说明（第二种情形）',
  withinWorkingDays: 10,
  finds: { check: 'unknownLink', register: 'overseas-patent', field: 'domesticPatent' },
}

export const patentsSilent: QualityRuleDeclaration = {
  id: 'patent.silent',
  label: '专利名录久未更新',
  labelEn: 'The register of patents fell silent',
  severity: 'warning',
  remedy: '授权公告每周都有。请导入最近的月报，否则测算值停在上次。',
  remedyEn: 'Grants are published every week. Import the last monthly list; until then figures stand still.',
  source: '国家知识产权局授权公告（每周）、月报',
  withinWorkingDays: 5,
  finds: { check: 'silent', register: 'patent', days: 45 },
}
