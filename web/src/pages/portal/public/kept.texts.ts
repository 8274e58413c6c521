import { defineTexts } from '../../../i18n/language.ts'

export const keptTexts = defineTexts(
  {
    service: '服务',
    promise: '承诺',
    ended: '办结（件）',
    inTime: '按时',
    mean: '平均用时（工作日）',
    none: '还没有办结的',
    untimed: '没有单位时限的，不计时',
    share: (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)}%（${part}/${whole}）`,
    how: '怎么算的',
    rules: [
      '办结：在这段时间里结束的办件，包括准予、不予和撤回；撤回的不算按时，也不算超期。',
      '按时：从受理到办结没有超过我们承诺的时限；依法不计的日子（补正、鉴定、听证等）不算在内。',
      '平均用时：轮到承办单位办的工作日，按国务院公布的放假安排计算；等申请人补正、鉴定、公示、等开课的日子不算，没有单位时限的不计时。',
      '好评：评价为“非常满意”“满意”“基本满意”的次数除以全部评价次数；没有评价的不计入。',
    ],
    ratings: '大家怎么说',
    rated: (rated: number, ended: number, count: number) =>
      `办结 ${ended} 件，其中 ${rated} 件有评价，共 ${count} 次。`,
    tooFew: (n: number) => `少于 ${n} 次，不公布分项`,
    bad: (due: number, done: number, excluded: number) =>
      `应整改的差评 ${due} 件，已整改 ${done} 件；经两人核查认定不实而不计的 ${excluded} 件。`,
  },
  {
    service: 'Service',
    promise: 'Promise',
    ended: 'Ended',
    inTime: 'In time',
    mean: 'Mean (working days)',
    none: 'nothing ended yet',
    untimed: 'no limit of the unit, not timed',
    share: (part, whole) => `${((100 * part) / whole).toFixed(1)}% (${part}/${whole})`,
    how: 'How it is counted',
    rules: [
      'Ended: cases that came to an end in the period; withdrawn ones count neither as in time nor as late.',
      'In time: not longer than promised from acceptance to the end; days that the law takes out are not counted.',
      'Mean: working days for which the unit had it, by the calendar of the State Council; waiting for the applicant, for tests, publicity or the day of a session is left out, and so is what runs under no limit of a unit.',
      'Good: the three best levels over all ratings; no rating counts as none.',
    ],
    ratings: 'What people said',
    rated: (rated, ended, count) => `${rated} of ${ended} ended cases were rated, ${count} ratings in all.`,
    tooFew: (n) => `fewer than ${n}: not shown by level`,
    bad: (due, done, excluded) => `${done} of ${due} bad ratings put right; ${excluded} found unfounded by two people.`,
  },
)
